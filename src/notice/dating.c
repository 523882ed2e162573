/* dating.c: in: grounds. Out: the bracket they leave, the day in it, and why (dating.h). */
#include "dating.h"

#include <stdio.h>

#define SAID_WITHIN 3 /* days after the weekday of the lead on which it is still said so */
#define TOUCH 10      /* days that two posts held together have in common at least */
#define TOUCH_LONG 30 /* and where the lexicon only recalls one of them */
#define ONE_DAY 1     /* a bracket of so many days more than one is as good as a day */

typedef struct weighing {
  aln_article *a;
  aln_scene scene;
  aln_grounds grounds;
  aln_intervals left;  /* what all grounds used so far have in common */
  uint8_t *seen;       /* for each ground: it has been weighed */
  uint8_t *used;       /* and is part of what is left */
  int recalled;        /* 1: a post among them is one that the lexicon only recalls */
  aln_interval answer; /* the day, or the bracket */
} weighing;

static aln_slice words_of (const weighing *w, const aln_ground *g) {
  if (aln_length (g->says)) return aln_cut (w->a->text, g->says);
  return aln_cut (w->a->clean.text, w->a->dateline_at);
}

static void add_conflict (aln_status *st, weighing *w, const aln_ground *g, const char *with) {
  aln_slice says = words_of (w, g), *room;
  char text[300];
  int n = snprintf (text, sizeof text, "\"%.*s\" (%s) does not go with %s",
                    (int)(says.n < 150 ? says.n : 150), says.p, g->rule, with);
  if (n < 0 || !(room = ALN_ADD (st, &w->a->arena, &w->a->conflicts))) return;
  *room = aln_arena_copy (st, &w->a->arena, aln_slice_of (text));
}

/* -- weighing ------------------------------------------------------------------------------------ */

static int64_t days_in (const aln_intervals *set) {
  int64_t n = 0;
  for (uint32_t i = 0; i < set->n; i++) n += set->at[i].last - set->at[i].first + 1;
  return n;
}

static int is_recalled (const aln_ground *g) { return !aln_same (g->grade, ALN_LIT ("sourced")); }

/* Two posts that have only some days around a handover in common were not held together. */
static int is_touch (const weighing *w, const aln_ground *g, const aln_intervals *both) {
  int64_t least = w->recalled || is_recalled (g) ? TOUCH_LONG : TOUCH;
  return g->trust == ALN_TRUST_TENURE && days_in (both) < least && days_in (&g->days) >= least &&
         days_in (&w->left) >= least;
}

static int fits (aln_status *st, const weighing *w, const aln_ground *g, aln_intervals *both) {
  aln_intervals_meet (st, w->scene.room, &w->left, &g->days, both);
  return both->n > 0 && !is_touch (w, g, both);
}

static void use (aln_status *st, weighing *w, uint32_t i) {
  aln_intervals both;
  w->seen[i] = 1;
  if (!fits (st, w, &w->grounds.at[i], &both)) return;
  w->left = both;
  if (w->grounds.at[i].trust == ALN_TRUST_TENURE) w->recalled |= is_recalled (&w->grounds.at[i]);
  w->used[i] = 1;
}

static int has_no_end (const aln_ground *g) { /* it says "not before" and nothing else */
  return g->days.n == 1 && g->days.at[0].last == ALN_DAY_MAX;
}

static void use_all (aln_status *st, weighing *w, aln_trust trust, int no_end) {
  for (uint32_t i = 0; i < w->grounds.n && *st == ALN_OK; i++)
    if (!w->seen[i] && w->grounds.at[i].trust == trust &&
        (!no_end || has_no_end (&w->grounds.at[i])))
      use (st, w, i);
}

/* The ground of the kind, not yet seen, that begins last. */
static uint32_t latest (const weighing *w, aln_trust trust, const uint8_t *seen) {
  uint32_t best = w->grounds.n;
  for (uint32_t i = 0; i < w->grounds.n; i++)
    if (!seen[i] && w->grounds.at[i].trust == trust &&
        (best == w->grounds.n || aln_intervals_hull (&w->grounds.at[i].days).first >
                                     aln_intervals_hull (&w->grounds.at[best].days).first))
      best = i;
  return best;
}

/* Posts are told of the past too ("President Reagan's plan"), never of the future: of two that were
   not held together the later counts. 1: all that the article names were. */
static int is_of_one_time (aln_status *st, const weighing *w) {
  weighing trial = *w;
  uint8_t *seen = aln_arena_get (st, w->scene.room, w->grounds.n + 1);
  uint32_t i;
  if (!seen) return 0;
  memcpy (seen, w->seen, w->grounds.n);
  while ((i = latest (&trial, ALN_TRUST_TENURE, seen)) < w->grounds.n && *st == ALN_OK) {
    aln_intervals both;
    seen[i] = 1;
    if (!fits (st, &trial, &w->grounds.at[i], &both)) return 0;
    trial.left = both;
    trial.recalled |= is_recalled (&w->grounds.at[i]);
  }
  return 1;
}

/* In an article that looks back, only the lead tells what is so today; elsewhere a post that is named
   shows that it was taken, and a year to come was to come at some time. */
static void doubt_the_body (weighing *w) {
  for (uint32_t i = 0; i < w->grounds.n; i++) {
    aln_ground *g = &w->grounds.at[i];
    if (w->seen[i] || (g->trust != ALN_TRUST_TENURE && g->trust != ALN_TRUST_YEAR)) continue;
    if (aln_scene_leads (&w->scene, g->says.from, ALN_LEAD)) continue;
    g->days.at[0].last = ALN_DAY_MAX;
    g->days.n = 1;
  }
}

/* First all that says "not before": what is told has happened, whenever it is told. */
static void use_bounds (aln_status *st, weighing *w) {
  use_all (st, w, ALN_TRUST_YEAR, 1);
  use_all (st, w, ALN_TRUST_TENURE, 1);
  use_all (st, w, ALN_TRUST_EVENT, 1);
}

static void use_tenures (aln_status *st, weighing *w) {
  uint32_t i;
  if (*st == ALN_OK && !is_of_one_time (st, w)) doubt_the_body (w);
  while ((i = latest (w, ALN_TRUST_TENURE, w->seen)) < w->grounds.n && *st == ALN_OK)
    use (st, w, i);
}

/* -- the answer ---------------------------------------------------------------------------------- */

static void write_day (char out[11], aln_dayno day) {
  aln_date d = aln_date_of (day);
  char text[40];
  out[0] = 0;
  if (day <= ALN_DAY_MIN || day >= ALN_DAY_MAX) return;
  snprintf (text, sizeof text, "%04d-%02d-%02d", d.year, d.month, d.day);
  memcpy (out, text, 10);
  out[10] = 0;
}

static void add_evidence (aln_status *st, weighing *w, const aln_ground *g, const char *bound) {
  aln_evidence *e = ALN_ADD (st, &w->a->arena, &w->a->evidence);
  if (!e) return;
  *e = (aln_evidence){
      .says = words_of (w, g), .bound = bound, .rule = g->rule, .grade = g->grade, .text = g->says};
  if (!aln_length (g->says)) e->clean = w->a->dateline_at;
}

/* Which grounds gave the bounds: those that have no day just outside them. */
static void tell_why (aln_status *st, weighing *w, aln_interval d) {
  for (uint32_t i = 0; i < w->grounds.n; i++) {
    const aln_ground *g = &w->grounds.at[i];
    int first = d.first > ALN_DAY_MIN && !aln_intervals_hold (&g->days, d.first - 1);
    int last = d.last < ALN_DAY_MAX && !aln_intervals_hold (&g->days, d.last + 1);
    if (!w->used[i] || (!first && !last)) continue;
    add_evidence (st, w, g, first && last ? "both" : first ? "earliest" : "latest");
  }
}

/* "on Wednesday" in the lead: the one Wednesday of the bracket, which is not long. */
static aln_dayno day_by_weekday (const weighing *w, const aln_timex *lead, aln_interval d) {
  aln_dayno day;
  if (!lead || d.first <= ALN_DAY_MIN || d.last - d.first > ALN_BRACKET_MAX) return ALN_NO_DAY;
  day = d.first + (lead->weekday - aln_weekday (d.first) + 7) % 7;
  if (day > d.last || day + 7 <= d.last || !aln_intervals_hold (&w->left, day)) return ALN_NO_DAY;
  return day;
}

/* A dateline and the weekday of the lead in several years: agencies tell on Tuesday what is of
   Tuesday, so the year in which both fall together stands out. */
static aln_dayno day_by_dateline (const weighing *w, const aln_timex *lead) {
  aln_dayno day = ALN_NO_DAY;
  if (!lead || w->a->dateline.date.n == 0 || w->left.n > 3) return day;
  for (uint32_t i = 0; i < w->left.n; i++) {
    aln_interval d = w->left.at[i];
    if (d.last - d.first > ONE_DAY) return ALN_NO_DAY;
    if (aln_weekday (d.first) != lead->weekday) continue;
    if (day != ALN_NO_DAY) return ALN_NO_DAY;
    day = d.first;
  }
  return day;
}

static int is_stated (const weighing *w) {
  for (uint32_t i = 0; i < w->grounds.n; i++)
    if (w->used[i] && strcmp (w->grounds.at[i].rule, ALN_RULE_STATED) == 0) return 1;
  return 0;
}

static void settle (aln_status *st, weighing *w) {
  aln_interval d = aln_intervals_hull (&w->left);
  const aln_timex *lead = aln_lead_weekday (&w->scene);
  aln_dayno day = day_by_weekday (w, lead, d);
  tell_why (st, w, d);
  if (day != ALN_NO_DAY) {
    aln_ground g = {.says = lead->at, .rule = "weekday of the lead"};
    d.first = day;
    if (d.last > day + SAID_WITHIN) d.last = day + SAID_WITHIN;
    add_evidence (st, w, &g, "both");
  } else if (d.last - d.first <= ONE_DAY) day = d.first;
  else day = day_by_dateline (w, lead);
  w->answer = day != ALN_NO_DAY ? (aln_interval){day, day} : d;
  write_day (w->a->earliest, d.first);
  write_day (w->a->latest, d.last);
  if (day != ALN_NO_DAY) write_day (w->a->published, day);
  if (w->a->earliest[0] || w->a->latest[0]) w->a->how = is_stated (w) ? "stated" : "inferred";
}

/* What was weighed and is no part of the answer. Two posts may have been held together for some days
   only: where the answer is one of those, nothing is wrong. */
static void tell_conflicts (aln_status *st, weighing *w) {
  aln_intervals answer = {NULL, 0, 0}, both;
  aln_intervals_add (st, w->scene.room, &answer, w->answer.first, w->answer.last);
  for (uint32_t i = 0; i < w->grounds.n && *st == ALN_OK; i++) {
    if (!w->seen[i] || w->used[i]) continue;
    aln_intervals_meet (st, w->scene.room, &answer, &w->grounds.at[i].days, &both);
    if (both.n == 0) add_conflict (st, w, &w->grounds.at[i], "the other evidence");
  }
}

static void infer (aln_status *st, weighing *w) {
  aln_intervals_add (st, w->scene.room, &w->left, ALN_DAY_MIN, ALN_DAY_MAX);
  w->seen = aln_arena_get (st, w->scene.room, w->grounds.n + 1);
  w->used = aln_arena_get (st, w->scene.room, w->grounds.n + 1);
  if (*st != ALN_OK) return;
  use_bounds (st, w);
  use_tenures (st, w);
  for (int trust = 0; trust < ALN_TRUSTS && *st == ALN_OK; trust++)
    use_all (st, w, (aln_trust)trust, 0);
  if (*st == ALN_OK) settle (st, w);
  if (*st == ALN_OK) tell_conflicts (st, w);
}

/* Grounds a known day can be in conflict with: those up to ALN_TRUST_TENURE. */
static void find_sure (aln_status *st, const aln_scene *s) {
  aln_grounds_dates (st, s);
  aln_grounds_offices (st, s);
  aln_grounds_reigns (st, s);
}

/* What else tells of a day, where none is known. */
static void find_others (aln_status *st, const aln_scene *s) {
  aln_grounds_events (st, s);
  aln_grounds_jubilees (st, s);
  aln_grounds_ages (st, s);
  aln_grounds_turns (st, s);
}

/* -- a day that is known -------------------------------------------------------------------------- */

static void compare (aln_status *st, weighing *w, aln_dayno day) {
  for (uint32_t i = 0; i < w->grounds.n && *st == ALN_OK; i++) {
    const aln_ground *g = &w->grounds.at[i];
    if (g->trust <= ALN_TRUST_TENURE && !aln_intervals_hold (&g->days, day))
      add_conflict (st, w, g, w->a->published);
  }
}

void aln_dating_infer (aln_status *st, aln_article *a, const aln_timexes *dates,
                       const aln_people *people) {
  weighing w = {.a = a};
  aln_dayno day = aln_dayno_read (aln_slice_of (a->published));
  if (*st != ALN_OK) return;
  w.scene =
      (aln_scene){.a = a, .dates = dates, .people = people, .room = &a->arena, .out = &w.grounds};
  aln_scene_set (st, &w.scene);
  if (*st != ALN_OK) return;
  find_sure (st, &w.scene);
  if (day == ALN_NO_DAY) find_others (st, &w.scene);
  if (*st != ALN_OK) return;
  if (day != ALN_NO_DAY) compare (st, &w, day);
  else if (w.grounds.n) infer (st, &w);
}
