// What the disk offers and Swift's Glibc and Darwin modules hide, or spell differently.
//
// Each call that fails returns -1 and leaves its reason in errno.
#ifndef C_BANBAO_DISK_H
#define C_BANBAO_DISK_H

#include <dirent.h>
#include <stdatomic.h>
#include <stdint.h>

enum banbao_kind {
  banbao_kind_unknown = 0,
  banbao_kind_file = 1,
  banbao_kind_folder = 2,
  banbao_kind_link = 3,
  banbao_kind_other = 4,
};

/// What is known of a file without opening it. Times in nanoseconds since 1970, modulo 2^64.
struct banbao_status {
  int32_t kind;
  uint32_t mode;
  uint32_t owner;
  uint32_t group;
  int64_t size;
  uint64_t modified;
  uint64_t changed;
  uint64_t inode;
  uint64_t device;
};

/// Lets calls to the disk fail, as tests do: all from the one numbered `first` on, counted from 1, to the one numbered
/// `last`. 0 and 0 end that.
void banbao_fail_calls(int first, int last, int reason);

/// How many calls were made since they were last made to fail.
int banbao_call_count(void);

/// Whether calls are counted. Only `banbao_fail_calls` sets it.
extern _Atomic int banbao_counts_calls;

/// Counts a call; 1 if it is to fail, the reason in errno.
int banbao_count_call(void);

/// Asked before each call to the disk: whether it is to fail. Costs a look at a number that never changes.
static inline int banbao_fails(void) {
  return __builtin_expect(atomic_load_explicit(&banbao_counts_calls, memory_order_relaxed), 0) && banbao_count_call();
}

/// Closes a file that was written; what the disk could not take may be told only now.
int banbao_close(int descriptor);

/// The status of `name` in an open folder; a symbolic link is not followed.
int banbao_status_at(int folder, const char *name, struct banbao_status *status);

/// The status of an open file.
int banbao_status_of(int descriptor, struct banbao_status *status);

/// Opens what lies below an open folder, for reading. No part of the path may be a symbolic link (ELOOP, or ENOTDIR where
/// it stands for a folder), so that nothing outside the folder is opened, whoever exchanges a folder for a link meanwhile.
int banbao_open_beneath(int folder, const char *path, int flags);

/// The same part by part, for systems that cannot do it at once.
int banbao_open_by_parts(int folder, const char *path, int flags);

/// Makes a file in a folder for reading and writing that never has a name; -1 where the system or the file system cannot.
int banbao_open_unnamed(const char *folder);

/// Gives an open file the times of another open file.
int banbao_copy_times(int from, int to);

/// Exchanges two names of one folder, so that each stands for what the other stood for, in one step that nobody sees
/// half done. EINVAL, ENOSYS or ENOTSUP: the file system cannot.
int banbao_exchange(int folder, const char *a, const char *b);

/// 1 if a folder's file system is one that others may change without this system's knowledge, such as a network share;
/// else 0.
int banbao_is_remote(const char *folder);

/// 1 if no file in a folder can change without its time of change telling so; else 0: on network shares, and on file
/// systems of memory cards, which have no such time.
int banbao_tells_changes(const char *folder);

/// The clock by which the system gives files their times, in nanoseconds since 1970: it goes in ticks of some milliseconds.
uint64_t banbao_file_clock(void);

/// Opens a pipe that child processes do not inherit: its reading, then its writing end.
int banbao_pipe(int ends[2]);

/// The next entry of a folder, NULL at its end; then errno is 0, or says what went wrong.
struct dirent *banbao_next_entry(DIR *folder);

/// The name of an entry, ended by a zero byte.
const char *banbao_entry_name(const struct dirent *entry);

/// A banbao_kind; unknown where the file system does not say.
int32_t banbao_entry_kind(const struct dirent *entry);

#endif
