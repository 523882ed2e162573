/* json.c: Lua values and articles -> JSON text.
   core.json_encode (value [, order]), core.json_list (the metatable of a list that may be empty),
   core.article_json (article [, extra]). */
#include "binding.h"

#include "../base/json.h"
#include "../base/limits.h"

#include <stdlib.h>

#define ALN_JSON_LISTS "alliance.json_list"

typedef struct writer { /* sticky; its bytes are given back by __close or __gc */
  aln_buf bytes;
  aln_status st;
} writer;

static int writer_close (lua_State *L) {
  aln_buf_free (&((writer *)lua_touserdata (L, 1))->bytes);
  return 0;
}

static writer *push_writer (lua_State *L) { /* [-0, +1, m] */
  writer *w = lua_newuserdatauv (L, sizeof *w, 0);
  w->bytes = ALN_BUF_EMPTY;
  w->st = ALN_OK;
  if (luaL_newmetatable (L, "alliance.json")) {
    lua_pushcfunction (L, writer_close);
    lua_setfield (L, -2, "__gc");
    lua_pushcfunction (L, writer_close);
    lua_setfield (L, -2, "__close");
  }
  lua_setmetatable (L, -2);
  lua_toclose (L, -1);
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
  char last = w->bytes.n ? w->bytes.p[w->bytes.n - 1] : '{';
  if (last != '{' && last != '[') put (w, ',');
}

static void name (writer *w, const char *key) {
  separate (w);
  text (w, aln_slice_of (key));
  put (w, ':');
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

/* -- an article ------------------------------------------------------------------------------- */

static void member (writer *w, const char *key, aln_slice s) { /* empty: left out */
  if (s.n == 0) return;
  name (w, key);
  text (w, s);
}

static void pair (writer *w, const char *key, aln_span s) { /* 1-based, inclusive */
  name (w, key);
  put (w, '[');
  integer (w, (int64_t)s.from + 1);
  put (w, ',');
  integer (w, s.to);
  put (w, ']');
}

/* A span of text: first, last, and the bytes of the input it came from. */
static void span (writer *w, const aln_article *a, aln_span s) {
  name (w, "first");
  integer (w, (int64_t)s.from + 1);
  name (w, "last");
  integer (w, s.to);
  pair (w, "raw", aln_article_raw (a, s));
}

/* A list of 'n' items: objects with what 'item' writes into them, or (bare) what it writes. */
typedef void item_writer (writer *w, const aln_article *a, uint32_t i);

static void list (writer *w, const aln_article *a, uint32_t n, int bare, item_writer *item) {
  put (w, '[');
  for (uint32_t i = 0; i < n && w->st == ALN_OK; i++) {
    separate (w);
    if (!bare) put (w, '{');
    item (w, a, i);
    if (!bare) put (w, '}');
  }
  put (w, ']');
}

static aln_slice block_text (const aln_article *a, const aln_block *b) {
  return b->kind == ALN_BOILERPLATE ? aln_cut (a->clean.text, b->clean)
                                    : aln_cut (a->text, b->text);
}

static void block (writer *w, const aln_article *a, uint32_t i) {
  const aln_block *b = &a->blocks.at[i];
  member (w, "kind", aln_slice_of (aln_block_kind_name (b->kind)));
  member (w, "text", block_text (a, b));
  member (w, "reason", b->reason);
  member (w, "rule", aln_slice_of (b->rule));
  if (b->kind != ALN_BOILERPLATE) {
    name (w, "first");
    integer (w, (int64_t)b->text.from + 1);
    name (w, "last");
    integer (w, b->text.to);
  }
  pair (w, "raw", aln_map_back (&a->clean.map, b->clean));
}

static void sentence (writer *w, const aln_article *a, uint32_t i) {
  span (w, a, a->sentences.at[i]);
  name (w, "block");
  integer (w, (int64_t)a->sentence_blocks.at[i] + 1);
}

static void caption (writer *w, const aln_article *a, uint32_t i) {
  member (w, "text", block_text (a, &a->blocks.at[a->captions.at[i].block]));
  member (w, "credit", a->captions.at[i].credit);
}

static void evidence (writer *w, const aln_article *a, uint32_t i) {
  const aln_evidence *e = &a->evidence.at[i];
  member (w, "says", e->says);
  member (w, "bound", aln_slice_of (e->bound));
  member (w, "rule", aln_slice_of (e->rule));
  if (aln_length (e->clean)) pair (w, "raw", aln_map_back (&a->clean.map, e->clean));
}

static void conflict (writer *w, const aln_article *a, uint32_t i) { text (w, a->conflicts.at[i]); }
static void byline (writer *w, const aln_article *a, uint32_t i) { text (w, a->bylines.at[i]); }

static void string (writer *w, const char *key, aln_slice s) { member (w, key, s); }

static void id (writer *w, const aln_article *a) { string (w, "id", a->given_id); }
static void source (writer *w, const aln_article *a) { string (w, "source", a->source); }
static void url (writer *w, const aln_article *a) { string (w, "url", a->url); }
static void language (writer *w, const aln_article *a) {
  string (w, "language", aln_slice_of (a->language));
}
static void published (writer *w, const aln_article *a) {
  string (w, "published", aln_slice_of (a->published));
}
static void headline (writer *w, const aln_article *a) { string (w, "headline", a->headline); }
static void agency (writer *w, const aln_article *a) { string (w, "agency", a->agency); }

static void dating (writer *w, const aln_article *a) {
  name (w, "dating");
  put (w, '{');
  member (w, "earliest", aln_slice_of (a->published));
  member (w, "latest", aln_slice_of (a->published));
  member (w, "how", aln_slice_of (a->how));
  name (w, "evidence");
  list (w, a, a->evidence.n, 0, evidence);
  name (w, "conflicts");
  list (w, a, a->conflicts.n, 1, conflict);
  put (w, '}');
}

static void bylines (writer *w, const aln_article *a) {
  name (w, "byline");
  list (w, a, a->bylines.n, 1, byline);
}

static void dateline (writer *w, const aln_article *a) {
  if (!a->dateline.place.n && !a->dateline.date.n && !a->dateline.agency.n) return;
  name (w, "dateline");
  put (w, '{');
  member (w, "place", a->dateline.place);
  member (w, "date", a->dateline.date);
  member (w, "agency", a->dateline.agency);
  put (w, '}');
}

static void captions (writer *w, const aln_article *a) {
  name (w, "captions");
  list (w, a, a->captions.n, 0, caption);
}

static void paragraphs (writer *w, const aln_article *a) {
  name (w, "paragraphs");
  put (w, '[');
  for (uint32_t i = 0; i < a->blocks.n; i++) {
    if (a->blocks.at[i].kind != ALN_PARAGRAPH) continue;
    separate (w);
    text (w, block_text (a, &a->blocks.at[i]));
  }
  put (w, ']');
}

static void whole_text (writer *w, const aln_article *a) {
  name (w, "text");
  text (w, a->text);
}

static void body (writer *w, const aln_article *a) { /* the paragraphs, joined by blank lines */
  int any = 0;
  name (w, "body");
  put (w, '"');
  for (uint32_t i = 0; i < a->blocks.n; i++) {
    if (a->blocks.at[i].kind != ALN_PARAGRAPH) continue;
    if (any++) aln_buf_add (&w->st, &w->bytes, ALN_LIT ("\\n\\n"));
    aln_json_inside (&w->st, &w->bytes, block_text (a, &a->blocks.at[i]));
  }
  put (w, '"');
}

static void boilerplate (writer *w, const aln_article *a) {
  name (w, "boilerplate");
  put (w, '[');
  for (uint32_t i = 0; i < a->blocks.n; i++) {
    const aln_block *b = &a->blocks.at[i];
    if (b->kind != ALN_BOILERPLATE) continue;
    separate (w);
    put (w, '{');
    member (w, "text", block_text (a, b));
    member (w, "reason", b->reason);
    put (w, '}');
  }
  put (w, ']');
}

static void blocks (writer *w, const aln_article *a) {
  name (w, "blocks");
  list (w, a, a->blocks.n, 0, block);
}

static void sentences (writer *w, const aln_article *a) {
  name (w, "sentences");
  list (w, a, a->sentences.n, 0, sentence);
}

static void encoding (writer *w, const aln_article *a) {
  name (w, "encoding");
  put (w, '{');
  member (w, "name", aln_slice_of (a->clean.encoding));
  name (w, "replaced");
  integer (w, a->clean.replaced);
  put (w, '}');
}

/* The fields of an article, in the order and under the names of article.c. Each writes its name and
   its value, or nothing where there is none. */
static void (*const fields[]) (writer *w, const aln_article *a) = {
    id,         source,  url,         language, published, dating,
    headline,   bylines, dateline,    agency,   captions,  paragraphs,
    whole_text, body,    boilerplate, blocks,   sentences, encoding};

static void encode_extra (lua_State *L, writer *w, int at) { /* its members, sorted */
  size_t n;
  const aln_slice *names = push_names (L, at, &n);
  for (size_t i = 0; i < n; i++) encode_member (L, w, at, names[i], 0);
  lua_pop (L, 1);
}

/* core.article_json (article [, extra]): one JSON object; 'extra' is a table of more members. */
static int article_json (lua_State *L) {
  const aln_article *a = aln_check_article (L, 1);
  writer *w;
  lua_settop (L, 2);
  w = push_writer (L);
  put (w, '{');
  for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) fields[i](w, a);
  if (lua_istable (L, 2)) encode_extra (L, w, 2);
  put (w, '}');
  return push_written (L, w);
}

void aln_open_json (lua_State *L) {
  static const luaL_Reg functions[] = {
      {"json_encode", json_encode}, {"article_json", article_json}, {NULL, NULL}};
  luaL_newmetatable (L, ALN_JSON_LISTS);
  lua_setfield (L, -2, "json_list");
  luaL_setfuncs (L, functions, 0);
}
