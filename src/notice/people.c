/* people.c: in: mentions and posts. Out: persons with names, spans and posts (people.h).
   Passes: full names -> one word alone -> posts beside names -> handovers -> what the lexicon knows
   -> nouns and pronouns; each is a step of casting.h. */
#include "casting.h"

#include <stdlib.h>

static int by_place (const void *a, const void *b) {
  const aln_naming *x = a, *y = b;
  return (x->from > y->from) - (x->from < y->from);
}

static void sort_spans (aln_casting *f) {
  for (uint32_t i = 0; i < f->out->persons.n; i++) {
    aln_namings *spans = &f->out->persons.at[i].spans;
    if (spans->n > 1) qsort (spans->at, spans->n, sizeof *spans->at, by_place);
  }
}

static void prepare (aln_status *st, aln_casting *f) {
  uint32_t size = 64;
  while (size < f->out->mentions.list.n * 2 * ALN_NAME_WORDS) size *= 2;
  f->mask = size - 1;
  f->table = aln_arena_get (st, f->room, size * sizeof *f->table);
  f->who_cap = f->out->mentions.list.n + 1;
  f->who = aln_arena_get (st, f->room, f->who_cap * sizeof *f->who);
  f->holder = aln_arena_get (st, f->room, (f->out->posts.n + 1) * sizeof *f->holder);
  ALN_ADD (st, f->room, &f->bearers); /* [0] is nobody */
  f->post_of = aln_arena_get (st, f->room, (f->n + 1) * sizeof *f->post_of);
  for (uint32_t i = 0; i < f->out->posts.n && f->post_of; i++)
    for (uint32_t k = f->out->posts.at[i].core_from; k < f->out->posts.at[i].core_to; k++)
      f->post_of[k] = i + 1;
}

/* As they stand before nouns ("the minister") are laid at somebody's door. */
static uint32_t *copy_holders (aln_status *st, const aln_casting *f) {
  size_t size = (f->out->posts.n + 1) * sizeof *f->holder;
  uint32_t *copy = aln_arena_get (st, f->room, size);
  if (copy) memcpy (copy, f->holder, size);
  return copy;
}

void aln_people_find (aln_status *st, aln_arena *room, const aln_article *a, aln_slice day,
                      aln_people *out) {
  aln_casting f = {.a = a,
                   .t = a->tokens.at,
                   .n = a->tokens.n,
                   .x = a->lexicon,
                   .room = room,
                   .out = out,
                   .day = day};
  f.kinds = aln_name_kinds_of (a->lexicon);
  f.words = aln_lexicon_kind (a->lexicon, ALN_LIT ("office_words"));
  f.contacts = aln_lexicon_kind (f.x, ALN_LIT ("consultations"));
  f.tenures = aln_lexicon_kind (a->lexicon, ALN_LIT ("tenures"));
  aln_mentions_find (st, room, a, &out->mentions);
  aln_posts_find (st, room, a, &out->mentions, &out->posts);
  prepare (st, &f);
  if (*st != ALN_OK) return;
  f.main_side = aln_mentions_main_side (a, &out->mentions);
  aln_settle_names (st, &f, 0);
  if (*st == ALN_OK) aln_settle_misread (&f);
  aln_settle_names (st, &f, 1);
  aln_settle_names (st, &f, 2); /* what begins sentences, once the others are known */
  aln_settle_repeats (st, &f);
  aln_settle_posts (st, &f);
  aln_settle_handovers (st, &f);
  if (*st == ALN_OK) aln_settle_knowledge (&f);
  if (*st == ALN_OK) aln_settle_context (&f);
  out->holder = copy_holders (st, &f);
  aln_settle_nouns (st, &f);
  aln_settle_pronouns (st, &f);
  if (*st == ALN_OK) sort_spans (&f);
  aln_settle_things (st, &f);
  out->who = f.who;
}

const aln_person *aln_person_at (const aln_people *p, uint32_t token) {
  const aln_mention *m = aln_mention_at (&p->mentions, token);
  uint32_t who = m && p->who ? p->who[m - p->mentions.list.at] : 0;
  return who ? &p->persons.at[who - 1] : NULL;
}
