/* tagger.c: in: an article. Out: names with types (tagger.h). */
#include "tagger.h"

#include "../base/bits.h"
#include "glance.h"

enum { /* what stands around a word somewhere in the article; a bit each */
       AFTER_TITLE = 1,
       BEFORE_LOWER = 2,
       AFTER_IN = 4,
       ENDS_RUN = 8,
       BEGINS_RUN = 16,
       OWNS = 32, /* 's behind it */
       LOWER_TOO = 64,
       AFTER_THE = 128
};

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

typedef struct seen {
  uint32_t hash;   /* 0: an empty cell */
  uint32_t around; /* bits */
} seen;

struct aln_tag_view {
  const aln_article *a;
  const aln_token *t;
  uint32_t n;
  uint32_t *hash;  /* of each token's letters, in lower case; 0: not asked for yet, as mostly */
  uint32_t *shape; /* of each token, as features take it; 0: the same */
  uint16_t *lex;
  uint8_t *first;           /* 1: first word of a sentence, 2: of a block */
  uint8_t *place;           /* for each token how its block looks: capitals, figures */
  uint32_t *large, n_large; /* the words that are not written small, in order */
  seen *table;
  uint32_t mask;
};

static uint32_t mix (uint32_t h, uint32_t v) {
  h = (h ^ v) * 0x9E3779B1u;
  return h ^ h >> 15;
}

#define NO_LETTERS 2166136261u

static inline uint32_t hash_letter (uint32_t h, char letter) { /* FNV-1a, in lower case */
  unsigned char c = (unsigned char)letter;
  return (h ^ (aln_is_upper (c) ? c | 32u : c)) * 16777619u;
}

static uint32_t hash_letters (const char *p, uint32_t n) {
  uint32_t h = NO_LETTERS;
  for (uint32_t i = 0; i < n; i++) h = hash_letter (h, p[i]);
  return h ? h : 1;
}

static inline uint32_t hash_two (const char *p) {
  uint32_t h = hash_letter (hash_letter (NO_LETTERS, p[0]), p[1]);
  return h ? h : 1;
}

static inline uint32_t hash_three (const char *p) {
  uint32_t h = hash_letter (hash_letter (hash_letter (NO_LETTERS, p[0]), p[1]), p[2]);
  return h ? h : 1;
}

static uint32_t hash_of (const aln_tag_view *v, uint32_t i) {
  const aln_token *t = &v->t[i];
  if (!v->hash[i]) v->hash[i] = hash_letters (v->a->text.p + t->from, t->to - t->from);
  return v->hash[i];
}

static uint32_t shape_at (const aln_tag_view *v, uint32_t i) {
  const aln_token *t = &v->t[i];
  uint32_t n = t->to - t->from;
  if (t->kind == ALN_TOKEN_MARK) return 64u + (unsigned char)aln_first_byte (v->a, i);
  return 1u + t->shape + 8u * t->kind + 320u * (n > 4 ? 4u : n) + 2048u * !!v->first[i] +
         4096u * (v->a->text.p[t->to - 1] == '.');
}

static uint32_t shape_of (const aln_tag_view *v, uint32_t i) {
  if (!v->shape[i]) v->shape[i] = shape_at (v, i);
  return v->shape[i];
}

static int is_possessive (const aln_tag_view *v, uint32_t i) {
  const char *p = v->a->text.p + v->t[i].from;
  uint32_t n = v->t[i].to - v->t[i].from;
  return n >= 2 && n <= 4 && (p[n - 1] == 's' || p[n - 1] == 'S') &&
         (p[0] == '\'' || (unsigned char)p[0] == 0xE2);
}

/* -- what the whole article says of a word -------------------------------------------------------- */

static seen *cell_of (const aln_tag_view *v, uint32_t hash) {
  uint32_t i = hash & v->mask;
  while (v->table[i].hash && v->table[i].hash != hash) i = (i + 1) & v->mask;
  return &v->table[i];
}

/* Words that are only ever written small have no cell: nearly nobody asks for them. */
static uint32_t around_of (const aln_tag_view *v, uint32_t i) {
  const seen *c = cell_of (v, hash_of (v, i));
  if (c->hash) return c->around;
  return v->t[i].kind == ALN_TOKEN_WORD && v->t[i].shape == ALN_SHAPE_LOWER ? LOWER_TOO : 0;
}

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

/* -- regions -------------------------------------------------------------------------------------- */

/* May token i stand inside a name when a capital follows: a glued hyphen, "&", "/", a small word? */
static int is_joint (const aln_tag_view *v, uint32_t i) {
  const aln_token *t = &v->t[i];
  if (v->first[i]) return 0;
  if (t->kind == ALN_TOKEN_MARK)
    return aln_is_glued_hyphen (v->a, i) ||
           (t->to - t->from == 1 &&
            (aln_first_byte (v->a, i) == '&' || aln_first_byte (v->a, i) == '/'));
  return t->kind == ALN_TOKEN_WORD && t->shape == ALN_SHAPE_LOWER && t->to - t->from <= 3 &&
         !is_possessive (v, i);
}

static uint32_t region_end (const aln_tag_view *v, uint32_t i) {
  uint32_t end = i + 1, stop = v->n - i > ALN_REGION_MAX ? i + ALN_REGION_MAX : v->n;
  for (uint32_t j = i + 1; j < stop && v->first[j] == 0; j++) {
    if (aln_is_name_word (&v->t[j]) || (v->t[j].kind == ALN_TOKEN_NUMBER && j == end)) end = j + 1;
    else if (!is_joint (v, j) || j - end >= 2) break;
  }
  /* "Seon-ho": a lower-case part behind a glued hyphen is of the name */
  while (end + 1 < stop && aln_is_glued_hyphen (v->a, end) &&
         (v->t[end + 1].flags & ALN_TOKEN_GLUED) && v->t[end + 1].kind == ALN_TOKEN_WORD)
    end += 2;
  return end;
}

aln_named aln_tag_region (const aln_tag_view *v, uint32_t from) {
  while (from < v->n && !aln_is_name_word (&v->t[from])) from++;
  if (from >= v->n) return (aln_named){v->n, v->n, 0};
  return (aln_named){from, region_end (v, from), 0};
}

/* -- features ------------------------------------------------------------------------------------- */

typedef struct bag {
  uint32_t *at, n; /* never more than ALN_FEATURES_MAX */
  const uint64_t
      *rows; /* of the model, which is larger than a near cache; NULL: none will be asked */
} bag;

static inline void put (bag *b, uint32_t feature, uint32_t x, uint32_t y) {
  uint32_t bucket = mix (mix (mix (feature * 0x85EBCA6Bu, x), y), 0x27D4EB2Fu) % ALN_MODEL_BUCKETS;
  if (b->rows) __builtin_prefetch (b->rows + bucket);
  b->at[b->n++] = bucket;
}

/* The words beside token i; 1: beyond the article, 2: beyond the block. */
static uint32_t word_before (const aln_tag_view *v, uint32_t i) {
  return i == 0 ? 1 : v->first[i] == 2 ? 2 : hash_of (v, i - 1);
}

static uint32_t word_after (const aln_tag_view *v, uint32_t i) {
  return i + 1 >= v->n ? 1 : v->first[i + 1] == 2 ? 2 : hash_of (v, i + 1);
}

static uint32_t second_before (const aln_tag_view *v, uint32_t i) {
  return i < 2 ? 1 : v->first[i] == 2 || v->first[i - 1] == 2 ? 2 : hash_of (v, i - 2);
}

static uint32_t second_after (const aln_tag_view *v, uint32_t i) {
  return i + 2 >= v->n ? 1 : v->first[i + 1] == 2 || v->first[i + 2] == 2 ? 2 : hash_of (v, i + 2);
}

/* A word shorter than an affix is its own. */
static uint32_t suffix_of (const aln_tag_view *v, uint32_t i) {
  const aln_token *t = &v->t[i];
  return t->to - t->from < 3 ? hash_of (v, i) : hash_three (v->a->text.p + t->to - 3);
}

static inline void put_affixes (bag *b, const aln_tag_view *v, uint32_t i) {
  const char *p = v->a->text.p + v->t[i].from, *end = v->a->text.p + v->t[i].to;
  uint32_t n = v->t[i].to - v->t[i].from, w = hash_of (v, i);
  put (b, 8, n < 3 ? w : hash_three (end - 3), 0);
  put (b, 9, n < 2 ? w : hash_two (end - 2), 0);
  put (b, 10, n < 3 ? w : hash_three (p), 0);
  put (b, 11, n < 4 ? w : hash_letters (end - 4, 4), 0);
}

static void put_words (bag *b, const aln_tag_view *v, uint32_t i) {
  uint32_t w = hash_of (v, i), before = word_before (v, i), after = word_after (v, i),
           further = second_after (v, i), s = shape_of (v, i),
           s1 = after <= 2 ? 0 : shape_of (v, i + 1);
  put (b, 1, w, 0);
  put (b, 2, before, 0);
  put (b, 3, after, 0);
  put (b, 4, second_before (v, i), 0);
  put (b, 5, further, 0);
  put (b, 6, before, w);
  put (b, 7, w, after);
  put_affixes (b, v, i);
  put (b, 12, s, v->place[i]);
  put (b, 13, mix (before <= 2 ? 0 : shape_of (v, i - 1), s), s1);
  put (b, 14, s1, further <= 2 ? 0 : shape_of (v, i + 2));
}

static uint32_t lex_before (const aln_tag_view *v, uint32_t i) {
  return word_before (v, i) <= 2 ? 0 : v->lex[i - 1];
}

static void put_lexicon (bag *b, const aln_tag_view *v, uint32_t i) {
  uint32_t lex = v->lex[i];
  put (b, 16, lex, 0);
  put (b, 17, lex_before (v, i), lex);
  put (b, 18, lex, word_after (v, i) <= 2 ? 0 : v->lex[i + 1]);
  for (; lex; lex &= lex - 1) put (b, 19, aln_lowest_bit (lex), v->place[i]);
}

typedef struct region { /* what all its tokens share */
  uint32_t from, to, size;
  uint32_t before, after, first, last, suffix, lex, starts;
} region;

static region look_at_region (const aln_tag_view *v, aln_named r) {
  uint32_t n = r.to - r.from, last = r.to - 1;
  return (region){r.from,
                  r.to,
                  n > 4 ? 5 : n,
                  word_before (v, r.from),
                  word_after (v, last),
                  hash_of (v, r.from),
                  hash_of (v, last),
                  suffix_of (v, last),
                  lex_before (v, r.from),
                  v->first[r.from]};
}

static void put_region (bag *b, const aln_tag_view *v, const region *r, uint32_t i) {
  uint32_t at = i == r->from ? 0 : i + 1 == r->to ? 2 : 1;
  put (b, 20, at, r->size);
  put (b, 21, mix (at, r->size), r->starts);
  put (b, 22, r->before, at);
  put (b, 23, r->after, at);
  put (b, 24, r->last, at);
  put (b, 25, r->first, at);
  put (b, 26, r->suffix, at);
  put (b, 27, mix (v->place[i], r->starts), mix (r->size, at));
  put (b, 28, r->lex, at);
  put (b, 29, mix (r->before, r->after), r->size);
}

static void put_around (bag *b, const aln_tag_view *v, uint32_t i) {
  uint32_t bits = around_of (v, i);
  put (b, 30, bits, 0);
  for (uint32_t left = bits; left; left &= left - 1)
    put (b, 31, aln_lowest_bit (left), v->t[i].shape);
  put (b, 32, bits & LOWER_TOO, mix (v->first[i], v->place[i]));
}

static uint32_t features (const aln_tag_view *v, const region *r, uint32_t i, uint32_t *buckets,
                          const uint64_t *rows) {
  bag b = {buckets, 0, rows};
  put (&b, 0, 0, 0);
  put_words (&b, v, i);
  put_lexicon (&b, v, i);
  put_region (&b, v, r, i);
  put_around (&b, v, i);
  return b.n;
}

uint32_t aln_tag_features (const aln_tag_view *v, aln_named r, uint32_t i, uint32_t *buckets) {
  region of = look_at_region (v, r);
  return features (v, &of, i, buckets, NULL);
}

/* -- decoding ------------------------------------------------------------------------------------- */

#define NEVER (INT32_MIN / 2)

typedef struct path { /* the best way to each tag of one token, and the tag before it */
  int32_t best[ALN_TAGS];
  uint8_t from[ALN_TAGS];
} path;

/* "Goes on" (an even tag) only behind its own type; all others behind any. What cannot be stays far
   below all that can. No branches: which way is better nobody can foretell. */
static void extend (path *p, const path *last, const int32_t *score, const int32_t *step) {
  for (unsigned tag = 0; tag < ALN_TAGS; tag++) {
    const int goes_on = tag && tag % 2 == 0;
    unsigned before = goes_on ? tag - 1 : 0, to = goes_on ? tag + 1 : ALN_TAGS, from = before;
    int32_t best = last->best[before] + step[before * ALN_TAGS + tag];
    for (before++; before < to; before++) {
      int32_t s = last->best[before] + step[before * ALN_TAGS + tag];
      from = s > best ? before : from;
      best = s > best ? s : best;
    }
    p->best[tag] = best + score[tag];
    p->from[tag] = (uint8_t)from;
  }
}

/* Outside stands before the first token, so that nothing goes on there. */
static void set_out (path *p, const int32_t *score, const int32_t *step) {
  for (unsigned tag = 0; tag < ALN_TAGS; tag++) {
    p->best[tag] = tag && tag % 2 == 0 ? NEVER : step[tag] + score[tag];
    p->from[tag] = 0;
  }
}

void aln_tag_best (const int32_t *score, const int32_t *step, uint32_t n, uint8_t *tags) {
  path paths[ALN_REGION_MAX];
  unsigned last = 0;
  if (n == 0) return;
  set_out (&paths[0], score, step);
  for (uint32_t i = 1; i < n; i++)
    extend (&paths[i], &paths[i - 1], score + (size_t)i * ALN_TAGS, step);
  for (unsigned tag = 1; tag < ALN_TAGS; tag++)
    if (paths[n - 1].best[tag] > paths[n - 1].best[last]) last = tag; // NOLINT: filled above
  for (uint32_t i = n; i-- > 0; last = paths[i].from[last]) tags[i] = (uint8_t)last;
}

void aln_tag_pack (const int8_t *weights, aln_tag_model *model) {
  for (size_t k = 0; k < ALN_MODEL_BUCKETS; k++) {
    model->rows[k] = 0;
    for (unsigned tag = 1; tag < ALN_TAGS; tag++) {
      int w = weights[k * ALN_TAGS + tag] - weights[k * ALN_TAGS];
      w = w > 127 ? 127 : w < -127 ? -127 : w;
      model->rows[k] |= (uint64_t)(w + 128) << (tag - 1) * 8;
    }
  }
  memcpy (model->step, weights + (size_t)ALN_MODEL_BUCKETS * ALN_TAGS, sizeof model->step);
}

/* Four tags at once in each sum, 16 bits a tag: at most ALN_FEATURES_MAX bytes fit. */
static void score_token (const uint64_t *rows, const uint32_t *buckets, uint32_t n,
                         int32_t *score) {
  const uint64_t bytes = UINT64_C (0x00FF00FF00FF00FF);
  uint64_t odd = 0, even = 0;
  for (uint32_t k = 0; k < n; k++) {
    odd += rows[buckets[k]] & bytes;
    even += rows[buckets[k]] >> 8 & bytes;
  }
  score[0] = 0;
  for (unsigned tag = 1; tag < ALN_TAGS; tag += 2) {
    score[tag] = (int32_t)(odd >> (tag - 1) * 8 & 0xFFFF) - (int32_t)n * 128;
    score[tag + 1] = (int32_t)(even >> (tag - 1) * 8 & 0xFFFF) - (int32_t)n * 128;
  }
}

/* A word alone that begins a sentence or stands in a title, and is written small elsewhere in the
   article, is that word and no name. */
static int is_plain_word (const aln_tag_view *v, uint32_t i) {
  return (v->first[i] || (v->place[i] & 1)) && (around_of (v, i) & LOWER_TOO);
}

/* A region whose weights are on their way into the near cache. */
typedef struct waiting {
  aln_named r; /* empty: none */
  uint32_t n[ALN_REGION_MAX];
  uint32_t buckets[ALN_REGION_MAX][ALN_FEATURES_MAX];
} waiting;

static void gather (const aln_tag_view *v, aln_named r, const uint64_t *rows, waiting *w) {
  region of = look_at_region (v, r);
  w->r = r;
  for (uint32_t i = r.from; i < r.to; i++)
    w->n[i - r.from] = features (v, &of, i, w->buckets[i - r.from], rows);
}

static void add_names (aln_status *st, aln_arena *room, const aln_tag_view *v, aln_named r,
                       const uint8_t *tags, aln_nameds *out) {
  for (uint32_t i = 0; i < r.to - r.from; i++) {
    aln_named *name;
    uint32_t to = i + 1;
    if (tags[i] % 2 == 0) continue;
    while (to < r.to - r.from && tags[to] == tags[i] + 1) to++;
    if (to == i + 1 && is_plain_word (v, r.from + i)) continue;
    name = ALN_ADD (st, room, out);
    if (!name) return;
    *name = (aln_named){r.from + i, r.from + to, (tags[i] + 1u) / 2u};
  }
}

typedef struct tagging {
  const aln_tag_view *v;
  const uint64_t *rows;
  int32_t step[ALN_TAGS * ALN_TAGS];
  waiting waits[2];
} tagging;

static void settle (aln_status *st, aln_arena *room, const tagging *g, const waiting *w,
                    aln_nameds *out) {
  int32_t score[ALN_REGION_MAX * ALN_TAGS];
  uint8_t tags[ALN_REGION_MAX];
  uint32_t n = w->r.to - w->r.from;
  if (n == 0) return;
  for (uint32_t i = 0; i < n; i++)
    score_token (g->rows, w->buckets[i], w->n[i], score + (size_t)i * ALN_TAGS);
  aln_tag_best (score, g->step, n, tags);
  add_names (st, room, g->v, w->r, tags, out);
}

/* A region is scored when the features of the next one are known: its weights, of half a megabyte, have
   had the time to come. */
static void tag_regions (aln_status *st, aln_arena *room, tagging *g, aln_nameds *out) {
  const aln_tag_view *v = g->v;
  unsigned turn = 0;
  for (uint32_t i = 0; *st == ALN_OK && i < v->n;) {
    aln_named r = aln_tag_region (v, i);
    if (r.from == r.to) break;
    i = r.to;
    if (r.to == r.from + 1 && is_plain_word (v, r.from)) continue; /* whatever its score */
    gather (v, r, g->rows, &g->waits[turn]);
    turn = !turn;
    settle (st, room, g, &g->waits[turn], out);
  }
  settle (st, room, g, &g->waits[!turn], out);
}

void aln_tag_names (aln_status *st, aln_arena *room, const aln_article *a, aln_slice model,
                    aln_nameds *out) {
  const aln_tag_model *m = (const void *)model.p;
  tagging g;
  if (model.n != sizeof *m) return;
  g.v = aln_tag_prepare (st, room, a);
  if (!g.v) return;
  g.rows = m->rows;
  g.waits[0].r = g.waits[1].r = (aln_named){0, 0, 0};
  for (unsigned i = 0; i < ALN_TAGS * ALN_TAGS; i++) g.step[i] = (int32_t)m->step[i];
  tag_regions (st, room, &g, out);
}
