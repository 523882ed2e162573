/* clean.c: in: bytes. Out: clean UTF-8 in NFC and the map back (clean.h).
   One pass. Runs that need no change are skipped over whole; as long as all that is kept stands in
   one piece of the input, the output is that piece and nothing is copied. */
#include "clean.h"

#include "../base/buf.h"
#include "../base/limits.h"
#include "decode.h"
#include "normalize.h"
#include "sniff.h"

typedef struct cleaner {
  aln_status st;
  aln_arena *a;
  aln_fault *f;
  aln_slice raw;
  aln_coding coding;
  size_t at; /* next byte of raw */

  size_t lead, n; /* while nothing had to change: the output is raw[lead .. lead+n) */
  int own;        /* then it is 'buf', with 'map' */
  aln_buf buf;
  aln_map map;

  aln_cluster cluster; /* open where n > 0 */
  size_t cluster_from, cluster_to;

  int damage_judged, controls_judged;
  int nel_is_dots; /* 0: not known, 1: U+0085 is "…", -1: a line break */
  uint32_t replaced;
} cleaner;

/* -- output ------------------------------------------------------------------------------------- */

static void note (cleaner *w, size_t out_n, size_t in, size_t in_n, int same) {
  aln_map_add (&w->st, w->a, &w->map, (uint32_t)w->buf.n, (uint32_t)out_n, (uint32_t)in,
               (uint32_t)in_n, same);
}

static void make_own (cleaner *w) {
  if (w->own) return;
  w->own = 1;
  aln_buf_reserve (&w->st, &w->buf, w->raw.n + 64);
  note (w, w->n, w->lead, w->n, 1);
  aln_buf_add (&w->st, &w->buf, (aln_slice){w->raw.p + w->lead, w->n});
}

static void keep (cleaner *w, size_t from, size_t to) { /* bytes of raw as they are */
  if (to == from) return;
  if (!w->own && w->n == 0) w->lead = from;
  if (!w->own && w->lead + w->n == from) {
    w->n += to - from;
    return;
  }
  make_own (w);
  note (w, to - from, from, to - from, 1);
  aln_buf_add (&w->st, &w->buf, (aln_slice){w->raw.p + from, to - from});
}

static void put (cleaner *w, aln_slice bytes, size_t from, size_t to) { /* others, made from raw */
  if (to - from == bytes.n && memcmp (w->raw.p + from, bytes.p, bytes.n) == 0) {
    keep (w, from, to);
    return;
  }
  make_own (w);
  note (w, bytes.n, from, to - from, 0);
  aln_buf_add (&w->st, &w->buf, bytes);
}

static void put_point (cleaner *w, uint32_t c, size_t from, size_t to) {
  char bytes[4];
  put (w, (aln_slice){bytes, aln_encode (c, bytes)}, from, to);
}

/* -- clusters ----------------------------------------------------------------------------------- */

static void close_cluster (cleaner *w) {
  char bytes[ALN_CLUSTER_BYTES];
  size_t n;
  if (w->cluster.n == 0) return;
  n = aln_cluster_write (&w->cluster, bytes);
  put (w, (aln_slice){bytes, n}, w->cluster_from, w->cluster_to);
}

static size_t last_point (const char *p, size_t n) { /* bytes of the last character */
  size_t k = 1;
  while (k < n && ((unsigned char)p[n - k] & 0xC0) == 0x80) k++;
  return k;
}

/* Takes the last character back from the output: a mark hangs on it. It lies in a piece of its own
   or at the end of a 'same' piece, since only 'same' pieces and closed clusters hold more than one
   character, and no mark follows a cluster that was closed. */
static void open_on_last (cleaner *w) {
  int own = w->own;
  aln_slice out = own ? aln_buf_slice (&w->buf) : (aln_slice){w->raw.p + w->lead, w->n};
  aln_piece *piece = w->map.n ? &w->map.at[w->map.n - 1] : NULL;
  size_t k = out.n ? last_point (out.p, out.n) : 0;
  if (k == 0 || out.p[out.n - k] == '\n' || (own && !piece)) return;
  aln_cluster_add (&w->cluster, aln_decode (out, out.n - k, ALN_UTF_8).c);
  if (!own) {
    w->n -= k;
    w->cluster_from = w->lead + w->n;
    return;
  }
  w->buf.n -= k;
  w->cluster_from = piece->in;
  if (piece->same) {
    piece->out_n -= (uint32_t)k;
    piece->in_n -= (uint32_t)k;
    w->cluster_from = piece->in + piece->in_n;
  }
  if (!piece->same || piece->out_n == 0) w->map.n--;
}

static void hang (cleaner *w, uint32_t c, size_t from, size_t to) {
  if (w->cluster.n && aln_cluster_full (&w->cluster, c)) {
    close_cluster (w);
    w->cluster_from = from;
  } else if (w->cluster.n == 0) {
    w->cluster_from = from;
    open_on_last (w);
  }
  if (aln_cluster_add (&w->cluster, c)) w->cluster_to = to;
  else w->replaced++;
}

/* -- what is wrong with the whole --------------------------------------------------------------- */

/* At the first invalid byte: another encoding, or damage? Decided once, for the whole document.
   Where a quarter of it is invalid, the rest is no text to read either. */
static void judge_damage (cleaner *w) {
  size_t invalid;
  if (w->damage_judged || aln_coding_wide (w->coding)) return;
  w->damage_judged = 1;
  w->coding = aln_coding_judged (w->raw, &invalid);
  if (w->coding == ALN_UTF_8 && invalid >= 16 && invalid * 4 > w->raw.n)
    w->st = aln_fail (w->f, ALN_EBINARY, w->at,
                      "neither UTF-8 nor Windows-1252: %zu of %zu bytes make no sense; if this is "
                      "text in another encoding, convert it to UTF-8",
                      invalid, w->raw.n);
}

static int is_control (uint32_t c) { return (c < 0x20 && !(c >= '\t' && c <= '\r')) || c == 0x7F; }

/* At the first control character: a stray one, or not text at all? One in ten is not text. */
static void judge_controls (cleaner *w) {
  size_t all = 0, controls = 0, nul = 0;
  aln_point p;
  if (w->controls_judged) return;
  w->controls_judged = 1;
  for (size_t i = w->at; i < w->raw.n; i += p.n) {
    p = aln_decode (w->raw, i, w->coding);
    controls += (size_t)is_control (p.c);
    nul += p.c == 0;
  }
  all = w->raw.n / (aln_coding_wide (w->coding) ? 2 : 1);
  if (controls < 4 || controls * 10 <= all) return;
  w->st = aln_fail (w->f, ALN_EBINARY, w->at, "not text: %zu of %zu bytes are control characters%s",
                    controls, w->raw.n,
                    nul * 3 > all ? "; UTF-16 is read when it begins with a byte order mark" : "");
}

/* U+0085 is a line break (NEL), but in a text with other characters of U+0080..9F, which nobody
   writes, all of them are Windows-1252 that was taken for Latin-1, and U+0085 is "…". */
static int nel_is_dots (cleaner *w) {
  aln_point p;
  if (w->nel_is_dots) return w->nel_is_dots > 0;
  w->nel_is_dots = -1;
  for (size_t i = 0; i < w->raw.n && w->nel_is_dots < 0; i += p.n) {
    p = aln_decode (w->raw, i, w->coding);
    if (p.c >= 0x80 && p.c <= 0x9F && p.c != 0x85) w->nel_is_dots = 1;
  }
  return w->nel_is_dots > 0;
}

/* -- characters --------------------------------------------------------------------------------- */

static int is_line_break (cleaner *w, uint32_t c) {
  return (c >= '\n' && c <= '\r') || c == 0x2028 || c == 0x2029 || (c == 0x85 && !nel_is_dots (w));
}

static void take_line_break (cleaner *w, uint32_t c, size_t from) {
  if (c == '\r' && w->at < w->raw.n) { /* CR LF is one */
    aln_point next = aln_decode (w->raw, w->at, w->coding);
    if (next.c == '\n') w->at += next.n;
  }
  close_cluster (w);
  put_point (w, '\n', from, w->at);
}

static void take_text (cleaner *w, uint32_t c, size_t from) {
  aln_join join = aln_join_of (c);
  if (join == ALN_JOIN_HANGS) {
    hang (w, c, from, w->at);
    return;
  }
  close_cluster (w);
  if (join == ALN_JOIN_NEVER) {
    put_point (w, c, from, w->at);
    return;
  }
  aln_cluster_add (&w->cluster, c);
  w->cluster_from = from;
  w->cluster_to = w->at;
}

static void take_point (cleaner *w) {
  aln_point p = aln_decode (w->raw, w->at, w->coding);
  size_t from = w->at;
  if (p.c == ALN_BAD_POINT && !w->damage_judged) {
    judge_damage (w);
    p = aln_decode (w->raw, w->at, w->coding);
  }
  if (p.c != ALN_BAD_POINT && is_control (p.c)) judge_controls (w);
  w->at += p.n;
  if (p.c == ALN_BAD_POINT) {
    w->replaced++;
    take_text (w, 0xFFFD, from);
  } else if (is_line_break (w, p.c)) take_line_break (w, p.c, from);
  else if (p.c >= 0x80 && p.c <= 0x9F) {
    p.c = aln_windows_1252 ((unsigned char)p.c);
    if (p.c == ALN_BAD_POINT) w->replaced++;
    else take_text (w, p.c, from);
  } else if (is_control (p.c)) w->replaced++;
  else if (p.c != 0xFEFF) take_text (w, p.c, from);
}

/* -- runs that stay as they are ----------------------------------------------------------------- */

static int is_plain (unsigned char c) { return (c >= 0x20 && c < 0x7F) || c == '\n' || c == '\t'; }

/* Eight bytes at a time: is none below 0x20, 0x7F or above? (Line feeds say no too.) */
static int all_printable (const char *p) {
  const uint64_t ones = UINT64_C (0x0101010101010101), tops = ones * 0x80;
  uint64_t x, del;
  memcpy (&x, p, sizeof x);
  del = x ^ ones * 0x7F;
  return ((x | ((x - ones * 0x20) & ~x) | ((del - ones) & ~del)) & tops) == 0;
}

static size_t plain_end (aln_slice s, size_t at) {
  size_t stop;
  do {
    while (s.n - at >= 8 && all_printable (s.p + at)) at += 8;
    stop = s.n - at >= 8 ? at + 8 : s.n;
    while (at < stop && is_plain ((unsigned char)s.p[at])) at++;
  } while (at == stop && at < s.n);
  return at;
}

/* The end of the run from 'at' that is valid UTF-8, NFC and free of anything to change. */
static size_t quiet_end (aln_slice s, size_t at) {
  while (at < s.n) {
    aln_point p;
    if ((unsigned char)s.p[at] < 0x80) {
      size_t end = plain_end (s, at);
      if (end == at) break;
      at = end;
      continue;
    }
    p = aln_decode (s, at, ALN_UTF_8);
    if (p.c == ALN_BAD_POINT || !aln_is_quiet (p.c)) break;
    at += p.n;
  }
  return at;
}

static void take_all (cleaner *w) {
  int wide = aln_coding_wide (w->coding);
  while (w->at < w->raw.n && w->st == ALN_OK) {
    size_t end = wide ? w->at : quiet_end (w->raw, w->at);
    if (end > w->at) {
      close_cluster (w);
      keep (w, w->at, end);
      w->at = end;
    } else take_point (w);
  }
  if (w->st == ALN_OK) close_cluster (w);
}

/* -- the whole ---------------------------------------------------------------------------------- */

/* White space and characters that show nothing, in Unicode's spelling. */
static int is_blank (uint32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0xAD || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200F) || c == 0x202F || (c >= 0x205F && c <= 0x2060) || c == 0x3000;
}

static int all_blank (aln_slice s) {
  aln_point p;
  for (size_t i = 0; i < s.n; i += p.n) {
    p = aln_decode (s, i, ALN_UTF_8);
    if (!is_blank (p.c)) return 0;
  }
  return 1;
}

static aln_slice finish (cleaner *w) {
  aln_slice text = {w->raw.p + w->lead, w->n};
  if (w->own) text = aln_arena_copy (&w->st, w->a, aln_buf_slice (&w->buf));
  else if (w->lead && w->n) note (w, w->n, w->lead, w->n, 1);
  aln_buf_free (&w->buf);
  return text;
}

/* What cleaning left: is it an article's text? */
static aln_status look_at (const aln_clean *c, aln_fault *f) {
  size_t at;
  if (all_blank (c->text)) {
    if (c->replaced)
      return aln_fail (f, ALN_EBINARY, 0, "not text: nothing in it but control characters");
    return aln_fail (f, ALN_EMPTY, ALN_NOWHERE, "%s", aln_status_text (ALN_EMPTY));
  }
  if (!aln_sniff_html (c->text, &at)) return ALN_OK;
  at = aln_map_back (&c->map, (aln_span){(uint32_t)at, (uint32_t)at + 1}).from;
  return aln_fail (f, ALN_EHTML, at,
                   "a page of HTML, and pages are not read yet: give the article's text");
}

aln_status aln_clean_bytes (aln_slice raw, aln_arena *a, aln_clean *out, aln_fault *f) {
  const char *magic = aln_sniff_magic (raw);
  cleaner w;
  if (raw.n > ALN_ARTICLE_MAX)
    return aln_fail (f, ALN_ELIMIT, ALN_NOWHERE,
                     "an article of %zu bytes; at most %u are read (ALN_ARTICLE_MAX)", raw.n,
                     ALN_ARTICLE_MAX);
  if (magic) return aln_fail (f, ALN_EBINARY, 0, "not text: %s", magic);
  memset (&w, 0, sizeof w);
  w.a = a;
  w.f = f;
  w.raw = raw;
  w.coding = aln_coding_marked (raw, &w.at);
  take_all (&w);
  *out = (aln_clean){finish (&w), w.map, aln_coding_name (w.coding), w.replaced};
  if (w.st == ALN_ENOMEM || w.st == ALN_ELIMIT)
    aln_fail (f, w.st, ALN_NOWHERE, "%s", aln_status_text (w.st));
  return w.st == ALN_OK ? look_at (out, f) : w.st;
}
