#include "CStarter.h"

// As in CDefaultTheme.
#pragma clang diagnostic ignored "-Wc23-extensions"

#define STARTER_FOLDER "starter/"

static const struct starter_file files[] = {
#include "starter_files.h"
    {0, 0, 0},
};

const struct starter_file *starter_files(size_t *count) {
  *count = sizeof files / sizeof *files - 1;
  return files;
}
