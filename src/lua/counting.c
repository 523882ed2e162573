/* counting.c: words and counts for Lua.

   core.cut_terms (text, lexicon)      {{folded=, first=, last=}, …}: the words of a text, as articles
                                       and queries are cut */
#include "binding.h"

#include "../keep/terms.h"

#define SCRATCH "alliance.counting.scratch"

static int scratch_close (lua_State *L) {
  aln_arena_free (lua_touserdata (L, 1));
  return 0;
}

static aln_arena *push_scratch (lua_State *L) { /* [-0, +1, m] closed when the C function returns */
  aln_arena *a = lua_newuserdatauv (L, sizeof *a, 0);
  *a = ALN_ARENA_EMPTY;
  luaL_setmetatable (L, SCRATCH);
  lua_toclose (L, -1);
  return a;
}

static void set_integer (lua_State *L, const char *name, lua_Integer v) {
  lua_pushinteger (L, v);
  lua_setfield (L, -2, name);
}

static int cut_terms (lua_State *L) {
  aln_slice text = aln_check_slice (L, 1);
  const aln_lexicon *x = aln_check_lexicon (L, 2);
  aln_arena *room = push_scratch (L);
  aln_terms terms = {NULL, 0, 0};
  aln_status st = ALN_OK;
  aln_terms_cut (&st, text, x, room, &terms);
  if (st != ALN_OK) return luaL_error (L, "cut_terms: %s", aln_status_text (st));
  lua_createtable (L, (int)terms.n, 0);
  for (uint32_t i = 0; i < terms.n; i++) {
    lua_createtable (L, 0, 3);
    aln_push_slice (L, terms.at[i].folded);
    lua_setfield (L, -2, "folded");
    set_integer (L, "first", (lua_Integer)terms.at[i].at.from + 1);
    set_integer (L, "last", terms.at[i].at.to);
    lua_seti (L, -2, (lua_Integer)i + 1);
  }
  return 1;
}

void aln_open_counting (lua_State *L) {
  static const luaL_Reg scratch_meta[] = {
      {"__gc", scratch_close}, {"__close", scratch_close}, {NULL, NULL}};
  static const luaL_Reg functions[] = {{"cut_terms", cut_terms}, {NULL, NULL}};
  if (luaL_newmetatable (L, SCRATCH)) luaL_setfuncs (L, scratch_meta, 0);
  lua_pop (L, 1);
  luaL_setfuncs (L, functions, 0);
}
