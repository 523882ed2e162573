/* article.c: an article for Lua (userdata alliance.article).
   Every field (fields.c) is made from the C article on first use and kept in the first user value; the second
   user value keeps the string whose bytes the article borrows. Positions become 1-based here. */
#include "binding.h"

#define ALN_ITEM "alliance.value"   /* a table that a field holds: one item */
#define ALN_ITEMS "alliance.values" /* or a list of them */

static int article_gc (lua_State *L) {
  aln_reading *r = luaL_checkudata (L, 1, ALN_ARTICLE);
  aln_prepared_drop (r->ready);
  aln_article_free (r->article);
  r->article = NULL;
  r->ready = NULL;
  return 0;
}

static aln_reading *check (lua_State *L, int arg) {
  aln_reading *r = luaL_checkudata (L, arg, ALN_ARTICLE);
  luaL_argcheck (L, r->article, arg, "a closed article");
  return r;
}

aln_article *aln_check_article (lua_State *L, int arg) { return check (L, arg)->article; }

const aln_reading *aln_check_reading (lua_State *L, int arg) {
  aln_reading *r = check (L, arg);
  aln_status st = ALN_OK;
  if (r->is_noticed) return r;
  aln_notice (&st, r->article, &r->noticed);
  if (st != ALN_OK) luaL_error (L, "article: %s", aln_status_text (st));
  r->is_noticed = 1;
  return r;
}

aln_reading *aln_push_reading (lua_State *L, int anchor) {
  aln_reading *r;
  anchor = anchor ? lua_absindex (L, anchor) : 0;
  r = lua_newuserdatauv (L, sizeof *r, 2);
  memset (r, 0, sizeof *r);
  luaL_setmetatable (L, ALN_ARTICLE);
  if (anchor) {
    lua_pushvalue (L, anchor);
    lua_setiuservalue (L, -2, 2);
  }
  lua_newtable (L);
  lua_setiuservalue (L, -2, 1);
  return r;
}

/* -- a sink that makes Lua values ----------------------------------------------------------------- */

#define DEPTH 8 /* lists and objects inside one another in a field */

typedef struct lua_sink { /* the value being made is on top of the stack */
  aln_sink sink;
  lua_State *L;
  int depth;
  int list[DEPTH];      /* is the value at this depth a list? */
  int held[2][DEPTH];   /* by the object (0) and list (1) before it there: most are alike */
  int looks;            /* where the metatables of items (0) and lists (1) stand on the stack */
  lua_Integer n[DEPTH]; /* items or members so far */
} lua_sink;

/* [-1 or -2, +0, m]  Puts the value on top (and its key) into the table below it. */
static void keep (lua_sink *s) {
  if (s->depth == 0) return;
  s->n[s->depth - 1]++;
  if (s->list[s->depth - 1]) lua_rawseti (s->L, -2, s->n[s->depth - 1]);
  else lua_rawset (s->L, -3);
}

static void begin (aln_sink *sink, int list) {
  lua_sink *s = (lua_sink *)sink;
  luaL_checkstack (s->L, 8, "article");
  lua_createtable (s->L, list ? s->held[1][s->depth] : 0, list ? 0 : s->held[0][s->depth]);
  s->list[s->depth] = list;
  s->n[s->depth++] = 0;
}

static void end (aln_sink *sink, int list) {
  lua_sink *s = (lua_sink *)sink;
  lua_pushvalue (s->L, s->looks + list);
  lua_setmetatable (s->L, -2);
  s->depth--;
  s->held[list][s->depth] = (int)s->n[s->depth];
  keep (s);
}

static void key (aln_sink *sink, const char *name) { lua_pushstring (((lua_sink *)sink)->L, name); }

static void text (aln_sink *sink, aln_slice v) {
  aln_push_slice (((lua_sink *)sink)->L, v);
  keep ((lua_sink *)sink);
}

static void integer (aln_sink *sink, int64_t v) {
  lua_pushinteger (((lua_sink *)sink)->L, v);
  keep ((lua_sink *)sink);
}

static void number (aln_sink *sink, const char *name, int64_t v) {
  key (sink, name);
  integer (sink, v);
}

static void pair (aln_sink *sink, const char *name, aln_span v) { /* 1-based, inclusive */
  key (sink, name);
  begin (sink, 1);
  integer (sink, (int64_t)v.from + 1);
  integer (sink, v.to);
  end (sink, 1);
}

static void real (aln_sink *sink, double v) {
  lua_pushnumber (((lua_sink *)sink)->L, v);
  keep ((lua_sink *)sink);
}

static void truth (aln_sink *sink, int v) {
  lua_pushboolean (((lua_sink *)sink)->L, v);
  keep ((lua_sink *)sink);
}

/* [-0, +3, e]  The metatables of items and of lists, and the field's value, or nil. Set here, since a
   walk from Lua through all that was made took a sixth of the time of noticing. */
static void push_field (lua_State *L, const aln_field *f) {
  lua_sink s = {.sink = {begin, end, key, number, pair, text, integer, real, truth, ALN_OK, 0},
                .L = L};
  aln_reading without;
  luaL_getmetatable (L, ALN_ITEM);
  luaL_getmetatable (L, ALN_ITEMS);
  s.looks = lua_gettop (L) - 1;
  memset (&without, 0, sizeof without);
  without.article = check (L, 1)->article;
  f->give (&s.sink, f->noticed ? aln_check_reading (L, 1) : &without);
  if (s.sink.st != ALN_OK) luaL_error (L, "article: %s", aln_status_text (s.sink.st));
  if (lua_gettop (L) == s.looks + 1) lua_pushnil (L);
}

/* -- fields --------------------------------------------------------------------------------------- */

/* core.article_field (article, name): the value (made once), or nothing where there is no such field. */
static int article_field (lua_State *L) {
  aln_slice name = aln_check_slice (L, 2);
  size_t i = 0;
  check (L, 1);
  lua_settop (L, 2);
  while (i < aln_field_count && !aln_same (name, aln_slice_of (aln_fields[i].name))) i++;
  if (i == aln_field_count) return 0;
  lua_getiuservalue (L, 1, 1);
  lua_pushvalue (L, 2);
  if (lua_rawget (L, -2) == LUA_TNIL) {
    lua_settop (L, 3);
    push_field (L, &aln_fields[i]);
    lua_pushvalue (L, 2);
    lua_pushvalue (L, -2);
    lua_rawset (L, 3);
  }
  return 1;
}

/* core.article_fields (): the names, in documented order */
static int article_fields (lua_State *L) {
  lua_createtable (L, (int)aln_field_count, 0);
  for (size_t i = 0; i < aln_field_count; i++) {
    lua_pushstring (L, aln_fields[i].name);
    lua_seti (L, -2, (lua_Integer)i + 1);
  }
  return 1;
}

/* core.article_raw (article, first, last): the 1-based bytes of the input. */
static int article_raw (lua_State *L) {
  const aln_article *a = aln_check_article (L, 1);
  lua_Integer first = luaL_checkinteger (L, 2), last = luaL_checkinteger (L, 3);
  aln_span raw;
  luaL_argcheck (L, first >= 1 && (lua_Unsigned)first <= a->text.n, 2, "outside the text");
  luaL_argcheck (L, last >= first && (lua_Unsigned)last <= a->text.n, 3, "outside the text");
  raw = aln_article_raw (a, (aln_span){(uint32_t)first - 1, (uint32_t)last});
  lua_pushinteger (L, (lua_Integer)raw.from + 1);
  lua_pushinteger (L, raw.to);
  return 2;
}

/* [-0, +1, m]  {{first=, last=, sentence=, why=}, …} in 'list', positions from 1. */
static void push_refusals (lua_State *L, const aln_refusals *list) {
  lua_createtable (L, (int)list->n, 0);
  for (uint32_t i = 0; i < list->n; i++) {
    const aln_refusal *r = &list->at[i];
    lua_createtable (L, 0, 4);
    lua_pushinteger (L, (lua_Integer)r->text.from + 1);
    lua_setfield (L, -2, "first");
    lua_pushinteger (L, r->text.to);
    lua_setfield (L, -2, "last");
    lua_pushinteger (L, (lua_Integer)r->sentence + 1);
    lua_setfield (L, -2, "sentence");
    lua_pushstring (L, r->why);
    lua_setfield (L, -2, "why");
    lua_seti (L, -2, (lua_Integer)i + 1);
  }
}

static int give_refusals (lua_State *L) {
  push_refusals (L, lua_touserdata (L, 1));
  return 1;
}

/* core.article_refused (article): candidates for contacts that are none, and why. */
static int article_refused (lua_State *L) {
  const aln_reading *r = aln_check_reading (L, 1);
  aln_arena room = ALN_ARENA_EMPTY;
  aln_refusals list = {NULL, 0, 0};
  aln_status st = ALN_OK;
  int failed;
  lua_settop (L, 1);
  lua_pushcfunction (L, give_refusals);
  lua_pushlightuserdata (L, &list);
  aln_notice_refused (&st, &room, r->article, &r->noticed, &list);
  failed = st == ALN_OK && lua_pcall (L, 1, 1, 0) != LUA_OK; /* it may raise: the arena is ours */
  aln_arena_free (&room);
  if (st != ALN_OK) return luaL_error (L, "article: %s", aln_status_text (st));
  return failed ? lua_error (L) : 1;
}

/* core.read (bytes, about or nil, lexicon): an article, or nil, message, code, byte. */
static int read_article (lua_State *L) {
  aln_slice raw = aln_check_slice (L, 1);
  aln_lexicon *x = aln_check_lexicon (L, 3);
  aln_about about = {aln_opt_field (L, 2, "published"), aln_opt_field (L, 2, "source"),
                     aln_opt_field (L, 2, "url"), aln_opt_field (L, 2, "id")};
  aln_article *a;
  aln_fault fault;
  aln_reading *r;
  lua_settop (L, 3);
  lua_pushnil (L);
  r = aln_push_reading (L, 1);
  if (lua_istable (L, 2)) { /* 'about' may be changed by its owner: keep its strings by a copy */
    lua_newtable (L);
    lua_pushvalue (L, 1);
    lua_seti (L, -2, 1);
    lua_pushnil (L);
    while (lua_next (L, 2)) {
      lua_pushvalue (L, -2);
      lua_insert (L, -2);
      lua_rawset (L, -4);
    }
    lua_setiuservalue (L, -2, 2);
  }
  if (aln_article_read (raw, &about, x, &a, &fault) != ALN_OK) return aln_push_fault (L, &fault);
  r->article = a;
  return 1;
}

void aln_open_article (lua_State *L) {
  static const luaL_Reg meta[] = {{"__gc", article_gc}, {"__close", article_gc}, {NULL, NULL}};
  static const luaL_Reg functions[] = {{"read", read_article},
                                       {"article_field", article_field},
                                       {"article_fields", article_fields},
                                       {"article_raw", article_raw},
                                       {"article_refused", article_refused},
                                       {NULL, NULL}};
  if (luaL_newmetatable (L, ALN_ARTICLE)) luaL_setfuncs (L, meta, 0);
  lua_setfield (L, -2, "article_meta"); /* alliance/article.lua adds __index, __tostring, __pairs */
  luaL_newmetatable (L, ALN_ITEM);      /* both: alliance/show/values.lua adds __tostring */
  lua_setfield (L, -2, "item_meta");
  luaL_newmetatable (L, ALN_ITEMS);
  lua_setfield (L, -2, "items_meta");
  luaL_setfuncs (L, functions, 0);
}
