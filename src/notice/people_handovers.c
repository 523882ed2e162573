/* people_handovers.c: in: persons with posts. Out: what those held whom they replaced, and who holds it now (casting.h). */
#include "casting.h"

/* "Brunson took office as commander on Friday, replacing …": who is said to hold a post before it. */
static uint32_t holder_in_clause (const aln_casting *f, uint32_t i) {
  uint32_t least = i > ALN_CLAUSE_MOST ? i - ALN_CLAUSE_MOST : 0;
  for (; i > least && !(f->t[i].flags & ALN_TOKEN_BLOCK) && !aln_is_mark (f->a, i, '.'); i--) {
    uint32_t person = person_of (f, aln_mention_at (&f->out->mentions, i - 1));
    if (person && f->out->persons.at[person - 1].held.n) return person;
  }
  return 0;
}

/* "His | predecessor": who was named last, with a post. */
static uint32_t last_with_post (const aln_casting *f, uint32_t i) {
  uint32_t least = i > 2 * ALN_CLAUSE_MOST ? i - 2 * ALN_CLAUSE_MOST : 0;
  for (; i > least; i--) {
    uint32_t person = person_of (f, aln_mention_at (&f->out->mentions, i - 1));
    if (person && f->out->persons.at[person - 1].held.n) return person;
  }
  return 0;
}

/* "Brunson, who recently | replaced": who stands before it, behind "who" and small words. */
static uint32_t replacer (const aln_casting *f, uint32_t i) {
  uint32_t from = i;
  aln_row row;
  if (aln_is_mark (f->a, i - 1, ',')) return holder_in_clause (f, i - 1);
  while (i > 1 && from - i < 4 && !aln_is_mark (f->a, i - 1, ',') &&
         aln_link_before (f, i, &row) == 1)
    i--;
  if (i > 1 && i < from && goes_on (f, i, ALN_GLUE_WHO) && aln_is_mark (f->a, i - 1, ',')) i--;
  if (match_word (f, i - 1, "pronoun", &row)) return last_with_post (f, i - 1);
  return person_of (f, aln_mention_at (&f->out->mentions, i - 1));
}

int aln_hold_in_turn (aln_status *st, aln_casting *f, uint32_t old, uint32_t post) {
  const aln_post *o = &f->out->posts.at[post];
  const aln_mention *m = o->from > 2 && goes_on (f, o->from - 1, ALN_GLUE_AS)
                             ? aln_mention_at (&f->out->mentions, o->from - 2)
                             : NULL;
  uint32_t new = 0;
  aln_row row;
  if (!m || person_of (f, m) != old) return 0;
  for (uint32_t i = m->from; i > 1 && m->from - i < 6 && !new; i--)
    if (match_word (f, i - 1, "handover", &row)) new = replacer (f, i - 1);
  if (!new || new == old) return 0;
  aln_hold (st, f, new - 1, post, 0);
  aln_hold (st, f, old - 1, post, ALN_HOLDER_FORMER);
  f->holder[post] = new;
  return 1;
}

/* "…, the previous ambassador, and his successor, Kang": what the first held, the next holds. */
static void hand_on (aln_status *st, aln_casting *f, uint32_t i, uint32_t len) {
  uint32_t old = holder_in_clause (f, i),
           next = aln_named_from (f, i + len + aln_is_mark (f->a, i + len, ','));
  if (!old || !next || old == next || f->out->persons.at[next - 1].held.n) return;
  aln_hold_as (st, f, next - 1, f->out->persons.at[old - 1].held.at[0].post, 0);
}

/* "Brunson replaced General Paul LaCamera": the other held what the first holds. */
void aln_settle_handovers (aln_status *st, aln_casting *f) {
  const uint64_t words = aln_lexicon_set (f->words);
  for (uint32_t i = 1; (i = aln_next_of (f->a, i, f->n, words)) + 1 < f->n && *st == ALN_OK; i++) {
    aln_row row;
    uint32_t len = match_word (f, i, "handover", &row), old, new;
    if (!len) continue;
    if (aln_same (get (f, row, "handover"), ALN_LIT ("next"))) {
      hand_on (st, f, i, len);
      continue;
    }
    if (aln_same (get (f, row, "handover"), ALN_LIT ("before"))) {
      new = last_with_post (f, i);
      len += aln_is_mark (f->a, i + len, ',');
      len += match_word (f, i + len, "flag", &row);
    } else
      new = aln_same (get (f, row, "handover"), ALN_LIT ("clause")) ? holder_in_clause (f, i)
                                                                    : replacer (f, i);
    old = aln_named_from (f, i + len);
    if (!new || !old || new == old || f->out->persons.at[old - 1].held.n) continue;
    if (f->out->persons.at[new - 1].held.n)
      aln_hold_as (st, f, old - 1, f->out->persons.at[new - 1].held.at[0].post, ALN_HOLDER_FORMER);
  }
}
