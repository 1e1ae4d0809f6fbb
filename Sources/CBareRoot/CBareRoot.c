#define _GNU_SOURCE
#include "CBareRoot.h"

#ifdef __linux__

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

// Of the Swift runtime, which else reads the arguments from /proc/self/cmdline.
extern void _swift_stdlib_overrideUnsafeArgvArgc(char **argv, int argc);

/// The C library calls it with what `main` gets, before the runtime's own beginning.
__attribute__((constructor(101))) static void begin(int argc, char **argv) {
  _swift_stdlib_overrideUnsafeArgvArgc(argv, argc);
  // The runtime looks for its folder by /proc/self/exe and else ends the program.
  if (access("/proc/self/exe", F_OK) != 0) setenv("SWIFT_ROOT", "/", 0);
}

/// A file that says of a thread that it runs.
static int running_thread(void) {
  static const char said[] = "1 (banbao) R ";
  int file = memfd_create("stat", MFD_CLOEXEC);
  if (file >= 0 && (write(file, said, sizeof said - 1) < 0 || lseek(file, 0, SEEK_SET) != 0)) {
    close(file);
    return -1;
  }
  return file;
}

int __wrap_open(const char *path, int flags, ...);

/// Stands for `open` in a release (`--wrap`). Each second Dispatch reads /proc/THREAD/stat of its threads, and ends the
/// program where it cannot; what it does for threads that wait is to add others, so all are said to run.
int __wrap_open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  int file = openat(AT_FDCWD, path, flags, mode);
  if (file >= 0 || errno != ENOENT || strncmp(path, "/proc/", 6) != 0) return file;
  const char *name = strrchr(path, '/');
  return name != NULL && strcmp(name, "/stat") == 0 ? running_thread() : file;
}

#endif
