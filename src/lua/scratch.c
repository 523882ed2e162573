/* scratch.c: in: a call from Lua. Out: memory that is freed when it ends, whatever raises
   (scratch.h). */
#include "scratch.h"

#include "binding.h"

#define SCRATCH "alliance.scratch"

static int scratch_close (lua_State *L) {
  aln_scratch *s = lua_touserdata (L, 1);
  aln_arena_free (&s->arena);
  aln_buf_free (&s->buf);
  return 0;
}

aln_scratch *aln_push_scratch (lua_State *L) {
  aln_scratch *s = lua_newuserdatauv (L, sizeof *s, 0);
  *s = (aln_scratch){ALN_ARENA_EMPTY, ALN_BUF_EMPTY};
  luaL_setmetatable (L, SCRATCH);
  lua_toclose (L, -1);
  return s;
}

void aln_open_scratch (lua_State *L) {
  static const luaL_Reg meta[] = {
      {"__gc", scratch_close}, {"__close", scratch_close}, {NULL, NULL}};
  if (luaL_newmetatable (L, SCRATCH)) luaL_setfuncs (L, meta, 0);
  lua_pop (L, 1);
}
