#pragma once

#include <stdbool.h>
#include <stdint.h>

/// Whether references are counted on this system.
bool references_are_counted(void);

/// Where it stands how many references to objects this thread took until now.
const uint64_t *references_taken(void);
