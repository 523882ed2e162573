/* contacts_verbs.c: in: a verb that tells of a contact ("met", "visited"). Out: who acts, whom it was
   with or where they went; or why it is no telling (contacting.h). */
#include "contacting.h"

#define GUEST_MOST 5u  /* tokens of "hoped to be" before "received by" */
#define HELD_MOST 6u   /* tokens of "the next plenary session" */
#define LONG_MOST 3u   /* tokens between "talked" and "an hour" */
#define DEMAND_MOST 8u /* tokens behind "meet" in which the "needs" that are met may stand */

/* "the White House": a known body of a country, that has a house. */
static int is_house (const aln_contacting *f, const aln_mention *m) {
  return m->kind == ALN_MENTION_BODY && m->row && aln_mention_side (f->a, m).n == 2 &&
         !actor_at (f, m->to);
}

/* "arrived on Sunday in Seoul": the day is passed over. */
static int pass_date (const aln_contacting *f, uint32_t *i) {
  aln_row row;
  uint32_t at = *i + (!date_at (f, *i) && word (f, *i, "frame", &row) == 1 ? 1 : 0);
  const aln_timex *d = date_at (f, at);
  if (d) *i = behind (f, at, d) - 1;
  return d != NULL;
}

/* "to South Korea", "in Seoul", "here", or right behind the verb: where somebody goes. */
int aln_take_destination (aln_telling *c, const aln_contacting *f, uint32_t i, int direct) {
  uint32_t most = i + 6 < f->end ? i + 6 : f->end;
  for (; i < most; i++) {
    const aln_mention *m = aln_mention_at (&f->p->mentions, i);
    aln_row row;
    if (word (f, i, "here", &row)) {
      m = f->here;
      c->home = !m;
      if (c->last < i + 1) c->last = i + 1;
      if (c->home) return 1;
    }
    if (pass_date (f, &i)) continue;
    aln_slice w = aln_token_text (f->a, i);
    const aln_party *x = actor_at (f, i);
    if (x && x->kind <= ALN_PARTY_POST) return 0; /* "visiting U.S. President Bush" */
    if (m && (m->kind == ALN_MENTION_PLACE || m->kind == ALN_MENTION_COUNTRY || is_house (f, m))) {
      if (!direct || (m != f->here && m->to < f->end && is_possessive (f, m->to))) return 0;
      c->place = m;
      c->open = 0;
      i = m == f->here ? i + 1 : m->to;
      if (i > c->last) c->last = i;
      return 1;
    }
    if (aln_same (w, ALN_LIT ("to"))) direct = c->open = 1;
    else if (aln_same (w, ALN_LIT ("in"))) direct = 1;
    else if (m && m->kind == ALN_MENTION_DEMONYM) continue;
    else if (m || (!word (f, i, "article", &row) && !word (f, i, "town", &row))) return 0;
  }
  return 0;
}

/* "to meet Ukraine's urgent needs", "met the deadline": what is met is nobody. */
int aln_meets_demand (const aln_telling *c, const aln_contacting *f) {
  uint32_t most = c->to + DEMAND_MOST < f->end ? c->to + DEMAND_MOST : f->end;
  aln_row row;
  if (c->kind != ALN_MEETING) return 0;
  for (uint32_t i = c->to; i < most; i++) {
    const aln_party *x = actor_at (f, i);
    if (word (f, i, "demand", &row)) return 1;
    if (x && x->kind <= ALN_PARTY_POST) return 0;
    if (word (f, i, "leads", &row) || word (f, i, "object", &row) || is_mark (f, i, '.')) return 0;
  }
  return 0;
}

/* "spoke to President Lee", not "spoke to reporters", "spoke to South Korean troops" */
static int is_own_object (const aln_telling *c, const aln_contacting *f, uint32_t i) {
  const aln_party *x = actor_at (f, i + 1);
  aln_slice own = x ? get (f, c->row, "tells") : (aln_slice){"", 0};
  if (!own.n || !is_one_of (own, aln_token_text (f->a, i))) return 0;
  if (x->kind == ALN_PARTY_SIDE && x->to < f->end && actor_at (f, x->to)) x = actor_at (f, x->to);
  return x->kind <= ALN_PARTY_POST || x->kind == ALN_PARTY_COUNTERPART;
}

/* Whom a verb is with: right behind it, "with" or an adverb or date between. Only who is named at
   once was "hosted": others may have "welcomed the talks between" two. */
static uint32_t take_verb_objects (aln_telling *c, const aln_contacting *f) {
  uint32_t i = c->to, most = i + 5 < f->end ? i + 5 : f->end;
  int host = get (f, c->row, "host").n > 0;
  aln_row row;
  for (; i < most; i++) {
    const aln_party *x = actor_at (f, i);
    const aln_timex *d = date_at (f, i);
    if (d) {
      i = behind (f, i, d) - 1;
      continue;
    }
    if (x && host && is_possessive (f, x->to)) {
      x = actor_at (f, x->to + 1);
      return x && x->kind <= ALN_PARTY_POST ? aln_take_parties (c, f, x) : i;
    }
    if (x) return aln_take_parties (c, f, x);
    if (is_own_object (c, f, i)) return aln_take_parties (c, f, actor_at (f, i + 1));
    if (word (f, i, "through", &row)) { /* "met members of a Ugandan delegation" */
      i += word (f, i, "through", &row) - 1;
      most = i + 5 < f->end ? i + 5 : f->end;
      continue;
    }
    if (word (f, i, "object", &row)) return host ? i : aln_take_objects (c, f, i);
    if (word (f, i, "relative", &row)) return i; /* "welcomed that …" */
    if (f->t[i].kind == ALN_TOKEN_MARK || word (f, i, "leads", &row)) break;
  }
  return host ? i : aln_take_objects (c, f, i);
}

/* "called Prime Minister Kishida", not "called Kishida a friend". */
static int is_titled_name (const aln_contacting *f, uint32_t i) {
  const aln_party *x = actor_at (f, i);
  const aln_mention *name;
  aln_row row;
  if (x && x->kind == ALN_PARTY_SIDE && x->to < f->end && actor_at (f, x->to))
    x = actor_at (f, i = x->to); /* "U.S. President Bush" */
  if (!x || x->from != i || x->kind != ALN_PARTY_PERSON) return 0;
  if (date_at (f, x->to)) return 1; /* "called Anna Berg today" */
  if (word (f, x->to, "frame", &row) == 1 && date_at (f, x->to + 1)) return 1; /* "on Monday" */
  if (x->to < f->end && aln_same (aln_token_text (f->a, x->to), ALN_LIT ("to")))
    return 1; /* "called Berg to thank him" */
  name = aln_mention_at (&f->p->mentions, i);
  return x->to - x->from > 1 && !(name && name->kind == ALN_MENTION_PERSON) &&
         !word (f, x->to, "article", &row);
}

/* "Koizumi visited a shrine": who acts is at home there. */
static int is_at_home (const aln_telling *c, const aln_contacting *f) {
  aln_slice side = c->place ? aln_mention_side (f->a, c->place) : (aln_slice){"", 0};
  for (uint32_t i = 0; i < c->n; i++)
    if (!aln_same (f->actors->list.at[c->who[i]].side, side)) return 0;
  return c->n > 0 && side.n > 0;
}

/* "Hill met Song before flying to Beijing": who acted in the contact told before. */
static void take_actors_before (aln_telling *c, const aln_contacting *f) {
  const aln_telling *before = f->before;
  uint32_t n = c->n;
  for (uint32_t k = before->n - before->subjects; k < before->n && c->n < ALN_TELLING_ACTORS; k++)
    c->who[c->n++] = before->who[k];
  c->subjects = c->n - n;
}

/* "the two leaders talked for an hour": with each other, and not by phone as far as is told. */
static int is_long_talk (aln_telling *c, const aln_contacting *f) {
  const aln_party *x = c->from > f->begin ? actor_at (f, c->from - 1) : NULL;
  uint32_t d = date_from (f, c->to);
  if (c->kind != ALN_CALL || !x || d >= f->dates->n) return 0;
  if (f->date_token[d] > c->to + LONG_MOST || f->dates->at[d].type != ALN_DURATION) return 0;
  c->kind = ALN_TALKS;
  return x->kind == ALN_PARTY_GROUP;
}

/* "Trump and Xi spoke on Monday", "talked twice": with each other, where nothing else follows. */
static int is_mutual (const aln_telling *c, const aln_contacting *f) {
  uint32_t i = c->from;
  const aln_party *x;
  aln_row row;
  if (word_before (f, i, "perfect", &row) != i) i = word_before (f, i, "perfect", &row);
  x = i > f->begin ? actor_at (f, i - 1) : NULL;
  i = c->to;
  if (!x ||
      (x->kind > ALN_PARTY_POST && x->kind != ALN_PARTY_GROUP && x->kind != ALN_PARTY_COUNTERPART))
    return 0;
  if (c->kind == ALN_TALKS && is (f, c->row, "kind", "call")) return 1; /* "talked for an hour" */
  if (i >= f->end || date_at (f, i) || is_mark (f, i, '.') || word (f, i, "mutual", &row)) return 1;
  return word (f, i, "frame", &row) == 1 && date_at (f, i + 1);
}

/* Do those who act, other than one who has no side, come from two sides, or is it "the two"? */
static int act_together (const aln_telling *c, const aln_contacting *f) {
  aln_sides sides = {.n = 0};
  for (uint32_t i = 0; i < c->n; i++) {
    const aln_party *x = &f->actors->list.at[c->who[i]];
    if (x->kind == ALN_PARTY_GROUP && aln_same (x->name, ALN_LIT ("two"))) return 1;
    if (x->kind == ALN_PARTY_COUNTERPART) return 1;
    aln_sides_add (&sides, x->side);
  }
  return sides.n > 1;
}

/* "sent Kim to Washington": he goes, and nobody else. */
static int read_sending (aln_telling *c, const aln_contacting *f, aln_slice form) {
  uint32_t i = take_verb_objects (c, f);
  if (c->n != 1 || f->actors->list.at[c->who[0]].kind > ALN_PARTY_POST)
    return refuse (c, "nobody is sent");
  if (!aln_take_destination (c, f, i, 0)) return refuse (c, "no place behind it");
  if (is_at_home (c, f)) return refuse (c, "the place is where who acts is at home");
  aln_settle_form (c, f, form, c->from);
  c->rule = "verb-visit";
  c->subjects = 1;
  aln_settle_status (c, f, c->from);
  aln_settle_setting (c, f);
  return 1;
}

/* "Lee was received by", "hopes to be received by", not "Lee's remarks were welcomed by" */
static int has_guest (const aln_telling *c, const aln_contacting *f) {
  uint32_t least = c->from > f->begin + GUEST_MOST ? c->from - GUEST_MOST : f->begin;
  for (uint32_t i = c->from; i > least; i--) {
    if (actor_at (f, i - 1) || is_mark (f, i - 1, ',')) return 1;
    if (is_possessive (f, i - 1)) return 0;
  }
  return 0;
}

/* "agreed to convene the next session": the noun behind it tells of the contact. */
static int only_says_held (const aln_telling *c, const aln_contacting *f) {
  uint32_t most = c->to + HELD_MOST < f->end ? c->to + HELD_MOST : f->end;
  aln_row row;
  if (!word (f, c->from, "light", &row) || !word (f, c->to, "article", &row)) return 0;
  for (uint32_t i = c->to; i < most && (i == c->to || !aln_ends_phrase (f, i)); i++)
    if (aln_lexicon_longest (f->x, f->t + i, 1, f->triggers, &row) && is (f, row, "part", "noun"))
      return 1;
  return 0;
}

int aln_read_verb_trigger (aln_telling *c, const aln_contacting *f, aln_slice form) {
  uint32_t head = c->from, objects;
  aln_row row;
  int mutual, place = get (f, c->row, "needs").n && is (f, c->row, "needs", "place");
  if (only_says_held (c, f)) return refuse (c, "the noun behind it tells of it");
  if (get (f, c->row, "sends").n) return read_sending (c, f, form);
  if (is (f, c->row, "needs", "title") && !is_titled_name (f, c->to))
    return refuse (c, "no post and name behind it");
  if (c->kind == ALN_MEETING && get (f, c->row, "guest").n && !has_guest (c, f))
    return refuse (c, "nobody stands right before it");
  if (aln_meets_demand (c, f)) return refuse (c, "what is met is a demand, and nobody");
  aln_settle_form (c, f, form, head);
  c->rule = c->kind == ALN_VISIT ? "verb-visit" : "verb";
  if (place && !aln_take_destination (c, f, c->to, 1)) return refuse (c, "no place behind it");
  if (!place) take_verb_objects (c, f);
  objects = c->n;
  mutual = is (f, c->row, "needs", "object") && !objects && !is_long_talk (c, f);
  if (mutual && !is_mutual (c, f)) return refuse (c, "nobody behind it whom it was with");
  if (get (f, c->row, "host").n && f->actors->list.at[c->who[0]].kind > ALN_PARTY_POST &&
      f->actors->list.at[c->who[0]].kind != ALN_PARTY_COUNTERPART &&
      !(f->actors->list.at[c->who[0]].kind == ALN_PARTY_GROUP && objects > 1))
    return refuse (c, "the guest is no person or post");
  if (aln_same (form, ALN_LIT ("ing")) && f->before && word_before (f, head, "frame", &row) != head)
    take_actors_before (c, f);
  else aln_take_acting (c, f, head, 1);
  if (!c->subjects && (head == f->begin || word_before (f, head, "frame", &row) != head)) {
    aln_take_subject_behind (c, f, c->last);
    c->subjects = c->n - objects;
  }
  if (!c->subjects) return refuse (c, "nobody acts");
  if (mutual && !act_together (c, f)) return refuse (c, "nobody behind it whom it was with");
  if (get (f, c->row, "of").n && f->actors->list.at[c->who[c->n - 1]].kind > ALN_PARTY_POST)
    return refuse (c, "who acts is no person");
  if (place && is_at_home (c, f)) return refuse (c, "the place is where who acts is at home");
  if (c->last < f->end && is_one_of (get (f, c->row, "bars"), aln_token_text (f->a, c->last)) &&
      (f->t[c->last].kind == ALN_TOKEN_MARK || /* not "adviser to President Bush" */
       !actor_at (f, c->last + 1)))
    return refuse (c, "who acts only asks for something, or calls somebody something");
  c->also = word_before (f, head, "also", &row) != head;
  c->apart = word_before (f, head, "apart", &row) != head || word (f, c->to, "apart", &row);
  c->heads = get (f, c->row, "heads").n > 0;
  aln_settle_status (c, f, head);
  if (get (f, c->row, "sure").n && !c->sure) return refuse (c, "no word says that it is planned");
  aln_settle_lead (c, f, form);
  if (aln_same (form, ALN_LIT ("ing")) && !c->sure) {
    uint32_t before = word_before (f, head, "frame", &row);
    if (before != head && is (f, row, "frame", "ahead")) c->status = ALN_PLANNED;
  }
  aln_settle_setting (c, f);
  return 1;
}
