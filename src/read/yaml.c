/* yaml.c: in: a scalar as written. Out: its text (yaml.h). A value is never longer than it is
   written, but for \_ \N \L \P, which make two or three bytes of two: room is kept for that. */
#include "yaml.h"

typedef struct writer {
  aln_slice in;
  size_t i;
  char *out;
  size_t n;
} writer;

static void put_point (writer *w, uint32_t c) { /* surrogates and zero become U+FFFD */
  char *o = w->out + w->n;
  if (c == 0 || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) c = 0xFFFD;
  if (c < 0x80) o[0] = (char)c, w->n += 1;
  else if (c < 0x800) o[0] = (char)(0xC0 | c >> 6), o[1] = (char)(0x80 | (c & 63)), w->n += 2;
  else if (c < 0x10000) {
    o[0] = (char)(0xE0 | c >> 12), o[1] = (char)(0x80 | (c >> 6 & 63));
    o[2] = (char)(0x80 | (c & 63)), w->n += 3;
  } else {
    o[0] = (char)(0xF0 | c >> 18), o[1] = (char)(0x80 | (c >> 12 & 63));
    o[2] = (char)(0x80 | (c >> 6 & 63)), o[3] = (char)(0x80 | (c & 63)), w->n += 4;
  }
}

static int hex (char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

static void put_hex (writer *w, int count) {
  uint32_t c = 0;
  int k = 0;
  while (k < count && w->i < w->in.n && hex (w->in.p[w->i]) >= 0) {
    c = c << 4 | (uint32_t)hex (w->in.p[w->i++]);
    k++;
  }
  put_point (w, k == count ? c : 0xFFFD);
}

/* A line break in a scalar is a space; empty lines are line feeds (6.5). */
static void fold_break (writer *w, int escaped) {
  size_t breaks = 0;
  while (!escaped && w->n && (w->out[w->n - 1] == ' ' || w->out[w->n - 1] == '\t')) w->n--;
  while (w->i < w->in.n && aln_is_space ((unsigned char)w->in.p[w->i]))
    breaks += w->in.p[w->i++] == '\n';
  if (!escaped) w->out[w->n++] = breaks > 1 ? '\n' : ' ';
}

static void put_escape (writer *w) { /* 5.7; the backslash is behind us */
  static const char from[] = "0abtnvfre \"/\\N_LP";
  static const uint32_t to[] = {0xFFFD, ' ', ' ', '\t', '\n', ' ',    ' ',  '\n', ' ',
                                ' ',    '"', '/', '\\', ' ',  0x00A0, '\n', '\n'};
  char c = w->i < w->in.n ? w->in.p[w->i] : '\\';
  const char *known = c ? strchr (from, c) : NULL;
  if (c == '\n') {
    fold_break (w, 1);
    return;
  }
  w->i++;
  if (c == 'x') put_hex (w, 2);
  else if (c == 'u') put_hex (w, 4);
  else if (c == 'U') put_hex (w, 8);
  else if (known) put_point (w, to[known - from]);
  else w->out[w->n++] = c; /* perhaps the first byte of a letter, whose others follow */
}

static void read_quoted (writer *w, char quote) {
  for (w->i = 1; w->i < w->in.n;) {
    char c = w->in.p[w->i];
    if (c == quote && quote == '\'' && w->i + 1 < w->in.n && w->in.p[w->i + 1] == '\'') w->i++;
    else if (c == quote) return;
    if (c == '\n') fold_break (w, 0);
    else if (c == '\\' && quote == '"') w->i++, put_escape (w);
    else w->out[w->n++] = w->in.p[w->i++];
  }
}

static void read_plain (writer *w) {
  while (w->i < w->in.n) {
    char c = w->in.p[w->i];
    if (c == '#' && w->i && aln_is_space ((unsigned char)w->in.p[w->i - 1])) return; /* comment */
    if (c == '\n') fold_break (w, 0);
    else w->out[w->n++] = c, w->i++;
  }
}

static aln_slice trimmed (aln_slice s) {
  while (s.n && aln_is_space ((unsigned char)s.p[0])) s.p++, s.n--;
  while (s.n && aln_is_space ((unsigned char)s.p[s.n - 1])) s.n--;
  return s;
}

aln_slice aln_yaml_scalar (aln_status *st, aln_arena *a, aln_slice s) {
  writer w = {trimmed (s), 0, NULL, 0};
  w.out = aln_arena_get (st, a, w.in.n * 2 + 4);
  if (!w.out || w.in.n == 0) return (aln_slice){"", 0};
  if (w.in.p[0] == '\'' || w.in.p[0] == '"') read_quoted (&w, w.in.p[0]);
  else read_plain (&w);
  return trimmed ((aln_slice){w.out, w.n});
}
