/* intervals.c: in: stretches of days. Out: sets of them (intervals.h). */
#include "intervals.h"

/* Moves the stretches that [first, last] touches into one; they are [at, end) of the set. */
static void join (aln_intervals *set, uint32_t at, uint32_t end, aln_interval one) {
  if (set->at[at].first < one.first) one.first = set->at[at].first;
  if (set->at[end - 1].last > one.last) one.last = set->at[end - 1].last;
  set->at[at] = one;
  memmove (set->at + at + 1, set->at + end, (set->n - end) * sizeof *set->at);
  set->n -= end - at - 1;
}

void aln_intervals_add (aln_status *st, aln_arena *room, aln_intervals *set, aln_dayno first,
                        aln_dayno last) {
  uint32_t at = set->n, end;
  if (first < ALN_DAY_MIN) first = ALN_DAY_MIN;
  if (last > ALN_DAY_MAX) last = ALN_DAY_MAX;
  if (first > last) return;
  while (at > 0 && set->at[at - 1].last >= first - 1) at--;
  end = at;
  while (end < set->n && set->at[end].first <= last + 1) end++;
  if (end > at) {
    join (set, at, end, (aln_interval){first, last});
    return;
  }
  if (!aln_list_room (st, room, set)) return;
  memmove (set->at + at + 1, set->at + at, (set->n - at) * sizeof *set->at);
  set->n++;
  set->at[at] = (aln_interval){first, last};
}

void aln_intervals_meet (aln_status *st, aln_arena *room, const aln_intervals *a,
                         const aln_intervals *b, aln_intervals *out) {
  uint32_t i = 0, k = 0;
  *out = (aln_intervals){NULL, 0, 0};
  while (i < a->n && k < b->n) {
    const aln_interval *x = &a->at[i], *y = &b->at[k];
    aln_intervals_add (st, room, out, x->first > y->first ? x->first : y->first,
                       x->last < y->last ? x->last : y->last);
    if (x->last < y->last) i++;
    else k++;
  }
}

int aln_intervals_hold (const aln_intervals *set, aln_dayno day) {
  for (uint32_t i = 0; i < set->n; i++)
    if (set->at[i].first <= day && day <= set->at[i].last) return 1;
  return 0;
}

int aln_intervals_share (const aln_intervals *a, const aln_intervals *b) {
  uint32_t i = 0, k = 0;
  while (i < a->n && k < b->n) {
    if (a->at[i].first <= b->at[k].last && b->at[k].first <= a->at[i].last) return 1;
    if (a->at[i].last < b->at[k].last) i++;
    else k++;
  }
  return 0;
}

aln_interval aln_intervals_hull (const aln_intervals *set) {
  if (set->n == 0) return (aln_interval){ALN_DAY_MAX, ALN_DAY_MIN};
  return (aln_interval){set->at[0].first, set->at[set->n - 1].last};
}
