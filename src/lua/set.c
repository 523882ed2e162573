/* set.c: an article set for Lua (userdata alliance.store). alliance/set.lua and selection.lua make
   of it what analysts see; adding.lua uses put, begin, commit and rollback.

   core.store_open (path or nil, readonly, lexicon)   a store, or nil, message, code
   store:put (article, {path=, vars={…}, published=, modified=, format=})
                            "added" | "same" | "version", id; or nil, message, code. All of an
                            article is stored or nothing. 'published' and 'modified' are as the
                            caller said them ('published' is taken from what the article was read
                            with when it is not given). Values of vars: texts, numbers, truth
                            values (stored as 1 and 0), lists of them (joined by "; ").
                            ELIMIT and EARG are about this article alone; after any other code the
                            store should be rolled back.
   store:begin (), store:commit ()   true, or nil, message, code (commit: all of it is undone)
   store:rollback ()                 true; also when there is nothing to undo
                            A put outside of begin and commit is a transaction of its own.
   store:count (tree)                articles, undated ones left out
   store:table (name, tree)          a frame (keep/tables.c has the names)
   store:search (tree, query, scope, limit)           a frame, hits in all
   store:kwic (tree, query, scope, width, sort, limit, pattern)  the same; width 0: whole sentences
   store:stories (tree, pairs)       a frame: its articles that share a story, or copies beside
                                     their originals
   store:sql (statement, values, n)  a frame; values: n by place, or by name where n is nil
   store:fingerprint ()              16 digits that change when articles come or go
   store:find (id)                   the number of the article that counts, or nil
   store:next (tree, after, room)    numbers greater than 'after', rising
   store:get (number)                bytes, {published=, source=, url=, id=, path=, vars=}
   store:remove (tree), store:reread (), store:reindex ()   how many
   store:path (), store:readonly (), store:writing (), store:closed (), store:close ()

   A tree: {kind="all"}, {kind="either"|"both"|"but", tree, …}, {kind="votes", tree} (one article a
   story), or {kind="where", versions=, keep=,
   {filter, value, …}, {"vars", name, value, …}}. Numbers of articles never reach analysts.
   Failures of the file give nil, message, code, byte. Ctrl-C: the hook that lua.c sets is noticed;
   the call ends with EINTR and the hook raises. */
#include "binding.h"

#include "../base/fold.h"

#include "../base/limits.h"
#include "../keep/ask.h"
#include "../keep/inspect.h"
#include "../keep/settle.h"
#include "../keep/stories.h"

#define STORE "alliance.store"
#define SCRATCH "alliance.store.scratch"
#define TREE_DEPTH 100 /* nested selections */

typedef struct box {
  aln_store *store; /* NULL once closed */
  lua_State *at[2]; /* the main thread and the one that asks, while it asks */
  int mask[2];      /* their hooks when it began */
} box;

typedef struct scratch { /* what a call needs, freed whatever raises */
  aln_arena arena;
  aln_buf buf;
} scratch;

static int scratch_close (lua_State *L) {
  scratch *s = lua_touserdata (L, 1);
  aln_arena_free (&s->arena);
  aln_buf_free (&s->buf);
  return 0;
}

static scratch *push_scratch (lua_State *L) { /* [-0, +1, m] closed when the C function returns */
  scratch *s = lua_newuserdatauv (L, sizeof *s, 0);
  *s = (scratch){ALN_ARENA_EMPTY, ALN_BUF_EMPTY};
  luaL_setmetatable (L, SCRATCH);
  lua_toclose (L, -1);
  return s;
}

static int store_close (lua_State *L) {
  box *b = luaL_checkudata (L, 1, STORE);
  aln_store *s = b->store;
  b->store = NULL;
  aln_store_close (s);
  return 0;
}

static int stop (void *context) {
  const box *b = context;
  return lua_gethookmask (b->at[0]) != b->mask[0] || lua_gethookmask (b->at[1]) != b->mask[1];
}

static void watch (lua_State *L, box *b) { /* [-0, +0, -]  The hooks as they are now. */
  lua_rawgeti (L, LUA_REGISTRYINDEX, LUA_RIDX_MAINTHREAD);
  b->at[0] = lua_tothread (L, -1);
  b->at[1] = L;
  lua_pop (L, 1);
  for (int i = 0; i < 2; i++) b->mask[i] = lua_gethookmask (b->at[i]);
}

/* [-0, +0, v]  The open store at 1, which watches for Ctrl-C from now on. */
static aln_store *check_store (lua_State *L) {
  box *b = luaL_checkudata (L, 1, STORE);
  if (!b->store) luaL_error (L, "this set is closed");
  watch (L, b);
  return b->store;
}

aln_store *aln_check_store (lua_State *L) { return check_store (L); }

static int push_true (lua_State *L) {
  lua_pushboolean (L, 1);
  return 1;
}

static int raise_status (lua_State *L, aln_status st) {
  return luaL_error (L, "%s", aln_status_text (st));
}

/* -- values and trees from Lua ---------------------------------------------------------------------
 */

/* [-0, +0, -]  The value at the top as a cell (a string is borrowed); 0 where it can be none. */
static int to_cell (lua_State *L, aln_cell *c) {
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
    if (!to_cell (L, &values[f->n]))
      luaL_error (L, "a filter cannot be a %s", luaL_typename (L, -1));
    if (f->kind == ALN_FILTER_MATCH && values[f->n].kind == ALN_CELL_TEXT)
      plant_match (p, &values[f->n]);
    f->n++;
    lua_pop (L, 1);
  }
  if (f->kind == ALN_FILTER_NUMBERS && p->st == ALN_OK) plant_stories (p, f, values);
}

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

static const aln_select *check_tree (lua_State *L, int arg, aln_store *s, scratch *room,
                                     aln_fault *f) {
  return aln_check_tree (L, arg, s, &room->arena, f);
}

/* -- opening, transactions --------------------------------------------------------------------------
 */

static int open_store (lua_State *L) {
  const char *path = luaL_optstring (L, 1, NULL);
  unsigned flags = lua_toboolean (L, 2) ? ALN_OPEN_READONLY : 0;
  aln_lexicon *x = aln_check_lexicon (L, 3);
  aln_fault f;
  box *b;
  luaL_argcheck (L, !path || strlen (path) == lua_rawlen (L, 1), 1, "a path without NUL");
  b = lua_newuserdatauv (L, sizeof *b, 0);
  memset (b, 0, sizeof *b);
  luaL_setmetatable (L, STORE);
  if (aln_store_open (path, flags, x, &b->store, &f) != ALN_OK) return aln_push_fault (L, &f);
  watch (L, b);
  aln_store_watch (b->store, stop, b);
  return 1;
}

static int store_begin (lua_State *L) {
  aln_fault f;
  aln_store *s = check_store (L);
  if (aln_store_writing (s)) return luaL_error (L, "store:begin: a transaction is open already");
  return aln_store_begin (s, &f) == ALN_OK ? push_true (L) : aln_push_fault (L, &f);
}

static int store_commit (lua_State *L) {
  aln_fault f;
  return aln_store_commit (check_store (L), &f) == ALN_OK ? push_true (L) : aln_push_fault (L, &f);
}

static int store_rollback (lua_State *L) {
  aln_store_rollback (check_store (L));
  return push_true (L);
}

static int store_writing (lua_State *L) {
  lua_pushboolean (L, aln_store_writing (check_store (L)));
  return 1;
}

static int store_path (lua_State *L) {
  lua_pushstring (L, aln_store_path (check_store (L)));
  return 1;
}

static int store_readonly (lua_State *L) {
  lua_pushboolean (L, aln_store_readonly (check_store (L)));
  return 1;
}

static int store_closed (lua_State *L) {
  lua_pushboolean (L, ((box *)luaL_checkudata (L, 1, STORE))->store == NULL);
  return 1;
}

/* -- putting in, taking out ---------------------------------------------------------------------------
 */

/* [-0, +0, e]  The list at the top as one text, its items joined by "; "; 0 where it is no list of
   plain values. */
static int join_list (lua_State *L, scratch *room, aln_status *st, aln_cell *c) {
  lua_Integer n = (lua_Integer)lua_rawlen (L, -1);
  room->buf.n = 0;
  for (lua_Integer i = 1; i <= n && *st == ALN_OK; i++) {
    int type = lua_rawgeti (L, -1, i);
    if (type != LUA_TSTRING && type != LUA_TNUMBER && type != LUA_TBOOLEAN) {
      lua_pop (L, 1);
      return 0;
    }
    if (i > 1) aln_buf_add (st, &room->buf, ALN_LIT ("; "));
    aln_buf_add (st, &room->buf, (luaL_tolstring (L, -1, NULL), aln_check_slice (L, -1)));
    lua_pop (L, 2);
  }
  *c = (aln_cell){ALN_CELL_TEXT,
                  {.text = aln_arena_copy (st, &room->arena, aln_buf_slice (&room->buf))}};
  if (n > 0) return 1;
  lua_pushnil (L); /* a table without items that has keys is no list */
  if (!lua_next (L, -2)) return 1;
  lua_pop (L, 2);
  return 0;
}

/* [-0, +0, v]  The vars of the table at 3. */
static aln_status take_vars (lua_State *L, scratch *room, aln_said *said, aln_fault *f) {
  ALN_LIST (aln_slice) names = {NULL, 0, 0};
  ALN_LIST (aln_cell) values = {NULL, 0, 0};
  aln_status st = ALN_OK;
  lua_getfield (L, 3, "vars");
  if (lua_isnil (L, -1)) return ALN_OK;
  luaL_argcheck (L, lua_istable (L, -1), 3, "vars should be a table");
  lua_pushnil (L);
  while (st == ALN_OK && lua_next (L, -2)) {
    aln_slice *name = ALN_ADD (&st, &room->arena, &names);
    aln_cell *value = ALN_ADD (&st, &room->arena, &values);
    int known;
    luaL_argcheck (L, lua_type (L, -2) == LUA_TSTRING, 3, "a name of vars should be a string");
    if (st != ALN_OK) break;
    *name = aln_check_slice (L, -2);
    known = lua_istable (L, -1) ? join_list (L, room, &st, value) : to_cell (L, value);
    if (!known)
      return aln_fail (
          f, ALN_EARG, ALN_NOWHERE,
          "vars.%.60s should be a text, a number, a truth value or a list of them, not a %s",
          name->p, luaL_typename (L, -1));
    lua_pop (L, 1);
  }
  said->names = names.at;
  said->values = values.at;
  said->vars = names.n;
  return st == ALN_OK ? st : aln_fail (f, st, ALN_NOWHERE, "%s", aln_status_text (st));
}

/* [-0, +1, m]  What the article at 2 was read with says of its publication: its second user value
   keeps a copy of 'about'. Pushed so that it stays alive. */
static aln_slice read_published (lua_State *L) {
  aln_slice s = {"", 0};
  if (lua_getiuservalue (L, 2, 2) == LUA_TTABLE && lua_getfield (L, -1, "published") == LUA_TSTRING)
    s = aln_check_slice (L, -1);
  return s;
}

static int store_put (lua_State *L) {
  static const char *const what[] = {"added", "same", "version"};
  aln_store *s = check_store (L);
  const aln_reading *r = aln_check_reading (L, 2); /* noticing may date it */
  aln_article *a = r->article;
  aln_said said = {aln_opt_field (L, 3, "published"),
                   aln_opt_field (L, 3, "modified"),
                   aln_opt_field (L, 3, "path"),
                   aln_opt_field (L, 3, "format"),
                   NULL,
                   NULL,
                   0};
  scratch *room;
  aln_put put;
  aln_fault f;
  aln_status st = ALN_OK;
  lua_settop (L, 3);
  room = push_scratch (L);
  aln_article_id (a);
  if (!said.published.n) said.published = read_published (L);
  if (lua_istable (L, 3)) st = take_vars (L, room, &said, &f);
  if (st == ALN_OK) st = aln_store_put (s, a, &r->noticed, &said, &put, &f);
  if (st != ALN_OK) return aln_push_fault (L, &f);
  lua_pushstring (L, what[put]);
  aln_push_slice (L, a->given_id);
  return 2;
}

static int store_remove (lua_State *L) {
  aln_store *s = check_store (L);
  scratch *room = push_scratch (L);
  int64_t n;
  aln_fault f;
  const aln_select *tree = check_tree (L, 2, s, room, &f);
  if (!tree || aln_store_remove (s, tree, &n, &f) != ALN_OK) return aln_push_fault (L, &f);
  lua_pushinteger (L, n);
  return 1;
}

static int store_renotice (lua_State *L) {
  aln_fault f;
  lua_Integer n = luaL_checkinteger (L, 2);
  aln_status st = aln_store_renotice (check_store (L), n, &f);
  return st == ALN_OK || st == ALN_DONE ? push_true (L) : aln_push_fault (L, &f);
}

static int store_reread (lua_State *L) {
  int64_t n;
  aln_fault f;
  if (aln_store_reread (check_store (L), &n, &f) != ALN_OK) return aln_push_fault (L, &f);
  lua_pushinteger (L, n);
  return 1;
}

static int store_reindex (lua_State *L) {
  int64_t n;
  aln_fault f;
  if (aln_store_reindex (check_store (L), &n, &f) != ALN_OK) return aln_push_fault (L, &f);
  lua_pushinteger (L, n);
  return 1;
}

/* -- asking --------------------------------------------------------------------------------------------
 */

static int store_count (lua_State *L) {
  aln_store *s = check_store (L);
  scratch *room = push_scratch (L);
  int64_t n, left_out;
  aln_fault f;
  const aln_select *tree = check_tree (L, 2, s, room, &f);
  if (!tree || aln_ask_count (s, tree, &n, &left_out, &f) != ALN_OK) return aln_push_fault (L, &f);
  lua_pushinteger (L, n);
  lua_pushinteger (L, left_out);
  return 2;
}

static int store_table (lua_State *L) {
  aln_store *s = check_store (L);
  const char *name = luaL_checkstring (L, 2);
  scratch *room = push_scratch (L);
  aln_frame *frame;
  aln_fault f;
  const aln_select *tree = check_tree (L, 3, s, room, &f);
  if (!tree || aln_ask_table (s, name, tree, &frame, &f) != ALN_OK) return aln_push_fault (L, &f);
  aln_push_frame (L, frame);
  return 1;
}

static uint32_t check_limit (lua_State *L, int arg) {
  lua_Integer n = luaL_optinteger (L, arg, UINT32_MAX);
  luaL_argcheck (L, n >= 1 && n <= (lua_Integer)UINT32_MAX, arg, "a number of rows, 1 or more");
  return (uint32_t)n;
}

static const char *const scopes[] = {"body", "headline", "text", "quotes", NULL};

/* The tree at 2 and the query at 3; 0 with *f filled where one is faulty. */
static int check_question (lua_State *L, aln_store *s, scratch *room, const aln_select **tree,
                           aln_query **q, aln_fault *f) {
  aln_slice text = aln_check_slice (L, 3);
  *tree = check_tree (L, 2, s, room, f);
  return *tree && aln_query_parse (text, aln_store_lexicon (s), &room->arena, q, f) == ALN_OK;
}

static int push_found (lua_State *L, aln_status st, aln_frame *frame, int64_t total,
                       const aln_fault *f) {
  if (st != ALN_OK) return aln_push_fault (L, f);
  aln_push_frame (L, frame);
  lua_pushinteger (L, total);
  return 2;
}

static int store_search (lua_State *L) {
  aln_store *s = check_store (L);
  aln_scope scope = (aln_scope)luaL_checkoption (L, 4, "text", scopes);
  uint32_t limit = check_limit (L, 5);
  scratch *room = push_scratch (L);
  const aln_select *tree;
  aln_query *q;
  aln_frame *frame = NULL;
  int64_t total = 0;
  aln_fault f;
  aln_status st;
  if (!check_question (L, s, room, &tree, &q, &f)) return aln_push_fault (L, &f);
  st = aln_ask_search (s, tree, q, scope, limit, &frame, &total, &f);
  return push_found (L, st, frame, total, &f);
}

/* [-0, +0, e]  The list of places at 'arg', by which rows are sorted. */
static void check_sort (lua_State *L, int arg, aln_kwic *k) {
  if (lua_isnoneornil (L, arg)) return;
  luaL_checktype (L, arg, LUA_TTABLE);
  for (lua_Integer i = 1; i <= (lua_Integer)lua_rawlen (L, arg); i++) {
    luaL_argcheck (L, i <= (lua_Integer)ALN_SORT_POSITIONS, arg, "at most 16 places");
    lua_rawgeti (L, arg, i);
    k->sort[k->n_sort++] = (int)luaL_checkinteger (L, -1);
    luaL_argcheck (L, k->sort[i - 1] >= -1000 && k->sort[i - 1] <= 1000, arg, "-1000 to 1000");
    lua_pop (L, 1);
  }
}

/* store:kwic (tree, query, scope, width, sort, limit, pattern): 'pattern' nil: a query; else a pattern of
   sequence.h, whose plain words are "folded", "written" or "stem". */
static int store_kwic (lua_State *L) {
  static const char *const kinds[] = {"folded", "written", "stem", NULL};
  aln_store *s = check_store (L);
  aln_kwic k = {.scope = (aln_scope)luaL_checkoption (L, 4, "body", scopes)};
  lua_Integer width = luaL_optinteger (L, 5, 40);
  int pattern = lua_isnoneornil (L, 8) ? -1 : luaL_checkoption (L, 8, NULL, kinds);
  scratch *room;
  const aln_select *tree;
  aln_query *q = NULL;
  aln_sequence sequence;
  aln_frame *frame = NULL;
  int64_t total = 0;
  aln_fault f;
  aln_status st;
  luaL_argcheck (L, width >= 0 && width <= (lua_Integer)ALN_ARTICLE_MAX, 5,
                 "a number of characters");
  k.limit = check_limit (L, 7);
  check_sort (L, 6, &k);
  room = push_scratch (L);
  if (pattern < 0 && !check_question (L, s, room, &tree, &q, &f)) return aln_push_fault (L, &f);
  if (pattern >= 0) {
    tree = check_tree (L, 2, s, room, &f);
    if (!tree || aln_sequence_parse (aln_check_slice (L, 3), aln_store_lexicon (s),
                                     (unsigned)pattern, &room->arena, &sequence, &f) != ALN_OK)
      return aln_push_fault (L, &f);
    k.sequence = &sequence;
  }
  k.query = q;
  k.width = (uint32_t)width;
  st = aln_ask_kwic (s, tree, &k, &frame, &total, &f);
  return push_found (L, st, frame, total, &f);
}

typedef struct given { /* the values for a statement: the table at 3 */
  lua_State *L;
  lua_Integer n; /* how many by place; -1: by name */
} given;

/* Nothing in it raises: it is called while a statement is open. */
static aln_status bind_value (void *context, const char *name, int number, aln_cell *v) {
  lua_State *L = ((given *)context)->L;
  int top = lua_gettop (L), known;
  if (((given *)context)->n >= 0) lua_rawgeti (L, 3, number);
  else {
    lua_pushnil (L);
    while (lua_next (L, 3)) {
      if (lua_type (L, -2) == LUA_TSTRING && *name && strcmp (lua_tostring (L, -2), name + 1) == 0)
        break;
      lua_pop (L, 1);
    }
    if (lua_gettop (L) == top) return ALN_EARG;
  }
  known = to_cell (L, v);
  lua_settop (L, top); /* the table keeps a string alive */
  return known ? ALN_OK : ALN_EARG;
}

static aln_status count_values (void *context, int wanted, aln_fault *f) {
  lua_Integer n = ((given *)context)->n;
  if (n < 0 || n == wanted) return ALN_OK;
  return aln_fail (f, ALN_EARG, ALN_NOWHERE,
                   "sql: the statement has %d parameters; values given: %d", wanted, (int)n);
}

static int store_sql (lua_State *L) {
  aln_store *s = check_store (L);
  aln_slice sql = aln_check_slice (L, 2);
  given list = {L, luaL_optinteger (L, 4, -1)};
  aln_values values = {bind_value, count_values, &list};
  aln_frame *frame;
  aln_fault f;
  luaL_checktype (L, 3, LUA_TTABLE);
  lua_settop (L, 3);
  luaL_checkstack (L, 8, "sql");
  if (aln_ask_sql (s, sql, &values, &frame, &f) != ALN_OK) return aln_push_fault (L, &f);
  aln_push_frame (L, frame);
  return 1;
}

/* [-0, +0, e]  The items 1 … n of the list at 'arg' ('n' is its field, where nils may stand in it). */
static void take_cells (lua_State *L, int arg, scratch *room, aln_binds *out) {
  aln_status st = ALN_OK;
  lua_Integer n;
  luaL_checktype (L, arg, LUA_TTABLE);
  lua_getfield (L, arg, "n");
  n = lua_isinteger (L, -1) ? lua_tointeger (L, -1) : luaL_len (L, arg);
  lua_pop (L, 1);
  for (lua_Integer i = 1; i <= n && st == ALN_OK; i++) {
    aln_cell *c = ALN_ADD (&st, &room->arena, &out->values);
    lua_rawgeti (L, arg, i);
    if (c && !to_cell (L, c)) luaL_error (L, "store: value %I: a %s", i, luaL_typename (L, -1));
    lua_pop (L, 1); /* the table keeps a string alive */
  }
  if (st != ALN_OK) luaL_error (L, "store: %s", aln_status_text (st));
}

/* store:select (tree, sql, values): rows of a SELECT of the library's own. */
static int store_select (lua_State *L) {
  aln_store *s = check_store (L);
  const char *sql = luaL_checkstring (L, 3);
  scratch *room = push_scratch (L);
  aln_binds values = {{NULL, 0, 0}};
  aln_frame *frame;
  aln_fault f;
  const aln_select *tree = check_tree (L, 2, s, room, &f);
  if (!tree) return aln_push_fault (L, &f);
  take_cells (L, 4, room, &values);
  if (aln_ask_select (s, sql, tree, &values, &frame, &f) != ALN_OK) return aln_push_fault (L, &f);
  aln_push_frame (L, frame);
  return 1;
}

static int store_stories (lua_State *L) {
  aln_store *s = check_store (L);
  int pairs = lua_toboolean (L, 3);
  scratch *room = push_scratch (L);
  aln_frame *frame = NULL;
  aln_fault f;
  aln_status st;
  const aln_select *tree = check_tree (L, 2, s, room, &f);
  if (!tree) return aln_push_fault (L, &f);
  st = pairs ? aln_ask_pairs (s, tree, &frame, &f) : aln_ask_stories (s, tree, &frame, &f);
  if (st != ALN_OK) return aln_push_fault (L, &f);
  aln_push_frame (L, frame);
  return 1;
}

/* store:write (name, values): true; one of the statements of keep/settle.c, once a row of values. */
static int store_write (lua_State *L) {
  aln_store *s = check_store (L);
  const char *name = luaL_checkstring (L, 2);
  scratch *room = push_scratch (L);
  aln_binds values = {{NULL, 0, 0}};
  aln_fault f;
  take_cells (L, 3, room, &values);
  if (!aln_store_writing (s)) return luaL_error (L, "store:write: no transaction is open");
  return aln_store_write (s, name, &values, &f) == ALN_OK ? push_true (L) : aln_push_fault (L, &f);
}

static int store_fingerprint (lua_State *L) {
  char hex[17];
  aln_fault f;
  if (aln_store_fingerprint (check_store (L), hex, &f) != ALN_OK) return aln_push_fault (L, &f);
  lua_pushstring (L, hex);
  return 1;
}

/* -- articles --------------------------------------------------------------------------------------------
 */

static int store_find (lua_State *L) {
  aln_store *s = check_store (L);
  int64_t n;
  aln_fault f;
  if (aln_store_find (s, aln_check_slice (L, 2), &n, &f) != ALN_OK) return aln_push_fault (L, &f);
  if (n) lua_pushinteger (L, n);
  else lua_pushnil (L);
  return 1;
}

static int store_next (lua_State *L) {
  aln_store *s = check_store (L);
  int64_t numbers[64];
  uint32_t n;
  aln_fault f;
  lua_Integer after = luaL_checkinteger (L, 3);
  scratch *room = push_scratch (L);
  const aln_select *tree = check_tree (L, 2, s, room, &f);
  if (!tree || aln_store_next (s, tree, after, numbers, 64, &n, &f) != ALN_OK)
    return aln_push_fault (L, &f);
  lua_createtable (L, (int)n, 0);
  for (uint32_t i = 0; i < n; i++) {
    lua_pushinteger (L, numbers[i]);
    lua_rawseti (L, -2, (lua_Integer)i + 1);
  }
  return 1;
}

typedef struct copy {
  aln_arena *arena;
  aln_stored stored;
} copy;

static aln_status keep_copy (void *context, const aln_stored *s) {
  copy *c = context;
  aln_status st = ALN_OK;
  const aln_slice *from[] = {&s->bytes,     &s->about.published, &s->about.source,
                             &s->about.url, &s->about.id,        &s->path};
  aln_slice *to[] = {&c->stored.bytes,     &c->stored.about.published, &c->stored.about.source,
                     &c->stored.about.url, &c->stored.about.id,        &c->stored.path};
  for (int i = 0; i < 6; i++) *to[i] = aln_arena_copy (&st, c->arena, *from[i]);
  return st;
}

static void set_text (lua_State *L, const char *key,
                      aln_slice s) { /* [-0, +0, m] empty: left out */
  if (s.n == 0) return;
  aln_push_slice (L, s);
  lua_setfield (L, -2, key);
}

static void push_cell (lua_State *L, const aln_cell *c) {
  switch (c->kind) {
  case ALN_CELL_INTEGER: lua_pushinteger (L, c->as.integer); break;
  case ALN_CELL_REAL: lua_pushnumber (L, c->as.real); break;
  case ALN_CELL_TEXT: aln_push_slice (L, c->as.text); break;
  default: lua_pushnil (L); break;
  }
}

static void push_about (lua_State *L, const aln_stored *s, const aln_vars *vars) {
  lua_createtable (L, 0, 6);
  set_text (L, "published", s->about.published);
  set_text (L, "source", s->about.source);
  set_text (L, "url", s->about.url);
  set_text (L, "id", s->about.id);
  set_text (L, "path", s->path);
  lua_createtable (L, 0, (int)vars->names.n);
  for (uint32_t i = 0; i < vars->names.n; i++) {
    aln_push_slice (L, vars->names.at[i]);
    push_cell (L, &vars->values.at[i]);
    lua_rawset (L, -3);
  }
  lua_setfield (L, -2, "vars");
}

static int store_get (lua_State *L) {
  aln_store *s = check_store (L);
  lua_Integer n = luaL_checkinteger (L, 2);
  scratch *room = push_scratch (L);
  copy c = {&room->arena, {{"", 0}, {{"", 0}, {"", 0}, {"", 0}, {"", 0}}, {"", 0}}};
  aln_vars vars = {{NULL, 0, 0}, {NULL, 0, 0}};
  aln_fault f;
  aln_status st = aln_store_get (s, n, keep_copy, &c, &f);
  if (st == ALN_DONE) return 0;
  if (st == ALN_ENOMEM) return raise_status (L, st);
  if (st == ALN_OK) st = aln_store_vars (s, n, &room->arena, &vars, &f);
  if (st != ALN_OK) return aln_push_fault (L, &f);
  aln_push_slice (L, c.stored.bytes);
  push_about (L, &c.stored, &vars);
  return 2;
}

/* -- for specs ---------------------------------------------------------------------------------------------
 */

/* probe.store_limit (store, milliseconds, pages): how long to wait for another writer; how large the
   file may become (0: as it is). */
static int probe_limit (lua_State *L) {
  aln_store_limit (check_store (L), (int)luaL_checkinteger (L, 2), (int)luaL_optinteger (L, 3, 0));
  return 0;
}

/* probe.store_check (store): is the index what one that is built anew would be? */
static int probe_check (lua_State *L) {
  int whole;
  aln_fault f;
  if (aln_store_check (check_store (L), &whole, &f) != ALN_OK) return aln_push_fault (L, &f);
  lua_pushboolean (L, whole);
  return 1;
}

/* probe.stream (store, what, arguments, tree): a frame of what the token streams hold (keep/inspect.h). */
static int probe_stream (lua_State *L) {
  aln_store *s = check_store (L);
  const char *what = luaL_checkstring (L, 2);
  aln_slice arguments = aln_check_slice (L, 3);
  scratch *room = push_scratch (L);
  aln_frame *frame;
  aln_fault f;
  const aln_select *tree = check_tree (L, 4, s, room, &f);
  if (!tree || aln_inspect (s, what, arguments, tree, &frame, &f) != ALN_OK)
    return aln_push_fault (L, &f);
  aln_push_frame (L, frame);
  return 1;
}

/* probe.stream_damage (store, seed): changes a piece of the streams, inside of a transaction. */
static int probe_damage (lua_State *L) {
  aln_fault f;
  aln_store *s = check_store (L);
  uint64_t seed = (uint64_t)luaL_checkinteger (L, 2);
  luaL_argcheck (L, aln_store_writing (s), 1, "a store that is writing");
  if (aln_inspect_damage (s, seed, &f) != ALN_OK) return aln_push_fault (L, &f);
  return push_true (L);
}

/* probe.stream_work (store, times): makes streams in memory, so often; bytes of text. */
static int probe_work (lua_State *L) {
  int64_t bytes;
  aln_fault f;
  aln_store *s = check_store (L);
  if (aln_inspect_work (s, (uint32_t)luaL_checkinteger (L, 2), &bytes, &f) != ALN_OK)
    return aln_push_fault (L, &f);
  lua_pushinteger (L, bytes);
  return 1;
}

/* probe.index_words (text): the words that the index makes of it, sorted, one a line. */
static int probe_words (lua_State *L) {
  aln_slice text = aln_check_slice (L, 1);
  scratch *room = push_scratch (L);
  aln_status st = aln_store_cut (text, &room->buf);
  if (st != ALN_OK) return raise_status (L, st);
  aln_push_slice (L, aln_buf_slice (&room->buf));
  return 1;
}

/* core.query (text, lexicon): the expression for the index that it stands for, or nil, message, code,
   byte. */
static int read_query (lua_State *L) {
  aln_slice text = aln_check_slice (L, 1);
  aln_lexicon *x = aln_check_lexicon (L, 2);
  scratch *room = push_scratch (L);
  aln_query *q;
  aln_fault f;
  aln_status st = aln_query_parse (text, x, &room->arena, &q, &f);
  if (st != ALN_OK) return aln_push_fault (L, &f);
  aln_query_express (&st, q, ALN_SCOPE_TEXT, &room->buf);
  if (st != ALN_OK) return raise_status (L, st);
  aln_push_slice (L, aln_buf_slice (&room->buf));
  return 1;
}

/* core.query_among (query, lexicon, texts): for each text whether the query is satisfied in it; or nil
   and what is wrong with the query. */
static int query_among (lua_State *L) {
  aln_slice text = aln_check_slice (L, 1);
  aln_lexicon *x = aln_check_lexicon (L, 2);
  scratch *room = push_scratch (L);
  aln_query *q;
  aln_fault f;
  aln_status st = aln_query_parse (text, x, &room->arena, &q, &f);
  if (st != ALN_OK) return aln_push_fault (L, &f);
  luaL_checktype (L, 3, LUA_TTABLE);
  lua_createtable (L, (int)luaL_len (L, 3), 0);
  for (lua_Integer i = 1, n = luaL_len (L, 3); i <= n && st == ALN_OK; i++) {
    aln_arena a = ALN_ARENA_EMPTY;
    aln_terms terms = {NULL, 0, 0};
    aln_hits hits = {NULL, 0, 0};
    lua_rawgeti (L, 3, i);
    if (lua_type (L, -1) == LUA_TSTRING) {
      aln_terms_cut (&st, aln_check_slice (L, -1), x, &a, &terms);
      aln_query_hits (&st, q, &terms, &a, &hits);
    }
    aln_arena_free (&a);
    lua_pop (L, 1);
    lua_pushboolean (L, hits.n > 0);
    lua_rawseti (L, -2, i);
  }
  return st == ALN_OK ? 1 : raise_status (L, st);
}

/* core.fold (text): its plain form, without the marks on letters; text that is too long as it is. */
static int fold_text (lua_State *L) {
  aln_slice text = aln_check_slice (L, 1);
  luaL_Buffer b;
  size_t room = text.n * 3 + 32, n;
  char *out = luaL_buffinitsize (L, &b, room);
  n = aln_fold_bare (text, out, room);
  if (!n) return lua_pushvalue (L, 1), 1;
  luaL_pushresultsize (&b, n);
  return 1;
}

static void open_meta (lua_State *L) {
  static const luaL_Reg meta[] = {{"__gc", store_close}, {"__close", store_close}, {NULL, NULL}};
  static const luaL_Reg methods[] = {{"put", store_put},
                                     {"begin", store_begin},
                                     {"commit", store_commit},
                                     {"rollback", store_rollback},
                                     {"writing", store_writing},
                                     {"path", store_path},
                                     {"readonly", store_readonly},
                                     {"closed", store_closed},
                                     {"close", store_close},
                                     {"remove", store_remove},
                                     {"reread", store_reread},
                                     {"renotice", store_renotice},
                                     {"reindex", store_reindex},
                                     {"count", store_count},
                                     {"table", store_table},
                                     {"search", store_search},
                                     {"kwic", store_kwic},
                                     {"sql", store_sql},
                                     {"select", store_select},
                                     {"write", store_write},
                                     {"find", store_find},
                                     {"next", store_next},
                                     {"get", store_get},
                                     {"stories", store_stories},
                                     {"fingerprint", store_fingerprint},
                                     {NULL, NULL}};
  if (luaL_newmetatable (L, STORE)) {
    luaL_setfuncs (L, meta, 0);
    luaL_newlib (L, methods);
    lua_setfield (L, -2, "__index");
  }
  lua_pop (L, 1);
}

void aln_open_set (lua_State *L) {
  static const luaL_Reg scratch_meta[] = {
      {"__gc", scratch_close}, {"__close", scratch_close}, {NULL, NULL}};
  static const luaL_Reg functions[] = {{"store_open", open_store},
                                       {"query", read_query},
                                       {"query_among", query_among},
                                       {"fold", fold_text},
                                       {NULL, NULL}};
  static const luaL_Reg probes[] = {{"store_limit", probe_limit},
                                    {"store_check", probe_check},
                                    {"stream", probe_stream},
                                    {"stream_damage", probe_damage},
                                    {"stream_work", probe_work},
                                    {"index_words", probe_words},
                                    {NULL, NULL}};
  open_meta (L);
  if (luaL_newmetatable (L, SCRATCH)) luaL_setfuncs (L, scratch_meta, 0);
  lua_pop (L, 1);
  luaL_setfuncs (L, functions, 0);
  lua_getfield (L, -1, "probe"); /* core.c opens it before */
  luaL_setfuncs (L, probes, 0);
  lua_pop (L, 1);
}
