/* sentences.c: in: tokens of a block. Out: its sentences. UAX #29 section 5 with these departures:
     an abbreviation ends a sentence by its class and by the word that follows (SB6 to SB8 know only
       the case of that word): lua/alliance/lexicon/abbreviations.lua;
     nothing ends a sentence before a lower-case word (SB8 says so for the stop alone);
     a line break ends none (news is hard-wrapped), but for lists of short lines without a stop;
     a bracket opened within a sentence is not left before it closes;
     items of a list (1. … 2. …, a) … b) …, bullets) begin a sentence even without a stop before. */
#include "sentences.h"

#include "tokens.h"
#include "words.h"

#define BRACKET_REACH 64u /* tokens within which a bracket should close */
#define MARKS_REACH 6u    /* marks that may stand between a stop and the next word */
#define CUE_REACH 8u   /* tokens between a quotation and its verb: "?" Secretary A. B. Smith said */
#define CLOCK_LEAST 5u /* tokens a sentence needs before a time of day may end it */
#define SHORT_LINE 40u /* bytes of a line in a list of lines */

typedef struct item { /* the mark of a list item */
  char style;         /* '.', ')' for numbers, ':' and ']' for letters, 0: none */
  uint32_t value;     /* 1, 2 …; a is 1 */
  uint32_t tokens;
} item;

typedef struct splitter {
  aln_slice s;
  const aln_token *t;
  uint32_t to, start; /* end of the block, first token of the sentence that is being read */
  const aln_lexicon *x;
  aln_kind kind;
  uint32_t hold;   /* no sentence ends before this token: a bracket is open */
  uint32_t quotes; /* straight double quotes so far */
  item last;       /* the newest list item */
} splitter;

/* -- single tokens ----------------------------------------------------------------------------- */

static unsigned char first_byte (const splitter *p, uint32_t i) {
  return (unsigned char)p->s.p[p->t[i].from];
}
static uint32_t length (const splitter *p, uint32_t i) { return p->t[i].to - p->t[i].from; }
static int is_glued (const splitter *p, uint32_t i) {
  return i < p->to && (p->t[i].flags & ALN_TOKEN_GLUED);
}
static int is_kind (const splitter *p, uint32_t i, unsigned kind) {
  return i < p->to && p->t[i].kind == kind;
}
static int is_mark (const splitter *p, uint32_t i, char c) { /* one ASCII mark or a row of it */
  return is_kind (p, i, ALN_TOKEN_MARK) && first_byte (p, i) == (unsigned char)c;
}
static aln_glyph glyph (const splitter *p, uint32_t i) { return aln_glyph_at (p->s, p->t[i].from); }

/* A word with a capital that a sentence may begin with; "iPhone" too. */
static int is_capital (const splitter *p, uint32_t i) {
  unsigned shape = p->t[i].shape;
  return p->t[i].kind == ALN_TOKEN_WORD && shape != ALN_SHAPE_LOWER && shape != ALN_SHAPE_NONE;
}
static int is_lower (const splitter *p, uint32_t i) {
  return is_kind (p, i, ALN_TOKEN_WORD) && p->t[i].shape == ALN_SHAPE_LOWER;
}
static aln_abbreviation class_of (const splitter *p, uint32_t i) {
  return i < p->to ? aln_abbreviation_of (p->x, p->kind, p->t[i].word, is_lower (p, i))
                   : ALN_ABBR_NONE;
}
static int is_starter (const splitter *p, uint32_t i) {
  if (length (p, i) == 1 && is_glued (p, i + 1)) return 0; /* A. A-level */
  return is_capital (p, i) && class_of (p, i) == ALN_ABBR_STARTER;
}

/* -- what may end a sentence ------------------------------------------------------------------- */

typedef enum ending {
  NOTHING,
  STOP,  /* . */
  DOTS,  /* ... and …, which may only pause */
  PAUSE, /* .... : an ellipsis and a stop */
  CRY,   /* ! ? */
  FULL,  /* 。 and its kin */
  SHORT  /* the stop of an abbreviation */
} ending;

static ending ending_of (const splitter *p, uint32_t i) {
  const uint32_t n = length (p, i);
  unsigned char c = first_byte (p, i);
  aln_glyph g;
  if (p->t[i].kind == ALN_TOKEN_WORD)
    return n > 1 && p->s.p[p->t[i].to - 1] == '.' ? SHORT : NOTHING;
  if (p->t[i].kind != ALN_TOKEN_MARK) return NOTHING;
  if (c == '.') return n < 3 ? STOP : n == 3 ? DOTS : PAUSE;
  if (c == '!' || c == '?') return CRY;
  if (c < 0x80) return NOTHING;
  g = glyph (p, i);
  if (g.point == 0x2026) return n == 3 ? DOTS : PAUSE;
  if (g.point == 0x203C || (g.point >= 0x2047 && g.point <= 0x2049)) return CRY;
  return g.word_class == ALN_WB_TERMINAL ? FULL : NOTHING;
}

/* A quote or bracket at 'i' that closes: one that can only close, or one glued to what it ends. */
static int is_closing (const splitter *p, uint32_t i) {
  unsigned char c;
  aln_glyph g;
  int after;
  if (!is_kind (p, i, ALN_TOKEN_MARK)) return 0;
  c = first_byte (p, i);
  after = is_glued (p, i + 1) && p->t[i + 1].kind != ALN_TOKEN_MARK;
  if (c == ')' || c == ']' || c == '}') return 1;
  if (c == '"' && (is_glued (p, i) == after)) return p->quotes % 2 == 1;
  if (c == '"' || c == '\'' || c == '*' || c == '_') return is_glued (p, i) && !after;
  if (c == '>') return is_glued (p, i);
  if (c < 0x80) return 0;
  g = glyph (p, i);
  if (g.point == 0x2019) return is_glued (p, i);
  return g.word_class == ALN_WB_CLOSING;
}

/* "[12]" behind a stop. */
static int is_note (const splitter *p, uint32_t i) {
  return is_mark (p, i, '[') && is_glued (p, i) && is_kind (p, i + 1, ALN_TOKEN_NUMBER) &&
         is_mark (p, i + 2, ']');
}

/* Past the quotes and brackets that close behind an ending. */
static uint32_t past_closing (splitter *p, uint32_t i) {
  while (i < p->to) {
    if (is_note (p, i)) i += 3;
    else if (is_closing (p, i)) p->quotes += is_mark (p, i++, '"');
    else break;
  }
  return i;
}

/* ". . ." is three tokens: how many single stops stand in a row from 'i' on, with spaces. */
static uint32_t spaced_stops (const splitter *p, uint32_t i) {
  uint32_t n = 0;
  while (is_mark (p, i + n, '.') && length (p, i + n) == 1 && (n == 0 || !is_glued (p, i + n))) n++;
  return n;
}

/* -- what follows ------------------------------------------------------------------------------ */

/* The next token that is no mark; p->to where none is near. */
static uint32_t next_word (const splitter *p, uint32_t i) {
  uint32_t reach = i + MARKS_REACH < p->to ? i + MARKS_REACH : p->to;
  while (i < reach && p->t[i].kind == ALN_TOKEN_MARK) i++;
  return i < reach ? i : p->to;
}

/* Marks that carry a sentence on: , ; : / & % and a closing one that closed nothing here. */
static int carries_on (const splitter *p, uint32_t i) {
  return is_kind (p, i, ALN_TOKEN_MARK) && first_byte (p, i) < 0x80 &&
         strchr (",;:/&%=)", first_byte (p, i));
}

static int is_dash (const splitter *p, uint32_t i) {
  uint32_t c;
  if (!is_kind (p, i, ALN_TOKEN_MARK)) return 0;
  c = glyph (p, i).point;
  return c == '-' || (c >= 0x2010 && c <= 0x2015);
}

static int is_day (const splitter *p, uint32_t w) { /* a day or month */
  aln_kind days = aln_lexicon_kind (p->x, ALN_LIT ("weekdays"));
  aln_kind months = aln_lexicon_kind (p->x, ALN_LIT ("months"));
  return (days && aln_lexicon_longest (p->x, &p->t[w], 1, days, NULL)) ||
         (months && aln_lexicon_longest (p->x, &p->t[w], 1, months, NULL));
}

/* "6 p.m. EST", "6 p.m. Monday", "6 p.m. Seoul time" */
static int goes_with_clock (const splitter *p, uint32_t w) {
  if (class_of (p, w) == ALN_ABBR_ZONE || is_day (p, w)) return 1;
  for (uint32_t i = w + 1; i < p->to && i <= w + 2; i++)
    if (length (p, i) == 4 && memcmp (p->s.p + p->t[i].from, "time", 4) == 0) return 1;
  return 0;
}

/* `"Why?" Secretary of State A. B. Smith asked.`: names, then a verb of saying. */
static int is_cue (const splitter *p, uint32_t w) {
  for (uint32_t i = w; i < p->to && i < w + CUE_REACH; i++) {
    if (class_of (p, i) == ALN_ABBR_SAYS) return i > w;
    if (is_lower (p, i) && length (p, i) > 3) return 0;
    if (p->t[i].kind == ALN_TOKEN_MARK && !is_dash (p, i)) return 0;
  }
  return 0;
}

/* -- the decision ------------------------------------------------------------------------------ */

/* A consonant heap such as "Sgt" or "Blvd": an abbreviation that no lexicon knows. */
static int looks_short (const splitter *p, uint32_t i) {
  if (p->t[i].kind != ALN_TOKEN_WORD || p->t[i].shape != ALN_SHAPE_CAPITAL || length (p, i) > 5 ||
      length (p, i) < 2 || strchr ("AEIOUY", first_byte (p, i)))
    return 0;
  for (uint32_t k = p->t[i].from + 1; k < p->t[i].to; k++)
    if (!aln_is_lower ((unsigned char)p->s.p[k]) || strchr ("aeiouy", p->s.p[k])) return 0;
  return 1;
}

/* "Loews Corp. Shares fell", "Ill. Police said", `Inc. "We`, but not "CBS Inc. President John Backe"
   and "Nissan Motor Co. Friday". */
static int tail_ends (const splitter *p, uint32_t k, uint32_t w) {
  if (k < w) return 1;
  if (ending_of (p, w) == SHORT || is_day (p, w) || w + 1 >= p->to) return 0; /* Co. Ltd. */
  if (is_mark (p, w + 1, ',')) return 1;
  return is_lower (p, w + 1) || (is_kind (p, w + 1, ALN_TOKEN_NUMBER) && !is_glued (p, w + 1));
}

/* The abbreviation at 'i' before 'w', a word with a capital; 'k' is what follows at once. */
static int short_ends (const splitter *p, uint32_t i, uint32_t k, uint32_t w) {
  aln_abbreviation class = class_of (p, i);
  switch (class) {
  case ALN_ABBR_TITLE:
  case ALN_ABBR_ADDRESS:
  case ALN_ABBR_NUMBER:
  case ALN_ABBR_NEVER: return 0;
  case ALN_ABBR_CLOCK: return i - p->start + 1 >= CLOCK_LEAST && !goes_with_clock (p, w);
  case ALN_ABBR_ENDS: return 1;
  default: break;
  }
  if (is_starter (p, w)) return 1;
  if (class != ALN_ABBR_NONE && class_of (p, w) == ALN_ABBR_ADDRESS) return 1;
  return class == ALN_ABBR_TAIL && tail_ends (p, k, w);
}

static int is_number_stop (const splitter *p, uint32_t i) { /* "20." */
  return is_kind (p, i, ALN_TOKEN_NUMBER) && is_mark (p, i + 1, '.') && is_glued (p, i + 1);
}

/* Korean days ("2024. 12. 20. 서울") and numbers of the kind "N°. 5" go on behind their stop. */
static int number_goes_on (const splitter *p, uint32_t stop, uint32_t w) {
  if (stop == p->start) return 0;
  if (p->t[stop - 1].kind == ALN_TOKEN_MARK && glyph (p, stop - 1).point == 0x00B0)
    return is_kind (p, w, ALN_TOKEN_NUMBER);
  if (!is_number_stop (p, stop - 1) || w != stop + 1) return 0;
  return is_number_stop (p, w) ||
         (stop >= p->start + 5 && is_number_stop (p, stop - 3) && is_number_stop (p, stop - 5));
}

/* 'i' ends something, 'k' follows (behind what closes), 'w' is the next word (k <= w < p->to). */
static int glued_ends (const splitter *p, ending e, uint32_t i, uint32_t k, uint32_t w) {
  if (p->t[k].kind == ALN_TOKEN_MARK) {
    aln_glyph g = glyph (p, k);
    if (g.point != '"' && g.word_class != ALN_WB_OPENING) return 0;
    return (e == STOP || e == CRY) && is_capital (p, w);
  }
  if (e == STOP || e == CRY) {
    if (p->t[w].shape == ALN_SHAPE_NONE) /* scripts without capitals: 했다.그는 but "했다."고 */
      return k == i + 1 && i > p->start && p->t[i - 1].shape == ALN_SHAPE_NONE &&
             p->t[i - 1].kind == ALN_TOKEN_WORD && p->t[w].kind == ALN_TOKEN_WORD;
    return is_capital (p, w) && is_glued (p, i);
  }
  return 0;
}

static int is_roman (const splitter *p, uint32_t i) { /* the number of a chapter: I II XIV */
  for (uint32_t k = p->t[i].from; k < p->t[i].to; k++)
    if (!strchr ("IVX", p->s.p[k])) return 0;
  return length (p, i) <= 5;
}

static int stop_ends (const splitter *p, uint32_t i, uint32_t w) {
  const uint32_t mark = p->last.tokens;
  if (mark && i < p->start + mark) return 0; /* "1. The first" */
  if (number_goes_on (p, i, w)) return 0;
  if (i == p->start + 1 && is_glued (p, i) && is_roman (p, p->start)) return 0;
  if (i > p->start && is_glued (p, i) && looks_short (p, i - 1)) return is_starter (p, w);
  return 1;
}

static int is_named (const splitter *p, uint32_t i) { /* Yahoo! */
  aln_row row = 0;
  return i > p->start && p->kind && is_glued (p, i) &&
         aln_lexicon_longest (p->x, &p->t[i - 1], 2, p->kind, &row) == 2;
}

/* The words "I", "I'm" … begin sentences, and stand behind pauses even more often. */
static int dots_end (const splitter *p, uint32_t i, uint32_t w) {
  if (i == p->start) return 0;
  if (first_byte (p, w) == 'I' && (length (p, w) == 1 || p->s.p[p->t[w].from + 1] == '\'' ||
                                   (unsigned char)p->s.p[p->t[w].from + 1] >= 0x80))
    return 0;
  return is_starter (p, w) || (is_glued (p, i) && !is_glued (p, i + 1));
}

static int ends (const splitter *p, ending e, uint32_t i, uint32_t k) {
  const uint32_t w = next_word (p, k);
  if (w == p->to || carries_on (p, k)) return 0;
  if (e == FULL) return k == i + 1 || !is_glued (p, k);
  if (is_glued (p, k)) return glued_ends (p, e, i, k, w);
  if (is_lower (p, w)) return 0;
  if (e == SHORT || e == CRY)
    if (is_dash (p, k)) return 0;
  switch (e) {
  case STOP: return stop_ends (p, i, w);
  case SHORT:
    return i > p->start && is_capital (p, w) && !is_mark (p, k, '(') && short_ends (p, i, k, w);
  case DOTS: return dots_end (p, i, w);
  case CRY:
    if (is_named (p, i)) return is_starter (p, w);
    return !(k > i + 1 && is_capital (p, w) && !is_starter (p, w) && is_cue (p, w));
  default: return 1;
  }
}

/* The token behind the sentence that ends with the mark at 'i'; 0 where none ends there. *next is
   where reading goes on in that case. */
static uint32_t end_at (splitter *p, uint32_t i, uint32_t *next) {
  ending e = ending_of (p, i), more;
  uint32_t k = i + 1, row = e == STOP ? spaced_stops (p, i) : 1;
  if (row >= 3 && i == p->start) {
    *next = i + row;
    return 0;
  }
  if (row >= 3) { /* "word. . . . Next" is a stop and then an ellipsis */
    if (is_glued (p, i) && row > 3 && ends (p, PAUSE, i, i + row)) return i + 1;
    e = is_glued (p, i) || row == 3 ? DOTS : PAUSE;
    k = i + row;
  }
  for (; is_glued (p, k) && (more = ending_of (p, k)) != NOTHING && more != SHORT; k++)
    e = more == DOTS && e == STOP ? PAUSE : more;
  i = k - 1;
  k = past_closing (p, k);
  *next = k;
  return k >= p->hold && ends (p, e, i, k) ? k : 0;
}

/* -- lists ------------------------------------------------------------------------------------- */

static int is_bullet (const splitter *p, uint32_t i) {
  uint32_t c;
  if (!is_kind (p, i, ALN_TOKEN_MARK)) return 0;
  c = glyph (p, i).point;
  return c == 0x2022 || c == 0x2043 || c == 0x2023 || c == 0x25E6 || c == 0x25CF || c == 0x25A0 ||
         c == 0x25AA || c == 0x25B6 || c == 0x25B2 || c == 0x25C6 || c == 0x00B7 || c == 0x25CB ||
         c == 0x25A1;
}

static uint32_t value_of (const splitter *p, uint32_t i, int *letter) {
  uint32_t v = 0;
  *letter = p->t[i].kind == ALN_TOKEN_WORD;
  if (*letter) {
    unsigned char c = first_byte (p, i);
    return length (p, i) <= 2 && aln_is_lower (c) && p->t[i].shape == ALN_SHAPE_LOWER &&
                   (length (p, i) == 1 || p->s.p[p->t[i].from + 1] == '.')
               ? c - 'a' + 1u
               : 0;
  }
  if (p->t[i].kind != ALN_TOKEN_NUMBER || length (p, i) > 3) return 0;
  for (uint32_t k = p->t[i].from; k < p->t[i].to; k++) {
    if (!aln_is_digit ((unsigned char)p->s.p[k])) return 0;
    v = v * 10 + (uint32_t)(p->s.p[k] - '0');
  }
  return v;
}

/* "1." "1.)" "1)" "(1)" "a." "a)", also behind a bullet. */
static item item_at (const splitter *p, uint32_t i) {
  item none = {0, 0, 0}, it = none;
  uint32_t from = i;
  int letter, stop;
  if (is_bullet (p, i)) i++;
  if (is_mark (p, i, '(')) i++;
  if (i >= p->to || !(it.value = value_of (p, i, &letter))) return none;
  stop = letter && length (p, i) == 2;
  i++;
  if (is_mark (p, i, '.') && is_glued (p, i) && length (p, i) == 1) stop = 1, i++;
  if (is_mark (p, i, ')') && is_glued (p, i)) stop = 2, i++;
  if (!stop || is_glued (p, i) || i >= p->to) return none;
  it.style = letter && stop == 1 ? ':' : letter ? ']' : stop == 1 ? '.' : ')';
  it.tokens = i - from;
  return it;
}

/* Does an item of the list that the block has begun stand at 'i'? */
static int begins_item (const splitter *p, uint32_t i) {
  item it;
  if (is_glued (p, i)) return 0;
  if (is_bullet (p, i))
    return (p->t[i].flags & ALN_TOKEN_NEWLINE) || first_byte (p, i) == first_byte (p, p->start);
  if (is_dash (p, i) || is_mark (p, i, '*'))
    return (p->t[i].flags & ALN_TOKEN_NEWLINE) && !is_glued (p, i + 1) &&
           first_byte (p, i) == first_byte (p, p->start);
  if (!p->last.style) return 0;
  it = item_at (p, i);
  return it.style == p->last.style && it.value == p->last.value + 1;
}

/* A block of at least three short lines and no stop is a list of lines. */
static int is_list_of_lines (const splitter *p) {
  uint32_t lines = 1, line = p->start;
  for (uint32_t i = p->start; i < p->to; i++) {
    if (ending_of (p, i) != NOTHING && ending_of (p, i) != SHORT) return 0;
    if (i > p->start && (p->t[i].flags & ALN_TOKEN_NEWLINE)) lines++, line = i;
    if (p->t[i].to - p->t[line].from > SHORT_LINE) return 0;
  }
  return lines >= 3;
}

/* -- the block --------------------------------------------------------------------------------- */

static void give (aln_status *st, aln_arena *a, splitter *p, uint32_t end, aln_spans *out) {
  aln_span *s = end > p->start ? ALN_ADD (st, a, out) : NULL;
  if (s) *s = (aln_span){p->t[p->start].from, p->t[end - 1].to};
  p->start = end;
  p->last.tokens = 0;
  if (end < p->to) {
    item it = item_at (p, end);
    if (it.style) p->last = it;
  }
}

/* Where the bracket that opens at 'i' closes; 'i' where that is too far. */
static uint32_t closing_bracket (const splitter *p, uint32_t i) {
  uint32_t depth = 0, end = i + BRACKET_REACH < p->to ? i + BRACKET_REACH : p->to;
  for (uint32_t k = i; k < end; k++) {
    depth += is_mark (p, k, '(');
    if (is_mark (p, k, ')') && --depth == 0) return k;
  }
  return i;
}

static void watch (splitter *p, uint32_t i) {
  if (is_mark (p, i, '(') && i > p->start && i >= p->hold) p->hold = closing_bracket (p, i);
  p->quotes += is_mark (p, i, '"');
}

void aln_sentences (aln_status *st, aln_arena *a, aln_slice text, const aln_token *t, uint32_t from,
                    uint32_t to, const aln_lexicon *x, aln_spans *out) {
  splitter p = {.s = text, .t = t, .to = to, .start = from, .x = x};
  int lines;
  if (*st != ALN_OK || from >= to) return;
  p.kind = aln_lexicon_kind (x, ALN_LIT ("abbreviations"));
  p.last = item_at (&p, from);
  lines = is_list_of_lines (&p);
  for (uint32_t i = from, next; i < to && *st == ALN_OK; i = next) {
    uint32_t end = 0;
    next = i + 1;
    if (i > p.start && (begins_item (&p, i) || (lines && (t[i].flags & ALN_TOKEN_NEWLINE))))
      give (st, a, &p, i, out);
    watch (&p, i);
    if (ending_of (&p, i) != NOTHING) end = end_at (&p, i, &next);
    if (!end) continue;
    give (st, a, &p, end, out);
    next = end;
  }
  give (st, a, &p, to, out);
}
