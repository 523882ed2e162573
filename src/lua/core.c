/* core.c: luaopen_alliance_core, the only symbol the library exports. */
#include "binding.h"

#define EXPORT __attribute__ ((visibility ("default")))

int aln_push_fault (lua_State *L, const aln_fault *f) {
  luaL_pushfail (L);
  lua_pushstring (L, f->text[0] ? f->text : aln_status_text (f->status));
  lua_pushstring (L, aln_status_code (f->status));
  if (f->at == ALN_NOWHERE) lua_pushnil (L);
  else lua_pushinteger (L, (lua_Integer)f->at + 1);
  return 4;
}

aln_slice aln_opt_field (lua_State *L, int arg, const char *name) {
  aln_slice s = {"", 0};
  if (!lua_istable (L, arg)) return s;
  switch (lua_getfield (L, arg, name)) {
  case LUA_TNIL: break;
  case LUA_TSTRING: s.p = lua_tolstring (L, -1, &s.n); break;
  default: luaL_error (L, "field '%s' should be a string, not a %s", name, luaL_typename (L, -1));
  }
  lua_pop (L, 1);
  return s;
}

EXPORT int luaopen_alliance_core (lua_State *L);

int luaopen_alliance_core (lua_State *L) {
  luaL_checkversion (L);
  lua_newtable (L);
  aln_open_scratch (L);
  aln_open_lexicon (L);
  aln_open_article (L);
  aln_open_frame (L);
  aln_open_json (L);
  aln_open_jsonl (L);
  aln_open_files (L);
  aln_open_measures (L);
  aln_open_counting (L);
  aln_open_reader (L);
  aln_open_probe (L);
  aln_open_set (L);
  aln_open_asking (L);
  aln_open_set_probes (L);
  return 1;
}
