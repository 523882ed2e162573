/* offices.c: in: tokens and mentions. Out: posts (offices.h). */
#include "posting.h"

#define PHRASE_MOST 16u /* tokens of a phrase with a country inside */

/* "head of the Presidential Office | of Ukraine" */
static int is_owned_behind (const aln_posting *f, uint32_t i) {
  const aln_mention *m;
  if (!aln_is_small_glue (f->a, i, ALN_GLUE_OF)) return 0;
  i += aln_is_small_glue (f->a, i + 1, ALN_GLUE_DEFINITE) ? 2 : 1;
  m = i < f->n ? aln_mention_at (f->m, i) : NULL;
  return m && m->from == i && m->kind == ALN_MENTION_COUNTRY;
}

/* "NATO chief", "head of NATO,"; not "the chief of a band", "head of the UN mission". */
static int is_of_body (const aln_posting *f, const aln_mention *object, const aln_mention *body) {
  aln_row row;
  if (!object) return body && body->kind == ALN_MENTION_BODY;
  if (object->kind != ALN_MENTION_BODY) return 0;
  return object->to >= f->n || f->t[object->to].shape != ALN_SHAPE_LOWER ||
         is_owned_behind (f, object->to) ||
         (f->words && f->t[object->to].word &&
          aln_lexicon_longest (f->x, f->t + object->to, 1, f->words, &row) &&
          get (f, row, "link").n);
}

/* "the central bank's president", "the company's spokesman": of something that is no country and has no name. */
static int is_of_thing (const aln_posting *f, aln_row row, const aln_left *l) {
  const uint32_t i = l->from;
  aln_row realm;
  if (l->side || l->body || i < 2 || (f->t[i].flags & ALN_TOKEN_BLOCK) ||
      !aln_is_possessive (f->a, i - 1))
    return 0;
  if (row_with (f, i - 2, "firm")) return 1;
  if (!aln_same (get (f, row, "level"), ALN_LIT ("head"))) return 0;
  if (f->t[i - 2].shape != ALN_SHAPE_LOWER || aln_mention_at (f->m, i - 2)) return 0;
  return !(f->words && f->t[i - 2].word &&
           aln_lexicon_longest (f->x, f->t + i - 2, 1, f->words, &realm) == 1 &&
           get (f, realm, "realm").n);
}

/* "adviser to the | Finnish president": the head is whom somebody serves, and not who is named beside it. */
static int is_served (const aln_posting *f, aln_row row, const aln_left *l) {
  const uint32_t i = l->from;
  return i > 2 && !(f->t[i].flags & ALN_TOKEN_BLOCK) &&
         aln_same (get (f, row, "level"), ALN_LIT ("head")) &&
         aln_is_small_glue (f->a, i - 1, ALN_GLUE_DEFINITE) &&
         aln_is_small_glue (f->a, i - 2, ALN_GLUE_TO) && row_with (f, i - 3, "serves");
}

/* "leader | Kim Jong Un": is the name at token i that of a head of state or government? */
static int is_head (const aln_posting *f, uint32_t i) {
  const aln_mention *m = i < f->n ? aln_mention_at (f->m, i) : NULL;
  return m && m->row && m->kind == ALN_MENTION_PERSON &&
         aln_same (get (f, m->row, "level"), ALN_LIT ("head"));
}

/* Has the row what it needs besides a name? Its post ends at token 'end'. */
static int is_whole (const aln_posting *f, aln_row row, const aln_left *l,
                     const aln_mention *object, uint32_t end, int has_task) {
  aln_slice needs = get (f, row, "needs");
  if (get (f, row, "beside").n && !object && !l->body && !l->side) /* the race leader */
    return is_head (f, end);
  if (aln_same (needs, ALN_LIT ("of"))) return object || l->body || has_task;
  if (aln_same (needs, ALN_LIT ("command"))) return is_command (f, object);
  return !aln_same (needs, ALN_LIT ("body")) || is_of_body (f, object, l->body);
}

static uint32_t holder_bits (const aln_posting *f, aln_row row) {
  aln_slice status = get (f, row, "status");
  if (aln_same (status, ALN_LIT ("acting"))) return ALN_HOLDER_ACTING;
  return aln_same (status, ALN_LIT ("former")) ? ALN_HOLDER_FORMER : 0;
}

/* The length of the name of a country or its people at token i, 0: none. */
static uint32_t nation_at (const aln_posting *f, uint32_t i) {
  uint32_t country, people;
  if (!f->t[i].word || !aln_is_name_word (&f->t[i])) return 0;
  country = aln_lexicon_longest (f->x, f->t + i, f->n - i, f->countries, NULL);
  people = aln_lexicon_longest (f->x, f->t + i, f->n - i, f->demonyms, NULL);
  return country > people ? country : people;
}

static aln_slice nation_side (const aln_posting *f, uint32_t i) {
  aln_row row = 0;
  if (!aln_lexicon_longest (f->x, f->t + i, f->n - i, f->countries, &row))
    aln_lexicon_longest (f->x, f->t + i, f->n - i, f->demonyms, &row);
  return row ? get (f, row, "side") : (aln_slice){"", 0};
}

/* "Ambassador | of Japan to Latvia": who sends, and in *to the token behind it. */
static aln_slice sender_behind (const aln_posting *f, uint32_t *to) {
  uint32_t i = *to, len;
  if (!is_word (f, i, ALN_GLUE_OF)) return (aln_slice){"", 0};
  i += is_word (f, i + 1, ALN_GLUE_DEFINITE) ? 2 : 1;
  if (i + 2 < f->n && row_with (f, i, "over") &&
      is_word (f, i + 1, ALN_GLUE_OF)) /* "of the Embassy of Japan" */
    i += is_word (f, i + 2, ALN_GLUE_DEFINITE) ? 3 : 2;
  len = i < f->n && f->t[i].word
            ? aln_lexicon_longest (f->x, f->t + i, f->n - i, f->countries, NULL)
            : 0;
  if (!len || !aln_is_name_word (&f->t[i])) return (aln_slice){"", 0};
  *to = i + len;
  return nation_side (f, i);
}

/* "Premier | Wade Cook of Ontario": the place behind the name, NULL: none. */
static const aln_mention *place_behind (const aln_posting *f, uint32_t i) {
  const aln_mention *m = i < f->n ? aln_mention_at (f->m, i) : NULL;
  if (!m || m->from != i || m->kind != ALN_MENTION_PERSON || !is_word (f, m->to, ALN_GLUE_OF))
    return NULL;
  m = m->to + 1 < f->n ? aln_mention_at (f->m, m->to + 1) : NULL;
  return m && !(f->t[m->from].flags & ALN_TOKEN_BLOCK) ? m : NULL;
}

/* "mayor | of Windsor": a town that nobody took for a name, and in *to the token behind it. */
static aln_slice town_behind (const aln_posting *f, uint32_t *to) {
  uint32_t i = *to + 1, end = i;
  if (!is_word (f, *to, ALN_GLUE_OF)) return (aln_slice){"", 0};
  while (end < f->n && end < i + 3 && aln_is_capital (f->a, end) && !aln_mention_at (f->m, end))
    end++;
  if (end == i) return (aln_slice){"", 0};
  *to = end;
  return aln_tokens_text (f->a, i, end);
}

static uint32_t post_at (aln_status *st, const aln_posting *f, uint32_t i, uint32_t floor,
                         aln_row row, uint32_t len, uint32_t over, aln_posts *out) {
  aln_left l =
      aln_post_left (f, get (f, row, "portfolio").n ? aln_post_portfolio (f, i) : i, floor);
  uint32_t to = aln_post_flags_right (f, i + len, &l.holder);
  aln_slice takes = get (f, row, "takes"), abroad = {"", 0}, side, nation = {"", 0}, town = {"", 0};
  uint32_t behind = to, task = aln_post_task (f, row, to);
  const aln_mention *object = NULL;
  int direct = get (f, row, "direct").n > 0;
  if (aln_same (takes, ALN_LIT ("of")))
    abroad = aln_post_garrison (f, row, l.side, &to, &side, &nation);
  if (over) l.nation = nation_side (f, over);
  if (aln_same (takes, ALN_LIT ("to")) && !l.side) l.nation = sender_behind (f, &to);
  if (get (f, row, "places").n && !l.side) town = town_behind (f, &to);
  if (task == behind && !abroad.n && !town.n) object = aln_post_object (f, to, takes, direct, &to);
  do {
    aln_post *p;
    if ((!abroad.n && !is_whole (f, row, &l, object, to, task > behind)) ||
        is_of_thing (f, row, &l) || is_served (f, row, &l))
      break;
    p = ALN_ADD (st, f->room, out);
    if (!p) break;
    *p = (aln_post){.from = l.from, .to = to, .core_from = i, .core_to = i + len, .row = row};
    p->holder = l.holder | holder_bits (f, row);
    p->plural = aln_lexicon_row_kind (f->x, row) == f->plurals;
    aln_post_name (st, f, p, &l, object);
    if (abroad.n) p->office = abroad;
    if (town.n) aln_post_name_town (st, f, p, town);
    if (!l.side && !object && !town.n) aln_post_name_place (st, f, p, place_behind (f, to));
    if (abroad.n && side.n) p->side = side;
    if (abroad.n) p->sender = nation;
    if (task > behind) aln_post_name_task (st, f, p, behind, task);
    object = object && takes.n ? aln_post_one_more (f, to, &to) : NULL;
  } while (object);
  return task > to ? task : to;
}

/* "Diplomatic Adviser | to the Prime Minister of Italy": the post added since 'before' is Italy's. */
static uint32_t serve (const aln_posting *f, aln_posts *out, uint32_t before, uint32_t to) {
  aln_post *p = out->n > before ? &out->at[out->n - 1] : NULL;
  aln_slice side;
  uint32_t end = p && !p->side.n && p->to == to ? aln_post_served (f, to, out, &side) : to;
  if (end == to) return to;
  p->to = end;
  p->side = side;
  return end;
}

/* "Cho's American counterpart": does the name of a person own what begins at token i? */
static int is_owned (const aln_posting *f, uint32_t i) {
  const aln_mention *m =
      i > 1 && aln_is_possessive (f->a, i - 1) ? aln_mention_at (f->m, i - 2) : NULL;
  return m && m->kind == ALN_MENTION_PERSON;
}

/* "his counterpart | at the White House": where a counterpart is. */
static const aln_mention *at_home (const aln_posting *f, uint32_t i, uint32_t *to) {
  const aln_mention *m;
  if (!is_word (f, i, ALN_GLUE_AT | ALN_GLUE_IN | ALN_GLUE_FROM)) return NULL;
  i += is_word (f, i + 1, ALN_GLUE_DEFINITE) ? 2 : 1;
  m = aln_post_chain (f, i);
  if (!m || m->kind == ALN_MENTION_OTHER || aln_mention_side (f->a, m).n != 2) return NULL;
  *to = m->to;
  return m;
}

/* "his South Korean counterpart": the post named last before it, as that side calls it; "his US Forces Korea
   counterpart": that of another body. */
static uint32_t counterpart_at (aln_status *st, const aln_posting *f, uint32_t i, uint32_t floor,
                                aln_posts *out) {
  aln_row word;
  aln_left l;
  aln_post *p;
  uint32_t to, before, len = out->n ? word_with (f, i, "counterpart", &word) : 0;
  const aln_mention *home;
  aln_slice takes;
  if (!len) return 0;
  to = i + len;
  l = aln_post_left (f, i, floor);
  before = out->n - 1;
  if (aln_same (get (f, word, "counterpart"), ALN_LIT ("several")))
    while (before > 0 && out->n - before < 4 && get (f, out->at[before].row, "takes").n) before--;
  takes = get (f, out->at[before].row, "takes");
  if (takes.n && !is_owned (f, l.from) && !(l.body && aln_same (takes, ALN_LIT ("of")))) return 0;
  home = aln_post_object (f, to, (aln_slice){"", 0}, 0, &to);
  p = ALN_ADD (st, f->room, out);
  if (!p) return 0;
  *p = (aln_post){.from = l.from, .to = to, .core_from = i, .core_to = i + len, .counterpart = 1};
  p->row = out->at[before].row;
  p->plural = aln_same (get (f, word, "counterpart"), ALN_LIT ("several"));
  p->holder = l.holder;
  if (!home) home = at_home (f, to, &to);
  if (l.side) p->side = aln_mention_side (f->a, l.side);
  else if (home) p->side = aln_mention_side (f->a, home);
  p->to = to;
  if (takes.n && l.body) p->side = aln_mention_side (f->a, l.body);
  p->sender = takes.n && l.body ? aln_post_nation (f, l.body, p->side) : p->side;
  p->office = aln_counterpart_name (f->x, p->row, p->side);
  if (takes.n && l.body) aln_post_name_of (st, f, p, l.body);
  aln_post_name_place (st, f, p, l.side);
  return to;
}

/* Does the name that token i is in go on behind it? */
static int is_inside (const aln_posting *f, uint32_t i) {
  const aln_mention *m = aln_mention_at (f->m, i);
  return m && m->to > i + 1;
}

/* Does a phrase of one post end at the node? Its row goes into *row. */
static int office_ending (const aln_posting *f, aln_node node, aln_row *row) {
  for (uint32_t e = aln_lexicon_entries (f->x, node); e; e = aln_lexicon_entry (f->x, e)->next)
    if (aln_lexicon_entry (f->x, e)->kind == f->offices) {
      *row = aln_lexicon_entry (f->x, e)->row;
      return 1;
    }
  return 0;
}

/* "chairman of the | U.S. | Joint Chiefs of Staff": the length of a phrase with a country inside it, which goes into
   *inside; 0: none. */
static uint32_t phrase_over (const aln_posting *f, uint32_t i, aln_row *row, uint32_t *inside) {
  const uint64_t posts = aln_lexicon_set (f->offices);
  aln_node node = ALN_ROOT;
  uint32_t k = i, len, found = 0;
  for (; k < f->n && k < i + PHRASE_MOST && (k == i || !(f->t[k].flags & ALN_TOKEN_BLOCK)); k++) {
    if (k > i && !*inside && (len = nation_at (f, k)) != 0) {
      *inside = k;
      k += len + aln_is_possessive (f->a, k + len);
      if (k >= f->n) break;
    }
    node = aln_lexicon_step_of (f->x, node, f->t[k].word, posts);
    if (!node) break;
    if (*inside && (aln_lexicon_ends (f->x, node) & posts))
      if (!is_inside (f, k) && office_ending (f, node, row)) found = k + 1 - i;
  }
  return found;
}

/* The longest phrase of one post, or of several ("Presidents"), that begins at token i. */
static uint32_t phrase_at (const aln_posting *f, uint32_t i, aln_row *row) {
  aln_row several = 0;
  uint32_t one, more;
  if (!f->t[i].word) return 0;
  one = aln_lexicon_longest (f->x, f->t + i, f->n - i, f->offices, row);
  more = f->plurals ? aln_lexicon_longest (f->x, f->t + i, f->n - i, f->plurals, &several) : 0;
  if (more <= one) return one;
  *row = several;
  return more;
}

/* "Agriculture and Rural | Development Minister": does the task of a minister begin before the phrase? */
static int is_half (const aln_posting *f, uint32_t i, uint32_t len) {
  uint32_t last = i + len - 1, from = aln_post_portfolio (f, last);
  aln_row row;
  int joined = 0;
  if (from >= i || f->t[i].shape != ALN_SHAPE_CAPITAL ||
      aln_lexicon_longest (f->x, f->t + last, 1, f->offices, &row) != 1 ||
      !get (f, row, "portfolio").n)
    return 0;
  for (; from < i; from++) {
    joined |= is_word (f, from, ALN_GLUE_AND);
    if (aln_mention_at (f->m, from) ||
        (f->t[from].word && aln_lexicon_longest (f->x, f->t + from, i - from, f->offices, &row)))
      return 0;
  }
  return joined;
}

void aln_posts_find (aln_status *st, aln_arena *room, const aln_article *a, const aln_mentions *m,
                     aln_posts *out) {
  aln_posting f = {a, a->tokens.at, a->tokens.n, m, a->lexicon, 0, 0, 0, 0, 0, room};
  uint32_t floor = 0;
  uint64_t set;
  f.offices = aln_lexicon_kind (a->lexicon, ALN_LIT ("offices"));
  f.plurals = aln_lexicon_kind (a->lexicon, ALN_LIT ("office_plurals"));
  f.words = aln_lexicon_kind (a->lexicon, ALN_LIT ("office_words"));
  f.countries = aln_lexicon_kind (a->lexicon, ALN_LIT ("countries"));
  f.demonyms = aln_lexicon_kind (a->lexicon, ALN_LIT ("demonyms"));
  set = aln_lexicon_set (f.offices) | aln_lexicon_set (f.plurals) | aln_lexicon_set (f.words);
  for (uint32_t i = 0; f.offices && i < f.n && *st == ALN_OK;) {
    aln_row row, whole = 0;
    const aln_mention *inside;
    uint32_t len, longer, over, to = 0, before = out->n;
    if (f.t[i].flags & ALN_TOKEN_BLOCK) floor = i;
    if (!(a->kinds[i] & set)) {
      i++;
      continue;
    }
    inside = aln_mention_at (m, i);
    len = phrase_at (&f, i, &row);
    over = 0;
    if (len > 1 && is_half (&f, i, len)) len = 0;
    longer = len ? phrase_over (&f, i, &whole, &over) : 0;
    if (longer > len) {
      len = longer;
      row = whole;
    } else over = 0;
    if (len && inside && inside->kind != ALN_MENTION_PERSON && inside->row && inside->to > i + len)
      len = 0;
    if (len) to = serve (&f, out, before, post_at (st, &f, i, floor, row, len, over, out));
    else to = counterpart_at (st, &f, i, floor, out);
    if (to) floor = i = to;
    else i++;
  }
}
