/* notice.c: in: an article. Out: what it says, by way of every step of notice/. */
#include "notice.h"

#include "../read/dating.h"
#include "dating.h"
#include "glance.h"
#include "glue.h"
#include "speech.h"

static const aln_span *spans_of (aln_status *st, aln_article *a, const aln_timexes *dates) {
  aln_span *spans = aln_arena_get (st, &a->arena, (dates->n + 1) * sizeof *spans);
  for (uint32_t i = 0; spans && i < dates->n; i++) spans[i] = dates->at[i].at;
  return spans;
}

/* A day that comes out of it is one to count from, and to look up holders of posts with. */
static void date (aln_status *st, aln_article *a, aln_noticed *out) {
  int known = a->published[0] != 0;
  aln_dating_infer (st, a, &out->dates, &out->people);
  if (*st != ALN_OK || known || !a->published[0]) return;
  aln_dateline_year (st, a);
  aln_dates_anchor (&out->dates, aln_dates_day (a));
  memset (&out->people, 0, sizeof out->people);
  aln_people_find (st, &a->arena, a, aln_slice_of (a->published), &out->people);
}

/* What was done, and in which words: both ask who acts. */
static void doings (aln_status *st, aln_article *a, aln_noticed *out) {
  aln_parties parties;
  if (*st != ALN_OK) return;
  aln_parties_find (st, &a->arena, a, &out->people, &parties);
  aln_consultations_find (st, &a->arena, a, &out->people, &parties, &out->dates,
                          &out->consultations, NULL);
  aln_commitments_find (st, &a->arena, a, &out->people, &parties, &out->commitments);
}

uint32_t aln_notice_word (const aln_lexicon *x, aln_word word) {
  return aln_article_note (x, word) | aln_glue_note (x, word);
}

uint16_t aln_notice_note (const aln_lexicon *x, aln_row row) {
  static const struct {
    aln_slice kind;
    uint16_t (*note) (const aln_lexicon *x, aln_row row);
  } notes[] = {{{"times", 5}, aln_clue_note},
               {{"months", 6}, aln_clue_note},
               {{"weekdays", 8}, aln_clue_note},
               {{"numbers", 7}, aln_number_note},
               {{"speech", 6}, aln_speech_note}};
  aln_slice kind = aln_lexicon_kind_name (x, aln_lexicon_row_kind (x, row));
  for (size_t i = 0; i < sizeof notes / sizeof notes[0]; i++)
    if (aln_same (kind, notes[i].kind)) return notes[i].note (x, row);
  return 0;
}

void aln_notice (aln_status *st, aln_article *a, aln_noticed *out) {
  memset (out, 0, sizeof *out);
  aln_glance (st, a);
  if (*st != ALN_OK) return;
  aln_dates_find (st, a, &out->dates);
  if (*st == ALN_OK) aln_dates_anchor (&out->dates, aln_dates_day (a));
  aln_people_find (st, &a->arena, a, aln_slice_of (a->published), &out->people);
  date (st, a, out);
  aln_figures_find (st, &a->arena, a, &out->people.mentions, spans_of (st, a, &out->dates),
                    out->dates.n, &out->figures);
  aln_quotes_find (st, &a->arena, a, &out->people, &out->quotes);
  doings (st, a, out);
}

void aln_notice_refused (aln_status *st, aln_arena *room, const aln_article *a,
                         const aln_noticed *seen, aln_refusals *out) {
  aln_parties parties;
  aln_consultations again = {NULL, 0, 0};
  aln_parties_find (st, room, a, &seen->people, &parties);
  if (*st == ALN_OK)
    aln_consultations_find (st, room, a, &seen->people, &parties, &seen->dates, &again, out);
}
