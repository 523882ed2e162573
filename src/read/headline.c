/* headline.c: in: the page. Out: its top (headline.h).
   Headlines do without articles, without the past tense and mostly without a stop. Where a page puts
   a stop behind them, title case, a byline or dateline under them, or the missing articles tell. */
#include "headline.h"

#include "byline.h"
#include "caption.h"
#include "credit.h"
#include "dateline.h"
#include "names.h"

#define HEADLINE_MAX 28u /* words */
#define UNDER_MAX 3u     /* lines under a headline that may be a name or a second deck */
#define STOPPED_MAX 20u  /* words of a headline with a stop */

static const aln_unit *next_open (const aln_page *p, uint32_t k) {
  for (k++; k < p->units.n; k++)
    if (!p->units.at[k].settled) return &p->units.at[k];
  return NULL;
}

static int is_title_case (const aln_unit *u) {
  uint32_t share = u->signs & ALN_SIGN_PAST ? 9 : 7; /* firms' names make a lead look like one */
  return u->words >= 4 && u->longs >= 3 && u->long_capitals * 10 >= u->longs * share;
}

/* A byline, dateline or wire directly under it. */
static int is_signed (const aln_page *p, uint32_t k) {
  const aln_unit *u = &p->units.at[k];
  aln_credit c;
  aln_dateline d;
  if (k + 1 >= p->units.n) return 0;
  if (u[1].settled) return u[1].self.kind == ALN_DATELINE;
  if (aln_dateline_at (p, u[1].from, u[1].to, 0, &d)) return 1;
  if (u[1].words > 8 || u[1].stop) return 0;
  return aln_name_at (p, u[1].from, u[1].to) == u[1].to ||
         aln_credit_alone (p, u[1].from, u[1].to, &c);
}

static int stands_in (const aln_page *p, aln_slice word, const aln_unit *u) {
  uint32_t end = u->to - u->from < 60 ? u->to : u->from + 60;
  for (uint32_t i = u->from; i < end; i++)
    if (aln_same (word, aln_page_cut (p, i, i + 1))) return 1;
  return 0;
}

/* A headline's words come again in the lead, far more than a lead's in the second paragraph. */
static int is_echoed (const aln_page *p, const aln_unit *u, const aln_unit *next) {
  uint32_t words = 0, again = 0;
  for (uint32_t i = u->from; i < u->to; i++) {
    aln_slice word = aln_page_cut (p, i, i + 1);
    if (word.n < 4 || p->t[i].kind != ALN_TOKEN_WORD) continue;
    words++;
    again += (uint32_t)stands_in (p, word, next);
  }
  return again >= 2 && again * 5 >= words * 2 && next->words * 2 >= u->words * 3;
}

/* Far shorter than the paragraph under it. */
static int is_short_over (const aln_unit *u, const aln_unit *next) {
  return u->words >= 3 && u->words <= 12 && next->words >= 15 && next->words >= u->words * 2;
}

static int stopped_headline (const aln_page *p, uint32_t k) {
  const aln_unit *u = &p->units.at[k], *next = next_open (p, k);
  char last = aln_page_mark (p, u->to - 1);
  if (u->words < 2) return 0;
  if (is_signed (p, k)) return u->words <= STOPPED_MAX;
  if (!next) return 0;
  if (is_title_case (u)) return 1;
  if (last == '?' || last == '!') return u->words <= 16 && next->words >= u->words;
  if (u->words > STOPPED_MAX || (u->signs & ALN_SIGN_PAST)) return 0;
  if (is_echoed (p, u, next) || is_short_over (u, next)) return 1;
  return !(u->signs & ALN_SIGN_ARTICLE) && u->words <= 16 && next->words > u->words + 2;
}

/* Where the metadata has a title, only a line that says the same is the headline. */
static int is_title_of_metadata (const aln_page *p, const aln_unit *u) {
  aln_slice one = p->a->headline, two = aln_page_cut (p, u->from, u->to);
  size_t i = 0, k = 0;
  uint32_t letters = 0;
  for (;; i++, k++, letters++) { /* white space, marks and NBSP may differ */
    while (i < one.n && !aln_is_alpha ((unsigned char)one.p[i])) i++;
    while (k < two.n && !aln_is_alpha ((unsigned char)two.p[k])) k++;
    if (i >= one.n || k >= two.n) return letters >= 10 || (i >= one.n && k >= two.n);
    if (one.p[i] != two.p[k]) return 0;
  }
}

static int is_headline (const aln_page *p, uint32_t k) {
  const aln_unit *u = &p->units.at[k];
  aln_dateline d;
  aln_credit c;
  int shows = aln_caption_shows (p, u);
  if (u->words < 1 || u->words > HEADLINE_MAX || u->lines > 3 || u->item) return 0;
  if (!next_open (p, k) && !is_signed (p, k)) return 0;
  if (aln_dateline_at (p, u->from, u->to, 1, &d) && d.to < u->to && !is_signed (p, k)) return 0;
  if (aln_credit_tail (p, u->body, u->to).from < u->to) return 0;
  if (aln_credit_alone (p, u->body, u->to, &c)) return 0;
  if (p->a->headline.n && !is_title_of_metadata (p, u)) return 0;
  if (shows > 2 || (u->repeated && u->stop)) return 0;
  if (u->stop) return stopped_headline (p, k);
  if (shows == 2 && u->words >= 15 && (u->signs & ALN_SIGN_ARTICLE)) return 0;
  if (aln_page_mark (p, u->to - 1) == ':' || aln_page_mark (p, u->to - 1) == ',')
    return !(u->signs & (ALN_SIGN_FINITE | ALN_SIGN_PAST | ALN_SIGN_SAYING));
  return 1;
}

/* "U.S. Department of Defense" and nothing else: whose page it is. */
static int is_masthead (const aln_page *p, const aln_unit *u) {
  aln_row row;
  aln_kind bodies = aln_lexicon_kind (p->x, ALN_LIT ("organisations"));
  return bodies && aln_page_phrase (p, u->from, u->to, bodies, &row) == u->to - u->from;
}

/* One or two words over a longer line that could be a headline too: the name of a column. */
static int is_label (const aln_page *p, uint32_t k) {
  const aln_unit *u = &p->units.at[k], *next = next_open (p, k);
  if ((u->words > 2 && !is_masthead (p, u)) || u->numbers || u->stop || !next || next == u)
    return 0;
  return next->words >= 4 && is_headline (p, (uint32_t)(next - p->units.at)) &&
         !aln_page_prose (p, next);
}

/* A breadcrumb or page title that holds the headline: "Home News Allies agree", "Allies agree |
   Daily", over the line "Allies agree". */
static int holds_next (const aln_page *p, uint32_t k) {
  const aln_unit *u = &p->units.at[k], *next = next_open (p, k);
  uint32_t n, i = 0, e = 0;
  if (!next || next->words < 4 || next->words >= u->words || next->words > HEADLINE_MAX) return 0;
  n = next->to - next->from;
  if (n > u->to - u->from) return 0;
  while (i < n && aln_same (aln_page_cut (p, u->from + i, u->from + i + 1),
                            aln_page_cut (p, next->from + i, next->from + i + 1)))
    i++;
  while (e < n && aln_same (aln_page_cut (p, u->to - 1 - e, u->to - e),
                            aln_page_cut (p, next->to - 1 - e, next->to - e)))
    e++;
  return i == n || e == n;
}

static int is_opening (const aln_page *p, uint32_t k) {
  const aln_unit *u = &p->units.at[k];
  aln_dateline d;
  if (aln_page_prose (p, u)) return 1;
  return u->words >= 4 && aln_dateline_at (p, u->from, u->to, 1, &d) && d.to < u->to;
}

/* Under the headline, before the story. What ends like a sentence is one. */
static void settle_under (aln_page *p, uint32_t k) {
  aln_unit *u = &p->units.at[k];
  if (u->stop && !is_title_case (u) && (u->words > 16 || (u->signs & ALN_SIGN_PAST))) return;
  if (u->words == 0) aln_page_drop (u, ALN_LIT ("count"), "number under the headline");
  if (u->numbers > u->words || u->words == 0 || u->words > HEADLINE_MAX || u->item) return;
  if (aln_page_mark (p, u->to - 1) == ':') return;
  aln_page_settle (u, ALN_SUBHEAD, "line under the headline");
}

static void settle_top (aln_page *p, uint32_t k) {
  aln_unit *u = &p->units.at[k];
  int found = p->headline < p->units.n;
  if (aln_byline_unit (p, k, found && p->under++ < UNDER_MAX)) return;
  if (!found && u->words == 0) aln_page_drop (u, ALN_LIT ("count"), "number over the headline");
  else if (!found && holds_next (p, k))
    aln_page_drop (u, ALN_LIT ("navigation"), "line that holds the headline");
  else if (!found && is_label (p, k))
    aln_page_drop (u, ALN_LIT ("label"), "label over the headline");
  else if (!found && is_headline (p, k)) {
    aln_page_settle (u, ALN_HEADLINE, "headline");
    p->headline = k;
    aln_byline_glued (p, k);
  } else if (aln_caption_unit (p, k, 1)) return;
  else if (is_opening (p, k)) p->prose = k;
  else if (found && p->under <= UNDER_MAX) settle_under (p, k);
}

/* "Reporting by A B" over the story is its byline; below it, furniture. */
static int is_desk (const aln_unit *u) {
  return u->settled && u->words <= 8 && aln_same (u->self.reason, ALN_LIT ("desk"));
}

void aln_headline_find (aln_page *p) {
  for (uint32_t k = 0; k < p->units.n && p->prose == p->units.n; k++)
    if (is_desk (&p->units.at[k])) aln_byline_unit (p, k, 0);
    else if (!p->units.at[k].settled) settle_top (p, k);
    else if (p->units.at[k].self.kind == ALN_DATELINE) p->under = UNDER_MAX; /* the story begins */
}
