/* tree.c: in: values and trees of filters from Lua. Out: cells, and the selection that a tree stands
   for (binding.h, storing.h).

   A tree: {kind="all"}, {kind="either"|"both"|"but", tree, …}, {kind="votes", tree} (one article a
   story), or {kind="where", versions=, keep=,
   {filter, value, …}, {"vars", name, value, …}}. */
#include "storing.h"

#include "../keep/ask.h"
#include "../keep/stories.h"

#define TREE_DEPTH 100 /* nested selections */

/* [-0, +0, -]  The value at the top as a cell (a string is borrowed); 0 where it can be none. */
int aln_to_cell (lua_State *L, aln_cell *c) {
  switch (lua_type (L, -1)) {
  case LUA_TNIL: *c = (aln_cell){ALN_CELL_NIL, {0}}; return 1;
  case LUA_TBOOLEAN: *c = (aln_cell){ALN_CELL_TRUTH, {.integer = lua_toboolean (L, -1)}}; return 1;
  case LUA_TSTRING: *c = (aln_cell){ALN_CELL_TEXT, {.text = aln_check_slice (L, -1)}}; return 1;
  case LUA_TNUMBER:
    if (lua_isinteger (L, -1))
      *c = (aln_cell){ALN_CELL_INTEGER, {.integer = lua_tointeger (L, -1)}};
    else *c = (aln_cell){ALN_CELL_REAL, {.real = lua_tonumber (L, -1)}};
    return 1;
  default: return 0;
  }
}

/* [-0, +0, e]  The items 1 … n of the list at 'arg' ('n' is its field, where nils may stand in it). */
void aln_take_cells (lua_State *L, int arg, aln_scratch *room, aln_binds *out) {
  aln_status st = ALN_OK;
  lua_Integer n;
  luaL_checktype (L, arg, LUA_TTABLE);
  lua_getfield (L, arg, "n");
  n = lua_isinteger (L, -1) ? lua_tointeger (L, -1) : luaL_len (L, arg);
  lua_pop (L, 1);
  for (lua_Integer i = 1; i <= n && st == ALN_OK; i++) {
    aln_cell *c = ALN_ADD (&st, &room->arena, &out->values);
    lua_rawgeti (L, arg, i);
    if (c && !aln_to_cell (L, c)) luaL_error (L, "store: value %I: a %s", i, luaL_typename (L, -1));
    lua_pop (L, 1); /* the table keeps a string alive */
  }
  if (st != ALN_OK) luaL_error (L, "store: %s", aln_status_text (st));
}

/* -- filters ------------------------------------------------------------------------------------------ */

static const struct {
  const char *name;
  aln_filter_kind kind;
} filters[] = {{"id", ALN_FILTER_ID},
               {"source", ALN_FILTER_SOURCE},
               {"url", ALN_FILTER_URL},
               {"agency", ALN_FILTER_AGENCY},
               {"language", ALN_FILTER_LANGUAGE},
               {"dated", ALN_FILTER_DATED},
               {"match", ALN_FILTER_MATCH},
               {"vars", ALN_FILTER_VAR},
               {"from", ALN_FILTER_FROM},
               {"to", ALN_FILTER_TO},
               {"undated", ALN_FILTER_UNDATED},
               {"person", ALN_FILTER_PERSON},
               {"mentions", ALN_FILTER_MENTIONS},
               {"side", ALN_FILTER_SIDE},
               {"office", ALN_FILTER_OFFICE},
               {"naming", ALN_FILTER_NAMING},
               {"story", ALN_FILTER_NUMBERS}};

typedef struct planter { /* Lua's tree -> ours */
  lua_State *L;
  aln_arena *arena;
  aln_store *store;
  aln_status st;
  aln_fault *fault;
} planter;

/* The query in *c becomes the expression it stands for. */
static void plant_match (planter *p, aln_cell *c) {
  aln_query *q = NULL;
  aln_buf b = ALN_BUF_EMPTY;
  p->st = aln_query_parse (c->as.text, aln_store_lexicon (p->store), p->arena, &q, p->fault);
  if (p->st == ALN_OK) aln_query_express (&p->st, q, ALN_SCOPE_TEXT, &b);
  c->as.text = aln_arena_copy (&p->st, p->arena, aln_buf_slice (&b));
  aln_buf_free (&b);
}

/* The keys of stories in 'f' become the numbers of their articles, in the cell 'v'. */
static void plant_stories (planter *p, aln_filter *f, aln_cell *v) {
  aln_slice json = {"[]", 2};
  if (p->st == ALN_OK)
    p->st = aln_story_members (p->store, f->values, f->n, p->arena, &json, p->fault);
  *v = (aln_cell){ALN_CELL_TEXT, {.text = json}};
  f->n = 1;
}

/* [-0, +0, v]  The filter {name, value, …} at the top. */
static void plant_filter (planter *p, aln_filter *f) {
  lua_State *L = p->L;
  lua_Integer n = (lua_Integer)lua_rawlen (L, -1), from = 2;
  aln_cell *values;
  size_t i = 0;
  const char *name;
  lua_rawgeti (L, -1, 1);
  name = lua_tostring (L, -1);
  while (i < sizeof filters / sizeof filters[0] && (!name || strcmp (name, filters[i].name) != 0))
    i++;
  if (i == sizeof filters / sizeof filters[0]) luaL_error (L, "no filter '%s'", name ? name : "?");
  lua_pop (L, 1);
  f->kind = filters[i].kind;
  if (f->kind == ALN_FILTER_VAR) {
    lua_rawgeti (L, -1, from++);
    f->name = aln_check_slice (L, -1);
    lua_pop (L, 1);
  }
  values = aln_arena_get (&p->st, p->arena, ((size_t)n + 1) * sizeof *values);
  f->values = values;
  for (; from <= n && p->st == ALN_OK; from++) {
    lua_rawgeti (L, -1, from);
    if (!aln_to_cell (L, &values[f->n]))
      luaL_error (L, "a filter cannot be a %s", luaL_typename (L, -1));
    if (f->kind == ALN_FILTER_MATCH && values[f->n].kind == ALN_CELL_TEXT)
      plant_match (p, &values[f->n]);
    f->n++;
    lua_pop (L, 1);
  }
  if (f->kind == ALN_FILTER_NUMBERS && p->st == ALN_OK) plant_stories (p, f, values);
}

/* -- selections --------------------------------------------------------------------------------------- */

static int truth (lua_State *L, const char *field) { /* of the table at the top */
  int yes;
  lua_getfield (L, -1, field);
  yes = lua_toboolean (L, -1);
  lua_pop (L, 1);
  return yes;
}

static void plant_where (planter *p, aln_select *s) {
  aln_filter *list = aln_arena_get (&p->st, p->arena, ((size_t)s->n + 1) * sizeof *list);
  s->filters = list;
  s->versions = truth (p->L, "versions");
  s->keep = truth (p->L, "keep");
  for (uint32_t i = 0; i < s->n && p->st == ALN_OK; i++) {
    lua_rawgeti (p->L, -1, (lua_Integer)i + 1);
    luaL_checktype (p->L, -1, LUA_TTABLE);
    plant_filter (p, &list[i]);
    lua_pop (p->L, 1);
  }
}

/* One article a story of what 's' has as its only part: as a filter of numbers. */
static const aln_select *plant_votes (planter *p, aln_select *s) {
  aln_filter *f = aln_arena_get (&p->st, p->arena, sizeof *f);
  aln_cell *v = aln_arena_get (&p->st, p->arena, sizeof *v);
  aln_slice json = {"[]", 2};
  if (p->st == ALN_OK) p->st = aln_story_votes (p->store, s->parts[0], p->arena, &json, p->fault);
  if (p->st != ALN_OK) return s;
  *v = (aln_cell){ALN_CELL_TEXT, {.text = json}};
  *f = (aln_filter){ALN_FILTER_NUMBERS, {"", 0}, v, 1};
  *s = (aln_select){.kind = ALN_SELECT_WHERE, .filters = f, .n = 1, .versions = 1};
  return s;
}

/* [-0, +0, v]  The tree at the top. */
static const aln_select *plant (planter *p, int depth) {
  static const char *const kinds[] = {"all", "where", "either", "both", "but", "votes", NULL};
  enum { VOTES = 5 };
  lua_State *L = p->L;
  aln_select *s = aln_arena_get (&p->st, p->arena, sizeof *s);
  const aln_select **parts;
  int kind;
  if (depth > TREE_DEPTH) luaL_error (L, "selections nested more than %d deep", TREE_DEPTH);
  luaL_checkstack (L, 8, "selection");
  luaL_checktype (L, -1, LUA_TTABLE);
  if (!s) return NULL;
  lua_getfield (L, -1, "kind");
  kind = luaL_checkoption (L, lua_gettop (L), NULL, kinds);
  s->kind = kind == VOTES ? ALN_SELECT_BOTH : (aln_select_kind)kind;
  lua_pop (L, 1);
  s->n = (uint32_t)lua_rawlen (L, -1);
  if (s->kind == ALN_SELECT_WHERE) plant_where (p, s);
  if (s->kind == ALN_SELECT_ALL || s->kind == ALN_SELECT_WHERE) return s;
  parts = aln_arena_get (&p->st, p->arena, ((size_t)s->n + 1) * sizeof *parts);
  s->parts = parts;
  for (uint32_t i = 0; i < s->n && p->st == ALN_OK; i++) {
    lua_rawgeti (L, -1, (lua_Integer)i + 1);
    parts[i] = plant (p, depth + 1);
    lua_pop (L, 1);
  }
  return kind == VOTES && s->n == 1 ? plant_votes (p, s) : s;
}

const aln_select *aln_check_tree (lua_State *L, int arg, aln_store *s, aln_arena *a, aln_fault *f) {
  planter p = {L, a, s, ALN_OK, f};
  const aln_select *tree;
  f->text[0] = '\0';
  lua_pushvalue (L, arg);
  tree = plant (&p, 0);
  lua_pop (L, 1);
  if (p.st != ALN_OK && !f->text[0]) aln_fail (f, p.st, ALN_NOWHERE, "%s", aln_status_text (p.st));
  return p.st == ALN_OK ? tree : NULL;
}
