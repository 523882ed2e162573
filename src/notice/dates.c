/* dates.c: in: the blocks of an article. Out: timexes: at every clue the longest match of all rules,
   then on behind it. A rule is tried only where its first step can begin. */
#include "dates.h"

#include "../base/bits.h"

#define RULE_SETS 2u /* of 64 rules each */
#define SIGHT 24u    /* clues that the search for a tense looks back */

typedef struct rule_set {
  uint64_t bits[RULE_SETS];
} rule_set;

/* For each class the rules that can begin with it, that can go on with it from their first clue, and
   that may be done with it alone. */
struct aln_date_rules {
  rule_set begins[ALN_CLASSES], follows[ALN_CLASSES], ends[ALN_CLASSES];
};

typedef struct finder {
  aln_article *a;
  aln_clue_kinds *kinds;
  const aln_date_rules *rules;
  aln_clues clues; /* of the block in hand */
  uint32_t block;
} finder;

#define CLASSES (~ALN_STEP_OPT)
#define BIT(class) ALN_BIT (class)
#define PUNCTUATION (BIT (COMMA) | BIT (OPEN) | BIT (CLOSE) | BIT (DASH) | BIT (POSS))
#define LOOSE_ENDS (BIT (COMMA) | BIT (DASH) | BIT (ON) | BIT (OF))

static void note (rule_set *sets, uint64_t classes, uint32_t rule) {
  for (; classes; classes &= classes - 1)
    sets[aln_lowest_bit (classes)].bits[rule / 64] |= UINT64_C (1) << rule % 64;
}

/* The classes that step s can be matched by, with those of the steps behind it where it may be
   missing; *done: all of them may. */
static uint64_t next_classes (const uint64_t *steps, uint32_t s, int *done) {
  uint64_t classes = 0;
  for (; s < ALN_STEPS && steps[s]; s++) {
    classes |= steps[s] & CLASSES;
    *done = 0;
    if (!(steps[s] & ALN_STEP_OPT)) return classes;
  }
  *done = 1;
  return classes;
}

static void note_rule (aln_date_rules *f, uint32_t r) {
  const uint64_t *steps = aln_rules[r].steps;
  for (uint32_t s = 0; s < ALN_STEPS && steps[s]; s++) {
    int done;
    uint64_t first = steps[s] & CLASSES & ~PUNCTUATION; /* no date begins with a mark */
    note (f->follows, next_classes (steps, s + 1, &done), r);
    note (f->begins, first, r);
    if (done) note (f->ends, first, r);
    if (!(steps[s] & ALN_STEP_OPT)) return;
  }
}

const aln_date_rules *aln_date_rules_make (aln_status *st, aln_arena *room, size_t *bytes) {
  aln_date_rules *rules = aln_arena_get (st, room, *bytes = sizeof *rules);
  for (uint32_t r = 0; rules && r < aln_rules_count && r < 64 * RULE_SETS; r++)
    note_rule (rules, r);
  return rules;
}

/* -- matching ------------------------------------------------------------------------------------
 */

static int follows (const aln_clue *c, const aln_clue *next) {
  return next->token == c->token + c->tokens;
}

/* Matches the steps from s on with the clues from i on; the end of the match, 0: none. */
static uint32_t match_steps (const finder *f, const aln_rule *rule, uint32_t s, uint32_t from,
                             uint32_t i, const aln_clue **hit) {
  const aln_clue *c = f->clues.at;
  uint64_t step = s < ALN_STEPS ? rule->steps[s] : 0;
  uint32_t end;
  if (step == 0) return i;
  if (i < f->clues.n && (i == from || follows (&c[i - 1], &c[i])) && (c[i].is & step & CLASSES)) {
    hit[s] = &c[i];
    end = match_steps (f, rule, s + 1, from, i + 1, hit);
    if (end) return end;
  }
  hit[s] = NULL;
  return step & ALN_STEP_OPT ? match_steps (f, rule, s + 1, from, i, hit) : 0;
}

/* A comma or an "on" that was taken for more to come, and did not lead to it, is let go. */
static uint32_t trim (aln_match *m, uint32_t end) {
  for (uint32_t s = ALN_STEPS; s-- > 0;) {
    const aln_clue *c = m->hit[s];
    if (!c) continue;
    if (!(m->rule->steps[s] & ALN_STEP_OPT) || (m->rule->steps[s] & CLASSES & ~LOOSE_ENDS)) break;
    m->hit[s] = NULL;
    end--;
  }
  return end;
}

static void set_scene (const finder *f, aln_match *m, uint32_t i, uint32_t end) {
  const aln_clue *c = f->clues.at;
  const aln_block *b = &f->a->blocks.at[f->block];
  const aln_token *t = f->a->tokens.at;
  uint32_t next = c[end - 1].token + c[end - 1].tokens;
  m->clues = c;
  m->clues_end = c + f->clues.n;
  m->kinds = f->kinds;
  m->text = f->a->text;
  m->end = t + b->tokens_to;
  m->token = t + next;
  m->after = end < f->clues.n && c[end].token == next ? &c[end] : NULL;
  m->before = i > 0 && follows (&c[i - 1], &c[i]) ? &c[i - 1] : NULL;
  m->previous = c[i].token > b->tokens_from ? &t[c[i].token - 1] : NULL;
}

/* The bytes from the first hit to the last; empty where nothing is left. */
static aln_span span_of (const finder *f, const aln_match *m) {
  const aln_token *t = f->a->tokens.at;
  aln_span at = {0, 0};
  for (uint32_t s = 0; s < ALN_STEPS && m->rule->steps[s]; s++) {
    const aln_clue *c = m->hit[s];
    if (!c) continue;
    if (at.to == 0) at.from = t[c->token].from;
    at.to = t[c->token + c->tokens - 1].to;
  }
  return at;
}

/* What a matched rule makes of its clues; 0: it refuses. */
static int read_match (const finder *f, aln_match *m, uint32_t i, uint32_t end, aln_timex *out) {
  aln_timex x = {.hour = -1, .minute = -1, .block = f->block, .rule = m->rule->name};
  set_scene (f, m, i, end);
  if (!m->rule->read (m, &x)) return 0;
  x.at = span_of (f, m);
  if (x.at.to == 0) return 0;
  *out = x;
  return 1;
}

/* Does rule r match at clue i, past 'than'? Returns the clue behind the match, 0: no. */
static uint32_t try_rule (const finder *f, uint32_t r, uint32_t i, uint32_t than, aln_timex *out) {
  aln_match m;
  uint32_t end;
  m.rule = &aln_rules[r];
  end = match_steps (f, m.rule, 0, i, i, m.hit);
  if (end <= i) return 0;
  for (uint32_t s = 0; s < ALN_STEPS; s++)
    if (m.rule->steps[s] == 0) m.hit[s] = NULL;
  end = trim (&m, end);
  return end > i && end > than && read_match (f, &m, i, end, out) ? end : 0;
}

/* The rules that may match at clue i, as it and its neighbour tell. */
static rule_set candidates (const finder *f, uint32_t i) {
  const aln_clue *c = &f->clues.at[i];
  rule_set begin = {{0}}, go_on = {{0}};
  uint64_t next = i + 1 < f->clues.n && follows (c, c + 1) ? c[1].is : 0;
  for (; next; next &= next - 1)
    for (uint32_t s = 0; s < RULE_SETS; s++)
      go_on.bits[s] |= f->rules->follows[aln_lowest_bit (next)].bits[s];
  for (uint64_t is = c->is; is; is &= is - 1)
    for (uint32_t s = 0; s < RULE_SETS; s++)
      begin.bits[s] |= f->rules->begins[aln_lowest_bit (is)].bits[s] &
                       (go_on.bits[s] | f->rules->ends[aln_lowest_bit (is)].bits[s]);
  return begin;
}

/* The longest match at clue i; returns the clue behind it, 0: none. */
static uint32_t match_longest (const finder *f, uint32_t i, aln_timex *best) {
  rule_set rules = candidates (f, i);
  uint32_t best_end = 0;
  for (uint32_t s = 0; s < RULE_SETS; s++)
    for (; rules.bits[s]; rules.bits[s] &= rules.bits[s] - 1) {
      uint32_t r = s * 64 + aln_lowest_bit (rules.bits[s]);
      uint32_t end = try_rule (f, r, i, best_end, best);
      if (end) best_end = end;
    }
  return best_end;
}

/* -- tense ---------------------------------------------------------------------------------------
 */

static int tense_of (const finder *f, uint32_t i) {
  const aln_clue *c = &f->clues.at[i];
  int joined = i > 0 && follows (c - 1, c) && (c[-1].flags & ALN_CLUE_FUTURE); /* be held */
  if (c->is & BIT (MONTH)) return 0;                                           /* May is no verb */
  if ((c->flags & ALN_CLUE_FUTURE) || (joined && (c->flags & ALN_CLUE_PAST))) return 1;
  if (c->flags & ALN_CLUE_PAST) return -1;
  return 0;
}

/* "Thursday's meeting will": the verb of what the date owns stands behind it. */
static int owns (const finder *f, uint32_t end) {
  return end < f->clues.n && (f->clues.at[end].is & BIT (POSS)) &&
         follows (&f->clues.at[end - 1], &f->clues.at[end]);
}

/* "after Monday's vote", "following the Monday talks": it has been. */
static int is_after (const finder *f, uint32_t i) {
  const aln_clue *c = f->clues.at;
  if (i > 0 && follows (&c[i - 1], &c[i]) && (c[i - 1].is & BIT (THE))) i--;
  return i > 0 && follows (&c[i - 1], &c[i]) && (c[i - 1].is & BIT (AFTER));
}

/* Is the date at clues [i, end) before the day of the article (-1) or still to come (+1)? The
   nearest verb before it in its sentence says so, else the first behind it; 0: nobody does. */
static int direction_of (const finder *f, uint32_t i, uint32_t end) {
  const aln_clue *c = f->clues.at;
  int said = 0;
  if (i > 0 && follows (&c[i - 1], &c[i]) && (c[i - 1].flags & ALN_CLUE_UNTIL)) return 2;
  if (i > 0 && follows (&c[i - 1], &c[i]) && tense_of (f, i - 1) < 0) return -2;
  if (is_after (f, i)) return -1;
  for (uint32_t k = 1; k <= SIGHT && k <= i && !said && !owns (f, end); k++) {
    if (c[i - k].flags & ALN_CLUE_STOP) break;
    said = tense_of (f, i - k);
  }
  for (uint32_t k = end; k < end + SIGHT && k < f->clues.n && !said; k++) {
    if (c[k].flags & ALN_CLUE_STOP) break;
    said = tense_of (f, k);
  }
  return said;
}

/* -- blocks --------------------------------------------------------------------------------------
 */

/* -- ranges --------------------------------------------------------------------------------------
 */

#define HAS(i, class) ((i) < f->clues.n && (f->clues.at[i].is & ALN_BIT (class)))

static int joins_range (const finder *f, uint32_t i) { /* clue i is a dash or "to", all adjacent */
  const aln_clue *c = f->clues.at;
  return i + 1 < f->clues.n && (HAS (i, DASH) || HAS (i, TO)) && follows (&c[i - 1], &c[i]) &&
         follows (&c[i], &c[i + 1]);
}

/* "Dec. 5-9", "from Nov. 15 to 26, 2024", "1998-99": the second half, which borrows from the first.
   Returns the clue behind it, 'end' where there is none. */
static uint32_t read_range (const finder *f, uint32_t end, aln_timex *first, aln_timex *second) {
  const aln_clue *c = f->clues.at, *n = c + end + 1;
  const aln_token *t = f->a->tokens.at;
  uint32_t after = end + 2;
  if (!first->month && !first->day && first->unit != ALN_YEAR) return end;
  if (!joins_range (f, end) || first->hour >= 0 || first->part[0]) return end;
  if (!(n->flags & (ALN_CLUE_PLAIN | ALN_CLUE_ORDINAL)) ||
      (after < f->clues.n && follows (n, &c[after]) &&
       (HAS (after, MONTH) || HAS (after, UNIT) || HAS (after, MERIDIEM) || HAS (after, DASH))))
    return end;
  *second = *first;
  second->rule = "end of a range";
  second->mod = NULL;
  if (first->unit == ALN_UNIT_DAY && first->day && HAS (end + 1, DAY) && n->number > first->day)
    second->day = (uint8_t)n->number;
  else if (first->unit == ALN_YEAR && first->how == ALN_HOW_STATED && HAS (end, DASH) &&
           t[n->token].to - t[n->token].from == 2 && n->number > first->year % 100)
    second->year = (int16_t)(first->year - first->year % 100 + (int)n->number);
  else return end;
  second->at = (aln_span){t[n->token].from, t[n->token].to};
  if (first->day && HAS (after, COMMA) && HAS (after + 1, YEAR) && follows (n, &c[after]) &&
      follows (&c[after], &c[after + 1])) {
    first->year = second->year = (int16_t)c[after + 1].number;
    first->how = second->how = ALN_HOW_STATED;
    second->at.to = t[c[after + 1].token].to;
    after += 2;
  }
  return after;
}

static void keep (aln_status *st, finder *f, const aln_timex *x, aln_timexes *out) {
  aln_timex *kept = ALN_ADD (st, &f->a->arena, out);
  if (kept) *kept = *x;
}

static void find_in_block (aln_status *st, finder *f, aln_timexes *out) {
  for (uint32_t i = 0; i < f->clues.n && *st == ALN_OK;) {
    aln_timex x, second;
    uint32_t behind;
    uint32_t end = match_longest (f, i, &x);
    if (!end) {
      i++;
      continue;
    }
    if (x.direction == 0 && (x.how == ALN_HOW_NEAREST || x.how == ALN_HOW_WEEKDAY ||
                             x.how == ALN_HOW_STATED)) /* of the last, dating makes use */
      x.direction = (int8_t)direction_of (f, i, end);
    behind = read_range (f, end, &x, &second);
    keep (st, f, &x, out);
    if (behind > end) {
      second.direction = x.direction;
      keep (st, f, &second, out);
    }
    i = behind;
  }
}

static uint32_t longest_block (const aln_article *a) {
  uint32_t most = 0;
  for (uint32_t b = 0; b < a->blocks.n; b++) {
    uint32_t n = a->blocks.at[b].tokens_to - a->blocks.at[b].tokens_from;
    if (a->blocks.at[b].kind != ALN_BOILERPLATE && n > most) most = n;
  }
  return most;
}

void aln_dates_find (aln_status *st, aln_article *a, aln_timexes *out) {
  aln_clue_kinds kinds;
  aln_arena room = ALN_ARENA_EMPTY; /* for clues, of which nothing is kept */
  finder f = {.a = a, .kinds = &kinds};
  f.rules = (const void *)aln_lexicon_dates (a->lexicon).p;
  aln_clue_kinds_of (a->lexicon, &kinds);
  if (!f.rules || (!kinds.times && !kinds.months && !kinds.weekdays)) return;
  f.clues.cap = longest_block (a) / 2 + 8; /* most have fewer */
  f.clues.at = aln_arena_get (st, &room, f.clues.cap * sizeof *f.clues.at);
  for (uint32_t b = 0; b < a->blocks.n && *st == ALN_OK; b++) {
    const aln_block *block = &a->blocks.at[b];
    if (block->kind == ALN_BOILERPLATE) continue;
    f.block = b;
    f.clues.n = 0; /* the list is used again for every block */
    aln_clues_read (st, &room, &kinds, a->text, a->tokens.at, block->tokens_from, block->tokens_to,
                    &f.clues);
    find_in_block (st, &f, out);
  }
  aln_arena_free (&room);
}

aln_dayno aln_dates_day (const aln_article *a) {
  aln_dayno day = aln_dayno_read (a->dateline.date);
  return day != ALN_NO_DAY ? day : aln_dayno_read (aln_slice_of (a->published));
}
