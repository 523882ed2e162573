/* caption.c: in: the page. Out: captions (caption.h).
   A caption shows itself by a picture's credit at its end, by words only captions have ("is seen",
   "(left)", "file photo"), by a present-tense verb where no story begins so, or by standing twice
   (a page's alt text and the caption under it). */
#include "caption.h"

#include "credit.h"
#include "repeats.h"

#define CAPTION_MAX 90u /* words */

enum { SHOWS_NOTHING, SHOWS_ACT, SHOWS_SHOT, SHOWS_PICTURE, SHOWS_OPENER };

/* Words before the verb of a caption name who is there: no past tense, no "will". */
static int is_narrative (const aln_page *p, uint32_t i) {
  const aln_token *t = &p->t[i];
  const char *end = p->text.p + t->to;
  aln_row row = 0;
  if (t->kind != ALN_TOKEN_WORD || t->shape != ALN_SHAPE_LOWER) return 0;
  if (t->to - t->from > 4 && end[-1] == 'd' && end[-2] == 'e') return 1;
  return aln_page_phrase (p, i, i + 1, p->signs, &row) && !aln_page_is (p, row, "sign", "article");
}

/* In small letters, and not a noun behind an article ("the walk"). */
static int is_verb_here (const aln_page *p, uint32_t i) {
  aln_row row = 0;
  if (p->t[i].shape != ALN_SHAPE_LOWER) return 0;
  return !aln_page_phrase (p, i - 1, i, p->signs, &row) || !aln_page_is (p, row, "sign", "article");
}

/* What the phrase of n tokens at i shows. */
static int shown_at (const aln_page *p, uint32_t i, uint32_t n, uint32_t into) {
  static const char *const roles[] = {"act", "shot", "picture", "opener"};
  for (int k = SHOWS_OPENER; k > SHOWS_NOTHING; k--) {
    if (!aln_page_row (p, i, n, p->captions, "role", roles[k - 1])) continue;
    if (k == SHOWS_OPENER && into > 1) continue; /* behind an opening mark or none */
    if (k < SHOWS_PICTURE && (into == 0 || !is_verb_here (p, i))) continue;
    return k;
  }
  return SHOWS_NOTHING;
}

int aln_caption_shows (const aln_page *p, const aln_unit *u) {
  int found = SHOWS_NOTHING, narrative = 0;
  for (uint32_t i = u->body; i < u->tail && !narrative; i++) {
    aln_row row = 0;
    uint32_t n = 0;
    if (p->captions && p->t[i].word)
      n = aln_lexicon_longest (p->x, p->t + i, u->tail - i, p->captions, &row);
    if (n) {
      int shown = shown_at (p, i, n, i - u->body);
      if (shown > found) found = shown;
      i += n - 1;
    } else narrative = is_narrative (p, i);
  }
  return found;
}

static int is_caption (const aln_page *p, uint32_t k, const aln_credit *c, int shows, int top) {
  const aln_unit *u = &p->units.at[k];
  int credited = c->from < u->to && (!c->unknown || shows >= SHOWS_SHOT || u->repeated);
  int within = k + 1 < p->last, sized = u->words >= 10 && u->stop;
  if (u->words > CAPTION_MAX || aln_page_mark (p, u->body) == '-') return 0;
  if (shows == SHOWS_OPENER && (u->stop || credited || u->words >= 5)) return 1;
  if (credited && c->photo) return shows || u->words <= 60;
  if (credited && (shows >= SHOWS_PICTURE || (shows && (within || top)))) return 1;
  if (!within || (u->signs & (ALN_SIGN_QUOTE | ALN_SIGN_SAYING))) return 0;
  if (u->repeated && (u->stop || credited) && u->words >= 5 && u->words <= 60) return 1;
  if (top && credited && c->bracketed && u->words <= 50) return 1;
  if (!top) return shows == SHOWS_PICTURE && sized && !(u->signs & ALN_SIGN_PAST);
  return shows >= SHOWS_SHOT && (sized || u->words >= 20);
}

static void keep_caption (aln_page *p, uint32_t k, const aln_credit *c) {
  aln_unit *u = &p->units.at[k];
  aln_caption *caption = ALN_ADD (p->st, &p->a->arena, &p->a->captions);
  if (!caption) return;
  aln_page_settle (u, ALN_CAPTION, "caption");
  caption->block = k;                    /* the unit's number until blocks are made */
  if (c->from >= u->to && u->repeated) { /* the copy may have what this one lacks */
    aln_credit copy = aln_credit_tail (p, u[1].body, u[1].to);
    if (copy.from < u[1].to) caption->credit = aln_credit_text (p, copy.from, u[1].to);
  }
  if (c->from >= u->to) return;
  u->tail = c->from;
  u->rest = (aln_part){ALN_CREDIT, {NULL, 0}, "picture credit"};
  caption->credit = aln_credit_text (p, c->from, u->to);
}

/* A credit alone under a picture that has no caption; the wire under a headline is not one. */
static int is_credit_line (const aln_page *p, uint32_t k, aln_credit *c) {
  const aln_unit *u = &p->units.at[k];
  if (!aln_credit_alone (p, u->body, u->to, c)) return 0;
  return c->agency || u->words <= 10;
}

static void settle_credit_line (aln_page *p, uint32_t k, const aln_credit *c, int top) {
  aln_unit *u = &p->units.at[k], *next = k + 1 < p->units.n ? u + 1 : NULL;
  int doubled = next && !next->settled && aln_repeats_same (p, u, next);
  int pictured = k > 0 && u[-1].settled && u[-1].self.kind == ALN_CAPTION;
  aln_page_settle (u, ALN_CREDIT, "credit line");
  if (pictured && p->a->captions.n && u[-1].tail == u[-1].to) {
    aln_slice *credit = &p->a->captions.at[p->a->captions.n - 1].credit;
    if (credit->n == 0) *credit = aln_credit_text (p, u->body, u->to);
    return;
  }
  if (pictured || doubled || c->photo || !aln_page_is (p, c->agency, "kind", "wire") ||
      (c->bracketed && k + 1 < p->last))
    return;
  if (top || k >= p->last) aln_page_agency (p, aln_page_get (p, c->agency, "name"), 3);
}

/* The same picture's caption or credit again, directly under it. */
static int repeats_last (aln_page *p, uint32_t k) {
  aln_unit *u = &p->units.at[k];
  if (k == 0 || u->hash != u[-1].hash || !u[-1].settled || u->words + u->numbers == 0) return 0;
  if (!aln_repeats_same (p, u - 1, u)) return 0;
  if (u[-1].self.kind != ALN_CAPTION && u[-1].self.kind != ALN_CREDIT) return 0;
  aln_page_drop (u, ALN_LIT ("repeated"), "repetition");
  return 1;
}

/* Running text by its words, and nothing at its head that only captions have. */
static int is_told (const aln_page *p, const aln_unit *u) {
  aln_row row = 0;
  uint32_t at = u->body + (aln_page_mark (p, u->body) != 0);
  if (!(u->signs & (ALN_SIGN_QUOTE | ALN_SIGN_PAST | ALN_SIGN_SAYING))) return 0;
  return !aln_page_phrase (p, at, u->to, p->captions, &row);
}

int aln_caption_unit (aln_page *p, uint32_t k, int top) {
  aln_unit *u = &p->units.at[k];
  aln_credit c;
  if (u->settled || u->words > CAPTION_MAX) return 0;
  if (repeats_last (p, k)) return 1;
  if (is_credit_line (p, k, &c)) {
    settle_credit_line (p, k, &c, top);
    return 1;
  }
  c = aln_credit_tail (p, u->body, u->to);
  if (!top && c.from == u->to && is_told (p, u)) return 0;
  if (!is_caption (p, k, &c, aln_caption_shows (p, u), top)) return 0;
  keep_caption (p, k, &c);
  return 1;
}
