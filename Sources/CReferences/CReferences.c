#define _GNU_SOURCE
#include "CReferences.h"

// The linker prefers these functions to those of Swift's library, which they count and call. How compiled code calls them is
// known for this system alone.
#if defined(__linux__) && defined(__x86_64__)

#include <dlfcn.h>

typedef void *take_function(void *object);

static _Thread_local uint64_t taken;

void *swift_retain(void *object) {
  static take_function *take;
  if (!take) take = dlsym(RTLD_NEXT, "swift_retain");
  taken++;
  return take(object);
}

void *swift_bridgeObjectRetain(void *object) {
  static take_function *take;
  if (!take) take = dlsym(RTLD_NEXT, "swift_bridgeObjectRetain");
  taken++;
  return take(object);
}

bool references_are_counted(void) { return true; }

const uint64_t *references_taken(void) { return &taken; }

#else

bool references_are_counted(void) { return false; }

const uint64_t *references_taken(void) {
  static const uint64_t none;
  return &none;
}

#endif
