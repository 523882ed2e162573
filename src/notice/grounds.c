/* grounds.c: in: a scene. Out: what the finders of grounds ask of it (grounds.h). */
#include "grounds.h"

#define RIGHT_BEFORE 8u
#define FAR_WORDS 60u /* tokens that are looked at: the nearest to 'to' */

aln_ground *aln_ground_add (aln_status *st, const aln_scene *s, aln_trust trust, aln_span says,
                            const char *rule) {
  aln_ground *g = ALN_ADD (st, s->room, s->out);
  if (!g) return NULL;
  g->trust = trust;
  g->says = says;
  g->rule = rule;
  return g;
}

uint32_t aln_scene_token (const aln_scene *s, uint32_t at) {
  uint32_t low = 0, high = s->a->tokens.n;
  while (low < high) {
    uint32_t mid = low + (high - low) / 2;
    if (s->a->tokens.at[mid].to <= at) low = mid + 1;
    else high = mid;
  }
  return low;
}

uint32_t aln_scene_sentence (const aln_scene *s, uint32_t at) {
  uint32_t low = 0, high = s->a->sentences.n;
  while (low < high) {
    uint32_t mid = low + (high - low) / 2;
    if (s->a->sentences.at[mid].to <= at) low = mid + 1;
    else high = mid;
  }
  return low;
}

int aln_scene_story (const aln_scene *s, uint32_t block) {
  return block < s->a->blocks.n && s->a->blocks.at[block].kind == ALN_PARAGRAPH;
}

static void set_sentences (aln_status *st, aln_scene *s) {
  const aln_article *a = s->a;
  uint32_t i = 0;
  s->begins = aln_arena_get (st, s->room, (a->sentences.n + 1) * sizeof *s->begins);
  s->ends = aln_arena_get (st, s->room, (a->sentences.n + 1) * sizeof *s->ends);
  for (uint32_t k = 0; *st == ALN_OK && k < a->sentences.n; k++) {
    while (i < a->tokens.n && a->tokens.at[i].to <= a->sentences.at[k].from) i++;
    s->begins[k] = i;
    while (i < a->tokens.n && a->tokens.at[i].to <= a->sentences.at[k].to) i++;
    s->ends[k] = i;
  }
}

void aln_scene_set (aln_status *st, aln_scene *s) {
  uint32_t n = 0;
  set_sentences (st, s);
  s->tenures = aln_lexicon_kind (s->a->lexicon, ALN_LIT ("tenures"));
  s->events = aln_lexicon_kind (s->a->lexicon, ALN_LIT ("events"));
  s->words = aln_lexicon_kind (s->a->lexicon, ALN_LIT ("event_words"));
  for (uint32_t i = 0; i < s->a->sentences.n && n < ALN_LEAD; i++) {
    if (!aln_scene_story (s, s->a->sentence_blocks.at[i])) continue;
    if (n == 0) s->lead_from = s->a->sentences.at[i].from;
    for (uint32_t k = n++; k < ALN_LEAD; k++) s->lead_to[k] = s->a->sentences.at[i].to;
  }
}

int aln_scene_leads (const aln_scene *s, uint32_t at, uint32_t n) {
  return at >= s->lead_from && at < s->lead_to[n - 1];
}

uint32_t aln_scene_date (const aln_scene *s, uint32_t at) {
  uint32_t low = 0, high = s->dates->n;
  while (low < high) {
    uint32_t mid = low + (high - low) / 2;
    if (s->dates->at[mid].at.from < at) low = mid + 1;
    else high = mid;
  }
  return low;
}

/* 'away': tokens between the word and the date. */
static int is_sign (aln_slice sign, int plans, uint32_t away) {
  if (aln_same (sign, ALN_LIT ("future"))) return 1;
  if (!plans) return 0;
  return aln_same (sign, ALN_LIT ("plan")) ||
         (away <= RIGHT_BEFORE && aln_same (sign, ALN_LIT ("present")));
}

int aln_scene_future (const aln_scene *s, uint32_t from, uint32_t to, int plans) {
  uint32_t i = aln_scene_token (s, from), end = aln_scene_token (s, to);
  if (end > i + FAR_WORDS) i = end - FAR_WORDS;
  for (; s->words && i < end; i++) {
    aln_row row;
    if (s->a->tokens.at[i].word &&
        aln_lexicon_longest_with (s->a->lexicon, s->a->tokens.at + i, end - i, s->words,
                                  ALN_LIT ("sign"), &row) &&
        is_sign (aln_lexicon_get (s->a->lexicon, row, ALN_LIT ("sign")), plans, end - i))
      return 1;
  }
  return 0;
}

int aln_scene_ordinal (const aln_scene *s, uint32_t i) {
  aln_number_words w = aln_number_words_of (s->a->lexicon);
  aln_number n;
  for (uint32_t len = i < 3 ? i : 3; len > 0; len--)
    if (aln_number_read (&w, s->a->text, s->a->tokens.at + i - len, len, &n) == len)
      return (n.flags & ALN_NUMBER_ORDINAL) && n.whole < 500 ? (int)n.whole : 0;
  return 0;
}

/* -- facts --------------------------------------------------------------------------------------- */

static uint32_t of_kind (const aln_scene *s, uint32_t entry) {
  while (entry && aln_lexicon_row_kind (
                      s->a->lexicon, aln_lexicon_entry (s->a->lexicon, entry)->row) != s->tenures)
    entry = aln_lexicon_entry (s->a->lexicon, entry)->next;
  return entry;
}

static uint32_t named (const aln_scene *s, uint32_t from, uint32_t to) {
  aln_node node = ALN_ROOT;
  for (uint32_t i = from; i < to && node; i++)
    node = aln_lexicon_step (s->a->lexicon, node, s->a->tokens.at[i].word);
  return node ? of_kind (s, aln_lexicon_entries (s->a->lexicon, node)) : 0;
}

uint32_t aln_tenure_entry (const aln_scene *s, const aln_person *p, uint32_t entry) {
  uint32_t found;
  if (entry) return of_kind (s, aln_lexicon_entry (s->a->lexicon, entry)->next);
  found = named (s, p->first, p->last);
  for (uint32_t i = 0; i < p->spans.n && i < 8 && !found; i++) {
    const aln_naming *n = &p->spans.at[i];
    /* one word of a longer name is somebody else's family name as well */
    if (n->kind == ALN_SPAN_NAME && n->to - n->from > 1) found = named (s, n->from, n->to);
  }
  return found;
}

aln_interval aln_fact_days (const aln_lexicon *x, aln_row row) {
  aln_slice to = aln_lexicon_get (x, row, ALN_LIT ("to"));
  aln_slice precision = aln_lexicon_get (x, row, ALN_LIT ("precision"));
  int slack = aln_same (precision, ALN_LIT ("year")) ? 120 : precision.n ? 15 : 0;
  int event = aln_lexicon_get (x, row, ALN_LIT ("office")).n == 0;
  aln_interval d = {aln_dayno_read (aln_lexicon_get (x, row, ALN_LIT ("from"))), ALN_DAY_MAX};
  if (d.first == ALN_NO_DAY) return (aln_interval){ALN_DAY_MAX, ALN_DAY_MIN};
  if (to.n) d.last = aln_dayno_read (to);
  else if (event) d.last = d.first;
  d.first -= slack;
  if (d.last < ALN_DAY_MAX - slack) d.last += slack;
  return d;
}
