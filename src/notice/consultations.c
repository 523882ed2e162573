/* consultations.c: in: tellings. Out: contacts, each once (consultations.h). */
#include "consulting.h"

#include "dates.h"
#include "glance.h"

#define LONG_AGO 400     /* days: nothing that is planned is so long past */
#define BACK_MOST 24u    /* contacts a telling is compared with, the last first */
#define ASSUMED_MOST 3   /* days by which a day that is assumed may be wrong */
#define EXERCISE_MOST 31 /* days of an exercise */
#define MONTH 31
#define NEAR_MOST 3u /* contacts before one whose day it may have */
#define DAYS_MOST 3  /* days of talks, on one of which another was met */
#define LEAD 2u      /* paragraphs whose news is that of the article's day */

const char *aln_contact_kind_name (int kind) {
  static const char *const names[] = {"call",  "meeting",  "talks",    "summit",
                                      "visit", "ceremony", "exercise", "agreement"};
  return names[kind];
}

const char *aln_contact_status_name (int status) {
  static const char *const names[] = {"held", "planned", "proposed", "called-off", "denied"};
  return names[status];
}

/* -- what a telling says -------------------------------------------------------------------------- */

static aln_slice name_of (const aln_consulting *f, const aln_mention *m) {
  aln_slice name = get (f, m->row, "name");
  const aln_token *t = f->a->tokens.at;
  if (name.n && m->kind != ALN_MENTION_BODY) return name;
  return aln_cut (f->a->text, (aln_span){t[m->from].from, t[m->to - 1].to});
}

static void set_day (aln_consultation *e, aln_dayno day) {
  aln_date d = aln_date_of (day);
  e->first_day = e->last_day = day;
  memset (e->date, 0, sizeof e->date);
  e->date[0] = (char)('0' + d.year / 1000 % 10);
  e->date[1] = (char)('0' + d.year / 100 % 10);
  e->date[2] = (char)('0' + d.year / 10 % 10);
  e->date[3] = (char)('0' + d.year % 10);
  e->date[4] = e->date[7] = '-';
  e->date[5] = (char)('0' + d.month / 10);
  e->date[6] = (char)('0' + d.month % 10);
  e->date[8] = (char)('0' + d.day / 10);
  e->date[9] = (char)('0' + d.day % 10);
}

static void set_date (aln_consultation *e, const aln_timex *x, int32_t shift) {
  size_t n = 0;
  if (shift) {
    set_day (e, x->first + shift);
    return;
  }
  while (x->value[n] && x->value[n] != 'T' && n + 1 < sizeof e->date) n++;
  memcpy (e->date, x->value, n);
  e->date[n] = 0;
  e->first_day = x->first;
  e->last_day = x->last;
}

#define TO_LAST 24u /* bytes between the two days of a range */

/* The last day of "March 4 to 14", where x is the first; NULL: no range. */
static const aln_timex *end_of_range (const aln_consulting *f, const aln_timex *x) {
  const aln_timex *y = x + 1;
  uint32_t gap;
  if (y >= f->dates->at + f->dates->n || x->unit != ALN_UNIT_DAY || y->unit != ALN_UNIT_DAY)
    return NULL;
  gap = y->at.from > x->at.to ? y->at.from - x->at.to : TO_LAST;
  if (x->first == ALN_NO_DAY || y->last == ALN_NO_DAY || y->last <= x->first || gap >= TO_LAST)
    return NULL;
  return strcmp (y->rule, "end of a range") == 0 ? y : NULL;
}

/* Its days, written as ISO 8601 writes an interval. */
static void set_range (aln_consultation *e, const aln_timex *end) {
  size_t n = strlen (e->date), more = strlen (end->value);
  if (e->first_day == ALN_NO_DAY || end->last == ALN_NO_DAY || end->last <= e->first_day) return;
  if (n != 10 || more != 10 || n + more + 2 > sizeof e->date) return;
  e->date[n] = '/';
  memcpy (e->date + n + 1, end->value, more + 1);
  e->last_day = end->last;
}

static void set_place (const aln_consulting *f, aln_consultation *e, const aln_telling *c) {
  if (c->home) e->place_side = f->actors->home;
  if (c->home && c->kind == ALN_VISIT) aln_sides_add (&e->sides, e->place_side);
  if (!c->place) return;
  e->place = name_of (f, c->place);
  e->place_side = aln_mention_side (f->a, c->place);
  if (!e->place_side.n && aln_is_mark (f->a, c->place->to, ',')) { /* "Lucerne, Switzerland" */
    const aln_mention *in = aln_mention_at (&f->p->mentions, c->place->to + 1);
    if (in && in->kind == ALN_MENTION_COUNTRY) e->place_side = aln_mention_side (f->a, in);
  }
  if (c->kind == ALN_VISIT) aln_sides_add (&e->sides, e->place_side);
}

static void set_initiator (const aln_consulting *f, aln_consultation *e, const aln_telling *c) {
  const aln_party *x;
  if (!c->n || !c->subjects || c->kind == ALN_EXERCISE) return;
  x = &f->actors->list.at[c->who[c->n - 1]];
  for (uint32_t i = 0; i < c->n; i++)
    if (f->actors->list.at[c->who[i]].to <= c->from) x = &f->actors->list.at[c->who[i]];
  if (x->kind != ALN_PARTY_GROUP && x->to <= c->from) e->initiator = x->name.n ? x->name : x->side;
}

/* "Austin's visit": to where the paper is at home, else to the other side of the article's pair. */
static void settle_host (const aln_consulting *f, aln_consultation *e, const aln_telling *c) {
  if (e->kind != ALN_VISIT || c->place || e->sides.n != 1 || !e->person_count) return;
  if (aln_sides_have (&f->actors->pair, e->sides.at[0]))
    aln_sides_add (&e->sides, aln_other_side (f, e));
}

/* The forces of one country hold their ceremony where they are guests. */
static void settle_ceremony (const aln_consulting *f, aln_consultation *e, const aln_telling *c) {
  if (!get (f, c->row, "everyone").n || e->sides.n != 1) return;
  if (e->place_side.n) aln_sides_add (&e->sides, e->place_side);
  else if (aln_sides_have (&f->actors->pair, e->sides.at[0]))
    aln_sides_add (&e->sides, aln_other_side (f, e));
}

static aln_consultation read_telling (const aln_consulting *f, const aln_telling *c, int loose) {
  const aln_token *t = f->a->tokens.at;
  const aln_timex *end;
  aln_consultation e;
  memset (&e, 0, sizeof e);
  e.kind = c->kind;
  e.status = c->status;
  e.first_day = e.last_day = ALN_NO_DAY;
  e.sentence = c->sentence;
  e.block = c->block;
  e.text = (aln_span){t[c->first].from, t[c->last - 1].to};
  e.rule = c->rule;
  e.ordinal = c->ordinal;
  e.name = get (f, c->row, "title");
  e.negotiation = get (f, c->row, "mode").n > 0;
  e.hosted = get (f, c->row, "host").n > 0;
  if (c->date) set_date (&e, c->date, c->shift);
  if (c->date && !c->shift && (end = end_of_range (f, c->date)) != NULL) set_range (&e, end);
  e.until = c->until;
  if (c->until) set_range (&e, c->until);
  if (c->duration) e.duration = c->duration->value;
  if (aln_length (c->topic)) e.topics[e.topic_count++] = aln_cut (f->a->text, c->topic);
  if (!c->loose || loose) aln_add_actors (f, &e, c);
  set_place (f, &e, c);
  set_initiator (f, &e, c);
  aln_sides_add (&e.sides, get (f, c->row, "sides"));
  aln_sides_add (&e.sides, get (f, c->within, "within"));
  settle_host (f, &e, c);
  settle_ceremony (f, &e, c);
  return e;
}

/* A day tells more of the tense than the form of a verb does. */
static void settle_tense (const aln_consulting *f, aln_consultation *e, const aln_telling *c) {
  if (f->day == ALN_NO_DAY || e->first_day == ALN_NO_DAY) return;
  if (is_ahead (e->status) && c->sure && e->last_day < f->day - LONG_AGO) {
    e->date[0] = 0; /* "would talk about those killed in 1950": the day of something else */
    e->first_day = e->last_day = ALN_NO_DAY;
    return;
  }
  if (e->first_day > f->day && e->status == ALN_HELD) e->status = ALN_PLANNED;
  if (e->last_day < f->day && !c->sure && e->status == ALN_PLANNED) e->status = ALN_HELD;
}

static int class_of (aln_contact_kind k) {
  return k == ALN_TALKS || k == ALN_SUMMIT ? (int)ALN_MEETING : (int)k;
}

static int shares_person (const aln_consultation *e, const aln_consultation *last) {
  for (uint32_t i = 0; i < last->person_count; i++)
    if (has_person (e, last->persons[i])) return 1;
  return 0;
}

/* "Sherman met today with X. Sherman also met with Y (and called on Z).": still today. */
static int is_same_day (const aln_consultation *last, const aln_consultation *e,
                        const aln_telling *c) {
  if (!c->also && !(last->also && last->sentence == e->sentence)) return 0;
  return shares_person (e, last);
}

/* The contact told before whose day another may have: not what only "had" been, nor long talks. */
static const aln_consultation *day_before (const aln_consulting *f, const aln_consultation *e) {
  for (uint32_t k = 0; k < f->out->n && k < NEAR_MOST; k++) {
    const aln_consultation *last = &f->out->at[f->out->n - 1 - k];
    if (last->block + 1 + k < e->block) return NULL;
    if (last->past || last->status != ALN_HELD || last->first_day == ALN_NO_DAY) continue;
    if (last->last_day - last->first_day > DAYS_MOST) continue;
    return last;
  }
  return NULL;
}

/* Who met on a day told right before, and met another with no day told: on that day too; else news
   without a day is of the article's, unless it "had" happened. */
static void settle_day (const aln_consulting *f, aln_consultation *e, const aln_telling *c) {
  const aln_consultation *near;
  int told = strncmp (c->rule, "verb", 4) == 0 || strcmp (c->rule, "noun-held") == 0 ||
             strcmp (c->rule, "noun-joined") == 0;
  e->past = c->perfect;
  if (e->date[0] || e->status != ALN_HELD || f->day == ALN_NO_DAY) return;
  if (e->kind != ALN_CALL && e->kind != ALN_VISIT && class_of (e->kind) != ALN_MEETING) return;
  near = day_before (f, e);
  e->also = near && is_same_day (near, e, c);
  if ((e->block >= f->lead && !e->also && !told) || (c->perfect && e->block >= f->lead) ||
      (c->perfect && c->anaphoric))
    return;
  if (!c->told || (c->anaphoric && !(c->n && (c->sure || c->past))) || c->several ||
      (e->kind == ALN_VISIT && !told))
    return;
  e->assumed = 1;
  if (near && !c->present && shares_person (e, near) && (e->also || e->block >= f->lead)) {
    memcpy (e->date, near->date, sizeof e->date);
    e->first_day = near->first_day;
    e->last_day = near->last_day;
  } else set_day (e, f->day);
}

/* -- the same contact ----------------------------------------------------------------------------- */

static int days_agree (const aln_consultation *a, const aln_consultation *b) {
  if (a->first_day == ALN_NO_DAY || b->first_day == ALN_NO_DAY) return 1;
  if (a->assumed || b->assumed)
    return a->first_day <= b->last_day + ASSUMED_MOST && b->first_day <= a->last_day + ASSUMED_MOST;
  return a->first_day <= b->last_day && b->first_day <= a->last_day;
}

/* "kicked off on Monday … is to run through Sept. 1" */
static int goes_on (const aln_consultation *e, const aln_consultation *n) {
  if (e->kind == ALN_EXERCISE && n->kind == ALN_EXERCISE && n->until && !n->date[0] &&
      e->first_day != ALN_NO_DAY && n->until->last >= e->last_day)
    return n->until->last - e->first_day <= EXERCISE_MOST;
  return e->kind == ALN_EXERCISE && n->kind == ALN_EXERCISE && e->status == ALN_HELD &&
         n->status == ALN_PLANNED && e->first_day != ALN_NO_DAY && n->first_day > e->first_day &&
         n->first_day - e->first_day <= EXERCISE_MOST;
}

/* "pressed ahead with the exercise on Wednesday … The exercise, which kicked off Monday" */
static int began_before (const aln_consultation *e, const aln_consultation *n) {
  return e->kind == ALN_EXERCISE && n->kind == ALN_EXERCISE && e->status == ALN_HELD &&
         n->status == ALN_HELD && n->sides.n == 0 && n->first_day != ALN_NO_DAY &&
         e->first_day != ALN_NO_DAY && n->first_day < e->first_day &&
         e->first_day - n->first_day < EXERCISE_MOST && n->last_day < e->first_day;
}

static int statuses_agree (const aln_consultation *a, const aln_consultation *b) {
  if (a->status == b->status || goes_on (a, b)) return 1;
  if (is_ahead (a->status) && is_ahead (b->status)) return 1;
  if (a->status == ALN_CALLED_OFF || b->status == ALN_CALLED_OFF)
    return is_ahead (a->status) || is_ahead (b->status);
  return a->first_day != ALN_NO_DAY && b->first_day != ALN_NO_DAY && a->first_day == a->last_day &&
         b->first_day == b->last_day && a->status != ALN_DENIED && b->status != ALN_DENIED;
}

static int sides_within (const aln_sides *a, const aln_sides *b) {
  for (uint32_t i = 0; i < a->n; i++)
    if (!aln_sides_have (b, a->at[i])) return 0;
  return 1;
}

/* Does one of those of that side take part in both? */
static int shares_side (const aln_consultation *e, const aln_consultation *n, aln_slice side) {
  for (uint32_t i = 0; i < n->person_count; i++)
    if (aln_same (n->person_sides[i], side) && has_person (e, n->persons[i])) return 1;
  return 0;
}

static int is_one_day (const aln_consultation *e, const aln_consultation *n) {
  return e->first_day != ALN_NO_DAY && e->first_day == e->last_day &&
         n->first_day == e->first_day && n->last_day == e->last_day;
}

/* Does a person take part for each of its sides? */
static int is_manned (const aln_consultation *e) {
  for (uint32_t i = 0; i < e->sides.n; i++)
    if (!has_person_of (e, e->sides.at[i])) return 0;
  return 1;
}

/* "They met … she also met each of them": of three sides, and of two of them. */
static int differ_in_sides (const aln_consultation *e, const aln_consultation *n) {
  return e->sides.n != n->sides.n && is_manned (e) && is_manned (n);
}

/* The same two may call on the president behind their talks with the minister. */
static int people_agree (const aln_consultation *e, const aln_consultation *n) {
  uint32_t shared = 0, strange = 0;
  for (uint32_t i = 0; i < n->person_count; i++) {
    if (has_person (e, n->persons[i])) shared++;
    else if (has_person_of (e, n->person_sides[i])) {
      if (!shares_side (e, n, n->person_sides[i])) return 0;
      strange++;
    }
  }
  if (!sides_within (&n->sides, &e->sides) && !sides_within (&e->sides, &n->sides)) return 0;
  if (strange && shared < 2) return 0;
  if (!shared && e->negotiation != n->negotiation) return 0;
  if (!e->name.n && goes_on (e, n))
    return 1; /* "an exercise … Freedom Shield, which runs through" */
  if (shared || e->name.n == n->name.n) return 1;
  if (e->date[0] && n->date[0] && strcmp (e->date, n->date) != 0) return 0;
  return e->sentence == n->sentence || (is_ahead (e->status) && is_one_day (e, n));
}

/* "phone talks … in the talks" */
static int is_called_talks (const aln_consultation *e, const aln_consultation *n,
                            const aln_telling *c) {
  return e->kind == ALN_CALL && n->kind == ALN_TALKS && c->anaphoric && !n->negotiation;
}

/* "The two countries held the third meeting of the group. X and Y led the meeting": X and Y were
   there for them. */
static int names_its_heads (const aln_consultation *e, const aln_consultation *n,
                            const aln_telling *c) {
  return c->anaphoric && !n->date[0] && n->person_count && !e->person_count &&
         e->block + 1 >= n->block && e->status == n->status && e->sides.n == n->sides.n &&
         sides_within (&n->sides, &e->sides);
}

static int is_same (const aln_consultation *e, const aln_consultation *n, const aln_telling *c) {
  int bare = c->anaphoric && (n->sides.n < 2 || c->attended);
  if ((class_of (e->kind) != class_of (n->kind) && !is_called_talks (e, n, c)) ||
      !(days_agree (e, n) || goes_on (e, n) || (bare && began_before (e, n))))
    return 0;
  if (e->name.n && n->name.n && !aln_same (e->name, n->name)) return 0;
  if (e->ordinal && n->ordinal && e->ordinal != n->ordinal) return 0;
  if (!bare && !c->anaphoric && differ_in_sides (e, n)) return 0;
  if (bare && n->negotiation && !e->negotiation && e->kind != ALN_TALKS) return 0;
  if (bare && is_ahead (e->status) && n->status == ALN_HELD && n->date[0]) return 0;
  if (e->kind == ALN_VISIT && e->place_side.n && n->place_side.n &&
      !aln_same (e->place_side, n->place_side))
    return 0;
  if (c->group && !n->date[0] && e->status == n->status && e->sides.n == n->sides.n && c->status &&
      sides_within (&n->sides, &e->sides) && e->block + 2 >= n->block && !n->person_count)
    return 1; /* "will meet on Friday … The two sides will have in-depth talks" */
  if (names_its_heads (e, n, c)) return 1;
  if (bare && (!c->sure || statuses_agree (e, n))) return sides_within (&n->sides, &e->sides);
  return statuses_agree (e, n) && people_agree (e, n);
}

static aln_consultation *find_same (const aln_consulting *f, const aln_consultation *n,
                                    const aln_telling *c) {
  aln_consultation *like = NULL;
  for (uint32_t k = 0; k < f->out->n && k < BACK_MOST; k++) {
    aln_consultation *e = &f->out->at[f->out->n - 1 - k];
    if (!is_same (e, n, c)) continue;
    if (e->kind == n->kind || !c->anaphoric || (!k && e->kind == ALN_CALL)) return e;
    if (!like) like = e; /* "the summit" is sooner a summit than talks */
  }
  return like;
}

static void merge_dates (aln_consultation *e, const aln_consultation *n) {
  if (!n->date[0]) return;
  if (began_before (e, n)) {
    memcpy (e->date, n->date, sizeof e->date);
    e->first_day = n->first_day;
    e->last_day = n->last_day;
    return;
  }
  if (n->assumed || (e->assumed && n->last_day - n->first_day > MONTH)) return;
  if (!e->assumed && e->first_day != ALN_NO_DAY &&
      (n->first_day == ALN_NO_DAY || n->last_day - n->first_day >= e->last_day - e->first_day))
    return;
  if (e->date[0] && n->first_day == ALN_NO_DAY) return;
  e->assumed = 0;
  memcpy (e->date, n->date, sizeof e->date);
  e->first_day = n->first_day;
  e->last_day = n->last_day;
}

static void merge (const aln_consulting *f, aln_consultation *e, const aln_consultation *n,
                   int bare) {
  aln_copy_participants (f, e, n);
  merge_dates (e, n);
  if (!e->until && n->until && goes_on (e, n)) set_range (e, e->until = n->until);
  if (!e->place.n) {
    e->place = n->place;
    e->place_side = n->place_side;
  }
  if (!e->name.n) e->name = n->name;
  if (!e->ordinal) e->ordinal = n->ordinal;
  if (!e->duration) e->duration = n->duration;
  if (!e->initiator.n) e->initiator = n->initiator;
  if (!bare && (n->kind == ALN_SUMMIT || (e->kind == ALN_TALKS && n->kind == ALN_MEETING)))
    e->kind = n->kind;
  if (n->status == ALN_CALLED_OFF || (n->status == ALN_HELD && is_ahead (e->status) && n->date[0]))
    e->status = n->status;
  if (e->kind == ALN_TALKS) e->negotiation |= n->negotiation;
  e->hosted |= n->hosted;
  for (uint32_t i = 0; i < n->topic_count && e->topic_count < ALN_TOPICS; i++)
    e->topics[e->topic_count++] = n->topics[i];
}

/* The block behind the first paragraphs. */
static uint32_t end_of_lead (const aln_article *a) {
  uint32_t n = 0, i = 0;
  for (; i < a->blocks.n && n < LEAD; i++) n += a->blocks.at[i].kind == ALN_PARAGRAPH;
  return i;
}

/* -- all of them ---------------------------------------------------------------------------------- */

static int has_two_sides (const aln_consultation *e) { return e->sides.n >= 2; }

/* "Cho spoke by phone with Rubio and agreed to hold a meeting": with the other of before. */
static int agrees_to_it (const aln_consulting *f, const aln_telling *c, const aln_consultation *n) {
  const aln_consultation *last = last_of (f);
  if (!last || last->sentence != c->sentence || !c->agreed || !c->subjects) return 0;
  if (c->with || c->open || c->anaphoric || class_of (n->kind) != ALN_MEETING || !n->sides.n)
    return 0;
  return sides_within (&n->sides, &last->sides);
}

/* "The next round of talks is due": of the sides of the talks before, else of the article's pair. */
static void add_sides_of_talks (const aln_consulting *f, aln_consultation *e, int only) {
  const aln_sides *sides = &f->actors->pair;
  for (uint32_t k = 0; k < f->out->n && k < BACK_MOST; k++) {
    const aln_consultation *before = &f->out->at[f->out->n - 1 - k];
    if (before->kind != ALN_TALKS) continue;
    sides = &before->sides;
    break;
  }
  if (only && sides == &f->actors->pair) return;
  for (uint32_t i = 0; i < sides->n; i++) aln_sides_add (&e->sides, sides->at[i]);
}

/* "the fourth meeting", where the third of a series was told: of that series, and its sides. */
static void add_series (const aln_consulting *f, aln_consultation *e) {
  for (uint32_t k = 0; k < f->out->n && k < BACK_MOST; k++) {
    const aln_consultation *before = &f->out->at[f->out->n - 1 - k];
    if (!before->name.n || !before->ordinal || class_of (before->kind) != class_of (e->kind))
      continue;
    if (before->ordinal == e->ordinal) return;
    e->name = before->name;
    for (uint32_t i = 0; i < before->sides.n; i++) aln_sides_add (&e->sides, before->sides.at[i]);
    return;
  }
}

/* The contact that a telling means: one that was told, or a new one in '*n'; NULL: neither. */
static aln_consultation *settle_telling (const aln_consulting *f, const aln_telling *c, int loose,
                                         aln_consultation *n) {
  *n = read_telling (f, c, loose);
  settle_tense (f, n, c);
  if (!has_two_sides (n) && agrees_to_it (f, c, n)) aln_copy_participants (f, n, last_of (f));
  if (c->anaphoric && !c->n && n->ordinal && !n->name.n) add_series (f, n);
  if (!has_two_sides (n) && !c->anaphoric && !c->group && !c->again) return NULL;
  if (!has_two_sides (n) && c->group && (loose || !c->anaphoric || c->subjects))
    aln_add_group (f, n, c);
  if (c->again && c->date && !c->open && !n->sides.n)
    add_sides_of_talks (f, n, c->again == ALN_AGAIN_ONLY);
  return find_same (f, n, c);
}

/* "X will visit Y … The summit will be held on Monday": of those of the visit told right before, in its
   days, where no other contact was told that may be meant. */
static aln_consultation *settle_taken_up (const aln_consulting *f, const aln_telling *c,
                                          aln_consultation *n) {
  const aln_consultation *last = last_of (f);
  aln_telling taken = *c;
  if (!last || last->sentence == c->sentence || last->sentence + 2 < c->sentence) return NULL;
  if (c->n || !c->anaphoric || !c->sure || c->open) return NULL;
  if (class_of (c->kind) != ALN_MEETING || last->kind != ALN_VISIT) return NULL;
  taken.anaphoric = 0;
  taken.told = 1;
  *n = read_telling (f, &taken, 0);
  settle_tense (f, n, &taken);
  if (!days_agree (n, last)) return NULL;
  aln_copy_participants (f, n, last);
  return find_same (f, n, &taken);
}

/* "X and Y led their respective delegations": they were in the contact told right before, if that was
   told of countries, or of one of them. */
static const char *add_heads (const aln_consulting *f, const aln_telling *c) {
  aln_consultation n = read_telling (f, c, 0), *e;
  int shared;
  if (!f->out->n) return "no contact is told before";
  e = &f->out->at[f->out->n - 1];
  shared = !e->person_count && !e->post_count;
  for (uint32_t i = 0; i < n.person_count; i++) shared |= has_person (e, n.persons[i]);
  if (e->block + 1 < n.block || !shared || !sides_within (&n.sides, &e->sides))
    return "the contact before is of others";
  aln_copy_participants (f, e, &n);
  return "it tells of a contact that was told before";
}

/* "officials of X and Y held talks … Kim congratulated Hegseth in the talks": who the officials were. */
static void add_loose (const aln_consulting *f, aln_consultation *e, const aln_telling *c) {
  aln_consultation n = read_telling (f, c, 1);
  if (n.person_count >= 2 && has_two_sides (&n) && sides_within (&n.sides, &e->sides))
    aln_copy_participants (f, e, &n);
}

/* NULL: it became a contact of its own. */
static const char *tell (aln_status *st, aln_arena *room, const aln_consulting *f,
                         const aln_telling *c) {
  aln_consultation n, *e;
  if (c->heads) return add_heads (f, c);
  e = settle_telling (f, c, 0, &n);
  if (!e && c->loose && c->loose != ALN_LOOSE_NAMES) e = settle_telling (f, c, 1, &n);
  if (!e && n.sides.n < 2) e = settle_taken_up (f, c, &n);
  if (e) {
    int same = c->loose == 1 && c->group && n.sentence == e->sentence; /* "met for their summit" */
    merge (f, e, &n, !has_two_sides (&n) && !same);
    if (!e->person_count && c->loose) add_loose (f, e, c);
    return "it tells of a contact that was told before";
  }
  if (n.sides.n == 0) return "no side takes part";
  if (!has_two_sides (&n)) return "only one side takes part";
  if (!c->told) return "no verb, preposition or day says that it is one in particular";
  if (n.borrowed) n.person_count = n.post_count = 0; /* "the two sides" of another contact */
  settle_day (f, &n, c);
  e = ALN_ADD (st, room, f->out);
  if (e) *e = n;
  return NULL;
}

static void add_refusal (aln_status *st, aln_arena *room, const aln_consulting *f,
                         const aln_telling *c, const char *why, aln_refusals *out) {
  const aln_token *t = f->a->tokens.at;
  aln_refusal *r = why && out ? ALN_ADD (st, room, out) : NULL;
  if (r) *r = (aln_refusal){{t[c->first].from, t[c->last - 1].to}, c->sentence, c->block, why};
}

void aln_consultations_find (aln_status *st, aln_arena *room, const aln_article *a,
                             const aln_people *p, const aln_parties *actors,
                             const aln_timexes *dates, aln_consultations *out,
                             aln_refusals *refused) {
  aln_consulting f = {
      .a = a, .p = p, .actors = actors, .dates = dates, .x = a->lexicon, .out = out};
  aln_tellings tellings = {NULL, 0, 0}, none = {NULL, 0, 0};
  f.day = aln_dates_day (a);
  f.lead = end_of_lead (a);
  aln_contacts_find (st, room, a, p, actors, dates, &tellings, refused ? &none : NULL);
  for (uint32_t i = 0; i < none.n && *st == ALN_OK; i++)
    add_refusal (st, room, &f, &none.at[i], none.at[i].refused, refused);
  for (uint32_t i = 0; i < tellings.n && *st == ALN_OK; i++) {
    const char *why = tell (st, room, &f, &tellings.at[i]);
    add_refusal (st, room, &f, &tellings.at[i], why, refused);
  }
  if (*st == ALN_OK) aln_consultations_code (&f);
}
