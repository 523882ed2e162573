/* dating.c: in: what is said about the day. Out: the day (dating.h). The caller's word counts most,
   then the page's metadata, then a dateline with a year; what disagrees is a conflict, in words. */
#include "dating.h"

#include "days.h"
#include "tokens.h"

#include <stdio.h>

#define LATE 3 /* days by which a dateline may run ahead of the day of publication (time zones) */

/* A day in whatever words: ISO first, else the first day among the value's tokens. */
static int read_day (aln_status *st, aln_article *a, aln_slice s, aln_day *day) {
  aln_tokens t = {NULL, 0, 0};
  if (s.n == 0) return 0;
  if (aln_day_of_iso (s, day)) return 1;
  aln_tokenize (st, &a->arena, s, a->lexicon, &t);
  for (uint32_t i = 0; i < t.n && *st == ALN_OK; i++)
    if (aln_day_at (a->lexicon, s, t.at, i, t.n, day) && day->year) return 1;
  return 0;
}

static void add_evidence (aln_status *st, aln_article *a, aln_slice says, aln_span clean,
                          const char *rule) {
  aln_evidence *e = ALN_ADD (st, &a->arena, &a->evidence);
  if (e) *e = (aln_evidence){.says = says, .clean = clean, .bound = "both", .rule = rule};
}

static void add_conflict (aln_status *st, aln_article *a, const char *format, aln_slice one,
                          const char *other) {
  char text[300];
  aln_slice *room;
  int n = snprintf (text, sizeof text, format, (int)(one.n < 100 ? one.n : 100), one.p, other);
  aln_slice copy;
  if (n < 0) return;
  copy = aln_arena_copy (st, &a->arena, aln_slice_of (text));
  room = ALN_ADD (st, &a->arena, &a->conflicts);
  if (room) *room = copy;
}

static void publish (aln_status *st, aln_article *a, aln_day day, const char *how, aln_slice says,
                     aln_span clean, const char *rule) {
  char written[11];
  aln_day_write (day, written);
  if (a->published[0] == 0) {
    memcpy (a->published, written, sizeof written);
    a->how = how;
  } else if (strcmp (a->published, written) != 0) {
    add_conflict (st, a, "the page says \"%.*s\", but it is known to be of %s", says, a->published);
    return;
  }
  add_evidence (st, a, says, clean, rule);
}

void aln_dateline_year (aln_status *st, aln_article *a) {
  aln_day published, day;
  char *written;
  if (a->dateline.date.n != 10 || a->dateline.date.p[0] != 'X') return;
  if (!aln_day_of_iso (aln_slice_of (a->published), &published)) return;
  day.year = 0;
  day.month = (a->dateline.date.p[5] - '0') * 10 + a->dateline.date.p[6] - '0';
  day.day = (a->dateline.date.p[8] - '0') * 10 + a->dateline.date.p[9] - '0';
  day.year = aln_day_year (day, published, LATE);
  written = day.year ? aln_arena_get (st, &a->arena, 11) : NULL;
  if (!written) return;
  aln_day_write (day, written);
  a->dateline.date = (aln_slice){written, 10};
}

void aln_dating (aln_status *st, aln_article *a, const aln_about *about) {
  aln_day day;
  aln_span none = {0, 0};
  a->how = "unknown";
  if (about->published.n) {
    if (aln_day_of_iso (about->published, &day))
      publish (st, a, day, "metadata", about->published, none, "given by the caller");
    else
      add_conflict (st, a, "published: \"%.*s\" is not an ISO 8601 day or date-time%s",
                    about->published, "");
  }
  if (a->meta_published.n && read_day (st, a, a->meta_published, &day))
    publish (st, a, day, "metadata", aln_cut (a->clean.text, a->meta_published_at),
             a->meta_published_at, "page metadata");
  if (a->published[0] == 0 && aln_day_of_iso (a->dateline.date, &day))
    publish (st, a, day, "dateline", aln_cut (a->clean.text, a->dateline_at), a->dateline_at,
             "dateline with a year");
  aln_dateline_year (st, a);
}
