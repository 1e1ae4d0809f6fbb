#ifdef __linux__
#define _GNU_SOURCE
#endif

#include "CBanbaoDisk.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#ifdef __APPLE__
#include <sys/mount.h>
#include <sys/param.h>
#else
#include <sys/syscall.h>
#include <sys/vfs.h>
#endif

#ifdef __APPLE__
#define MODIFIED st_mtimespec
#define CHANGED st_ctimespec
#define ACCESSED st_atimespec
#else
#define MODIFIED st_mtim
#define CHANGED st_ctim
#define ACCESSED st_atim
#endif

_Atomic int banbao_counts_calls;
static _Atomic int call_count, first_to_fail, last_to_fail, reason_to_fail;

void banbao_fail_calls(int first, int last, int reason) {
  call_count = 0;
  first_to_fail = first;
  last_to_fail = last;
  reason_to_fail = reason;
  banbao_counts_calls = first > 0;
}

int banbao_call_count(void) { return call_count; }

int banbao_count_call(void) {
  int number = ++call_count;
  if (number < first_to_fail || number > last_to_fail) return 0;
  errno = reason_to_fail;
  return 1;
}

int banbao_close(int descriptor) {
  int closed = close(descriptor);
  return banbao_fails() ? -1 : closed;
}

static uint64_t nanoseconds(struct timespec time) {
  return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

static int32_t kind(mode_t mode) {
  if (S_ISREG(mode)) return banbao_kind_file;
  if (S_ISDIR(mode)) return banbao_kind_folder;
  if (S_ISLNK(mode)) return banbao_kind_link;
  return banbao_kind_other;
}

static void describe(const struct stat *from, struct banbao_status *to) {
  to->kind = kind(from->st_mode);
  to->mode = from->st_mode & 07777;
  to->owner = from->st_uid;
  to->group = from->st_gid;
  to->size = from->st_size;
  to->modified = nanoseconds(from->MODIFIED);
  to->changed = nanoseconds(from->CHANGED);
  to->inode = from->st_ino;
  to->device = (uint64_t)from->st_dev;
}

int banbao_status_at(int folder, const char *name, struct banbao_status *status) {
  if (banbao_fails()) return -1;
  struct stat found;
  if (fstatat(folder, name, &found, AT_SYMLINK_NOFOLLOW) != 0) return -1;
  describe(&found, status);
  return 0;
}

int banbao_status_of(int descriptor, struct banbao_status *status) {
  if (banbao_fails()) return -1;
  struct stat found;
  if (fstat(descriptor, &found) != 0) return -1;
  describe(&found, status);
  return 0;
}

int banbao_open_by_parts(int folder, const char *path, int flags) {
  int above = folder;
  for (;;) {
    const char *slash = strchr(path, '/');
    size_t length = slash ? (size_t)(slash - path) : strlen(path);
    int is_last = slash == NULL || slash[1] == 0;
    char part[NAME_MAX + 1];
    int opened = -1;
    if (length <= NAME_MAX) {
      memcpy(part, path, length);
      part[length] = 0;
      opened = openat(above, part, (is_last ? flags : O_RDONLY | O_DIRECTORY | O_CLOEXEC) | O_NOFOLLOW);
    } else {
      errno = ENAMETOOLONG;
    }
    int reason = errno;
    if (above != folder) close(above);
    errno = reason;
    if (opened < 0 || is_last) return opened;
    above = opened;
    path = slash + 1;
  }
}

int banbao_open_unnamed(const char *folder) {
#ifdef O_TMPFILE
  return open(folder, O_TMPFILE | O_RDWR | O_EXCL | O_CLOEXEC, 0600);
#else
  (void)folder;
  errno = ENOTSUP;
  return -1;
#endif
}

int banbao_open_beneath(int folder, const char *path, int flags) {
#ifdef __APPLE__
  return banbao_open_by_parts(folder, path, flags);
#else
  // Of openat2(2), in Linux since 5.6; older headers lack it: RESOLVE_NO_SYMLINKS and RESOLVE_BENEATH.
  const struct { uint64_t flags, mode, resolve; } how = {(uint64_t)(flags | O_NOFOLLOW), 0, 0x04 | 0x08};
  int opened = (int)syscall(437, folder, path, &how, sizeof how);
  // Some containers refuse with EPERM what they do not know.
  if (opened >= 0 || (errno != ENOSYS && errno != EPERM)) return opened;
  return banbao_open_by_parts(folder, path, flags);
#endif
}

int banbao_copy_times(int from, int to) {
  if (banbao_fails()) return -1;
  struct stat found;
  if (fstat(from, &found) != 0) return -1;
  struct timespec times[2] = {found.ACCESSED, found.MODIFIED};
  return futimens(to, times);
}

int banbao_exchange(int folder, const char *a, const char *b) {
#ifdef __APPLE__
  return renameatx_np(folder, a, folder, b, RENAME_SWAP);
#else
  return renameat2(folder, a, folder, b, RENAME_EXCHANGE);
#endif
}

int banbao_is_remote(const char *folder) {
  struct statfs found;
  if (statfs(folder, &found) != 0) return -1;
#ifdef __APPLE__
  return (found.f_flags & MNT_LOCAL) == 0;
#else
  // From statfs(2) and the kernel's magic.h.
  switch ((uint32_t)found.f_type) {
    case 0x6969:                                       // NFS
    case 0xff534d42: case 0xfe534d42: case 0x517b:     // CIFS, SMB 2, SMB
    case 0x65735546:                                   // FUSE: sshfs, virtiofs
    case 0x01021997:                                   // 9p: shares of virtual machines, WSL
    case 0x786f4256:                                   // VirtualBox
    case 0x00c36400:                                   // Ceph
    case 0x5346414f: case 0x6b414653:                  // AFS
      return 1;
    default: return 0;
  }
#endif
}

int banbao_tells_changes(const char *folder) {
  struct statfs found;
  if (statfs(folder, &found) != 0 || banbao_is_remote(folder) != 0) return 0;
#ifndef __APPLE__
  switch ((uint32_t)found.f_type) {
    case 0x4d44:      // FAT
    case 0x2011bab0:  // exFAT
      return 0;
  }
#endif
  return 1;
}

uint64_t banbao_file_clock(void) {
  struct timespec now;
#ifdef __linux__
  clock_gettime(CLOCK_REALTIME_COARSE, &now);
#else
  clock_gettime(CLOCK_REALTIME, &now);
#endif
  return nanoseconds(now);
}

int banbao_pipe(int ends[2]) {
#ifdef __APPLE__
  if (pipe(ends) != 0) return -1;
  for (int end = 0; end < 2; end++) fcntl(ends[end], F_SETFD, FD_CLOEXEC);
  return 0;
#else
  return pipe2(ends, O_CLOEXEC);
#endif
}

struct dirent *banbao_next_entry(DIR *folder) {
  if (banbao_fails()) return NULL;
  errno = 0;
  return readdir(folder);
}

const char *banbao_entry_name(const struct dirent *entry) { return entry->d_name; }

int32_t banbao_entry_kind(const struct dirent *entry) {
  switch (entry->d_type) {
    case DT_UNKNOWN: return banbao_kind_unknown;
    case DT_REG: return banbao_kind_file;
    case DT_DIR: return banbao_kind_folder;
    case DT_LNK: return banbao_kind_link;
    default: return banbao_kind_other;
  }
}
