// The site that a new one starts as, carried in the program: the files of the folder `starter`.
#ifndef C_STARTER_H
#define C_STARTER_H

#include <stddef.h>

struct starter_file {
  /// Relative to the folder `starter`, such as `content/site.yaml`.
  const char *path;
  const unsigned char *bytes;
  size_t size;
};

/// The files, `count` of them, in the order of their paths' bytes. They live as long as the program.
const struct starter_file *starter_files(size_t *count);

#endif
