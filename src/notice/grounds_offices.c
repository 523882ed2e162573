/* grounds_offices.c: in: persons with posts. Out: the days on which the lexicon has them in these
   posts. "President Park" was written while she was president; "president-elect" before that,
   "former" after it. A post beside a past year, or told with "was", is history and says nothing. */
#include "grounds.h"

#define LAG 3        /* days by which news is ahead of or behind a handover */
#define RECALLED 10  /* more of them where the fact is only recalled */
#define OUTGOING 200 /* days for which somebody is called outgoing */
#define SIGHT 6u     /* tokens between a name and its post */
#define LINK 3u      /* tokens before a post in which "was" or "served as" puts it into the past */

static inline aln_slice get (const aln_scene *s, aln_row row, const char *key) {
  return aln_lexicon_get (s->a->lexicon, row, aln_slice_of (key));
}

/* -- is it told of the past? --------------------------------------------------------------------- */

static int has_past_year (const aln_scene *s, aln_span sentence) {
  uint32_t first = aln_scene_date (s, sentence.from);
  for (uint32_t i = first;
       i < s->dates->n && i < first + ALN_DATES_MAX && s->dates->at[i].at.from < sentence.to; i++) {
    const aln_timex *x = &s->dates->at[i];
    if (x->how == ALN_HOW_STATED && x->direction <= 0) return 1;
  }
  return 0;
}

/* A word of that sign among the tokens [from, to)? */
static int says (const aln_scene *s, uint32_t from, uint32_t to, const char *sign) {
  aln_row row;
  for (uint32_t i = from; s->words && i < to; i++)
    if (s->a->tokens.at[i].word &&
        aln_lexicon_longest_with (s->a->lexicon, s->a->tokens.at + i, to - i, s->words,
                                  ALN_LIT ("sign"), &row) &&
        aln_same (get (s, row, "sign"), aln_slice_of (sign)))
      return 1;
  return 0;
}

static int is_history (const aln_scene *s, const aln_post *o) {
  const aln_token *t = s->a->tokens.at;
  uint32_t i = aln_scene_sentence (s, t[o->core_from].from), from = o->from;
  aln_span sentence;
  if (i >= s->a->sentences.n) return 1;
  sentence = s->a->sentences.at[i];
  while (from > 0 && o->from - from < SIGHT && t[from - 1].from >= sentence.from &&
         !aln_person_at (s->people, from - 1))
    from--;
  if (says (s, from, o->core_to, "history")) return 1;
  if (says (s, o->from - from > LINK ? o->from - LINK : from, o->from, "copula")) return 1;
  return has_past_year (s, sentence);
}

static int counts (const aln_scene *s, const aln_post *o) {
  uint32_t i = aln_scene_sentence (s, s->a->tokens.at[o->core_from].from);
  if (i >= s->a->sentences.n || !aln_scene_story (s, s->a->sentence_blocks.at[i])) return 0;
  return (o->holder & ALN_HOLDER_FORMER) || !is_history (s, o);
}

/* -- what the lexicon has of it ------------------------------------------------------------------- */

static uint32_t status_bit (aln_slice status) {
  if (aln_same (status, ALN_LIT ("acting"))) return ALN_HOLDER_ACTING;
  if (aln_same (status, ALN_LIT ("elect"))) return ALN_HOLDER_ELECT;
  if (aln_same (status, ALN_LIT ("nominee"))) return ALN_HOLDER_NOMINEE;
  return 0;
}

/* "President" is short for "President of the Russian Federation". */
static int is_short_for (aln_slice office, aln_slice longer) {
  return longer.n > office.n + 4 && memcmp (longer.p, office.p, office.n) == 0 &&
         memcmp (longer.p + office.n, " of ", 4) == 0;
}

static int is_same_office (aln_slice a, aln_slice b) {
  return aln_same (a, b) || is_short_for (a, b) || is_short_for (b, a);
}

static int has_part (aln_slice office, aln_slice part) {
  for (size_t i = 0; part.n && i + part.n <= office.n; i++)
    if (memcmp (office.p + i, part.p, part.n) == 0) return 1;
  return 0;
}

/* "Minister Cho" is minister of something: any of his posts that are called so. */
static int is_about (const aln_scene *s, aln_row row, const aln_held *h, const aln_post *o) {
  aln_slice office = get (s, row, "office");
  int is_short = aln_same (get (s, o->row, "needs"), ALN_LIT ("name"));
  if (is_short && has_part (office, get (s, o->row, "office"))) return 1;
  return is_same_office (office, h->office) &&
         (!h->side.n || aln_same (get (s, row, "side"), h->side));
}

/* The last day that can be meant: where the end is not known, the law may set one ("latest"). */
static int last_day (const aln_scene *s, aln_row row, const aln_interval *d) {
  int by_law = d->last < ALN_DAY_MAX ? ALN_NO_DAY : aln_dayno_read (get (s, row, "latest"));
  return by_law == ALN_NO_DAY ? d->last : by_law;
}

/* A row of the lexicon joins the set of days of somebody with these bits; 1: it did. */
static int join (aln_status *st, const aln_scene *s, aln_row row, uint32_t holder,
                 aln_intervals *set) {
  uint32_t bit = status_bit (get (s, row, "status"));
  aln_interval d = aln_fact_days (s->a->lexicon, row);
  int lag = LAG + (aln_same (get (s, row, "grade"), ALN_LIT ("recall")) ? RECALLED : 0);
  if (d.first > d.last) return 0;
  if (holder & ALN_HOLDER_FORMER) {
    if (bit || d.last >= ALN_DAY_MAX) return 0;
    aln_intervals_add (st, s->room, set, d.last - lag, ALN_DAY_MAX);
    return 1;
  }
  holder &= ALN_HOLDER_ACTING | ALN_HOLDER_ELECT | ALN_HOLDER_NOMINEE;
  if (holder ? bit != holder : bit && bit != ALN_HOLDER_ACTING) return 0;
  d.last = last_day (s, row, &d);
  aln_intervals_add (st, s->room, set, d.first - lag,
                     d.last < ALN_DAY_MAX ? d.last + lag : ALN_DAY_MAX);
  return 1;
}

/* The last months of a tenure only. */
static void narrow_outgoing (aln_intervals *set) {
  for (uint32_t i = 0; i < set->n; i++)
    if (set->at[i].last < ALN_DAY_MAX && set->at[i].last - set->at[i].first > OUTGOING)
      set->at[i].first = set->at[i].last - OUTGOING;
}

/* One word is many a person's family name: the post's country has to be known as well. */
static int is_known_enough (const aln_person *p, const aln_held *h) {
  return p->last - p->first > 1 || h->side.n > 0;
}

static void add_ground (aln_status *st, const aln_scene *s, const aln_person *p, const aln_held *h,
                        const aln_post *o) {
  const aln_token *t = s->a->tokens.at;
  aln_intervals set = {NULL, 0, 0};
  aln_slice grade = {"", 0};
  aln_ground *g;
  uint32_t tried = 0;
  if (!is_known_enough (p, h)) return;
  for (uint32_t e = aln_tenure_entry (s, p, 0); e && tried < 64;
       e = aln_tenure_entry (s, p, e), tried++) {
    aln_row row = aln_lexicon_entry (s->a->lexicon, e)->row;
    if (!is_about (s, row, h, o) || !join (st, s, row, o->holder, &set)) continue;
    if (!grade.n || aln_same (get (s, row, "grade"), ALN_LIT ("recall")))
      grade = get (s, row, "grade");
  }
  if (set.n == 0) return;
  if (o->holder & ALN_HOLDER_OUTGOING) narrow_outgoing (&set);
  g = aln_ground_add (st, s, ALN_TRUST_TENURE, (aln_span){t[o->from].from, t[o->to - 1].to},
                      o->holder & ALN_HOLDER_FORMER ? "former holder" : "holder of a post");
  if (!g) return;
  g->days = set;
  g->grade = grade;
}

/* -- all of them --------------------------------------------------------------------------------- */

static const aln_held *held_by_post (const aln_scene *s, const aln_person *p, uint32_t post) {
  const aln_post *o = &s->people->posts.at[post];
  for (uint32_t i = 0; i < p->held.n; i++) {
    const aln_held *h = &p->held.at[i];
    if (h->post == post || s->people->posts.at[h->post].row == o->row) return h;
  }
  return NULL;
}

typedef struct seen { /* a post that has been looked at */
  uint32_t person, holder;
  const aln_held *held;
} seen;

typedef struct all_seen {
  seen at[ALN_GROUNDS_MAX];
  uint32_t n;
} all_seen;

/* A post told of somebody once more says nothing new. Nor does "former president" of one who is
   president: somebody else of that name is meant, or the office before. */
static int is_new (all_seen *all, seen one) {
  for (uint32_t i = 0; i < all->n; i++)
    if (all->at[i].person == one.person && all->at[i].held == one.held &&
        (all->at[i].holder == one.holder || (one.holder & ALN_HOLDER_FORMER)))
      return 0;
  if (all->n == ALN_GROUNDS_MAX) return 0;
  all->at[all->n++] = one;
  return 1;
}

static void look_at (aln_status *st, const aln_scene *s, uint32_t post, all_seen *all) {
  const aln_post *o = &s->people->posts.at[post];
  uint32_t person = s->people->holder[post];
  const aln_held *h = person ? held_by_post (s, &s->people->persons.at[person - 1], post) : NULL;
  if (!h || !counts (s, o) || !is_new (all, (seen){person, o->holder, h})) return;
  add_ground (st, s, &s->people->persons.at[person - 1], h, o);
}

void aln_grounds_offices (aln_status *st, const aln_scene *s) {
  all_seen all = {.n = 0};
  if (!s->tenures || !s->people->holder) return;
  for (uint32_t former = 0; former <= ALN_HOLDER_FORMER; former += ALN_HOLDER_FORMER)
    for (uint32_t i = 0; i < s->people->posts.n && all.n < ALN_GROUNDS_MAX && *st == ALN_OK; i++)
      if ((s->people->posts.at[i].holder & ALN_HOLDER_FORMER) == former) look_at (st, s, i, &all);
}
