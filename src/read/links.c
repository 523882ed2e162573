/* links.c: in: a text and where a link may begin. Out: where it ends (links.h). */
#include "links.h"

#include "letter_at.h"

static int is_url_byte (unsigned char c) {
  return c > ' ' && c < 0x7F && c != '<' && c != '>' && c != '"' && c != '`' && c != '{' &&
         c != '}' && c != '|' && c != '\\' && c != '^';
}

/* A closing bracket belongs to the link when it was opened in it. */
size_t aln_url_end (aln_slice s, size_t from) {
  size_t to = from, open = 0, close = 0;
  for (; to < s.n && is_url_byte ((unsigned char)s.p[to]); to++) {
    open += s.p[to] == '(';
    close += s.p[to] == ')';
  }
  for (; to > from; to--) {
    char c = s.p[to - 1];
    if (c == ')' && close > open) close--;
    else if (!strchr (".,;:!?'*]", c)) break;
  }
  return to;
}

static int is_handle_byte (unsigned char c) {
  return aln_is_alpha (c) || aln_is_digit (c) || c == '_';
}

size_t aln_host_end (aln_slice s, size_t from) {
  size_t to = from, dots = 0;
  unsigned char c;
  while ((c = aln_byte_at (s, to)) == '-' || c == '.' || aln_is_alpha (c) || aln_is_digit (c)) to++;
  while (to > from && !is_handle_byte (aln_byte_at (s, to - 1))) to--;
  for (size_t i = from; i < to; i++) dots += s.p[i] == '.';
  return dots && is_handle_byte (aln_byte_at (s, from)) ? to : 0;
}

size_t aln_handle_end (aln_slice s, size_t from) {
  while (is_handle_byte (aln_byte_at (s, from))) from++;
  return from;
}

size_t aln_tag_end (aln_slice s, size_t from) {
  size_t n = 0;
  int letters = 0;
  aln_letter k;
  while ((k = aln_letter_at (s, from, &n)) != ALN_NO_LETTER || aln_byte_at (s, from) == '_') {
    letters |= k > ALN_DIGIT;
    from += n;
  }
  return letters ? from : 0;
}

int aln_is_local_part (aln_slice s) {
  for (size_t i = 0; i < s.n; i++) {
    unsigned char c = (unsigned char)s.p[i];
    if (!is_handle_byte (c) && c != '.' && c != '-' && c != '+' && c != '%') return 0;
  }
  return 1;
}
