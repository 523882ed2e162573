/* people_context.c: in: persons with posts. Out: whose post it is where no word beside it says so (casting.h). */
#include "casting.h"

#define DATELINE_MOST 32u /* mentions among which that of the dateline is */
#define NAMED_MOST 256u   /* mentions among which a country is looked for */
#define AGAIN_MOST 24u    /* posts behind one among which the same is looked for */

#define NOT_NOW (ALN_HOLDER_FORMER | ALN_HOLDER_ELECT | ALN_HOLDER_NOMINEE | ALN_HOLDER_OUTGOING)

/* The posts that say whose the next one is: heads and ministers, no envoys. */
static int leads_row (const aln_casting *f, aln_row row) {
  aln_slice level = get (f, row, "level");
  return aln_same (level, ALN_LIT ("head")) || aln_same (level, ALN_LIT ("minister")) ||
         aln_same (level, ALN_LIT ("monarch")) || aln_same (level, ALN_LIT ("vice"));
}

/* Is the post held by somebody else there already, or not known there at all? */
static int is_taken (const aln_casting *f, const aln_post *o, aln_slice side) {
  const aln_row row = o->row;
  aln_slice here = o->office; /* what it is called there */
  if (side.n && has_word (get (f, row, "never"), side)) return 1;
  if (!leads_row (f, row) || (o->holder & NOT_NOW)) return 0;
  if (aln_same (here, get (f, row, "office"))) here = aln_office_name (f->x, row, side);
  for (uint32_t k = 0; k < f->out->persons.n && k < ALN_CHAIN_MOST; k++)
    for (uint32_t j = 0; j < f->out->persons.at[k].held.n; j++) {
      const aln_held *h = &f->out->persons.at[k].held.at[j];
      if (f->out->posts.at[h->post].row == row && !(h->holder & NOT_NOW) &&
          aln_same (h->side, side) && aln_same (h->office, here))
        return 1;
    }
  return 0;
}

/* Does the sentence that says he holds it name another country before it? */
static int is_told (const aln_casting *f, const aln_held *h, aln_slice side) {
  const aln_post *o = &f->out->posts.at[h->post];
  for (uint32_t i = o->from; i > 0 && !(f->t[i].flags & ALN_TOKEN_BLOCK); i--) {
    const aln_mention *m = aln_mention_at (&f->out->mentions, i - 1);
    if (aln_is_mark (f->a, i - 1, '.') || o->from - i > 40) return 0;
    if (m && m->kind == ALN_MENTION_COUNTRY && side_of (f, m).n)
      return !aln_same (side_of (f, m), side);
  }
  return 0;
}

/* "the Somali prime minister" says whose prime minister the only one of the article is. */
static void settle_sides_by_nouns (aln_casting *f) {
  for (uint32_t i = 0; i < f->out->posts.n; i++) {
    const aln_post *o = &f->out->posts.at[i];
    aln_held *only = NULL;
    uint32_t found = 0;
    if (f->holder[i] || o->plural || o->counterpart || !is_country (o->side)) continue;
    if (is_taken (f, o, o->side)) continue;
    for (uint32_t k = 0; k < f->out->persons.n && k < ALN_CHAIN_MOST; k++)
      for (uint32_t j = 0; j < f->out->persons.at[k].held.n; j++) {
        aln_held *h = &f->out->persons.at[k].held.at[j];
        if (f->out->posts.at[h->post].row != o->row || f->out->persons.at[k].side.n) continue;
        if (h->side.n) continue;
        only = h;
        found++;
      }
    if (found != 1 || is_told (f, only, o->side)) continue;
    only->side = o->side;
    if (aln_same (only->office, get (f, o->row, "office")))
      only->office = aln_office_name (f->x, o->row, o->side);
  }
}

/* Can somebody with that name be of that side? Not where family names come first, and his does not. */
static int suits (const aln_casting *f, const aln_person *p, aln_slice side) {
  const aln_mentions *m = &f->out->mentions;
  if (p->family_first || p->last - p->first < 2 || !is_country (side)) return 1;
  for (uint32_t i = 0; i < m->list.n; i++) {
    const aln_mention *c = &m->list.at[i];
    if (c->row && (c->kind == ALN_MENTION_COUNTRY || c->kind == ALN_MENTION_DEMONYM) &&
        aln_same (aln_mention_side (f->a, c), side))
      return !aln_same (get (f, c->row, "order"), ALN_LIT ("first"));
  }
  return 1;
}

/* "In Berlin, Chancellor Roloff …": the capital where a paragraph is set. */
static int is_scene (const aln_casting *f, const aln_mention *m) {
  aln_slice side = aln_mention_side (f->a, m),
            means = m->row ? get (f, m->row, "stands_for") : side;
  return is_country (side) && begins (means, side) && m->from &&
         (f->t[m->from - 1].flags & ALN_TOKEN_BLOCK) && aln_is_mark (f->a, m->to, ',') &&
         aln_is_first_glue (f->a, m->from - 1, ALN_GLUE_IN);
}

/* A country named before the post, in its block, as a country and not as a quality ("US troops"). */
static aln_slice side_in_block (const aln_casting *f, const aln_person *p, const aln_post *o,
                                uint32_t *at) {
  aln_slice side = {"", 0};
  for (uint32_t i = o->from; i > 0 && o->from - i < 80 && !(f->t[i].flags & ALN_TOKEN_BLOCK); i--) {
    const aln_mention *m = aln_mention_at (&f->out->mentions, i - 1);
    if (!m || m->to != i) continue;
    if (m->kind == ALN_MENTION_PLACE && is_scene (f, m)) {
      *at = m->from;
      side = aln_mention_side (f->a, m);
      if (!is_taken (f, o, side) && suits (f, p, side)) return side;
    }
    if (m->kind != ALN_MENTION_COUNTRY) continue;
    if (f->t[m->from].shape == ALN_SHAPE_CAPS && i < f->n && f->t[i].shape == ALN_SHAPE_LOWER)
      continue;
    side = side_of (f, m);
    *at = m->from;
    if (side.n && !is_taken (f, o, side) && suits (f, p, side)) return side;
  }
  return (aln_slice){"", 0};
}

/* Do both stand in one sentence, the first not far from the second? */
static int is_beside (const aln_casting *f, const aln_post *first, const aln_post *o) {
  if (o->from - first->to > 20) return 0;
  for (uint32_t i = first->to; i < o->from; i++)
    if (aln_is_mark (f->a, i, '.') || (f->t[i].flags & ALN_TOKEN_BLOCK)) return 0;
  return 1;
}

/* "the Finnish security adviser, Aino Malik, and | minister for trade": both of one country. */
static int is_joined (const aln_casting *f, const aln_post *first, const aln_post *o) {
  const aln_mention *m;
  if (!first->side.n || o->from < 2 || !aln_is_small_glue (f->a, o->from - 1, ALN_GLUE_AND))
    return 0;
  m = aln_mention_at (&f->out->mentions, o->from - 2);
  return m && m->kind == ALN_MENTION_PERSON && m->from == first->to;
}

/* An envoy is not of the country that is named beside him. */
static int is_sent (const aln_casting *f, const aln_post *o) {
  aln_slice level = get (f, o->row, "level");
  return aln_same (level, ALN_LIT ("envoy")) || aln_same (level, ALN_LIT ("ambassador"));
}

/* The side of the post named last before this one, where nobody else holds this one there. */
static aln_slice side_of_last (const aln_casting *f, const aln_person *p, const aln_post *o,
                               uint32_t *at) {
  for (const aln_post *b = o; b > f->out->posts.at && o->from - b->from < 200;) {
    aln_slice side;
    uint32_t who;
    b--;
    who = f->holder[b - f->out->posts.at];
    side = b->side.n || !who ? b->side : f->out->persons.at[who - 1].side;
    if (is_sent (f, o) && is_sent (f, b)) side = b->sender; /* "U.S. envoys X and Y" */
    if (b->plural || ((b->holder & ALN_HOLDER_FORMER) && !is_beside (f, b, o)) ||
        get (f, b->row, "side").n ||
        (!leads_row (f, b->row) && !is_joined (f, b, o) &&
         !(is_sent (f, o) && is_sent (f, b) && is_beside (f, b, o))) ||
        is_taken (f, o, side) || !suits (f, p, side))
      continue;
    *at = b->from;
    if (is_country (side)) return side;
  }
  return (aln_slice){"", 0};
}

/* Does a block begin between the two tokens? */
static int is_apart (const aln_casting *f, uint32_t at, uint32_t to) {
  for (uint32_t i = at + 1; i <= to; i++)
    if (f->t[i].flags & ALN_TOKEN_BLOCK) return 1;
  return 0;
}

/* "Putin's | spokesman": 1 + the person, 0: none. */
static uint32_t owner_of (const aln_casting *f, const aln_post *o) {
  if (o->from < 2 || !aln_is_possessive (f->a, o->from - 1)) return 0;
  return person_of (f, aln_mention_at (&f->out->mentions, o->from - 2));
}

/* What is said near the post: the later of the country named before it in its block and of the post before it there; or
   else, in *far, the side of a post further up. */
static aln_slice side_nearby (const aln_casting *f, const aln_person *p, const aln_post *o,
                              aln_slice *far) {
  uint32_t last = 0, at = 0, owner = owner_of (f, o);
  aln_slice by_post = side_of_last (f, p, o, &last), side = side_in_block (f, p, o, &at);
  if (owner && f->out->persons.at[owner - 1].side.n) return f->out->persons.at[owner - 1].side;
  if (is_sent (f, o)) side.n = 0;
  if (by_post.n && is_apart (f, last, o->from)) {
    if (!far->n) *far = by_post;
    by_post.n = 0;
  }
  return by_post.n && (!side.n || last > at) ? by_post : side;
}

/* The next place where the person is said to hold the same post, within a few posts; NULL: none. */
static const aln_post *told_again (const aln_casting *f, const aln_person *p, const aln_post *o) {
  uint32_t person = (uint32_t)(p - f->out->persons.at) + 1, k = (uint32_t)(o - f->out->posts.at);
  for (uint32_t i = k + 1; i < f->out->posts.n && i < k + AGAIN_MOST; i++)
    if (f->holder[i] == person && aln_same (f->out->posts.at[i].office, o->office))
      return &f->out->posts.at[i];
  return NULL;
}

/* "Chairman of the Armed Services Committee": what is named with its body. */
static int is_of_body (const aln_casting *f, const aln_post *o) {
  return (get (f, o->row, "takes").n || get (f, o->row, "bodies").n) &&
         !aln_same (o->office, get (f, o->row, "office"));
}

/* Does the article speak of the country, or of none at all? */
static int is_named (const aln_casting *f, aln_slice side) {
  if (!(f->home.n || f->main_side.n) || aln_same (f->home, side)) return 1;
  for (uint32_t i = 0; i < f->out->mentions.list.n && i < NAMED_MOST; i++)
    if (aln_same (aln_mention_side (f->a, &f->out->mentions.list.at[i]), side)) return 1;
  return 0;
}

/* "Senator", in a story from a country that has some. */
static int is_at_home (const aln_casting *f, const aln_post *o, aln_slice likely) {
  return f->home.n && !aln_same (f->home, likely) && !is_taken (f, o, f->home) &&
         aln_same (get (f, o->row, "level"), ALN_LIT ("lawmaker"));
}

/* "Secretary", "Senator": whose they are in most news. */
static aln_slice likely_side (const aln_casting *f, const aln_person *p) {
  for (uint32_t i = 0; i < p->held.n; i++) {
    const aln_post *o = &f->out->posts.at[p->held.at[i].post];
    aln_slice side = get (f, o->row, "likely");
    if (side.n && !is_of_body (f, o) && is_named (f, side) && !is_at_home (f, o, side)) return side;
  }
  return (aln_slice){"", 0};
}

/* The first post that is not named with a body. */
static const aln_post *own_post (const aln_casting *f, const aln_person *p) {
  for (uint32_t i = 0; i < p->held.n; i++)
    if (!is_of_body (f, &f->out->posts.at[p->held.at[i].post]))
      return &f->out->posts.at[p->held.at[i].post];
  return NULL;
}

/* "Prime Minister Prodi" where no word beside it says whose: the country named near it; that of the dateline, where
   it is a capital; that of a post further up; or the country the article is about, unless somebody else holds it there. */
static void settle_sides_by_context (const aln_casting *f, aln_person *p) {
  const aln_post *o;
  aln_slice side = {"", 0}, far = {"", 0};
  if (p->side.n || !p->held.n || p->held.at[0].side.n) return;
  if ((p->side = likely_side (f, p)).n || (o = own_post (f, p)) == NULL) return;
  if (get (f, o->row, "speaks").n) return; /* for a body, whatever country is named */
  for (const aln_post *again = o; again && !side.n; again = told_again (f, p, again))
    side = side_nearby (f, p, again, &far);
  if (is_sent (f, o)) {
    p->side = side;
    return;
  }
  if (!side.n && f->home.n && !is_taken (f, o, f->home) && suits (f, p, f->home)) side = f->home;
  if (!side.n) side = far;
  if (!side.n && !is_taken (f, o, f->main_side) && suits (f, p, f->main_side)) side = f->main_side;
  p->side = side;
}

/* "Koo Yun-cheol": the sides where names are spelled so, the likeliest first ("KR;TW"); empty: several
   languages have the family name, or none. */
static aln_slice sides_by_spelling (const aln_casting *f, const aln_person *p) {
  aln_slice sides = {"", 0};
  uint32_t rows = 0;
  if (p->last - p->first != 4 || !aln_is_glued_hyphen (f->a, p->first + 2)) return sides;
  for (uint32_t e = aln_lexicon_entries (f->x, aln_lexicon_begin (f->x, f->t[p->first].word)->node);
       e; e = aln_lexicon_entry (f->x, e)->next) {
    if (aln_lexicon_entry (f->x, e)->kind != f->kinds.family) continue;
    if (!get (f, aln_lexicon_entry (f->x, e)->row, "hyphen").n) continue;
    sides = get (f, aln_lexicon_entry (f->x, e)->row, "hyphen");
    rows++;
  }
  return rows == 1 ? sides : (aln_slice){"", 0};
}

/* A holder of a post whose name is spelled as in other countries than the context suggests. */
static void settle_sides_by_spelling (const aln_casting *f, aln_person *p, aln_slice told) {
  aln_slice sides = sides_by_spelling (f, p);
  aln_row row;
  if (told.n || sides.n < 2 || !p->held.n) return;
  row = f->out->posts.at[p->held.at[0].post].row;
  if (!leads_row (f, row) && !get (f, row, "field").n && !get (f, row, "likely").n &&
      !aln_same (f->main_side, (aln_slice){sides.p, 2}))
    return; /* "Spokesperson": of whatever body */
  for (size_t i = 0; i + 2 <= sides.n; i += 3)
    if (aln_same (p->side, (aln_slice){sides.p + i, 2})) return;
  p->side = (aln_slice){sides.p, 2};
}

/* The country whose capital the dateline names: "SOFIA, Aug 19 --"; not where bodies of many countries sit. */
static aln_slice side_of_home (const aln_casting *f) {
  const aln_mentions *m = &f->out->mentions;
  for (uint32_t i = 0; f->a->dateline.place.n && i < m->list.n && i < DATELINE_MOST; i++) {
    const aln_mention *c = &m->list.at[i];
    aln_slice side = aln_mention_side (f->a, c), means;
    if (!aln_same (aln_tokens_text (f->a, c->from, c->to), f->a->dateline.place)) continue;
    means = c->row ? get (f, c->row, "stands_for") : (aln_slice){"", 0};
    if (is_country (side) && begins (means, side)) return side;
  }
  return (aln_slice){"", 0};
}

void aln_settle_context (aln_casting *f) {
  f->home = side_of_home (f);
  settle_sides_by_nouns (f);
  for (uint32_t i = 0; i < f->out->persons.n; i++) {
    aln_person *p = &f->out->persons.at[i];
    aln_slice told;
    for (uint32_t k = 0; k < p->held.n && !p->side.n; k++)
      if (is_country (p->held.at[k].side)) p->side = p->held.at[k].side;
    told = p->side;
    settle_sides_by_context (f, p);
    settle_sides_by_spelling (f, p, told);
    aln_settle_sides_of_posts (f, p);
  }
}
