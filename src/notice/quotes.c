/* quotes.c: in: an article, its people. Out: quotations with their speakers, in text order (quotes.h).
   Unit by unit (a sentence, or the sentences that one quotation holds together): the cues outside of
   marks, then the quotations, then what is told without marks. */
#include "quoting.h"

#include <stdlib.h>

#define DATELINE_REACH 20u /* tokens of a dateline at most */

const char *aln_quote_kind_name (aln_quote_kind k) {
  static const char *const names[] = {"direct", "fragment", "indirect"};
  return names[k];
}

/* -- units ------------------------------------------------------------------------------------------- */

static uint32_t unit_end (const aln_quoting *m) { /* without its last marks */
  uint32_t end = m->to;
  while (end > m->from && (mark (m, end - 1) == '.' || mark (m, end - 1) == '"' ||
                           mark (m, end - 1) == '!' || mark (m, end - 1) == '?'))
    end--;
  return end;
}

/* Who acts in a sentence that tells nothing may be "he" in the next, or speak behind its colon. */
static void note_subject (aln_quoting *m, uint32_t end) {
  aln_actor actor;
  aln_speaker speaker;
  if (m->a->blocks.at[m->block].kind != ALN_PARAGRAPH) return; /* a photographer is no "he" */
  if (!aln_unit_subject (m, m->from, end, &actor)) return;
  if (aln_is_passive (&m->speech, actor.to, end)) return;
  speaker = aln_speaker_of (&m->speakers, &actor);
  if (m->colon) remember (m, &speaker, (aln_span){0, 0});
}

/* The verb of the sentence, not of a clause in it. */
static const aln_cue *main_cue (const aln_quoting *m) {
  for (uint32_t k = 0; k < m->cues.n; k++)
    if (is_telling (&m->cues.at[k]) && !m->cues.at[k].actor.who) return &m->cues.at[k];
  return &m->cues.at[0];
}

/* "Voters want it, Kim said." */
static uint32_t told_by_whole (const aln_quoting *m) {
  const aln_cue *last = m->cues.n ? &m->cues.at[m->cues.n - 1] : NULL;
  return last && aln_tells_whole (m, last, m->to) ? last->at : m->from;
}

static void read_unit (aln_status *st, aln_quoting *m) {
  uint32_t end = unit_end (m);
  aln_cues_find (st, m);
  aln_give_marked (st, m);
  m->told = told_by_whole (m);
  for (uint32_t k = 0; k < m->cues.n && *st == ALN_OK; k++) aln_give_told (st, m, k, end);
  if (*st == ALN_OK) aln_give_line (st, m, end);
  if (*st != ALN_OK) return;
  if (m->cues.n && m->first == m->last) {
    const aln_cue *c = main_cue (m);
    remember (m, &c->speaker, span_of (m, c->at, c->to));
  }
  m->colon = end > m->from && mark (m, end - 1) == ':';
  if (!m->cues.n && m->first == m->last) note_subject (m, end);
}

/* Is the boundary before token i inside a quotation, or between '…?"' and 'Kim asked'? */
static int is_held (const aln_quoting *m, uint32_t i, uint32_t q) {
  uint32_t k;
  if (q >= m->marked.n || opens (m, q) >= i) return 0;
  if (i <= m->marked.at[q].to && m->marked.at[q].closed) return 1;
  if (i < m->marked.at[q].to) return 1;
  if (behind (m, q) != i) return 0;
  if (mark (m, i) == '-') return 1; /* '"No." -- Kim' */
  if (mark (m, i - 2) != '?' && mark (m, i - 2) != '!') return 0;
  for (k = i; k < i + 8 && k < m->speech.n && !(m->t[k].flags & ALN_TOKEN_BLOCK); k++) {
    if (mark (m, k) == '.') return 0;
    if (m->speech.at[k].class == ALN_SAY && m->speech.at[k].form != ALN_ING)
      return k + m->speech.at[k].len >= m->speech.n ||
             aln_is_tail (m, k + m->speech.at[k].len, m->speech.n);
  }
  return 0;
}

static void end_unit (aln_status *st, aln_quoting *m, uint32_t to) {
  m->to = to;
  m->last = m->first;
  while (m->last < m->marked.n && opens (m, m->last) < to) m->last++;
  if (to > m->from) read_unit (st, m);
  m->first = m->last;
  m->from = to;
}

/* The last quotation that is not nested and opens before token i; *seen: how far was looked. */
static uint32_t outer_before (const aln_quoting *m, uint32_t outer, uint32_t i, uint32_t *seen) {
  for (; *seen < m->marked.n && opens (m, *seen) < i; ++*seen)
    if (m->marked.at[*seen].depth == 0) outer = *seen;
  return outer;
}

/* The first token behind "SEOUL, Dec. 20 (Yonhap) --", where the block begins so. */
static uint32_t behind_dateline (const aln_quoting *m, const aln_block *block) {
  uint32_t i = block->tokens_from;
  const aln_mention *place = aln_mention_at (m->speech.mentions, i);
  if (!m->a->dateline.place.n || !(place || m->t[i].shape == ALN_SHAPE_CAPS)) return i;
  if (place && place->kind == ALN_MENTION_PERSON) return i;
  for (; i < block->tokens_to && i < block->tokens_from + DATELINE_REACH; i++) {
    if (mark (m, i) == '"') break;
    if (mark (m, i) == '-' && !(m->t[i].flags & ALN_TOKEN_GLUED) && i + 1 < block->tokens_to)
      return i + 1;
  }
  return block->tokens_from;
}

static void read_block (aln_status *st, aln_quoting *m, uint32_t b, uint32_t *sentence) {
  const aln_block *block = &m->a->blocks.at[b];
  uint32_t i = block->tokens_from, q = m->first, seen = q;
  m->block = b;
  m->from = behind_dateline (m, block);
  m->before_in_block = 0;
  if (!(q < m->marked.n && m->marked.at[q].goes_on)) m->paragraph_quote = ALN_NO_QUOTE;
  while (*sentence < m->a->sentences.n && m->a->sentence_blocks.at[*sentence] < b) ++*sentence;
  for (; *sentence < m->a->sentences.n && m->a->sentence_blocks.at[*sentence] == b; ++*sentence) {
    uint32_t start = m->a->sentences.at[*sentence].from;
    while (i < block->tokens_to && m->t[i].from < start) i++;
    q = outer_before (m, q, i, &seen);
    if (i > m->from && !is_held (m, i, q)) end_unit (st, m, i);
  }
  end_unit (st, m, block->tokens_to);
}

/* -- all of it --------------------------------------------------------------------------------------- */

static int by_place (const void *a, const void *b) {
  const aln_quote *x = a, *y = b;
  if (x->text.from != y->text.from)
    return (x->text.from > y->text.from) - (x->text.from < y->text.from);
  return (x->id > y->id) - (x->id < y->id);
}

/* In text order, with every 'continues' led to its new place. */
static void sort (aln_status *st, aln_quoting *m) {
  uint32_t *place = aln_arena_get (st, m->room, (m->out->n + 1) * sizeof *place);
  if (!place || m->out->n == 0) return;
  qsort (m->out->at, m->out->n, sizeof *m->out->at, by_place);
  for (uint32_t i = 0; i < m->out->n; i++) place[m->out->at[i].id] = i;
  for (uint32_t i = 0; i < m->out->n; i++)
    if (m->out->at[i].continues) m->out->at[i].continues = place[m->out->at[i].continues - 1] + 1;
}

void aln_quotes_find (aln_status *st, aln_arena *room, const aln_article *a,
                      const aln_people *people, aln_quotes *out) {
  aln_quoting m = {
      .a = a, .t = a->tokens.at, .room = room, .out = out, .paragraph_quote = ALN_NO_QUOTE};
  uint32_t sentence = 0;
  aln_speech_read (st, room, a, &people->mentions, &m.speech);
  aln_speakers_open (st, room, &m.speech, people, &m.speakers);
  aln_marks_pair (st, room, a, &m.marked);
  for (uint32_t b = 0; b < a->blocks.n && *st == ALN_OK; b++) {
    const aln_block *block = &a->blocks.at[b];
    if (block->kind == ALN_BOILERPLATE || block->tokens_to <= block->tokens_from) continue;
    read_block (st, &m, b, &sentence);
  }
  sort (st, &m);
}
