/* measures.c: measures of counts for Lua (alliance/ask/measures.lua says what each means).

   core.crossing (name, o, r, c, n)      a number, or nil where none is defined
   core.log_dice (o, node, c)            the same
   core.dispersion (counts, sizes)       DP and DPnorm, nil where none is defined */
#include "binding.h"

#include "../keep/measures.h"

#include <math.h>

static void push_number (lua_State *L, double v) {
  if (isnan (v)) lua_pushnil (L);
  else lua_pushnumber (L, v);
}

static int crossing (lua_State *L) {
  static const char *const names[] = {"expected", "g2", "chi2", "pmi", "tscore", "log_ratio", NULL};
  static double (*const measures[]) (aln_crossing) = {aln_expected, aln_g2,     aln_chi2,
                                                      aln_pmi,      aln_tscore, aln_log_ratio};
  int which = luaL_checkoption (L, 1, NULL, names);
  aln_crossing x = {luaL_checknumber (L, 2), luaL_checknumber (L, 3), luaL_checknumber (L, 4),
                    luaL_checknumber (L, 5)};
  push_number (L, measures[which](x));
  return 1;
}

static int log_dice (lua_State *L) {
  push_number (
      L, aln_logdice (luaL_checknumber (L, 1), luaL_checknumber (L, 2), luaL_checknumber (L, 3)));
  return 1;
}

/* [-0, +1, v]  The list at 'arg' as n whole numbers, in memory of Lua's. */
static uint32_t *numbers_at (lua_State *L, int arg, size_t n) {
  uint32_t *list = lua_newuserdatauv (L, (n + 1) * sizeof *list, 0);
  for (size_t i = 0; i < n; i++) {
    lua_Integer v;
    lua_rawgeti (L, arg, (lua_Integer)i + 1);
    v = lua_tointeger (L, -1);
    luaL_argcheck (L, v >= 0 && v <= UINT32_MAX, arg, "not a list of counts");
    list[i] = (uint32_t)v;
    lua_pop (L, 1);
  }
  return list;
}

static int dispersion (lua_State *L) {
  const uint32_t *counts, *sizes;
  double norm, dp;
  size_t n;
  luaL_checktype (L, 1, LUA_TTABLE);
  luaL_checktype (L, 2, LUA_TTABLE);
  n = lua_rawlen (L, 1);
  luaL_argcheck (L, lua_rawlen (L, 2) == n, 2, "not as many sizes as counts");
  counts = numbers_at (L, 1, n);
  sizes = numbers_at (L, 2, n);
  dp = aln_dp (counts, sizes, n, &norm);
  push_number (L, dp);
  push_number (L, norm);
  return 2;
}

void aln_open_measures (lua_State *L) {
  static const luaL_Reg functions[] = {
      {"crossing", crossing}, {"log_dice", log_dice}, {"dispersion", dispersion}, {NULL, NULL}};
  luaL_setfuncs (L, functions, 0);
}
