/* scratch.h: memory for one call. In: a call from Lua, which may raise anywhere. Out: an arena and a
   buffer that are freed when the C function returns or raises. */
#ifndef ALN_LUA_SCRATCH_H
#define ALN_LUA_SCRATCH_H

#include "../base/arena.h"
#include "../base/buf.h"

#include <lua.h>

#pragma GCC visibility push(hidden)

typedef struct aln_scratch {
  aln_arena arena;
  aln_buf buf;
} aln_scratch;

/* [-0, +1, m] */
aln_scratch *aln_push_scratch (lua_State *L);

#pragma GCC visibility pop

#endif
