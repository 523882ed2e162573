/* contacts.c: in: actors, dates and words. Out: tellings of official contacts (contacts.h). */
#include "contacts.h"

#include "numbers.h"

#define LEFT_MOST 40u   /* tokens looked at for who acts */
#define RIGHT_MOST 30u  /* tokens looked at for what follows */
#define SAME_MOST 14u   /* tokens around a contact in which "the same day" is of it */
#define DATE_MOST 60u   /* tokens between a contact and its date */
#define CHAIN_MOST 12u  /* actors that stand joined */
#define UNDONE_MOST 16u /* tokens behind it in which it may be said to be called off */
#define NOUN_MOST 10u   /* tokens of a noun phrase before its noun */
#define APART_MOST 9u   /* tokens between commas before "with" */
#define TITLES_MOST 24u /* tokens of titles between a side and a name */
#define AHEAD_MOST 12u  /* tokens from the beginning of a sentence that may say where */
#define STATUS_MOST 9u  /* tokens before the verb whose words say whether it happened */

typedef struct finder {
  const aln_article *a;
  const aln_token *t;
  const aln_lexicon *x;
  const aln_people *p;
  const aln_parties *actors;
  const aln_timexes *dates;
  aln_kind triggers, words;
  aln_number_words numbers;
  uint32_t sentence;    /* which is read */
  uint32_t begin, end;  /* its tokens */
  uint32_t *date_token; /* for each date its first token */
} finder;

static int refuse (aln_telling *c, const char *why) {
  c->refused = why;
  return 0;
}

static inline aln_slice get (const finder *f, aln_row row, const char *key) {
  return row ? aln_lexicon_get (f->x, row, aln_slice_of (key)) : (aln_slice){"", 0};
}

static int is (const finder *f, aln_row row, const char *key, const char *value) {
  return aln_same (get (f, row, key), aln_slice_of (value));
}

static inline uint32_t word (const finder *f, uint32_t i, const char *field, aln_row *row) {
  uint32_t len = i < f->end ? aln_contact_word (f->a, f->words, i, field, row) : 0;
  return i + len <= f->end ? len : 0;
}

/* The phrase with 'field' that ends right before token i: its first token, i where there is none. */
static uint32_t word_before (const finder *f, uint32_t i, const char *field, aln_row *row) {
  for (uint32_t len = 5; len > 0; len--) {
    aln_row r;
    if (i < f->begin + len || word (f, i - len, field, &r) != len) continue;
    *row = r;
    return i - len;
  }
  return i;
}

static int is_mark (const finder *f, uint32_t i, char c) {
  return i < f->end && f->t[i].kind == ALN_TOKEN_MARK && f->a->text.p[f->t[i].from] == c;
}

static int is_possessive (const finder *f, uint32_t i) {
  const aln_token *t = &f->t[i];
  return i < f->end && t->kind == ALN_TOKEN_WORD && (t->flags & ALN_TOKEN_GLUED) &&
         f->a->text.p[t->to - 1] == 's' && !aln_is_alpha ((unsigned char)f->a->text.p[t->from]);
}

static const aln_party *actor_at (const finder *f, uint32_t i) {
  return i < f->end && f->actors->at[i] ? &f->actors->list.at[f->actors->at[i] - 1] : NULL;
}

/* -- who takes part ------------------------------------------------------------------------------- */

static void take (aln_telling *c, const finder *f, const aln_party *x) {
  uint32_t index = (uint32_t)(x - f->actors->list.at);
  for (uint32_t i = 0; i < c->n; i++)
    if (c->who[i] == index) return;
  if (x->kind == ALN_PARTY_GROUP && !x->side.n) c->group = 1;
  if (c->n < ALN_TELLING_ACTORS) c->who[c->n++] = index;
  if (x->from < c->first) c->first = x->from;
  if (x->to > c->last) c->last = x->to;
}

/* Do only words that join stand in [from, to)? */
static int is_joined (const finder *f, uint32_t from, uint32_t to) {
  aln_row row;
  if (to < from || to - from > 6) return 0;
  for (uint32_t i = from; i < to;) {
    uint32_t len = word (f, i, "join", &row);
    if (!len && is_possessive (f, i)) len = 1;
    if (!len && actor_at (f, i)) len = 1;
    if (!len) return 0;
    i += len;
  }
  return 1;
}

/* "Brazilian Presidential Advisor Celso Amorim": a side, a post nobody lists, a name. */
static int is_titled (const finder *f, const aln_party *side, const aln_party *next) {
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
static int is_of_sides (const finder *f, const aln_party *x, const aln_party *next) {
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
static const aln_party *behind_titles (const finder *f, const aln_party *x) {
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
static const aln_party *introduced (const finder *f, const aln_party *x) {
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

/* Takes the actor and those that follow it, joined; returns the token behind the last. */
static uint32_t take_chain (aln_telling *c, const finder *f, const aln_party *x) {
  for (uint32_t k = 0; k <= CHAIN_MOST; k++) {
    const aln_party *next;
    x = introduced (f, x);
    next = x + 1;
    take (c, f, x);
    if (is_of_sides (f, x, next)) { /* "his counterparts from X and Y" */
      x = next;
      continue;
    }
    if (next == f->actors->list.at + f->actors->list.n || next->from >= f->end || k == CHAIN_MOST ||
        !is_joined (f, x->to, next->from))
      break;
    x = next;
  }
  return x->to;
}

/* "in Tokyo, Japan, President Yoon met": a comma alone joins no country to a person. */
static int is_apart (const finder *f, const aln_party *x, const aln_party *next) {
  int thing = x->kind == ALN_PARTY_SIDE || x->kind == ALN_PARTY_BODY;
  int person = next->kind == ALN_PARTY_PERSON || next->kind == ALN_PARTY_POST;
  return thing && person && next->from == x->to + 1 && is_mark (f, x->to, ',');
}

/* The first actor of the chain that ends with x. */
static const aln_party *chain_start (const finder *f, const aln_party *x) {
  for (uint32_t k = 0;
       k < CHAIN_MOST && x > f->actors->list.at && (x - 1)->from >= f->begin &&
       !is_apart (f, x - 1, x) && (is_joined (f, (x - 1)->to, x->from) || is_titled (f, x - 1, x));
       k++)
    x--;
  return x;
}

static int is_led (const finder *f, uint32_t i) {
  aln_row row;
  uint32_t before;
  while (i > f->begin && word (f, i - 1, "article", &row) == 1) i--;
  before = word_before (f, i, "leads", &row);
  return before != i || word_before (f, i, "object", &row) != i;
}

/* "Bashir left Libya after talks with Libya's leader": the country of those it was with acts not. */
static int is_other_side (const aln_telling *c, const finder *f, const aln_party *start,
                          const aln_party *end) {
  if (start != end || start->kind != ALN_PARTY_SIDE || !c->n) return 0;
  for (uint32_t i = 0; i < c->n; i++)
    if (!aln_same (f->actors->list.at[c->who[i]].side, start->side)) return 0;
  return 1;
}

/* Chains of actors to the left of 'head': those that act. A chain behind a preposition does not,
   unless "who" follows it, or "of" joins it to a group ("the leaders of X and Y"). */
static int take_subjects (aln_telling *c, const finder *f, uint32_t head, uint32_t most) {
  uint32_t i = head, found = 0;
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
        !word (f, w, "subject", &row)) {
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
    take_chain (c, f, start);
    found++;
    i = start->from < i ? start->from : i;
  }
  return (int)found;
}

/* "In a phone call with Y, X said": who acts stands behind. */
static void take_subject_behind (aln_telling *c, const finder *f, uint32_t i) {
  uint32_t most = i + 12 < f->end ? i + 12 : f->end;
  for (; i < most; i++) {
    const aln_party *x = actor_at (f, i);
    if (!x) continue;
    if (is_led (f, x->from)) {
      i = x->to - 1;
      continue;
    }
    take_chain (c, f, x);
    return;
  }
}

/* The first date at or behind token i. */
static uint32_t date_from (const finder *f, uint32_t i) {
  uint32_t low = 0, high = f->dates->n;
  while (low < high) {
    uint32_t mid = low + (high - low) / 2;
    if (f->date_token[mid] < i) low = mid + 1;
    else high = mid;
  }
  return low;
}

/* The date that begins at token i, NULL: none. */
static const aln_timex *date_at (const finder *f, uint32_t i) {
  uint32_t d = i < f->end ? date_from (f, i) : f->dates->n;
  return d < f->dates->n && f->date_token[d] == i ? &f->dates->at[d] : NULL;
}

/* The first date that is near enough to belong to what begins at token i. */
static uint32_t date_near (const finder *f, uint32_t i) {
  return date_from (f, i > f->begin + DATE_MOST ? i - DATE_MOST : f->begin);
}

/* The token behind the date, and behind the second day of "June 26-27". */
static uint32_t behind (const finder *f, uint32_t i, const aln_timex *d) {
  while (i < f->end && f->t[i].from < d->at.to) i++;
  if (i + 1 < f->end && f->t[i].kind == ALN_TOKEN_MARK && (f->t[i].flags & ALN_TOKEN_GLUED) &&
      f->t[i + 1].kind == ALN_TOKEN_NUMBER && (f->t[i + 1].flags & ALN_TOKEN_GLUED))
    i += 2;
  return i;
}

/* The token behind a place, and behind the country of "Bangkok, Thailand,". */
static uint32_t behind_place (const finder *f, const aln_mention *m) {
  const aln_mention *in =
      is_mark (f, m->to, ',') ? aln_mention_at (&f->p->mentions, m->to + 1) : NULL;
  if (!in || in->from != m->to + 1 || in->to >= f->end) return m->to;
  if (in->kind != ALN_MENTION_COUNTRY && in->kind != ALN_MENTION_PLACE) return m->to;
  return is_mark (f, in->to, ',') ? in->to + 1 : in->to;
}

/* Past a date, "in Seoul", "on Friday", an adverb: what may stand between a contact and "with". */
static uint32_t skip_circumstance (const finder *f, uint32_t i) {
  const aln_timex *d = date_at (f, i);
  const aln_mention *m;
  aln_row row;
  uint32_t len;
  if (d) return behind (f, i, d);
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

/* Is the word one of "to;from"? */
static int is_one_of (aln_slice list, aln_slice w) {
  for (size_t i = 0; list.n && i + w.n <= list.n; i++)
    if ((i == 0 || list.p[i - 1] == ';') && (i + w.n == list.n || list.p[i + w.n] == ';') &&
        memcmp (list.p + i, w.p, w.n) == 0)
      return 1;
  return 0;
}

/* "a courtesy call on", "drills by", "a phone call to": what a noun takes beside "with". */
static int is_own_preposition (const finder *f, const aln_telling *c, uint32_t i) {
  aln_slice own = get (f, c->row, "takes");
  aln_row row;
  uint32_t k = i + 1;
  if (!own.n || i >= f->end) return 0;
  if (!actor_at (f, k) && word (f, k, "article", &row) == 1) k++;
  return actor_at (f, k) &&
         is_one_of (own, aln_cut (f->a->text, (aln_span){f->t[i].from, f->t[i].to}));
}

/* "met, on separate occasions, with": behind what commas hold apart, or i. */
static uint32_t skip_apart (const finder *f, uint32_t i) {
  aln_row row;
  if (!is_mark (f, i, ',')) return i;
  for (uint32_t k = i + 2; k < f->end && k < i + APART_MOST; k++)
    if (is_mark (f, k, ',')) return word (f, k + 1, "object", &row) ? k + 1 : i;
  return i;
}

/* Those a noun is with: "… with Y", "… in Seoul on Friday with Y", "… between X and Y". */
static uint32_t take_objects (aln_telling *c, const finder *f, uint32_t i) {
  aln_row row = 0;
  for (uint32_t tries = 0; tries < 4; tries++) {
    uint32_t len = word (f, i, "object", &row), next;
    if (!len && is_own_preposition (f, c, i)) len = 1;
    if (len) {
      uint32_t most = i + len + 8 < f->end ? i + len + 8 : f->end;
      c->attended = is (f, row, "object", "attended");
      c->with = is (f, row, "object", "with");
      c->between = is (f, row, "object", "between");
      for (uint32_t k = i + len; k < most; k++) {
        if (actor_at (f, k)) return take_chain (c, f, actor_at (f, k));
        if (is_mark (f, k, ',') || is_mark (f, k, '"') || word (f, k, "pairs", &row) == 1) {
          if (!is_mark (f, k, '-') && !word (f, k, "article", &row)) break;
        }
      }
      c->open = 1;
      return i;
    }
    next = skip_circumstance (f, i);
    if (next <= i) next = skip_apart (f, i);
    if (next <= i) return i;
    i = next;
  }
  return i;
}

/* -- what stands around --------------------------------------------------------------------------- */

/* "said on Friday": the day of the saying. */
static int is_of_speech (const finder *f, uint32_t i) {
  aln_row row;
  if (i > f->begin && word (f, i - 1, "frame", &row) == 1) i--;
  return i > f->begin && word (f, i - 1, "speech", &row) == 1;
}

/* How far a date stands from the contact; what leads elsewhere, or another contact, puts it off. */
static uint32_t date_cost (const finder *f, uint32_t from, uint32_t to, uint32_t lead) {
  uint32_t cost = to - from;
  aln_row row;
  if (cost > DATE_MOST) return UINT32_MAX;
  for (uint32_t i = from; i < to; i++) {
    if (is_mark (f, i, ',')) cost += 8;
    if (word (f, i, "away", &row)) cost += 60;
    if (i > from && i + 1 < to && aln_lexicon_longest (f->x, f->t + i, 1, f->triggers, &row))
      cost += is (f, row, "part", "verb") && word_before (f, i, "status", &row) != i ? 60 : 20;
  }
  if (lead > f->begin && word (f, lead - 1, "away", &row)) cost += 60;
  if (is_of_speech (f, lead)) cost += 30;
  return cost;
}

static void settle_date (aln_telling *c, const finder *f) {
  uint32_t best = 55;
  for (uint32_t d = date_near (f, c->from); d < f->dates->n && f->date_token[d] < f->end; d++) {
    const aln_timex *x = &f->dates->at[d];
    uint32_t i = f->date_token[d], lead = i, cost;
    if (i > c->to + DATE_MOST) return;
    aln_row row;
    if (x->type != ALN_DATE && x->type != ALN_TIME) continue;
    if (x->how == ALN_HOW_VAGUE || !x->value[0]) continue;
    while (lead > f->begin && word (f, lead - 1, "article", &row) == 1) lead--;
    cost = i >= c->to ? date_cost (f, c->to, i, lead) : date_cost (f, i, c->from, lead);
    if (i < c->from && cost < UINT32_MAX) cost += 6;
    if (cost >= best) continue;
    best = cost;
    c->date = x;
  }
}

/* "earlier in the day": the day that was named last. */
static void settle_same_day (aln_telling *c, const finder *f) {
  uint32_t from = c->from > f->begin + SAME_MOST ? c->from - SAME_MOST : f->begin;
  uint32_t most = c->last + SAME_MOST < f->end ? c->last + SAME_MOST : f->end, d, tried = 0;
  aln_row row;
  while (from < most && !word (f, from, "sameday", &row)) from++;
  if (from == most) return;
  for (d = date_from (f, c->from); d > 0 && tried < 16; d--, tried++) {
    const aln_timex *x = &f->dates->at[d - 1];
    if (x->first == ALN_NO_DAY || x->first != x->last) continue;
    c->date = x;
    return;
  }
}

static void settle_duration (aln_telling *c, const finder *f) {
  int short_one = c->kind == ALN_CALL || c->kind == ALN_MEETING || c->kind == ALN_TALKS;
  aln_row row;
  for (uint32_t d = date_near (f, c->from); d < f->dates->n && f->date_token[d] < f->end; d++) {
    const aln_timex *x = &f->dates->at[d];
    uint32_t i = f->date_token[d];
    if (i > c->to + 8) return;
    if (x->type != ALN_DURATION || x->by <= 0 || x->direction || x->by_unit >= ALN_YEAR) continue;
    if (i + 8 < c->from || word (f, behind (f, i, x), "away", &row)) continue; /* "a week before" */
    if (short_one != (x->by_unit < ALN_UNIT_DAY)) continue;
    c->duration = x;
    return;
  }
}

/* "In Tokyo on Friday, Kim met": where the sentence begins with it. */
static void place_ahead (aln_telling *c, const finder *f) {
  uint32_t most = c->first < f->begin + AHEAD_MOST ? c->first : f->begin + AHEAD_MOST;
  aln_row row;
  if (c->first < f->begin + 3 || strcmp (c->rule, "verb") != 0) return;
  for (uint32_t i = f->begin + 1; i < most; i++) {
    const aln_mention *m = aln_mention_at (&f->p->mentions, i);
    if (!m || m->from != i || m->kind != ALN_MENTION_PLACE) continue;
    if (word_before (f, i, "frame", &row) != i - 1 || !is (f, row, "frame", "in")) continue;
    c->place = m;
    return;
  }
}

static void settle_place (aln_telling *c, const finder *f) {
  uint32_t most = c->last + 16 < f->end ? c->last + 16 : f->end;
  const aln_mention *body = NULL;
  aln_row row;
  if (c->place || c->kind == ALN_CALL) return;
  for (uint32_t i = c->to; i < most; i++) {
    const aln_mention *m = aln_mention_at (&f->p->mentions, i);
    uint32_t lead = i, frame;
    if (is_mark (f, i, ';') || word (f, i, "away", &row)) break;
    if (!m || m->from != i) continue;
    while (lead > f->begin && word (f, lead - 1, "article", &row) == 1) lead--;
    lead = word_before (f, lead, "town", &row);
    while (lead > f->begin && word (f, lead - 1, "article", &row) == 1) lead--;
    frame = word_before (f, lead, "frame", &row);
    if (frame == lead || lead - frame != 1 || is (f, row, "frame", "ahead")) continue;
    if (m->kind == ALN_MENTION_BODY && !body) body = m;
    if (m->kind != ALN_MENTION_PLACE && m->kind != ALN_MENTION_COUNTRY) continue;
    c->place = m;
    return;
  }
  c->place = body;
  if (!body) place_ahead (c, f);
}

/* "discussed X", "on X": up to the next mark. */
static void settle_topic (aln_telling *c, const finder *f) {
  uint32_t most = c->last + 12 < f->end ? c->last + 12 : f->end;
  aln_row row;
  for (uint32_t i = c->last; i < most; i++) {
    uint32_t len = word (f, i, "topic", &row), k;
    if (f->t[i].kind == ALN_TOKEN_MARK && !is_mark (f, i, ',')) return;
    if (!len || date_at (f, i + len) || i + len >= f->end) continue;
    if (get (f, row, "near").n && (i != c->last || c->kind == ALN_VISIT)) continue;
    if (word (f, i, "sideline", &row)) return;
    for (k = i + len; k < f->end && k < i + 16 && f->t[k].kind != ALN_TOKEN_MARK; k++)
      if (date_at (f, k) || word (f, k, "away", &row)) break;
    if (word_before (f, k, "leads", &row) != k) k = word_before (f, k, "leads", &row);
    if (k <= i + len) continue;
    c->topic = (aln_span){f->t[i + len].from, f->t[k - 1].to};
    return;
  }
}

/* -- whether it was held -------------------------------------------------------------------------- */

static aln_contact_status status_of (aln_slice s) {
  static const char *const names[] = {"held", "planned", "proposed", "called-off", "denied"};
  for (uint32_t i = 0; i < ALN_CONTACT_STATUSES; i++)
    if (aln_same (s, aln_slice_of (names[i]))) return (aln_contact_status)i;
  return ALN_HELD;
}

/* What the words in [from, to) say; the strongest wins: it did not happen, over it may. */
static void read_status (aln_telling *c, const finder *f, uint32_t from, uint32_t to,
                         const char *field, int weigh) {
  aln_row row;
  for (uint32_t i = from; i < to;) {
    const aln_timex *d = date_at (f, i); /* "May" is a month here */
    uint32_t len = d ? 0 : word (f, i, field, &row);
    aln_contact_status s;
    if (!len) {
      i = d ? behind (f, i, d) : i + 1;
      continue;
    }
    if (is (f, row, field, "none")) c->negated = 1;
    s = status_of (get (f, row, field));
    if (!c->sure || (weigh && s > c->status)) c->status = s;
    c->sure = 1;
    i += len;
  }
}

/* Where the clause of token i begins: after the last mark or trigger before it. */
static uint32_t clause_start (const finder *f, uint32_t i) {
  uint32_t least = i > f->begin + STATUS_MOST ? i - STATUS_MOST : f->begin;
  aln_row row;
  while (i > least) {
    const aln_token *t = &f->t[i - 1];
    uint32_t phrase = word_before (f, i, "status", &row);
    if (phrase != i) { /* "called off": no call */
      i = phrase;
      continue;
    }
    if (t->kind == ALN_TOKEN_MARK && f->a->text.p[t->from] != '-') break;
    if (aln_lexicon_longest (f->x, t, 1, f->triggers, &row) && !is (f, row, "kind", "none")) break;
    i--;
  }
  return i;
}

static void settle_status (aln_telling *c, const finder *f, uint32_t head) {
  uint32_t from = clause_start (f, head);
  uint32_t most = c->last + 7 < f->end ? c->last + 7 : f->end, to = c->last;
  read_status (c, f, from, head, "status", 1);
  if (strcmp (c->rule, "noun-frame") == 0 && c->status > ALN_PROPOSED) {
    c->status = ALN_HELD; /* "denied it in talks with Seoul" */
    c->sure = c->negated = 0;
  }
  if (head < c->from)
    read_status (c, f, head, c->from, "status", 1); /* "held a planned summit" too */
  while (to < most && !is_mark (f, to, ',') && !is_mark (f, to, ';') && !is_mark (f, to, '"')) to++;
  if (!c->sure || c->status == ALN_HELD) read_status (c, f, c->to, to, "after", 0);
  most = c->last + UNDONE_MOST < f->end ? c->last + UNDONE_MOST : f->end;
  if (c->status <= ALN_PLANNED) read_status (c, f, c->to, most, "undone", 1);
}

/* -- nouns ---------------------------------------------------------------------------------------- */

typedef struct noun {
  uint32_t start; /* first token of the noun phrase */
  uint32_t head;  /* the verb or preposition before it; start where there is none */
  aln_row light, frame, article;
  int vague, owned, forum, verb;
  uint32_t inner; /* sides named in it */
} noun;

/* "had denounced the drills": "had" belongs to the verb behind it. */
static int is_auxiliary (const finder *f, aln_row light, uint32_t i) {
  const aln_token *t = &f->t[i];
  return get (f, light, "weak").n && t->to - t->from > 3 && f->a->text.p[t->to - 1] == 'd' &&
         f->a->text.p[t->to - 2] == 'e';
}

/* "Lee's visit", "the Seoul-Washington summit"; one place alone ("the Hong Kong meeting") is where. */
static void take_inner (aln_telling *c, const finder *f, noun *n, const aln_party *x) {
  if (is_possessive (f, x->to) || (x->kind != ALN_PARTY_SIDE && x->kind != ALN_PARTY_GROUP))
    n->owned = 1;
  if (x->kind == ALN_PARTY_SIDE) n->inner++;
  take (c, f, x);
}

/* One token to the left in the noun phrase; 0 where the phrase begins at 'n->start'. */
static int noun_step (const finder *f, aln_telling *c, noun *n) {
  uint32_t i = n->start;
  aln_row row;
  const aln_party *x = actor_at (f, i - 1);
  uint32_t from = word_before (f, i, "light", &n->light);
  if (from != i && !is_auxiliary (f, n->light, i)) {
    aln_slice only = get (f, n->light, "only");
    if (!only.n || aln_same (only, get (f, c->row, "kind"))) {
      n->head = from;
      return 0;
    }
  }
  n->light = 0;
  from = word_before (f, i, "frame", &n->frame);
  if (from != i && !is_mark (f, i, '-')) { /* not that of "in-person talks" */
    n->head = from;
    return 0;
  }
  n->frame = 0;
  from = word_before (f, i, "status", &row);
  if (from != i && from > f->begin && actor_at (f, from - 1)) { /* "Seoul proposed talks" */
    n->head = from;
    n->verb = 1;
    return 0;
  }
  if (word (f, i - 1, "vague", &row)) n->vague = 1;
  if (word (f, i - 1, "joint", &row)) c->group = c->joint = 1;
  if (word (f, i - 1, "article", &row) == 1) n->article = row;
  if (x && (x->kind != ALN_PARTY_BODY || is_possessive (f, x->to))) take_inner (c, f, n, x);
  else if (aln_mention_at (&f->p->mentions, i - 1)) n->forum = 1;
  n->start = x && x->from >= f->begin ? x->from : i - 1;
  return 1;
}

static int ends_phrase (const finder *f, uint32_t i) {
  const aln_token *t = &f->t[i];
  aln_row row;
  if (t->kind == ALN_TOKEN_MARK)
    return f->a->text.p[t->from] != '-' && (unsigned char)f->a->text.p[t->from] != 0xE2;
  if (word (f, i, "leads", &row) || word (f, i, "object", &row)) return 1;
  return word (f, i, "away", &row) || word (f, i, "subject", &row);
}

static noun read_noun (const finder *f, aln_telling *c) {
  noun n = {.start = c->from, .head = c->from};
  uint32_t least = c->from > f->begin + NOUN_MOST ? c->from - NOUN_MOST : f->begin;
  aln_row row;
  while (n.start > least) {
    int done = n.article && !actor_at (f, n.start - 1) && !is_possessive (f, n.start - 1);
    if (done && word_before (f, n.start, "light", &row) == n.start &&
        word_before (f, n.start, "frame", &row) == n.start)
      break;
    if (!noun_step (f, c, &n)) return n;
    if (word_before (f, n.start, "measure", &row) != n.start) /* "two days of talks" */
      n.start = word_before (f, n.start, "measure", &row);
    if (n.start > least && ends_phrase (f, n.start - 1) &&
        word_before (f, n.start, "frame", &row) == n.start &&
        word_before (f, n.start, "light", &row) == n.start)
      break;
  }
  n.head = n.start;
  return n;
}

/* "a basis for resuming talks", "a step towards holding a summit" */
static int is_aim (const finder *f, uint32_t head) {
  aln_row row;
  aln_slice before;
  if (head <= f->begin || word_before (f, head, "leads", &row) == head) return 0;
  if (word_before (f, head, "frame", &row) != head) return 0;
  before = aln_cut (f->a->text, (aln_span){f->t[head - 1].from, f->t[head - 1].to});
  return before.n > 2; /* no "of": "accused of holding talks" */
}

static void settle_form (aln_telling *c, const finder *f, aln_slice form, uint32_t head) {
  aln_row row;
  if (aln_same (form, ALN_LIT ("base"))) c->status = ALN_PLANNED;
  else c->status = ALN_HELD;
  c->told = 1;
  if (aln_same (form, ALN_LIT ("ing")) && is_aim (f, head)) c->status = ALN_PROPOSED;
  if (aln_same (form, ALN_LIT ("base")) && head > f->begin &&
      word_before (f, head, "status", &row) == head) {
    aln_slice before = aln_cut (f->a->text, (aln_span){f->t[head - 1].from, f->t[head - 1].to});
    if (!aln_same (before, ALN_LIT ("to"))) c->status = ALN_HELD; /* "they meet", "did meet" */
  }
}

static uint32_t ordinal_before (const finder *f, uint32_t i, int64_t *value) {
  aln_number n;
  for (uint32_t len = 3; len > 0; len--) {
    if (i < f->begin + len) continue;
    if (aln_number_read (&f->numbers, f->a->text, f->t + i - len, len, &n) != len) continue;
    if (!(n.flags & ALN_NUMBER_ORDINAL) || n.whole > 999) continue;
    *value = n.whole;
    return i - len;
  }
  return i;
}

/* "the 56th annual …": an ordinal up to three words before a name. */
static void settle_ordinal (aln_telling *c, const finder *f) {
  for (uint32_t i = c->from; i + 3 > c->from && i > f->begin && !c->ordinal; i--)
    ordinal_before (f, i, &c->ordinal);
  if (c->ordinal == 1 && !get (f, c->row, "title").n) c->ordinal = 0; /* "the first talks since" */
}

static void read_noun_frame (aln_telling *c, const finder *f, const noun *n) {
  if (n->light) settle_form (c, f, get (f, n->light, "light"), n->head);
  if (n->frame) {
    c->told = n->article || n->owned || c->kind != ALN_TALKS;
    c->sideline = get (f, n->frame, "sideline").n > 0;
    c->status = is (f, n->frame, "frame", "ahead") ? ALN_PLANNED : ALN_HELD;
  }
  c->anaphoric = n->article && (is (f, n->article, "article", "anaphor") ||
                                is (f, n->article, "article", "definite"));
  c->rule = n->light ? "noun-held" : n->frame ? "noun-frame" : "noun";
}

/* Who acts: before the verb, or around "during a call". "The call" means one told before. */
static void settle_noun_subjects (aln_telling *c, const finder *f, const noun *n,
                                  uint32_t behind_it) {
  uint32_t objects = c->n;
  if (n->light) {
    c->subjects = (uint32_t)take_subjects (c, f, n->head, 1);
    return;
  }
  if (n->owned && objects >= (c->kind == ALN_VISIT ? 1u : 2u)) return;
  if (c->anaphoric && !objects && !n->verb && get (f, n->article, "own").n && !n->frame) {
    c->group = c->loose = 1; /* "their second summit": of those told of before */
    return;
  }
  if (c->anaphoric && !objects && !n->verb) {
    if (n->frame && !n->forum) c->subjects = (uint32_t)take_subjects (c, f, n->head, 2);
    c->loose = c->n > 0;
    if (!get (f, n->article, "own").n) c->n = c->subjects = 0; /* "the summit" may be anybody's */
    return;
  }
  if (c->kind == ALN_EXERCISE || c->kind == ALN_AGREEMENT) return;
  if (c->between && n->frame && objects >= 2)
    return; /* "briefed Kim on the call between X and Y" */
  if (n->frame || objects || n->verb || (c->kind == ALN_VISIT && c->place && !n->owned)) {
    uint32_t before = c->n;
    if (!take_subjects (c, f, n->head, objects ? 1 : 2) && n->frame)
      take_subject_behind (c, f, behind_it);
    c->subjects = c->n - before;
  }
}

/* "the talks Yoon had with Trump": who acts stands between the noun and its verb. */
static int read_relative (aln_telling *c, const finder *f) {
  uint32_t i = c->to, before = c->n, len;
  aln_row row;
  if (i < f->end && word (f, i, "relative", &row)) i++;
  if (!actor_at (f, i)) return 0;
  for (; i < f->end && i < c->to + 12 && !(len = word (f, i, "light", &row)); i++)
    if (f->t[i].kind == ALN_TOKEN_MARK && f->a->text.p[f->t[i].from] != '-') return 0;
  if (i >= f->end || i >= c->to + 12 || is (f, row, "light", "ing")) return 0;
  for (uint32_t k = c->to; k < i; k++)
    if (actor_at (f, k)) take (c, f, actor_at (f, k));
  c->subjects = c->n - before;
  take_objects (c, f, i + len);
  c->told = 1;
  c->rule = "noun-relative";
  return c->n > before;
}

/* Contacts of no particular day, and gatherings of a body: "close consultations", "the EU summit". */
static const char *is_generic (const finder *f, const aln_telling *c, const noun *n,
                               uint32_t objects) {
  int held = n->light && c->status == ALN_HELD && c->n >= 2;
  if (n->vague && !held) return "the word before it means no contact in particular";
  if (n->forum && !objects && !c->joint) return "a gathering of a body";
  if (c->open && !objects) return "with somebody who is no side, post or person";
  if (get (f, c->row, "plural").n && !n->light && !objects)
    return "several, and no verb says that one was held";
  if (c->kind == ALN_EXERCISE && !n->light && !c->joint && n->inner < 2 &&
      !get (f, c->row, "title").n)
    return "no verb says that it was held, and no word that it was joint";
  return NULL;
}

/* A place alone inside the noun phrase is no party. */
static void drop_inner (aln_telling *c, const noun *n) {
  if (n->inner == 1 && !n->owned && c->kind != ALN_VISIT && c->n == 1) c->n = 0;
}

static void settle_tail (aln_telling *c, const finder *f, uint32_t head) {
  settle_date (c, f);
  if (!c->date) settle_same_day (c, f);
  settle_status (c, f, head);
  settle_duration (c, f);
  settle_place (c, f);
  settle_topic (c, f);
}

static int read_noun_trigger (aln_telling *c, const finder *f) {
  noun n = read_noun (f, c);
  uint32_t end, inner, objects;
  drop_inner (c, &n);
  inner = c->n;
  if (is (f, c->row, "needs", "frame") && !n.frame) /* "by phone", not "a phone" */
    return refuse (c, "no preposition leads to it");
  read_noun_frame (c, f, &n);
  if (n.head < c->first) c->first = n.head;
  end = take_objects (c, f, c->place ? c->place->to : c->to);
  objects = c->n - inner;
  if (!read_relative (c, f)) settle_noun_subjects (c, f, &n, end);
  if (refuse (c, is_generic (f, c, &n, objects)), c->refused) return 0;
  settle_tail (c, f, n.head);
  settle_ordinal (c, f);
  if (c->sure || c->date || n.owned || objects) c->told |= !n.frame || objects > 0 || n.owned;
  if (c->kind == ALN_EXERCISE && !n.light && !c->date && !c->sure) c->told = 0;
  if (c->with && !c->subjects && !n.owned && !c->group)
    return refuse (c, "with somebody, and nobody acts");
  if (c->kind == ALN_AGREEMENT && !n.light && !c->sure)
    return refuse (c, "no verb says that it was made");
  return 1;
}

/* -- visits --------------------------------------------------------------------------------------- */

/* "to South Korea", "in Seoul", or right behind the verb: where somebody goes. */
static int take_destination (aln_telling *c, const finder *f, uint32_t i, int direct) {
  uint32_t most = i + 6 < f->end ? i + 6 : f->end;
  for (; i < most; i++) {
    const aln_mention *m = aln_mention_at (&f->p->mentions, i);
    aln_row row;
    aln_slice w = aln_cut (f->a->text, (aln_span){f->t[i].from, f->t[i].to});
    if (m && (m->kind == ALN_MENTION_PLACE || m->kind == ALN_MENTION_COUNTRY)) {
      if (!direct || (m->to < f->end && is_possessive (f, m->to))) return 0;
      c->place = m;
      c->open = 0;
      if (m->to > c->last) c->last = m->to;
      return 1;
    }
    if (aln_same (w, ALN_LIT ("to"))) direct = c->open = 1;
    else if (aln_same (w, ALN_LIT ("in"))) direct = 1;
    else if (m && m->kind == ALN_MENTION_DEMONYM) continue;
    else if (m || (!word (f, i, "article", &row) && !word (f, i, "town", &row))) return 0;
  }
  return 0;
}

/* -- verbs ---------------------------------------------------------------------------------------- */

/* Whom a verb is with: right behind it, "with" or an adverb or date between. */
static uint32_t take_verb_objects (aln_telling *c, const finder *f) {
  uint32_t i = c->to, most = i + 5 < f->end ? i + 5 : f->end;
  aln_row row;
  for (; i < most; i++) {
    const aln_party *x = actor_at (f, i);
    const aln_timex *d = date_at (f, i);
    if (d) {
      i = behind (f, i, d) - 1;
      continue;
    }
    if (x && get (f, c->row, "host").n && is_possessive (f, x->to)) return i;
    if (x) return take_chain (c, f, x);
    if (word (f, i, "through", &row)) { /* "met members of a Ugandan delegation" */
      i += word (f, i, "through", &row) - 1;
      most = i + 5 < f->end ? i + 5 : f->end;
      continue;
    }
    if (word (f, i, "object", &row)) return take_objects (c, f, i);
    if (word (f, i, "relative", &row)) return i; /* "welcomed that …" */
    if (f->t[i].kind == ALN_TOKEN_MARK || word (f, i, "leads", &row)) break;
  }
  return take_objects (c, f, i);
}

/* "called Prime Minister Kishida", not "called Kishida a friend". */
static int is_titled_name (const finder *f, uint32_t i) {
  const aln_party *x = actor_at (f, i);
  aln_row row;
  if (!x || x->from != i || x->kind != ALN_PARTY_PERSON || x->to - x->from < 2) return 0;
  if (date_at (f, x->to)) return 1; /* "called Anna Berg today" */
  return !aln_mention_at (&f->p->mentions, i) && !word (f, x->to, "article", &row);
}

/* "Koizumi visited a shrine": who acts is at home there. */
static int is_at_home (const aln_telling *c, const finder *f) {
  aln_slice side = c->place ? aln_mention_side (f->a, c->place) : (aln_slice){"", 0};
  for (uint32_t i = 0; i < c->n; i++)
    if (!aln_same (f->actors->list.at[c->who[i]].side, side)) return 0;
  return c->n > 0 && side.n > 0;
}

static int read_verb_trigger (aln_telling *c, const finder *f, aln_slice form) {
  uint32_t head = c->from, objects;
  aln_row row;
  int place = get (f, c->row, "needs").n && is (f, c->row, "needs", "place");
  if (is (f, c->row, "needs", "title") && !is_titled_name (f, c->to))
    return refuse (c, "no post and name behind it");
  settle_form (c, f, form, head);
  c->rule = c->kind == ALN_VISIT ? "verb-visit" : "verb";
  if (place && !take_destination (c, f, c->to, 1)) return refuse (c, "no place behind it");
  if (!place) take_verb_objects (c, f);
  objects = c->n;
  if (is (f, c->row, "needs", "object") && !objects)
    return refuse (c, "nobody behind it whom it was with");
  if (get (f, c->row, "host").n && f->actors->list.at[c->who[0]].kind > ALN_PARTY_POST &&
      f->actors->list.at[c->who[0]].kind != ALN_PARTY_COUNTERPART)
    return refuse (c, "the guest is no person or post");
  c->subjects = (uint32_t)take_subjects (c, f, head, 1);
  if (!c->subjects && word_before (f, head, "frame", &row) != head) {
    take_subject_behind (c, f, c->last);
    c->subjects = c->n - objects;
  }
  if (!c->subjects) return refuse (c, "nobody acts");
  if (place && is_at_home (c, f)) return refuse (c, "the place is where who acts is at home");
  settle_tail (c, f, head);
  if (aln_same (form, ALN_LIT ("ing")) && !c->sure) {
    uint32_t before = word_before (f, head, "frame", &row);
    if (before != head && is (f, row, "frame", "ahead")) c->status = ALN_PLANNED;
  }
  return 1;
}

/* "visit" and "meeting" are verbs behind "to" and "will", or right before a name. */
static int noun_is_verb (const finder *f, const aln_telling *c) {
  aln_slice form = get (f, c->row, "verb"), before = {"", 0};
  aln_row row;
  const aln_party *x = actor_at (f, c->to);
  if (!form.n) return 0;
  if (c->from > f->begin)
    before = aln_cut (f->a->text, (aln_span){f->t[c->from - 1].from, f->t[c->from - 1].to});
  if (aln_same (form, ALN_LIT ("ing")))
    return x && x->kind != ALN_PARTY_SIDE && word_before (f, c->from, "article", &row) == c->from &&
           !is_possessive (f, c->from ? c->from - 1 : 0);
  if (aln_same (form, ALN_LIT ("present")) && !aln_mention_at (&f->p->mentions, c->to)) return 0;
  if (aln_same (before, ALN_LIT ("to")) || aln_same (before, ALN_LIT ("will"))) return 1;
  return aln_mention_at (&f->p->mentions, c->to) != NULL;
}

/* -- all of them ---------------------------------------------------------------------------------- */

static const char *const kind_names[] = {"call",  "meeting",  "talks",    "summit",
                                         "visit", "ceremony", "exercise", "agreement"};

static int kind_of (aln_slice s) {
  for (int i = 0; i < ALN_CONTACT_KINDS; i++)
    if (aln_same (s, aln_slice_of (kind_names[i]))) return i;
  return -1;
}

static int read_trigger (finder *f, uint32_t i, uint32_t len, aln_row row, aln_telling *c) {
  int kind = kind_of (get (f, row, "kind"));
  c->row = row;
  c->from = c->first = i;
  c->to = c->last = i + len;
  if (kind < 0) return refuse (c, "the lexicon has it as what only looks like a contact");
  c->kind = (aln_contact_kind)kind;
  if (is (f, row, "part", "verb")) return read_verb_trigger (c, f, get (f, row, "verb"));
  if (noun_is_verb (f, c)) {
    if (c->kind != ALN_VISIT) return read_verb_trigger (c, f, get (f, row, "verb"));
    settle_form (c, f, get (f, row, "verb"), c->from);
    if (!take_destination (c, f, c->to, 1)) return refuse (c, "no place behind it");
    c->rule = "verb-visit";
    c->subjects = (uint32_t)take_subjects (c, f, c->from, 1);
    settle_tail (c, f, c->from);
    return 1;
  }
  if (c->kind == ALN_VISIT) take_destination (c, f, c->to, 0);
  return read_noun_trigger (c, f);
}

/* "met with Kim for a two-hour meeting": the verb has told it. */
static int is_told_again (const finder *f, const aln_tellings *out, uint32_t i) {
  const aln_telling *before = out->n ? &out->at[out->n - 1] : NULL;
  uint32_t least = i > f->begin + NOUN_MOST ? i - NOUN_MOST : f->begin;
  aln_row row = 0;
  if (!before || before->from < f->begin || strcmp (before->rule, "verb") != 0) return 0;
  if (before->kind > ALN_TALKS || before->status != ALN_HELD) return 0;
  for (uint32_t k = i; k > least && k > before->last + 1; k--) {
    if (word (f, k - 1, "article", &row))
      return is (f, row, "article", "indefinite") &&
             aln_same (aln_cut (f->a->text, (aln_span){f->t[k - 2].from, f->t[k - 2].to}),
                       ALN_LIT ("for"));
    if (ends_phrase (f, k - 1)) return 0;
  }
  return 0;
}

/* What a caption tells is none; a telling else, or the condition that it is not. */
static void try_trigger (finder *f, uint32_t i, uint32_t len, aln_row row, const aln_tellings *out,
                         aln_telling *c) {
  memset (c, 0, sizeof *c);
  c->sentence = f->sentence;
  c->block = f->a->sentence_blocks.at[f->sentence];
  c->first = i;
  c->last = i + len;
  if (f->a->blocks.at[c->block].kind != ALN_PARAGRAPH) {
    refuse (c, "it stands in no paragraph");
  } else if (is (f, row, "part", "noun") && is_told_again (f, out, i)) {
    refuse (c, "what it is for is told by the verb before it");
  } else if (read_trigger (f, i, len, row, c)) {
    c->refused = c->negated ? "denied: there was none" : NULL;
  } else if (!c->refused) {
    refuse (c, "it tells of no contact");
  }
}

static void read_sentence (aln_status *st, aln_arena *room, finder *f, aln_tellings *out,
                           aln_tellings *refused) {
  for (uint32_t i = f->begin; i < f->end && *st == ALN_OK;) {
    aln_row row;
    uint32_t len =
        f->t[i].word ? aln_lexicon_longest (f->x, f->t + i, f->end - i, f->triggers, &row) : 0;
    aln_telling c, *slot;
    aln_tellings *list;
    if (!len) {
      i++;
      continue;
    }
    try_trigger (f, i, len, row, out, &c);
    list = c.refused ? refused : out;
    if (list && (slot = ALN_ADD (st, room, list)) != NULL) *slot = c;
    i += len;
  }
}

/* What is told of before "on the sidelines of" was when and where the other contact was. */
static void share_sidelines (aln_tellings *out) {
  for (uint32_t i = 1; i < out->n; i++) {
    aln_telling *c = &out->at[i], *before = c - 1;
    if (!c->sideline || c->sentence != before->sentence) continue;
    if (!before->date) before->date = c->date;
    if (!c->date) c->date = before->date;
    if (!before->place) before->place = c->place;
    if (!c->place) c->place = before->place;
  }
}

static void place_dates (aln_status *st, aln_arena *room, finder *f) {
  uint32_t i = 0;
  f->date_token = aln_arena_get (st, room, (f->dates->n + 1) * sizeof *f->date_token);
  for (uint32_t d = 0; f->date_token && d < f->dates->n; d++) {
    while (i < f->a->tokens.n && f->t[i].to <= f->dates->at[d].at.from) i++;
    f->date_token[d] = i;
  }
}

void aln_contacts_find (aln_status *st, aln_arena *room, const aln_article *a, const aln_people *p,
                        const aln_parties *actors, const aln_timexes *dates, aln_tellings *out,
                        aln_tellings *refused) {
  finder f = {.a = a, .t = a->tokens.at, .x = a->lexicon, .p = p, .actors = actors, .dates = dates};
  f.triggers = aln_lexicon_kind (f.x, ALN_LIT ("consultations"));
  f.words = aln_lexicon_kind (f.x, ALN_LIT ("consultation_words"));
  f.numbers = aln_number_words_of (f.x);
  place_dates (st, room, &f);
  if (!f.triggers) return;
  for (uint32_t s = 0; s < a->sentences.n && *st == ALN_OK; s++) {
    f.begin = f.end;
    while (f.begin < a->tokens.n && f.t[f.begin].from < a->sentences.at[s].from) f.begin++;
    f.end = f.begin;
    while (f.end < a->tokens.n && f.t[f.end].from < a->sentences.at[s].to) f.end++;
    f.sentence = s;
    if (refused || a->blocks.at[a->sentence_blocks.at[s]].kind == ALN_PARAGRAPH)
      read_sentence (st, room, &f, out, refused);
  }
  share_sidelines (out);
}
