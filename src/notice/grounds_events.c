/* grounds_events.c: in: events of the lexicon and what is told of persons ("won the election", "Ahn's
   inauguration"). Out: happenings with their days; placing.c says how the article stands to them. */
#include "glance.h"
#include "happening.h"

#define SIGHT 14u /* tokens that a person may stand before what is told of him */

typedef aln_happening event;

static inline aln_slice get (const aln_scene *s, aln_row row, const char *key) {
  return aln_lexicon_get (s->a->lexicon, row, aln_slice_of (key));
}

static uint32_t word_at (const aln_scene *s, uint32_t i, uint32_t end, const char *key,
                         aln_row *row) {
  const aln_token *t = s->a->tokens.at + i;
  if (!s->words || i >= end || !t->word) return 0;
  return aln_lexicon_longest_with (s->a->lexicon, t, end - i, s->words, aln_slice_of (key), row);
}

static uint32_t sentence_end (const aln_scene *s, aln_span sentence) {
  return aln_scene_token (s, sentence.to);
}

static void add_fact (aln_status *st, const aln_scene *s, event *e, aln_row row, aln_interval d) {
  if (d.first > d.last) return;
  aln_intervals_add (st, s->room, &e->days, d.first, d.last);
  if (!e->grade.n || aln_same (get (s, row, "grade"), ALN_LIT ("recall")))
    e->grade = get (s, row, "grade");
}

/* -- events of the lexicon ----------------------------------------------------------------------- */

/* Is the country of the event named in the sentence, by itself or by one of its people? A phrase in
   small letters ("state of emergency") is any country's. */
static int is_at_home (const aln_scene *s, aln_span sentence, aln_slice side, uint32_t at) {
  uint32_t i = aln_scene_token (s, sentence.from), end = sentence_end (s, sentence);
  if (at > i + 40) i = at - 40;
  if (end > at + 40) end = at + 40;
  for (; i < end; i++) {
    const aln_mention *m = aln_mention_at (&s->people->mentions, i);
    const aln_person *p = m ? aln_person_at (s->people, i) : NULL;
    if (!m) continue;
    if (aln_same (p ? p->side : aln_mention_side (s->a, m), side)) return 1;
  }
  return 0;
}

static int is_a_name (const aln_scene *s, const event *e) { /* with capitals or digits */
  for (uint32_t i = e->from; i < e->to; i++) {
    const aln_token *t = &s->a->tokens.at[i];
    if (t->kind == ALN_TOKEN_NUMBER || (t->shape != ALN_SHAPE_LOWER && t->shape != ALN_SHAPE_NONE))
      return 1;
  }
  return 0;
}

/* What happens unforeseen has happened when it is named. */
static int is_sudden (aln_slice kind) {
  return aln_same (kind, ALN_LIT ("attack")) || aln_same (kind, ALN_LIT ("decree")) ||
         aln_same (kind, ALN_LIT ("test"));
}

static uint32_t listed (aln_status *st, const aln_scene *s, uint32_t i, uint32_t end, event *e) {
  const aln_lexicon *x = s->a->lexicon;
  const aln_token *t = s->a->tokens.at;
  aln_row row;
  aln_node node = ALN_ROOT;
  uint32_t len = s->events ? aln_lexicon_longest (x, t + i, end - i, s->events, &row) : 0;
  if (!len) return 0;
  e->from = e->begins = i;
  e->to = i + len;
  e->listed = 1;
  e->named = is_a_name (s, e);
  for (uint32_t k = i; k < e->to; k++) node = aln_lexicon_step (x, node, t[k].word);
  for (uint32_t n = aln_lexicon_entries (x, node); n; n = aln_lexicon_entry (x, n)->next) {
    row = aln_lexicon_entry (x, n)->row;
    if (aln_lexicon_row_kind (x, row) != s->events) continue;
    if (!e->named && !is_at_home (s, e->sentence, get (s, row, "side"), i)) continue;
    add_fact (st, s, e, row, aln_fact_days (x, row));
    e->tense = is_sudden (get (s, row, "kind")) ? -1 : 0;
  }
  return e->days.n ? len : 0;
}

/* -- what is told of persons --------------------------------------------------------------------- */

static int is_word (const aln_scene *s, uint32_t i, const char *word) {
  const aln_token *t = &s->a->tokens.at[i];
  return i < s->a->tokens.n &&
         aln_same (aln_cut (s->a->text, (aln_span){t->from, t->to}), aln_slice_of (word));
}

static int is_possessive (const aln_scene *s, uint32_t i) {
  return is_word (s, i, "'s") || is_word (s, i, "\xE2\x80\x99s");
}

static const aln_person *person_before (const aln_scene *s, event *e) {
  for (uint32_t i = e->from; i > 0 && e->from - i < SIGHT; i--) {
    const aln_person *p;
    if (s->a->tokens.at[i - 1].from < e->sentence.from) break;
    p = aln_person_at (s->people, i - 1);
    if (!p || (e->tense && is_possessive (s, i))) continue; /* "X's partner was sworn in" */
    e->begins = aln_mention_at (&s->people->mentions, i - 1)->from;
    return p;
  }
  return NULL;
}

/* "the inauguration of the new President, Anna Berg" */
static const aln_person *person_behind (const aln_scene *s, event *e) {
  uint32_t end = sentence_end (s, e->sentence);
  for (uint32_t i = e->to; i < end && i - e->to < SIGHT; i++) {
    const aln_person *p = aln_person_at (s->people, i);
    if (!p) continue;
    e->to = aln_mention_at (&s->people->mentions, i)->to;
    return p;
  }
  return NULL;
}

static int is_elect (const aln_person *p) {
  for (uint32_t i = 0; i < p->held.n; i++)
    if (p->held.at[i].holder & ALN_HOLDER_ELECT) return 1;
  return 0;
}

/* The only one of the article who has been chosen for a post and has not taken it. */
static const aln_person *only_elect (const aln_people *people) {
  const aln_person *found = NULL;
  for (uint32_t i = 0; i < people->persons.n; i++) {
    if (!is_elect (&people->persons.at[i])) continue;
    if (found) return NULL;
    found = &people->persons.at[i];
  }
  return found;
}

static int holds (const aln_scene *s, const aln_person *p, aln_row row) {
  for (uint32_t i = 0; i < p->held.n; i++)
    if (aln_same (p->held.at[i].office, get (s, row, "office"))) return 1;
  return p->held.n == 0 && p->last - p->first > 1;
}

/* The first day of the posts p holds ("start"), or of being chosen for one ("election"). */
static void person_days (aln_status *st, const aln_scene *s, const aln_person *p, aln_slice fact,
                         event *e) {
  int start = aln_same (fact, ALN_LIT ("start"));
  uint32_t tried = 0;
  for (uint32_t n = aln_tenure_entry (s, p, 0); n && tried < 64;
       n = aln_tenure_entry (s, p, n), tried++) {
    aln_row row = aln_lexicon_entry (s->a->lexicon, n)->row;
    aln_slice status = get (s, row, "status");
    aln_interval d = aln_fact_days (s->a->lexicon, row);
    int slack = get (s, row, "precision").n ? 31 : 0;
    if (start ? status.n > 0 : !aln_same (status, ALN_LIT ("elect"))) continue;
    if (!holds (s, p, row)) continue;
    d.last = d.first + slack;
    add_fact (st, s, e, row, d);
  }
}

/* "was sworn in as secretary of state |", "took command of US Forces Korea |": the post that is taken stands before
   the day. */
static uint32_t behind_post (const aln_scene *s, const event *e) {
  const aln_posts *posts = &s->people->posts;
  uint32_t from = is_word (s, e->to, "as") ? e->to + 1 : e->from;
  for (uint32_t i = 0; i < posts->n && posts->at[i].core_from <= from + 3; i++)
    if (posts->at[i].from >= from && posts->at[i].to > e->to) return posts->at[i].to;
  return e->to;
}

static uint32_t told (aln_status *st, const aln_scene *s, uint32_t i, uint32_t end,
                      const aln_person *elect, event *e) {
  aln_row row;
  uint32_t len = word_at (s, i, end, "fact", &row);
  const aln_person *p = NULL;
  aln_slice fact, tense;
  if (!len) return 0;
  fact = get (s, row, "fact");
  tense = get (s, row, "tense");
  e->from = e->begins = i;
  e->to = i + len;
  e->news = get (s, row, "news").n > 0;
  e->tense = aln_same (tense, ALN_LIT ("past")) ? -1 : aln_same (tense, ALN_LIT ("future"));
  if (is_word (s, e->to, "of") && !e->tense) p = person_behind (s, e);
  else p = person_before (s, e);
  e->to = behind_post (s, e);
  if (aln_same (fact, ALN_LIT ("election")) && (!p || !is_elect (p))) {
    p = elect;
    e->begins = e->from;
  }
  if (p) person_days (st, s, p, fact, e);
  return e->days.n ? len : 0;
}

/* -- all of them ------------------------------------------------------------------------------------- */

/* "the second anniversary of | the Great Flood": grounds_jubilees.c has it. */
static int is_celebrated (const aln_scene *s, uint32_t i) {
  for (uint32_t k = i; k > 0 && i - k < 4; k--) {
    aln_row row;
    if (word_at (s, k - 1, i, "sign", &row) && aln_same (get (s, row, "sign"), ALN_LIT ("jubilee")))
      return 1;
  }
  return 0;
}

static uint32_t event_at (aln_status *st, aln_gatherings *g, uint32_t i, uint32_t end,
                          aln_span sentence, const aln_person *elect) {
  const aln_scene *s = g->scene;
  event e = {.sentence = sentence};
  uint32_t len = told (st, s, i, end, elect, &e);
  if (!len) {
    e = (event){.sentence = sentence};
    len = aln_gathering_at (st, g, i, end, &e);
  }
  if (!len) {
    e = (event){.sentence = sentence};
    len = listed (st, s, i, end, &e);
  }
  if (len && !is_celebrated (s, e.from)) aln_happening_place (st, s, &e);
  return len;
}

/* Most words of the lexicon begin neither an event nor what is told of a person. */
static int may_begin (const aln_scene *s, uint32_t i, uint64_t kinds, uint64_t keys) {
  const aln_token *t = &s->a->tokens.at[i];
  return t->word && (t->kind == ALN_TOKEN_NUMBER || (s->a->kinds[i] & kinds) ||
                     ((s->a->kinds[i] & aln_lexicon_set (s->words)) &&
                      (aln_lexicon_begin (s->a->lexicon, t->word)->keys & keys)));
}

void aln_grounds_events (aln_status *st, const aln_scene *s) {
  const aln_person *elect = only_elect (s->people);
  aln_gatherings g = aln_gatherings_of (s);
  const uint64_t names = aln_lexicon_set (s->events) | aln_lexicon_set (g.kind);
  const uint64_t kinds = names | aln_lexicon_set (s->words);
  const uint64_t keys = aln_lexicon_key_bit (aln_lexicon_code (ALN_LIT ("fact"))) |
                        aln_lexicon_key_bit (aln_lexicon_code (ALN_LIT ("gathering")));
  uint32_t before = s->out->n;
  for (uint32_t k = 0; k < s->a->sentences.n && *st == ALN_OK; k++) {
    aln_span sentence = s->a->sentences.at[k];
    uint32_t i = s->begins[k], end = s->ends[k];
    if (!aln_scene_story (s, s->a->sentence_blocks.at[k])) continue;
    while ((i = aln_next_of (s->a, i, end, kinds)) < end && s->out->n - before < ALN_GROUNDS_MAX) {
      uint32_t len = may_begin (s, i, names, keys) ? event_at (st, &g, i, end, sentence, elect) : 0;
      i += len ? len : 1;
    }
  }
}
