/* tagger.c: in: an article. Out: names with types (tagger.h). */
#include "tagger.h"

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
  uint32_t *hash; /* of each token's letters, in lower case */
  uint16_t *lex;
  uint8_t *first; /* 1: first word of a sentence, 2: of a block */
  uint8_t *place; /* for each token how its block looks: capitals, figures */
  seen *table;
  uint32_t mask;
};

static uint32_t mix (uint32_t h, uint32_t v) {
  h = (h ^ v) * 0x9E3779B1u;
  return h ^ h >> 15;
}

static uint32_t hash_letters (const char *p, uint32_t n) {
  uint32_t h = 2166136261u;
  for (uint32_t i = 0; i < n; i++) {
    unsigned char c = (unsigned char)p[i];
    h = (h ^ (aln_is_upper (c) ? c | 32u : c)) * 16777619u;
  }
  return h ? h : 1;
}

static int is_capital (const aln_token *t) {
  return t->kind == ALN_TOKEN_WORD && t->shape != ALN_SHAPE_LOWER && t->shape != ALN_SHAPE_NONE;
}

static char first_byte (const aln_tag_view *v, uint32_t i) { return v->a->text.p[v->t[i].from]; }

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

static int is_short_lower (const aln_tag_view *v, uint32_t i, uint32_t n, const char *begins) {
  const aln_token *t = &v->t[i];
  return t->kind == ALN_TOKEN_WORD && t->shape == ALN_SHAPE_LOWER && t->to - t->from == n &&
         strchr (begins, first_byte (v, i)) != NULL;
}

static uint32_t around_before (const aln_tag_view *v, uint32_t i) {
  uint32_t bits = 0;
  if (i == 0 || v->first[i]) return 0;
  if (v->lex[i - 1] & LEX_TITLE) bits |= AFTER_TITLE;
  else if (is_capital (&v->t[i - 1])) bits |= ENDS_RUN;
  if (is_short_lower (v, i - 1, 2, "ia")) bits |= AFTER_IN; /* in, at, as, is: any such word */
  if (is_short_lower (v, i - 1, 3, "t")) bits |= AFTER_THE;
  return bits;
}

static uint32_t around (const aln_tag_view *v, uint32_t i) {
  const aln_token *after = &v->t[i + 1];
  uint32_t bits = around_before (v, i);
  if (i + 1 >= v->n || v->first[i + 1]) return bits;
  if (is_capital (after)) bits |= BEGINS_RUN;
  if (after->shape == ALN_SHAPE_LOWER && after->kind == ALN_TOKEN_WORD) bits |= BEFORE_LOWER;
  if (is_possessive (v, i + 1)) bits |= OWNS;
  return bits;
}

static void look_around (aln_tag_view *v) {
  for (uint32_t i = 0; i < v->n; i++) {
    seen *c;
    if (v->t[i].kind != ALN_TOKEN_WORD) continue;
    c = cell_of (v, v->hash[i]);
    c->hash = v->hash[i];
    c->around |= v->t[i].shape == ALN_SHAPE_LOWER ? (uint32_t)LOWER_TOO : around (v, i);
  }
}

/* -- preparing ------------------------------------------------------------------------------------ */

static void mark_lexicon (aln_tag_view *v) {
  aln_kind ids[KINDS];
  for (size_t k = 0; k < KINDS; k++)
    ids[k] = aln_lexicon_kind (v->a->lexicon, aln_slice_of (kinds[k].kind));
  for (uint32_t i = 0; i < v->n; i++) {
    if (v->t[i].word == 0 || !is_capital (&v->t[i])) continue;
    for (size_t k = 0; k < KINDS; k++) {
      aln_row row;
      uint32_t len;
      if (!ids[k] || !aln_lexicon_may_begin (v->a->lexicon, v->t[i].word, ids[k])) continue;
      len = aln_lexicon_longest (v->a->lexicon, v->t + i, v->n - i, ids[k], &row);
      for (uint32_t j = 0; j < len; j++)
        v->lex[i + j] |= (uint16_t)(j ? kinds[k].bit << 8 : kinds[k].bit);
    }
  }
}

static unsigned look_of (const aln_tag_view *v, uint32_t from, uint32_t to) {
  uint32_t caps = 0, figures = 0, words = 0;
  for (uint32_t i = from; i < to; i++) {
    words += v->t[i].kind == ALN_TOKEN_WORD;
    caps += (uint32_t)is_capital (&v->t[i]);
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
  uint32_t size = 64, n = a->tokens.n;
  if (!v) return NULL;
  v->a = a;
  v->t = a->tokens.at;
  v->n = n;
  while (size < n * 2) size *= 2;
  v->mask = size - 1;
  v->hash = aln_arena_get (st, room, (n + 1) * sizeof *v->hash);
  v->lex = aln_arena_get (st, room, (n + 1) * sizeof *v->lex);
  v->first = aln_arena_get (st, room, n + 1);
  v->place = aln_arena_get (st, room, n + 1);
  v->table = aln_arena_get (st, room, size * sizeof *v->table);
  if (*st != ALN_OK) return NULL;
  for (uint32_t i = 0; i < n; i++)
    v->hash[i] = hash_letters (a->text.p + v->t[i].from, v->t[i].to - v->t[i].from);
  mark_places (v);
  mark_sentences (v);
  mark_lexicon (v);
  look_around (v);
  return v;
}

/* -- regions -------------------------------------------------------------------------------------- */

static int is_glued_hyphen (const aln_tag_view *v, uint32_t i) {
  const aln_token *t = &v->t[i];
  return t->kind == ALN_TOKEN_MARK && t->to - t->from == 1 && first_byte (v, i) == '-' &&
         (t->flags & ALN_TOKEN_GLUED);
}

/* May token i stand inside a name when a capital follows: a glued hyphen, "&", "/", a small word? */
static int is_joint (const aln_tag_view *v, uint32_t i) {
  const aln_token *t = &v->t[i];
  if (v->first[i]) return 0;
  if (t->kind == ALN_TOKEN_MARK)
    return is_glued_hyphen (v, i) ||
           (t->to - t->from == 1 && (first_byte (v, i) == '&' || first_byte (v, i) == '/'));
  return t->kind == ALN_TOKEN_WORD && t->shape == ALN_SHAPE_LOWER && t->to - t->from <= 3 &&
         !is_possessive (v, i);
}

static uint32_t region_end (const aln_tag_view *v, uint32_t i) {
  uint32_t end = i + 1, stop = v->n - i > ALN_REGION_MAX ? i + ALN_REGION_MAX : v->n;
  for (uint32_t j = i + 1; j < stop && v->first[j] == 0; j++) {
    if (is_capital (&v->t[j]) || (v->t[j].kind == ALN_TOKEN_NUMBER && j == end)) end = j + 1;
    else if (!is_joint (v, j) || j - end >= 2) break;
  }
  /* "Seon-ho": a lower-case part behind a glued hyphen is of the name */
  while (end + 1 < stop && is_glued_hyphen (v, end) && (v->t[end + 1].flags & ALN_TOKEN_GLUED) &&
         v->t[end + 1].kind == ALN_TOKEN_WORD)
    end += 2;
  return end;
}

aln_named aln_tag_region (const aln_tag_view *v, uint32_t from) {
  while (from < v->n && !is_capital (&v->t[from])) from++;
  if (from >= v->n) return (aln_named){v->n, v->n, 0};
  return (aln_named){from, region_end (v, from), 0};
}

/* -- features ------------------------------------------------------------------------------------- */

typedef struct bag {
  uint32_t *at, n;
} bag;

static void put (bag *b, uint32_t feature, uint32_t x, uint32_t y) {
  if (b->n < ALN_FEATURES_MAX)
    b->at[b->n++] = mix (mix (mix (feature * 0x85EBCA6Bu, x), y), 0x27D4EB2Fu) % ALN_MODEL_BUCKETS;
}

static uint32_t word_at (const aln_tag_view *v, uint32_t i, int by) { /* 1, 2: beyond the block */
  int64_t j = (int64_t)i + by, low = by < 0 ? j + 1 : (int64_t)i + 1, high = by < 0 ? i : j;
  if (j < 0 || j >= v->n) return 1;
  for (int64_t k = low; k <= high; k++)
    if (v->first[k] == 2) return 2;
  return v->hash[j];
}

static uint32_t shape_at (const aln_tag_view *v, uint32_t i, int by) {
  int64_t j = (int64_t)i + by;
  const aln_token *t;
  uint32_t n;
  if (word_at (v, i, by) <= 2) return 0;
  t = &v->t[j];
  n = t->to - t->from;
  if (t->kind == ALN_TOKEN_MARK) return 64u + (unsigned char)first_byte (v, (uint32_t)j);
  return 1u + t->shape + 8u * t->kind + 320u * (n > 4 ? 4u : n) + 2048u * !!v->first[j] +
         4096u * (v->a->text.p[t->to - 1] == '.');
}

static uint32_t affix (const aln_tag_view *v, uint32_t i, uint32_t n, int suffix) {
  const aln_token *t = &v->t[i];
  if (t->to - t->from < n) return v->hash[i];
  return hash_letters (v->a->text.p + (suffix ? t->to - n : t->from), n);
}

static uint32_t lex_at (const aln_tag_view *v, uint32_t i, int by) {
  return word_at (v, i, by) <= 2 ? 0 : v->lex[(int64_t)i + by];
}

static void put_words (bag *b, const aln_tag_view *v, uint32_t i) {
  uint32_t w = v->hash[i], before = word_at (v, i, -1), after = word_at (v, i, 1);
  put (b, 1, w, 0);
  put (b, 2, before, 0);
  put (b, 3, after, 0);
  put (b, 4, word_at (v, i, -2), 0);
  put (b, 5, word_at (v, i, 2), 0);
  put (b, 6, before, w);
  put (b, 7, w, after);
  put (b, 8, affix (v, i, 3, 1), 0);
  put (b, 9, affix (v, i, 2, 1), 0);
  put (b, 10, affix (v, i, 3, 0), 0);
  put (b, 11, affix (v, i, 4, 1), 0);
  put (b, 12, shape_at (v, i, 0), v->place[i]);
  put (b, 13, mix (shape_at (v, i, -1), shape_at (v, i, 0)), shape_at (v, i, 1));
  put (b, 14, shape_at (v, i, 1), shape_at (v, i, 2));
}

static void put_lexicon (bag *b, const aln_tag_view *v, uint32_t i) {
  uint32_t lex = v->lex[i];
  put (b, 16, lex, 0);
  put (b, 17, lex_at (v, i, -1), lex);
  put (b, 18, lex, lex_at (v, i, 1));
  for (uint32_t bit = 0; bit < 16; bit++)
    if (lex >> bit & 1) put (b, 19, bit, v->place[i]);
}

static void put_region (bag *b, const aln_tag_view *v, aln_named r, uint32_t i) {
  uint32_t n = r.to - r.from, at = i == r.from ? 0 : i + 1 == r.to ? 2 : 1;
  uint32_t size = n > 4 ? 5 : n, last = r.to - 1;
  put (b, 20, at, size);
  put (b, 21, mix (at, size), v->first[r.from]);
  put (b, 22, word_at (v, r.from, -1), at);
  put (b, 23, word_at (v, last, 1), at);
  put (b, 24, v->hash[last], at);
  put (b, 25, v->hash[r.from], at);
  put (b, 26, affix (v, last, 3, 1), at);
  put (b, 27, mix (v->place[i], v->first[r.from]), mix (size, at));
  put (b, 28, lex_at (v, r.from, -1), at);
  put (b, 29, mix (word_at (v, r.from, -1), word_at (v, last, 1)), size);
}

static void put_around (bag *b, const aln_tag_view *v, uint32_t i) {
  uint32_t bits = cell_of (v, v->hash[i])->around;
  put (b, 30, bits, 0);
  for (uint32_t bit = 0; bit < 8; bit++)
    if (bits >> bit & 1) put (b, 31, bit, v->t[i].shape);
  put (b, 32, bits & LOWER_TOO, mix (v->first[i], v->place[i]));
}

uint32_t aln_tag_features (const aln_tag_view *v, aln_named r, uint32_t i, uint32_t *buckets) {
  bag b = {buckets, 0};
  put (&b, 0, 0, 0);
  put_words (&b, v, i);
  put_lexicon (&b, v, i);
  put_region (&b, v, r, i);
  put_around (&b, v, i);
  return b.n;
}

/* -- decoding ------------------------------------------------------------------------------------- */

static int may_follow (unsigned before, unsigned tag) { /* "goes on" only behind its own type */
  return tag == 0 || tag % 2 == 1 || before == tag || before + 1 == tag;
}

void aln_tag_best (const int32_t *score, const int32_t *step, uint32_t n, uint8_t *tags) {
  int32_t best[ALN_REGION_MAX][ALN_TAGS];
  uint8_t from[ALN_REGION_MAX][ALN_TAGS];
  unsigned last = 0;
  for (uint32_t i = 0; i < n; i++)
    for (unsigned tag = 0; tag < ALN_TAGS; tag++) {
      best[i][tag] = INT32_MIN / 2;
      from[i][tag] = 0;
      for (unsigned before = 0; before < (i ? ALN_TAGS : 1); before++) { /* outside, at first */
        int32_t s = i ? best[i - 1][before] : 0;
        if (!may_follow (before, tag) || s == INT32_MIN / 2) continue;
        s += step[before * ALN_TAGS + tag] + score[i * ALN_TAGS + tag];
        if (s <= best[i][tag]) continue;
        best[i][tag] = s;
        from[i][tag] = (uint8_t)before;
      }
    }
  for (unsigned tag = 1; n > 0 && tag < ALN_TAGS; tag++)
    if (best[n - 1][tag] > best[n - 1][last]) last = tag; // NOLINT: filled above for every i < n
  for (uint32_t i = n; i-- > 0; last = from[i][last]) tags[i] = (uint8_t)last;
}

static void score_region (const aln_tag_view *v, aln_named r, const int8_t *w, int32_t *score) {
  uint32_t buckets[ALN_FEATURES_MAX];
  for (uint32_t i = r.from; i < r.to; i++) {
    int32_t *s = score + (size_t)(i - r.from) * ALN_TAGS;
    uint32_t n = aln_tag_features (v, r, i, buckets);
    for (unsigned tag = 0; tag < ALN_TAGS; tag++) s[tag] = 0;
    for (uint32_t k = 0; k < n; k++)
      for (unsigned tag = 0; tag < ALN_TAGS; tag++) s[tag] += w[buckets[k] * ALN_TAGS + tag];
  }
}

/* A word alone that begins a sentence or stands in a title, and is written small elsewhere in the
   article, is that word and no name. */
static int is_plain_word (const aln_tag_view *v, uint32_t i) {
  return (v->first[i] || (v->place[i] & 1)) && (cell_of (v, v->hash[i])->around & LOWER_TOO);
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

void aln_tag_names (aln_status *st, aln_arena *room, const aln_article *a, aln_slice model,
                    aln_nameds *out) {
  const int8_t *w = (const int8_t *)model.p;
  int32_t step[ALN_TAGS * ALN_TAGS], score[ALN_REGION_MAX * ALN_TAGS];
  uint8_t tags[ALN_REGION_MAX];
  aln_tag_view *v;
  if (model.n != ALN_MODEL_BYTES) return;
  v = aln_tag_prepare (st, room, a);
  for (unsigned i = 0; i < ALN_TAGS * ALN_TAGS; i++)
    step[i] = (int32_t)w[ALN_MODEL_BUCKETS * ALN_TAGS + i];
  for (uint32_t i = 0; *st == ALN_OK && i < v->n;) {
    aln_named r = aln_tag_region (v, i);
    if (r.from == r.to) break;
    score_region (v, r, w, score);
    aln_tag_best (score, step, r.to - r.from, tags);
    add_names (st, room, v, r, tags, out);
    i = r.to;
  }
}
