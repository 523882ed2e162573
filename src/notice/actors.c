/* actors.c: in: people and mentions. Out: who can act, token by token (actors.h). */
#include "actors.h"

#include "../base/limits.h"
#include "glance.h"
#include "glue.h"

#define NAMED_BEHIND 7u /* tokens of "of National Defense" before a name */
#define PAIRS 32u       /* pairs of neighbouring sides that are counted at most */

typedef struct finder {
  const aln_article *a;
  const aln_people *p;
  const aln_token *t;
  uint32_t n;
  aln_kind words, triggers, tenures;
  uint32_t *person; /* for each token: 1 + index of the person it names or stands for */
  uint32_t *post;   /* for each token: 1 + index of the post that begins there */
  aln_parties *out;
} finder;

static const aln_slice nothing = {"", 0};

/* -- sides ---------------------------------------------------------------------------------------- */

int aln_sides_have (const aln_sides *s, aln_slice side) {
  for (uint32_t i = 0; i < s->n; i++)
    if (aln_same (s->at[i], side)) return 1;
  return 0;
}

void aln_sides_add (aln_sides *s, aln_slice sides) {
  for (size_t from = 0, i = 0; i <= sides.n; i++) {
    aln_slice one = {sides.p + from, i - from};
    if (i < sides.n && sides.p[i] != ';') continue;
    if (one.n && s->n < ALN_SIDES && !aln_sides_have (s, one)) s->at[s->n++] = one;
    from = i + 1;
  }
}

static aln_row row_with (const aln_lexicon *x, aln_node node, aln_kind kind, aln_slice field,
                         uint32_t code) {
  const aln_row first = aln_lexicon_first (x, node, kind); /* mostly the only one */
  if (!first || aln_lexicon_field (x, first, field, code).n) return first;
  for (uint32_t e = aln_lexicon_entries (x, node); e; e = aln_lexicon_entry (x, e)->next) {
    const aln_entry *entry = aln_lexicon_entry (x, e);
    if (entry->kind == kind && aln_lexicon_field (x, entry->row, field, code).n) return entry->row;
  }
  return 0;
}

uint32_t aln_contact_phrase (const aln_article *a, aln_kind words, uint32_t i, aln_slice field,
                             aln_row *row) {
  const uint64_t bit = aln_lexicon_bit (words);
  const uint32_t code = aln_lexicon_code (field);
  const aln_lexicon *x = a->lexicon;
  aln_node node = ALN_ROOT;
  uint32_t len = 0;
  for (uint32_t k = i; k < a->tokens.n && k - i < ALN_PHRASE_MAX; k++) {
    aln_row found;
    if (k > i && (a->tokens.at[k].flags & ALN_TOKEN_BLOCK)) break;
    node = aln_lexicon_step_of (x, node, a->tokens.at[k].word, bit);
    if (!node) break;
    found = aln_lexicon_ends (x, node) & bit ? row_with (x, node, words, field, code) : 0;
    if (!found) continue;
    *row = found;
    len = k - i + 1;
  }
  return len;
}

/* -- one actor ------------------------------------------------------------------------------------ */

/* Forces of two countries are both of them, as the lexicon says: US Forces Korea is KR;US. */
static aln_slice sides_of_body (const finder *f, uint32_t from, aln_slice side) {
  aln_row row;
  if (!aln_contact_word (f->a, f->words, from, "sides", &row)) return side;
  return aln_lexicon_get (f->a->lexicon, row, ALN_LIT ("sides"));
}

static int covers (const finder *f, aln_row row) {
  aln_slice from = aln_lexicon_get (f->a->lexicon, row, ALN_LIT ("from"));
  aln_slice to = aln_lexicon_get (f->a->lexicon, row, ALN_LIT ("to"));
  const char *day = f->a->published;
  if (!day[0] || from.n > 10 || to.n > 10) return 0;
  return memcmp (from.p, day, from.n) <= 0 && (!to.n || memcmp (to.p, day, to.n) >= 0);
}

/* A family name without a post: the side of everybody of that name who holds one on that day. */
static aln_slice side_by_name (const finder *f, uint32_t i) {
  const aln_lexicon *x = f->a->lexicon;
  aln_node node = aln_lexicon_step (x, ALN_ROOT, f->t[i].word);
  aln_slice found = nothing;
  for (uint32_t e = node ? aln_lexicon_entries (x, node) : 0; e;
       e = aln_lexicon_entry (x, e)->next) {
    aln_row row = aln_lexicon_entry (x, e)->row;
    aln_slice side;
    if (aln_lexicon_row_kind (x, row) != f->tenures || !covers (f, row)) continue;
    side = aln_lexicon_get (x, row, ALN_LIT ("nation"));
    if (!side.n) side = aln_lexicon_get (x, row, ALN_LIT ("side"));
    if (found.n && !aln_same (found, side)) return nothing;
    found = side;
  }
  return found;
}

aln_slice aln_side_spoken_for (const aln_article *a, const aln_people *p, uint32_t person) {
  const aln_person *x = &p->persons.at[person - 1];
  aln_row post = x->held.n ? p->posts.at[x->held.at[0].post].row : 0;
  if (post && x->held.at[0].side.n && aln_lexicon_get (a->lexicon, post, ALN_LIT ("speaks")).n)
    return x->held.at[0].side;
  return x->side;
}

/* The side of a person of whom the article does not tell one. */
static aln_slice guessed_side (const finder *f, const aln_person *p) {
  aln_slice side = nothing;
  if (p->last - p->first == 1 && f->t[p->first].word) side = side_by_name (f, p->first);
  return p->held.n && !side.n ? f->out->home : side;
}

static void person_here (const finder *f, uint32_t i, aln_party *x) {
  const aln_person *p = &f->p->persons.at[f->person[i] - 1];
  x->kind = ALN_PARTY_PERSON;
  x->person = f->person[i];
  x->name = p->name;
  x->side = aln_side_spoken_for (f->a, f->p, f->person[i]);
  if (!x->side.n) x->side = guessed_side (f, p);
  while (x->to < f->n && f->person[x->to] == f->person[i] &&
         !(f->t[x->to].flags & ALN_TOKEN_BLOCK) && !f->post[x->to])
    x->to++;
}

/* "President … of Argentina" comes within the next words. */
static int of_somewhere (const finder *f, uint32_t i) {
  for (uint32_t k = i; k < f->n && k < i + 7; k++)
    if (aln_is_small_glue (f->a, k, ALN_GLUE_OF)) return 1;
  return 0;
}

/* "his U.S. counterpart": the one person of the article who holds that post, 0: none or several. */
static uint32_t holder_of_like (const finder *f, const aln_post *o) {
  uint32_t found = 0;
  for (uint32_t i = 0; o->counterpart && i < f->p->persons.n && i < 64; i++) {
    const aln_person *p = &f->p->persons.at[i];
    for (uint32_t k = 0; k < p->held.n; k++) {
      if (!aln_same (p->held.at[k].office, o->office) || !aln_same (p->held.at[k].side, o->side))
        continue;
      if (found && found != i + 1) return 0;
      found = i + 1;
    }
  }
  return found;
}

/* "Secretary of National Defense Gilberto Teodoro", of which the lexicon knows no more than "Secretary":
   who is named behind the words of capitals that go on from a post, 0: nobody. */
static uint32_t named_behind (const finder *f, uint32_t i) {
  uint32_t most = i + NAMED_BEHIND < f->n ? i + NAMED_BEHIND : f->n, words = 0;
  if (!aln_is_small_glue (f->a, i, ALN_GLUE_OF | ALN_GLUE_FOR)) return 0;
  for (i++; i < most && !(f->t[i].flags & ALN_TOKEN_BLOCK); i++) {
    if (f->person[i]) return words && !f->p->persons.at[f->person[i] - 1].held.n ? f->person[i] : 0;
    if (f->post[i] || f->t[i].kind != ALN_TOKEN_WORD) return 0;
    if (f->t[i].shape != ALN_SHAPE_LOWER) words++;
    else if (!aln_is_small_glue (f->a, i, ALN_GLUE_AND)) return 0;
  }
  return 0;
}

/* A post, with the name behind it: "US Secretary of Defense Lloyd Austin". */
static void post_here (const finder *f, uint32_t i, aln_party *x) {
  uint32_t k = f->post[i] - 1, holder = f->p->holder[k];
  const aln_post *o = &f->p->posts.at[k];
  x->to = o->to > i ? o->to : i + 1;
  if (!holder) holder = f->person[i];
  if (!holder && x->to < f->n && f->person[x->to]) holder = f->person[x->to];
  if (!holder && (holder = named_behind (f, x->to)) != 0) {
    const aln_mention *m = i ? aln_mention_at (&f->p->mentions, i - 1) : NULL;
    while (x->to < f->n && f->person[x->to] != holder) x->to++;
    if (m && m->kind == ALN_MENTION_DEMONYM) x->side = aln_mention_side (f->a, m);
  }
  if (!holder) holder = holder_of_like (f, o);
  x->kind = ALN_PARTY_POST;
  x->name = o->office;
  x->side = o->sender.n ? o->sender : o->side;
  x->several = o->plural;
  x->counterpart = o->counterpart;
  if (!holder) return;
  x->kind = ALN_PARTY_PERSON;
  x->person = holder;
  x->name = f->p->persons.at[holder - 1].name;
  if (f->p->persons.at[holder - 1].side.n) x->side = aln_side_spoken_for (f->a, f->p, holder);
  if (!x->side.n && !of_somewhere (f, x->to))
    x->side = guessed_side (f, &f->p->persons.at[holder - 1]);
  for (uint32_t j = x->to; j < f->n && j < x->to + 4; j++) /* "Adm. " may stand between */
    if (f->person[j] == holder) {
      x->to = j;
      while (x->to < f->n && f->person[x->to] == holder) x->to++;
      return;
    }
}

static int is_demonym (const finder *f, uint32_t i) {
  const aln_mention *m = i < f->n ? aln_mention_at (&f->p->mentions, i) : NULL;
  return m && m->kind == ALN_MENTION_DEMONYM;
}

/* A nationality acts with the noun behind it: "Chinese officials", "Russian-Ukrainian talks". */
static int is_official (const finder *f, uint32_t i) {
  for (uint32_t k = i; k < f->n && k < i + 6 && !(f->t[k].flags & ALN_TOKEN_BLOCK); k++) {
    aln_row row;
    const aln_token *t = &f->t[k];
    if (aln_contact_word (f->a, f->words, k, "official", &row) ||
        aln_contact_word (f->a, f->words, k, "group", &row))
      return 1;
    if (aln_contact_word (f->a, f->words, k, "pairs", &row)) continue;
    if (is_demonym (f, k + 1) && aln_is_mark (f->a, k, ','))
      continue; /* "American, Ukrainian and Russian officials" */
    if (t->kind != ALN_TOKEN_WORD) return 0;
    if (aln_contact_word (f->a, f->words, k, "leads", &row)) return 0;
    if (t->shape != ALN_SHAPE_LOWER && k == i) return 1;
    if (f->triggers && aln_lexicon_longest (f->a->lexicon, t, 1, f->triggers, &row)) return 1;
  }
  return 0;
}

/* "President Javier Milei of Argentina": a side that nothing else tells, or that is told once more. */
static void side_behind (const finder *f, aln_party *x) {
  uint32_t i = x->to;
  const aln_mention *m;
  if (i + 1 >= f->n || !aln_is_small_glue (f->a, i, ALN_GLUE_OF)) return;
  i++;
  if (aln_is_small_glue (f->a, i, ALN_GLUE_DEFINITE)) i++;
  m = i < f->n ? aln_mention_at (&f->p->mentions, i) : NULL;
  if (!m || m->kind != ALN_MENTION_COUNTRY) return;
  if (!x->side.n) x->side = aln_mention_side (f->a, m);
  if (aln_same (x->side, aln_mention_side (f->a, m))) x->to = m->to;
}

static int mention_here (const finder *f, uint32_t i, aln_party *x) {
  const aln_mention *m = aln_mention_at (&f->p->mentions, i);
  if (!m || m->from != i || m->kind == ALN_MENTION_PERSON || m->kind == ALN_MENTION_OTHER) return 0;
  x->to = m->to;
  x->side = aln_mention_side (f->a, m);
  x->name = x->side;
  x->kind = ALN_PARTY_SIDE;
  if (m->kind == ALN_MENTION_BODY) {
    if (m->row &&
        aln_same (aln_lexicon_get (f->a->lexicon, m->row, ALN_LIT ("kind")), ALN_LIT ("wire")))
      return 0; /* "…, the Washington Post reported" */
    x->kind = ALN_PARTY_BODY;
    x->name = m->row ? aln_lexicon_get (f->a->lexicon, m->row, ALN_LIT ("name"))
                     : aln_tokens_text (f->a, m->from, m->to);
    x->side = sides_of_body (f, i, x->side);
    return 1;
  }
  if (m->kind == ALN_MENTION_PLACE)
    return m->row && aln_lexicon_get (f->a->lexicon, m->row, ALN_LIT ("stands_for")).n > 0;
  if (m->kind == ALN_MENTION_DEMONYM && !is_official (f, m->to)) return 0;
  return x->side.n > 0;
}

static int group_here (const finder *f, uint32_t i, aln_party *x) {
  aln_row row;
  uint32_t len = aln_contact_word (f->a, f->words, i, "group", &row);
  if (!len) return 0;
  x->to = i + len;
  x->kind = ALN_PARTY_GROUP;
  x->side = aln_lexicon_get (f->a->lexicon, row, ALN_LIT ("sides"));
  x->name = nothing;
  if (aln_lexicon_get (f->a->lexicon, row, ALN_LIT ("two")).n) x->name = ALN_LIT ("two");
  x->holds = aln_lexicon_get (f->a->lexicon, row, ALN_LIT ("holds"));
  if (aln_same (aln_lexicon_get (f->a->lexicon, row, ALN_LIT ("group")), ALN_LIT ("guests")))
    x->name = ALN_LIT ("guests");
  if (aln_same (aln_lexicon_get (f->a->lexicon, row, ALN_LIT ("group")), ALN_LIT ("allies")))
    x->name = ALN_LIT ("allies");
  if (aln_same (aln_lexicon_get (f->a->lexicon, row, ALN_LIT ("group")), ALN_LIT ("sides")))
    x->name = ALN_LIT ("sides");
  if (aln_same (aln_lexicon_get (f->a->lexicon, row, ALN_LIT ("group")), ALN_LIT ("counterpart")))
    x->kind = ALN_PARTY_COUNTERPART;
  return 1;
}

static int actor_here (const finder *f, uint32_t i, aln_party *x) {
  *x = (aln_party){i, i + 1, ALN_PARTY_SIDE, 0, nothing, nothing, nothing, 0, 0};
  if (f->post[i]) {
    post_here (f, i, x);
    side_behind (f, x);
    return 1;
  }
  if (f->person[i]) {
    person_here (f, i, x);
    side_behind (f, x);
    return 1;
  }
  return group_here (f, i, x) || mention_here (f, i, x);
}

/* -- all of them ---------------------------------------------------------------------------------- */

static void mark_people (const finder *f) {
  for (uint32_t k = 0; k < f->p->persons.n; k++) {
    const aln_namings *spans = &f->p->persons.at[k].spans;
    for (uint32_t s = 0; s < spans->n; s++)
      for (uint32_t i = spans->at[s].from; i < spans->at[s].to && i < f->n; i++)
        f->person[i] = k + 1;
  }
  for (uint32_t k = f->p->posts.n; k > 0; k--) f->post[f->p->posts.at[k - 1].from] = k;
}

/* "his South Korean counterpart": the side that stands right before is the counterpart's. */
static void settle_counterpart (aln_parties *out) {
  aln_party *last = &out->list.at[out->list.n - 1], *before;
  if (last->kind != ALN_PARTY_COUNTERPART || out->list.n < 2) return;
  before = last - 1;
  if (before->to != last->from || before->kind == ALN_PARTY_PERSON || !before->side.n) return;
  before->kind = ALN_PARTY_COUNTERPART;
  before->name = before->side;
  before->to = last->to;
  for (uint32_t i = last->from; i < last->to; i++) out->at[i] = out->list.n - 1;
  out->list.n--;
}

static void add (aln_status *st, aln_arena *room, aln_parties *out, const aln_party *x) {
  aln_party *slot = ALN_ADD (st, room, &out->list);
  if (!slot) return;
  *slot = *x;
  for (uint32_t i = x->from; i < x->to; i++) out->at[i] = out->list.n;
  settle_counterpart (out);
}

/* -- the pair the article is about ---------------------------------------------------------------- */

typedef struct pair {
  aln_slice a, b;
  uint32_t n;
} pair;

/* Do only a dash, "and" or "the" stand between the tokens? */
static int is_beside (const finder *f, uint32_t from, uint32_t to) {
  aln_row row;
  if (to < from || to - from > 3) return 0;
  for (uint32_t i = from; i < to; i++)
    if (!aln_contact_word (f->a, f->words, i, "pairs", &row)) return 0;
  return to > from;
}

static void count_pair (pair *pairs, uint32_t *n, aln_slice a, aln_slice b) {
  for (uint32_t i = 0; i < *n; i++)
    if ((aln_same (pairs[i].a, a) && aln_same (pairs[i].b, b)) ||
        (aln_same (pairs[i].a, b) && aln_same (pairs[i].b, a))) {
      pairs[i].n++;
      return;
    }
  if (*n < PAIRS) pairs[(*n)++] = (pair){a, b, 1};
}

static uint32_t count_of (const pair *sides, uint32_t n, aln_slice side) {
  for (uint32_t i = 0; i < n; i++)
    if (aln_same (sides[i].a, side)) return sides[i].n;
  return 0;
}

/* How often its sides are named together, and the lesser of them at all. */
static uint32_t weight_of (const pair *x, const pair *sides, uint32_t n) {
  uint32_t a = count_of (sides, n, x->a), b = count_of (sides, n, x->b);
  return x->n + (a < b ? a : b);
}

/* The two sides of whom most persons are named: a pair that may never stand together. */
static void count_persons (const finder *f, pair *pairs, uint32_t *n, pair *sides, uint32_t *m) {
  pair held[PAIRS];
  uint32_t k = 0, first = 0, second;
  for (uint32_t i = 0; i < f->p->persons.n; i++) {
    aln_slice side = f->p->persons.at[i].side;
    if (!side.n) continue;
    count_pair (held, &k, side, nothing);
    count_pair (sides, m, side, nothing);
  }
  for (uint32_t i = 1; i < k; i++)
    if (held[i].n > held[first].n) first = i;
  second = first ? 0 : 1;
  for (uint32_t i = 0; i < k; i++)
    if (i != first && held[i].n > held[second].n) second = i;
  if (k > 1) count_pair (pairs, n, held[first].a, held[second].a);
}

static void settle_pair (const finder *f) {
  pair pairs[PAIRS], sides[PAIRS];
  uint32_t n = 0, told = 0, best = 0;
  const aln_mention *last = NULL;
  for (uint32_t i = 0; i < f->p->mentions.list.n; i++) {
    const aln_mention *m = &f->p->mentions.list.at[i];
    aln_slice side = aln_mention_side (f->a, m), before;
    if (m->kind == ALN_MENTION_PERSON || m->kind == ALN_MENTION_BODY || !side.n) continue;
    count_pair (sides, &told, side, nothing);
    before = last ? aln_mention_side (f->a, last) : nothing;
    if (last && !aln_same (before, side) && is_beside (f, last->to, m->from))
      count_pair (pairs, &n, before, side);
    last = m;
  }
  count_persons (f, pairs, &n, sides, &told);
  for (uint32_t i = 1; i < n; i++)
    if (weight_of (&pairs[i], sides, told) > weight_of (&pairs[best], sides, told)) best = i;
  if (!n) return;
  aln_sides_add (&f->out->pair, pairs[best].a);
  aln_sides_add (&f->out->pair, pairs[best].b);
}

/* The side of the first place that a dateline names, which may be the paper's own. */
static aln_slice side_of_dateline (const finder *f) {
  for (uint32_t i = 0; i < f->p->mentions.list.n; i++) {
    const aln_mention *m = &f->p->mentions.list.at[i];
    aln_slice name = aln_tokens_text (f->a, m->from, m->to);
    if (aln_same (name, f->a->dateline.place)) return aln_mention_side (f->a, m);
    if (i > 32) break;
  }
  return nothing;
}

/* Papers name the country of foreign posts, and leave out that of their own. */
static void settle_home (const finder *f) {
  pair sides[PAIRS];
  uint32_t n = 0, best = 0;
  if (side_of_dateline (f).n) count_pair (sides, &n, side_of_dateline (f), nothing);
  for (uint32_t i = 0; i < f->p->persons.n; i++) {
    const aln_person *p = &f->p->persons.at[i];
    if (!p->held.n || !p->side.n || f->p->posts.at[p->held.at[0].post].sender.n) continue;
    count_pair (sides, &n, p->side, nothing);
  }
  for (uint32_t i = 1; i < n; i++)
    if (sides[i].n > sides[best].n) best = i;
  if (n) f->out->home = sides[best].a;
}

void aln_parties_find (aln_status *st, aln_arena *room, const aln_article *a, const aln_people *p,
                       aln_parties *out) {
  finder f = {.a = a, .p = p, .t = a->tokens.at, .n = a->tokens.n, .out = out};
  size_t size = (f.n + 1) * sizeof *f.person;
  uint64_t words;
  memset (out, 0, sizeof *out);
  f.words = aln_lexicon_kind (a->lexicon, ALN_LIT ("consultation_words"));
  f.tenures = aln_lexicon_kind (a->lexicon, ALN_LIT ("tenures"));
  f.triggers = aln_lexicon_kind (a->lexicon, ALN_LIT ("consultations"));
  f.person = aln_arena_get (st, room, size);
  f.post = aln_arena_get (st, room, size);
  out->at = aln_arena_get (st, room, size);
  if (*st != ALN_OK) return;
  mark_people (&f);
  settle_pair (&f);
  settle_home (&f);
  words = aln_lexicon_set (f.words);
  for (uint32_t i = 0; i < f.n && *st == ALN_OK;) {
    aln_party x;
    int found = f.post[i] || f.person[i] || p->mentions.at[i] || (a->kinds[i] & words);
    found = found && actor_here (&f, i, &x);
    if (found) add (st, room, out, &x);
    i = found ? x.to : i + 1;
  }
}
