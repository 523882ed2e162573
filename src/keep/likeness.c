/* likeness.c: in: texts as hashed words. Out: which runs are common; what two texts share. */
#include "likeness.h"

#include "../base/mem.h"
#include "sort.h"

#include <stdlib.h>

#define QUOTED_PART 4u /* a word outside of quotation marks weighs as much as four within */
#define DAYS_FULL 3u /* a run of so many days has full weight; up to twice as many a quarter less */
#define HASH 0x7FFFu
#define BUSY 0xFFu /* a counter that is full */
#define AHEAD 12u  /* shingles: big tables are slow to reach, so they are asked for early */

#if defined(__GNUC__)
#define SOON(p) __builtin_prefetch (p)
#else
#define SOON(p) ((void)(p))
#endif

/* -- shingles --------------------------------------------------------------------------------------
 */

uint64_t aln_shingle (const uint16_t *w, uint32_t i) {
  uint64_t x = 0;
  for (uint32_t k = 0; k < ALN_SHINGLE; k++) x = x << 15 | (w[i + k] & HASH);
  x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9u; /* splitmix64's last steps: one to one */
  x = (x ^ x >> 27) * 0x94D049BB133111EBu;
  return x ^ x >> 31;
}

static uint32_t shingles (uint32_t words) {
  return words < ALN_SHINGLE ? 0 : words - ALN_SHINGLE + 1;
}

/* -- common runs -----------------------------------------------------------------------------------
   First one small counter for many shingles: what it has not seen four times cannot be common. The
   rest is counted day by day. */

typedef struct census {
  const aln_text *texts;
  uint32_t n;
  unsigned char *counts;
  uint64_t mask; /* counters - 1 */
  aln_buf found; /* uint64_t: forty bits of a shingle, twenty-four of a day */
} census;

/* The shingle at word k; the counter of one further on is fetched meanwhile. */
static uint64_t counted (const census *c, const aln_text *t, uint32_t k) {
  if (k + AHEAD < shingles (t->n)) SOON (&c->counts[aln_shingle (t->words, k + AHEAD) & c->mask]);
  return aln_shingle (t->words, k);
}

static void count_all (census *c) {
  for (uint32_t i = 0; i < c->n; i++)
    for (uint32_t k = 0; k < shingles (c->texts[i].n); k++) {
      unsigned char *at = &c->counts[counted (c, &c->texts[i], k) & c->mask];
      if (*at < BUSY) ++*at;
    }
}

/* Articles whose day is not known: sixteen of them count for one day, since they may be of one story. */
static uint64_t day_of (const aln_text *t, uint32_t i) {
  return t->day >= 0 ? (uint64_t)t->day & 0x7FFFFF : 0x800000u | (i / 16 & 0x7FFFFF);
}

static void find_all (aln_status *st, census *c) {
  for (uint32_t i = 0; i < c->n && *st == ALN_OK; i++)
    for (uint32_t k = 0; k < shingles (c->texts[i].n) && *st == ALN_OK; k++) {
      uint64_t h = counted (c, &c->texts[i], k), item;
      if (c->counts[h & c->mask] <= DAYS_FULL) continue;
      item = (h >> 24 << 24) | day_of (&c->texts[i], i);
      aln_buf_add (st, &c->found, (aln_slice){(const char *)&item, sizeof item});
    }
}

static unsigned weight_of_days (uint32_t days) {
  unsigned weight = ALN_FULL_WEIGHT;
  for (uint32_t limit = DAYS_FULL; weight > 0 && days > limit; limit *= 2) weight--;
  return weight;
}

/* list[from …] with one key: how many different days; *to is behind the last. */
static uint32_t days_from (const uint64_t *list, size_t n, size_t from, size_t *to) {
  uint32_t days = 1;
  size_t i = from + 1;
  for (; i < n && list[i] >> 24 == list[from] >> 24; i++) days += list[i] != list[i - 1];
  *to = i;
  return days;
}

static void put_common (aln_commons *out, uint64_t key, unsigned weight) {
  uint64_t at = key >> 1 & out->mask;
  while (out->keys[at]) at = (at + 1) & out->mask;
  out->keys[at] = key;
  out->weights[at] = (unsigned char)weight;
}

static void tabulate (aln_status *st, aln_arena *a, const uint64_t *list, size_t n,
                      aln_commons *out) {
  size_t common = 0, to, slots = 16;
  for (size_t i = 0; i < n; i = to) common += days_from (list, n, i, &to) > DAYS_FULL;
  while (slots < 2 * common) slots *= 2;
  out->keys = aln_arena_get (st, a, slots * sizeof *out->keys);
  out->weights = aln_arena_get (st, a, slots);
  out->mask = slots - 1;
  for (size_t i = 0; i < n && *st == ALN_OK; i = to) {
    uint32_t days = days_from (list, n, i, &to);
    if (days > DAYS_FULL) put_common (out, list[i] >> 24 << 1 | 1, weight_of_days (days));
  }
}

void aln_commons_of (aln_status *st, aln_arena *a, const aln_text *texts, uint32_t n,
                     aln_commons *out) {
  census c = {texts, n, NULL, 0, ALN_BUF_EMPTY};
  uint64_t total = 0, counters = 1u << 12;
  for (uint32_t i = 0; i < n; i++) total += shingles (texts[i].n);
  while (counters < total && counters < 1u << 25) counters *= 2;
  *out = (aln_commons){NULL, NULL, 0};
  if (*st != ALN_OK) return;
  c.mask = counters - 1;
  c.counts = aln_alloc (counters);
  if (!c.counts) *st = ALN_ENOMEM;
  if (*st == ALN_OK) {
    memset (c.counts, 0, counters);
    count_all (&c);
    find_all (st, &c);
    aln_sort_numbers (st, &c.found);
    tabulate (st, a, (const uint64_t *)(const void *)c.found.p, c.found.n / sizeof (uint64_t), out);
  }
  aln_buf_free (&c.found);
  aln_free (c.counts);
}

static void weight_soon (const aln_commons *c, const aln_text *t, uint32_t i) {
  if (c && c->keys && i + AHEAD < shingles (t->n))
    SOON (&c->keys[aln_shingle (t->words, i + AHEAD) >> 24 & c->mask]);
}

unsigned aln_weight_of (const aln_commons *c, uint64_t shingle) {
  uint64_t key = shingle >> 24 << 1 | 1;
  if (!c || !c->keys) return ALN_FULL_WEIGHT;
  for (uint64_t at = key >> 1 & c->mask; c->keys[at]; at = (at + 1) & c->mask)
    if (c->keys[at] == key) return c->weights[at];
  return ALN_FULL_WEIGHT;
}

/* -- two texts -------------------------------------------------------------------------------------
 */

typedef struct aln_slot {
  uint64_t shingle;
  uint32_t first; /* its first place in 'a', and 1; 0: free; c->next has the places after it */
  uint32_t round; /* the comparison that has covered its places already */
} aln_slot;

static uint32_t part (uint16_t word) { return word & ALN_SKETCH_QUOTED ? 1 : QUOTED_PART; }

/* The weights of a text's words: of each the greatest of the runs over it. */
aln_side aln_side_of (const aln_commons *c, aln_text t) {
  aln_side s = {t.n, 0, UINT32_MAX, 0, 0, 0, 0, 0};
  unsigned recent[ALN_SHINGLE] = {0}; /* of the runs that begin at the last four words */
  for (uint32_t i = 0; i < t.n; i++) {
    unsigned best = 0;
    weight_soon (c, &t, i);
    recent[i % ALN_SHINGLE] = i < shingles (t.n) ? aln_weight_of (c, aln_shingle (t.words, i)) : 0;
    for (unsigned k = 0; k < ALN_SHINGLE; k++)
      if (recent[k] > best) best = recent[k];
    s.weight += best * part (t.words[i]);
    if (i < ALN_LEAD) s.lead = s.weight;
  }
  return s;
}

static void *more (aln_status *st, void *p, size_t n, size_t item) {
  void *q = *st == ALN_OK ? aln_resize (p, n * item) : NULL;
  if (!q && *st == ALN_OK) *st = ALN_ENOMEM;
  return q ? q : p;
}

static void make_room_a (aln_status *st, aln_comparer *c, size_t n) {
  size_t slots = 16;
  while (slots < 2 * n) slots *= 2;
  if (n > c->room_a) {
    size_t room = n + n / 2;
    c->next = more (st, c->next, room, sizeof *c->next);
    c->touched = more (st, c->touched, room, sizeof *c->touched);
    c->cover_a = more (st, c->cover_a, room, 1);
    if (*st == ALN_OK) c->room_a = room;
  }
  if (slots > c->room_slots) {
    c->slots = more (st, c->slots, slots, sizeof *c->slots);
    if (*st == ALN_OK) c->room_slots = slots;
  }
  if (*st == ALN_OK) memset (c->slots, 0, slots * sizeof *c->slots);
  if (*st == ALN_OK) memset (c->cover_a, 0, n);
  c->mask = slots - 1;
}

static aln_slot *slot_of (const aln_comparer *c, uint64_t shingle) {
  uint64_t at = shingle & c->mask;
  while (c->slots[at].first && c->slots[at].shingle != shingle) at = (at + 1) & c->mask;
  return &c->slots[at];
}

void aln_comparer_take (aln_status *st, aln_comparer *c, aln_text a) {
  make_room_a (st, c, (size_t)a.n + 1);
  if (*st != ALN_OK) return;
  c->a = a;
  c->side = a.side ? *a.side : aln_side_of (c->commons, a);
  c->touched_n = c->round = 0;
  for (uint32_t i = shingles (a.n); i-- > 0;) { /* backwards: so the first place comes first */
    uint64_t h = aln_shingle (a.words, i);
    aln_slot *s = slot_of (c, h);
    c->next[i] = s->first;
    s->shingle = h;
    s->first = i + 1;
  }
}

/* -- leads -----------------------------------------------------------------------------------------
   What covers a lead has to stand together in the other text, within twice a lead's words: phrases
   of the trade scattered all over it are no lead. */

#define SPREAD (2 * ALN_LEAD)
#define PLACES 8u /* of one run that are looked at */

typedef struct aln_hit { /* a run of a lead: where it is in the other text, and in the lead */
  uint32_t there, here;
} aln_hit;

/* One run comes into the window or goes out of it; the change of the weight that is covered. */
static uint32_t turn (const aln_text *t, const unsigned char *covers, uint32_t *count,
                      uint32_t here, int in) {
  uint32_t sum = 0;
  for (uint32_t i = here; i < here + ALN_SHINGLE && i < ALN_LEAD; i++) {
    count[i] += in ? 1u : 0u;
    if (count[i] == 1) sum += (covers[i] - 1u) * part (t->words[i]);
    count[i] -= in ? 0u : 1u;
  }
  return sum;
}

/* 'hits' in order of 'there': the greatest weight within a window. */
static uint32_t together (const aln_hit *hits, uint32_t n, const aln_text *t,
                          const unsigned char *covers) {
  uint32_t count[ALN_LEAD] = {0}, from = 0, sum = 0, best = 0;
  for (uint32_t i = 0; i < n; i++) {
    sum += turn (t, covers, count, hits[i].here, 1);
    for (; hits[i].there - hits[from].there > SPREAD - ALN_SHINGLE; from++)
      sum -= turn (t, covers, count, hits[from].here, 0);
    if (sum > best) best = sum;
  }
  return best;
}

/* The run at b[i], which stands in 'a': is it of the lead of 'a'? */
static void note_lead (aln_comparer *c, const aln_slot *s, uint32_t i) {
  if (s->first <= ALN_LEAD) c->hits[c->hits_n++] = (aln_hit){i, s->first - 1};
}

static int by_place (const void *a, const void *b) {
  const aln_hit *x = a, *y = b;
  return (x->there > y->there) - (x->there < y->there);
}

/* Where the lead of 'b' stands in 'a'. */
static uint32_t lead_of_b (const aln_comparer *c, const aln_text *b) {
  aln_hit hits[ALN_LEAD * PLACES];
  uint32_t n = 0;
  for (uint32_t i = 0; i < ALN_LEAD && i < shingles (b->n); i++) {
    const aln_slot *s = slot_of (c, aln_shingle (b->words, i));
    uint32_t places = 0;
    for (uint32_t at = s->first; at && places < PLACES; at = c->next[at - 1], places++)
      hits[n++] = (aln_hit){at - 1, i};
  }
  if (n) qsort (hits, n, sizeof *hits, by_place);
  return together (hits, n, b, c->cover_b);
}

/* Covers the run of words at 'at'; what is covered more weightily already stays so. */
static void cover (aln_side *s, const uint16_t *words, unsigned char *covers, uint32_t at,
                   unsigned weight, uint32_t *touched, uint32_t *touched_n) {
  for (uint32_t i = at; i < at + ALN_SHINGLE; i++) {
    unsigned was = covers[i], more_weight = was ? was - 1 : 0;
    uint32_t gain = weight > more_weight ? (weight - more_weight) * part (words[i]) : 0;
    if (was && gain == 0) continue;
    if (!was && touched) touched[(*touched_n)++] = i;
    s->covered += !was;
    s->covered_weight += gain;
    if (!was || weight > more_weight) covers[i] = (unsigned char)(weight + 1);
  }
  if (at < s->first) s->first = at;
  if (at + ALN_SHINGLE - 1 > s->last) s->last = at + ALN_SHINGLE - 1;
}

static void begin (aln_status *st, aln_comparer *c, aln_text b) {
  for (uint32_t i = 0; i < c->touched_n; i++) c->cover_a[c->touched[i]] = 0;
  c->touched_n = c->hits_n = 0;
  c->round++;
  if (b.n >= c->room_b) {
    c->cover_b = more (st, c->cover_b, (size_t)b.n + b.n / 2 + 1, 1);
    c->hits = more (st, c->hits, (size_t)b.n + b.n / 2 + 1, sizeof *c->hits);
    if (*st == ALN_OK) c->room_b = (size_t)b.n + b.n / 2 + 1;
  }
  if (*st == ALN_OK) memset (c->cover_b, 0, (size_t)b.n + 1);
}

void aln_comparer_with (aln_status *st, aln_comparer *c, aln_text b, aln_likeness *out) {
  if (*st == ALN_OK) begin (st, c, b);
  if (*st != ALN_OK) return;
  out->a = c->side;
  out->b = b.side ? *b.side : aln_side_of (c->commons, b);
  for (uint32_t i = 0; i < shingles (b.n); i++) {
    uint64_t h = aln_shingle (b.words, i);
    aln_slot *s = slot_of (c, h);
    unsigned weight;
    if (!s->first) continue;
    weight = aln_weight_of (c->commons, h);
    cover (&out->b, b.words, c->cover_b, i, weight, NULL, NULL);
    note_lead (c, s, i);
    if (s->round == c->round) continue; /* once a comparison: else "a a a a …" would be square */
    s->round = c->round;
    for (uint32_t at = s->first; at; at = c->next[at - 1])
      cover (&out->a, c->a.words, c->cover_a, at - 1, weight, c->touched, &c->touched_n);
  }
  out->a.covered_lead = together (c->hits, c->hits_n, &c->a, c->cover_a);
  out->b.covered_lead = lead_of_b (c, &b);
}

void aln_comparer_free (aln_comparer *c) {
  aln_free (c->slots);
  aln_free (c->next);
  aln_free (c->touched);
  aln_free (c->cover_a);
  aln_free (c->cover_b);
  aln_free (c->hits);
  *c = (aln_comparer){.commons = c->commons};
}

/* -- judging ---------------------------------------------------------------------------------------
 */

#define LEAST (10u * ALN_FULL_WEIGHT * QUOTED_PART) /* ten words' weight */
#define TWIN 600u                                   /* thousandths of resemblance */
#define EQUAL 950u
#define NEAR 7 /* days between a story and its briefs */

static int is_late (const aln_side *s) { return s->first > s->words / 4; }

static int is_held (const aln_side *s, uint32_t tenths) {
  return s->weight && 10ull * s->covered_weight >= (uint64_t)tenths * s->weight;
}

static int has_lead (const aln_side *s, uint32_t eighths) {
  return s->lead && 8ull * s->covered_lead >= (uint64_t)eighths * s->lead;
}

int aln_likeness_leads (const aln_side *s) { return has_lead (s, 4); }

/* A lead of one stands in the other. Where both begin with it, it has to be word for word, or the rest
   to follow: two reports of one kind ("X and Y met today …") begin alike but for the names, and go on
   each its own way. */
static int shares_lead (const aln_likeness *l) {
  if (!aln_likeness_leads (&l->a) && !aln_likeness_leads (&l->b)) return 0;
  if (!has_lead (&l->a, 2) || !has_lead (&l->b, 2)) return 1;
  return has_lead (&l->a, 7) || has_lead (&l->b, 7) || is_held (&l->a, 4) || is_held (&l->b, 4);
}

static int is_near (int32_t a, int32_t b) {
  return a < 0 || b < 0 || (a < b ? b - a : a - b) <= NEAR;
}

uint32_t aln_likeness_resemblance (const aln_likeness *l) {
  uint64_t both = l->a.covered < l->b.covered ? l->a.covered : l->b.covered;
  uint64_t all = (uint64_t)l->a.words + l->b.words - both;
  return all ? (uint32_t)(1000 * both / all) : 0;
}

aln_link aln_likeness_link (const aln_likeness *l, int32_t day_a, int32_t day_b) {
  uint32_t least =
      l->a.covered_weight < l->b.covered_weight ? l->a.covered_weight : l->b.covered_weight;
  int near = is_near (day_a, day_b);
  uint32_t tenths = !near ? 8 : is_late (&l->a) && is_late (&l->b) ? 7 : 5;
  uint32_t alike = aln_likeness_resemblance (l);
  int held = is_held (&l->a, tenths) || is_held (&l->b, tenths);
  if (alike >= EQUAL && l->a.covered >= 10) return ALN_LINK_TWIN;
  if (least < LEAST) return ALN_LINK_NONE;
  if (held) return alike >= TWIN ? ALN_LINK_TWIN : ALN_LINK_HELD;
  if (near && shares_lead (l)) return ALN_LINK_LEAD;
  return ALN_LINK_NONE;
}
