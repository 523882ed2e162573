/* contacts_parties.c: in: the actors around a trigger, and the words between them. Out: who takes part:
   those who act, and those it was with (contacting.h). */
#include "contacting.h"

#define LEFT_MOST 40u     /* tokens looked at for who acts */
#define CHAIN_MOST 12u    /* actors that stand joined */
#define TITLES_MOST 24u   /* tokens of titles between a side and a name */
#define APART_MOST 9u     /* tokens between commas before "with" */
#define ASIDE_MOST 16u    /* tokens between commas that say more of a name */
#define ASIDES_MOST 4u    /* actors among them */
#define SENTENCES_MOST 3u /* before one that begins with "he" */
#define TAKEN_MOST 5u     /* tokens of "Later in the day, he" */
#define CLAUSE_MOST 20u   /* tokens of a clause of "who" */
#define ADVERBS_MOST 4u   /* tokens between the second comma and the verb */

void aln_take_party (aln_telling *c, const aln_contacting *f, const aln_party *x) {
  uint32_t index = (uint32_t)(x - f->actors->list.at);
  for (uint32_t i = 0; i < c->n; i++)
    if (c->who[i] == index) return;
  if (x->kind == ALN_PARTY_GROUP && !x->side.n) c->group = 1;
  if (c->n < ALN_TELLING_ACTORS) c->who[c->n++] = index;
  if (x->from < c->first) c->first = x->from;
  if (x->to > c->last) c->last = x->to;
}

/* "Gen. Won", behind a mark or "and": is all from token i to the name at 'to' a title of it? */
static int is_title (const aln_contacting *f, uint32_t i, uint32_t to) {
  const aln_party *x = actor_at (f, to);
  if (!x || x->kind != ALN_PARTY_PERSON || to - i > 3) return 0;
  for (; i < to; i++)
    if (f->t[i].kind != ALN_TOKEN_WORD || f->t[i].shape == ALN_SHAPE_LOWER) return 0;
  return 1;
}

/* Do only words that join stand in [from, to)? */
static int is_joined (const aln_contacting *f, uint32_t from, uint32_t to) {
  aln_row row;
  if (to < from || to - from > 6) return 0;
  for (uint32_t i = from; i < to;) {
    uint32_t len = word (f, i, "join", &row);
    if (!len && is_possessive (f, i)) len = 1;
    if (!len && i > from && is_possessive (f, i - 1) && word (f, i, "official", &row))
      len = 1; /* "Biegun's team and" */
    if (!len && actor_at (f, i)) len = 1;
    if (!len && i > from && is_title (f, i, to)) return 1;
    if (!len) return 0;
    i += len;
  }
  return 1;
}

/* "Milley, chairman of the U.S. Joint Chiefs, and his counterpart": the token at the mark that ends
   what is said of who acts, before token 'head' or a word that joins; his own end where nothing is. */
static uint32_t behind_aside (const aln_contacting *f, const aln_party *x, uint32_t head) {
  uint32_t most = x->to + ASIDE_MOST < f->end ? x->to + ASIDE_MOST : f->end;
  aln_row row;
  if (x->kind != ALN_PARTY_PERSON || !is_mark (f, x->to, ',')) return x->to;
  for (uint32_t i = x->to + 1; i < most; i++) {
    const aln_party *y = actor_at (f, i);
    if (y && y->kind == ALN_PARTY_PERSON && y->person != x->person) break;
    if (is_mark (f, i, ',')) {
      uint32_t len = word (f, i + 1, "join", &row);
      if (i < x->to + 3 || !(i + 1 == head || (len && !is_mark (f, i + 1, ',')))) break;
      return i;
    }
    if (f->t[i].kind == ALN_TOKEN_MARK && !is_mark (f, i, '-') && !is_possessive (f, i)) break;
    if ((word (f, i, "light", &row) && !is (f, row, "light", "ing")) || word (f, i, "speech", &row))
      break; /* but "X, attending talks with Y, met" */
    if (word (f, i, "subject", &row)) break;
  }
  return x->to;
}

/* Who is joined to x past what is said of him: "Milley, chairman of the U.S. Joint Chiefs, and"; NULL:
   nobody. */
static const aln_party *set_aside (const aln_contacting *f, const aln_party *x) {
  const aln_party *p = x;
  for (uint32_t k = 0; k < ASIDES_MOST; k++) {
    uint32_t from;
    if (p == f->actors->list.at || (p - 1)->from < f->begin) return NULL;
    if ((--p)->kind != ALN_PARTY_PERSON) continue;
    from = behind_aside (f, p, f->end);
    if (from > p->to && is_joined (f, from, x->from)) return p;
  }
  return NULL;
}

/* "Brazilian Presidential Advisor Celso Amorim": a side, a post nobody lists, a name. */
static int is_titled (const aln_contacting *f, const aln_party *side, const aln_party *next) {
  uint32_t most = side->kind == ALN_PARTY_BODY ? 2 : 7;
  if ((side->kind != ALN_PARTY_SIDE && side->kind != ALN_PARTY_BODY) ||
      next->kind != ALN_PARTY_PERSON)
    return 0;
  if (next->from < side->to || next->from - side->to > most) return 0;
  for (uint32_t i = side->to; i < next->from; i++) {
    aln_row row;
    const aln_token *t = &f->t[i];
    if (is_possessive (f, i) || word (f, i, "join", &row) || word (f, i, "leads", &row)) continue;
    if (t->kind != ALN_TOKEN_WORD || t->shape == ALN_SHAPE_LOWER) return 0;
  }
  return 1;
}

/* Does "from" or "of" lead from a group or counterpart to its sides? */
static int is_of_sides (const aln_contacting *f, const aln_party *x, const aln_party *next) {
  aln_row row;
  if (x->kind != ALN_PARTY_COUNTERPART && x->kind != ALN_PARTY_GROUP &&
      (x->kind != ALN_PARTY_POST || x->side.n))
    return 0;
  if (next == f->actors->list.at + f->actors->list.n || next->from >= f->end) return 0;
  if (next->kind != ALN_PARTY_SIDE && next->kind != ALN_PARTY_BODY) return 0;
  return next->from - x->to <= 4 && word (f, x->to, "leads", &row) == 1 && next->from > x->to;
}

/* "Chinese Communist Party Politburo Member and Director of the Office Wang": one of the same side
   behind titles alone, NULL: none. */
static const aln_party *behind_titles (const aln_contacting *f, const aln_party *x) {
  uint32_t most = x->to + TITLES_MOST < f->end ? x->to + TITLES_MOST : f->end, titles = 0;
  if ((x->kind != ALN_PARTY_SIDE && x->kind != ALN_PARTY_BODY) || !x->side.n) return NULL;
  for (uint32_t i = x->to; i < most; i++) {
    const aln_party *next = actor_at (f, i);
    const aln_token *t = &f->t[i];
    aln_row row;
    if (next && next->kind == ALN_PARTY_PERSON)
      return titles && aln_same (next->side, x->side) ? next : NULL;
    if (next || word (f, i, "join", &row) || word (f, i, "leads", &row)) continue;
    if (t->kind != ALN_TOKEN_WORD || t->shape == ALN_SHAPE_LOWER) return NULL;
    titles++;
  }
  return NULL;
}

/* "Japanese National Security Secretariat Secretary General Akiba": whom the words before him only
   introduce. */
static const aln_party *introduced (const aln_contacting *f, const aln_party *x) {
  const aln_party *end = f->actors->list.at + f->actors->list.n, *named = behind_titles (f, x);
  if (named) return named;
  for (uint32_t k = 0; k < 3 && x + 1 < end && (x + 1)->from < f->end; k++, x++) {
    const aln_party *next = x + 1;
    if (x->kind != ALN_PARTY_SIDE && x->kind != ALN_PARTY_BODY) break;
    if (next->kind > ALN_PARTY_BODY) break;
    if (next->from != x->to && !(next->kind != ALN_PARTY_BODY && is_titled (f, x, next))) break;
  }
  return x;
}

/* Is the next one only the noun of this side? */
static int is_headed (const aln_contacting *f, const aln_party *x, const aln_party *next) {
  if (next == f->actors->list.at + f->actors->list.n || next->from >= f->end) return 0;
  return x->kind == ALN_PARTY_SIDE && next->kind == ALN_PARTY_GROUP && next->from == x->to;
}

/* The next of the chain behind x, past what is only said of x; NULL: x is the last. */
static const aln_party *joined_to (const aln_contacting *f, const aln_party *x,
                                   const aln_party *next) {
  const aln_party *end = f->actors->list.at + f->actors->list.n;
  uint32_t from = behind_aside (f, x, f->end);
  while (from > x->to && next < end && next->from < from) next++;
  return next < end && next->from < f->end && is_joined (f, from, next->from) ? next : NULL;
}

/* Does the sentence begin with what leads to x: "In talks with U.S. Secretary Rubio"? */
static int opens_sentence (const aln_contacting *f, const aln_party *x) {
  uint32_t i;
  aln_row row;
  for (uint32_t k = 0; k < 3 && x > f->actors->list.at && (x - 1)->from >= f->begin; k++, x--)
    if ((x - 1)->to != x->from) return 0;
  i = x->from;
  if (i > f->begin && word (f, i - 1, "article", &row) == 1) i--;
  return word_before (f, i, "object", &row) != i && is (f, row, "object", "with");
}

/* "In talks with Rubio, Cho said": a comma joins two persons there only where one more ends the list. */
static int is_new_subject (const aln_contacting *f, const aln_party *x, const aln_party *next) {
  const aln_party *last = next, *more;
  if (x->kind != ALN_PARTY_PERSON || next->kind != ALN_PARTY_PERSON || x->person == next->person)
    return 0;
  if (next->from != x->to + 1 || !is_mark (f, x->to, ',') || !opens_sentence (f, x)) return 0;
  for (uint32_t k = 0; k < CHAIN_MOST && (more = joined_to (f, last, last + 1)) != NULL; k++)
    last = more;
  return last->to < f->end && f->t[last->to].kind == ALN_TOKEN_WORD;
}

/* Takes the actor and those that follow it, joined; returns the token behind the last. */
uint32_t aln_take_parties (aln_telling *c, const aln_contacting *f, const aln_party *x) {
  for (uint32_t k = 0; k <= CHAIN_MOST; k++) {
    const aln_party *next;
    x = introduced (f, x);
    next = x + 1;
    aln_take_party (c, f, x);
    if (is_headed (f, x, next)) { /* "Japanese officials" are no group of before */
      next = ++x + 1;
      if (x->to > c->last) c->last = x->to;
    }
    if (is_of_sides (f, x, next)) { /* "his counterparts from X and Y" */
      x = next;
      continue;
    }
    next = joined_to (f, x, next);
    if (!next || k == CHAIN_MOST || is_new_subject (f, x, next)) break;
    x = next;
  }
  return x->to;
}

/* "in Tokyo, Japan, President Yoon met": a comma alone joins no country to a person. */
static int is_apart (const aln_contacting *f, const aln_party *x, const aln_party *next) {
  int thing = x->kind == ALN_PARTY_SIDE || x->kind == ALN_PARTY_BODY;
  int person = next->kind == ALN_PARTY_PERSON || next->kind == ALN_PARTY_POST;
  return thing && person && next->from == x->to + 1 && is_mark (f, x->to, ',');
}

/* The first actor of the chain that ends with x. */
static const aln_party *chain_start (const aln_contacting *f, const aln_party *x) {
  for (uint32_t k = 0; k < CHAIN_MOST && x > f->actors->list.at && (x - 1)->from >= f->begin; k++) {
    const aln_party *named = set_aside (f, x);
    if (named) x = named;
    else if (!is_apart (f, x - 1, x) && !is_new_subject (f, x - 1, x) &&
             (is_joined (f, (x - 1)->to, x->from) || is_titled (f, x - 1, x)))
      x--;
    else break;
  }
  return x;
}

static int is_led (const aln_contacting *f, uint32_t i) {
  aln_row row;
  uint32_t before;
  while (i > f->begin &&
         (word (f, i - 1, "article", &row) == 1 || word (f, i - 1, "town", &row) == 1 ||
          word (f, i - 1, "owner", &row) == 1))
    i--;
  if (word_before (f, i, "led", &row) != i) return 0; /* "a delegation led by Kim" goes with him */
  before = word_before (f, i, "leads", &row);
  return before != i || word_before (f, i, "object", &row) != i;
}

/* "two days after Moon met Trump": the word before the name leads to a clause of its own. */
static int is_clause (const aln_contacting *f, uint32_t i) {
  aln_row row;
  return word_before (f, i, "leads", &row) != i && get (f, row, "away").n > 0;
}

/* "Bashir left Libya after talks with Libya's leader": the country of those it was with acts not. */
static int is_other_side (const aln_telling *c, const aln_contacting *f, const aln_party *start,
                          const aln_party *end) {
  if (start != end || start->kind != ALN_PARTY_SIDE || !c->n) return 0;
  for (uint32_t i = 0; i < c->n; i++)
    if (!aln_same (f->actors->list.at[c->who[i]].side, start->side)) return 0;
  return 1;
}

/* "Wi, who is here in place of President Lee, has met": whose clause of "who" ends with the comma at token
   i; NULL: none does. */
static const aln_party *told_by_who (const aln_contacting *f, uint32_t i) {
  uint32_t least = i > f->begin + CLAUSE_MOST ? i - CLAUSE_MOST : f->begin;
  aln_row row;
  for (uint32_t k = i; k > least + 1; k--) {
    const aln_party *x;
    if (is_mark (f, k - 1, ',') && !word (f, k, "subject", &row)) return NULL;
    if (!is_mark (f, k - 1, ',')) continue;
    x = k > f->begin + 1 ? actor_at (f, k - 2) : NULL;
    return x && x->kind <= ALN_PARTY_POST && x->to == k - 1 ? x : NULL;
  }
  return NULL;
}

/* "Hill, the chief U.S. negotiator, also met": who the words between the commas before the verb only
   say more of; NULL: nobody. */
static const aln_party *told_of (const aln_contacting *f, uint32_t head) {
  uint32_t least = head > f->begin + ADVERBS_MOST ? head - ADVERBS_MOST : f->begin, i = head;
  aln_row row;
  while (i > least && !is_mark (f, i - 1, ',') && !actor_at (f, i - 1) &&
         f->t[i - 1].shape == ALN_SHAPE_LOWER)
    i--;
  if (i <= f->begin + 1 || !is_mark (f, i - 1, ',')) return NULL;
  if (word (f, i, "pairs", &row) != 1 && told_by_who (f, i - 1)) return told_by_who (f, i - 1);
  for (uint32_t k = i - 1, seen = 0; k > f->begin && k + ASIDE_MOST > i && seen <= ASIDES_MOST;
       k--) {
    const aln_party *x = actor_at (f, k - 1);
    if (!x) continue;
    if (x->kind == ALN_PARTY_PERSON)
      return x->to + 1 < i && behind_aside (f, x, i) == i - 1 ? x : NULL;
    k = x->from + 1;
    seen++;
  }
  return NULL;
}

/* Who acted first in the nearest sentence before that names somebody, in this paragraph or the one
   before; NULL: nobody. */
static const aln_party *first_before (const aln_contacting *f) {
  uint32_t i = f->begin, block = f->a->sentence_blocks.at[f->sentence];
  aln_contacting whole = *f;
  whole.begin = 0;
  for (uint32_t s = f->sentence; s > 0 && f->sentence - s < SENTENCES_MOST; s--) {
    const aln_party *found = NULL;
    if (f->a->sentence_blocks.at[s - 1] + 1 < block) return NULL;
    for (; i > 0 && f->t[i - 1].from >= f->a->sentences.at[s - 1].from; i--) {
      uint32_t at = f->actors->at[i - 1];
      const aln_party *x = at ? &f->actors->list.at[at - 1] : NULL;
      if (x && x->kind == ALN_PARTY_PERSON && !is_led (&whole, x->from)) found = x;
    }
    if (found) return found;
  }
  return NULL;
}

/* "He will also meet", "Later, the admiral met", "From Poland he will go to": where nobody knows who is meant, who acted first in the
   sentence before; NULL: it has no such word, or nobody was named there. */
static const aln_party *taken_up (const aln_contacting *f, uint32_t head) {
  uint32_t from = f->begin;
  aln_row row;
  while (from < head && from < f->begin + TAKEN_MOST && !word (f, from, "pronoun", &row)) from++;
  if (from >= head || !word (f, from, "pronoun", &row) || from >= f->begin + TAKEN_MOST)
    return NULL;
  if (from > f->begin && !is_mark (f, from - 1, ',') && !word (f, f->begin, "leads", &row))
    return NULL;
  for (uint32_t i = from; i < head; i++)
    if (actor_at (f, i) || f->t[i].kind == ALN_TOKEN_MARK) return NULL;
  return first_before (f);
}

/* "In between he sat down with": does a pronoun that is nobody's act, right before token 'head'? */
static int has_pronoun (const aln_contacting *f, uint32_t head) {
  aln_row row;
  for (uint32_t i = head; i > f->begin && head - i < ADVERBS_MOST; i--) {
    if (actor_at (f, i - 1) || f->t[i - 1].kind == ALN_TOKEN_MARK) return 0;
    if (f->t[i - 1].shape != ALN_SHAPE_LOWER) return 0;
    if (word (f, i - 1, "pronoun", &row) == 1) return 1;
  }
  return 0;
}

/* Who acted in the contact told before in the sentence, if it was one person; NULL: nobody. */
static const aln_party *acted_before (const aln_contacting *f) {
  const aln_telling *c = f->before;
  const aln_party *x = c && c->subjects == 1 && c->n ? &f->actors->list.at[c->who[c->n - 1]] : NULL;
  return x && x->kind == ALN_PARTY_PERSON ? x : NULL;
}

/* "…, who came on Monday and met": does the clause of "who" at token w still go on at token 'head'? */
static int is_in_who_clause (const aln_contacting *f, uint32_t w, uint32_t head) {
  aln_row row;
  if (!word (f, w, "subject", &row)) return 0;
  for (uint32_t i = w + 1; i + 1 < head; i++)
    if (is_mark (f, i, ',') && word (f, i + 1, "pairs", &row) == 1 && i + 2 >= head) return 0;
  return 1;
}

/* Chains of actors to the left of 'head': those that act. A chain behind a preposition does not,
   unless "who" follows it, or "of" joins it to a group ("the leaders of X and Y"). */
int aln_take_subjects (aln_telling *c, const aln_contacting *f, uint32_t head, uint32_t most) {
  uint32_t i = head, found = 0;
  const aln_party *named = has_pronoun (f, head) ? acted_before (f) : NULL;
  if (named) {
    uint32_t first = c->first;
    aln_take_party (c, f, named);
    c->first = first;
    return 1;
  }
  named = told_of (f, head);
  if (named) {
    named = chain_start (f, named);
    aln_take_parties (c, f, named);
    i = named->from;
    found++;
  }
  for (uint32_t seen = 0; i > f->begin && seen < LEFT_MOST && found < most; seen++) {
    const aln_party *x = actor_at (f, --i), *start;
    aln_row row;
    uint32_t w;
    if (!x) continue;
    start = chain_start (f, x);
    w = x->to + (is_mark (f, x->to, ',') ? 1 : 0);
    if (start->from > f->begin &&
        aln_lexicon_longest (f->x, f->t + start->from - 1, 1, f->triggers, &row) &&
        (is (f, row, "part", "verb") || get (f, row, "verb").n)) {
      i = start->from;
      continue;
    }
    if (start->kind != ALN_PARTY_GROUP && is_led (f, start->from) &&
        !is_in_who_clause (f, w, head) && !(x->to == head && is_clause (f, start->from))) {
      const aln_party *group = start->from > f->begin + 1 ? actor_at (f, start->from - 2) : NULL;
      if (!group && start->from > f->begin + 2) group = actor_at (f, start->from - 3);
      i = start->from;
      if (!group || group->kind != ALN_PARTY_GROUP) continue;
      i = group->from;
      c->first = i < c->first ? i : c->first;
    }
    if (is_other_side (c, f, start, x)) {
      i = start->from;
      continue;
    }
    aln_take_parties (c, f, start);
    found++;
    i = start->from < i ? start->from : i;
  }
  if (!found) {
    named = taken_up (f, head);
    if (named) {
      uint32_t first = c->first;
      aln_take_party (c, f, named);
      c->first = first;
      found++;
    }
  }
  return (int)found;
}

/* "His summit with Xi": who is taken up by the word that owns the noun at token i; 0: nobody is known. */
int aln_take_owner (aln_telling *c, const aln_contacting *f, uint32_t i) {
  const aln_party *x = acted_before (f);
  uint32_t first = c->first;
  if (!x) x = i <= f->begin + 1 ? first_before (f) : NULL;
  if (!x) return 0;
  aln_take_party (c, f, x);
  c->first = first;
  return 1;
}

void aln_take_acting (aln_telling *c, const aln_contacting *f, uint32_t head, uint32_t most) {
  uint32_t before = c->n;
  int found = aln_take_subjects (c, f, head, most) > 0;
  c->subjects = c->n > before ? c->n - before : (uint32_t)found;
}

/* "In a phone call with Y, X said": who acts stands behind. */
void aln_take_subject_behind (aln_telling *c, const aln_contacting *f, uint32_t i) {
  uint32_t most = i + 12 < f->end ? i + 12 : f->end;
  aln_row row;
  for (; i < most; i++) {
    const aln_party *x = actor_at (f, i);
    if (!x) continue;
    if (is_led (f, x->from)) {
      i = x->to - 1;
      continue;
    }
    i = aln_take_parties (c, f, x);
    x = word (f, i, "tells", &row) ? actor_at (f, i + 1) : NULL; /* "at a meeting, X told Y" */
    if (x && x->kind <= ALN_PARTY_POST && !c->open && !c->anaphoric) aln_take_parties (c, f, x);
    return;
  }
}

/* -- those it was with -------------------------------------------------------------------------------- */

/* The token behind a place, and behind the country of "Bangkok, Thailand,". */
static uint32_t behind_place (const aln_contacting *f, const aln_mention *m) {
  const aln_mention *in =
      is_mark (f, m->to, ',') ? aln_mention_at (&f->p->mentions, m->to + 1) : NULL;
  if (!in || in->from != m->to + 1 || in->to >= f->end) return m->to;
  if (in->kind != ALN_MENTION_COUNTRY && in->kind != ALN_MENTION_PLACE) return m->to;
  return is_mark (f, in->to, ',') ? in->to + 1 : in->to;
}

/* Past a date, "in Seoul", "on Friday", an adverb: what may stand between a contact and "with". */
uint32_t aln_skip_circumstance (const aln_contacting *f, uint32_t i) {
  const aln_timex *d = date_at (f, i);
  const aln_mention *m;
  aln_row row;
  uint32_t len;
  if (d) return behind (f, i, d);
  if (i + 1 < f->end && word (f, i, "pairs", &row) == 1 && date_at (f, i + 1))
    return behind (f, i + 1, date_at (f, i + 1)); /* "on Friday and Saturday" */
  if (word (f, i, "adverb", &row)) return i + word (f, i, "adverb", &row);
  if (!word (f, i, "frame", &row)) return i;
  len = word (f, i, "frame", &row);
  d = date_at (f, i + len);
  if (d) return behind (f, i + len, d);
  i += len;
  if (i < f->end && word (f, i, "article", &row) == 1) i++;
  m = i < f->end ? aln_mention_at (&f->p->mentions, i) : NULL;
  if (m && m->kind == ALN_MENTION_BODY) return m->to; /* "at the White House" */
  if (m && (m->kind == ALN_MENTION_PLACE || m->kind == ALN_MENTION_COUNTRY))
    return behind_place (f, m);
  return i - len;
}

/* "the third dialogue (KIDD) with": behind the short name, or i. */
static uint32_t skip_short_name (const aln_contacting *f, uint32_t i) {
  return is_mark (f, i, '(') && is_mark (f, i + 2, ')') ? i + 3 : i;
}

/* "a meeting of the Military Committee between": behind the body, or i. */
static uint32_t skip_body (const aln_contacting *f, uint32_t i) {
  uint32_t k = i + 1;
  const aln_mention *m;
  aln_row row;
  if (i >= f->end || !aln_same (aln_token_text (f->a, i), ALN_LIT ("of"))) return i;
  if (word (f, k, "article", &row) == 1) k++;
  m = k < f->end ? aln_mention_at (&f->p->mentions, k) : NULL;
  return m && m->kind == ALN_MENTION_BODY && m->to <= f->end ? m->to : i;
}

/* "was held in Seoul on Friday between": behind the verb that says so of a noun, or i. */
static uint32_t skip_verb (const aln_telling *c, const aln_contacting *f, uint32_t i) {
  aln_row row;
  if (i != c->to || !is (f, c->row, "part", "noun")) return i;
  if (word (f, i, "be", &row) > word (f, i, "after", &row)) return i + word (f, i, "be", &row);
  return i + word (f, i, "after", &row);
}

/* "a courtesy call on", "drills by", "a phone call to": what a noun takes beside "with". */
static int is_own_preposition (const aln_contacting *f, const aln_telling *c, uint32_t i) {
  aln_slice own = get (f, c->row, "takes");
  aln_row row;
  uint32_t k = i + 1;
  if (!own.n || i >= f->end) return 0;
  if (!actor_at (f, k) && word (f, k, "article", &row) == 1) k++;
  return actor_at (f, k) && is_one_of (own, aln_token_text (f->a, i));
}

/* "met, on separate occasions, with": behind what commas hold apart, or i. */
static uint32_t skip_apart (const aln_contacting *f, uint32_t i) {
  aln_row row;
  if (!is_mark (f, i, ',')) return i;
  for (uint32_t k = i + 2; k < f->end && k < i + APART_MOST; k++)
    if (is_mark (f, k, ',')) return word (f, k + 1, "object", &row) ? k + 1 : i;
  return i;
}

/* Behind the mark that closes 'a "great call" with', or i. */
static uint32_t skip_quote (const aln_contacting *f, uint32_t i) {
  aln_row row;
  if (i >= f->end || f->t[i].kind != ALN_TOKEN_MARK || !word (f, i + 1, "object", &row)) return i;
  return is_mark (f, i, '"') || aln_same (aln_token_text (f->a, i), ALN_LIT ("\xE2\x80\x9D"))
             ? i + 1
             : i;
}

/* "the meeting of the foreign ministers of X and Y": those behind "of", if of two sides; i: none. */
static uint32_t take_owners (aln_telling *c, const aln_contacting *f, uint32_t i) {
  aln_telling owned = *c;
  aln_sides sides = {.n = 0};
  uint32_t k = i + 1, end;
  aln_row row;
  if (i != c->to || !is (f, c->row, "part", "noun") || c->kind == ALN_VISIT || i >= f->end ||
      !aln_same (aln_token_text (f->a, i), ALN_LIT ("of")) || get (f, c->row, "plural").n)
    return i;
  if (!actor_at (f, k) && word (f, k, "article", &row) == 1) k++;
  if (!actor_at (f, k)) return i;
  end = aln_take_parties (&owned, f, actor_at (f, k));
  for (uint32_t w = c->n; w < owned.n; w++) {
    const aln_party *x = &f->actors->list.at[owned.who[w]];
    if (x->kind != ALN_PARTY_BODY) aln_sides_add (&sides, x->side);
  }
  if (sides.n < 2) return i;
  *c = owned;
  c->between = 1;
  return end;
}

/* Those a noun is with: "… with Y", "… in Seoul on Friday with Y", "… between X and Y". */
uint32_t aln_take_objects (aln_telling *c, const aln_contacting *f, uint32_t i) {
  aln_row row = 0;
  uint32_t next = take_owners (c, f, i);
  if (next != i) return next;
  for (uint32_t tries = 0; tries < 6; tries++) {
    uint32_t len = word (f, i, "object", &row);
    if (!len && is_own_preposition (f, c, i)) len = 1;
    if (len) {
      uint32_t most = i + len + 8 < f->end ? i + len + 8 : f->end;
      c->attended = is (f, row, "object", "attended");
      c->with = is (f, row, "object", "with");
      c->between = is (f, row, "object", "between");
      for (uint32_t k = i + len; k < most; k++) {
        if (actor_at (f, k)) return aln_take_parties (c, f, actor_at (f, k));
        if (is_mark (f, k, ',') || is_mark (f, k, '"') || word (f, k, "pairs", &row) == 1) {
          if (!is_mark (f, k, '-') && !word (f, k, "article", &row)) break;
        }
      }
      c->open = 1;
      return i;
    }
    next = aln_skip_circumstance (f, i);
    if (next <= i) next = skip_body (f, i);
    if (next <= i) next = skip_short_name (f, i);
    if (next <= i) next = skip_verb (c, f, i);
    if (next <= i) next = skip_apart (f, i);
    if (next <= i) next = skip_quote (f, i);
    if (next <= i) return i;
    i = next;
  }
  return i;
}
