/* tokens_marks.c: in: what is neither letter nor digit of ASCII. Out: the mark there, the link or the 's that it begins, or
   the word, number or ideogram beyond ASCII (tokening.h). */
#include "links.h"
#include "tokening.h"

/* -- links ------------------------------------------------------------------------------------- */

static int is_local (const aln_tokening *r, const aln_token *t) {
  return t->kind != ALN_TOKEN_LINK &&
         aln_is_local_part (aln_cut (r->s, (aln_span){t->from, t->to}));
}

/* An e-mail address: takes back the tokens before '@' that are its local part. */
static int read_address (aln_tokening *r) {
  size_t end = r->lead == r->last ? aln_host_end (r->s, r->at + 1) : 0;
  uint32_t n = r->out->n, flags;
  if (!end) return 0;
  while (n > 0 && is_local (r, &r->out->at[n - 1])) {
    n--;
    if (!(r->out->at[n].flags & ALN_TOKEN_GLUED)) break;
  }
  if (n == r->out->n) return 0;
  flags = r->out->at[n].flags;
  r->lead = r->from = r->out->at[n].from;
  r->out->n = n;
  give_link (r, end);
  if (*r->st == ALN_OK) r->out->at[n].flags = (uint16_t)flags;
  return 1;
}

static int follows_word (const aln_tokening *r) {
  return r->lead == r->last && r->out->n && r->out->at[r->out->n - 1].kind != ALN_TOKEN_MARK;
}

static int read_handle (aln_tokening *r) {
  size_t to = aln_handle_end (r->s, r->at + 1);
  if (to == r->at + 1 || follows_word (r)) return 0;
  give_link (r, to);
  return 1;
}

static int read_tag (aln_tokening *r) {
  size_t to = follows_word (r) ? 0 : aln_tag_end (r->s, r->at + 1);
  if (to) give_link (r, to);
  return to != 0;
}

/* -- marks and the rest ------------------------------------------------------------------------ */

static int is_possessive (const aln_tokening *r) {
  const aln_token *t;
  if (r->lead != r->last || r->out->n == 0) return 0;
  t = &r->out->at[r->out->n - 1];
  return t->kind != ALN_TOKEN_MARK || strchr ("\")]", r->s.p[t->to - 1]) ||
         (unsigned char)r->s.p[t->from] >= 0x80;
}

static void read_possessive (aln_tokening *r, size_t n) {
  begin_word (r);
  take_inner (r, n - 1);
  take_letters (r);
  give_word (r, ALN_TOKEN_WORD);
}

void aln_read_mark (aln_tokening *r) {
  unsigned char c = (unsigned char)r->s.p[r->at];
  size_t n = c == '\'' && is_possessive (r) ? aln_possessive_at (r->s, r->at) : 0;
  if (n) {
    read_possessive (r, n);
    return;
  }
  r->from = r->at;
  if (c == '@' && (read_address (r) || read_handle (r))) return;
  if (c == '#' && read_tag (r)) return;
  r->at++;
  if (c == '\'') r->at += aln_byte_at (r->s, r->at) == c; /* a quote of typewriters */
  else if (aln_byte_at (r->s, r->at) == c && !strchr ("\"()[]{}", c))
    while (r->at < r->s.n && (unsigned char)r->s.p[r->at] == c) r->at++;
  give_plain (r, ALN_TOKEN_MARK);
}

static int stands_alone (const aln_glyph *g) { /* brackets and quotes */
  return g->word_class == ALN_WB_OPENING || g->word_class == ALN_WB_CLOSING ||
         g->word_class == ALN_WB_MIDNUMLET;
}

static void read_other (aln_tokening *r, const aln_glyph *g) {
  size_t n;
  r->from = r->at;
  if (g->word_class == ALN_WB_EXTENDNUMLET) r->at += g->bytes;
  else r->at = aln_word_end (r->s, r->at);
  n = r->at - r->from;
  if (g->word_class == ALN_WB_IDEOGRAM || g->word_class == ALN_WB_KATAKANA) {
    give_plain (r, ALN_TOKEN_IDEOGRAM);
    return;
  }
  while (!stands_alone (g) && r->s.n - r->at >= n &&
         memcmp (r->s.p + r->from, r->s.p + r->at, n) == 0)
    r->at += n;
  give_plain (r, ALN_TOKEN_MARK);
}

void aln_read_glyph (aln_tokening *r) {
  aln_glyph g = aln_glyph_at (r->s, r->at);
  size_t n;
  switch (g.word_class) {
  case ALN_WB_LETTER:
  case ALN_WB_HEBREW: aln_read_word (r); return;
  case ALN_WB_NUMERIC: aln_read_number (r); return;
  case ALN_WB_MIDNUMLET:
    n = is_possessive (r) ? aln_possessive_at (r->s, r->at) : 0;
    if (n) {
      read_possessive (r, n);
      return;
    }
    break;
  default: break;
  }
  read_other (r, &g);
}
