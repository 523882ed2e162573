/* contacts_status.c: in: the words around a contact, the form of its verb. Out: whether it was held, is
   planned, proposed, called off or denied (contacting.h). */
#include "contacting.h"

#define UNDONE_MOST 20u /* tokens behind it in which it may be said to be called off */
#define STATUS_MOST 9u  /* tokens before the verb whose words say whether it happened */

static aln_contact_status status_of (aln_slice s) {
  static const char *const names[] = {"held", "planned", "proposed", "called-off", "denied"};
  for (uint32_t i = 0; i < ALN_CONTACT_STATUSES; i++)
    if (aln_same (s, aln_slice_of (names[i]))) return (aln_contact_status)i;
  return ALN_HELD;
}

/* What the words in [from, to) say; the strongest wins: it did not happen, over it may. */
static void read_status (aln_telling *c, const aln_contacting *f, uint32_t from, uint32_t to,
                         const char *field, int weigh) {
  aln_row row;
  for (uint32_t i = from; i < to;) {
    const aln_timex *d = date_at (f, i); /* "May" is a month here */
    uint32_t len = d ? 0 : word (f, i, field, &row);
    aln_contact_status s;
    if (!len) {
      i = d ? behind (f, i, d) : i + 1;
      continue;
    }
    i += len;
    if (get (f, row, "base").n && c->status != ALN_PLANNED) continue;
    if (get (f, row, "act").n && strcmp (c->rule, "noun-frame") == 0) continue;
    if (get (f, row, "act").n && is (f, row, field, "planned")) c->agreed = 1;
    if (is (f, row, field, "none")) c->negated = 1;
    if (is (f, row, "status", "held")) c->perfect = 1; /* "recent" talks */
    s = status_of (get (f, row, field));
    if (!c->sure || (weigh && s > c->status)) c->status = s;
    c->sure = 1;
  }
  if (c->negated && c->status == ALN_CALLED_OFF) { /* "no plan to cancel" it */
    c->negated = 0;
    c->status = ALN_PLANNED;
  }
}

/* Where the clause of token i begins: after the last mark or trigger before it. */
static uint32_t clause_start (const aln_contacting *f, uint32_t i) {
  uint32_t least = i > f->begin + STATUS_MOST ? i - STATUS_MOST : f->begin;
  aln_row row;
  while (i > least) {
    const aln_token *t = &f->t[i - 1];
    uint32_t phrase = word_before (f, i, "status", &row);
    if (phrase != i) { /* "called off": no call */
      i = phrase;
      continue;
    }
    if (t->kind == ALN_TOKEN_MARK && f->a->text.p[t->from] != '-') break;
    if (aln_lexicon_longest (f->x, t, 1, f->triggers, &row) && !is (f, row, "kind", "none") &&
        !get (f, row, "alone").n)
      break;
    i--;
  }
  return i;
}

/* "visited Bratislava and will visit Prague": what follows is of the next verb. */
static int is_told_by_verb (const aln_telling *c) {
  return strncmp (c->rule, "verb", 4) == 0 || strcmp (c->rule, "noun-held") == 0;
}

/* Where what is said of it ends: at a mark, but not the one that ends a name ("…, Chung, scheduled
   for"), and at "that" or another who acts behind "after the summit". */
static uint32_t clause_end (const aln_telling *c, const aln_contacting *f, uint32_t most) {
  int frame = strcmp (c->rule, "noun-frame") == 0;
  uint32_t i = c->last + (is_mark (f, c->last, ',') ? 1 : 0);
  aln_row row;
  for (; i < most; i++) {
    if (is_mark (f, i, ',') || is_mark (f, i, ';') || is_mark (f, i, '"')) return i;
    if (frame && (word (f, i, "relative", &row) || actor_at (f, i))) return i;
  }
  return i;
}

/* "In his meeting with X, Y said that … would": what was said there is not said of it. */
static uint32_t speech_within (const aln_telling *c, const aln_contacting *f, uint32_t to) {
  uint32_t i = c->to;
  aln_row row;
  while (i < to && !word (f, i, "says", &row)) i++;
  return i;
}

void aln_settle_lead (aln_telling *c, const aln_contacting *f, aln_slice form) {
  int present = aln_same (form, ALN_LIT ("present")) || aln_same (form, ALN_LIT ("base"));
  aln_row row;
  if (!present || c->status != ALN_HELD || c->first <= f->begin) return;
  if (word_before (f, c->first, "frame", &row) != c->first && is (f, row, "frame", "ahead"))
    c->status = ALN_PLANNED;
}

/* "made a scheduled visit": the verb tells that there was one; "had" may not. */
static int was_held (const aln_telling *c, const aln_contacting *f, uint32_t head) {
  aln_row row;
  return strcmp (c->rule, "noun-held") == 0 && word (f, head, "light", &row) &&
         is (f, row, "light", "past") && !get (f, row, "weak").n;
}

void aln_settle_status (aln_telling *c, const aln_contacting *f, uint32_t head) {
  uint32_t from = clause_start (f, head);
  uint32_t most = c->last + 7 < f->end ? c->last + 7 : f->end, to;
  aln_contact_status form = c->status;
  read_status (c, f, from, head, "status", 1);
  if (strcmp (c->rule, "noun-frame") == 0 && c->status >= ALN_PROPOSED) {
    c->status = form; /* "denied it in talks with Seoul", "raised hopes for peace by meeting" */
    c->sure = c->negated = 0;
  }
  if (c->negated && c->status <= ALN_PLANNED) c->status = ALN_HELD; /* "would not make a" */
  if (head < c->from && !(form == ALN_HELD && was_held (c, f, head)))
    read_status (c, f, head, c->from, "status", 1); /* "a planned summit"; not where it "held" it */
  if (c->negated && c->status == ALN_PLANNED) {     /* "scheduled visit" */
    c->negated = 0;
    c->status = ALN_CALLED_OFF;
  }
  to = clause_end (c, f, most);
  if (strcmp (c->rule, "noun-frame") == 0 && form == ALN_HELD) to = speech_within (c, f, to);
  if (!is_told_by_verb (c) && (!c->sure || c->status == ALN_HELD))
    read_status (c, f, c->to, to, "after", 0);
  most = c->last + UNDONE_MOST < f->end ? c->last + UNDONE_MOST : f->end;
  if (c->status <= ALN_PLANNED) read_status (c, f, c->to, most, "undone", 1);
}

/* "a basis for resuming talks", "a step towards holding a summit" */
static int is_aim (const aln_contacting *f, uint32_t head) {
  aln_row row;
  aln_slice before;
  if (head <= f->begin || word_before (f, head, "leads", &row) == head) return 0;
  if (word_before (f, head, "frame", &row) != head) return 0;
  before = aln_token_text (f->a, head - 1);
  return before.n > 2; /* no "of": "accused of holding talks" */
}

void aln_settle_form (aln_telling *c, const aln_contacting *f, aln_slice form, uint32_t head) {
  aln_row row;
  c->perfect = word_before (f, head, "perfect", &row) != head;
  if (aln_same (form, ALN_LIT ("base"))) c->status = ALN_PLANNED;
  else c->status = ALN_HELD;
  c->told = 1;
  c->past = aln_same (form, ALN_LIT ("past"));
  c->present = aln_same (form, ALN_LIT ("present"));
  if (aln_same (form, ALN_LIT ("ing")) && is_aim (f, head)) c->status = ALN_PROPOSED;
  if (aln_same (form, ALN_LIT ("base")) && head > f->begin &&
      word_before (f, head, "status", &row) == head) {
    aln_slice before = aln_token_text (f->a, head - 1);
    int bare = !aln_same (before, ALN_LIT ("to")) && !word (f, head - 1, "pairs", &row);
    if (bare) c->status = ALN_HELD; /* "they meet", "did meet"; not "to go and meet" */
  }
}
