/* quotes_marked.c: in: what stands between marks in a unit. Out: quotations, direct ones and fragments,
   with whose words they are, each led to the one it goes on with (quoting.h). */
#include "quoting.h"

aln_quote *aln_quote_add (aln_status *st, aln_quoting *m, uint32_t from, uint32_t to) {
  aln_quote *q;
  for (uint32_t k = 0; k < ALN_MARKS_BEFORE && to > from && mark (m, from) == '"'; k++) from++;
  if (to <= from) return NULL;
  q = ALN_ADD (st, m->room, m->out);
  if (!q) return NULL;
  *q = (aln_quote){.text = span_of (m, from, to), .from = from, .to = to, .block = m->block};
  q->id = m->out->n - 1;
  return q;
}

static int is_fragment (const aln_quoting *m, uint32_t q, const aln_whose *f) {
  const aln_marked *k = &m->marked.at[q];
  if (words_in (m, k) > ALN_FRAGMENT_WORDS) return 0;
  if (aln_is_alone (m, q) || (f->by && f->by->low == behind (m, q) && ends_open (m, q))) return 0;
  return !(f->by && stands_close (mark (m, opens (m, q) - 1)));
}

/* 1 + the quotation it goes on with: split around its cue, or the next sentence or paragraph of it. */
static uint32_t goes_on_from (const aln_quoting *m, uint32_t q, const aln_whose *f,
                              const aln_whose *previous) {
  if (m->paragraph_quote == ALN_NO_QUOTE) return 0;
  if (m->marked.at[q].goes_on) return m->paragraph_quote + 1;
  if (!previous) return strcmp (f->rule, "goes-on") == 0 ? m->paragraph_quote + 1 : 0;
  if (!f->by || previous->by != f->by) return 0;
  return f->by->low > m->from && f->by->high == opens (m, q) ? m->paragraph_quote + 1 : 0;
}

/* The paragraphs before this one of a long quotation are the same speaker's: its cue stands here. */
static void say_back (aln_quoting *m, const aln_whose *f) {
  for (uint32_t i = m->paragraph_quote; i != ALN_NO_QUOTE;) {
    aln_quote *before = &m->out->at[i];
    if (strcmp (before->rule, "last-speaker") != 0) return;
    before->speaker = f->speaker;
    before->cue = f->cue;
    before->rule = "goes-on";
    i = before->continues ? before->continues - 1 : ALN_NO_QUOTE;
  }
}

static void give_marked (aln_status *st, aln_quoting *m, uint32_t q, aln_whose *f,
                         const aln_whose *previous) {
  const aln_marked *k = &m->marked.at[q];
  uint32_t on = goes_on_from (m, q, f, previous);
  aln_quote *out = aln_quote_add (st, m, k->from + f->skip, k->to);
  if (!out) return;
  out->kind = is_fragment (m, q, f) ? ALN_FRAGMENT : ALN_DIRECT;
  out->speaker = f->speaker;
  out->cue = f->cue;
  out->rule = f->rule;
  if (k->goes_on && f->by) say_back (m, f);
  if (!k->closed && !(q + 1 < m->marked.n && m->marked.at[q + 1].goes_on)) out->rule = "unclosed";
  if (out->kind == ALN_DIRECT) {
    out->continues = on;
    m->paragraph_quote = out->id;
  }
  remember (m, &f->speaker, f->cue);
}

/* Whom a speaker quotes is not told apart: nobody is said to speak. */
static void give_nested (aln_status *st, aln_quoting *m, uint32_t q) {
  const aln_marked *k = &m->marked.at[q];
  aln_quote *out = aln_quote_add (st, m, k->from, k->to);
  if (!out) return;
  out->kind = words_in (m, k) > ALN_FRAGMENT_WORDS ? ALN_DIRECT : ALN_FRAGMENT;
  out->rule = "nested";
}

void aln_give_marked (aln_status *st, aln_quoting *m) {
  aln_whose f, previous = {0};
  int any = 0;
  for (uint32_t q = m->first; q < m->last && *st == ALN_OK; q++) {
    if (m->marked.at[q].depth) {
      give_nested (st, m, q);
      continue;
    }
    f = aln_attribute (m, q, any ? &previous : NULL);
    if (strcmp (f.rule, "title") == 0) continue; /* nobody's words: "The Art of War" */
    give_marked (st, m, q, &f, any ? &previous : NULL);
    previous = f;
    any = 1;
  }
}
