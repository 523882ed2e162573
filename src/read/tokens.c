/* tokens.c: in: clean text. Out: tokens. Words are those of UAX #29 but for these habits of news:
     cut      at every hyphen, dash, slash, colon and middle dot; before 's; between a number and the
              unit glued to it (70km is 70, km; 5G is 5, G) unless that is st, nd, rd, th or s; at a
              stop without a space between sentences (force.He is force, ., He)
     kept     the last stop of single letters (U.S. a.m. Ph.D.), of an initial before a name, and of
              a word that the lexicon knows with its stop (Gen. Jan. Corp.); 10:30 and 9/11; URLs,
              e-mail addresses, @handles and #tags
     dropped  nothing: what has no width belongs to the token beside it */
#include "tokening.h"

/* -- plain words --------------------------------------------------------------------------------------- */

/* What may stand behind a word of letters so that it certainly ends there, as it is. */
static inline int ends_plainly (char end) {
  const char class = aln_classes[(unsigned char)end];
  return class == ' ' || class == 'm';
}

static inline aln_token_shape shape_of (uint64_t capitals, unsigned n) {
  capitals &= (UINT64_C (1) << n) - 1;
  if (capitals == 0) return ALN_SHAPE_LOWER;
  if (n > 1 && capitals == (UINT64_C (1) << n) - 1) return ALN_SHAPE_CAPS;
  return capitals & 1 ? ALN_SHAPE_CAPITAL : ALN_SHAPE_MIXED;
}

/* Of each word that is seen ahead, eight bytes can be read: name_words does. */
#define SEEN_BEHIND (ALN_AHEAD + 8)

/* How many letters stand at p, where 'v' begins; 0: none, more than can be seen, or p is too close to the
   end of the text, at 'last' or behind it. */
static inline unsigned letters_at (aln_ahead *v, const char *p, const char *last) {
  if (v->others == 0 && p < last) *v = aln_ahead_at (p);
  return v->others ? aln_lowest_bit (v->others) : 0;
}

/* Words of ASCII letters and nothing else, with a blank between them: nine of ten are such. One look
   ahead tells where they end and which letters are capitals, with the same result as the long way (a
   third of the instructions of making tokens). 0: the first one is to be read the long way. */
static int read_plain_words (aln_tokening *r) {
  const char *const text = r->s.p, *p = text + r->at;
  const char *const last = text + (r->s.n > SEEN_BEHIND ? r->s.n - SEEN_BEHIND : 0);
  aln_token *const first = r->out->at + r->out->n, *const room = r->out->at + r->out->cap;
  aln_token *t = first;
  aln_ahead v = aln_ahead_pass (r->ahead, r->at - r->seen);
  uint32_t lead = (uint32_t)r->lead;
  uint16_t flags = flags_of (r);
  if (r->lead != r->at) return 0; /* what has no width stands before it */
  for (unsigned n; t < room && (n = letters_at (&v, p, last)) > 0;) {
    if (p[n] != ' ' && !ends_plainly (p[n])) break;
    *t++ = (aln_token){lead,           (uint32_t)(p - text) + n,          ALN_WORD_LATER,
                       ALN_TOKEN_WORD, (uint8_t)shape_of (v.capitals, n), flags};
    v = aln_ahead_pass (v, n);
    p += n;
    if (*p != ' ') break;
    v = aln_ahead_pass (v, 1);
    lead = (uint32_t)(++p - text);
    flags = 0;
  }
  r->ahead = v;
  r->seen = (size_t)(p - text);
  if (t == first) return 0;
  r->out->n += (uint32_t)(t - first);
  r->at = r->last = t[-1].to;
  return 1;
}

/* The numbers of the plain words, which were left for later: by themselves, so that no look into the lexicon
   waits for another. */
static void name_words (const aln_lexicon *x, aln_slice s, aln_token *t, const aln_token *end) {
  for (; t < end; t++) {
    const char *p = s.p + t->from;
    const uint32_t n = t->to - t->from;
    if (t->word != ALN_WORD_LATER) continue;
    if (!x) t->word = 0;
    else if (n > 8) t->word = aln_lexicon_word_ascii (x, (aln_slice){p, n});
    else t->word = aln_lexicon_word_few (x, aln_letters_first (p, n), n);
  }
}

/* -- gaps -------------------------------------------------------------------------------------- */

/* White space beyond ASCII, or what has no width. The latter belongs to the token it touches: the
   one before, else the one behind; between white space it is white space. 0: a token begins. */
static int skip_glyph (aln_tokening *r) {
  aln_glyph g = aln_glyph_at (r->s, r->at);
  const int touches = r->at == r->last && r->out->n > 0;
  switch (g.word_class) {
  case ALN_WB_NEWLINE: r->lines++; /* fall through */
  case ALN_WB_SPACE:
  case ALN_WB_OTHER_SPACE:
  case ALN_WB_NARROW_SPACE:
    r->at += g.bytes;
    r->lead = r->at;
    return 1;
  case ALN_WB_FORMAT:
  case ALN_WB_EXTEND:
    if (!touches) return 0;
    break;
  case ALN_WB_SILENT:
  case ALN_WB_SILENT_EXTEND:
  case ALN_WB_SILENT_FORMAT:
  case ALN_WB_ZWJ: break;
  default: return 0;
  }
  r->at += g.bytes;
  if (!touches) return 1;
  r->lead = r->last = r->at;
  r->out->at[r->out->n - 1].to = (uint32_t)r->at;
  return 1;
}

static void skip_gap (aln_tokening *r) {
  const unsigned char *p = (const unsigned char *)r->s.p + r->at;
  r->lead = r->at;
  r->lines = 0;
  if (r->s.n - r->at > 1 && p[0] == ' ' && p[1] > ' ' && p[1] < 0x80) { /* mostly */
    r->lead = ++r->at;
    return;
  }
  while (r->at < r->s.n) {
    unsigned char c = (unsigned char)r->s.p[r->at];
    if (c >= 0x80) {
      if (!skip_glyph (r)) return;
      continue;
    }
    if (aln_classes[c] != ' ') return;
    r->lines += c == '\n';
    r->lead = ++r->at;
  }
}

static void read_token (aln_tokening *r) {
  unsigned char c = (unsigned char)r->s.p[r->at];
  if (c >= 0x80) {
    aln_read_glyph (r);
    return;
  }
  switch (aln_classes[c]) {
  case 'u':
  case 'l':
    if (!read_plain_words (r)) aln_read_word (r);
    return;
  case 'd': aln_read_number (r); return;
  default: aln_read_mark (r);
  }
}

/* News has a token for every five or six bytes; room for one in four is seldom outgrown. */
static void reserve (aln_status *st, aln_arena *a, aln_slice text, aln_tokens *out) {
  uint32_t n = (uint32_t)(text.n / 4 + 16);
  if (out->cap) return;
  out->at = aln_arena_raw (st, a, n * sizeof *out->at);
  if (out->at) out->cap = n;
}

void aln_tokens_cut (aln_status *st, aln_arena *a, aln_slice text, const aln_lexicon *x,
                     aln_tokens *out) {
  aln_tokening r = {.s = text, .x = x, .st = st, .arena = a, .out = out};
  if (*st != ALN_OK) return;
  if (x) r.abbreviations = aln_lexicon_kind (x, ALN_LIT ("abbreviations"));
  reserve (st, a, text, out);
  for (skip_gap (&r); r.at < text.n && *st == ALN_OK; skip_gap (&r)) read_token (&r);
}

void aln_tokenize (aln_status *st, aln_arena *a, aln_slice text, const aln_lexicon *x,
                   aln_tokens *out) {
  const uint32_t first = out->n;
  aln_tokens_cut (st, a, text, x, out);
  if (*st == ALN_OK) name_words (x, text, out->at + first, out->at + out->n);
}
