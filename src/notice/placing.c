/* placing.c: in: a happening. Out: a ground: how the article stands to it in time (happening.h).

       seventeen days after  X declared martial law      the day itself, where it stands in the lead
       since  X's inauguration  last week                the week after it
       next month's  NATO summit                         the month before it
       on the sidelines of  the NATO summit              its days, in the lead
       before  X takes office                            not after it
       X won the election                                not before it                              */
#include "glance.h"
#include "happening.h"

#define SIGHT 14u    /* tokens that a relation may stand before what it goes with */
#define CLOSE 4u     /* the same for words that are said right before it ("upcoming") */
#define LATE 3       /* days between what happened and the news of it */
#define EARLY 14     /* days before what will happen, on which it is announced */
#define FORESEEN 400 /* days ahead of it for which an event has its name and number */
#define COMING 300   /* days ahead of what comes again, for which it is the upcoming one */
#define NEWS 7       /* days for which "after the election" alone makes a lead */
#define PAST 345     /* days for which a past month or day is named without its year */
#define YEAR 365

typedef aln_happening event;

typedef struct relation {
  int side;      /* -1: the article stands before the event, 1: after it, 0: not said */
  int low, high; /* by how many days; high < 0: not said */
  uint32_t from; /* its first token */
} relation;

typedef struct finding {
  aln_intervals days;
  const char *rule;
  aln_trust trust;
  aln_span says;
} finding;

static inline aln_slice get (const aln_scene *s, aln_row row, const char *key) {
  return aln_lexicon_get (s->a->lexicon, row, aln_slice_of (key));
}

static int number (aln_slice s) {
  int n = 0;
  if (s.n == 0 || s.n > 4) return -1;
  for (size_t i = 0; i < s.n; i++) n = n * 10 + (s.p[i] - '0');
  return n;
}

/* -- the words around it ------------------------------------------------------------------------------ */

static int unit_days (char unit) {
  return unit == 'D' ? 1 : unit == 'W' ? 7 : unit == 'M' ? 30 : unit == 'Y' ? YEAR : 0;
}

/* The days of "P17D" or "P1Y6M", and how exact that is in *slack; 0: cannot be said. */
static int amount (const char *p, int *slack) {
  int sum = 0, units = 0;
  *slack = 0;
  for (; aln_is_digit ((unsigned char)*p); units++) {
    int n = 0, size;
    for (; aln_is_digit ((unsigned char)*p) && n < 1000; p++) n = n * 10 + (*p - '0');
    if (!(size = *p ? unit_days (*p++) : 0)) return 0;
    sum += n * size;
    *slack = size - size / 10 - (size == 1);
  }
  if (units > 1) *slack = sum / 6; /* "a year and a half" */
  return *p ? 0 : sum;
}

/* "P17D" of the date that ends where the relation begins. */
static void read_amount (const aln_scene *s, relation *r) {
  uint32_t at = s->a->tokens.at[r->from].from, i = aln_scene_date (s, at);
  const aln_timex *x = i ? &s->dates->at[i - 1] : NULL;
  int days, slack;
  if (!x || r->from == 0 || x->type != ALN_DURATION ||
      x->at.to != s->a->tokens.at[r->from - 1].to || x->fixed[0] != 'P')
    return;
  if (!(days = amount (x->fixed + 1, &slack))) return;
  r->low = days - (slack > 0 && days > 4 * slack ? days / 4 : slack / 2); /* "six weeks" */
  r->high = days + slack;
  r->from = aln_scene_token (s, x->at.from);
}

static uint32_t relation_at (const aln_scene *s, const event *e, uint32_t i, aln_row *row) {
  const aln_token *t = s->a->tokens.at + i;
  uint32_t len = !s->words || !t->word
                     ? 0
                     : aln_lexicon_longest_with (s->a->lexicon, t, e->begins - i, s->words,
                                                 ALN_LIT ("relation"), row);
  if (len && get (s, *row, "near").n && e->begins - (i + len) > CLOSE) return 0;
  return len;
}

/* The nearest relation before the event, in its sentence; a comma or another event between them is
   no matter. */
static relation relation_before (const aln_scene *s, const event *e) {
  relation r = {0, 0, -1, e->begins};
  for (uint32_t i = e->begins; i > 0 && e->begins - i < SIGHT; i--) {
    aln_row row;
    aln_slice side;
    uint32_t len;
    if (s->a->tokens.at[i - 1].from < e->sentence.from) break;
    if (!(len = relation_at (s, e, i - 1, &row))) continue;
    side = get (s, row, "relation");
    if (r.side && i - 1 + len < r.from + 1) break; /* "a day after" is longer than its "after" */
    r.side = aln_same (side, ALN_LIT ("after")) ? 1 : -1;
    r.from = i - 1;
    r.low = number (get (s, row, "low"));
    r.high = number (get (s, row, "high"));
    if (r.high < 0) read_amount (s, &r);
    if (r.high >= 0) break;
  }
  return r;
}

/* The date right behind the event ("last week", "on Monday"), NULL: none. */
static const aln_timex *date_behind (const aln_scene *s, const event *e) {
  uint32_t at = s->a->tokens.at[e->to - 1].to, i = aln_scene_date (s, at), token;
  const aln_timex *x = i < s->dates->n ? &s->dates->at[i] : NULL;
  if (!x || x->at.from >= e->sentence.to) return NULL;
  token = aln_scene_token (s, x->at.from);
  if (e->again && x->how == ALN_HOW_WEEKDAY && token > e->to + 1) return NULL;
  return token - e->to <= 2 ? x : NULL;
}

/* "next month's | NATO summit" */
static const aln_timex *date_before (const aln_scene *s, const event *e) {
  uint32_t i = aln_scene_date (s, s->a->tokens.at[e->begins].from), token;
  const aln_timex *x = i > 0 ? &s->dates->at[i - 1] : NULL;
  if (!x || !e->listed || x->at.from < e->sentence.from) return NULL;
  token = aln_scene_token (s, x->at.to - 1) + 1;
  return token < e->begins && e->begins - token <= CLOSE && aln_is_possessive (s->a, token) ? x
                                                                                            : NULL;
}

/* "the summit | to be held in Hanoi", "| was held": as in a relation. */
static int side_behind (const aln_scene *s, const event *e) {
  uint32_t end = aln_scene_token (s, e->sentence.to);
  if (end > e->to + CLOSE + 3) end = e->to + CLOSE + 3;
  for (uint32_t i = e->noun; s->words && i < end && i < e->to + CLOSE; i++) {
    aln_row row;
    if (!s->a->tokens.at[i].word ||
        !aln_lexicon_longest_with (s->a->lexicon, s->a->tokens.at + i, end - i, s->words,
                                   ALN_LIT ("stands"), &row))
      continue;
    return aln_same (get (s, row, "stands"), ALN_LIT ("after")) ? 1 : -1;
  }
  return 0;
}

static int is_future (const aln_scene *s, const event *e) {
  return aln_scene_future (s, e->sentence.from, e->sentence.to, 0);
}

/* "at the 56th SCM" (1), "on the sidelines of the NATO summit" (2), 0: neither. */
static int is_at_it (const aln_scene *s, const event *e) {
  for (uint32_t i = e->begins; i > 0 && e->begins - i < CLOSE + 3; i--) {
    aln_row row;
    aln_slice aside;
    uint32_t len = 0;
    if (s->a->tokens.at[i - 1].from < e->sentence.from) break;
    if (s->words && s->a->tokens.at[i - 1].word)
      len = aln_lexicon_longest_with (s->a->lexicon, &s->a->tokens.at[i - 1], e->begins - i + 1,
                                      s->words, ALN_LIT ("aside"), &row);
    if (!len || e->begins - (i - 1 + len) > CLOSE - 1) continue;
    aside = get (s, row, "aside");
    if (aln_same (aside, ALN_LIT ("beside"))) return 2;
    if (aln_same (aside, ALN_LIT ("at"))) return 1;
  }
  return 0;
}

/* Does its sentence look back farther than some days ("in June", "last year", "in 2019")? */
static int looks_back (const aln_scene *s, const event *e) {
  const aln_token *t = s->a->tokens.at;
  uint32_t k = aln_scene_date (s, e->sentence.from);
  for (uint32_t i = k;
       i < s->dates->n && i < k + ALN_DATES_MAX && s->dates->at[i].at.from < e->sentence.to; i++) {
    const aln_timex *x = &s->dates->at[i];
    if (x->at.from < t[e->to - 1].to && x->at.to > t[e->from].from) continue; /* its own */
    if (aln_scene_token (s, x->at.from) > e->to + CLOSE) break;
    if (x->how == ALN_HOW_STATED && x->direction <= 0) return 1;
    if (x->how == ALN_HOW_NEAREST && x->month && x->direction <= 0) return 1;
    if (x->how == ALN_HOW_SHIFTED && x->by < 0 && x->by_unit >= ALN_WEEK) return 1;
  }
  return 0;
}

/* -- dated by a word that is counted from the article ------------------------------------------------- */

static void add_weekday (aln_status *st, const aln_scene *s, aln_interval days, const aln_timex *x,
                         aln_interval around, aln_intervals *out) {
  for (aln_dayno d = days.first; d <= days.last && d < days.first + 7; d++)
    if (aln_weekday (d) == x->weekday)
      aln_intervals_add (st, s->room, out, d + around.first, d + around.last);
}

/* "the election on Sunday", "Sunday's election" (which may be to come) */
static void by_its_weekday (aln_status *st, const aln_scene *s, const event *e, const aln_timex *x,
                            int before, aln_intervals *out) {
  aln_interval around = x->direction > 0 ? (aln_interval){-6, 0} : (aln_interval){0, 6};
  if (before) around = (aln_interval){-6, 6};
  if (x->by || x->by_unit || (x->direction > 0 && !e->listed)) return;
  for (uint32_t i = 0; i < e->days.n; i++) add_weekday (st, s, e->days.at[i], x, around, out);
}

static int is_ago (const aln_timex *x) { return strcmp (x->rule, "so long ago") == 0; }

static int is_more (const aln_timex *x) { return x->mod && strcmp (x->mod, "MORE_THAN") == 0; }

/* "last year" is the whole of it, "two years ago" about so long. */
static aln_interval years_from (aln_dayno d, const aln_timex *x) {
  int year = aln_date_of (d).year - x->by, away = -x->by * YEAR;
  if (!is_ago (x)) return (aln_interval){aln_dayno_of (year, 1, 1), aln_dayno_of (year, 12, 31)};
  return (aln_interval){d + away - (is_more (x) ? 10 : 150), d + away + 240};
}

/* "last month" is the whole of it, "six months ago" about so long. */
static aln_interval months_from (aln_dayno d, const aln_timex *x) {
  aln_dayno day = aln_add_months (d, -x->by);
  aln_date in = aln_date_of (day);
  if (!in.year) return (aln_interval){ALN_DAY_MAX, ALN_DAY_MIN};
  if (is_ago (x)) return (aln_interval){day - (is_more (x) ? 3 : 20), day + 30};
  return (aln_interval){day - in.day + 1, day - in.day + aln_month_days (in.year, in.month)};
}

static void by_shift (aln_status *st, const aln_scene *s, aln_dayno d, const aln_timex *x,
                      aln_intervals *out) {
  aln_interval in = {ALN_DAY_MAX, ALN_DAY_MIN};
  aln_dayno monday = d - aln_weekday (d) + 1;
  if (x->by_unit == ALN_UNIT_DAY) in = (aln_interval){d - x->by, d - x->by + 1};
  else if (x->by_unit == ALN_WEEK)
    in = (aln_interval){monday - 7 * x->by - 1, monday - 7 * x->by + 6};
  else if (x->by_unit == ALN_WEEKEND && x->by >= 0) in = (aln_interval){d - 7 * x->by - 6, d};
  else if (x->by_unit == ALN_MONTH) in = months_from (d, x);
  else if (x->by_unit == ALN_YEAR) in = years_from (d, x);
  aln_intervals_add (st, s->room, out, in.first, in.last);
}

/* "took office in May", "the June 29-30 summit": of that month, and within the year. 'side': as in a
   relation, turned round: where the event lies. */
static void by_month (aln_status *st, const aln_scene *s, const event *e, const aln_timex *x,
                      int side, aln_intervals *out) {
  for (uint32_t i = 0; i < e->days.n; i++) {
    aln_interval d = e->days.at[i];
    aln_date first = aln_date_of (d.first), last = aln_date_of (d.last);
    if (first.month != x->month && last.month != x->month) continue;
    aln_intervals_add (st, s->room, out, side < 0 ? d.first : d.first - COMING,
                       side > 0 ? d.last : d.last + PAST);
  }
}

/* The tense of a sentence says little of what comes again: "agreed on it for the June 29-30 summit". */
static int side_of (const aln_scene *s, const event *e, const aln_timex *x, const relation *r) {
  if (e->listed) return r->side > 0 && is_future (s, e) ? 0 : -r->side;
  return x->direction ? x->direction : e->tense;
}

static int by_date (aln_status *st, const aln_scene *s, const event *e, const aln_timex *x,
                    const relation *r, int before, aln_intervals *out) {
  if (x->how == ALN_HOW_WEEKDAY) by_its_weekday (st, s, e, x, before, out);
  if (x->how == ALN_HOW_NEAREST && x->month && !x->by)
    by_month (st, s, e, x, side_of (s, e, x, r), out);
  if (x->how != ALN_HOW_SHIFTED || x->from != ALN_FROM_ARTICLE || x->month || x->by > 30 ||
      x->by < -30)
    return out->n > 0;
  for (uint32_t i = 0; i < e->days.n; i++) by_shift (st, s, e->days.at[i].first, x, out);
  return out->n > 0;
}

/* The weekday of its sentence that can be its own; none there: that of the lead. */
static const aln_timex *weekday_of (const aln_scene *s, const event *e) {
  int coming = is_future (s, e); /* "will meet, officials said on Wednesday" */
  uint32_t first = aln_scene_date (s, e->sentence.from);
  for (uint32_t k = first;
       k < s->dates->n && k < first + ALN_DATES_MAX && s->dates->at[k].at.from < e->sentence.to;
       k++) {
    const aln_timex *x = &s->dates->at[k];
    if (x->how != ALN_HOW_WEEKDAY || x->by || x->by_unit || x->direction == 0) continue;
    if (!coming || x->direction > 0) return x;
  }
  return coming || !is_at_it (s, e) ? NULL : aln_lead_weekday (s);
}

/* "The 56th SCM was held in Washington on Wednesday": the day of the event that is a Wednesday. */
static int by_weekday (aln_status *st, const aln_scene *s, const event *e, aln_intervals *out) {
  const aln_timex *x = weekday_of (s, e);
  aln_interval around = {0, LATE};
  if (!x || (x->how != ALN_HOW_WEEKDAY && !x->weekday)) return 0;
  if (x->direction > 0) around = (aln_interval){-6, 0};
  for (uint32_t i = 0; i < e->days.n; i++) add_weekday (st, s, e->days.at[i], x, around, out);
  return out->n > 0;
}

/* -- placed by other words ---------------------------------------------------------------------------- */

static void shift (aln_status *st, const aln_scene *s, const event *e, int low, int high,
                   aln_intervals *out) {
  for (uint32_t i = 0; i < e->days.n; i++) {
    aln_interval d = e->days.at[i];
    if (d.last - d.first > 60) continue;
    aln_intervals_add (st, s->room, out, d.first + low, d.last + high);
  }
}

/* An event that the article only says it comes before or after. */
static void bounded (aln_status *st, const aln_scene *s, const event *e, const relation *r,
                     int tense, finding *f) {
  aln_dayno first = e->days.at[0].first, last = e->days.at[e->days.n - 1].last;
  if ((r->side < 0 || tense > 0 || is_future (s, e)) && tense >= 0) {
    f->rule = "before an event";
    aln_intervals_add (st, s->room, &f->days, e->listed ? first - FORESEEN : ALN_DAY_MIN, last);
  } else if (tense < 0 && r->side >= 0) {
    f->rule = "after an event";
    aln_intervals_add (st, s->room, &f->days, first, ALN_DAY_MAX);
  } else if (e->listed && tense == 0) {
    f->rule = "event that was foreseen";
    aln_intervals_add (st, s->room, &f->days, first - FORESEEN, ALN_DAY_MAX);
  }
}

/* The same of what comes again and again: "the upcoming one" is not the next but one. */
static void bounded_again (aln_status *st, const aln_scene *s, const event *e, const relation *r,
                           finding *f) {
  aln_interval d = e->days.at[0];
  int ahead = e->foreseen ? e->foreseen : FORESEEN;
  int coming = e->foreseen ? e->foreseen : COMING;
  if (r->side < 0 && !looks_back (s, e)) {
    f->rule = "before an event";
    aln_intervals_add (st, s->room, &f->days, d.first - coming, d.last);
  } else if (r->side > 0 && !is_future (s, e)) {
    f->rule = "after an event";
    aln_intervals_add (st, s->room, &f->days, d.first, ALN_DAY_MAX);
  } else {
    f->rule = "event that was foreseen";
    aln_intervals_add (st, s->room, &f->days, d.first - ahead, ALN_DAY_MAX);
  }
}

/* News of the event itself, in the lead: there, beside it, on its weekday. */
static int by_news (aln_status *st, const aln_scene *s, const event *e, const relation *r,
                    finding *f) {
  int at = e->again ? is_at_it (s, e) : 1;
  if (!e->listed || !e->named || !at || (e->beside && at < 2)) return 0;
  if (e->again && (r->side < 0 || is_future (s, e) || looks_back (s, e))) return 0;
  if (by_weekday (st, s, e, &f->days)) f->rule = "event and its weekday";
  else if (at == 2 && r->side == 0) {
    f->rule = "beside an event";
    shift (st, s, e, -1, LATE, &f->days);
  }
  return f->days.n > 0;
}

static int by_distance (aln_status *st, const aln_scene *s, const event *e, const relation *r,
                        finding *f) {
  int coming = is_future (s, e);
  int low = r->side > 0 ? r->low : -r->high, high = r->side > 0 ? r->high : -r->low;
  if (r->high < 0) return 0;
  f->rule = "days from an event";
  shift (st, s, e, coming ? low - EARLY : low, coming ? high : high + LATE, &f->days);
  return 1;
}

static void place (aln_status *st, const aln_scene *s, const event *e, finding *f) {
  relation r = relation_before (s, e);
  if (e->again && r.side == 0) r.side = side_behind (s, e);
  const aln_timex *x = date_behind (s, e), *before = x ? NULL : date_before (s, e);
  const aln_token *t = s->a->tokens.at;
  int lead = aln_scene_leads (s, t[e->from].from, 2);
  int near_lead = lead || aln_scene_leads (s, t[e->from].from, ALN_LEAD);
  f->trust = ALN_TRUST_EVENT;
  f->says = (aln_span){t[r.from].from, t[e->to - 1].to};
  if (e->beside) {
    if (near_lead) by_news (st, s, e, &r, f);
    return;
  }
  if (before) f->says.from = before->at.from < f->says.from ? before->at.from : f->says.from;
  if (!x && !before && e->told) x = e->told;
  if (x && x->how == ALN_HOW_NEAREST && lead && by_distance (st, s, e, &r, f)) return;
  if ((x || before) && by_date (st, s, e, x ? x : before, &r, before != NULL, &f->days)) {
    f->rule = "event and when it was";
    if (x && x->at.to > f->says.to) f->says.to = x->at.to;
  } else if (lead && by_distance (st, s, e, &r, f)) {
    return;
  } else if (r.side > 0 && r.high < 0 && lead && e->news && !x && !is_future (s, e)) {
    f->rule = "news of an event";
    f->trust = ALN_TRUST_NEWS;
    shift (st, s, e, 0, NEWS, &f->days);
  } else if ((e->again ? near_lead : lead) && by_news (st, s, e, &r, f)) {
    return;
  } else if (e->any) {
    if (e->which && r.side < 0 && !e->foreseen && !looks_back (s, e)) {
      f->rule = "before an event";
      shift (st, s, e, -COMING, 0, &f->days);
    }
  } else if (e->again) bounded_again (st, s, e, &r, f);
  else bounded (st, s, e, &r, e->tense || !x ? e->tense : x->direction, f);
}

void aln_happening_place (aln_status *st, const aln_scene *s, const aln_happening *h) {
  finding f = {{NULL, 0, 0}, NULL, ALN_TRUST_EVENT, {0, 0}};
  aln_ground *g;
  place (st, s, h, &f);
  if (!f.rule || f.days.n == 0) return;
  if (h->any) { /* there were others before the first and after the last that is listed */
    aln_intervals_add (st, s->room, &f.days, ALN_DAY_MIN, h->known.first - YEAR);
    aln_intervals_add (st, s->room, &f.days, h->known.last + 1, ALN_DAY_MAX);
  }
  g = aln_ground_add (st, s, f.trust, f.says, f.rule);
  if (!g) return;
  g->days = f.days;
  g->grade = h->grade;
}
