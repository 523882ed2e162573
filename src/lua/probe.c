/* probe.c: single steps of the core for specs (core.probe): not part of the public interface. */
#include "binding.h"
#include "scratch.h"

#include "../base/fold.h"
#include "../base/limits.h"
#include "../base/mem.h"
#include "../read/ahead.h"
#include "../read/clean.h"
#include "../read/language.h"
#include "../read/sentences.h"
#include "../read/tokens.h"
#include "../read/words.h"

#include <utf8proc.h>

static int probe_fold (lua_State *L) {
  char out[1024];
  aln_slice s = aln_check_slice (L, 1);
  lua_pushlstring (L, out, aln_fold (s, out, sizeof out));
  return 1;
}

/* probe.tokens (text [, lexicon]): a list of the tokens' texts. */
static int probe_tokens (lua_State *L) {
  aln_slice s = aln_check_slice (L, 1);
  const aln_lexicon *x = lua_isnoneornil (L, 2) ? NULL : aln_check_lexicon (L, 2);
  aln_scratch *room = aln_push_scratch (L);
  aln_tokens tokens = {NULL, 0, 0};
  aln_status st = ALN_OK;
  aln_tokenize (&st, &room->arena, s, x, &tokens);
  if (st != ALN_OK) return luaL_error (L, "tokens: %s", aln_status_text (st));
  lua_createtable (L, (int)tokens.n, 0);
  for (uint32_t i = 0; i < tokens.n; i++) {
    aln_push_slice (L, aln_cut (s, (aln_span){tokens.at[i].from, tokens.at[i].to}));
    lua_seti (L, -2, (lua_Integer)i + 1);
  }
  return 1;
}

/* probe.words (text): the segments of UAX #29; probe.words_version (): of Unicode. */
static int probe_words (lua_State *L) {
  aln_slice s = aln_check_slice (L, 1);
  lua_Integer n = 0;
  lua_newtable (L);
  for (size_t from = 0, to; from < s.n; from = to) {
    to = aln_word_end (s, from);
    lua_pushlstring (L, s.p + from, to - from);
    lua_seti (L, -2, ++n);
  }
  return 1;
}

static void push_ahead (lua_State *L, aln_ahead a) {
  lua_pushinteger (L, (lua_Integer)a.others);
  lua_pushinteger (L, (lua_Integer)a.capitals);
}

/* probe.ahead (text of 64 bytes): what is no letter, and capitals, as bits: as this processor finds them,
   and as every processor can. */
static int probe_ahead (lua_State *L) {
  aln_slice s = aln_check_slice (L, 1);
  luaL_argcheck (L, s.n == ALN_AHEAD, 1, "64 bytes expected");
  push_ahead (L, aln_ahead_at (s.p));
  push_ahead (L, aln_ahead_plain (s.p));
  return 4;
}

static int probe_words_version (lua_State *L) {
  lua_pushstring (L, aln_words_version ());
  lua_pushstring (L, utf8proc_unicode_version ());
  return 2;
}

static void set_flag (lua_State *L, const aln_token *t, unsigned flag, const char *name) {
  if (!(t->flags & flag)) return;
  lua_pushboolean (L, 1);
  lua_setfield (L, -2, name);
}

static void push_token (lua_State *L, aln_slice s, const aln_token *t) {
  static const char *const kinds[] = {"word", "number", "ideogram", "link", "mark"};
  static const char *const shapes[] = {"none", "lower", "capital", "caps", "mixed"};
  lua_createtable (L, 1, 6);
  aln_push_slice (L, aln_cut (s, (aln_span){t->from, t->to}));
  lua_seti (L, -2, 1);
  lua_pushstring (L, kinds[t->kind]);
  lua_setfield (L, -2, "kind");
  lua_pushstring (L, shapes[t->shape]);
  lua_setfield (L, -2, "shape");
  lua_pushinteger (L, (lua_Integer)t->from + 1);
  lua_setfield (L, -2, "first");
  lua_pushinteger (L, t->to);
  lua_setfield (L, -2, "last");
  lua_pushinteger (L, t->word);
  lua_setfield (L, -2, "word");
  set_flag (L, t, ALN_TOKEN_GLUED, "glued");
  set_flag (L, t, ALN_TOKEN_NEWLINE, "newline");
  set_flag (L, t, ALN_TOKEN_BLANK, "blank");
}

/* probe.token_list (text [, lexicon]): a list of {text, kind=, shape=, first=, last=, word=, and
   the flags that are set}. */
static int probe_token_list (lua_State *L) {
  aln_slice s = aln_check_slice (L, 1);
  const aln_lexicon *x = lua_isnoneornil (L, 2) ? NULL : aln_check_lexicon (L, 2);
  aln_scratch *room = aln_push_scratch (L);
  aln_tokens tokens = {NULL, 0, 0};
  aln_status st = ALN_OK;
  aln_tokenize (&st, &room->arena, s, x, &tokens);
  if (st != ALN_OK) return luaL_error (L, "token_list: %s", aln_status_text (st));
  lua_createtable (L, (int)tokens.n, 0);
  for (uint32_t i = 0; i < tokens.n; i++) {
    push_token (L, s, &tokens.at[i]);
    lua_seti (L, -2, (lua_Integer)i + 1);
  }
  return 1;
}

/* probe.sentences (text, lexicon): a list of the sentences' texts, the text being one block. */
static int probe_sentences (lua_State *L) {
  aln_slice s = aln_check_slice (L, 1);
  const aln_lexicon *x = aln_check_lexicon (L, 2);
  aln_scratch *room = aln_push_scratch (L);
  aln_tokens tokens = {NULL, 0, 0};
  aln_spans spans = {NULL, 0, 0};
  aln_status st = ALN_OK;
  aln_tokenize (&st, &room->arena, s, x, &tokens);
  aln_sentences (&st, &room->arena, s, tokens.at, 0, tokens.n, x, &spans);
  if (st != ALN_OK) return luaL_error (L, "sentences: %s", aln_status_text (st));
  lua_createtable (L, (int)spans.n, 0);
  for (uint32_t i = 0; i < spans.n; i++) {
    aln_push_slice (L, aln_cut (s, spans.at[i]));
    lua_seti (L, -2, (lua_Integer)i + 1);
  }
  return 1;
}

/* [-0, +1, m]  {first, last, in_first, in_last, same}: a piece of a map in Lua's positions. */
static void push_piece (lua_State *L, const aln_piece *p) {
  const lua_Integer places[] = {(lua_Integer)p->out + 1, p->out + p->out_n, (lua_Integer)p->in + 1,
                                p->in + p->in_n};
  lua_createtable (L, 5, 0);
  for (int i = 0; i < 4; i++) {
    lua_pushinteger (L, places[i]);
    lua_seti (L, -2, i + 1);
  }
  lua_pushboolean (L, (int)p->same);
  lua_seti (L, -2, 5);
}

/* probe.clean (bytes): {text=, encoding=, replaced=, borrowed=, map={piece, …}}, or nil, message,
   code, byte. */
static int probe_clean (lua_State *L) {
  aln_slice raw = aln_check_slice (L, 1);
  aln_scratch *room = aln_push_scratch (L);
  aln_clean c;
  aln_fault f;
  if (aln_clean_bytes (raw, &room->arena, &c, &f) != ALN_OK) return aln_push_fault (L, &f);
  lua_createtable (L, 0, 5);
  aln_push_slice (L, c.text);
  lua_setfield (L, -2, "text");
  lua_pushstring (L, c.encoding);
  lua_setfield (L, -2, "encoding");
  lua_pushinteger (L, c.replaced);
  lua_setfield (L, -2, "replaced");
  lua_pushboolean (L, c.text.p >= raw.p && c.text.p < raw.p + raw.n);
  lua_setfield (L, -2, "borrowed");
  lua_createtable (L, (int)c.map.n, 0);
  for (uint32_t i = 0; i < c.map.n; i++) {
    push_piece (L, &c.map.at[i]);
    lua_seti (L, -2, (lua_Integer)i + 1);
  }
  lua_setfield (L, -2, "map");
  return 1;
}

/* probe.language (text, lexicon): the language of clean text. */
static int probe_language (lua_State *L) {
  aln_slice s = aln_check_slice (L, 1);
  const aln_lexicon *x = aln_check_lexicon (L, 2);
  aln_scratch *room = aln_push_scratch (L);
  aln_tokens tokens = {NULL, 0, 0};
  aln_status st = ALN_OK;
  aln_tokenize (&st, &room->arena, s, x, &tokens);
  if (st != ALN_OK) return luaL_error (L, "language: %s", aln_status_text (st));
  lua_pushstring (L, aln_language (s, &tokens, x));
  return 1;
}

#ifdef ALN_COUNT_ALLOCS
static int probe_live (lua_State *L) {
  lua_pushinteger (L, aln_mem_live ());
  return 1;
}
static int probe_fail_from (lua_State *L) {
  aln_mem_fail_from ((long)luaL_checkinteger (L, 1));
  return 0;
}
#endif

void aln_open_probe (lua_State *L) {
  static const luaL_Reg functions[] = {{"fold", probe_fold},
                                       {"tokens", probe_tokens},
                                       {"clean", probe_clean},
                                       {"language", probe_language},
                                       {"words", probe_words},
                                       {"words_version", probe_words_version},
                                       {"ahead", probe_ahead},
                                       {"token_list", probe_token_list},
                                       {"sentences", probe_sentences},
#ifdef ALN_COUNT_ALLOCS
                                       {"live", probe_live},
                                       {"fail_from", probe_fail_from},
#endif
                                       {NULL, NULL}};
  luaL_newlib (L, functions);
  lua_setfield (L, -2, "probe");
}
