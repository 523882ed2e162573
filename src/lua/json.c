/* json.c: Lua values and articles -> JSON text.
   core.json_encode (value [, order]), core.json_list (the metatable of a list that may be empty),
   core.article_json (article [, extra]). */
#include "binding.h"

#include "../base/json.h"
#include "../base/limits.h"

#include <stdlib.h>

#define ALN_JSON_LISTS "alliance.json_list"

typedef struct writer { /* sticky; its bytes are given back by __gc, with the state */
  aln_buf bytes;
  aln_status st;
} writer;

#define KEPT_MOST (1u << 20) /* bytes of a buffer that stays for the next text */

static int writer_close (lua_State *L) {
  aln_buf_free (&((writer *)lua_touserdata (L, 1))->bytes);
  return 0;
}

/* [-0, +1, m]  The state's one writer, empty: nothing that is written calls Lua, so nobody else is at it,
   and its buffer need not be made anew for every article. */
static writer *push_writer (lua_State *L) {
  writer *w;
  if (lua_getfield (L, LUA_REGISTRYINDEX, "alliance.json writer") == LUA_TNIL) {
    lua_pop (L, 1);
    w = lua_newuserdatauv (L, sizeof *w, 0);
    w->bytes = ALN_BUF_EMPTY;
    lua_createtable (L, 0, 1);
    lua_pushcfunction (L, writer_close);
    lua_setfield (L, -2, "__gc");
    lua_setmetatable (L, -2);
    lua_pushvalue (L, -1);
    lua_setfield (L, LUA_REGISTRYINDEX, "alliance.json writer");
  }
  w = lua_touserdata (L, -1);
  if (w->bytes.cap > KEPT_MOST) aln_buf_free (&w->bytes);
  w->bytes.n = 0;
  w->st = ALN_OK;
  return w;
}

static int push_written (lua_State *L, writer *w) {
  if (w->st != ALN_OK) return luaL_error (L, "JSON: %s", aln_status_text (w->st));
  aln_push_slice (L, aln_buf_slice (&w->bytes));
  return 1;
}

static void put (writer *w, char c) { aln_buf_byte (&w->st, &w->bytes, c); }
static void text (writer *w, aln_slice s) { aln_json_text (&w->st, &w->bytes, s); }
static void integer (writer *w, int64_t v) { aln_json_integer (&w->st, &w->bytes, v); }

static void separate (writer *w) { /* a comma, unless something has just been opened */
  char last = '{';
  if (w->bytes.n) last = w->bytes.p[w->bytes.n - 1];
  if (last != '{' && last != '[') put (w, ',');
}

/* -- Lua values ------------------------------------------------------------------------------- */

static void encode (lua_State *L, writer *w, int at, unsigned depth);

static int is_list (lua_State *L, int at) {
  int marked;
  if (lua_rawlen (L, at) > 0) return 1;
  if (!lua_getmetatable (L, at)) return 0;
  luaL_getmetatable (L, ALN_JSON_LISTS);
  marked = lua_rawequal (L, -1, -2);
  lua_pop (L, 2);
  return marked;
}

static void encode_list (lua_State *L, writer *w, int at, unsigned depth) {
  lua_Unsigned n = lua_rawlen (L, at), items = 0, keys = 0;
  for (lua_pushnil (L); lua_next (L, at); lua_pop (L, 1), keys++)
    items += lua_isinteger (L, -2) && (lua_Unsigned)lua_tointeger (L, -2) - 1 < n;
  if (keys != n || items != n)
    luaL_error (L, "JSON: a table that is neither a list without gaps nor an object");
  put (w, '[');
  for (lua_Unsigned i = 1; i <= n; i++) {
    if (i > 1) put (w, ',');
    lua_rawgeti (L, at, (lua_Integer)i);
    encode (L, w, lua_gettop (L), depth + 1);
    lua_pop (L, 1);
  }
  put (w, ']');
}

static int by_bytes (const void *a, const void *b) {
  const aln_slice *x = a, *y = b;
  int order = memcmp (x->p, y->p, x->n < y->n ? x->n : y->n);
  return order ? order : (x->n > y->n) - (x->n < y->n);
}

/* [-0, +1, m]  The names of the object at 'at', sorted; its own strings, which it keeps alive. */
static aln_slice *push_names (lua_State *L, int at, size_t *n) {
  aln_slice *names;
  *n = 0;
  for (lua_pushnil (L); lua_next (L, at); lua_pop (L, 1)) {
    if (lua_type (L, -2) != LUA_TSTRING)
      luaL_error (L, "JSON: a name should be a string, not a %s", luaL_typename (L, -2));
    ++*n;
  }
  names = lua_newuserdatauv (L, *n * sizeof *names + 1, 0);
  *n = 0;
  for (lua_pushnil (L); lua_next (L, at); lua_pop (L, 1)) {
    names[*n].p = lua_tolstring (L, -2, &names[*n].n);
    ++*n;
  }
  qsort (names, *n, sizeof *names, by_bytes);
  return names;
}

static void encode_member (lua_State *L, writer *w, int at, aln_slice key, unsigned depth) {
  aln_push_slice (L, key);
  if (lua_rawget (L, at) != LUA_TNIL) {
    separate (w);
    text (w, key);
    put (w, ':');
    encode (L, w, lua_gettop (L), depth + 1);
  }
  lua_pop (L, 1);
}

static void encode_object (lua_State *L, writer *w, int at, unsigned depth) {
  size_t n;
  const aln_slice *names = push_names (L, at, &n);
  put (w, '{');
  for (size_t i = 0; i < n; i++) encode_member (L, w, at, names[i], depth);
  put (w, '}');
  lua_pop (L, 1);
}

static void encode_table (lua_State *L, writer *w, int at, unsigned depth) {
  if (depth >= ALN_JSON_DEPTH)
    luaL_error (L, "JSON: tables nested more than %d deep", (int)ALN_JSON_DEPTH);
  luaL_checkstack (L, 8, "JSON");
  if (is_list (L, at)) encode_list (L, w, at, depth);
  else encode_object (L, w, at, depth);
}

static void encode (lua_State *L, writer *w, int at, unsigned depth) {
  aln_slice s;
  switch (lua_type (L, at)) {
  case LUA_TNIL: aln_buf_add (&w->st, &w->bytes, ALN_LIT ("null")); break;
  case LUA_TBOOLEAN:
    s = lua_toboolean (L, at) ? ALN_LIT ("true") : ALN_LIT ("false");
    aln_buf_add (&w->st, &w->bytes, s);
    break;
  case LUA_TNUMBER:
    if (lua_isinteger (L, at)) integer (w, lua_tointeger (L, at));
    else aln_json_real (&w->st, &w->bytes, lua_tonumber (L, at));
    break;
  case LUA_TSTRING:
    s.p = lua_tolstring (L, at, &s.n);
    text (w, s);
    break;
  case LUA_TTABLE: encode_table (L, w, at, depth); break;
  default: luaL_error (L, "JSON: a %s has no form in JSON", luaL_typename (L, at));
  }
}

/* An object whose members come in the order of the list at 'order', and no others. */
static void encode_ordered (lua_State *L, writer *w, int at, int order) {
  put (w, '{');
  for (lua_Integer i = 1; lua_rawgeti (L, order, i) == LUA_TSTRING; i++) {
    aln_slice key;
    key.p = lua_tolstring (L, -1, &key.n);
    encode_member (L, w, at, key, 0);
    lua_pop (L, 1);
  }
  lua_pop (L, 1);
  put (w, '}');
}

/* core.json_encode (value [, order]): JSON text. A table with list items, or with the metatable
   core.json_list, is a list; any other an object, its names sorted, or those of 'order' alone. */
static int json_encode (lua_State *L) {
  writer *w;
  luaL_checkany (L, 1);
  lua_settop (L, 2);
  w = push_writer (L);
  if (lua_istable (L, 1) && lua_istable (L, 2)) encode_ordered (L, w, 1, 2);
  else encode (L, w, 1, 0);
  return push_written (L, w);
}

/* -- an article: a sink that writes JSON ----------------------------------------------------------
   A comma goes behind every value; what closes a list or an object takes the last one back. */

typedef struct json_sink {
  aln_sink sink;
  writer *w;
} json_sink;

static writer *of (aln_sink *s) { return ((json_sink *)s)->w; }

static void take_comma_back (writer *w) {
  if (w->bytes.n && w->bytes.p[w->bytes.n - 1] == ',') w->bytes.n--;
}

static void sink_begin (aln_sink *s, int list) { put (of (s), list ? '[' : '{'); }

static void sink_end (aln_sink *s, int list) {
  writer *w = of (s);
  char *p;
  take_comma_back (w);
  p = aln_buf_room (&w->st, &w->bytes, 2);
  if (!p) return;
  p[0] = list ? ']' : '}';
  p[1] = ',';
  w->bytes.n += 2;
}

#define NAME_MAX_BYTES 32u /* names of fields are plain letters, the longest has 13 */

static void plain_name (writer *w, const char *key) {
  char *p = aln_buf_room (&w->st, &w->bytes, NAME_MAX_BYTES);
  if (!p) return;
  *p++ = '"';
  while (*key) *p++ = *key++; /* shorter than calls of strlen and memcpy */
  *p++ = '"';
  *p++ = ':';
  w->bytes.n = (size_t)(p - w->bytes.p);
}

static void sink_key (aln_sink *s, const char *key) { plain_name (of (s), key); }

static void sink_text (aln_sink *s, aln_slice v) {
  text (of (s), v);
  put (of (s), ',');
}

static void sink_integer (aln_sink *s, int64_t v) {
  integer (of (s), v);
  put (of (s), ',');
}

static void sink_number (aln_sink *s, const char *key, int64_t v) {
  plain_name (of (s), key);
  sink_integer (s, v);
}

static void sink_pair (aln_sink *s, const char *key, aln_span v) { /* 1-based, inclusive */
  plain_name (of (s), key);
  put (of (s), '[');
  sink_integer (s, (int64_t)v.from + 1);
  integer (of (s), v.to);
  aln_buf_add (&of (s)->st, &of (s)->bytes, ALN_LIT ("],"));
}

static void sink_real (aln_sink *s, double v) {
  aln_json_real (&of (s)->st, &of (s)->bytes, v);
  put (of (s), ',');
}

static void sink_truth (aln_sink *s, int v) {
  aln_buf_add (&of (s)->st, &of (s)->bytes, v ? ALN_LIT ("true,") : ALN_LIT ("false,"));
}

/* A field with its name; the name goes again where the field has no value. */
static void field (json_sink *s, const aln_field *f, const aln_reading *r) {
  size_t before = s->w->bytes.n, named;
  plain_name (s->w, f->name);
  named = s->w->bytes.n;
  f->give (&s->sink, r);
  if (s->sink.st != ALN_OK) s->w->st = s->sink.st;
  if (s->w->bytes.n == named) s->w->bytes.n = before;
}

static void encode_extra (lua_State *L, writer *w, int at) { /* its members, sorted */
  size_t n;
  const aln_slice *names = push_names (L, at, &n);
  for (size_t i = 0; i < n; i++) encode_member (L, w, at, names[i], 0);
  lua_pop (L, 1);
}

#define JSON_SHARE 8u /* bytes of JSON for a byte of text, about */

/* core.article_json (article [, extra]): one JSON object; 'extra' is a table of more members. */
static int article_json (lua_State *L) {
  const aln_reading *r = aln_check_reading (L, 1);
  json_sink s = {{sink_begin, sink_end, sink_key, sink_number, sink_pair, sink_text, sink_integer,
                  sink_real, sink_truth, ALN_OK, 1},
                 NULL};
  lua_settop (L, 2);
  s.w = push_writer (L);
  aln_buf_reserve (&s.w->st, &s.w->bytes, r->article->text.n * JSON_SHARE);
  put (s.w, '{');
  for (size_t i = 0; i < aln_field_count; i++) field (&s, &aln_fields[i], r);
  take_comma_back (s.w);
  if (lua_istable (L, 2)) encode_extra (L, s.w, 2);
  put (s.w, '}');
  return push_written (L, s.w);
}

void aln_open_json (lua_State *L) {
  static const luaL_Reg functions[] = {
      {"json_encode", json_encode}, {"article_json", article_json}, {NULL, NULL}};
  luaL_newmetatable (L, ALN_JSON_LISTS);
  lua_setfield (L, -2, "json_list");
  luaL_setfuncs (L, functions, 0);
}
