/* tagger_view.c: in: an article. Out: what the tagger knows of each of its tokens (tagging.h). */
#include "tagging.h"

enum { /* what the lexicon says of a token; a bit each, shifted by 8 when a phrase goes on there */
       LEX_COUNTRY = 1,
       LEX_PLACE = 2,
       LEX_BODY = 4,
       LEX_PERSON = 8,
       LEX_DEMONYM = 16,
       LEX_TIME = 32,
       LEX_WIRE = 64,
       LEX_TITLE = 128
};

static const struct {
  const char *kind;
  unsigned bit;
} kinds[] = {{"countries", LEX_COUNTRY}, {"places", LEX_PLACE},     {"organisations", LEX_BODY},
             {"tenures", LEX_PERSON},    {"demonyms", LEX_DEMONYM}, {"months", LEX_TIME},
             {"weekdays", LEX_TIME},     {"agencies", LEX_WIRE},    {"abbreviations", LEX_TITLE}};
#define KINDS (sizeof kinds / sizeof kinds[0])

/* -- what the whole article says of a word -------------------------------------------------------- */

static int is_short_lower (const aln_tag_view *v, uint32_t i, uint32_t n, const char *begins) {
  const aln_token *t = &v->t[i];
  return t->kind == ALN_TOKEN_WORD && t->shape == ALN_SHAPE_LOWER && t->to - t->from == n &&
         strchr (begins, aln_first_byte (v->a, i)) != NULL;
}

static uint32_t around_before (const aln_tag_view *v, uint32_t i) {
  uint32_t bits = 0;
  if (i == 0 || v->first[i]) return 0;
  if (v->lex[i - 1] & LEX_TITLE) bits |= AFTER_TITLE;
  else if (aln_is_name_word (&v->t[i - 1])) bits |= ENDS_RUN;
  if (is_short_lower (v, i - 1, 2, "ia")) bits |= AFTER_IN; /* in, at, as, is: any such word */
  if (is_short_lower (v, i - 1, 3, "t")) bits |= AFTER_THE;
  return bits;
}

static uint32_t around (const aln_tag_view *v, uint32_t i) {
  const aln_token *after = &v->t[i + 1];
  uint32_t bits = around_before (v, i);
  if (i + 1 >= v->n || v->first[i + 1]) return bits;
  if (aln_is_name_word (after)) bits |= BEGINS_RUN;
  if (after->shape == ALN_SHAPE_LOWER && after->kind == ALN_TOKEN_WORD) bits |= BEFORE_LOWER;
  if (is_possessive (v, i + 1)) bits |= OWNS;
  return bits;
}

static int is_small (const aln_token *t) { return t->shape == ALN_SHAPE_LOWER; }

/* First and last letter and length of words, to tell at a glance that none is the one in hand. */
typedef struct glances {
  uint32_t lengths[256];
} glances;

static uint32_t *glance_at (glances *g, const aln_tag_view *v, uint32_t i, uint32_t *bit) {
  const char *p = v->a->text.p;
  uint32_t n = v->t[i].to - v->t[i].from;
  *bit = UINT32_C (1) << (n & 31);
  return &g->lengths[(p[v->t[i].from] & 31) * 8 + (p[v->t[i].to - 1] & 7)]; /* a is A */
}

static void note_large (aln_tag_view *v, glances *g, uint32_t i) {
  uint32_t bit, *lengths = glance_at (g, v, i, &bit);
  seen *c = cell_of (v, hash_of (v, i));
  c->hash = v->hash[i];
  c->around |= around (v, i);
  *lengths |= bit;
}

static void note_small (aln_tag_view *v, glances *g, uint32_t i) {
  uint32_t bit, *lengths = glance_at (g, v, i, &bit);
  seen *c;
  if (!(*lengths & bit)) return; /* most words' letters are never looked at */
  c = cell_of (v, hash_of (v, i));
  if (c->hash) c->around |= LOWER_TOO;
}

static void look_around (aln_status *st, aln_arena *room, aln_tag_view *v) {
  glances g = {{0}};
  uint32_t size = 64;
  while (size < v->n_large * 2) size *= 2;
  v->mask = size - 1;
  v->table = aln_arena_get (st, room, size * sizeof *v->table);
  if (!v->table) return;
  for (uint32_t k = 0; k < v->n_large; k++) note_large (v, &g, v->large[k]);
  for (uint32_t i = 0; i < v->n; i++)
    if ((v->t[i].kind == ALN_TOKEN_WORD) & is_small (&v->t[i])) note_small (v, &g, i);
}

/* -- preparing ------------------------------------------------------------------------------------ */

static void list_large (aln_status *st, aln_arena *room, aln_tag_view *v) {
  v->large = aln_arena_raw (st, room, (v->n + 1) * sizeof *v->large);
  for (uint32_t i = 0; v->large && i < v->n; i++) { /* written always, kept where it is one */
    v->large[v->n_large] = i;
    v->n_large += (v->t[i].kind == ALN_TOKEN_WORD) & !is_small (&v->t[i]);
  }
}

static void mark_phrases (aln_tag_view *v, uint32_t i, aln_kind id, unsigned bit) {
  uint32_t len = aln_lexicon_longest (v->a->lexicon, v->t + i, v->n - i, id, NULL);
  for (uint32_t j = 0; j < len; j++) v->lex[i + j] |= (uint16_t)(j ? bit << 8 : bit);
}

static void mark_lexicon (aln_tag_view *v) {
  aln_kind ids[KINDS];
  uint64_t any = 0;
  for (size_t k = 0; k < KINDS; k++) {
    ids[k] = aln_lexicon_kind (v->a->lexicon, aln_slice_of (kinds[k].kind));
    any |= aln_lexicon_set (ids[k]);
  }
  for (uint32_t l = 0; l < v->n_large; l++) {
    const uint32_t i = v->large[l];
    const uint64_t here = aln_lexicon_begin (v->a->lexicon, v->t[i].word)->kinds & any;
    if (!here || !aln_is_name_word (&v->t[i])) continue;
    for (size_t k = 0; k < KINDS; k++)
      if (here & aln_lexicon_set (ids[k])) mark_phrases (v, i, ids[k], kinds[k].bit);
  }
}

static unsigned look_of (const aln_tag_view *v, uint32_t from, uint32_t to) {
  uint32_t caps = 0, figures = 0, words = 0;
  for (uint32_t i = from; i < to; i++) {
    words += v->t[i].kind == ALN_TOKEN_WORD;
    caps += (uint32_t)aln_is_name_word (&v->t[i]);
    figures += v->t[i].kind == ALN_TOKEN_NUMBER;
  }
  return (words && caps * 10 >= words * 7 ? 1u : 0u) | /* a headline in title case, a table */
         (figures * 4 >= words ? 2u : 0u) | (words < 12 ? 4u : 0u);
}

static void mark_places (aln_tag_view *v) {
  const aln_article *a = v->a;
  for (uint32_t b = 0; b < a->blocks.n; b++) {
    uint32_t from = a->blocks.at[b].tokens_from, to = a->blocks.at[b].tokens_to;
    unsigned look = look_of (v, from, to);
    for (uint32_t i = from; i < to; i++) v->place[i] = (uint8_t)look;
    if (from < to) v->first[from] = 2;
  }
}

static void mark_sentences (aln_tag_view *v) {
  uint32_t i = 0;
  for (uint32_t s = 0; s < v->a->sentences.n; s++) {
    aln_span at = v->a->sentences.at[s];
    while (i < v->n && v->t[i].from < at.from) i++;
    while (i < v->n && v->t[i].kind == ALN_TOKEN_MARK && v->t[i].from < at.to) i++;
    if (i < v->n && !v->first[i]) v->first[i] = 1;
  }
}

aln_tag_view *aln_tag_prepare (aln_status *st, aln_arena *room, const aln_article *a) {
  aln_tag_view *v = aln_arena_get (st, room, sizeof *v);
  uint32_t n = a->tokens.n;
  if (!v) return NULL;
  v->a = a;
  v->t = a->tokens.at;
  v->n = n;
  v->hash = aln_arena_get (st, room, (n + 1) * sizeof *v->hash);
  v->shape = aln_arena_get (st, room, (n + 1) * sizeof *v->shape);
  v->lex = aln_arena_get (st, room, (n + 1) * sizeof *v->lex);
  v->first = aln_arena_get (st, room, n + 1);
  v->place = aln_arena_get (st, room, n + 1);
  if (*st != ALN_OK) return NULL;
  list_large (st, room, v);
  if (*st != ALN_OK) return NULL;
  mark_places (v);
  mark_sentences (v);
  mark_lexicon (v);
  look_around (st, room, v);
  return *st == ALN_OK ? v : NULL;
}
