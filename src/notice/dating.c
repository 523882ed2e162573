/* dating.c: in: grounds. Out: the bracket they leave, the day in it, and why (dating.h). */
#include "dating.h"

#include <stdio.h>

#define SAID_WITHIN 3 /* days after the weekday of the lead on which it is still said so */
#define ONE_DAY 1     /* a bracket of so many days more than one is as good as a day */

typedef struct weighing {
  aln_article *a;
  aln_scene scene;
  aln_grounds grounds;
  aln_intervals left; /* what all grounds used so far have in common */
  uint8_t *used;      /* for each ground */
  uint32_t set_aside;
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

static void use (aln_status *st, weighing *w, uint32_t i) {
  aln_intervals both;
  aln_intervals_meet (st, w->scene.room, &w->left, &w->grounds.at[i].days, &both);
  if (*st != ALN_OK) return;
  if (both.n == 0) {
    w->set_aside++;
    add_conflict (st, w, &w->grounds.at[i], "the other evidence");
    return;
  }
  w->left = both;
  w->used[i] = 1;
}

/* How many grounds of a kind agree with days in what is left and with ground i's on 'day'. */
static uint32_t votes (const weighing *w, aln_trust trust, aln_dayno day) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < w->grounds.n; i++)
    n += w->grounds.at[i].trust == trust && aln_intervals_hold (&w->grounds.at[i].days, day);
  return n;
}

/* Posts are told of the past too ("President Reagan's plan"): the days on which most of them were
   held together count, and those that were not held then are put aside. */
static aln_dayno best_day (const weighing *w, aln_trust trust) {
  aln_dayno best = ALN_NO_DAY;
  uint32_t most = 0;
  for (uint32_t i = 0; i < w->grounds.n; i++)
    for (uint32_t k = 0; w->grounds.at[i].trust == trust && k < w->grounds.at[i].days.n; k++) {
      aln_dayno day = w->grounds.at[i].days.at[k].first;
      uint32_t n = votes (w, trust, day);
      if (n > most || (n == most && day > best)) {
        most = n;
        best = day;
      }
    }
  return best;
}

static void use_all (aln_status *st, weighing *w, aln_trust trust) {
  aln_dayno day = trust == ALN_TRUST_TENURE ? best_day (w, trust) : ALN_NO_DAY;
  for (int agreed = 1; agreed >= 0; agreed--)
    for (uint32_t i = 0; i < w->grounds.n && *st == ALN_OK; i++) {
      const aln_ground *g = &w->grounds.at[i];
      if (g->trust != trust) continue;
      if ((day == ALN_NO_DAY || aln_intervals_hold (&g->days, day)) == agreed) use (st, w, i);
    }
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
  write_day (w->a->earliest, d.first);
  write_day (w->a->latest, d.last);
  if (day != ALN_NO_DAY) write_day (w->a->published, day);
  if (w->a->earliest[0] || w->a->latest[0]) w->a->how = is_stated (w) ? "stated" : "inferred";
}

static void infer (aln_status *st, weighing *w) {
  aln_intervals_add (st, w->scene.room, &w->left, ALN_DAY_MIN, ALN_DAY_MAX);
  w->used = aln_arena_get (st, w->scene.room, w->grounds.n + 1);
  for (int trust = 0; trust < ALN_TRUSTS && *st == ALN_OK; trust++)
    use_all (st, w, (aln_trust)trust);
  if (*st == ALN_OK) settle (st, w);
}

/* -- a day that is known -------------------------------------------------------------------------- */

#ifndef WATCHED
#define WATCHED ALN_TRUST_TENURE
#endif

static void compare (aln_status *st, weighing *w, aln_dayno day) {
  for (uint32_t i = 0; i < w->grounds.n && *st == ALN_OK; i++) {
    const aln_ground *g = &w->grounds.at[i];
#ifdef TRACE
    add_conflict (st, w, g, aln_intervals_hold (&g->days, day) ? "RIGHT" : "WRONG");
#endif
    if (g->trust <= WATCHED && !aln_intervals_hold (&g->days, day))
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
  aln_scene_set (&w.scene);
  aln_grounds_dates (st, &w.scene);
  aln_grounds_offices (st, &w.scene);
  aln_grounds_reigns (st, &w.scene);
  aln_grounds_events (st, &w.scene);
  aln_grounds_jubilees (st, &w.scene);
  if (*st != ALN_OK) return;
  if (day != ALN_NO_DAY) compare (st, &w, day);
  else if (w.grounds.n) infer (st, &w);
}
