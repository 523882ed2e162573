/* set_probes.c: in: a store, from specs. Out: what is inside it: its index, its token streams, its
   limits. */
#include "storing.h"

#include "../keep/inspect.h"

/* probe.store_limit (store, milliseconds, pages): how long to wait for another writer; how large the
   file may become (0: as it is). */
static int probe_limit (lua_State *L) {
  aln_store_limit (aln_check_store (L), (int)luaL_checkinteger (L, 2),
                   (int)luaL_optinteger (L, 3, 0));
  return 0;
}

/* probe.store_check (store): is the index what one that is built anew would be? */
static int probe_check (lua_State *L) {
  int whole;
  aln_fault f;
  if (aln_store_check (aln_check_store (L), &whole, &f) != ALN_OK) return aln_push_fault (L, &f);
  lua_pushboolean (L, whole);
  return 1;
}

/* probe.stream (store, what, arguments, tree): a frame of what the token streams hold (keep/inspect.h). */
static int probe_stream (lua_State *L) {
  aln_store *s = aln_check_store (L);
  const char *what = luaL_checkstring (L, 2);
  aln_slice arguments = aln_check_slice (L, 3);
  aln_scratch *room = aln_push_scratch (L);
  aln_frame *frame;
  aln_fault f;
  const aln_select *tree = aln_check_tree (L, 4, s, &room->arena, &f);
  if (!tree || aln_inspect (s, what, arguments, tree, &frame, &f) != ALN_OK)
    return aln_push_fault (L, &f);
  aln_push_frame (L, frame);
  return 1;
}

/* probe.stream_damage (store, seed): changes a piece of the streams, inside of a transaction. */
static int probe_damage (lua_State *L) {
  aln_fault f;
  aln_store *s = aln_check_store (L);
  uint64_t seed = (uint64_t)luaL_checkinteger (L, 2);
  luaL_argcheck (L, aln_store_writing (s), 1, "a store that is writing");
  if (aln_inspect_damage (s, seed, &f) != ALN_OK) return aln_push_fault (L, &f);
  return aln_push_true (L);
}

/* probe.stream_work (store, times): makes streams in memory, so often; seconds of one time. */
static int probe_work (lua_State *L) {
  double seconds;
  aln_fault f;
  aln_store *s = aln_check_store (L);
  if (aln_inspect_work (s, (uint32_t)luaL_checkinteger (L, 2), &seconds, &f) != ALN_OK)
    return aln_push_fault (L, &f);
  lua_pushnumber (L, seconds);
  return 1;
}

/* probe.index_words (text): the words that the index makes of it, sorted, one a line. */
static int probe_words (lua_State *L) {
  aln_slice text = aln_check_slice (L, 1);
  aln_scratch *room = aln_push_scratch (L);
  aln_status st = aln_store_cut (text, &room->buf);
  if (st != ALN_OK) return aln_raise_status (L, st);
  aln_push_slice (L, aln_buf_slice (&room->buf));
  return 1;
}

void aln_open_set_probes (lua_State *L) {
  static const luaL_Reg probes[] = {{"store_limit", probe_limit},
                                    {"store_check", probe_check},
                                    {"stream", probe_stream},
                                    {"stream_damage", probe_damage},
                                    {"stream_work", probe_work},
                                    {"index_words", probe_words},
                                    {NULL, NULL}};
  lua_getfield (L, -1, "probe"); /* probe.c makes it */
  luaL_setfuncs (L, probes, 0);
  lua_pop (L, 1);
}
