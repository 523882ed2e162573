/* dates.c: in: the blocks of an article. Out: timexes: at every clue the longest match of all rules,
   then on behind it. A rule is tried only where its first step can begin. */
#include "dates.h"

#define RULES_MAX 96u
#define SIGHT 24u /* clues that the search for a tense looks back */

typedef struct finder {
  aln_article *a;
  aln_clue_kinds kinds;
  uint64_t begins[RULES_MAX]; /* for each rule the classes it can begin with */
  uint64_t any;
  aln_clues clues; /* of the block in hand */
  uint32_t block;
} finder;

#define CLASSES (~(ALN_STEP_OPT | ALN_STEP_OUT))
#define PUNCTUATION                                                                                \
  ((UINT64_C (1) << ALN_C_COMMA) | (UINT64_C (1) << ALN_C_OPEN) | (UINT64_C (1) << ALN_C_CLOSE) |  \
   (UINT64_C (1) << ALN_C_DASH) | (UINT64_C (1) << ALN_C_POSS))
#define LOOSE_ENDS                                                                                 \
  ((UINT64_C (1) << ALN_C_COMMA) | (UINT64_C (1) << ALN_C_DASH) | (UINT64_C (1) << ALN_C_ON) |     \
   (UINT64_C (1) << ALN_C_OF))

static void note_beginnings (finder *f) {
  for (uint32_t r = 0; r < aln_rules_count && r < RULES_MAX; r++) {
    const uint64_t *s = aln_rules[r].steps;
    f->begins[r] = 0;
    do f->begins[r] |= *s & CLASSES;
    while ((*s++ & ALN_STEP_OPT) && *s);
    f->begins[r] &= ~PUNCTUATION; /* no date begins with a mark */
    f->any |= f->begins[r];
  }
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
  m->clues_end = c + f->clues.n;
  m->kinds = &f->kinds;
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
    if (!c || (m->rule->steps[s] & ALN_STEP_OUT)) continue;
    if (at.to == 0) at.from = t[c->token].from;
    at.to = t[c->token + c->tokens - 1].to;
  }
  return at;
}

/* The longest match at clue i; returns the clue behind it, 0: none. */
static uint32_t match_longest (const finder *f, uint32_t i, aln_timex *best) {
  uint32_t best_end = 0;
  for (uint32_t r = 0; r < aln_rules_count; r++) {
    aln_match m = {&aln_rules[r], {NULL}, NULL, NULL, NULL, NULL, {NULL, 0}, NULL, NULL, NULL};
    aln_timex x = {.hour = -1, .minute = -1, .block = f->block, .rule = aln_rules[r].name};
    uint32_t end;
    if (!(f->begins[r] & f->clues.at[i].is)) continue;
    end = match_steps (f, m.rule, 0, i, i, m.hit);
    if (end) end = trim (&m, end);
    if (end <= i || end <= best_end) continue;
    set_scene (f, &m, i, end);
    if (!m.rule->read (&m, &x)) continue;
    x.at = span_of (f, &m);
    if (x.at.to == 0) continue;
    *best = x;
    best_end = end;
  }
  return best_end;
}

/* -- tense ---------------------------------------------------------------------------------------
 */

static int tense_of (const finder *f, uint32_t i) {
  const aln_clue *c = &f->clues.at[i];
  if (c->flags & ALN_CLUE_FUTURE) return 1;
  if (c->flags & ALN_CLUE_PAST) return -1;
  return 0;
}

/* "Thursday's meeting will": the verb of what the date owns stands behind it. */
static int owns (const finder *f, uint32_t end) {
  return end < f->clues.n && (f->clues.at[end].is & (UINT64_C (1) << ALN_C_POSS)) &&
         follows (&f->clues.at[end - 1], &f->clues.at[end]);
}

/* Is the date at clues [i, end) before the day of the article (-1) or still to come (+1)? The
   nearest verb before it in its sentence says so, else the first behind it; 0: nobody does. */
static int direction_of (const finder *f, uint32_t i, uint32_t end) {
  const aln_clue *c = f->clues.at;
  int said = 0;
  if (i > 0 && follows (&c[i - 1], &c[i]) && (c[i - 1].flags & ALN_CLUE_UNTIL)) return 2;
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

static void find_in_block (aln_status *st, finder *f, aln_timexes *out) {
  for (uint32_t i = 0; i < f->clues.n && *st == ALN_OK;) {
    aln_timex x, *kept;
    uint32_t end = f->clues.at[i].is & f->any ? match_longest (f, i, &x) : 0;
    if (!end) {
      i++;
      continue;
    }
    if (x.direction == 0 && (x.how == ALN_HOW_NEAREST || x.how == ALN_HOW_WEEKDAY ||
                             x.how == ALN_HOW_STATED)) /* of the last, dating makes use */
      x.direction = (int8_t)direction_of (f, i, end);
    kept = ALN_ADD (st, &f->a->arena, out);
    if (kept) *kept = x;
    i = end;
  }
}

void aln_dates_find (aln_status *st, aln_article *a, aln_timexes *out) {
  finder f = {a, aln_clue_kinds_of (a->lexicon), {0}, 0, {NULL, 0, 0}, 0};
  if (!f.kinds.times && !f.kinds.months && !f.kinds.weekdays) return;
  note_beginnings (&f);
  for (uint32_t b = 0; b < a->blocks.n && *st == ALN_OK; b++) {
    const aln_block *block = &a->blocks.at[b];
    if (block->kind == ALN_BOILERPLATE) continue;
    f.block = b;
    f.clues.n = 0; /* the list is used again for every block */
    aln_clues_read (st, &a->arena, &f.kinds, a->text, a->tokens.at, block->tokens_from,
                    block->tokens_to, &f.clues);
    find_in_block (st, &f, out);
  }
}

aln_day aln_dates_day (const aln_article *a) {
  aln_day day = aln_day_read (a->dateline.date);
  return day != ALN_NO_DAY ? day : aln_day_read (aln_slice_of (a->published));
}
