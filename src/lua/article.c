/* article.c: an article for Lua (userdata alliance.article).
   Every field is made from the C article on first use and kept in the first user value; the second
   user value keeps the string whose bytes the article borrows. Positions become 1-based here. */
#include "binding.h"

#include "../notice/notice.h"

typedef struct box {
  aln_article *article; /* NULL once closed */
  aln_noticed noticed;  /* in the article's arena */
} box;

static int article_gc (lua_State *L) {
  box *b = luaL_checkudata (L, 1, ALN_ARTICLE);
  aln_article_free (b->article);
  b->article = NULL;
  return 0;
}

aln_article *aln_check_article (lua_State *L, int arg) {
  box *b = luaL_checkudata (L, arg, ALN_ARTICLE);
  luaL_argcheck (L, b->article, arg, "a closed article");
  return b->article;
}

void aln_push_article (lua_State *L, aln_article *a, int anchor) {
  box *b;
  anchor = anchor ? lua_absindex (L, anchor) : 0;
  b = lua_newuserdatauv (L, sizeof *b, 2);
  b->article = a;
  memset (&b->noticed, 0, sizeof b->noticed);
  luaL_setmetatable (L, ALN_ARTICLE);
  if (anchor) {
    lua_pushvalue (L, anchor);
    lua_setiuservalue (L, -2, 2);
  }
  lua_newtable (L);
  lua_setiuservalue (L, -2, 1);
}

/* -- fields ---------------------------------------------------------------------------------------
 */

static void set_slice (lua_State *L, const char *key,
                       aln_slice s) { /* [-0, +0, m] empty: left out */
  if (s.n == 0) return;
  aln_push_slice (L, s);
  lua_setfield (L, -2, key);
}

static void set_span (lua_State *L,
                      aln_span s) { /* [-0, +0, m] first and last of the table on top */
  lua_pushinteger (L, (lua_Integer)s.from + 1);
  lua_setfield (L, -2, "first");
  lua_pushinteger (L, s.to);
  lua_setfield (L, -2, "last");
}

static void push_opt (lua_State *L, aln_slice s) {
  if (s.n) aln_push_slice (L, s);
  else lua_pushnil (L);
}

static void push_text (lua_State *L, const aln_article *a) { aln_push_slice (L, a->text); }
static void push_id (lua_State *L, const aln_article *a) { aln_push_slice (L, a->given_id); }
static void push_source (lua_State *L, const aln_article *a) { push_opt (L, a->source); }
static void push_url (lua_State *L, const aln_article *a) { push_opt (L, a->url); }
static void push_language (lua_State *L, const aln_article *a) { lua_pushstring (L, a->language); }
static void push_headline (lua_State *L, const aln_article *a) { push_opt (L, a->headline); }
static void push_agency (lua_State *L, const aln_article *a) { push_opt (L, a->agency); }
static void push_published (lua_State *L, const aln_article *a) {
  push_opt (L, aln_slice_of (a->published));
}

static aln_slice block_text (const aln_article *a, const aln_block *b) {
  return b->kind == ALN_BOILERPLATE ? aln_cut (a->clean.text, b->clean)
                                    : aln_cut (a->text, b->text);
}

static void push_blocks (lua_State *L, const aln_article *a) {
  lua_createtable (L, (int)a->blocks.n, 0);
  for (uint32_t i = 0; i < a->blocks.n; i++) {
    const aln_block *b = &a->blocks.at[i];
    aln_span raw = aln_map_back (&a->clean.map, b->clean);
    lua_createtable (L, 0, 7);
    lua_pushstring (L, aln_block_kind_name (b->kind));
    lua_setfield (L, -2, "kind");
    set_slice (L, "text", block_text (a, b));
    set_slice (L, "reason", b->reason);
    set_slice (L, "rule", aln_slice_of (b->rule));
    if (b->kind != ALN_BOILERPLATE) set_span (L, b->text);
    lua_createtable (L, 2, 0);
    lua_pushinteger (L, (lua_Integer)raw.from + 1);
    lua_seti (L, -2, 1);
    lua_pushinteger (L, raw.to);
    lua_seti (L, -2, 2);
    lua_setfield (L, -2, "raw");
    lua_seti (L, -2, (lua_Integer)i + 1);
  }
}

static void push_paragraphs (lua_State *L, const aln_article *a) {
  lua_Integer n = 0;
  lua_newtable (L);
  for (uint32_t i = 0; i < a->blocks.n; i++) {
    if (a->blocks.at[i].kind != ALN_PARAGRAPH) continue;
    aln_push_slice (L, block_text (a, &a->blocks.at[i]));
    lua_seti (L, -2, ++n);
  }
}

static void push_body (lua_State *L,
                       const aln_article *a) { /* the paragraphs, joined by blank lines */
  luaL_Buffer b;
  int first = 1;
  luaL_buffinit (L, &b);
  for (uint32_t i = 0; i < a->blocks.n; i++) {
    aln_slice s;
    if (a->blocks.at[i].kind != ALN_PARAGRAPH) continue;
    s = block_text (a, &a->blocks.at[i]);
    if (!first) luaL_addlstring (&b, "\n\n", 2);
    luaL_addlstring (&b, s.p, s.n);
    first = 0;
  }
  luaL_pushresult (&b);
}

static void push_boilerplate (lua_State *L, const aln_article *a) {
  lua_Integer n = 0;
  lua_newtable (L);
  for (uint32_t i = 0; i < a->blocks.n; i++) {
    const aln_block *b = &a->blocks.at[i];
    if (b->kind != ALN_BOILERPLATE) continue;
    lua_createtable (L, 0, 2);
    set_slice (L, "text", block_text (a, b));
    set_slice (L, "reason", b->reason);
    lua_seti (L, -2, ++n);
  }
}

static void push_captions (lua_State *L, const aln_article *a) {
  lua_createtable (L, (int)a->captions.n, 0);
  for (uint32_t i = 0; i < a->captions.n; i++) {
    lua_createtable (L, 0, 2);
    set_slice (L, "text", block_text (a, &a->blocks.at[a->captions.at[i].block]));
    set_slice (L, "credit", a->captions.at[i].credit);
    lua_seti (L, -2, (lua_Integer)i + 1);
  }
}

static void push_byline (lua_State *L, const aln_article *a) {
  lua_createtable (L, (int)a->bylines.n, 0);
  for (uint32_t i = 0; i < a->bylines.n; i++) {
    aln_push_slice (L, a->bylines.at[i]);
    lua_seti (L, -2, (lua_Integer)i + 1);
  }
}

static void push_dateline (lua_State *L, const aln_article *a) {
  if (!a->dateline.place.n && !a->dateline.date.n && !a->dateline.agency.n) {
    lua_pushnil (L);
    return;
  }
  lua_createtable (L, 0, 3);
  set_slice (L, "place", a->dateline.place);
  set_slice (L, "date", a->dateline.date);
  set_slice (L, "agency", a->dateline.agency);
}

static void push_sentences (lua_State *L, const aln_article *a) {
  lua_createtable (L, (int)a->sentences.n, 0);
  for (uint32_t i = 0; i < a->sentences.n; i++) {
    lua_createtable (L, 0, 3);
    set_span (L, a->sentences.at[i]);
    lua_pushinteger (L, (lua_Integer)a->sentence_blocks.at[i] + 1);
    lua_setfield (L, -2, "block");
    lua_seti (L, -2, (lua_Integer)i + 1);
  }
}

static void set_raw_of_clean (lua_State *L, const aln_article *a, aln_span clean) {
  aln_span raw = aln_map_back (&a->clean.map, clean);
  lua_createtable (L, 2, 0);
  lua_pushinteger (L, (lua_Integer)raw.from + 1);
  lua_seti (L, -2, 1);
  lua_pushinteger (L, raw.to);
  lua_seti (L, -2, 2);
  lua_setfield (L, -2, "raw");
}

static void push_dating (lua_State *L, const aln_article *a) {
  int bracketed = a->earliest[0] || a->latest[0];
  lua_createtable (L, 0, 5);
  set_slice (L, "earliest", aln_slice_of (bracketed ? a->earliest : a->published));
  set_slice (L, "latest", aln_slice_of (bracketed ? a->latest : a->published));
  set_slice (L, "how", aln_slice_of (a->how));
  lua_createtable (L, (int)a->evidence.n, 0);
  for (uint32_t i = 0; i < a->evidence.n; i++) {
    const aln_evidence *e = &a->evidence.at[i];
    lua_createtable (L, 0, 4);
    set_slice (L, "says", e->says);
    set_slice (L, "bound", aln_slice_of (e->bound));
    set_slice (L, "rule", aln_slice_of (e->rule));
    set_slice (L, "grade", e->grade);
    if (aln_length (e->text)) set_span (L, e->text);
    if (aln_length (e->clean)) set_raw_of_clean (L, a, e->clean);
    lua_seti (L, -2, (lua_Integer)i + 1);
  }
  lua_setfield (L, -2, "evidence");
  lua_createtable (L, (int)a->conflicts.n, 0);
  for (uint32_t i = 0; i < a->conflicts.n; i++) {
    aln_push_slice (L, a->conflicts.at[i]);
    lua_seti (L, -2, (lua_Integer)i + 1);
  }
  lua_setfield (L, -2, "conflicts");
}

/* What is noticed stands in the userdata, which article_field has at index 1. */
static void push_dates (lua_State *L, const aln_article *a) {
  static const char *const types[] = {"DATE", "TIME", "DURATION", "SET"};
  const box *b = lua_touserdata (L, 1);
  lua_createtable (L, (int)b->noticed.dates.n, 0);
  for (uint32_t i = 0; i < b->noticed.dates.n; i++) {
    const aln_timex *x = &b->noticed.dates.at[i];
    lua_createtable (L, 0, 8);
    set_slice (L, "text", aln_cut (a->text, x->at));
    set_slice (L, "value", aln_slice_of (x->value));
    set_slice (L, "type", aln_slice_of (types[x->type]));
    set_slice (L, "mod", aln_slice_of (x->mod));
    set_slice (L, "rule", aln_slice_of (x->rule));
    set_span (L, x->at);
    lua_pushinteger (L, (lua_Integer)x->block + 1);
    lua_setfield (L, -2, "block");
    lua_seti (L, -2, (lua_Integer)i + 1);
  }
}

static void push_encoding (lua_State *L, const aln_article *a) {
  lua_createtable (L, 0, 2);
  set_slice (L, "name", aln_slice_of (a->clean.encoding));
  lua_pushinteger (L, a->clean.replaced);
  lua_setfield (L, -2, "replaced");
}

static const struct {
  const char *name;
  void (*push) (lua_State *L, const aln_article *a); /* [-0, +1, m] */
} fields[] = {{"id", push_id},
              {"source", push_source},
              {"url", push_url},
              {"language", push_language},
              {"published", push_published},
              {"dating", push_dating},
              {"headline", push_headline},
              {"byline", push_byline},
              {"dateline", push_dateline},
              {"agency", push_agency},
              {"captions", push_captions},
              {"paragraphs", push_paragraphs},
              {"text", push_text},
              {"body", push_body},
              {"boilerplate", push_boilerplate},
              {"blocks", push_blocks},
              {"sentences", push_sentences},
              {"encoding", push_encoding},
              {"dates", push_dates}};
#define FIELDS (sizeof fields / sizeof fields[0])

/* core.article_field (article, name): the value (made once), or nothing where there is no such
 * field. */
static int article_field (lua_State *L) {
  const aln_article *a = aln_check_article (L, 1);
  aln_slice name = aln_check_slice (L, 2);
  size_t i = 0;
  while (i < FIELDS && !aln_same (name, aln_slice_of (fields[i].name))) i++;
  if (i == FIELDS) return 0;
  lua_getiuservalue (L, 1, 1);
  lua_pushvalue (L, 2);
  if (lua_rawget (L, -2) == LUA_TNIL) {
    lua_pop (L, 1);
    fields[i].push (L, a);
    lua_pushvalue (L, 2);
    lua_pushvalue (L, -2);
    lua_rawset (L, -4);
  }
  return 1;
}

static int
article_fields (lua_State *L) { /* core.article_fields (): the names, in documented order */
  lua_createtable (L, FIELDS, 0);
  for (size_t i = 0; i < FIELDS; i++) {
    lua_pushstring (L, fields[i].name);
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

/* core.read (bytes, about or nil, lexicon): an article, or nil, message, code, byte. */
static int read_article (lua_State *L) {
  aln_slice raw = aln_check_slice (L, 1);
  aln_lexicon *x = aln_check_lexicon (L, 3);
  aln_about about = {aln_opt_field (L, 2, "published"), aln_opt_field (L, 2, "source"),
                     aln_opt_field (L, 2, "url"), aln_opt_field (L, 2, "id")};
  aln_article *a;
  aln_fault fault;
  aln_status st = ALN_OK;
  box *b;
  lua_settop (L, 3);
  lua_pushnil (L);
  aln_push_article (L, NULL, 1); /* the object first, what it owns second */
  b = lua_touserdata (L, -1);
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
  b->article = a;
  aln_notice (&st, a, &b->noticed);
  if (st != ALN_OK) {
    aln_fail (&fault, st, ALN_NOWHERE, "%s", aln_status_text (st));
    return aln_push_fault (L, &fault);
  }
  return 1;
}

void aln_open_article (lua_State *L) {
  static const luaL_Reg meta[] = {{"__gc", article_gc}, {"__close", article_gc}, {NULL, NULL}};
  static const luaL_Reg functions[] = {{"read", read_article},
                                       {"article_field", article_field},
                                       {"article_fields", article_fields},
                                       {"article_raw", article_raw},
                                       {NULL, NULL}};
  if (luaL_newmetatable (L, ALN_ARTICLE)) luaL_setfuncs (L, meta, 0);
  lua_setfield (L, -2, "article_meta"); /* alliance/article.lua adds __index, __tostring, __pairs */
  luaL_setfuncs (L, functions, 0);
}
