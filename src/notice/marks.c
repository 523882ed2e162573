/* marks.c: in: tokens. Out: pairs of quotation marks (marks.h).
   Each mark gets a family and a role by its shape and by the spaces around it; then one pass with a
   short stack pairs them. */
#include "marks.h"

#include "glance.h"

#define VALUE_TOKENS 60u /* of an attribute's value, left in the text */

enum { FAMILY_NONE, DOUBLE, GUILLEMET, CORNER, WHITE_CORNER, SINGLE };
enum { ROLE_NONE, OPENS, CLOSES, EITHER };

typedef struct sign { /* a quotation mark of the block */
  uint32_t token;
  uint8_t family, role;
  uint8_t doubtful; /* closes only if no other mark closes: "the workers' hall", 6" */
} sign;

typedef struct pairer {
  const aln_article *a;
  const aln_token *t;
  aln_arena *room;
  aln_kind words;
  ALN_LIST (sign) signs;
  aln_markeds *out;
  uint32_t stack[ALN_MARKS_DEPTH], depth; /* open ones, as indexes into out */
  uint32_t from, to, block;               /* tokens of the block */
  uint32_t left_open;                     /* 1 + what the block before left open; 0: nothing */
} pairer;

int aln_is_single (const aln_marked *m) { return m->family == SINGLE; }

/* -- what a mark is -------------------------------------------------------------------------------- */

static const struct shape {
  const char *text;
  uint8_t family, role;
} shapes[] = {{"\"", DOUBLE, EITHER},
              {"\xE2\x80\x9C", DOUBLE, OPENS},  /* “ */
              {"\xE2\x80\x9D", DOUBLE, CLOSES}, /* ” */
              {"\xE2\x80\x9E", DOUBLE, OPENS},  /* „ */
              {"\xE2\x80\x9F", DOUBLE, OPENS},
              {"``", DOUBLE, OPENS},
              {"''", DOUBLE, EITHER},
              {"\xC2\xAB", GUILLEMET, OPENS},
              {"\xC2\xBB", GUILLEMET, CLOSES},
              {"\xE3\x80\x8C", CORNER, OPENS},
              {"\xE3\x80\x8D", CORNER, CLOSES},
              {"\xE3\x80\x8E", WHITE_CORNER, OPENS},
              {"\xE3\x80\x8F", WHITE_CORNER, CLOSES},
              {"'", SINGLE, EITHER},
              {"`", SINGLE, OPENS},
              {"\xE2\x80\x98", SINGLE, OPENS},   /* ‘ */
              {"\xE2\x80\x9B", SINGLE, OPENS},   /* ‛ */
              {"\xE2\x80\x99", SINGLE, CLOSES}}; /* ’ */

static const struct shape *shape_of (const pairer *p, uint32_t i) {
  aln_slice s = aln_token_text (p->a, i);
  if (p->t[i].kind != ALN_TOKEN_MARK || s.n > 3) return NULL;
  for (size_t k = 0; k < sizeof shapes / sizeof shapes[0]; k++)
    if (s.p[0] == shapes[k].text[0] && aln_same (s, aln_slice_of (shapes[k].text)))
      return &shapes[k];
  return NULL;
}

static int is_glued (const pairer *p, uint32_t i) { /* no space before token i of the block */
  return i > p->from && i < p->to && (p->t[i].flags & ALN_TOKEN_GLUED);
}

static int is_word (const pairer *p, uint32_t i) {
  return i < p->to && p->t[i].kind != ALN_TOKEN_MARK;
}

static int is_elision (const pairer *p, uint32_t i) { /* 'em, '90s: an apostrophe */
  aln_row row;
  if (!is_word (p, i)) return 0;
  if (p->t[i].kind == ALN_TOKEN_NUMBER) {
    aln_slice s = aln_token_text (p->a, i);
    return s.n <= 3 && s.n >= 2 && aln_is_digit ((unsigned char)s.p[1]);
  }
  if (!p->words || !p->t[i].word ||
      aln_lexicon_longest (p->a->lexicon, p->t + i, 1, p->words, &row) != 1)
    return 0;
  return aln_same (aln_lexicon_get (p->a->lexicon, row, ALN_LIT ("class")), ALN_LIT ("elision"));
}

/* Straight marks look the same on both sides: the spaces around them tell. */
static uint8_t role_by_spaces (const pairer *p, uint32_t i) {
  int before = is_glued (p, i), after = is_glued (p, i + 1);
  if (before != after) return before ? CLOSES : OPENS;
  return before && is_word (p, i - 1) && !is_word (p, i + 1) ? CLOSES : EITHER;
}

static uint8_t single_role (const pairer *p, uint32_t i, uint8_t shaped) {
  int before = is_glued (p, i), after = is_glued (p, i + 1);
  int word_before = before && is_word (p, i - 1), word_after = after && is_word (p, i + 1);
  if (word_before && word_after) return ROLE_NONE; /* an apostrophe */
  if (shaped == OPENS) return after && !word_before && !is_elision (p, i + 1) ? OPENS : ROLE_NONE;
  if (shaped == CLOSES) return before ? CLOSES : ROLE_NONE;
  if (word_after) return is_elision (p, i + 1) ? ROLE_NONE : OPENS;
  return before ? CLOSES : after ? OPENS : ROLE_NONE;
}

/* A plural possessive or a sign of inches, where a word in small letters goes on behind it. */
static int is_doubtful (const pairer *p, uint32_t i, uint8_t family) {
  unsigned char last;
  if (i == p->from || i + 1 >= p->to || is_glued (p, i + 1)) return 0;
  if (p->t[i + 1].shape != ALN_SHAPE_LOWER && family == DOUBLE) return 0;
  if (!is_glued (p, i) || !is_word (p, i + 1)) return 0;
  last = (unsigned char)p->a->text.p[p->t[i - 1].to - 1];
  return family == SINGLE ? last == 's' : p->t[i - 1].kind == ALN_TOKEN_NUMBER;
}

/* A curly mark that is turned the wrong way: "well,“ he said". */
static uint8_t curly_role (const pairer *p, uint32_t i, uint8_t shaped) {
  int before = is_glued (p, i), after = is_glued (p, i + 1);
  if (shaped == OPENS && before && !after && i > p->from) return CLOSES;
  if (shaped == CLOSES && !before && after && is_word (p, i + 1)) return OPENS;
  return shaped;
}

static void note_sign (aln_status *st, pairer *p, uint32_t i, const struct shape *shape) {
  uint8_t role = shape->role;
  sign *s;
  if (shape->family == SINGLE) role = single_role (p, i, role);
  else if (role == EITHER) role = role_by_spaces (p, i);
  else if (shape->family == DOUBLE) role = curly_role (p, i, role);
  if (role == ROLE_NONE) return;
  s = ALN_ADD (st, p->room, &p->signs);
  if (!s) return;
  *s = (sign){i, shape->family, role, 0};
  s->doubtful = role == CLOSES && is_doubtful (p, i, shape->family);
}

/* The token that closes the value of an attribute, 'id="12"', whose opening mark is token i; 0: it is
   none. Markup that was left in the text says nothing. */
static uint32_t value_end (const pairer *p, uint32_t i, const struct shape *shape) {
  if (shape->role != EITHER || !is_glued (p, i) ||
      !aln_same (aln_token_text (p->a, i - 1), ALN_LIT ("=")))
    return 0;
  for (uint32_t k = i + 1; k < p->to && k < i + VALUE_TOKENS; k++)
    if (shape_of (p, k) == shape) return k;
  return 0;
}

static void note_signs (aln_status *st, pairer *p) {
  p->signs.n = 0;
  for (uint32_t i = p->from; i < p->to && *st == ALN_OK; i++) {
    const struct shape *shape = p->t[i].kind == ALN_TOKEN_MARK ? shape_of (p, i) : NULL;
    uint32_t end = shape ? value_end (p, i, shape) : 0;
    if (end) i = end;
    else if (shape) note_sign (st, p, i, shape);
  }
}

/* From the block's end: single marks that nothing closes are apostrophes; a doubtful mark closes
   nothing where a better one of its family follows. */
static void settle_doubts (pairer *p) {
  uint8_t next[SINGLE + 1] = {0};
  int single_closes = 0;
  for (uint32_t k = p->signs.n; k-- > 0;) {
    sign *s = &p->signs.at[k];
    if (s->family == SINGLE && s->role == OPENS && !single_closes) s->role = ROLE_NONE;
    if (s->doubtful && next[s->family] == CLOSES) s->role = ROLE_NONE;
    if (s->role == ROLE_NONE) continue;
    next[s->family] = s->role;
    if (s->family == SINGLE && s->role == CLOSES) single_closes = 1;
  }
}

/* -- pairs ----------------------------------------------------------------------------------------- */

static void open_mark (aln_status *st, pairer *p, const sign *s) {
  aln_marked *m;
  if (p->depth == ALN_MARKS_DEPTH) return;
  m = ALN_ADD (st, p->room, p->out);
  if (!m) return;
  *m = (aln_marked){.from = s->token + 1, .block = p->block, .family = s->family};
  m->goes_on =
      p->left_open && s->token == p->from && p->out->at[p->left_open - 1].family == s->family;
  p->stack[p->depth++] = p->out->n - 1;
}

/* Whatever was opened inside and not closed was no quotation. */
static void close_mark (pairer *p, const sign *s) {
  uint32_t k = p->depth;
  while (k > 0 && p->out->at[p->stack[k - 1]].family != s->family) k--;
  if (k == 0) return;
  p->depth = k - 1;
  p->out->at[p->stack[k - 1]].to = s->token;
  p->out->at[p->stack[k - 1]].closed = 1;
}

static int is_open (const pairer *p, uint8_t family) {
  for (uint32_t k = 0; k < p->depth; k++)
    if (p->out->at[p->stack[k]].family == family) return 1;
  return 0;
}

/* What is still open at the block's end ends there, or before the next mark of its kind. */
static void end_block (pairer *p) {
  p->left_open = 0;
  for (uint32_t k = p->depth; k-- > 0;) {
    aln_marked *m = &p->out->at[p->stack[k]];
    if (m->family == SINGLE) continue;
    m->to = p->to;
    for (uint32_t j = p->stack[k] + 1; j < p->out->n; j++)
      if (p->out->at[j].family == m->family) {
        m->to = p->out->at[j].from - 1;
        break;
      }
    if (m->to == p->to) p->left_open = p->stack[k] + 1;
  }
  p->depth = 0;
}

/* Takes out what turned out to be none, and says how deep each stands. */
static void tidy (pairer *p, uint32_t first) {
  uint32_t ends[ALN_MARKS_DEPTH], depth = 0, kept = first, open = 0;
  for (uint32_t k = first; k < p->out->n; k++) {
    aln_marked m = p->out->at[k];
    if (m.to <= m.from) continue;
    while (depth && ends[depth - 1] < m.from) depth--;
    m.depth = depth;
    if (depth < ALN_MARKS_DEPTH) ends[depth++] = m.to;
    if (p->left_open == k + 1) open = kept + 1;
    p->out->at[kept++] = m;
  }
  p->out->n = kept;
  p->left_open = open;
}

static void pair_block (aln_status *st, pairer *p) {
  uint32_t first = p->out->n;
  note_signs (st, p);
  settle_doubts (p);
  for (uint32_t k = 0; k < p->signs.n && *st == ALN_OK; k++) {
    const sign *s = &p->signs.at[k];
    if (s->role == ROLE_NONE) continue;
    if (s->role == OPENS || (s->role == EITHER && !is_open (p, s->family))) open_mark (st, p, s);
    else close_mark (p, s);
  }
  if (*st != ALN_OK) return;
  end_block (p);
  tidy (p, first);
}

void aln_marks_pair (aln_status *st, aln_arena *room, const aln_article *a, aln_markeds *out) {
  pairer p = {.a = a, .t = a->tokens.at, .room = room, .out = out};
  p.words = aln_lexicon_kind (a->lexicon, ALN_LIT ("speech"));
  for (uint32_t b = 0; b < a->blocks.n && *st == ALN_OK; b++) {
    const aln_block *block = &a->blocks.at[b];
    if (block->kind == ALN_BOILERPLATE || block->tokens_to <= block->tokens_from) continue;
    p.block = b;
    p.from = block->tokens_from;
    p.to = block->tokens_to;
    if (block->kind == ALN_SUBHEAD || block->kind == ALN_HEADLINE) p.left_open = 0;
    pair_block (st, &p);
  }
}
