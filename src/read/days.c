/* days.c: in: tokens. Out: calendar days (days.h). Numeric days are read from the bytes, since
   "2024.12.20" may be one token or five. */
#include "days.h"

#include "../base/civil.h"

#include "marks.h"

static int is_leap (int y) { return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0; }

static int is_day (aln_day d) {
  static const int length[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (d.month < 1 || d.month > 12 || d.day < 1) return 0;
  if (d.year && (d.year < 1600 || d.year > 2200)) return 0;
  return d.day <= length[d.month - 1] + (d.month == 2 && (d.year == 0 || is_leap (d.year)));
}

/* Digits from 'at' on, at most 'most'; moves *at. -1: none. */
static int digits (aln_slice s, size_t *at, size_t most) {
  size_t from = *at;
  int n = 0;
  while (*at < s.n && *at - from < most && aln_is_digit ((unsigned char)s.p[*at]))
    n = n * 10 + (s.p[(*at)++] - '0');
  return *at > from ? n : -1;
}

static int is_joint (char c) { return c == '-' || c == '.' || c == '/'; }

/* Year first, or (where one of the two is past 12, or both are equal) year last. */
static int order_parts (const int *part, size_t first_n, aln_day *out) {
  if (first_n == 4) *out = (aln_day){part[0], part[1], part[2]};
  else if (part[2] < 1600) return 0;
  else if (part[0] > 12 || part[0] == part[1]) *out = (aln_day){part[2], part[1], part[0]};
  else if (part[1] > 12) *out = (aln_day){part[2], part[0], part[1]};
  else return 0;
  return is_day (*out);
}

/* A numeric day at byte 'at': the byte behind it, 0: none. */
static size_t numeric_day (aln_slice s, size_t at, aln_day *out) {
  int part[3];
  size_t from = at, first_n = 0;
  char joint = 0;
  for (int k = 0; k < 3; k++) {
    part[k] = digits (s, &at, 4);
    if (part[k] < 0) return 0;
    if (k == 0) first_n = at - from;
    if (k == 2) break;
    if (at >= s.n || !is_joint (s.p[at]) || (joint && s.p[at] != joint)) return 0;
    joint = s.p[at++];
    while (joint == '.' && at < s.n && s.p[at] == ' ') at++; /* "2024. 12. 20" */
  }
  if (first_n == 3 || (at < s.n && aln_is_digit ((unsigned char)s.p[at]))) return 0;
  return order_parts (part, first_n, out) ? at : 0;
}

static aln_row row_of (const aln_lexicon *x, const char *kind, const aln_token *t, uint32_t n,
                       uint32_t *used) {
  aln_kind k = aln_lexicon_kind (x, aln_slice_of (kind));
  aln_row row = 0;
  *used = k ? aln_lexicon_longest (x, t, n, k, &row) : 0;
  return row;
}

static int number_field (const aln_lexicon *x, aln_row row) {
  aln_slice s = aln_lexicon_get (x, row, ALN_LIT ("number"));
  size_t at = 0;
  return digits (s, &at, 2);
}

/* 1 to 'most' digits and, for a day, st, nd, rd, th. */
static int whole_number (aln_slice text, const aln_token *t, size_t most) {
  aln_slice s = aln_cut (text, (aln_span){t->from, t->to});
  size_t at = 0;
  int n = digits (s, &at, most);
  if (t->kind != ALN_TOKEN_NUMBER || n < 0) return -1;
  if (at == s.n) return n;
  return most == 2 && s.n - at == 2 && aln_is_lower ((unsigned char)s.p[at]) ? n : -1;
}

typedef struct reader {
  const aln_lexicon *x;
  aln_slice text;
  const aln_token *t;
  uint32_t i, end;
} reader;

static int skip_mark (reader *r, char mark) {
  if (r->i >= r->end || aln_mark_of (r->text, &r->t[r->i]) != mark) return 0;
  r->i++;
  return 1;
}

static int read_month (reader *r) {
  uint32_t used;
  aln_row row = row_of (r->x, "months", r->t + r->i, r->end - r->i, &used);
  if (!used) return 0;
  r->i += used;
  skip_mark (r, '.'); /* a stop that is a token of its own */
  return number_field (r->x, row);
}

/* "20244:12": a year and the time of day that a page has glued to it. */
static int glued_year (const reader *r) {
  aln_slice s = aln_cut (r->text, (aln_span){r->t[r->i].from, r->t[r->i].to});
  size_t at = 0;
  int year = digits (s, &at, 4);
  for (size_t k = at; k < s.n && s.p[k] != ':'; k++)
    if (!aln_is_digit ((unsigned char)s.p[k]) || k > 5) return -1;
  if (at < 4 || r->t[r->i].kind != ALN_TOKEN_NUMBER || s.n == 4) return -1;
  return memchr (s.p, ':', s.n) ||
                 (r->i + 1 < r->end && aln_mark_of (r->text, &r->t[r->i + 1]) == ':')
             ? year
             : -1;
}

static void read_year (reader *r, aln_day *d) {
  reader ahead = *r;
  int year;
  skip_mark (&ahead, ',');
  if (ahead.i >= ahead.end) return;
  year = whole_number (r->text, &r->t[ahead.i], 4);
  if (year < 0) year = glued_year (&ahead);
  if (year < 1600 || year > 2200) return;
  d->year = year;
  r->i = ahead.i + 1;
}

static void skip_weekday (reader *r) {
  uint32_t used;
  row_of (r->x, "weekdays", r->t + r->i, r->end - r->i, &used);
  if (!used) return;
  r->i += used;
  skip_mark (r, '.');
  skip_mark (r, ',');
}

/* "Dec. 20[, 2024]" or "20[th] December[,] [2024]". */
static int worded_day (reader *r, aln_day *d) {
  *d = (aln_day){0, 0, 0};
  if (r->i >= r->end) return 0;
  if (r->t[r->i].kind == ALN_TOKEN_NUMBER) {
    d->day = whole_number (r->text, &r->t[r->i++], 2);
    d->month = r->i < r->end ? read_month (r) : 0;
  } else {
    d->month = read_month (r);
    if (!d->month || r->i >= r->end) return 0;
    d->day = whole_number (r->text, &r->t[r->i++], 2);
  }
  if (d->day < 1 || !is_day (*d)) return 0;
  read_year (r, d);
  return is_day (*d);
}

uint32_t aln_day_at (const aln_lexicon *x, aln_slice text, const aln_token *t, uint32_t i,
                     uint32_t end, aln_day *out) {
  reader r = {x, text, t, i, end};
  size_t behind = 0;
  if (i >= end) return 0;
  if (t[i].kind != ALN_TOKEN_NUMBER) skip_weekday (&r);
  if (r.i >= end) return 0;
  if (t[r.i].kind == ALN_TOKEN_NUMBER) behind = numeric_day (text, t[r.i].from, out);
  if (behind) {
    while (r.i < end && t[r.i].from < behind) r.i++;
    return r.i - i;
  }
  return worded_day (&r, out) ? r.i - i : 0;
}

int aln_day_of_iso (aln_slice s, aln_day *out) {
  size_t behind = s.n >= 10 && s.p[4] == '-' ? numeric_day (s, 0, out) : 0;
  if (behind != 10) return 0;
  if (s.n == 10) return 1;
  if (s.p[10] != 'T' && s.p[10] != ' ') return 0;
  for (size_t i = 11; i < s.n; i++)
    if (!aln_is_digit ((unsigned char)s.p[i]) && !strchr (":.+-Z ", s.p[i])) return 0;
  return s.n >= 16 && aln_is_digit ((unsigned char)s.p[11]) && s.p[13] == ':';
}

int64_t aln_day_number (aln_day d) { return aln_civil_days (d.year, d.month, d.day); }

int aln_day_year (aln_day d, aln_day near, int late) {
  int best = 0;
  int64_t best_distance = 0;
  for (int y = near.year - 1; y <= near.year + 1; y++) {
    aln_day there = {y, d.month, d.day};
    int64_t away = aln_day_number (there) - aln_day_number (near);
    int64_t distance = away < 0 ? -away : away;
    if (!is_day (there) || away > late) continue;
    if (best == 0 || distance < best_distance) best = y, best_distance = distance;
  }
  return best;
}

void aln_day_write (aln_day d, char *out) {
  int year = d.year;
  for (int k = 3; k >= 0; k--, year /= 10) out[k] = (char)(d.year ? '0' + year % 10 : 'X');
  out[4] = out[7] = '-';
  out[5] = (char)('0' + d.month / 10);
  out[6] = (char)('0' + d.month % 10);
  out[8] = (char)('0' + d.day / 10);
  out[9] = (char)('0' + d.day % 10);
  out[10] = 0;
}
