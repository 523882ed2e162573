/* sniff.c: in: the first bytes. Out: what kind of file begins so. */
#include "sniff.h"

#define MAGIC(at, bytes, name)                                                                     \
  { at, {bytes, sizeof (bytes) - 1}, name }

static const struct {
  size_t at; /* where the magic number stands */
  aln_slice bytes;
  const char *name;
} magics[] = {MAGIC (0, "%PDF-", "a PDF file"),
              MAGIC (0, "\x89PNG\r\n\x1A\n", "a PNG image"),
              MAGIC (0, "PK\x03\x04", "a ZIP archive (or an office document)"),
              MAGIC (0, "PK\x05\x06", "an empty ZIP archive"),
              MAGIC (0, "\x1F\x8B", "a gzip file"),
              MAGIC (0, "\xFF\xD8\xFF", "a JPEG image"),
              MAGIC (0, "GIF87a", "a GIF image"),
              MAGIC (0, "GIF89a", "a GIF image"),
              MAGIC (8, "WEBPVP8", "a WebP image"),
              MAGIC (0, "II*\0", "a TIFF image"),
              MAGIC (0, "MM\0*", "a TIFF image"),
              MAGIC (4, "1AY&SY", "a bzip2 file"),
              MAGIC (0, "\xFD\x37zXZ\0", "an xz file"),
              MAGIC (0, "\x28\xB5\x2F\xFD", "a Zstandard file"),
              MAGIC (0, "7z\xBC\xAF\x27\x1C", "a 7z archive"),
              MAGIC (0, "Rar!\x1A\x07", "a RAR archive"),
              MAGIC (257, "ustar", "a tar archive"),
              MAGIC (0, "\x7F\x45LF", "a program (ELF)"),
              MAGIC (0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old office document (OLE)"),
              MAGIC (0, "{\\rtf", "an RTF document"),
              MAGIC (0, "%!PS-", "a PostScript file"),
              MAGIC (0, "SQLite format 3\0", "an SQLite database"),
              MAGIC (4, "ftyp", "a video or image (ISO media)"),
              MAGIC (0, "OggS\0", "an Ogg file"),
              MAGIC (0, "wOF2\0", "a web font")};

const char *aln_sniff_magic (aln_slice raw) {
  for (size_t i = 0; i < sizeof magics / sizeof magics[0]; i++) {
    aln_slice m = magics[i].bytes;
    if (raw.n >= magics[i].at + m.n && memcmp (raw.p + magics[i].at, m.p, m.n) == 0)
      return magics[i].name;
  }
  return NULL;
}

/* -- HTML --------------------------------------------------------------------------------------- */

/* Does 's' begin, at 'at', with 'lower' (lower case), in whatever case? */
static int begins (aln_slice s, size_t at, aln_slice lower) {
  if (s.n - at < lower.n) return 0;
  for (size_t i = 0; i < lower.n; i++) {
    unsigned char c = (unsigned char)s.p[at + i];
    if ((aln_is_upper (c) ? c + ('a' - 'A') : c) != (unsigned char)lower.p[i]) return 0;
  }
  return 1;
}

/* The byte behind the next 'end' from 'at', s.n where there is none. */
static size_t behind (aln_slice s, size_t at, aln_slice end) {
  for (; at + end.n <= s.n; at++)
    if (memcmp (s.p + at, end.p, end.n) == 0) return at + end.n;
  return s.n;
}

static size_t skip_preamble (aln_slice s) {
  size_t at = 0, last;
  do {
    last = at;
    while (at < s.n && aln_is_space ((unsigned char)s.p[at])) at++;
    if (begins (s, at, ALN_LIT ("<!--"))) at = behind (s, at + 4, ALN_LIT ("-->"));
    else if (begins (s, at, ALN_LIT ("<?xml"))) at = behind (s, at + 5, ALN_LIT ("?>"));
  } while (at > last);
  return at;
}

int aln_sniff_html (aln_slice s, size_t *at) {
  static const char *const tags[] = {
      "<!doctype html", "<html",  "<head", "<body", "<title",   "<meta",    "<link",
      "<script",        "<style", "<div",  "<p",    "<article", "<section", "<header",
      "<main",          "<table", "<span", "<nav",  "<h1",      "<h2"};
  *at = skip_preamble (s);
  for (size_t i = 0; i < sizeof tags / sizeof tags[0]; i++) {
    aln_slice tag = aln_slice_of (tags[i]);
    unsigned char next = *at + tag.n < s.n ? (unsigned char)s.p[*at + tag.n] : 0;
    if (begins (s, *at, tag) && (next == '>' || next == '/' || aln_is_space (next))) return 1;
  }
  return 0;
}
