/* grounds_dates.c: in: the expressions of time of the paragraphs. Out: the days on which they could
   be written so. What has no year is true in every year: its set has one stretch a year. */
#include "grounds.h"

#define YEAR_FIRST 1950
#define YEAR_LAST 2100
#define NEXT_DAY 120   /* days within which news names a coming day of a month without its year */
#define NEXT_MONTH 300 /* the same for a month */
#define PAST_DAY 290   /* the same for what is past */
#define PAST_MONTH 345
#define DOUBT 45        /* "set the meeting on Nov. 20": told in the past, and still to come */
#define PAST_WEEKS 60   /* days within which news gives the weekday of a past day of a month */
#define LEAD_DAYS 6     /* the same in the lead */
#define NEAR_WORDS 20u  /* tokens before a date whose tense is its own */
#define EVE 1           /* what is printed tomorrow may be told today */
#define CONTACT_DAYS 10 /* days within which the first sentence tells of a contact by its date */
#define TITLE 12u       /* tokens of the text that say what kind of paper it is */
#define NEXT_WEEKS 90   /* the same for a day that is still to come */

typedef struct window { /* the day of publication, counted from the day (or period) that is named */
  int before, after;    /* from its first day minus 'before' to its last day plus 'after' */
} window;

/* What comes every year came before the first year that is looked at, and will after the last. */
static void open_ends (aln_intervals *set) {
  if (set->n == 0) return;
  set->at[0].first = ALN_DAY_MIN;
  set->at[set->n - 1].last = ALN_DAY_MAX;
}

static void every_year (aln_status *st, const aln_scene *s, const aln_timex *x, window w,
                        aln_intervals *set) {
  for (int year = YEAR_FIRST; year <= YEAR_LAST; year++) {
    aln_dayno first = aln_dayno_of (year, x->month, x->day ? x->day : 1), last = first;
    if (first == ALN_NO_DAY || (x->weekday && x->day && aln_weekday (first) != x->weekday))
      continue;
    if (!x->day) last = first + aln_month_days (year, x->month) - 1;
    aln_intervals_add (st, s->room, set, first - w.before, last + w.after);
  }
  open_ends (set);
}

static void add_every_year (aln_status *st, const aln_scene *s, const aln_timex *x, window w,
                            aln_trust trust, const char *rule) {
  aln_intervals set = {NULL, 0, 0};
  aln_ground *g;
  every_year (st, s, x, w, &set);
  if (set.n == 0) return;
  g = aln_ground_add (st, s, trust, x->at, rule);
  if (g) g->days = set;
}

/* "Friday, Dec. 20": the year is one in which they agree. In the lead it is the news of that day. */
static void weekday_with_day (aln_status *st, const aln_scene *s, const aln_timex *x) {
  window w = {x->direction < 0 ? EVE : NEXT_WEEKS, x->direction > 0 ? 0 : PAST_WEEKS};
  if (x->direction < 0 && aln_scene_leads (s, x->at.from, 2)) w.after = LEAD_DAYS;
  if (x->month && x->day && x->weekday && x->how == ALN_HOW_NEAREST)
    add_every_year (st, s, x, w, ALN_TRUST_DAY, "weekday and day");
}

/* "met on Friday, December 20, 2024", in the lead: the news of that day, or of the days behind it. */
static void full_date (aln_status *st, const aln_scene *s, const aln_timex *x) {
  aln_ground *g;
  if (x->how != ALN_HOW_STATED || !x->weekday || !x->day || x->first == ALN_NO_DAY) return;
  if (x->direction > 0 || !aln_scene_leads (s, x->at.from, 2)) return;
  if (aln_weekday (x->first) != x->weekday) return;
  g = aln_ground_add (st, s, ALN_TRUST_DAY, x->at, ALN_RULE_STATED);
  if (g) aln_intervals_add (st, s->room, &g->days, x->first - EVE, x->first + LEAD_DAYS);
}

/* The word before a date: what the lexicon says of it ("in", "since", "by"). */
static aln_slice lead_in (const aln_scene *s, const aln_timex *x) {
  uint32_t i = aln_scene_token (s, x->at.from);
  aln_row row;
  aln_slice none = {"", 0};
  if (i == 0 || !s->words || !s->a->tokens.at[i - 1].word) return none;
  if (!aln_lexicon_longest (s->a->lexicon, s->a->tokens.at + i - 1, 1, s->words, &row)) return none;
  return aln_lexicon_get (s->a->lexicon, row, ALN_LIT ("date"));
}

/* A word with this field among the tokens [from, to) of the text? */
static int has_word (const aln_scene *s, uint32_t from, uint32_t to, const char *key) {
  for (uint32_t i = from; s->words && i < to && i < s->a->tokens.n; i++) {
    aln_row row;
    if (s->a->tokens.at[i].word &&
        aln_lexicon_longest_with (s->a->lexicon, s->a->tokens.at + i, to - i, s->words,
                                  aln_slice_of (key), &row))
      return 1;
  }
  return 0;
}

/* "Readout of …", "Joint Statement …": official papers of the day, which begin with what was done. */
static int is_record (const aln_scene *s) { return has_word (s, 0, TITLE, "record"); }

static int is_range (const aln_scene *s, const aln_timex *x) {
  uint32_t i = aln_scene_token (s, x->at.to);
  return i < s->a->tokens.n && s->a->tokens.at[i].kind == ALN_TOKEN_MARK &&
         s->a->text.p[s->a->tokens.at[i].from] != '.' &&
         (s->a->tokens.at[i].flags & ALN_TOKEN_GLUED) &&
         s->a->text.p[s->a->tokens.at[i].from] == '-';
}

/* Byte 'from', or where the last words before 'to' begin. */
static uint32_t near (const aln_scene *s, uint32_t from, uint32_t to) {
  uint32_t i = aln_scene_token (s, to);
  uint32_t at = i > NEAR_WORDS ? s->a->tokens.at[i - NEAR_WORDS].from : 0;
  return at > from ? at : from;
}

/* What has happened cannot be dated after the article, what has not cannot be dated before it: -1, 1;
   0 where the words leave it open. */
static int side_of (const aln_scene *s, const aln_timex *x) {
  uint32_t i = aln_scene_sentence (s, x->at.from);
  aln_slice word = lead_in (s, x);
  uint32_t from;
  if (i >= s->a->sentences.n || is_range (s, x)) return 0;
  if (aln_same (word, ALN_LIT ("past"))) return -1;
  if (word.n == 0) return 0;
  from = s->a->sentences.at[i].from;
  if (aln_same (word, ALN_LIT ("future")) && x->direction >= 0)
    return aln_scene_future (s, near (s, from, x->at.from), x->at.from, 0);
  if (aln_same (word, ALN_LIT ("coming")) && (x->how == ALN_HOW_STATED || x->direction <= 0))
    return 0;
  if (x->direction > 0) return aln_scene_future (s, near (s, from, x->at.from), x->at.from, 0);
  if (x->direction == 0) return 0;
  return aln_scene_future (s, from, x->at.from, 1) ? 0 : -1;
}

/* "will open on Nov. 25", "was held in July": the nearest such day on that side. */
static void day_without_year (aln_status *st, const aln_scene *s, const aln_timex *x) {
  int side;
  window w;
  if (x->how != ALN_HOW_NEAREST || !x->month || x->weekday || x->by) return;
  if ((x->unit != ALN_UNIT_DAY && x->unit != ALN_MONTH) || !(side = side_of (s, x))) return;
  w = side < 0 ? (window){DOUBT, x->day ? PAST_DAY : PAST_MONTH}
               : (window){x->day ? NEXT_DAY : NEXT_MONTH, 0};
  add_every_year (st, s, x, w, ALN_TRUST_SEASON, "day without a year");
}

/* Does the first sentence say before token i, in its main clause, that people met? An official paper may
   also begin with the day. */
static int tells_contact (const aln_scene *s, uint32_t i) {
  uint32_t from = aln_scene_token (s, s->lead_from);
  if (i == from + 1 && is_record (s)) return 1;
  return has_word (s, from, i, "contact") && !has_word (s, from, i, "clause") &&
         !has_word (s, from, i, "relation");
}

/* "The minister met his counterpart on March 2": the first sentence tells it within days. */
static void day_of_contact (aln_status *st, const aln_scene *s, const aln_timex *x) {
  aln_ground *g;
  if (!x->day || x->weekday || x->direction > 0 || x->by || x->unit != ALN_UNIT_DAY) return;
  if (!aln_scene_leads (s, x->at.from, 1) || !aln_same (lead_in (s, x), ALN_LIT ("open"))) return;
  if (!tells_contact (s, aln_scene_token (s, x->at.from))) return;
  if (x->how == ALN_HOW_NEAREST && x->month)
    add_every_year (st, s, x, (window){EVE, CONTACT_DAYS}, ALN_TRUST_SEASON, "day of the contact");
  if (x->how != ALN_HOW_STATED || x->first == ALN_NO_DAY) return;
  g = aln_ground_add (st, s, ALN_TRUST_DAY, x->at, "day of the contact");
  if (g) aln_intervals_add (st, s->room, &g->days, x->first - EVE, x->first + CONTACT_DAYS);
}

/* "in 2023" of what has happened: not before. "by 2030" of what will: not after. */
static void stated_year (aln_status *st, const aln_scene *s, const aln_timex *x) {
  aln_ground *g;
  int side;
  if (x->how != ALN_HOW_STATED || x->first == ALN_NO_DAY || x->unit > ALN_YEAR) return;
  if (x->type == ALN_DURATION || x->type == ALN_SET || !(side = side_of (s, x))) return;
  g = aln_ground_add (st, s, ALN_TRUST_YEAR, x->at, side < 0 ? "past date" : "coming date");
  if (!g) return;
  if (side < 0) aln_intervals_add (st, s->room, &g->days, x->first, ALN_DAY_MAX);
  else aln_intervals_add (st, s->room, &g->days, ALN_DAY_MIN, x->last);
}

/* "Last month, … on December 20": the month after it, where both stand in one sentence or the day
   in the next. */
static void month_word (aln_status *st, const aln_scene *s, uint32_t i) {
  const aln_timex *x = &s->dates->at[i], *y = NULL;
  uint32_t sentence = aln_scene_sentence (s, x->at.from);
  aln_intervals set = {NULL, 0, 0};
  aln_ground *g;
  if (x->how != ALN_HOW_SHIFTED || x->unit != ALN_MONTH || x->by_unit != ALN_MONTH) return;
  if (x->from != ALN_FROM_ARTICLE || x->by < -1 || x->by > 1) return;
  for (uint32_t k = i + 1; k < s->dates->n && k < i + 3 && !y; k++) {
    const aln_timex *z = &s->dates->at[k];
    if (z->block != x->block || aln_scene_sentence (s, z->at.from) > sentence + 1) break;
    if (z->how == ALN_HOW_NEAREST && z->month && z->day && z->direction * x->by >= 0 &&
        aln_same (lead_in (s, z), ALN_LIT ("open")))
      y = z;
  }
  if (!y) return;
  for (int year = YEAR_FIRST; year <= YEAR_LAST; year++) {
    aln_dayno first = aln_add_months (aln_dayno_of (year, y->month, 1), -x->by);
    aln_date d = aln_date_of (first);
    if (d.year)
      aln_intervals_add (st, s->room, &set, first, first + aln_month_days (d.year, d.month) - 1);
  }
  open_ends (&set);
  g = aln_ground_add (st, s, ALN_TRUST_EVENT, (aln_span){x->at.from, y->at.to}, "month and day");
  if (g) g->days = set;
}

static void dates_of (aln_status *st, const aln_scene *s, uint32_t i) {
  const aln_timex *x = &s->dates->at[i];
  weekday_with_day (st, s, x);
  full_date (st, s, x);
  day_of_contact (st, s, x);
  stated_year (st, s, x);
  day_without_year (st, s, x);
  month_word (st, s, i);
}

/* -- the dateline -------------------------------------------------------------------------------- */

static int two_digits (const char *p) { return (p[0] - '0') * 10 + p[1] - '0'; }

/* "City, Jan 2": that day or the next, in years in which the weekday of the lead (0: any) is that of
   the day or the one before. */
static void dateline_in (aln_status *st, const aln_scene *s, int weekday, aln_trust trust,
                         const char *rule) {
  aln_slice d = s->a->dateline.date;
  aln_ground *g = aln_ground_add (st, s, trust, (aln_span){0, 0}, rule);
  for (int year = YEAR_FIRST; g && year <= YEAR_LAST; year++) {
    aln_dayno day = aln_dayno_of (year, two_digits (d.p + 5), two_digits (d.p + 8));
    if (day == ALN_NO_DAY) continue;
    if (!weekday || aln_weekday (day) == weekday || aln_weekday (day - 1) == weekday)
      aln_intervals_add (st, s->room, &g->days, day, day + 1);
  }
  if (g) open_ends (&g->days);
}

static void dateline (aln_status *st, const aln_scene *s) {
  aln_slice d = s->a->dateline.date;
  const aln_timex *lead = aln_lead_weekday (s);
  if (d.n != 10 || d.p[0] != 'X' || d.p[5] == 'X' || d.p[8] == 'X') return;
  dateline_in (st, s, 0, ALN_TRUST_DAY, "dateline");
  if (lead)
    dateline_in (st, s, lead->weekday, ALN_TRUST_SEASON, "dateline and weekday of the lead");
}

void aln_grounds_dates (aln_status *st, const aln_scene *s) {
  uint32_t before = s->out->n;
  dateline (st, s);
  for (uint32_t i = 0; i < s->dates->n && s->out->n - before < ALN_GROUNDS_MAX; i++)
    if (*st == ALN_OK && aln_scene_story (s, s->dates->at[i].block)) dates_of (st, s, i);
}

const aln_timex *aln_lead_weekday (const aln_scene *s) {
  for (uint32_t i = 0; i < s->dates->n; i++) {
    const aln_timex *x = &s->dates->at[i];
    if (!aln_scene_story (s, x->block)) continue;
    if (!aln_scene_leads (s, x->at.from, ALN_LEAD)) break;
    if (x->how == ALN_HOW_WEEKDAY && !x->by_unit && !x->by && x->direction <= 0) return x;
    if (x->weekday && x->day && x->direction <= 0) return x;
  }
  return NULL;
}
