/* lines.c: in: page tokens. Out: lines and whether they are hard-wrapped (lines.h).
   A greedy wrap leaves a trace: the next line's first word would not have fitted any more. Where
   nearly all inner lines (those not before an empty line) show it, the page is wrapped. */
#include "lines.h"

#include "marks.h"

#define WIDEST 120u   /* letters: a longer inner line is a paragraph, not a wrapped line */
#define NARROWEST 45u /* letters: what breaks earlier is a table or a list */

static uint32_t letters (aln_slice text, uint32_t from, uint32_t to) {
  uint32_t n = 0;
  if (to - from > 4 * WIDEST) return to - from; /* too long for any wrap, whatever its letters */
  for (uint32_t i = from; i < to; i++) n += ((unsigned char)text.p[i] & 0xC0) != 0x80;
  return n;
}

static void measure (aln_slice text, const aln_token *t, const char *marks, aln_line *l) {
  uint32_t first = t[l->from].from, end = t[l->to - 1].to;
  while (first < end && !aln_is_space ((unsigned char)text.p[first])) first++;
  l->width = letters (text, t[l->from].from, end);
  l->first = letters (text, t[l->from].from, first);
  l->stop = (uint8_t)aln_ends_sentence (text, t, marks, l->from, l->to);
  l->lower = t[l->from].kind == ALN_TOKEN_WORD && t[l->from].shape == ALN_SHAPE_LOWER;
  l->item = l->to - l->from > 1 && !(t[l->from + 1].flags & ALN_TOKEN_GLUED) &&
            (marks[l->from] == '*' || marks[l->from] == '-');
}

void aln_lines_find (aln_status *st, aln_arena *a, aln_slice text, const aln_tokens *t,
                     const char *marks, aln_lines *out) {
  if (*st != ALN_OK) return;
  uint32_t from = 0;
  for (uint32_t i = 1; i <= t->n && *st == ALN_OK; i++) {
    aln_line *l;
    if (i < t->n && !(t->at[i].flags & (ALN_TOKEN_NEWLINE | ALN_TOKEN_BLANK))) continue;
    l = ALN_ADD (st, a, out);
    if (!l) return;
    l->from = from;
    l->to = i;
    l->blank = from == 0 || (t->at[from].flags & ALN_TOKEN_BLANK) != 0;
    measure (text, t->at, marks, l);
    from = i;
  }
}

static int is_inner (const aln_lines *lines, uint32_t k) { /* no break before a bullet is a wrap */
  return k + 1 < lines->n && !lines->at[k + 1].blank && !lines->at[k + 1].item;
}

/* Would the first word of the next line have gone past the width? */
static int is_forced (const aln_lines *lines, uint32_t k, uint32_t width) {
  return lines->at[k].width + 1 + lines->at[k + 1].first > width;
}

/* The width that all but the widest fortieth of the inner lines keep. */
static uint32_t common_width (const uint32_t *count, uint32_t inner) {
  uint32_t wider = 0, width = WIDEST;
  while (width > 0 && (wider += count[width]) * 40 <= inner) width--;
  return width;
}

uint32_t aln_lines_wrap (const aln_lines *lines, uint32_t first) {
  uint32_t count[WIDEST + 1] = {0}, inner = 0, wide = 0, width, forced = 0, stops = 0;
  for (uint32_t k = first; k < lines->n; k++) {
    if (!is_inner (lines, k)) continue;
    if (lines->at[k].width > WIDEST) wide++;
    else count[lines->at[k].width]++, inner++;
  }
  width = common_width (count, inner);
  if (inner < 3 || wide * 10 > inner || width < NARROWEST) return 0;
  for (uint32_t k = first; k < lines->n; k++) {
    if (!is_inner (lines, k) || lines->at[k].width > WIDEST) continue;
    forced += (uint32_t)is_forced (lines, k, width);
    stops += lines->at[k].stop;
  }
  return forced * 10 >= inner * 7 && stops * 10 <= inner * 4 ? width : 0;
}

int aln_lines_go_on (const aln_lines *lines, uint32_t k, uint32_t wrap) {
  const aln_line *l = &lines->at[k];
  if (!is_inner (lines, k)) return 0;
  if (wrap && l->width * 2 > wrap && is_forced (lines, k, wrap)) return 1;
  if (wrap && l->width * 3 > wrap * 2 && l->width <= WIDEST && !l->stop) return 1;
  return lines->at[k + 1].lower && !l->stop && l->width <= WIDEST &&
         (l->width >= 25 || lines->at[k + 1].stop) && lines->at[k + 1].width >= 8;
}
