#ifdef __linux__
#define _GNU_SOURCE
#endif

#include "CArena.h"

#include <pthread.h>
#ifdef __linux__
#include <sched.h>
#endif
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

/// What every allocation is aligned to, and the room for its size before it.
enum { unit = 16 };

/// Holds what a text of ordinary length needs, so that a thread asks the system for memory once.
static const size_t usual_size = (size_t)256 << 10;

struct banbao_arena_block {
  struct banbao_arena_block *before;
  /// Of the bytes that follow.
  size_t size;
};

/// The block that is in use, and how much of it. A thread keeps its first block until it ends.
static _Thread_local struct banbao_arena_block *current;
static _Thread_local size_t used;

static pthread_key_t first_block;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void make_key(void) {
  if (pthread_key_create(&first_block, free) != 0) abort();
}

static unsigned char *bytes(struct banbao_arena_block *block) { return (unsigned char *)block + unit; }

static void add_block(size_t needed) {
  size_t size = needed > usual_size ? needed : usual_size;
  struct banbao_arena_block *block = size > SIZE_MAX - unit ? NULL : malloc(size + unit);
  if (block == NULL) abort();
  block->before = current;
  block->size = size;
  if (current == NULL) {
    pthread_once(&once, make_key);
    if (pthread_setspecific(first_block, block) != 0) abort();
  }
  current = block;
  used = 0;
}

struct banbao_arena_mark banbao_arena_begin(void) {
  if (current == NULL) add_block(0);
  return (struct banbao_arena_mark){current, used};
}

void banbao_arena_end(struct banbao_arena_mark mark) {
  while (current != mark.block) {
    struct banbao_arena_block *last = current;
    current = last->before;
    free(last);
  }
  used = mark.used;
}

static void *allocate(size_t size) {
  if (size > SIZE_MAX - 2 * unit) abort();
  size_t whole = unit + (size + unit - 1) / unit * unit;
  if (current == NULL || whole > current->size - used) add_block(whole);
  unsigned char *start = bytes(current) + used;
  used += whole;
  memcpy(start, &size, sizeof size);
  return start + unit;
}

void *banbao_arena_calloc(size_t count, size_t size) {
  size_t total;
  if (__builtin_mul_overflow(count, size, &total)) abort();
  void *pointer = allocate(total);
  memset(pointer, 0, total);
  return pointer;
}

void *banbao_arena_realloc(void *pointer, size_t size) {
  if (pointer == NULL) return allocate(size);
  size_t old;
  memcpy(&old, (unsigned char *)pointer - unit, sizeof old);
  if (size <= old) return pointer;
  void *moved = allocate(size);
  memcpy(moved, pointer, old);
  return moved;
}

void banbao_arena_free(void *pointer) { (void)pointer; }

void banbao_keep_freed_memory(void) {
#ifdef __GLIBC__
  mallopt(M_TRIM_THRESHOLD, 64 << 20);
  mallopt(M_MMAP_THRESHOLD, 16 << 20);
#endif
}

/// Waits until all threads that are tried have been made.
static void *wait_for(void *gate) {
  pthread_mutex_lock(gate);
  pthread_mutex_unlock(gate);
  return NULL;
}

int banbao_can_start_threads(int count) {
  pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;
  pthread_t *threads = calloc((size_t)count, sizeof *threads);
  if (threads == NULL) return 0;
  pthread_mutex_lock(&gate);
  int made = 0;
  while (made < count && pthread_create(&threads[made], NULL, wait_for, &gate) == 0) made++;
  pthread_mutex_unlock(&gate);
  for (int thread = 0; thread < made; thread++) pthread_join(threads[thread], NULL);
  pthread_mutex_destroy(&gate);
  free(threads);
  return made == count;
}

int banbao_processors(void) {
#ifdef __linux__
  cpu_set_t own;
  if (sched_getaffinity(0, sizeof own, &own) == 0) return CPU_COUNT(&own);
#endif
  long all = sysconf(_SC_NPROCESSORS_ONLN);
  return all > 0 ? (int)all : 1;
}
