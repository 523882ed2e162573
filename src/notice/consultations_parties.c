/* consultations_parties.c: in: actors of a telling, and groups that stand for those named before. Out: who
   takes part in a consultation (consulting.h). */
#include "consulting.h"

#define NAMED_MOST 160u /* tokens before "the two" in which those who are meant are named */

/* 'side': what the place where he is named tells of it; that of the person goes before. */
static void add_person (const aln_consulting *f, aln_consultation *e, uint32_t person,
                        aln_slice side) {
  if (!person || has_person (e, person)) return;
  if (aln_side_spoken_for (f->a, f->p, person).n) side = aln_side_spoken_for (f->a, f->p, person);
  aln_sides_add (&e->sides, side);
  if (e->person_count == ALN_PARTICIPANTS) return;
  e->person_sides[e->person_count] = side;
  e->persons[e->person_count++] = person;
}

static void add_post (aln_consultation *e, aln_slice post, aln_slice side) {
  aln_sides_add (&e->sides, side);
  for (uint32_t i = 0; i < e->post_count; i++)
    if (aln_same (e->posts[i], post) && aln_same (e->post_sides[i], side)) return;
  if (e->post_count == ALN_PARTICIPANTS) return;
  e->posts[e->post_count] = post;
  e->post_sides[e->post_count++] = side;
}

/* The person of that side who holds a post like one of those of 'e': a counterpart; 0: none, or
   several. */
static uint32_t counterpart_of (const aln_consulting *f, const aln_consultation *e,
                                aln_slice side) {
  uint32_t found = 0;
  for (uint32_t i = 0; i < f->p->persons.n && i < 64; i++) {
    const aln_person *p = &f->p->persons.at[i];
    int like = 0;
    if (!p->held.n || !aln_same (p->side, side) || !e->person_count) continue;
    for (uint32_t k = 0; k < e->person_count; k++) {
      const aln_person *q = &f->p->persons.at[e->persons[k] - 1];
      aln_row a = f->p->posts.at[p->held.at[0].post].row, b;
      if (!q->held.n || aln_same (q->side, side)) continue;
      b = f->p->posts.at[q->held.at[0].post].row;
      like |= aln_same (get (f, a, "level"), get (f, b, "level")) &&
              aln_same (get (f, a, "field"), get (f, b, "field"));
    }
    if (like && found) return 0;
    if (like) found = i + 1;
  }
  return found;
}

aln_slice aln_other_side (const aln_consulting *f, const aln_consultation *e) {
  for (uint32_t i = 0; i < f->actors->pair.n; i++)
    if (!aln_sides_have (&e->sides, f->actors->pair.at[i])) return f->actors->pair.at[i];
  return (aln_slice){"", 0};
}

/* "The defense secretary met his Japanese counterpart": a post of no country told is of the other side. */
static void add_other (const aln_consulting *f, aln_consultation *e) {
  for (uint32_t k = 0; k < e->post_count; k++) {
    if (e->post_sides[k].n) continue;
    e->post_sides[k] = aln_other_side (f, e);
    aln_sides_add (&e->sides, e->post_sides[k]);
    return;
  }
}

static void add_counterparts (const aln_consulting *f, aln_consultation *e, const aln_telling *c) {
  for (uint32_t i = 0; i < c->n; i++) {
    const aln_party *x = &f->actors->list.at[c->who[i]];
    aln_slice side = x->side;
    if (x->kind != ALN_PARTY_COUNTERPART) continue;
    if (!side.n && e->sides.n == 1) side = aln_other_side (f, e);
    add_person (f, e, counterpart_of (f, e, side), side);
    aln_sides_add (&e->sides, side);
  }
}

/* "X canceled a visit to Y by its adviser": a post without a side is of the one country that
   acts; empty: none does. */
static aln_slice sender_of (const aln_consulting *f, const aln_telling *c) {
  aln_slice side = {"", 0};
  if (c->kind != ALN_VISIT || !c->place) return side;
  for (uint32_t i = 0; i < c->n; i++) {
    const aln_party *x = &f->actors->list.at[c->who[i]];
    if (x->kind != ALN_PARTY_SIDE || x->to > c->from) continue;
    if (side.n && !aln_same (side, x->side)) return (aln_slice){"", 0};
    side = x->side;
  }
  return side;
}

void aln_add_actors (const aln_consulting *f, aln_consultation *e, const aln_telling *c) {
  const aln_slice sender = sender_of (f, c);
  int counterpart = 0;
  for (uint32_t i = 0; i < c->n; i++) {
    const aln_party *x = &f->actors->list.at[c->who[i]];
    if (x->kind == ALN_PARTY_PERSON) add_person (f, e, x->person, x->side);
    else if (x->kind == ALN_PARTY_POST && x->several && !x->side.n) continue; /* whoever they are */
    else if (x->kind == ALN_PARTY_POST)
      add_post (e, x->name, x->side.n || x->from < c->to ? x->side : sender);
    else if (x->kind != ALN_PARTY_COUNTERPART) aln_sides_add (&e->sides, x->side);
    counterpart |= x->counterpart || x->kind == ALN_PARTY_COUNTERPART;
  }
  add_counterparts (f, e, c);
  if (counterpart && e->sides.n == 1) add_other (f, e);
}

void aln_copy_participants (const aln_consulting *f, aln_consultation *e,
                            const aln_consultation *from) {
  for (uint32_t i = 0; i < from->person_count; i++)
    add_person (f, e, from->persons[i], from->person_sides[i]);
  for (uint32_t i = 0; i < from->post_count; i++) add_post (e, from->posts[i], from->post_sides[i]);
  for (uint32_t i = 0; i < from->sides.n; i++) aln_sides_add (&e->sides, from->sides.at[i]);
}

/* "The allies" are those the article is about, whoever was named last; "guests" who came from abroad. */
static int is_of (const aln_consulting *f, const aln_telling *c, const char *group) {
  for (uint32_t i = 0; i < c->n; i++)
    if (aln_same (f->actors->list.at[c->who[i]].name, aln_slice_of (group))) return 1;
  return 0;
}

/* The words of posts that a group of the telling says its members hold; empty: any. */
static aln_slice posts_of_group (const aln_consulting *f, const aln_telling *c) {
  for (uint32_t i = 0; i < c->n; i++)
    if (f->actors->list.at[c->who[i]].holds.n) return f->actors->list.at[c->who[i]].holds;
  return (aln_slice){"", 0};
}

static int has_within (aln_slice all, aln_slice part) {
  for (size_t i = 0; part.n && i + part.n <= all.n; i++)
    if (memcmp (all.p + i, part.p, part.n) == 0) return 1;
  return 0;
}

/* Does the person hold a post with one of the words "Minister;Secretary"? */
static int holds_one (const aln_consulting *f, uint32_t person, aln_slice words) {
  const aln_person *p = &f->p->persons.at[person - 1];
  for (uint32_t k = 0; k < p->held.n; k++)
    for (size_t from = 0, i = 0; i <= words.n; i++) {
      aln_slice one = {words.p + from, i - from};
      if (i < words.n && words.p[i] != ';') continue;
      if (has_within (p->held.at[k].office, one)) return 1;
      from = i + 1;
    }
  return !words.n;
}

/* Do two of its persons, of two sides, hold such posts, or none that is told? */
static int has_two_such (const aln_consulting *f, const aln_consultation *e, aln_slice words) {
  aln_sides sides = {.n = 0};
  for (uint32_t i = 0; i < e->person_count; i++)
    if (!f->p->persons.at[e->persons[i] - 1].held.n || holds_one (f, e->persons[i], words))
      aln_sides_add (&sides, e->person_sides[i]);
  return sides.n > 1;
}

/* Are all of the persons of a among those of b? */
static int persons_within (const aln_consultation *a, const aln_consultation *b) {
  for (uint32_t i = 0; i < a->person_count; i++)
    if (!has_person (b, a->persons[i])) return 0;
  return 1;
}

/* "the two men" of more who were named: those of the contact told last, if it was of two of them, and not
   who "accompanied" one; else the last two of two sides. */
static void add_two (const aln_consulting *f, aln_consultation *e, const aln_consultation *named) {
  const aln_consultation *last = last_of (f);
  if (last && last->person_count == 2 && persons_within (last, named)) {
    aln_copy_participants (f, e, last);
    return;
  }
  for (uint32_t i = 0; i < named->person_count && e->sides.n < 2; i++)
    if (!aln_sides_have (&e->sides, named->person_sides[i]))
      add_person (f, e, named->persons[i], named->person_sides[i]);
}

/* "they", "the two leaders": those named before them, behind a byte of the text, if of two sides and
   if they hold posts with one of the words. */
static int add_named_before (const aln_consulting *f, aln_consultation *e, const aln_telling *c,
                             uint32_t from_byte, aln_slice words) {
  aln_consultation named;
  uint32_t from = c->from, seen = 0;
  memset (&named, 0, sizeof named);
  for (uint32_t i = from; i > 0 && from - i < NAMED_MOST && seen < 4; i--) {
    const aln_party *x;
    if (f->a->tokens.at[i - 1].from < from_byte) break;
    if (!f->actors->at[i - 1]) continue;
    x = &f->actors->list.at[f->actors->at[i - 1] - 1];
    i = x->from + 1;
    if (x->kind != ALN_PARTY_PERSON || !holds_one (f, x->person, words)) continue;
    add_person (f, &named, x->person, x->side);
    seen++;
    if (words.n && named.sides.n > 1) break;
  }
  if (named.sides.n < 2) return 0;
  if (named.person_count > 2 && is_of (f, c, "two")) {
    add_two (f, e, &named);
    return 1;
  }
  for (uint32_t i = 0; i < named.person_count; i++)
    add_person (f, e, named.persons[i], named.person_sides[i]);
  return 1;
}

/* "Pakistani troops joined China for joint exercises": the sides of the sentence. */
static void add_sides_before (const aln_consulting *f, aln_consultation *e, const aln_telling *c) {
  aln_sides named = {.n = 0};
  for (uint32_t i = c->from; i > 0 && c->from - i < 40; i--) {
    const aln_party *x;
    if (f->a->tokens.at[i - 1].from < f->a->sentences.at[c->sentence].from) break;
    if (!f->actors->at[i - 1]) continue;
    x = &f->actors->list.at[f->actors->at[i - 1] - 1];
    if (x->kind == ALN_PARTY_SIDE || (x->kind == ALN_PARTY_BODY && x->side.n == 2))
      aln_sides_add (&named, x->side);
    i = x->from + 1;
  }
  for (uint32_t i = 0; named.n > 1 && i < named.n; i++) aln_sides_add (&e->sides, named.at[i]);
}

/* "The two secretaries arrived in Seoul": those named before it who are not at home there. */
static void add_travellers (const aln_consulting *f, aln_consultation *e, const aln_telling *c) {
  aln_slice side = {"", 0};
  for (uint32_t i = c->from, seen = 0; i > 0 && c->from - i < NAMED_MOST && seen < 6; i--) {
    const aln_party *x =
        f->actors->at[i - 1] ? &f->actors->list.at[f->actors->at[i - 1] - 1] : NULL;
    if (!x) continue;
    i = x->from + 1;
    if (x->kind != ALN_PARTY_PERSON || !x->side.n || aln_same (x->side, e->place_side)) continue;
    if (side.n && !aln_same (x->side, side)) return;
    side = x->side;
    add_person (f, e, x->person, side);
    seen++;
  }
}

/* "Lee raised it at their summit": does the one who acts take part in the contact told last? */
static int is_with_last (const aln_consulting *f, const aln_telling *c) {
  const aln_party *x = c->n == 1 ? &f->actors->list.at[c->who[0]] : NULL;
  if (!c->loose || !x || x->kind != ALN_PARTY_PERSON) return 1;
  return has_person (last_of (f), x->person);
}

/* "The two Koreas have not talked since … officials met": the sides that stand joined in its sentence
   before those who are not named. */
static int add_sides_joined (const aln_consulting *f, aln_consultation *e, const aln_telling *c) {
  const aln_party *after = NULL;
  for (uint32_t i = c->from; i > 0 && c->from - i < 40; i--) {
    const aln_party *x;
    if (f->a->tokens.at[i - 1].from < f->a->sentences.at[c->sentence].from) break;
    if (!f->actors->at[i - 1]) continue;
    x = &f->actors->list.at[f->actors->at[i - 1] - 1];
    i = x->from + 1;
    if (x->kind != ALN_PARTY_SIDE && !(x->kind == ALN_PARTY_GROUP && x->side.n)) {
      after = NULL;
      continue;
    }
    if (after && after->from - x->to <= 2 && !aln_same (after->side, x->side)) {
      aln_sides_add (&e->sides, after->side);
      aln_sides_add (&e->sides, x->side);
    } else if (x->kind == ALN_PARTY_GROUP) aln_sides_add (&e->sides, x->side);
    if (e->sides.n > 1) return 1;
    after = x;
  }
  return 0;
}

void aln_add_group (const aln_consulting *f, aln_consultation *e, const aln_telling *c) {
  const aln_consultation *last = last_of (f);
  uint32_t here = f->a->sentences.at[c->sentence].from;
  int allies = is_of (f, c, "allies");
  const aln_slice words = posts_of_group (f, c), any = {"", 0};
  if (e->place_side.n && is_of (f, c, "guests") && (e->kind == ALN_VISIT || c->n > 1)) {
    add_travellers (f, e, c);
    return;
  }
  if (words.n && !(last && has_two_such (f, last, words)) && add_named_before (f, e, c, 0, words))
    return;
  if (c->joint && !c->subjects) { /* a group that acts is meant before the article's pair */
    add_sides_before (f, e, c);
  } else if (!add_named_before (f, e, c, here, any) &&
             (is_of (f, c, "two") || e->sides.n || !add_sides_joined (f, e, c))) {
    int fresh = last && !allies && last->sentence + 3 >= c->sentence;
    int named = !fresh && !allies && add_named_before (f, e, c, 0, any);
    e->borrowed = !e->person_count && !e->post_count && is_of (f, c, "sides");
    if (last && !allies && !named && !is_with_last (f, c) && last->person_count != 1) return;
    if (last && !allies && !named) aln_copy_participants (f, e, last);
  }
  if (c->loose && !c->n && strcmp (c->rule, "noun-frame") == 0)
    return; /* "during their meeting": of nobody else */
  if (e->sides.n < 2)
    for (uint32_t i = 0; i < f->actors->pair.n; i++)
      aln_sides_add (&e->sides, f->actors->pair.at[i]);
}
