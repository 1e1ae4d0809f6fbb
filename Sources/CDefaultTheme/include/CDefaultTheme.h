// The default theme, carried in the program: the files of the folder `theme` at the top of the repository.
#ifndef C_DEFAULT_THEME_H
#define C_DEFAULT_THEME_H

#include <stddef.h>

struct default_theme_file {
  /// Relative to the folder `theme`, such as `assets/site.css`.
  const char *path;
  const unsigned char *bytes;
  size_t size;
};

/// The files, `count` of them, in the order of their paths' bytes. They live as long as the program.
const struct default_theme_file *default_theme_files(size_t *count);

#endif
