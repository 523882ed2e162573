/* grounds_ages.c: in: the age of somebody whose day of birth the lexicon has ("Doran Vale, 57,", "the 57-year-old
   Vale"). Out: the year of days on which he is of that age. */
#include "glance.h"
#include "grounds.h"

#define DOUBT 2    /* days: somebody's birthday is not noticed at once */
#define OLD 20     /* years: what is less, or no number of two digits, is no age of such a person */
#define BETWEEN 4u /* tokens between "year-old" and the name: "the 57-year-old French president" */

static inline aln_slice get (const aln_scene *s, aln_row row, const char *key) {
  return aln_lexicon_get (s->a->lexicon, row, aln_slice_of (key));
}

/* 57 of the token, 0: no age. */
static int age_at (const aln_scene *s, uint32_t i) {
  const aln_token *t = &s->a->tokens.at[i];
  const char *p = s->a->text.p + t->from;
  int n;
  if (i >= s->a->tokens.n || t->kind != ALN_TOKEN_NUMBER || t->to - t->from != 2) return 0;
  if (!aln_is_digit ((unsigned char)p[0]) || !aln_is_digit ((unsigned char)p[1])) return 0;
  n = (p[0] - '0') * 10 + p[1] - '0';
  return n > OLD ? n : 0;
}

/* "Vale | , 57," or "Vale | (57)": the age behind the name; its token in *at. */
static int age_behind (const aln_scene *s, uint32_t i, uint32_t *at) {
  int bracket = aln_is_mark (s->a, i, '(');
  *at = i + 1;
  if (!bracket && !aln_is_mark (s->a, i, ',')) return 0;
  if (bracket ? !aln_is_mark (s->a, i + 2, ')')
              : !aln_is_mark (s->a, i + 2, ',') && !aln_is_mark (s->a, i + 2, '.'))
    return 0;
  return age_at (s, i + 1);
}

static int says_age (const aln_scene *s, uint32_t i, uint32_t end) {
  aln_row row;
  return s->words && s->a->tokens.at[i].word &&
         aln_lexicon_longest_with (s->a->lexicon, s->a->tokens.at + i, end - i, s->words,
                                   ALN_LIT ("sign"), &row) &&
         aln_same (get (s, row, "sign"), ALN_LIT ("age"));
}

/* "the 57-year-old French president | Doran Vale"; its token in *at. */
static int age_before (const aln_scene *s, uint32_t i, uint32_t *at) {
  for (uint32_t k = i; k > 2 && i - k < 2 * BETWEEN; k--) {
    if (s->a->tokens.at[k - 1].kind == ALN_TOKEN_MARK && !aln_is_glued_hyphen (s->a, k - 1))
      return 0;
    if (!says_age (s, k - 1, i)) continue;
    *at = aln_is_glued_hyphen (s->a, k - 2) ? k - 3 : k - 2;
    return age_at (s, *at);
  }
  return 0;
}

/* Ages of somebody in a year that is past tell nothing of today. */
static int is_history (const aln_scene *s, uint32_t i) {
  uint32_t k = aln_scene_sentence (s, s->a->tokens.at[i].from);
  aln_span sentence = s->a->sentences.at[k];
  uint32_t first = aln_scene_date (s, sentence.from);
  for (uint32_t d = first;
       d < s->dates->n && d < first + ALN_DATES_MAX && s->dates->at[d].at.from < sentence.to; d++)
    if (s->dates->at[d].how == ALN_HOW_STATED && s->dates->at[d].direction <= 0) return 1;
  return 0;
}

static void add_ground (aln_status *st, const aln_scene *s, const aln_person *p, uint32_t at,
                        int age, aln_span says) {
  uint32_t e = aln_tenure_entry (s, p, 0);
  aln_dayno born = ALN_NO_DAY;
  aln_interval d;
  aln_ground *g;
  for (uint32_t tried = 0; e && tried < 64 && born == ALN_NO_DAY; tried++) {
    aln_row row = aln_lexicon_entry (s->a->lexicon, e)->row;
    born = aln_dayno_read (get (s, row, "born"));
    e = aln_tenure_entry (s, p, e);
  }
  if (born == ALN_NO_DAY || is_history (s, at)) return;
  d.first = aln_add_months (born, 12 * age);
  d.last = aln_add_months (born, 12 * age + 12);
  if (d.first == ALN_NO_DAY || d.last == ALN_NO_DAY) return;
  g = aln_ground_add (st, s, ALN_TRUST_EVENT, says, "age of a person");
  if (!g) return;
  g->grade = ALN_LIT ("recall");
  aln_intervals_add (st, s->room, &g->days, d.first - DOUBT, d.last - 1 + DOUBT);
}

static void ages_of (aln_status *st, const aln_scene *s, const aln_person *p) {
  const aln_token *t = s->a->tokens.at;
  if (p->last - p->first < 2) return; /* a family name is many a person's */
  for (uint32_t i = 0; i < p->spans.n && i < ALN_GROUNDS_MAX; i++) {
    const aln_naming *n = &p->spans.at[i];
    uint32_t at = 0, sentence = aln_scene_sentence (s, t[n->from].from);
    int age;
    if (n->kind != ALN_SPAN_NAME || sentence >= s->a->sentences.n ||
        !aln_scene_story (s, s->a->sentence_blocks.at[sentence]))
      continue;
    if ((age = age_behind (s, n->to, &at)))
      add_ground (st, s, p, at, age, (aln_span){t[n->from].from, t[at].to});
    else if ((age = age_before (s, n->from, &at)))
      add_ground (st, s, p, at, age, (aln_span){t[at].from, t[n->to - 1].to});
  }
}

void aln_grounds_ages (aln_status *st, const aln_scene *s) {
  uint32_t before = s->out->n;
  if (!s->tenures) return;
  for (uint32_t i = 0; i < s->people->persons.n && s->out->n - before < ALN_GROUNDS_MAX / 4; i++)
    if (*st == ALN_OK) ages_of (st, s, &s->people->persons.at[i]);
}
