#include "CDefaultTheme.h"

// #embed is C23; clang has it in every C mode, and its dependency file names the embedded files, so that a changed
// theme is compiled anew.
#pragma clang diagnostic ignored "-Wc23-extensions"

#define THEME_FOLDER "../../theme/"

static const struct default_theme_file files[] = {
#include "theme_files.h"
    {0, 0, 0},
};

const struct default_theme_file *default_theme_files(size_t *count) {
  *count = sizeof files / sizeof *files - 1;
  return files;
}
