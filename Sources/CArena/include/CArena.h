// Memory that is given back all at once: what a parser allocates for one text. And what becomes of other memory.
//
// Each thread has its own, so that nothing is locked. What is allocated between a beginning and its end lives until that
// end; beginnings may be nested.
#ifndef C_ARENA_H
#define C_ARENA_H

#include <stddef.h>

struct banbao_arena_block;

/// How much of the thread's memory was in use at a beginning.
struct banbao_arena_mark {
  struct banbao_arena_block *block;
  size_t used;
};

struct banbao_arena_mark banbao_arena_begin(void);

/// Gives back what was allocated since the beginning.
void banbao_arena_end(struct banbao_arena_mark mark);

// As the functions of the C library, but that they end the program where there is no memory, as cmark's own do.
void *banbao_arena_calloc(size_t count, size_t size);
void *banbao_arena_realloc(void *pointer, size_t size);
/// Does nothing: the end gives everything back.
void banbao_arena_free(void *pointer);

/// Has the C library keep what is freed for the next allocation. Each file takes and gives back some 100 KB; handed to the
/// system and asked for again every time, that would cost a hundredth of a build.
void banbao_keep_freed_memory(void);

/// Whether the system lets this process have so many threads more, all at once. Where it does not, what works in several
/// threads waits for ever for one.
int banbao_can_start_threads(int count);

/// How many processors this process may use: so many threads work for it.
int banbao_processors(void);

#endif
