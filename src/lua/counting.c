/* counting.c: words and counts for Lua. The files of alliance/ask/ make of it what analysts see.

   core.cut_terms (text, lexicon)      {{folded=, first=, last=}, …}: the words of a text, as articles
                                       and queries are cut
   core.cut_asked (text, lexicon)      {{folded=, written=}, …}: the words of a pattern, with * and ?
   core.family (store, word)           the folded words of the file that have the stem of a folded word
   core.query_counts (query, lexicon, texts)          two lists: hits and words of each text
   core.facet (store, name)            the values of a column of articles (keep/facets.h), by number
   core.count (store, tree, asked, wanted or nil, keys)
                                       count, articles, of_articles, tokens: four lists, an item a
                                       combination of groups
   core.disperse (store, tree, asked, wanted)         count, articles, of_articles, DP, DPnorm
   core.list_terms (store, tree, asked)               a frame, rows there would be
   core.list_keyness (store, tree, asked, tree)       the same
   core.list_ngrams (store, tree, asked, n)           the same
   core.list_collocates (store, tree, asked, wanted, left, right, sentence)
                                       the same, how often the node stands, words in its windows
   core.list_variants (store, tree, asked, wanted)    a frame, rows there would be
   core.list_codes (store, tree, asked, dictionary, sentences)          a frame
   core.list_similar (store, tree, asked, number or words)              a frame

   asked: {scope=, case=, min=, limit=}. wanted: {query=, kind= (see aln_check_query)} or {patterns={{words={…}}, …}}. keys:
   {{facet=, groups={group of those without a value, of value 1, …}, n=}, …}. dictionary:
   {categories={{name=}, …}, patterns={{words={…}, categories={…}}, …}}.
   Failures give nil, message, code, byte. */
#include "binding.h"
#include "scratch.h"

#include "../base/limits.h"
#include "../keep/counts.h"

#include <math.h>

static void set_integer (lua_State *L, const char *name, lua_Integer v) {
  lua_pushinteger (L, v);
  lua_setfield (L, -2, name);
}

static int cut_terms (lua_State *L) {
  aln_slice text = aln_check_slice (L, 1);
  const aln_lexicon *x = aln_check_lexicon (L, 2);
  aln_arena *room = &aln_push_scratch (L)->arena;
  aln_terms terms = {NULL, 0, 0};
  aln_status st = ALN_OK;
  aln_terms_cut (&st, text, x, room, &terms);
  if (st != ALN_OK) return luaL_error (L, "cut_terms: %s", aln_status_text (st));
  lua_createtable (L, (int)terms.n, 0);
  for (uint32_t i = 0; i < terms.n; i++) {
    lua_createtable (L, 0, 3);
    aln_push_slice (L, terms.at[i].folded);
    lua_setfield (L, -2, "folded");
    set_integer (L, "first", (lua_Integer)terms.at[i].at.from + 1);
    set_integer (L, "last", terms.at[i].at.to);
    lua_seti (L, -2, (lua_Integer)i + 1);
  }
  return 1;
}

static int cut_asked (lua_State *L) {
  aln_slice text = aln_check_slice (L, 1);
  const aln_lexicon *x = aln_check_lexicon (L, 2);
  aln_arena *room = &aln_push_scratch (L)->arena;
  aln_asked_words words = {NULL, 0, 0};
  aln_status st = ALN_OK;
  aln_terms_asked (&st, text, x, 1, room, &words);
  if (st != ALN_OK) return luaL_error (L, "cut_asked: %s", aln_status_text (st));
  lua_createtable (L, (int)words.n, 0);
  for (uint32_t i = 0; i < words.n; i++) {
    lua_createtable (L, 0, 2);
    aln_push_slice (L, words.at[i].folded);
    lua_setfield (L, -2, "folded");
    aln_push_slice (L, words.at[i].written);
    lua_setfield (L, -2, "written");
    lua_seti (L, -2, (lua_Integer)i + 1);
  }
  return 1;
}

/* The words of 'numbers', copied: what is open must be closed before Lua is asked for anything. */
static aln_slice *family_of (aln_status *st, aln_stream *r, aln_slice word, aln_arena *a,
                             uint32_t *n) {
  aln_value v = {ALN_LAYER_STEM, aln_sequence_stem (st, a, word), 0, NULL};
  aln_numbers numbers = {NULL, 0, 0};
  aln_slice *list;
  aln_sequence_terms (st, r, &v, a, &numbers);
  list = aln_arena_get (st, a, ((size_t)numbers.n + 1) * sizeof *list);
  for (uint32_t i = 0; list && i < numbers.n && *st == ALN_OK; i++)
    list[i] = aln_arena_copy (st, a, aln_stream_term (r, ALN_LAYER_FOLDED, numbers.at[i]));
  *n = *st == ALN_OK ? numbers.n : 0;
  return list;
}

static int family (lua_State *L) {
  aln_store *s = aln_check_store (L);
  aln_slice word = aln_check_slice (L, 2), *list;
  aln_arena *a = &aln_push_scratch (L)->arena;
  aln_stream *r;
  aln_fault f;
  uint32_t n;
  aln_status st = aln_stream_open (s, &r, &f);
  if (st != ALN_OK) return aln_push_fault (L, &f);
  list = family_of (&st, r, word, a, &n);
  if (aln_stream_close (st, r, &f) != ALN_OK) return aln_push_fault (L, &f);
  lua_createtable (L, (int)n, 0);
  for (uint32_t i = 0; i < n; i++) {
    aln_push_slice (L, list[i]);
    lua_seti (L, -2, (lua_Integer)i + 1);
  }
  return 1;
}

/* core.query_counts: see above. */
static int query_counts (lua_State *L) {
  aln_slice text = aln_check_slice (L, 1);
  aln_lexicon *x = aln_check_lexicon (L, 2);
  aln_arena *room = &aln_push_scratch (L)->arena, *each = &aln_push_scratch (L)->arena;
  lua_Integer n = (luaL_checktype (L, 3, LUA_TTABLE), luaL_len (L, 3));
  aln_query *q;
  aln_fault f;
  aln_status st = aln_query_parse (text, x, room, &q, &f);
  if (st != ALN_OK) return aln_push_fault (L, &f);
  lua_createtable (L, (int)n, 0);
  lua_createtable (L, (int)n, 0);
  for (lua_Integer i = 1; i <= n; i++) {
    aln_terms terms = {NULL, 0, 0};
    aln_hits hits = {NULL, 0, 0};
    lua_rawgeti (L, 3, i);
    if (lua_type (L, -1) == LUA_TSTRING) {
      aln_terms_cut (&st, aln_check_slice (L, -1), x, each, &terms);
      aln_query_hits (&st, q, &terms, each, &hits);
    }
    if (st != ALN_OK) return luaL_error (L, "query_counts: %s", aln_status_text (st));
    aln_arena_free (each);
    lua_pop (L, 1);
    lua_pushinteger (L, hits.n);
    lua_rawseti (L, -3, i);
    lua_pushinteger (L, terms.n);
    lua_rawseti (L, -2, i);
  }
  return 2;
}

/* -- what Lua asks --------------------------------------------------------------------------------
 */

static void *get (lua_State *L, aln_arena *a, size_t n, size_t size) {
  aln_status st = ALN_OK;
  void *p = aln_arena_get (&st, a, (n + 1) * size);
  if (!p) luaL_error (L, "%s", aln_status_text (st));
  return p;
}

static lua_Integer integer_field (lua_State *L, const char *name, lua_Integer otherwise) {
  lua_Integer v;
  lua_getfield (L, -1, name);
  v = luaL_optinteger (L, -1, otherwise);
  lua_pop (L, 1);
  return v;
}

static uint32_t number_field (lua_State *L, const char *name, uint32_t otherwise) {
  lua_Integer v = integer_field (L, name, otherwise);
  return v < 0 ? 0 : v > UINT32_MAX ? UINT32_MAX : (uint32_t)v;
}

/* [-0, +0, v]  The table of options at 3. */
static void check_asked (lua_State *L, aln_asked *q) {
  static const char *const scopes[] = {"body", "headline", "text", "quotes", NULL};
  static const aln_scope values[] = {ALN_SCOPE_BODY, ALN_SCOPE_HEADLINE, ALN_SCOPE_TEXT,
                                     ALN_SCOPE_QUOTES};
  luaL_checktype (L, 3, LUA_TTABLE);
  lua_pushvalue (L, 3);
  lua_getfield (L, -1, "scope");
  q->scope = values[luaL_checkoption (L, lua_gettop (L), "body", scopes)];
  lua_pop (L, 1);
  lua_getfield (L, -1, "case");
  q->written = lua_toboolean (L, -1);
  lua_pop (L, 1);
  q->min = number_field (L, "min", 0);
  q->limit = number_field (L, "limit", UINT32_MAX);
  lua_pop (L, 1);
}

/* [-0, +0, v]  The list of texts at the top; Lua's table keeps them. */
static aln_slice *check_texts (lua_State *L, aln_arena *a, uint32_t *n) {
  lua_Integer length = luaL_len (L, -1);
  aln_slice *list = get (L, a, (size_t)length, sizeof *list);
  for (lua_Integer i = 1; i <= length; i++) {
    lua_geti (L, -1, i);
    if (lua_type (L, -1) != LUA_TSTRING)
      luaL_error (L, "a word is a %s, not a string", luaL_typename (L, -1));
    list[i - 1] = aln_check_slice (L, -1);
    lua_pop (L, 1);
  }
  *n = (uint32_t)length;
  return list;
}

/* [-0, +0, v]  The field 'patterns' of the table at the top. */
static const aln_pattern *check_patterns (lua_State *L, aln_arena *a, uint32_t *n) {
  lua_Integer length;
  aln_pattern *list;
  lua_getfield (L, -1, "patterns");
  luaL_checktype (L, -1, LUA_TTABLE);
  length = luaL_len (L, -1);
  list = get (L, a, (size_t)length, sizeof *list);
  for (lua_Integer i = 1; i <= length; i++) {
    lua_geti (L, -1, i);
    lua_getfield (L, -1, "words");
    luaL_checktype (L, -1, LUA_TTABLE);
    list[i - 1].words = check_texts (L, a, &list[i - 1].n);
    lua_pop (L, 2);
  }
  lua_pop (L, 1);
  *n = (uint32_t)length;
  return list;
}

/* [-0, +0, v]  What is wanted, at 4; 0 with *f filled where a query is faulty. */
static int check_wanted (lua_State *L, const aln_store *s, const aln_asked *q, aln_arena *a,
                         aln_wanted *w, aln_fault *f) {
  int good = 1;
  memset (w, 0, sizeof *w);
  w->written = q->written;
  luaL_checktype (L, 4, LUA_TTABLE);
  lua_pushvalue (L, 4);
  if (lua_getfield (L, -1, "query") == LUA_TSTRING) {
    lua_getfield (L, -2, "kind");
    good = aln_check_query (L, lua_gettop (L), aln_check_slice (L, -2), s, a, w, f);
    lua_pop (L, 1);
  }
  lua_pop (L, 1);
  if (!w->query && !w->sequence && good) w->patterns = check_patterns (L, a, &w->n);
  lua_pop (L, 1);
  return good;
}

/* What every question begins with: the store, the selection at 2, the options at 3. */
typedef struct asking {
  aln_store *s;
  aln_arena *a;
  aln_asked q;
  aln_fault f;
} asking;

static int begin (lua_State *L, asking *w) {
  w->s = aln_check_store (L);
  check_asked (L, &w->q);
  luaL_checkstack (L, 16, "counting");
  w->a = &aln_push_scratch (L)->arena;
  w->q.which = aln_check_tree (L, 2, w->s, w->a, &w->f);
  return w->q.which != NULL;
}

static int give (lua_State *L, const asking *w, aln_status st, aln_frame *frame, int64_t total) {
  if (st != ALN_OK) return aln_push_fault (L, &w->f);
  aln_push_frame (L, frame);
  lua_pushinteger (L, total);
  return 2;
}

/* -- groups ---------------------------------------------------------------------------------------
 */

static int facet (lua_State *L) {
  aln_store *s = aln_check_store (L);
  aln_slice name = aln_check_slice (L, 2);
  aln_status st = ALN_OK;
  const aln_facet *f = aln_facet_get (&st, s, name);
  if (!f) {
    aln_fault fault;
    aln_fail (&fault, st, ALN_NOWHERE, "%.100s: %s", name.p, aln_status_text (st));
    return aln_push_fault (L, &fault);
  }
  lua_createtable (L, (int)f->values.n, 0);
  for (uint32_t i = 1; i <= f->values.n; i++) {
    aln_slice v = aln_numbering_text (&f->values, i);
    if (!v.p || v.n == 0) continue; /* there is always a letter */
    aln_push_slice (L, (aln_slice){v.p + 1, v.n - 1});
    if (v.p[0] != 't' && !lua_stringtonumber (L, lua_tostring (L, -1))) lua_pushnil (L);
    if (v.p[0] != 't') lua_remove (L, -2);
    lua_seti (L, -2, i);
  }
  return 1;
}

/* [-0, +0, v]  The key at the top. */
static void check_key (lua_State *L, aln_arena *a, aln_key *k) {
  uint32_t *groups;
  lua_getfield (L, -1, "facet");
  k->facet = aln_check_slice (L, -1);
  lua_pop (L, 1);
  k->n = (uint32_t)integer_field (L, "n", 0);
  lua_getfield (L, -1, "groups");
  luaL_checktype (L, -1, LUA_TTABLE);
  k->codes = (uint32_t)luaL_len (L, -1);
  k->groups = groups = get (L, a, k->codes, sizeof *groups);
  for (uint32_t i = 0; i < k->codes; i++) {
    lua_rawgeti (L, -1, (lua_Integer)i + 1);
    groups[i] = (uint32_t)lua_tointeger (L, -1);
    lua_pop (L, 1);
  }
  lua_pop (L, 1);
}

static const aln_key *check_keys (lua_State *L, int arg, aln_arena *a, uint32_t *n) {
  aln_key *keys;
  luaL_checktype (L, arg, LUA_TTABLE);
  *n = (uint32_t)luaL_len (L, arg);
  keys = get (L, a, *n, sizeof *keys);
  for (uint32_t i = 0; i < *n; i++) {
    lua_rawgeti (L, arg, (lua_Integer)i + 1);
    check_key (L, a, &keys[i]);
    lua_pop (L, 1);
  }
  return keys;
}

static void push_tallies (lua_State *L, const aln_tally *list, uint32_t n) {
  for (int k = 0; k < 4; k++) lua_createtable (L, (int)n, 0);
  for (uint32_t i = 0; i < n; i++) {
    const lua_Integer values[] = {(lua_Integer)list[i].count, list[i].articles, list[i].of_articles,
                                  (lua_Integer)list[i].tokens};
    for (int k = 0; k < 4; k++) {
      lua_pushinteger (L, values[k]);
      lua_rawseti (L, k - 5, (lua_Integer)i + 1);
    }
  }
}

static int count (lua_State *L) {
  asking w;
  aln_wanted wanted;
  const aln_key *keys;
  aln_tally *out;
  uint32_t n_keys, n;
  int some = !lua_isnoneornil (L, 4);
  if (!begin (L, &w)) return aln_push_fault (L, &w.f);
  if (some && !check_wanted (L, w.s, &w.q, w.a, &wanted, &w.f)) return aln_push_fault (L, &w.f);
  keys = check_keys (L, 5, w.a, &n_keys);
  if (aln_count (w.s, &w.q, some ? &wanted : NULL, keys, n_keys, w.a, &out, &n, &w.f) != ALN_OK)
    return aln_push_fault (L, &w.f);
  push_tallies (L, out, n);
  return 4;
}

static void push_number (lua_State *L, double v) {
  if (isnan (v)) lua_pushnil (L);
  else lua_pushnumber (L, v);
}

static int disperse (lua_State *L) {
  asking w;
  aln_wanted wanted;
  aln_spread out;
  if (!begin (L, &w) || !check_wanted (L, w.s, &w.q, w.a, &wanted, &w.f) ||
      aln_disperse (w.s, &w.q, &wanted, &out, &w.f) != ALN_OK)
    return aln_push_fault (L, &w.f);
  lua_pushinteger (L, (lua_Integer)out.count);
  lua_pushinteger (L, out.articles);
  lua_pushinteger (L, out.of_articles);
  push_number (L, out.dp);
  push_number (L, out.dp_norm);
  return 5;
}

/* -- lists ----------------------------------------------------------------------------------------
 */

static int list_terms (lua_State *L) {
  asking w;
  aln_frame *frame;
  int64_t total = 0;
  aln_status st;
  if (!begin (L, &w)) return aln_push_fault (L, &w.f);
  st = aln_list_terms (w.s, &w.q, &frame, &total, &w.f);
  return give (L, &w, st, frame, total);
}

static int list_keyness (lua_State *L) {
  asking w;
  const aln_select *other;
  aln_frame *frame;
  int64_t total = 0;
  aln_status st;
  if (!begin (L, &w)) return aln_push_fault (L, &w.f);
  other = aln_check_tree (L, 4, w.s, w.a, &w.f);
  if (!other) return aln_push_fault (L, &w.f);
  st = aln_list_keyness (w.s, &w.q, other, &frame, &total, &w.f);
  return give (L, &w, st, frame, total);
}

static int list_ngrams (lua_State *L) {
  asking w;
  aln_frame *frame;
  int64_t total = 0;
  aln_status st;
  lua_Integer n = luaL_checkinteger (L, 4);
  luaL_argcheck (L, n >= 1 && n <= (lua_Integer)ALN_NGRAM_MAX, 4, "1 to 8 words");
  if (!begin (L, &w)) return aln_push_fault (L, &w.f);
  st = aln_list_ngrams (w.s, &w.q, (uint32_t)n, &frame, &total, &w.f);
  return give (L, &w, st, frame, total);
}

static int list_variants (lua_State *L) {
  asking w;
  aln_wanted wanted;
  aln_frame *frame;
  int64_t total = 0;
  aln_status st;
  if (!begin (L, &w) || !check_wanted (L, w.s, &w.q, w.a, &wanted, &w.f))
    return aln_push_fault (L, &w.f);
  st = aln_list_variants (w.s, &w.q, &wanted, &frame, &total, &w.f);
  return give (L, &w, st, frame, total);
}

static uint32_t check_side (lua_State *L, int arg) {
  lua_Integer n = luaL_checkinteger (L, arg);
  luaL_argcheck (L, n >= 0, arg, "a number of words");
  return n > UINT32_MAX ? UINT32_MAX : (uint32_t)n;
}

static int list_collocates (lua_State *L) {
  asking w;
  aln_wanted wanted;
  aln_near near = {&wanted, check_side (L, 5), check_side (L, 6), lua_toboolean (L, 7)};
  aln_frame *frame;
  int64_t total = 0, nodes = 0, window = 0;
  aln_status st;
  if (!begin (L, &w) || !check_wanted (L, w.s, &w.q, w.a, &wanted, &w.f))
    return aln_push_fault (L, &w.f);
  st = aln_list_collocates (w.s, &w.q, &near, &frame, &total, &nodes, &window, &w.f);
  if (give (L, &w, st, frame, total) != 2) return 4;
  lua_pushinteger (L, nodes);
  lua_pushinteger (L, window);
  return 4;
}

/* -- codes ----------------------------------------------------------------------------------------
 */

/* [-0, +0, v]  The names of the categories of the dictionary at the top. */
static void check_names (lua_State *L, aln_arena *a, aln_codes *c) {
  aln_slice *names;
  lua_getfield (L, -1, "categories");
  luaL_checktype (L, -1, LUA_TTABLE);
  c->n_names = (uint32_t)luaL_len (L, -1);
  c->names = names = get (L, a, c->n_names, sizeof *names);
  for (uint32_t i = 0; i < c->n_names; i++) {
    lua_rawgeti (L, -1, (lua_Integer)i + 1);
    lua_getfield (L, -1, "name");
    names[i] = aln_check_slice (L, -1);
    lua_pop (L, 2);
  }
  lua_pop (L, 1);
}

/* [-0, +0, v]  Pushes the categories of pattern i of the list at the top. */
static uint32_t push_categories (lua_State *L, uint32_t i) {
  lua_rawgeti (L, -1, (lua_Integer)i + 1);
  lua_getfield (L, -1, "categories");
  lua_remove (L, -2);
  luaL_checktype (L, -1, LUA_TTABLE);
  return (uint32_t)luaL_len (L, -1);
}

static void check_categories (lua_State *L, aln_arena *a, aln_codes *c) {
  uint32_t *begins = get (L, a, (size_t)c->n + 1, sizeof *begins), *list;
  lua_getfield (L, -1, "patterns");
  for (uint32_t i = 0; i < c->n; i++) {
    begins[i + 1] = begins[i] + push_categories (L, i);
    lua_pop (L, 1);
  }
  list = get (L, a, begins[c->n], sizeof *list);
  for (uint32_t i = 0; i < c->n; i++) {
    uint32_t n = push_categories (L, i);
    for (uint32_t k = 0; k < n && begins[i] + k < begins[i + 1]; k++) {
      lua_Integer v;
      lua_rawgeti (L, -1, (lua_Integer)k + 1);
      v = lua_tointeger (L, -1);
      if (v < 1 || v > (lua_Integer)c->n_names) luaL_error (L, "no category %I", v);
      list[begins[i] + k] = (uint32_t)v - 1;
      lua_pop (L, 1);
    }
    lua_pop (L, 1);
  }
  lua_pop (L, 1);
  c->begins = begins;
  c->categories = list;
}

static int list_codes (lua_State *L) {
  asking w;
  aln_codes c = {NULL, 0, NULL, NULL, NULL, 0, lua_toboolean (L, 5)};
  aln_frame *frame;
  aln_status st;
  luaL_checktype (L, 4, LUA_TTABLE);
  if (!begin (L, &w)) return aln_push_fault (L, &w.f);
  lua_pushvalue (L, 4);
  c.patterns = check_patterns (L, w.a, &c.n);
  check_names (L, w.a, &c);
  check_categories (L, w.a, &c);
  lua_pop (L, 1);
  st = aln_list_codes (w.s, &w.q, &c, &frame, &w.f);
  return give (L, &w, st, frame, 0);
}

static int list_similar (lua_State *L) {
  asking w;
  aln_slice *words = NULL;
  uint32_t n_words = 0;
  lua_Integer n = lua_istable (L, 4) ? 0 : luaL_checkinteger (L, 4);
  aln_frame *frame;
  aln_status st;
  if (!begin (L, &w)) return aln_push_fault (L, &w.f);
  if (n == 0) {
    lua_pushvalue (L, 4);
    words = check_texts (L, w.a, &n_words);
    lua_pop (L, 1);
  }
  st = aln_list_similar (w.s, &w.q, n, words, n_words, &frame, &w.f);
  return give (L, &w, st, frame, 0);
}

void aln_open_counting (lua_State *L) {
  static const luaL_Reg functions[] = {{"cut_terms", cut_terms},
                                       {"cut_asked", cut_asked},
                                       {"family", family},
                                       {"query_counts", query_counts},
                                       {"facet", facet},
                                       {"count", count},
                                       {"disperse", disperse},
                                       {"list_terms", list_terms},
                                       {"list_keyness", list_keyness},
                                       {"list_ngrams", list_ngrams},
                                       {"list_collocates", list_collocates},
                                       {"list_codes", list_codes},
                                       {"list_variants", list_variants},
                                       {"list_similar", list_similar},
                                       {NULL, NULL}};
  luaL_setfuncs (L, functions, 0);
}
