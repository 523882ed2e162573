/* lexicon.c: Lua tables -> a compiled lexicon (userdata alliance.lexicon).
   core.lexicon (rows, hash text [, weights]): rows is a list of {kind=, phrases={…}, fields={…},
   case=bool}; weights are those of the tagger, as spec/tools/train_tagger.lua packs them. */
#include "binding.h"

#include "../base/digest.h"
#include "../base/fold.h"
#include "../base/limits.h"
#include "../notice/tagger.h"
#include "../read/tokens.h"

typedef struct box {
  aln_lexicon *lexicon; /* NULL while it is made */
  aln_arena scratch;
} box;

static int lexicon_gc (lua_State *L) {
  box *b = luaL_checkudata (L, 1, ALN_LEXICON);
  aln_arena_free (&b->scratch);
  aln_lexicon_drop (b->lexicon);
  b->lexicon = NULL;
  return 0;
}

aln_lexicon *aln_check_lexicon (lua_State *L, int arg) {
  box *b = luaL_checkudata (L, arg, ALN_LEXICON);
  luaL_argcheck (L, b->lexicon, arg, "a lexicon that is still being made");
  return b->lexicon;
}

/* "Gen." "Ph.D." "No.": one word with its stop. Such phrases make the stop part of the word for the
   reader, so they are compiled before all others. */
static int is_abbreviation (aln_slice phrase) {
  if (phrase.n < 2 || phrase.p[phrase.n - 1] != '.') return 0;
  for (size_t i = 0; i < phrase.n; i++) {
    unsigned char c = (unsigned char)phrase.p[i];
    if (!aln_is_alpha (c) && c < 0x80 && (c != '.' || i == 0 || phrase.p[i - 1] == '.')) return 0;
  }
  return 1;
}

static uint32_t fold_abbreviation (aln_status *st, box *b, aln_slice phrase, aln_slice *words) {
  char folded[ALN_WORD_MAX];
  aln_slice w = {folded, aln_fold (phrase, folded, sizeof folded)};
  if (w.n) words[0] = aln_arena_copy (st, &b->scratch, w);
  return w.n > 0;
}

/* The words of a phrase, folded, as the reader would see them in an article. "{n}" is one word. */
static uint32_t fold_phrase (aln_status *st, box *b, aln_slice phrase, aln_slice *words) {
  aln_tokens tokens = {NULL, 0, 0};
  uint32_t n = 0;
  aln_tokenize (st, &b->scratch, phrase, b->lexicon, &tokens);
  for (uint32_t i = 0; i < tokens.n && *st == ALN_OK; i++) {
    const aln_token *t = &tokens.at[i];
    char folded[ALN_WORD_MAX];
    aln_slice w = {folded, 0};
    if (n == ALN_PHRASE_MAX) {
      *st = ALN_ELIMIT;
      break;
    }
    if (phrase.n - t->from >= 3 && memcmp (phrase.p + t->from, "{n}", 3) == 0) {
      words[n++] = ALN_LIT ("{n}");
      i += 2;
      continue;
    }
    w.n = aln_fold (aln_cut (phrase, (aln_span){t->from, t->to}), folded, sizeof folded);
    if (w.n) words[n++] = aln_arena_copy (st, &b->scratch, w);
  }
  return n;
}

/* "US", "WHO", "DP": an acronym of a few letters is a name in capitals only. */
static int is_acronym (aln_slice phrase) {
  for (size_t i = 0; i < phrase.n; i++)
    if (!aln_is_upper ((unsigned char)phrase.p[i])) return 0;
  return phrase.n >= 2 && phrase.n <= 5;
}

/* [-0, +0, e]  The phrases of the row at the top of the stack: the abbreviations or the others. */
static void add_phrases (lua_State *L, aln_status *st, box *b, aln_row row, int abbreviations) {
  aln_slice words[ALN_PHRASE_MAX];
  uint32_t flags;
  lua_getfield (L, -1, "case");
  flags = lua_toboolean (L, -1) ? ALN_ENTRY_CASE : 0;
  lua_pop (L, 1);
  lua_getfield (L, -1, "phrases");
  for (lua_Integer i = 1, n = luaL_len (L, -1); i <= n && *st == ALN_OK; i++) {
    uint32_t count = 0;
    aln_slice phrase;
    lua_geti (L, -1, i);
    phrase = aln_check_slice (L, -1);
    if (is_abbreviation (phrase) == abbreviations)
      count = abbreviations ? fold_abbreviation (st, b, phrase, words)
                            : fold_phrase (st, b, phrase, words);
    if (*st == ALN_ELIMIT)
      luaL_error (L, "lexicon: the phrase '%s' has more than %d words", lua_tostring (L, -1),
                  (int)ALN_PHRASE_MAX);
    aln_lexicon_add_phrase (st, b->lexicon, row, words, count,
                            is_acronym (phrase) ? flags | ALN_ENTRY_CASE : flags);
    lua_pop (L, 1);
    aln_arena_free (&b->scratch);
  }
  lua_pop (L, 1);
}

static void add_fields (lua_State *L, aln_status *st, box *b, aln_row row) {
  lua_getfield (L, -1, "fields");
  lua_pushnil (L);
  while (lua_next (L, -2)) {
    lua_pushvalue (L, -2);
    aln_lexicon_add_field (st, b->lexicon, row, aln_check_slice (L, -1), aln_check_slice (L, -2));
    lua_pop (L, 2);
  }
  lua_pop (L, 1);
}

/* Weights are packed as pairs of bytes that Lua and git leave alone: how many zeros come before the
   next weight (0 to 63, as a character from '0' on without the backslash; '~' stands for 64 zeros and
   nothing else), then the weight as two characters of four bits from '0' on. */
static aln_slice unpack_weights (lua_State *L, aln_status *st, box *b, aln_slice packed) {
  char *w = aln_arena_get (st, &b->scratch, ALN_WEIGHTS_BYTES);
  size_t at = 0;
  for (size_t i = 0; w && i < packed.n; i++) {
    unsigned char c = (unsigned char)packed.p[i];
    if (c == '~') {
      at += 64;
      continue;
    }
    at += (size_t)(c > '\\' ? c - '0' - 1 : c - '0');
    if (c < '0' || at >= ALN_WEIGHTS_BYTES || packed.n - i < 3)
      luaL_error (L, "lexicon: the tagger's weights are damaged");
    w[at++] = (char)((packed.p[i + 1] - '0') * 16 + (packed.p[i + 2] - '0'));
    i += 2;
  }
  return (aln_slice){w, w ? ALN_WEIGHTS_BYTES : 0};
}

static void set_model (aln_status *st, box *b, aln_slice weights) {
  aln_tag_model *model = weights.n ? aln_arena_get (st, &b->scratch, sizeof *model) : NULL;
  if (!model) return;
  aln_tag_pack ((const int8_t *)weights.p, model);
  aln_lexicon_set_model (st, b->lexicon, (aln_slice){(const char *)model, sizeof *model});
}

static void set_dates (aln_status *st, box *b) {
  size_t bytes;
  const aln_date_rules *rules = aln_date_rules_make (st, &b->scratch, &bytes);
  if (rules) aln_lexicon_set_dates (st, b->lexicon, (aln_slice){(const char *)rules, bytes});
}

static int compile (lua_State *L) {
  aln_slice text = aln_check_slice (L, 2), weights = {NULL, 0};
  aln_status st = ALN_OK;
  aln_digest d;
  char hash[41];
  box *b;
  luaL_checktype (L, 1, LUA_TTABLE);
  b = lua_newuserdatauv (L, sizeof *b, 0);
  memset (b, 0, sizeof *b);
  luaL_setmetatable (L, ALN_LEXICON);
  b->lexicon = aln_lexicon_new (&st);
  for (lua_Integer i = 1, n = luaL_len (L, 1); i <= n && st == ALN_OK; i++) {
    aln_row row;
    lua_geti (L, 1, i);
    row = aln_lexicon_add_row (&st, b->lexicon, aln_opt_field (L, lua_gettop (L), "kind"));
    add_fields (L, &st, b, row);
    add_phrases (L, &st, b, row, 1);
    lua_pop (L, 1);
  }
  for (lua_Integer i = 1, n = luaL_len (L, 1); i <= n && st == ALN_OK; i++) {
    lua_geti (L, 1, i);
    add_phrases (L, &st, b, (aln_row)i, 0); /* rows are numbered in order, from 1 */
    lua_pop (L, 1);
  }
  if (st == ALN_OK && !lua_isnoneornil (L, 3))
    weights = unpack_weights (L, &st, b, aln_check_slice (L, 3));
  set_model (&st, b, weights);
  if (st == ALN_OK) set_dates (&st, b);
  if (st != ALN_OK) return luaL_error (L, "lexicon: %s", aln_status_text (st));
  aln_digest_begin (&d);
  aln_digest_add (&d, text);
  aln_digest_add (&d, weights);
  aln_digest_hex (&d, hash, 40);
  aln_lexicon_seal (&st, b->lexicon, hash, (aln_lexicon_notes){aln_notice_word, aln_notice_note});
  if (st != ALN_OK) return luaL_error (L, "lexicon: %s", aln_status_text (st));
  aln_arena_free (&b->scratch);
  return 1;
}

static int lexicon_hash (lua_State *L) {
  lua_pushstring (L, aln_lexicon_hash (aln_check_lexicon (L, 1)));
  return 1;
}

void aln_open_lexicon (lua_State *L) {
  static const luaL_Reg meta[] = {{"__gc", lexicon_gc}, {NULL, NULL}};
  static const luaL_Reg functions[] = {
      {"lexicon", compile}, {"lexicon_hash", lexicon_hash}, {NULL, NULL}};
  if (luaL_newmetatable (L, ALN_LEXICON)) luaL_setfuncs (L, meta, 0);
  lua_setfield (L, -2, "lexicon_meta"); /* alliance/lexicon.lua adds __index and __tostring */
  luaL_setfuncs (L, functions, 0);
}
