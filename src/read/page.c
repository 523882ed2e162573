/* page.c: in: page tokens. Out: units with their shapes, and the small questions all steps ask. */
#include "page.h"

#include "credit.h"

static void find_marks (aln_page *p) {
  char *marks = aln_arena_get (p->st, &p->a->arena, p->a->tokens.n + 1);
  for (uint32_t i = 0; marks && i < p->a->tokens.n; i++) marks[i] = aln_mark_of (p->text, &p->t[i]);
  p->marks = marks;
}

void aln_page_open (aln_page *p, aln_status *st, aln_article *a) {
  memset (p, 0, sizeof *p);
  p->st = st;
  p->a = a;
  p->x = a->lexicon;
  p->text = a->clean.text;
  p->t = a->tokens.at;
  p->furniture = aln_lexicon_kind (p->x, ALN_LIT ("furniture"));
  p->agencies = aln_lexicon_kind (p->x, ALN_LIT ("agencies"));
  p->metadata = aln_lexicon_kind (p->x, ALN_LIT ("metadata"));
  p->captions = aln_lexicon_kind (p->x, ALN_LIT ("captions"));
  p->bylines = aln_lexicon_kind (p->x, ALN_LIT ("bylines"));
  p->signs = aln_lexicon_kind (p->x, ALN_LIT ("signs"));
  find_marks (p);
  aln_lines_find (st, &a->arena, p->text, &a->tokens, p->marks, &p->lines);
}

uint32_t aln_page_phrase (const aln_page *p, uint32_t i, uint32_t end, aln_kind kind,
                          aln_row *row) {
  if (!kind || i >= end || (!p->t[i].word && p->t[i].kind != ALN_TOKEN_NUMBER)) return 0;
  return aln_lexicon_longest (p->x, p->t + i, end - i, kind, row);
}

aln_slice aln_page_get (const aln_page *p, aln_row row, const char *key) {
  return aln_lexicon_get (p->x, row, aln_slice_of (key));
}

aln_row aln_page_row (const aln_page *p, uint32_t i, uint32_t n, aln_kind kind, const char *key,
                      const char *value) {
  aln_node at = ALN_ROOT;
  for (uint32_t k = i; k < i + n && at; k++) {
    aln_node next = aln_lexicon_step (p->x, at, p->t[k].word);
    if (!next && p->t[k].kind == ALN_TOKEN_NUMBER)
      next = aln_lexicon_step (p->x, at, ALN_WORD_NUMBER);
    at = next;
  }
  for (uint32_t e = at ? aln_lexicon_entries (p->x, at) : 0; e;
       e = aln_lexicon_entry (p->x, e)->next) {
    aln_row row = aln_lexicon_entry (p->x, e)->row;
    if (aln_lexicon_row_kind (p->x, row) == kind && aln_page_is (p, row, key, value)) return row;
  }
  return 0;
}

int aln_page_is (const aln_page *p, aln_row row, const char *key, const char *value) {
  return row && aln_same (aln_page_get (p, row, key), aln_slice_of (value));
}

int aln_page_dash (const aln_page *p, uint32_t i, uint32_t end) {
  const aln_token *t = &p->t[i];
  if (i >= end || aln_page_mark (p, i) != '-') return 0;
  if (t->to - t->from > 1 &&
      !(t->to - t->from == 3 && p->text.p[t->to - 1] == '\x90' && p->text.p[t->from] == '\xE2'))
    return 1; /* "--", an en or em dash; U+2010 is a hyphen */
  return !(t->flags & ALN_TOKEN_GLUED) || i + 1 == end || !(p->t[i + 1].flags & ALN_TOKEN_GLUED);
}

int aln_page_link (const aln_page *p, uint32_t i, uint32_t end) {
  if (i >= end) return 0;
  if (p->t[i].kind == ALN_TOKEN_LINK || p->text.p[p->t[i].from] == '@') return 1;
  return i + 1 < end && p->text.p[p->t[i].to] == '@'; /* an address in pieces */
}

int aln_page_capital (const aln_page *p, uint32_t i) {
  const aln_token *t = &p->t[i];
  return t->kind == ALN_TOKEN_WORD && (t->shape == ALN_SHAPE_CAPITAL || t->shape == ALN_SHAPE_CAPS);
}

uint32_t aln_page_compound (const aln_page *p, uint32_t i, uint32_t end) {
  const aln_token *t = p->t;
  for (i++; i < end && (t[i].flags & ALN_TOKEN_GLUED); i++) {
    char m = aln_page_mark (p, i);
    int goes_on =
        i + 1 < end && (t[i + 1].flags & ALN_TOKEN_GLUED) && t[i + 1].kind == ALN_TOKEN_WORD;
    if (m == '.' && t[i].to - t[i].from == 1) continue; /* an initial's stop */
    if ((m == '-' || m == '\'') && goes_on && !aln_page_dash (p, i, end)) {
      i++;
      continue;
    }
    break;
  }
  return i;
}

/* -- units ----------------------------------------------------------------------------------------
 */

static uint32_t row_sign (const aln_lexicon *x, aln_row row) {
  static const struct {
    const char *name;
    uint32_t sign;
  } signs[] = {{"saying", ALN_SIGN_SAYING},
               {"article", ALN_SIGN_ARTICLE},
               {"finite", ALN_SIGN_FINITE},
               {"past", ALN_SIGN_FINITE | ALN_SIGN_PAST},
               {"said", ALN_SIGN_SAYING | ALN_SIGN_PAST},
               {"outlet", ALN_SIGN_NOT_NAME},
               {"region", ALN_SIGN_NOT_NAME}};
  aln_slice name = aln_lexicon_get (x, row, ALN_LIT ("sign"));
  for (size_t k = 0; k < sizeof signs / sizeof signs[0]; k++)
    if (aln_same (name, aln_slice_of (signs[k].name))) return signs[k].sign;
  return 0;
}

uint32_t aln_page_signs_of (const aln_lexicon *x, aln_word word) {
  aln_node at = aln_lexicon_step (x, ALN_ROOT, word);
  aln_kind kind = aln_lexicon_kind (x, ALN_LIT ("signs"));
  uint32_t signs = at ? ALN_SIGN_ROOT : 0;
  for (uint32_t e = at && kind ? aln_lexicon_entries (x, at) : 0; e;
       e = aln_lexicon_entry (x, e)->next)
    if (aln_lexicon_entry (x, e)->kind == kind)
      signs |= row_sign (x, aln_lexicon_entry (x, e)->row);
  return signs;
}

static void look_at_word (aln_page *p, aln_unit *u, uint32_t i) {
  const aln_token *t = &p->t[i];
  int capital = t->shape == ALN_SHAPE_CAPITAL || t->shape == ALN_SHAPE_CAPS;
  u->words++;
  u->capitals += (uint32_t)capital;
  u->caps += t->shape == ALN_SHAPE_CAPS;
  u->eastern +=
      (unsigned char)p->text.p[t->from] >= 0xE3 && (unsigned char)p->text.p[t->from] <= 0xED;
  if (t->to - t->from >= 4) u->longs++, u->long_capitals += (uint32_t)capital;
  u->signs |= aln_page_signs (p, t->word);
}

static void look_at (aln_page *p, aln_unit *u) {
  for (uint32_t i = u->from; i < u->to; i++) {
    const aln_token *t = &p->t[i];
    if (t->kind == ALN_TOKEN_WORD || t->kind == ALN_TOKEN_IDEOGRAM) look_at_word (p, u, i);
    else if (t->kind == ALN_TOKEN_NUMBER) u->numbers++;
    else if (aln_page_mark (p, i) == '"') u->signs |= ALN_SIGN_QUOTE;
    if (aln_page_link (p, i, u->to)) u->signs |= ALN_SIGN_LINK;
  }
  u->stop = (uint8_t)aln_ends_sentence (p->text, p->t, p->marks, u->from, u->to);
  if (!u->stop && u->words > 5) { /* "… he said. (Yonhap)" ends with its sentence */
    aln_credit c = aln_credit_tail (p, u->from, u->to);
    u->stop = c.from < u->to && aln_ends_sentence (p->text, p->t, p->marks, u->from, c.from);
  }
}

/* "1 of 3 | …": where a picture stands in its gallery. */
static void cut_count (const aln_page *p, aln_unit *u) {
  uint32_t i = u->from;
  if (u->to - i < 8 || p->t[i].kind != ALN_TOKEN_NUMBER || p->t[i + 2].kind != ALN_TOKEN_NUMBER)
    return;
  if (p->t[i + 1].kind != ALN_TOKEN_WORD || p->marks[i + 3] != '|') return;
  u->body = i + 4;
  u->head = (aln_part){ALN_BOILERPLATE, ALN_LIT ("count"), "count of a gallery"};
}

static void add_unit (aln_page *p, uint32_t first, uint32_t last) {
  const aln_line *l = p->lines.at;
  aln_unit *u = ALN_ADD (p->st, &p->a->arena, &p->units);
  if (!u) return;
  u->from = u->body = l[first].from;
  u->to = u->tail = l[last].to;
  u->lines = last - first + 1;
  u->blank = l[first].blank;
  u->item = l[first].item;
  u->self.kind = ALN_PARAGRAPH;
  u->self.rule = "paragraph";
  look_at (p, u);
  cut_count (p, u);
}

void aln_page_units (aln_page *p, uint32_t line) {
  uint32_t wrap = aln_lines_wrap (&p->lines, line);
  for (uint32_t k = line; k < p->lines.n && *p->st == ALN_OK; k++) {
    uint32_t last = k;
    while (last + 1 < p->lines.n && aln_lines_go_on (&p->lines, last, wrap)) last++;
    add_unit (p, k, last);
    k = last;
  }
  p->prose = p->last = p->headline = p->stacked = p->units.n;
}

int aln_page_prose (const aln_page *p, const aln_unit *u) {
  uint32_t signs = u->signs & (ALN_SIGN_SAYING | ALN_SIGN_ARTICLE | ALN_SIGN_FINITE);
  (void)p;
  if (u->words >= 35 || (u->words >= 18 && u->stop)) return 1;
  if (u->words >= 12 && u->stop) return signs != 0 || u->long_capitals * 2 < u->longs;
  if (u->words >= 5 && u->stop && (signs & (ALN_SIGN_SAYING | ALN_SIGN_FINITE))) return 1;
  return u->words >= 20 && signs && u->long_capitals * 2 < u->longs;
}

void aln_page_settle (aln_unit *u, aln_block_kind kind, const char *rule) {
  u->self.kind = kind;
  u->self.rule = rule;
  u->settled = 1;
}

void aln_page_drop (aln_unit *u, aln_slice reason, const char *rule) {
  aln_page_settle (u, ALN_BOILERPLATE, rule);
  u->body = u->from;
  u->self.reason = reason;
}

void aln_page_agency (aln_page *p, aln_slice name, int rank) {
  if (rank <= p->agency_rank || name.n == 0) return;
  p->agency_rank = rank;
  p->a->agency = name;
}
