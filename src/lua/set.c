/* set.c: in: articles from Lua. Out: the userdata alliance.store, which stores, removes and gives back
   (asking.c has its questions). alliance/set.lua and selection.lua make of it what analysts see;
   adding.lua uses put, begin, commit and rollback.

   core.store_open (path or nil, readonly, lexicon)   a store, or nil, message, code
   store:put (article, {path=, vars={…}, published=, modified=, format=})
                            "added" | "same" | "version", id; or nil, message, code. All of an
                            article is stored or nothing. 'published' and 'modified' are as the
                            caller said them ('published' is taken from what the article was read
                            with when it is not given). Values of vars: texts, numbers, truth
                            values (stored as 1 and 0), lists of them (joined by "; ").
                            ELIMIT and EARG are about this article alone; after any other code the
                            store should be rolled back.
   store:begin ([whole]), store:commit ()   true, or nil, message, code (commit: all of it is undone);
                            with 'whole' a put that fails half way undoes all of it too, and ends it
   store:rollback ()                 true; also when there is nothing to undo
                            A put outside of begin and commit is a transaction of its own.
   store:find (id)                   the number of the article that counts, or nil
   store:next (tree, after, room)    numbers greater than 'after', rising
   store:get (number)                bytes, {published=, source=, url=, id=, path=, vars=}
   store:rows (sql, values), store:write (name, values)   what is joined over the set (keep/settle.h)
   store:remove (tree), store:reread (), store:reindex ()   how many
   store:path (), store:readonly (), store:writing (), store:closed (), store:close ()

   Trees are in tree.c. Numbers of articles never reach analysts.
   Failures of the file give nil, message, code, byte. Ctrl-C: the hook that lua.c sets is noticed;
   the call ends with EINTR and the hook raises. */
#include "storing.h"

#include "../keep/settle.h"

#define STORE "alliance.store"

typedef struct box {
  aln_store *store; /* NULL once closed */
  lua_State *at[2]; /* the main thread and the one that asks, while it asks */
  int mask[2];      /* their hooks when it began */
} box;

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

aln_store *aln_check_store (lua_State *L) {
  box *b = luaL_checkudata (L, 1, STORE);
  if (!b->store) luaL_error (L, "this set is closed");
  watch (L, b);
  return b->store;
}

/* -- opening, transactions ---------------------------------------------------------------------------- */

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
  aln_store *s = aln_check_store (L);
  aln_status st;
  if (aln_store_writing (s)) return luaL_error (L, "store:begin: a transaction is open already");
  st = lua_toboolean (L, 2) ? aln_store_begin_whole (s, &f) : aln_store_begin (s, &f);
  return st == ALN_OK ? aln_push_true (L) : aln_push_fault (L, &f);
}

static int store_commit (lua_State *L) {
  aln_fault f;
  return aln_store_commit (aln_check_store (L), &f) == ALN_OK ? aln_push_true (L)
                                                              : aln_push_fault (L, &f);
}

static int store_rollback (lua_State *L) {
  aln_store_rollback (aln_check_store (L));
  return aln_push_true (L);
}

static int store_writing (lua_State *L) {
  lua_pushboolean (L, aln_store_writing (aln_check_store (L)));
  return 1;
}

static int store_path (lua_State *L) {
  lua_pushstring (L, aln_store_path (aln_check_store (L)));
  return 1;
}

static int store_readonly (lua_State *L) {
  lua_pushboolean (L, aln_store_readonly (aln_check_store (L)));
  return 1;
}

static int store_closed (lua_State *L) {
  lua_pushboolean (L, ((box *)luaL_checkudata (L, 1, STORE))->store == NULL);
  return 1;
}

/* -- putting in, taking out --------------------------------------------------------------------------- */

/* [-0, +0, e]  The list at the top as one text, its items joined by "; "; 0 where it is no list of
   plain values. */
static int join_list (lua_State *L, aln_scratch *room, aln_status *st, aln_cell *c) {
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
static aln_status take_vars (lua_State *L, aln_scratch *room, aln_said *said, aln_fault *f) {
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
    known = lua_istable (L, -1) ? join_list (L, room, &st, value) : aln_to_cell (L, value);
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
  aln_store *s = aln_check_store (L);
  const aln_reading *r = aln_check_reading (L, 2); /* noticing may date it */
  aln_article *a = r->article;
  aln_said said = {aln_opt_field (L, 3, "published"),
                   aln_opt_field (L, 3, "modified"),
                   aln_opt_field (L, 3, "path"),
                   aln_opt_field (L, 3, "format"),
                   NULL,
                   NULL,
                   0};
  aln_scratch *room;
  aln_put put;
  aln_fault f;
  aln_status st = ALN_OK;
  lua_settop (L, 3);
  room = aln_push_scratch (L);
  aln_article_id (a);
  if (!said.published.n) said.published = read_published (L);
  if (lua_istable (L, 3)) st = take_vars (L, room, &said, &f);
  if (st == ALN_OK) st = aln_store_put (s, a, &r->noticed, r->ready, &said, &put, &f);
  if (st != ALN_OK) return aln_push_fault (L, &f);
  lua_pushstring (L, what[put]);
  aln_push_slice (L, a->given_id);
  return 2;
}

static int store_remove (lua_State *L) {
  aln_store *s = aln_check_store (L);
  aln_scratch *room = aln_push_scratch (L);
  int64_t n;
  aln_fault f;
  const aln_select *tree = aln_check_tree (L, 2, s, &room->arena, &f);
  if (!tree || aln_store_remove (s, tree, &n, &f) != ALN_OK) return aln_push_fault (L, &f);
  lua_pushinteger (L, n);
  return 1;
}

static int store_renotice (lua_State *L) {
  aln_fault f;
  lua_Integer n = luaL_checkinteger (L, 2);
  aln_status st = aln_store_renotice (aln_check_store (L), n, &f);
  return st == ALN_OK || st == ALN_DONE ? aln_push_true (L) : aln_push_fault (L, &f);
}

static int store_reread (lua_State *L) {
  int64_t n;
  aln_fault f;
  if (aln_store_reread (aln_check_store (L), &n, &f) != ALN_OK) return aln_push_fault (L, &f);
  lua_pushinteger (L, n);
  return 1;
}

static int store_reindex (lua_State *L) {
  int64_t n;
  aln_fault f;
  if (aln_store_reindex (aln_check_store (L), &n, &f) != ALN_OK) return aln_push_fault (L, &f);
  lua_pushinteger (L, n);
  return 1;
}

/* store:write (name, values): true; one of the statements of keep/settle.c, once a row of values. */
static int store_write (lua_State *L) {
  aln_store *s = aln_check_store (L);
  const char *name = luaL_checkstring (L, 2);
  aln_scratch *room = aln_push_scratch (L);
  aln_binds values = {{NULL, 0, 0}};
  aln_fault f;
  aln_take_cells (L, 3, room, &values);
  if (!aln_store_writing (s)) return luaL_error (L, "store:write: no transaction is open");
  return aln_store_write (s, name, &values, &f) == ALN_OK ? aln_push_true (L)
                                                          : aln_push_fault (L, &f);
}

static void push_cell (lua_State *L, const aln_cell *c) {
  switch (c->kind) {
  case ALN_CELL_INTEGER: lua_pushinteger (L, c->as.integer); break;
  case ALN_CELL_REAL: lua_pushnumber (L, c->as.real); break;
  case ALN_CELL_TEXT: aln_push_slice (L, c->as.text); break;
  default: lua_pushnil (L); break;
  }
}

typedef struct taking { /* rows on their way to Lua: the names, then the list stand on the stack */
  lua_State *L;
  int first;
  lua_Integer rows;
} taking;

static void take_names (void *context, const aln_cell *cells, uint32_t n) {
  taking *t = context;
  luaL_checkstack (t->L, (int)n + 8, "rows");
  t->first = lua_gettop (t->L) + 1;
  for (uint32_t i = 0; i < n; i++) push_cell (t->L, &cells[i]);
  lua_newtable (t->L);
}

static void take_row (void *context, const aln_cell *cells, uint32_t n) {
  taking *t = context;
  lua_createtable (t->L, 0, (int)n);
  for (uint32_t i = 0; i < n; i++) {
    if (cells[i].kind == ALN_CELL_NIL) continue;
    lua_pushvalue (t->L, t->first + (int)i);
    push_cell (t->L, &cells[i]);
    lua_rawset (t->L, -3);
  }
  lua_rawseti (t->L, -2, ++t->rows);
}

/* store:rows (sql, values): the rows of a SELECT over the whole set as plain tables, {[column]=value, …};
   it is run once for every row of values. */
static int store_rows (lua_State *L) {
  aln_store *s = aln_check_store (L);
  aln_slice sql = aln_check_slice (L, 2);
  aln_scratch *room = aln_push_scratch (L);
  aln_binds values = {{NULL, 0, 0}};
  taking t = {L, 0, 0};
  aln_row_use use = {take_names, take_row, &t};
  aln_fault f;
  aln_take_cells (L, 3, room, &values);
  return aln_store_rows (s, sql, &values, &use, &f) == ALN_OK ? 1 : aln_push_fault (L, &f);
}

/* -- articles ----------------------------------------------------------------------------------------- */

static int store_find (lua_State *L) {
  aln_store *s = aln_check_store (L);
  int64_t n;
  aln_fault f;
  if (aln_store_find (s, aln_check_slice (L, 2), &n, &f) != ALN_OK) return aln_push_fault (L, &f);
  if (n) lua_pushinteger (L, n);
  else lua_pushnil (L);
  return 1;
}

static int store_next (lua_State *L) {
  aln_store *s = aln_check_store (L);
  int64_t numbers[64];
  uint32_t n;
  aln_fault f;
  lua_Integer after = luaL_checkinteger (L, 3);
  aln_scratch *room = aln_push_scratch (L);
  const aln_select *tree = aln_check_tree (L, 2, s, &room->arena, &f);
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
  aln_store *s = aln_check_store (L);
  lua_Integer n = luaL_checkinteger (L, 2);
  aln_scratch *room = aln_push_scratch (L);
  copy c = {&room->arena, {{"", 0}, {{"", 0}, {"", 0}, {"", 0}, {"", 0}}, {"", 0}}};
  aln_vars vars = {{NULL, 0, 0}, {NULL, 0, 0}};
  aln_fault f;
  aln_status st = aln_store_get (s, n, keep_copy, &c, &f);
  if (st == ALN_DONE) return 0;
  if (st == ALN_ENOMEM) return aln_raise_status (L, st);
  if (st == ALN_OK) st = aln_store_vars (s, n, &room->arena, &vars, &f);
  if (st != ALN_OK) return aln_push_fault (L, &f);
  aln_push_slice (L, c.stored.bytes);
  push_about (L, &c.stored, &vars);
  return 2;
}

void aln_open_set (lua_State *L) {
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
                                     {"write", store_write},
                                     {"rows", store_rows},
                                     {"find", store_find},
                                     {"next", store_next},
                                     {"get", store_get},
                                     {NULL, NULL}};
  lua_pushcfunction (L, open_store);
  lua_setfield (L, -2, "store_open");
  if (luaL_newmetatable (L, STORE)) {
    luaL_setfuncs (L, meta, 0);
    luaL_newlib (L, methods);
    aln_add_questions (L);
    lua_setfield (L, -2, "__index");
  }
  lua_pop (L, 1);
}
