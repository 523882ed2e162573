/* quotes_told.c: in: the cues of a unit. Out: indirect quotations: what they tell without marks, behind
   "said that", before ", Kim said", beside "according to", behind "Kim:" (quoting.h). */
#include "quoting.h"

#define THAT_REACH 15u /* tokens between "told" and "that" */
#define OBJECT_MAX 80u /* tokens looked at for the end of what is asked */
#define LEAD_MAX 7u    /* tokens of "In a statement on Friday" */
#define TOLD_MAX 2000u /* bytes of what is told: one verb in another may share their words */

/* The token behind a "that" which only whom, when and where stand before; 0: there is none. */
static uint32_t behind_that (const aln_quoting *m, const aln_cue *c, uint32_t end) {
  for (uint32_t k = c->to; k < end && k < c->to + THAT_REACH; k++) {
    uint8_t class = class_of (m, k);
    if (class == ALN_THAT) return k + 1;
    if (c->class == ALN_QUOTED && class == ALN_SAY) /* "quoted by the agency as saying" */
      return class_of (m, k + 1) == ALN_THAT ? k + 2 : k + 1;
    if (m->t[k].kind == ALN_TOKEN_MARK && !(m->t[k].flags & ALN_TOKEN_GLUED)) return 0;
    if (class == ALN_AUX || class == ALN_BE || class == ALN_CONJ || aln_is_cue (&m->speech, k))
      return 0;
    if (k == c->to && c->class == ALN_SAY && class != ALN_PREP && class != ALN_DAYWORD &&
        class != ALN_ADVERB && class != ALN_AUX)
      return 0;
  }
  return 0;
}

/* "…, Kim said." and "…, according to Kim" behind it tell of the whole sentence: where they begin. */
static uint32_t tail_from (const aln_quoting *m, const aln_cue *c, uint32_t end) {
  uint32_t from = c->class == ALN_ACCORDING || c->inverted ? c->at : c->actor.from;
  if (c->joined || from == 0 || mark (m, from - 1) != ',') return end;
  if (c->class == ALN_ACCORDING) return from - 1;
  return is_telling (c) && aln_is_tail (m, aln_cue_tail (m, c), end) ? from - 1 : end;
}

/* "urged Seoul to pay, and the talks go on": what is asked, wanted or judged ends where another clause
   begins; what is said may go on in it. */
static uint32_t object_end (const aln_quoting *m, const aln_cue *c, uint32_t from, uint32_t end) {
  uint32_t high = c->high < end ? c->high : end;
  if (c->class == ALN_SAY || c->class == ALN_TELL || c->class == ALN_CLAIM) return end;
  for (uint32_t i = from + 2; i + 1 < high && i < from + OBJECT_MAX; i++)
    if (mark (m, i) == ',' && class_of (m, i + 1) == ALN_CONJ &&
        m->t[i + 1].to - m->t[i + 1].from == 3) /* and, but, yet */
      return i;
  return end;
}

/* "…, Kim said that", "…, but Kim said": another clause with a teller of its own begins. */
static uint32_t other_from (const aln_quoting *m, const aln_cue *c, uint32_t end) {
  uint32_t from = c->inverted || c->class == ALN_ACCORDING ? c->at : c->actor.from;
  if (c->joined || !is_telling (c) || from < m->from + 3 || c->actor.who) return end;
  if (class_of (m, from - 1) == ALN_CONJ && m->t[from - 1].to - m->t[from - 1].from == 3) from--;
  return mark (m, from - 1) == ',' ? from - 1 : end;
}

/* Where what cue k tells is over: at the next verb of the same speaker ("…, adding", "and said"), or
   at what tells of the whole. */
static uint32_t clause_end (const aln_quoting *m, uint32_t k, uint32_t end) {
  for (uint32_t n = k + 1; n < m->cues.n && n < k + ALN_CUES_BACK && m->cues.at[n].at < end; n++) {
    const aln_cue *next = &m->cues.at[n];
    uint32_t i = tail_from (m, next, end);
    if (i < end || (i = other_from (m, next, end)) < end) return i;
    if (!next->joined || n > k + 1) continue;
    for (i = next->at; i > m->cues.at[k].to && next->at - i < 6; i--) {
      uint8_t c = class_of (m, i - 1);
      if (mark (m, i - 1) != ',' && c != ALN_CONJ && c != ALN_ADVERB && c != ALN_AUX) break;
    }
    return i;
  }
  return end;
}

/* "In a statement on Friday," alone says nothing. */
static int is_lead (const aln_quoting *m, uint32_t from, uint32_t to) {
  uint8_t c = class_of (m, from);
  if (to > from + LEAD_MAX || (c != ALN_PREP && c != ALN_DAYWORD)) return 0;
  for (uint32_t i = from; i < to; i++)
    if (class_of (m, i) == ALN_BE || class_of (m, i) == ALN_AUX) return 0;
  return 1;
}

/* "The talks will go on, Kim said", "The talks, Kim said, will go on". */
static int around_cue (const aln_quoting *m, const aln_cue *c, uint32_t end, uint32_t *from,
                       uint32_t *to) {
  uint32_t subject = c->inverted ? c->at : c->actor.from, tail = aln_cue_tail (m, c);
  *from = m->from;
  if (subject <= m->from + 2 || c->joined || mark (m, subject - 1) != ',') return 0;
  if (c->low > m->from && mark (m, m->from) == '"') return 0;
  *to = !c->inverted && mark (m, tail) == ',' && tail + 1 < end ? end : subject - 1;
  return !is_lead (m, *from, *to);
}

/* '"We will go," Kim said to cheers': the cue has what it tells. */
static int is_spent (const aln_quoting *m, const aln_cue *c) {
  return c->quote != ALN_NO_QUOTE && ends_open (m, c->quote) && !c->joined &&
         words_in (m, &m->marked.at[c->quote]) > ALN_FRAGMENT_WORDS;
}

static int beside_according (const aln_quoting *m, const aln_cue *c, uint32_t end, uint32_t *from,
                             uint32_t *to) {
  uint32_t i = c->actor.to;
  if (c->at > m->from + 1) {
    *from = m->from;
    *to = mark (m, c->at - 1) == ',' ? c->at - 1 : c->at;
    return !(c->low > m->from && mark (m, m->from) == '"');
  }
  while (i < end && mark (m, i) != ',') i++;
  *from = i + 1;
  *to = end;
  return i < end;
}

static int behind_cue (const aln_quoting *m, uint32_t k, uint32_t end, uint32_t *from, uint32_t *to,
                       aln_actor *told) {
  const aln_cue *c = &m->cues.at[k];
  uint32_t i = c->to, that = behind_that (m, c, end);
  if (c->class == ALN_TELL && aln_actor_at (&m->speech, i, that ? that - 1 : c->high, told)) {
    i = told->to;
    while (class_of (m, i) == ALN_DAYWORD) i += m->speech.at[i].len;
    if (!that && aln_is_tail (m, i, end) && class_of (m, i) != ALN_ADVERB) return 0;
  }
  if (that) i = that;
  while (i < end && (mark (m, i) == ',' || mark (m, i) == ':')) i++;
  if (i < end && mark (m, i) == '"') return 0;
  *from = i;
  *to = clause_end (m, k, end);
  *to = object_end (m, c, *from, *to);
  return *to > *from + 1;
}

void aln_give_told (aln_status *st, aln_quoting *m, uint32_t k, uint32_t end) {
  const aln_cue *c = &m->cues.at[k];
  aln_actor told = {0, 0, 0, 0};
  aln_quote *q;
  uint32_t from = 0, to = 0;
  const char *rule = "said-that";
  if (c->class == ALN_CITE || c->class == ALN_UTTER) return;
  if (c->inner && aln_is_unreal (m, c)) return; /* "Kim said she believes": told once */
  if (c->at < m->told && !is_telling (c) && c->class != ALN_ACCORDING) return;
  if (is_spent (m, c) && !behind_that (m, c, end)) return;
  if (c->class == ALN_ACCORDING) {
    if (!beside_according (m, c, end, &from, &to)) return;
    rule = "according";
  } else if (aln_is_tail (m, aln_cue_tail (m, c), end) && mark (m, aln_cue_tail (m, c)) != ':' &&
             !behind_that (m, c, end)) {
    if (c->class > ALN_THINK || !around_cue (m, c, end, &from, &to)) return;
    rule = "said-behind";
  } else if (c->inverted || !behind_cue (m, k, end, &from, &to, &told)) return;
  if (to <= from + 1 || aln_length (span_of (m, from, to)) > TOLD_MAX) return;
  q = aln_quote_add (st, m, from, to);
  if (!q) return;
  if (is_telling (c)) m->told = to;
  q->kind = ALN_INDIRECT;
  q->speaker = c->speaker;
  q->cue = span_of (m, c->at, c->to);
  if (told.to > told.from) q->told = span_of (m, told.from, told.to);
  q->rule = rule;
}

/* "Kim: talks to go on": headlines, and lines of a transcript. */
void aln_give_line (aln_status *st, aln_quoting *m, uint32_t end) {
  aln_actor actor;
  aln_quote *q;
  const aln_mention *name;
  if (m->first < m->last || !aln_actor_at (&m->speech, m->from, end, &actor)) return;
  if (mark (m, actor.to) != ':' || actor.to + 2 >= end) return;
  name = aln_mention_at (m->speech.mentions, actor.head);
  if (!name &&
      (m->a->blocks.at[m->block].kind != ALN_HEADLINE || !aln_can_speak (&m->speakers, &actor)))
    return; /* "2nd Ld-Writethru: …" */
  q = aln_quote_add (st, m, actor.to + 1, end);
  if (!q) return;
  q->kind = ALN_INDIRECT;
  q->speaker = aln_speaker_of (&m->speakers, &actor);
  q->cue = span_of (m, actor.to, actor.to + 1);
  q->rule = "colon";
}
