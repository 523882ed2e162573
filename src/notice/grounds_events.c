/* grounds_events.c: in: events of the lexicon and what is told of persons ("won the election", "Ahn's
   inauguration"). Out: the days on which an article could speak of them so.

       seventeen days after  X declared martial law      the day itself, where it stands in the lead
       since  X's inauguration  last week                the week after it
       before  X takes office                            not after it
       X won the election                                not before it                              */
#include "glance.h"
#include "grounds.h"

#define SIGHT 14u    /* tokens that a relation or a person may stand before what it goes with */
#define LATE 3       /* days between what happened and the news of it */
#define EARLY 14     /* days before what will happen, on which it is announced */
#define FORESEEN 400 /* days ahead of it for which an event has its name and number */
#define NEWS 7       /* days for which "after the election" alone makes a lead */

typedef struct event {
  uint32_t from, to; /* tokens */
  uint32_t begins;   /* the token where the clause of it may begin: the person it is told of */
  aln_span sentence;
  aln_intervals days; /* of the facts: one of them is meant */
  aln_slice grade;
  int listed; /* a row of events, not told of a person */
  int named;  /* with capitals or a number: no other country's */
  int news;   /* the lead speaks of it for some days only */
  int tense;  /* -1: it has happened, 1: it has not, 0: not said */
} event;

typedef struct relation {
  int side;      /* -1: the article stands before the event, 1: after it, 0: not said */
  int low, high; /* by how many days; high < 0: not said */
  uint32_t from; /* its first token */
} relation;

static inline aln_slice get (const aln_scene *s, aln_row row, const char *key) {
  return aln_lexicon_get (s->a->lexicon, row, aln_slice_of (key));
}

static int number (aln_slice s) {
  int n = 0;
  if (s.n == 0 || s.n > 4) return -1;
  for (size_t i = 0; i < s.n; i++) n = n * 10 + (s.p[i] - '0');
  return n;
}

static uint32_t word_at (const aln_scene *s, uint32_t i, uint32_t end, const char *key,
                         aln_row *row) {
  const aln_token *t = s->a->tokens.at + i;
  if (!s->words || i >= end || !t->word) return 0;
  return aln_lexicon_longest_with (s->a->lexicon, t, end - i, s->words, aln_slice_of (key), row);
}

static uint32_t sentence_end (const aln_scene *s, aln_span sentence) {
  return aln_scene_token (s, sentence.to);
}

static void add_fact (aln_status *st, const aln_scene *s, event *e, aln_row row, aln_interval d) {
  if (d.first > d.last) return;
  aln_intervals_add (st, s->room, &e->days, d.first, d.last);
  if (!e->grade.n || aln_same (get (s, row, "grade"), ALN_LIT ("recall")))
    e->grade = get (s, row, "grade");
}

/* -- events of the lexicon ----------------------------------------------------------------------- */

/* Is the country of the event named in the sentence, by itself or by one of its people? A phrase in
   small letters ("state of emergency") is any country's. */
static int is_at_home (const aln_scene *s, aln_span sentence, aln_slice side, uint32_t at) {
  uint32_t i = aln_scene_token (s, sentence.from), end = sentence_end (s, sentence);
  if (at > i + 40) i = at - 40;
  if (end > at + 40) end = at + 40;
  for (; i < end; i++) {
    const aln_mention *m = aln_mention_at (&s->people->mentions, i);
    const aln_person *p = m ? aln_person_at (s->people, i) : NULL;
    if (!m) continue;
    if (aln_same (p ? p->side : aln_mention_side (s->a, m), side)) return 1;
  }
  return 0;
}

static int is_a_name (const aln_scene *s, const event *e) { /* with capitals or digits */
  for (uint32_t i = e->from; i < e->to; i++) {
    const aln_token *t = &s->a->tokens.at[i];
    if (t->kind == ALN_TOKEN_NUMBER || (t->shape != ALN_SHAPE_LOWER && t->shape != ALN_SHAPE_NONE))
      return 1;
  }
  return 0;
}

/* What happens unforeseen has happened when it is named. */
static int is_sudden (aln_slice kind) {
  return aln_same (kind, ALN_LIT ("attack")) || aln_same (kind, ALN_LIT ("decree")) ||
         aln_same (kind, ALN_LIT ("test"));
}

static uint32_t listed (aln_status *st, const aln_scene *s, uint32_t i, uint32_t end, event *e) {
  const aln_lexicon *x = s->a->lexicon;
  const aln_token *t = s->a->tokens.at;
  aln_row row;
  aln_node node = ALN_ROOT;
  uint32_t len = s->events ? aln_lexicon_longest (x, t + i, end - i, s->events, &row) : 0;
  if (!len) return 0;
  e->from = e->begins = i;
  e->to = i + len;
  e->listed = 1;
  e->named = is_a_name (s, e);
  for (uint32_t k = i; k < e->to; k++) node = aln_lexicon_step (x, node, t[k].word);
  for (uint32_t n = aln_lexicon_entries (x, node); n; n = aln_lexicon_entry (x, n)->next) {
    row = aln_lexicon_entry (x, n)->row;
    if (aln_lexicon_row_kind (x, row) != s->events) continue;
    if (!e->named && !is_at_home (s, e->sentence, get (s, row, "side"), i)) continue;
    add_fact (st, s, e, row, aln_fact_days (x, row));
    e->tense = is_sudden (get (s, row, "kind")) ? -1 : 0;
  }
  return e->days.n ? len : 0;
}

/* -- what is told of persons --------------------------------------------------------------------- */

static int is_word (const aln_scene *s, uint32_t i, const char *word) {
  const aln_token *t = &s->a->tokens.at[i];
  return i < s->a->tokens.n &&
         aln_same (aln_cut (s->a->text, (aln_span){t->from, t->to}), aln_slice_of (word));
}

static int is_possessive (const aln_scene *s, uint32_t i) {
  return is_word (s, i, "'s") || is_word (s, i, "\xE2\x80\x99s");
}

static const aln_person *person_before (const aln_scene *s, event *e) {
  for (uint32_t i = e->from; i > 0 && e->from - i < SIGHT; i--) {
    const aln_person *p;
    if (s->a->tokens.at[i - 1].from < e->sentence.from) break;
    p = aln_person_at (s->people, i - 1);
    if (!p || (e->tense && is_possessive (s, i))) continue; /* "X's partner was sworn in" */
    e->begins = aln_mention_at (&s->people->mentions, i - 1)->from;
    return p;
  }
  return NULL;
}

/* "the inauguration of the new President, Anna Berg" */
static const aln_person *person_behind (const aln_scene *s, event *e) {
  uint32_t end = sentence_end (s, e->sentence);
  for (uint32_t i = e->to; i < end && i - e->to < SIGHT; i++) {
    const aln_person *p = aln_person_at (s->people, i);
    if (!p) continue;
    e->to = aln_mention_at (&s->people->mentions, i)->to;
    return p;
  }
  return NULL;
}

static int is_elect (const aln_person *p) {
  for (uint32_t i = 0; i < p->held.n; i++)
    if (p->held.at[i].holder & ALN_HOLDER_ELECT) return 1;
  return 0;
}

/* The only one of the article who has been chosen for a post and has not taken it. */
static const aln_person *only_elect (const aln_people *people) {
  const aln_person *found = NULL;
  for (uint32_t i = 0; i < people->persons.n; i++) {
    if (!is_elect (&people->persons.at[i])) continue;
    if (found) return NULL;
    found = &people->persons.at[i];
  }
  return found;
}

static int holds (const aln_scene *s, const aln_person *p, aln_row row) {
  for (uint32_t i = 0; i < p->held.n; i++)
    if (aln_same (p->held.at[i].office, get (s, row, "office"))) return 1;
  return p->held.n == 0 && p->last - p->first > 1;
}

/* The first day of the posts p holds ("start"), or of being chosen for one ("election"). */
static void person_days (aln_status *st, const aln_scene *s, const aln_person *p, aln_slice fact,
                         event *e) {
  int start = aln_same (fact, ALN_LIT ("start"));
  uint32_t tried = 0;
  for (uint32_t n = aln_tenure_entry (s, p, 0); n && tried < 64;
       n = aln_tenure_entry (s, p, n), tried++) {
    aln_row row = aln_lexicon_entry (s->a->lexicon, n)->row;
    aln_slice status = get (s, row, "status");
    aln_interval d = aln_fact_days (s->a->lexicon, row);
    int slack = get (s, row, "precision").n ? 31 : 0;
    if (start ? status.n > 0 : !aln_same (status, ALN_LIT ("elect"))) continue;
    if (!holds (s, p, row)) continue;
    d.last = d.first + slack;
    add_fact (st, s, e, row, d);
  }
}

/* "was sworn in as secretary of state |", "took command of US Forces Korea |": the post that is taken stands before
   the day. */
static uint32_t behind_post (const aln_scene *s, const event *e) {
  const aln_posts *posts = &s->people->posts;
  uint32_t from = is_word (s, e->to, "as") ? e->to + 1 : e->from;
  for (uint32_t i = 0; i < posts->n && posts->at[i].core_from <= from + 3; i++)
    if (posts->at[i].from >= from && posts->at[i].to > e->to) return posts->at[i].to;
  return e->to;
}

static uint32_t told (aln_status *st, const aln_scene *s, uint32_t i, uint32_t end,
                      const aln_person *elect, event *e) {
  aln_row row;
  uint32_t len = word_at (s, i, end, "fact", &row);
  const aln_person *p = NULL;
  aln_slice fact, tense;
  if (!len) return 0;
  fact = get (s, row, "fact");
  tense = get (s, row, "tense");
  e->from = e->begins = i;
  e->to = i + len;
  e->news = get (s, row, "news").n > 0;
  e->tense = aln_same (tense, ALN_LIT ("past")) ? -1 : aln_same (tense, ALN_LIT ("future"));
  if (is_word (s, e->to, "of") && !e->tense) p = person_behind (s, e);
  else p = person_before (s, e);
  e->to = behind_post (s, e);
  if (aln_same (fact, ALN_LIT ("election")) && (!p || !is_elect (p))) {
    p = elect;
    e->begins = e->from;
  }
  if (p) person_days (st, s, p, fact, e);
  return e->days.n ? len : 0;
}

/* -- how it stands to the article ---------------------------------------------------------------- */

static int unit_days (char unit) {
  return unit == 'D' ? 1 : unit == 'W' ? 7 : unit == 'M' ? 30 : 0;
}

/* "P17D" of the date that ends where the relation begins. */
static void read_amount (const aln_scene *s, relation *r) {
  uint32_t at = s->a->tokens.at[r->from].from, i = aln_scene_date (s, at);
  const aln_timex *x = i ? &s->dates->at[i - 1] : NULL;
  int n = 0, days;
  const char *p;
  if (!x || r->from == 0 || x->type != ALN_DURATION ||
      x->at.to != s->a->tokens.at[r->from - 1].to || x->fixed[0] != 'P')
    return;
  for (p = x->fixed + 1; aln_is_digit ((unsigned char)*p) && n < 1000; p++) n = n * 10 + (*p - '0');
  days = unit_days (*p);
  if (p == x->fixed + 1 || !days) return;
  r->low = n * days - days / 3;
  r->high = n * days + days / 2;
  r->from = aln_scene_token (s, x->at.from);
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
    len = word_at (s, i - 1, e->begins, "relation", &row);
    if (!len) continue;
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
  return token - e->to <= 2 ? x : NULL;
}

static void shift (aln_status *st, const aln_scene *s, const event *e, int low, int high,
                   aln_intervals *out) {
  for (uint32_t i = 0; i < e->days.n; i++) {
    aln_interval d = e->days.at[i];
    if (d.last - d.first > 60) continue;
    aln_intervals_add (st, s->room, out, d.first + low, d.last + high);
  }
}

/* The event is dated by a word that is counted from the article: "last week", "on Monday". */
static int by_date (aln_status *st, const aln_scene *s, const event *e, const aln_timex *x,
                    aln_intervals *out) {
  if (x->how == ALN_HOW_WEEKDAY && !x->by && !x->by_unit && x->direction <= 0) {
    for (uint32_t i = 0; i < e->days.n; i++)
      for (aln_dayno d = e->days.at[i].first;
           d <= e->days.at[i].last && d < e->days.at[i].first + 7; d++)
        if (aln_weekday (d) == x->weekday) aln_intervals_add (st, s->room, out, d, d + 6);
    return out->n > 0;
  }
  if (x->how != ALN_HOW_SHIFTED || x->from != ALN_FROM_ARTICLE || x->month || x->by > 30 ||
      x->by < -30)
    return 0;
  for (uint32_t i = 0; i < e->days.n; i++) {
    aln_dayno d = e->days.at[i].first, monday = d - aln_weekday (d) + 1,
              first = aln_add_months (d, -x->by);
    aln_date in = aln_date_of (first);
    if (x->by_unit == ALN_UNIT_DAY) aln_intervals_add (st, s->room, out, d - x->by, d - x->by + 1);
    else if (x->by_unit == ALN_WEEK)
      aln_intervals_add (st, s->room, out, monday - 7 * x->by - 1, monday - 7 * x->by + 6);
    else if (x->by_unit == ALN_MONTH && in.year)
      aln_intervals_add (st, s->room, out, first - in.day + 1,
                         first - in.day + aln_month_days (in.year, in.month));
  }
  return out->n > 0;
}

static int is_future (const aln_scene *s, const event *e) {
  return aln_scene_future (s, e->sentence.from, e->sentence.to, 0);
}

typedef struct finding {
  aln_intervals days;
  const char *rule;
  aln_trust trust;
  aln_span says;
} finding;

/* "The 56th SCM was held in Washington on Wednesday": the day of the event that is a Wednesday. */
static int by_weekday (aln_status *st, const aln_scene *s, const event *e, aln_intervals *out) {
  uint32_t first = aln_scene_date (s, e->sentence.from);
  for (uint32_t k = first;
       k < s->dates->n && k < first + ALN_DATES_MAX && s->dates->at[k].at.from < e->sentence.to;
       k++) {
    const aln_timex *x = &s->dates->at[k];
    if (x->how != ALN_HOW_WEEKDAY || x->by || x->by_unit || x->direction == 0) continue;
    for (uint32_t i = 0; i < e->days.n; i++)
      for (aln_dayno d = e->days.at[i].first;
           d <= e->days.at[i].last && d < e->days.at[i].first + 7; d++)
        if (aln_weekday (d) == x->weekday)
          aln_intervals_add (st, s->room, out, x->direction < 0 ? d : d - 6,
                             x->direction < 0 ? d + 3 : d);
    break;
  }
  return out->n > 0;
}

/* An event that the article only says it comes before or after. */
static void bounded (aln_status *st, const aln_scene *s, const event *e, const relation *r,
                     int tense, finding *f) {
  aln_dayno first = e->days.at[0].first, last = e->days.at[e->days.n - 1].last;
  f->trust = ALN_TRUST_EVENT;
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

static void place (aln_status *st, const aln_scene *s, const event *e, finding *f) {
  relation r = relation_before (s, e);
  const aln_timex *x = date_behind (s, e);
  const aln_token *t = s->a->tokens.at;
  int lead = aln_scene_leads (s, t[e->from].from, 2);
  f->trust = ALN_TRUST_EVENT;
  f->says = (aln_span){t[r.from].from, t[e->to - 1].to};
  if (x && by_date (st, s, e, x, &f->days)) {
    f->rule = "event and when it was";
    f->says.to = x->at.to;
  } else if (r.high >= 0 && lead) {
    int coming = is_future (s, e);
    int low = r.side > 0 ? r.low : -r.high, high = r.side > 0 ? r.high : -r.low;
    f->rule = "days from an event";
    shift (st, s, e, coming ? low - EARLY : low, coming ? high : high + LATE, &f->days);
  } else if (r.side > 0 && r.high < 0 && lead && e->news && !x && !is_future (s, e)) {
    f->rule = "news of an event";
    f->trust = ALN_TRUST_NEWS;
    shift (st, s, e, 0, NEWS, &f->days);
  } else if (e->listed && e->named && lead && by_weekday (st, s, e, &f->days)) {
    f->rule = "event and its weekday";
  } else bounded (st, s, e, &r, e->tense || !x ? e->tense : x->direction, f);
}

static void add_ground (aln_status *st, const aln_scene *s, const event *e) {
  finding f = {{NULL, 0, 0}, NULL, ALN_TRUST_EVENT, {0, 0}};
  aln_ground *g;
  place (st, s, e, &f);
  if (!f.rule || f.days.n == 0) return;
  g = aln_ground_add (st, s, f.trust, f.says, f.rule);
  if (!g) return;
  g->days = f.days;
  g->grade = e->grade;
}

static uint32_t event_at (aln_status *st, const aln_scene *s, uint32_t i, uint32_t end,
                          aln_span sentence, const aln_person *elect) {
  event e = {.sentence = sentence};
  uint32_t len = told (st, s, i, end, elect, &e);
  if (!len) {
    e = (event){.sentence = sentence};
    len = listed (st, s, i, end, &e);
  }
  if (len) add_ground (st, s, &e);
  return len;
}

void aln_grounds_events (aln_status *st, const aln_scene *s) {
  const aln_person *elect = only_elect (s->people);
  const uint64_t kinds = aln_lexicon_set (s->words) | aln_lexicon_set (s->events);
  uint32_t before = s->out->n;
  for (uint32_t k = 0; k < s->a->sentences.n && *st == ALN_OK; k++) {
    aln_span sentence = s->a->sentences.at[k];
    uint32_t i = s->begins[k], end = s->ends[k];
    if (!aln_scene_story (s, s->a->sentence_blocks.at[k])) continue;
    while ((i = aln_next_of (s->a, i, end, kinds)) < end && s->out->n - before < ALN_GROUNDS_MAX) {
      uint32_t len = s->a->tokens.at[i].word ? event_at (st, s, i, end, sentence, elect) : 0;
      i += len ? len : 1;
    }
  }
}
