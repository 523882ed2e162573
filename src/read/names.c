/* names.c: in: the page. Out: name-shaped runs (names.h). */
#include "names.h"

static int has_role (const aln_page *p, uint32_t i, uint32_t end, const char *role) {
  aln_row row = 0;
  return aln_page_phrase (p, i, end, p->bylines, &row) && aln_page_is (p, row, "role", role);
}

static int is_name_word (const aln_page *p, uint32_t i, uint32_t end) {
  aln_row row = 0;
  if (!aln_page_capital (p, i)) return 0;
  if (p->text.p[p->t[i].from] == '\'') return 0;
  if (aln_page_phrase (p, i, end, p->agencies, &row)) return 0;
  if (aln_page_phrase (p, i, end, p->bylines, &row)) return 0;
  /* "Do" alone is a verb, in "Do-yun" it is none */
  return aln_page_compound (p, i, end) > i + 1 || !aln_page_phrase (p, i, i + 1, p->signs, &row);
}

uint32_t aln_name_at (const aln_page *p, uint32_t i, uint32_t end) {
  uint32_t words = 0, k = i;
  while (k < end && words <= 5) {
    if (k > i && (p->t[k].flags & ALN_TOKEN_GLUED)) break;
    if (words && has_role (p, k, end, "particle")) {
      uint32_t next = k + 1;
      while (next < end && has_role (p, next, end, "particle")) next++;
      if (next >= end || !aln_page_capital (p, next)) break;
      k = next;
    }
    if (!is_name_word (p, k, end)) break;
    k = aln_page_compound (p, k, end);
    words++;
  }
  return words >= 2 && words <= 5 ? k : 0;
}
