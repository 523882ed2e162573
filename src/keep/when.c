/* when.c: in: an ISO day or date-time. Out: seconds since 1970. */
#include "when.h"

#include "../base/civil.h"

typedef struct cursor {
  const char *p, *end;
} cursor;

/* Exactly 'digits' digits as a number; 0 where they are not there. */
static int number (cursor *c, int digits, int *out) {
  if (c->end - c->p < digits) return 0;
  *out = 0;
  for (int i = 0; i < digits; i++) {
    if (!aln_is_digit ((unsigned char)c->p[i])) return 0;
    *out = *out * 10 + (c->p[i] - '0');
  }
  c->p += digits;
  return 1;
}

static int mark (cursor *c, const char *any) {
  if (c->p == c->end || !strchr (any, *c->p)) return 0;
  c->p++;
  return 1;
}

/* ":30" or ":30:15.123" behind the hour. */
static int64_t minutes_and_seconds (cursor *c) {
  int minute = 0, second = 0;
  if (mark (c, ":") && number (c, 2, &minute) && mark (c, ":")) number (c, 2, &second);
  if (mark (c, ".,"))
    while (c->p < c->end && aln_is_digit ((unsigned char)*c->p)) c->p++;
  return minute * 60 + second;
}

static int64_t offset (cursor *c) {
  int hours = 0, minutes = 0, sign;
  if (c->p == c->end || (*c->p != '+' && *c->p != '-')) return 0;
  sign = *c->p++ == '-' ? -1 : 1;
  if (!number (c, 2, &hours)) return 0;
  mark (c, ":");
  number (c, 2, &minutes);
  return sign * ((int64_t)hours * 3600 + (int64_t)minutes * 60);
}

int aln_when (aln_slice s, int64_t *seconds) {
  cursor c;
  int year, month, day, hour;
  if (s.n == 0) return 0;
  c = (cursor){s.p, s.p + s.n};
  if (!number (&c, 4, &year) || !mark (&c, "-") || !number (&c, 2, &month) || !mark (&c, "-") ||
      !number (&c, 2, &day))
    return 0;
  if (month < 1 || month > 12 || day < 1 || day > 31) return 0;
  *seconds = aln_civil_days (year, month, day) * 86400;
  if (!mark (&c, "T ") || !number (&c, 2, &hour)) return 1;
  *seconds += (int64_t)hour * 3600 + minutes_and_seconds (&c);
  *seconds -= offset (&c);
  return 1;
}
