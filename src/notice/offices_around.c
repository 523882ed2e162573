/* offices_around.c: in: the words before and behind a post. Out: modifiers, side, body, object, what the post is for
   (posting.h). */
#include "posting.h"

#define QUALITIES 4u /* words in small letters ("28,500-strong") between "of the" and a body */
#define REACH 8u     /* tokens that modifiers and side may take before the post */

static const struct {
  const char *flag;
  uint32_t bit;
} flags[] = {{"acting", ALN_HOLDER_ACTING},
             {"former", ALN_HOLDER_FORMER},
             {"elect", ALN_HOLDER_ELECT},
             {"outgoing", ALN_HOLDER_OUTGOING},
             {"nominee", ALN_HOLDER_NOMINEE}};

static uint32_t flag_bit (const aln_posting *f, aln_row row) {
  aln_slice flag = get (f, row, "flag");
  for (size_t i = 0; i < sizeof flags / sizeof flags[0]; i++)
    if (aln_same (flag, aln_slice_of (flags[i].flag))) return flags[i].bit;
  return 0;
}

/* -- to the left: modifiers, side, body ----------------------------------------------------------- */

/* "(ROK)" at token i */
static int is_abbreviation (const aln_posting *f, uint32_t i) {
  return i + 2 < f->n && aln_is_mark (f->a, i, '(') && f->t[i + 1].shape == ALN_SHAPE_CAPS &&
         aln_is_mark (f->a, i + 2, ')');
}

/* One step to the left of 'l->from'; 0 where nothing of the post stands there. */
static int step_left (const aln_posting *f, uint32_t floor, aln_left *l) {
  uint32_t i = l->from;
  const aln_mention *m;
  aln_row row;
  if (i <= floor || (f->t[i].flags & ALN_TOKEN_BLOCK)) return 0;
  i--;
  row = prefix_row (f, i);
  if (row && !l->prefix && !l->side && !l->body) {
    l->prefix = row;
    l->from = i;
    return 1;
  }
  row = flag_row (f, i);
  if (row && get (f, row, "behind").n == 0) {
    l->holder |= flag_bit (f, row);
    l->from = i;
    return 1;
  }
  if (row_with (f, i, "over") && i > floor && aln_mention_at (f->m, i - 1) && !l->body) {
    l->from = i; /* "the US embassy charge d'affaires" */
    return 1;
  }
  row = is_word (f, i, ALN_GLUE_FOR) && i > floor ? flag_row (f, i - 1) : 0;
  if (row && get (f, row, "behind").n) {
    l->holder |= flag_bit (f, row); /* "the nominee for U.S. ambassador" */
    l->from = i - 1;
    return 1;
  }
  if ((aln_is_mark (f->a, i, '-') || aln_is_possessive (f->a, i)) && i > floor &&
      (aln_mention_at (f->m, i - 1) || flag_row (f, i - 1) || prefix_row (f, i - 1))) {
    l->from = i;
    return 1;
  }
  if (i > floor + 2 && is_abbreviation (f, i - 2) && aln_mention_at (f->m, i - 3)) {
    l->from = i - 2; /* "Republic of Korea (ROK) Minister" */
    return 1;
  }
  m = aln_mention_at (f->m, i);
  if (!m || m->kind == ALN_MENTION_PERSON || m->kind == ALN_MENTION_OTHER || m->from < floor)
    return 0;
  if (m->kind == ALN_MENTION_BODY) {
    if (l->side) return 0;
    if (!l->body) l->body = m; /* "the White House National Security Council's coordinator" */
  } else if (!l->side) l->side = m;
  else return 0;
  l->from = m->from;
  return 1;
}

aln_left aln_post_left (const aln_posting *f, uint32_t core, uint32_t floor) {
  aln_left l = {core, 0, NULL, NULL, {"", 0}, 0};
  if (core - floor > REACH) floor = core - REACH;
  while (step_left (f, floor, &l)) {
  }
  while (l.from < core && (f->t[l.from].kind == ALN_TOKEN_MARK || aln_is_possessive (f->a, l.from)))
    l.from++;
  return l;
}

/* -- to the right: -elect, "of the …", "to …" ------------------------------------------------------ */

uint32_t aln_post_flags_right (const aln_posting *f, uint32_t i, uint32_t *holder) {
  uint32_t j = aln_is_mark (f->a, i, '-') && (f->t[i].flags & ALN_TOKEN_GLUED) ? i + 1 : i;
  aln_row row = j < f->n ? flag_row (f, j) : 0;
  if (!row || get (f, row, "behind").n == 0) return i;
  *holder |= flag_bit (f, row);
  return j + 1;
}

/* "Japan's National Security Secretariat": the body is meant, not the country before it. */
static int is_owner (const aln_posting *f, const aln_mention *m, uint32_t j) {
  const aln_mention *next = j + 1 < f->n ? aln_mention_at (f->m, j + 1) : NULL;
  return m->kind != ALN_MENTION_BODY && aln_is_possessive (f->a, j) && next &&
         next->from == j + 1 && next->kind == ALN_MENTION_BODY;
}

/* The last mention of a chain such as "South Korea-US Combined Forces Command" that begins at i. */
const aln_mention *aln_post_chain (const aln_posting *f, uint32_t i) {
  const aln_mention *m = i < f->n ? aln_mention_at (f->m, i) : NULL, *next;
  while (m && m->kind != ALN_MENTION_BODY) {
    uint32_t j = m->to;
    if (j < f->n && (aln_is_mark (f->a, j, '-') || is_owner (f, m, j))) j++;
    next = j < f->n ? aln_mention_at (f->m, j) : NULL;
    if (!next || next->kind == ALN_MENTION_PERSON || next == m) break;
    m = next;
  }
  return m && m->kind != ALN_MENTION_PERSON && m->kind != ALN_MENTION_DEMONYM ? m : NULL;
}

static int is_quality (const aln_posting *f, uint32_t i) {
  const aln_token *t = &f->t[i];
  int strength = i < f->n && (t->kind == ALN_TOKEN_NUMBER || aln_is_glued_hyphen (f->a, i));
  return i < f->n && (strength || (t->kind == ALN_TOKEN_WORD && t->shape == ALN_SHAPE_LOWER)) &&
         !(t->flags & ALN_TOKEN_BLOCK) && !aln_mention_at (f->m, i);
}

/* "in South Korea", "based in the South", "on the Korean Peninsula": that side. */
static aln_slice whereabouts (const aln_posting *f, uint32_t i, uint32_t *to) {
  const aln_mention *m;
  aln_slice side;
  aln_row row;
  uint32_t len = word_with (f, i, "posted", &row);
  i += len;
  if (!is_word (f, i, ALN_GLUE_IN | ALN_GLUE_ON)) return (aln_slice){"", 0};
  i += is_word (f, i + 1, ALN_GLUE_DEFINITE) ? 2 : 1;
  m = i < f->n ? aln_mention_at (f->m, i) : NULL;
  side = m && m->from == i ? side_at (f, m) : (aln_slice){"", 0};
  *to = side.n ? m->to : i + word_with (f, i, "in_side", &row);
  return side.n || *to == i ? side : get (f, row, "in_side");
}

/* "commander | of the 37,000 American soldiers in South Korea", "the top U.S. | commander in South Korea": what the
   row calls the post over the troops of one country in another, empty: nothing. */
aln_slice aln_post_garrison (const aln_posting *f, aln_row row, const aln_mention *home,
                             uint32_t *to, aln_slice *side, aln_slice *nation) {
  char key[] = "XX_in_XX_side";
  aln_slice at_home, abroad, office;
  aln_row troops;
  uint32_t i = *to, len, end;
  if (!home && (is_word (f, i, ALN_GLUE_OF) || get (f, row, "direct").n)) {
    for (i += is_word (f, i, ALN_GLUE_OF); i < *to + 2 + QUALITIES; i++)
      if (!is_word (f, i, ALN_GLUE_DEFINITE) && !is_quality (f, i)) break;
    home = i < f->n ? aln_mention_at (f->m, i) : NULL;
    len = home ? word_with (f, home->to, "troops", &troops) : 0;
    if (!len) return (aln_slice){"", 0};
    i = home->to + len;
  }
  at_home = side_at (f, home);
  abroad = at_home.n == 2 ? whereabouts (f, i, &end) : (aln_slice){"", 0};
  if (abroad.n != 2) return (aln_slice){"", 0};
  memcpy (key, at_home.p, 2);
  memcpy (key + 6, abroad.p, 2);
  *side = get (f, row, key);
  key[8] = '\0';
  office = get (f, row, key);
  if (office.n) *to = end;
  *nation = at_home;
  return office;
}

/* "of (the) X", "to X", "for X", "in Y": X, and in *to the token behind it. */
const aln_mention *aln_post_object (const aln_posting *f, uint32_t i, aln_slice takes, int direct,
                                    uint32_t *to) {
  const aln_mention *m;
  int linked = is_word (f, i, ALN_GLUE_OF) ||
               (takes.n && is_word (f, i, ALN_GLUE_TO | ALN_GLUE_FOR)) ||
               (aln_same (takes, ALN_LIT ("to")) && is_word (f, i, ALN_GLUE_IN)) ||
               (aln_same (takes, ALN_LIT ("of")) && is_word (f, i, ALN_GLUE_ON));
  if (i + 1 >= f->n || (!linked && !direct)) return NULL;
  i += linked;
  if (is_word (f, i, ALN_GLUE_DEFINITE)) i++;
  m = aln_post_chain (f, i);
  for (uint32_t k = 1; !m && k <= QUALITIES && is_quality (f, i + k - 1); k++) {
    m = aln_post_chain (f, i + k); /* "the main opposition Democratic Party" */
    if (m && m->kind != ALN_MENTION_BODY) return NULL;
  }
  if (m) *to = m->to;
  return m;
}

/* "Prime Minister | Anna Berg of Norway": the country behind who holds it. */
static aln_slice side_behind_holder (const aln_posting *f, uint32_t to) {
  const aln_mention *m = to < f->n ? aln_mention_at (f->m, to) : NULL;
  uint32_t i;
  if (!m || m->from != to || m->kind != ALN_MENTION_PERSON || !is_word (f, m->to, ALN_GLUE_OF))
    return (aln_slice){"", 0};
  i = m->to + 1 + (uint32_t)is_word (f, m->to + 1, ALN_GLUE_DEFINITE);
  m = i < f->n ? aln_mention_at (f->m, i) : NULL;
  return m && m->kind == ALN_MENTION_COUNTRY ? side_at (f, m) : (aln_slice){"", 0};
}

/* Whose the post of the row is that was named last, empty: none. */
static aln_slice side_of_last (const aln_posting *f, const aln_posts *posts, aln_row row) {
  for (uint32_t k = posts->n; k > 0 && posts->n - k < 32; k--) {
    const aln_post *p = &posts->at[k - 1];
    aln_slice side = p->row != row || p->side.n ? p->side : side_behind_holder (f, p->to);
    if (p->row == row && side.n) return side;
  }
  return (aln_slice){"", 0};
}

/* "Diplomatic Adviser | to the Prime Minister of Italy": whose head the holder serves, and the token behind it. */
uint32_t aln_post_served (const aln_posting *f, uint32_t to, const aln_posts *posts,
                          aln_slice *side) {
  const aln_mention *m;
  aln_row row;
  uint32_t i = to + 1, len, end;
  *side = (aln_slice){"", 0};
  if (!to || !is_word (f, to, ALN_GLUE_TO) || !word_with (f, to - 1, "serves", &row)) return to;
  i += is_word (f, i, ALN_GLUE_DEFINITE);
  m = i < f->n ? aln_mention_at (f->m, i) : NULL;
  if (m && m->from == i && m->kind != ALN_MENTION_PERSON) {
    *side = side_at (f, m);
    i = m->to + (uint32_t)aln_is_possessive (f->a, m->to);
  }
  len = i < f->n && f->t[i].word ? aln_lexicon_longest (f->x, f->t + i, f->n - i, f->offices, &row)
                                 : 0;
  if (!len || !aln_same (get (f, row, "level"), ALN_LIT ("head"))) return to;
  end = i + len;
  m = side->n ? NULL : aln_post_object (f, end, (aln_slice){"", 0}, 0, &end);
  if (m && m->kind == ALN_MENTION_COUNTRY) *side = side_at (f, m);
  if (!side->n) *side = side_of_last (f, posts, row);
  return side->n ? end : to;
}

/* "(CFC) and the UN Command": the same post of one more body. */
const aln_mention *aln_post_one_more (const aln_posting *f, uint32_t i, uint32_t *to) {
  const aln_mention *m;
  if (aln_is_mark (f->a, i, '(')) {
    while (i < f->n && !aln_is_mark (f->a, i, ')') && i < *to + 6) i++;
    i++;
  }
  if (!is_word (f, i, ALN_GLUE_AND | ALN_GLUE_AND_SIGN)) return NULL;
  i++;
  if (is_word (f, i, ALN_GLUE_DEFINITE)) i++;
  m = aln_post_chain (f, i);
  if (!m || m->kind != ALN_MENTION_BODY) return NULL;
  *to = m->to;
  return m;
}

/* -- what it is for -------------------------------------------------------------------------------- */

/* How far to the left of token i a portfolio goes: "Agriculture and Rural Development | Minister". */
uint32_t aln_post_portfolio (const aln_posting *f, uint32_t i) {
  uint32_t from = i;
  for (uint32_t k = i; k > 0 && i - k < 6 && !(f->t[k].flags & ALN_TOKEN_BLOCK); k--) {
    const aln_token *t = &f->t[k - 1];
    const aln_mention *m = aln_mention_at (f->m, k - 1);
    if (m && (m->row || m->kind == ALN_MENTION_PERSON)) break;
    if (t->shape == ALN_SHAPE_CAPITAL && t->to - t->from > 3 && !flag_row (f, k - 1)) from = k - 1;
    else if (from != k || from == i ||
             !(is_word (f, k - 1, ALN_GLUE_AND) || aln_is_mark (f->a, k - 1, ',')))
      break;
  }
  return from;
}

/* "Minister | for Strategic Affairs": the end of a portfolio behind the post, or i. */
static uint32_t portfolio_to (const aln_posting *f, uint32_t i) {
  uint32_t to = i;
  if (!is_word (f, i, ALN_GLUE_OF | ALN_GLUE_FOR)) return i;
  for (uint32_t k = i + 1; k < f->n && k < i + 8 && !(f->t[k].flags & ALN_TOKEN_BLOCK); k++) {
    const aln_mention *m = aln_mention_at (f->m, k);
    if (m && (m->row || m->kind == ALN_MENTION_PERSON)) break;
    if (f->t[k].shape == ALN_SHAPE_CAPITAL && f->t[k].to - f->t[k].from > 3) to = k + 1;
    else if (!is_word (f, k, ALN_GLUE_AND | ALN_GLUE_DEFINITE) && !aln_is_mark (f->a, k, ','))
      break;
  }
  return to;
}

/* "for Asian and Pacific affairs": to the last word that such a task ends with, or i. */
static uint32_t tail_to (const aln_posting *f, uint32_t i) {
  uint32_t to = i;
  if (!is_word (f, i, ALN_GLUE_FOR)) return i;
  for (uint32_t k = i + 1; k < f->n && k < i + 10 && !(f->t[k].flags & ALN_TOKEN_BLOCK); k++) {
    int comma = aln_is_mark (f->a, k, ','), joins = comma || aln_is_mark (f->a, k, '-');
    const aln_mention *m = aln_mention_at (f->m, k);
    if (m && m->kind == ALN_MENTION_PERSON) break;
    if (row_with (f, k, "ends")) to = k + 1;
    else if (f->t[k].kind != ALN_TOKEN_WORD && !joins) break;
    else if (to == k && !joins && !is_word (f, k, ALN_GLUE_AND)) break;
    else if (comma && to == k && !is_word (f, k + 2, ALN_GLUE_AND)) break;
  }
  return to;
}

/* Where what the post is for ends: "Minister | for Strategic Affairs", "Under Secretary | for policy"; or to. */
uint32_t aln_post_task (const aln_posting *f, aln_row row, uint32_t to) {
  uint32_t end = get (f, row, "portfolio").n ? portfolio_to (f, to) : to;
  return end == to && get (f, row, "tail").n ? tail_to (f, to) : end;
}
