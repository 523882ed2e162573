/* people_nouns.c: in: persons with posts, nouns and pronouns of the article. Out: the spans of "the
   minister" and "he" that mean one of them (casting.h). */
#include "casting.h"

#define NOUN_REACH 80u     /* tokens between a name and "the minister", where several are */
#define SEVERAL UINT32_MAX /* of those named in a stretch of text */
#define RECENT 4u          /* persons among whom a pronoun chooses */

/* Who was named in a stretch of text: nobody (0), one person (1 + index), or several. */
static uint32_t with (uint32_t named, uint32_t person) {
  return !person || named == person ? named : named ? SEVERAL : person;
}

/* -- nouns -------------------------------------------------------------------------------------------- */

/* Has the person a post of that row, or one that has the word ("the minister")? */
static int holds (const aln_casting *f, const aln_person *p, const aln_post *o) {
  aln_slice word = aln_token_text (f->a, o->core_to - 1);
  for (uint32_t k = 0; k < p->held.n; k++) {
    if (p->held.at[k].holder & ALN_HOLDER_FORMER) continue;
    if (o->side.n && p->held.at[k].side.n && !aln_same (o->side, p->held.at[k].side)) continue;
    if (f->out->posts.at[p->held.at[k].post].row == o->row) return 1;
    if (o->to > o->core_to ? aln_same (p->held.at[k].office, o->office)
                           : has_word (p->held.at[k].office, word))
      return 1;
  }
  return 0;
}

/* Of several, the one named last before the noun, if not far from it. */
static uint32_t last_holder (const aln_casting *f, const aln_post *o) {
  uint32_t low = o->from > NOUN_REACH ? o->from - NOUN_REACH : 0;
  for (uint32_t i = o->from; i > low; i--) {
    uint32_t person = person_of (f, aln_mention_at (&f->out->mentions, i - 1));
    if (person && holds (f, &f->out->persons.at[person - 1], o)) return person;
  }
  return 0;
}

/* 1 + the person who holds the post that the noun names, 0: nobody. */
static uint32_t who_holds (const aln_casting *f, const aln_post *o) {
  uint32_t found = 0;
  for (uint32_t i = 0; i < f->out->persons.n && i < ALN_CHAIN_MOST; i++)
    if (holds (f, &f->out->persons.at[i], o)) found = with (found, i + 1);
  return found == SEVERAL ? last_holder (f, o) : found;
}

void aln_settle_nouns (aln_status *st, aln_casting *f) {
  for (uint32_t i = 0; i < f->out->posts.n && *st == ALN_OK; i++) {
    const aln_post *o = &f->out->posts.at[i];
    aln_slice before = o->from ? aln_token_text (f->a, o->from - 1) : (aln_slice){"", 0};
    uint32_t person;
    if (f->holder[i] || o->plural || o->counterpart || before.n != 3 || (before.p[0] | 32) != 't' ||
        before.p[1] != 'h')
      continue;
    person = who_holds (f, o);
    if (person == 0) continue;
    f->holder[i] = person;
    add_naming (st, f, &f->out->persons.at[person - 1].spans, o->from, o->to, ALN_SPAN_NOUN);
  }
}

/* -- pronouns ----------------------------------------------------------------------------------------- */

typedef struct pronouns {
  char *said;            /* of each person: 'h' or 's' once a pronoun told, else 0 */
  uint32_t last[RECENT]; /* the persons named last, latest first; 0: none */
} pronouns;

static void remember (pronouns *p, uint32_t person) {
  uint32_t i = 0;
  while (i + 1 < RECENT && p->last[i] != person) i++;
  for (; i > 0; i--) p->last[i] = p->last[i - 1];
  p->last[0] = person;
}

/* The one person of 'last' who is not known to be the other; 0: none, or several. */
static uint32_t only_fitting (const pronouns *p, char said) {
  uint32_t found = 0;
  for (uint32_t i = 0; i < RECENT && p->last[i]; i++) {
    char known = p->said[p->last[i] - 1];
    if (!known || known == said) found = with (found, p->last[i]);
  }
  return found == SEVERAL ? 0 : found;
}

/* The one person named before it in its sentence, or else in the sentence before; where several were,
   or the one is known as the other, whoever is left of the persons named last. */
static uint32_t meant_by (const pronouns *p, uint32_t here, uint32_t before, char said) {
  uint32_t person = here ? here : before;
  if (person && person != SEVERAL && (!p->said[person - 1] || p->said[person - 1] == said))
    return person;
  return only_fitting (p, said);
}

/* 'h' or 's' where token i is such a pronoun, else 0. */
static char pronoun_at (const aln_casting *f, uint32_t i) {
  aln_row row;
  if (!f->words || !f->t[i].word) return 0;
  if (!aln_lexicon_longest_with (f->x, f->t + i, f->n - i, f->words, ALN_LIT ("pronoun"), &row))
    return 0;
  return get (f, row, "pronoun").p[0];
}

typedef struct place { /* where a person is named, or a pronoun stands */
  uint32_t token, sentence, person;
  char said; /* of the pronoun: 'h' or 's'; 0: it is a name */
  char noun; /* 1: "the minister"; who that is may be unknown */
  char
      lead; /* 1: a name that can be the subject of its sentence, a pronoun that begins a paragraph */
} place;

typedef ALN_LIST (place) places;

/* "to President Lee", "Lee's": whoever is named so is not the subject. */
static int is_object (const aln_casting *f, uint32_t i) {
  const aln_mention *m = aln_mention_at (&f->out->mentions, i);
  uint32_t first = m ? m->from : i, from = first, post;
  aln_row row;
  if (m && aln_is_possessive (f->a, m->to)) return 1;
  while (from && !(f->t[from].flags & ALN_TOKEN_BLOCK) && first - from < 4 &&
         !f->post_of[from - 1] && aln_name_titles (f->a, &f->kinds, from - 1, from, NULL))
    from--;
  post = from && !(f->t[from].flags & ALN_TOKEN_BLOCK) ? f->post_of[from - 1] : 0;
  if (post && f->out->posts.at[post - 1].from < from) from = f->out->posts.at[post - 1].from;
  if (from && !(f->t[from].flags & ALN_TOKEN_BLOCK) &&
      aln_is_first_glue (f->a, from - 1, ALN_GLUE_DEFINITE))
    from--;
  return from && !(f->t[from].flags & ALN_TOKEN_BLOCK) &&
         match_word (f, from - 1, "aside", &row) != 0;
}

/* Does a post begin at token i that means somebody: "the minister"? *person: who it is, 0: unknown. */
static int noun_at (const aln_casting *f, uint32_t i, uint32_t *person) {
  uint32_t post = f->post_of[i];
  const aln_post *o = post ? &f->out->posts.at[post - 1] : NULL;
  if (!o || o->core_from != i || o->plural ||
      person_of (f, aln_mention_at (&f->out->mentions, o->to)))
    return 0;
  *person = f->holder[post - 1];
  return *person || (o->from && aln_is_first_glue (f->a, o->from - 1, ALN_GLUE_DEFINITE));
}

/* All of them, in paragraphs alone: captions and bylines name people the story does not speak of. */
static void find_places (aln_status *st, const aln_casting *f, places *out) {
  const uint64_t words = aln_lexicon_set (f->words);
  uint32_t s = 0;
  for (uint32_t i = 0; i < f->n && *st == ALN_OK; i++) {
    place here = {i, 0, 0, 0, 0, 0}, *slot;
    if (!f->out->mentions.at[i] && !f->post_of[i] && !(f->a->kinds[i] & words)) continue;
    here.person = person_of (f, aln_mention_at (&f->out->mentions, i));
    if (!here.person) here.noun = (char)noun_at (f, i, &here.person);
    if (!here.person && !here.noun && (here.said = pronoun_at (f, i)) == 0) continue;
    while (s + 1 < f->a->sentences.n && f->t[i].from >= f->a->sentences.at[s].to) s++;
    here.sentence = s;
    if (f->a->blocks.at[f->a->sentence_blocks.at[s]].kind != ALN_PARAGRAPH) continue;
    here.lead = here.said ? (f->t[i].flags & ALN_TOKEN_BLOCK) != 0 : !is_object (f, i);
    if ((slot = ALN_ADD (st, f->room, out)) != NULL) *slot = here;
  }
}

/* One walk through the article; 'keep': the pronouns are spans of who is meant. */
static void walk_pronouns (aln_status *st, aln_casting *f, const places *list, pronouns *p,
                           int keep) {
  uint32_t s = 0, here = 0, before = 0, lead = 0, last = 0;
  memset (p->last, 0, sizeof p->last);
  for (uint32_t i = 0; i < list->n && *st == ALN_OK; i++) {
    const place *at = &list->at[i];
    uint32_t person = at->person;
    if (at->sentence != s) {
      if (here) last = lead;
      before = here ? here : before;
      here = lead = 0;
      s = at->sentence;
    }
    if (at->said) {
      if (at->lead && last == SEVERAL) person = 0; /* "The minister", whoever that is, "… . He" */
      else person = meant_by (p, here, at->lead && before == SEVERAL ? last : before, at->said);
      if (person) p->said[person - 1] = at->said;
      if (person && keep)
        add_naming (st, f, &f->out->persons.at[person - 1].spans, at->token, at->token + 1,
                    ALN_SPAN_PRONOUN);
    }
    if (!at->noun || !here) here = with (here, person);
    if (!lead && at->lead) lead = person ? person : SEVERAL;
    if (person) remember (p, person);
  }
}

/* Twice: what a later pronoun tells of a person helps with an earlier one. */
void aln_settle_pronouns (aln_status *st, aln_casting *f) {
  pronouns p = {aln_arena_get (st, f->room, f->out->persons.n + 1), {0}};
  places list = {NULL, 0, 0};
  if (f->a->sentences.n == 0) return;
  find_places (st, f, &list);
  walk_pronouns (st, f, &list, &p, 0);
  walk_pronouns (st, f, &list, &p, 1);
}
