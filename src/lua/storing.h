/* storing.h: what the files that bind a store share: set.c, asking.c, tree.c, and set_probes.c for
   specs. In: values from Lua. Out: cells (selections: aln_check_tree in binding.h); small results. */
#ifndef ALN_LUA_STORING_H
#define ALN_LUA_STORING_H

#include "binding.h"
#include "scratch.h"

#pragma GCC visibility push(hidden)

/* [-0, +0, -]  The value at the top as a cell (a string is borrowed); 0 where it can be none. */
int aln_to_cell (lua_State *L, aln_cell *c);

/* [-0, +0, e]  The items 1 … n of the list at 'arg' ('n' is its field, where nils may stand in it). */
void aln_take_cells (lua_State *L, int arg, aln_scratch *room, aln_binds *out);

/* [-0, +0, m]  Puts the questions into the table of methods on top of the stack. */
void aln_add_questions (lua_State *L);

static inline int aln_push_true (lua_State *L) {
  lua_pushboolean (L, 1);
  return 1;
}

static inline int aln_raise_status (lua_State *L, aln_status st) {
  return luaL_error (L, "%s", aln_status_text (st));
}

#pragma GCC visibility pop

#endif
