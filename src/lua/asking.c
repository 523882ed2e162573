/* asking.c: in: a selection and a question from Lua. Out: a frame or a number; failures as in set.c.

   store:count (tree)                articles, undated ones left out
   store:table (name, tree)          a frame (keep/tables.c has the names)
   store:search (tree, query, scope, limit)           a frame, hits in all
   store:kwic (tree, query, scope, width, sort, limit, pattern)  the same; width 0: whole sentences
   store:stories (tree, pairs)       a frame: its articles that share a story, or copies beside
                                     their originals
   store:sql (statement, values, n)  a frame; values: n by place, or by name where n is nil
   store:fingerprint ()              16 digits that change when articles come or go
   store:state ()                    a text that changes whenever the file does
   core.query, core.query_among, core.fold, core.name_words      need no store */
#include "storing.h"

#include "../base/fold.h"
#include "../base/limits.h"
#include "../keep/ask.h"
#include "../keep/finding.h"
#include "../keep/stories.h"

/* -- counts and tables -------------------------------------------------------------------------------- */

static int store_count (lua_State *L) {
  aln_store *s = aln_check_store (L);
  aln_scratch *room = aln_push_scratch (L);
  int64_t n, left_out;
  aln_fault f;
  const aln_select *tree = aln_check_tree (L, 2, s, &room->arena, &f);
  if (!tree || aln_ask_count (s, tree, &n, &left_out, &f) != ALN_OK) return aln_push_fault (L, &f);
  lua_pushinteger (L, n);
  lua_pushinteger (L, left_out);
  return 2;
}

static int store_table (lua_State *L) {
  aln_store *s = aln_check_store (L);
  const char *name = luaL_checkstring (L, 2);
  aln_scratch *room = aln_push_scratch (L);
  aln_frame *frame;
  aln_fault f;
  const aln_select *tree = aln_check_tree (L, 3, s, &room->arena, &f);
  if (!tree || aln_ask_table (s, name, tree, &frame, &f) != ALN_OK) return aln_push_fault (L, &f);
  aln_push_frame (L, frame);
  return 1;
}

static int store_stories (lua_State *L) {
  aln_store *s = aln_check_store (L);
  int pairs = lua_toboolean (L, 3);
  aln_scratch *room = aln_push_scratch (L);
  aln_frame *frame = NULL;
  aln_fault f;
  aln_status st;
  const aln_select *tree = aln_check_tree (L, 2, s, &room->arena, &f);
  if (!tree) return aln_push_fault (L, &f);
  st = pairs ? aln_ask_pairs (s, tree, &frame, &f) : aln_ask_stories (s, tree, &frame, &f);
  if (st != ALN_OK) return aln_push_fault (L, &f);
  aln_push_frame (L, frame);
  return 1;
}

static int store_fingerprint (lua_State *L) {
  char hex[17];
  aln_fault f;
  if (aln_store_fingerprint (aln_check_store (L), hex, &f) != ALN_OK) return aln_push_fault (L, &f);
  lua_pushstring (L, hex);
  return 1;
}

static int store_state (lua_State *L) {
  int64_t version, changes;
  aln_fault f;
  if (aln_store_state (aln_check_store (L), &version, &changes, &f) != ALN_OK)
    return aln_push_fault (L, &f);
  lua_pushfstring (L, "%I.%I", (LUAI_UACINT)version, (LUAI_UACINT)changes);
  return 1;
}

/* -- searching ---------------------------------------------------------------------------------------- */

static uint32_t check_limit (lua_State *L, int arg) {
  lua_Integer n = luaL_optinteger (L, arg, UINT32_MAX);
  luaL_argcheck (L, n >= 1, arg, "a number of rows, 1 or more");
  return n > (lua_Integer)UINT32_MAX ? UINT32_MAX : (uint32_t)n;
}

static const char *const scopes[] = {"body", "headline", "text", "quotes", NULL};

/* The tree at 2 and the query at 3; 0 with *f filled where one is faulty. */
static int check_question (lua_State *L, aln_store *s, aln_scratch *room, const aln_select **tree,
                           aln_query **q, aln_fault *f) {
  aln_slice text = aln_check_slice (L, 3);
  *tree = aln_check_tree (L, 2, s, &room->arena, f);
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
  aln_store *s = aln_check_store (L);
  aln_scope scope = (aln_scope)luaL_checkoption (L, 4, "text", scopes);
  uint32_t limit = check_limit (L, 5);
  aln_scratch *room = aln_push_scratch (L);
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

int aln_check_query (lua_State *L, int arg, aln_slice text, const aln_store *s, aln_arena *a,
                     struct aln_wanted *w, aln_fault *f) {
  static const char *const kinds[] = {"query",   "query written", "query stem", "folded",
                                      "written", "stem",          NULL};
  static const unsigned as[] = {0, ALN_QUERY_CASE, ALN_QUERY_STEM};
  const aln_lexicon *x = aln_store_lexicon (s);
  int kind = luaL_checkoption (L, arg, "query", kinds);
  aln_status st = ALN_OK;
  aln_sequence *sequence;
  aln_query *query;
  if (kind < 3) {
    if (aln_query_parse_as (text, x, as[kind] | ALN_QUERY_NAMES, a, &query, f) != ALN_OK) return 0;
    w->query = query;
    return 1;
  }
  sequence = aln_arena_get (&st, a, sizeof *sequence);
  if (!sequence) return aln_fail (f, st, ALN_NOWHERE, "%s", aln_status_text (st)) == ALN_OK;
  if (aln_sequence_parse (text, x, as[kind - 3], a, sequence, f) != ALN_OK) return 0;
  w->sequence = sequence;
  return 1;
}

/* store:kwic (tree, query, scope, width, sort, limit, kind): see aln_check_query. */
static int store_kwic (lua_State *L) {
  aln_store *s = aln_check_store (L);
  aln_kwic k = {.scope = (aln_scope)luaL_checkoption (L, 4, "body", scopes)};
  lua_Integer width = luaL_optinteger (L, 5, 40);
  aln_scratch *room;
  const aln_select *tree;
  aln_wanted w = {NULL, 0, 0, NULL, NULL};
  aln_frame *frame = NULL;
  int64_t total = 0;
  aln_fault f;
  aln_status st;
  luaL_argcheck (L, width >= 0 && width <= (lua_Integer)ALN_ARTICLE_MAX, 5,
                 "a number of characters");
  k.limit = check_limit (L, 7);
  check_sort (L, 6, &k);
  room = aln_push_scratch (L);
  tree = aln_check_tree (L, 2, s, &room->arena, &f);
  if (!tree || !aln_check_query (L, 8, aln_check_slice (L, 3), s, &room->arena, &w, &f))
    return aln_push_fault (L, &f);
  k.query = w.query;
  k.sequence = w.sequence;
  k.width = (uint32_t)width;
  st = aln_ask_kwic (s, tree, &k, &frame, &total, &f);
  return push_found (L, st, frame, total, &f);
}

/* -- SQL ---------------------------------------------------------------------------------------------- */

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
  known = aln_to_cell (L, v);
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
  aln_store *s = aln_check_store (L);
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

/* store:select (tree, sql, values): rows of a SELECT of the library's own. */
static int store_select (lua_State *L) {
  aln_store *s = aln_check_store (L);
  const char *sql = luaL_checkstring (L, 3);
  aln_scratch *room = aln_push_scratch (L);
  aln_binds values = {{NULL, 0, 0}};
  aln_frame *frame;
  aln_fault f;
  const aln_select *tree = aln_check_tree (L, 2, s, &room->arena, &f);
  if (!tree) return aln_push_fault (L, &f);
  aln_take_cells (L, 4, room, &values);
  if (aln_ask_select (s, sql, tree, &values, &frame, &f) != ALN_OK) return aln_push_fault (L, &f);
  aln_push_frame (L, frame);
  return 1;
}

/* -- queries without a store -------------------------------------------------------------------------- */

/* core.query (text, lexicon): the expression for the index that it stands for, or nil, message, code,
   byte. */
static int read_query (lua_State *L) {
  aln_slice text = aln_check_slice (L, 1);
  aln_lexicon *x = aln_check_lexicon (L, 2);
  aln_scratch *room = aln_push_scratch (L);
  aln_query *q;
  aln_fault f;
  aln_status st = aln_query_parse (text, x, &room->arena, &q, &f);
  if (st != ALN_OK) return aln_push_fault (L, &f);
  aln_query_express (&st, q, ALN_SCOPE_TEXT, &room->buf);
  if (st != ALN_OK) return aln_raise_status (L, st);
  aln_push_slice (L, aln_buf_slice (&room->buf));
  return 1;
}

/* core.query_among (query, lexicon, texts): for each text whether the query is satisfied in it; or nil
   and what is wrong with the query. */
static int query_among (lua_State *L) {
  aln_slice text = aln_check_slice (L, 1);
  aln_lexicon *x = aln_check_lexicon (L, 2);
  aln_scratch *room = aln_push_scratch (L);
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
  return st == ALN_OK ? 1 : aln_raise_status (L, st);
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

/* -- the words of a name --------------------------------------------------------------------------- */

#define NAME_WORDS 64 /* of a longer name the first count */

static int is_blank (char c) { return c == ' ' || c == ',' || (c >= '\t' && c <= '\r'); }

/* 'text' from 'at' on to the next blank, comma or, with 'hyphen', hyphen; *at stands behind it. */
static aln_slice next_word (aln_slice text, size_t *at, int hyphen) {
  size_t from = *at, to;
  while (from < text.n && (is_blank (text.p[from]) || (hyphen && text.p[from] == '-'))) from++;
  for (to = from; to < text.n && !is_blank (text.p[to]) && !(hyphen && text.p[to] == '-');) to++;
  *at = to;
  return (aln_slice){text.p + from, to - from};
}

static int is_left_out (lua_State *L, aln_slice word) { /* [-0, +0, m] by the set at 2 */
  int found;
  aln_push_slice (L, word);
  found = lua_rawget (L, 2) != LUA_TNIL;
  lua_pop (L, 1);
  return found;
}

static int is_after (aln_slice a, aln_slice b) {
  int order = memcmp (a.p, b.p, a.n < b.n ? a.n : b.n);
  return order > 0 || (order == 0 && a.n > b.n);
}

/* The pieces of a word between hyphens go where they belong in the order. */
static uint32_t add_pieces (lua_State *L, aln_slice word, aln_slice *list, uint32_t n) {
  for (size_t at = 0; n < NAME_WORDS;) {
    aln_slice piece = next_word (word, &at, 1);
    uint32_t i = n;
    if (piece.n == 0) break;
    if (is_left_out (L, piece)) continue;
    for (; i > 0 && is_after (list[i - 1], piece); i--) list[i] = list[i - 1];
    list[i] = piece;
    n++;
  }
  return n;
}

/* core.name_words (text, left_out): its words, folded, in the order of the alphabet, as one text: equal
   however a name is ordered and hyphenated; and its first and its last word between blanks (or nil).
   Words of the set left_out do not count. */
static int name_words (lua_State *L) {
  aln_slice text = aln_check_slice (L, 1), list[NAME_WORDS], first = {"", 0}, last = {"", 0};
  luaL_Buffer folded, out;
  size_t room = text.n * 3 + 32, n;
  uint32_t words = 0;
  char *p;
  luaL_checktype (L, 2, LUA_TTABLE);
  p = luaL_buffinitsize (L, &folded, room);
  n = aln_fold_bare (text, p, room);
  if (n) text = (aln_slice){p, n};
  for (size_t at = 0;;) {
    aln_slice word = next_word (text, &at, 0);
    if (word.n == 0) break;
    if (is_left_out (L, word)) continue;
    if (first.n == 0) first = word;
    last = word;
    words = add_pieces (L, word, list, words);
  }
  luaL_buffinit (L, &out);
  for (uint32_t i = 0; i < words; i++) {
    if (i) luaL_addchar (&out, ' ');
    luaL_addlstring (&out, list[i].p, list[i].n);
  }
  luaL_pushresult (&out);
  if (first.n == 0) return 1;
  aln_push_slice (L, first);
  aln_push_slice (L, last);
  return 3;
}

void aln_add_questions (lua_State *L) {
  static const luaL_Reg questions[] = {
      {"count", store_count},     {"table", store_table},
      {"search", store_search},   {"kwic", store_kwic},
      {"sql", store_sql},         {"select", store_select},
      {"stories", store_stories}, {"fingerprint", store_fingerprint},
      {"state", store_state},     {NULL, NULL}};
  luaL_setfuncs (L, questions, 0);
}

void aln_open_asking (lua_State *L) {
  static const luaL_Reg functions[] = {{"query", read_query},
                                       {"query_among", query_among},
                                       {"fold", fold_text},
                                       {"name_words", name_words},
                                       {NULL, NULL}};
  luaL_setfuncs (L, functions, 0);
}
