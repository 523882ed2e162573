/* credit.c: in: the page. Out: credits (credit.h). */
#include "credit.h"

#define CREDIT_MAX 18u /* tokens of one credit */

static int opens (char m) { return m == '(' || m == '[' || m == '<'; }
static int closes (char m) { return m == ')' || m == ']' || m == '>'; }

/* One step through what a credit may hold; 0: something else. */
static uint32_t credit_step (const aln_page *p, uint32_t i, uint32_t to, aln_credit *c) {
  aln_row row = 0;
  uint32_t n = aln_page_phrase (p, i, to, p->captions, &row);
  char m;
  if (n && aln_page_row (p, i, n, p->captions, "role", "photo")) return c->photo = 1, n;
  if (n && aln_page_row (p, i, n, p->captions, "role", "joint")) return n;
  n = aln_page_phrase (p, i, to, p->agencies, &row);
  if (n) {
    if (!c->agency) c->agency = row;
    if (aln_page_is (p, row, "kind", "photo")) c->photo = 1;
    return n;
  }
  m = aln_page_mark (p, i);
  if (m == '/' || m == '=') c->slash = 1;
  if (m) return m != '"' && m != '?' && m != '!' && m != ';';
  if (p->t[i].kind == ALN_TOKEN_NUMBER || p->t[i].kind == ALN_TOKEN_IDEOGRAM) return 1;
  return p->t[i].kind == ALN_TOKEN_WORD && p->t[i].shape != ALN_SHAPE_LOWER;
}

int aln_credit_alone (const aln_page *p, uint32_t from, uint32_t to, aln_credit *out) {
  aln_credit c = {from, 0, 0, 0, 0, 0};
  if (to == from || to - from > CREDIT_MAX) return 0;
  for (uint32_t i = from; i < to;) {
    uint32_t n = credit_step (p, i, to, &c);
    if (n == 0) return 0;
    i += n;
  }
  if (c.agency && c.slash) c.photo = 1;
  c.bracketed = opens (aln_page_mark (p, from)) && closes (aln_page_mark (p, to - 1));
  *out = c;
  if ((!c.agency && !c.photo) || aln_page_mark (p, to - 1) == ':') return 0;
  return c.agency || to - from >= 2;
}

/* The opening bracket of the group that ends at 'to' (exclusive); 'to': no such group. */
static uint32_t group_start (const aln_page *p, uint32_t from, uint32_t to) {
  if (to == from || !closes (aln_page_mark (p, to - 1))) return to;
  for (uint32_t k = to - 1; k > from && to - k < CREDIT_MAX; k--)
    if (opens (aln_page_mark (p, k - 1))) return k - 1;
  return to;
}

static aln_credit bracketed (const aln_page *p, uint32_t from, uint32_t to) {
  aln_credit c = {to, 0, 0, 0, 0, 0}, one;
  uint32_t end = to;
  if (end > from && aln_page_mark (p, end - 1) == '.') end--;
  for (;;) {
    uint32_t k = group_start (p, from, end);
    if (k == end) return c;
    one = c;
    one.from = end;
    if (!aln_credit_alone (p, k, end, &one)) {
      if (one.from != k || end != to || end - k < 4 ||
          !aln_ends_sentence (p->text, p->t, p->marks, from, k))
        return c;
      c.unknown = 1; /* "(Ministry of Works)" */
    }
    c.from = k;
    c.agency = one.agency ? one.agency : c.agency;
    c.photo |= one.photo || aln_page_mark (p, k) == '[';
    for (uint32_t i = k; i + 1 < end; i++) /* "AFP-Yonhap" */
      c.photo |= i > k && aln_page_mark (p, i) == '-';
    c.bracketed = 1;
    end = k;
  }
}

/* "… on the beach at noon Anna Berg/Reuters": the slash, the wire behind it, a name before. */
static aln_credit slashed (const aln_page *p, uint32_t from, uint32_t to) {
  aln_credit c = {to, 0, 0, 0, 0, 0}, one;
  uint32_t slash = to, k, words = 0;
  while (slash > from && to - slash < 10 && aln_page_mark (p, slash - 1) != '/') slash--;
  if (slash == from || to - slash >= 10 || slash == to) return c;
  slash--;
  if (!aln_credit_alone (p, slash, to, &one) || !one.agency) { /* "REUTERS/Kim Hong-ji" */
    if (slash == from || !aln_credit_alone (p, slash - 1, to, &one) || !one.agency) return c;
  }
  for (k = slash; k > from && words < 2; words++) {
    uint32_t w = k - 1;
    while (w > from && (p->t[w].flags & ALN_TOKEN_GLUED) && aln_page_mark (p, w - 1) != '/') w--;
    if (aln_page_mark (p, w) || p->t[w].shape == ALN_SHAPE_LOWER || p->t[w].kind != ALN_TOKEN_WORD)
      break;
    if (aln_page_mark (p, k - 1) == '.' && k - w < 3 && p->t[w].to - p->t[w].from > 2) break;
    k = w;
  }
  c = one;
  c.from = k;
  c.photo = 1;
  return c;
}

/* "… on Friday. Courtesy of the Ministry of Defense": all that follows the last stop. */
static aln_credit behind_stop (const aln_page *p, uint32_t from, uint32_t to) {
  aln_credit c = {to, 0, 0, 0, 0, 0}, one;
  for (uint32_t k = to - 1; k > from && to - k < CREDIT_MAX; k--) {
    uint32_t before = k - 1;
    if (p->t[k].flags & ALN_TOKEN_GLUED) continue;
    if (!aln_ends_sentence (p->text, p->t, p->marks, before, k) && aln_page_mark (p, k) != '/')
      continue;
    if (!aln_credit_alone (p, k, to, &one)) continue;
    c = one;
    c.from = k;
    break;
  }
  return c;
}

aln_credit aln_credit_tail (const aln_page *p, uint32_t from, uint32_t to) {
  aln_credit c = {to, 0, 0, 0, 0, 0};
  if (to - from < 2) return c;
  c = bracketed (p, from, to);
  if (c.from == to) c = behind_stop (p, from, to);
  if (c.from == to) c = slashed (p, from, to);
  if (c.from == from) c.from = to;
  return c;
}

aln_slice aln_credit_text (const aln_page *p, uint32_t from, uint32_t to) {
  int group = 0;
  while (to > from && (closes (aln_page_mark (p, to - 1)) || aln_page_mark (p, to - 1) == '.' ||
                       aln_page_mark (p, to - 1) == '|')) {
    if (aln_page_mark (p, to - 1) == '.' && (p->t[to - 1].flags & ALN_TOKEN_GLUED) &&
        to - from > 1 && !closes (aln_page_mark (p, to - 2)))
      break;
    group |= closes (aln_page_mark (p, to - 1));
    to--;
  }
  for (uint32_t k = to; group && k > from; k--) /* "(NOT FOR SALE) (Yonhap)": the last */
    if (opens (aln_page_mark (p, k - 1))) {
      from = k;
      break;
    }
  while (from < to && (opens (aln_page_mark (p, from)) || aln_page_mark (p, from) == '/' ||
                       aln_page_dash (p, from, to)))
    from++;
  return aln_page_cut (p, from, to);
}
