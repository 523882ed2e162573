/* quotes_cues.c: in: the tokens of a unit outside of its marks. Out: its cues, the verbs of saying,
   each with who speaks (quoting.h). */
#include "quoting.h"

#define APPOSED_REACH 10u /* tokens between a role and the comma before its name */
#define LEADS 3u
#define INNER_REACH 20u /* tokens between "said" and the subject of a cue in what is said */

/* "said former governor and party chief Ed Berg": a name further on is the head. */
static void reach_name (const aln_quoting *m, uint32_t high, aln_actor *actor) {
  for (uint32_t i = actor->to; i < high && i < actor->to + ALN_NAME_REACH; i++) {
    const aln_mention *n = aln_mention_at (m->speech.mentions, i);
    uint8_t c = class_of (m, i);
    if (n && n->kind == ALN_MENTION_PERSON) {
      actor->to = n->to;
      actor->head = n->to - 1;
      return;
    }
    if (m->t[i].kind == ALN_TOKEN_MARK || (c != ALN_CONJ && c != ALN_ROLE && c != ALN_SPEECH_NONE))
      return;
  }
}

/* "said the envoy to the talks, Colonel Anna Berg.": the name behind the comma is the head. */
static void reach_apposed (const aln_quoting *m, uint32_t high, aln_actor *actor) {
  const aln_mention *name;
  uint32_t i = actor->to;
  while (i < high && i < actor->to + APPOSED_REACH && m->t[i].kind == ALN_TOKEN_WORD &&
         !aln_is_cue (&m->speech, i) && class_of (m, i) != ALN_WHO)
    i++;
  if (i >= high || mark (m, i) != ',') return;
  for (i++; i < high && !aln_mention_at (m->speech.mentions, i); i++)
    if (m->t[i].kind != ALN_TOKEN_WORD || m->t[i].shape == ALN_SHAPE_LOWER) return;
  name = i < high ? aln_mention_at (m->speech.mentions, i) : NULL;
  if (!name || name->kind != ALN_MENTION_PERSON) return;
  if (name->to < high && (m->t[name->to].kind != ALN_TOKEN_MARK || mark (m, name->to) == '\'') &&
      class_of (m, name->to) != ALN_PREP)
    return;
  actor->to = name->to;
  actor->head = name->to - 1;
}

/* "said Kim, who …", "said the ministry in a release": what follows is no clause of its own. */
static int is_inverted (const aln_quoting *m, const aln_cue *c, aln_actor *actor) {
  uint8_t next;
  int beside = c->at == c->low; /* right behind a quotation, or at the start */
  if ((c->class != ALN_SAY && c->class != ALN_UTTER) || c->form == ALN_ING) return 0;
  if (!beside && mark (m, c->at - 1) != ',') return 0;
  if (!aln_actor_at (&m->speech, c->to, c->high, actor)) return 0;
  if (m->speech.at[actor->from].class >= ALN_PRONOUN && !beside) return 0;
  if (!beside && !aln_can_speak (&m->speakers, actor)) return 0; /* "Kim, 40, said plans in" */
  if (actor->to >= c->high) return beside || c->high == m->to;
  next = class_of (m, actor->to);
  if (next == ALN_CONJ) reach_name (m, c->high, actor);
  else if (class_of (m, actor->head) == ALN_ROLE) reach_apposed (m, c->high, actor);
  return beside || m->t[actor->to].kind == ALN_TOKEN_MARK || next == ALN_PREP || next == ALN_WHO ||
         next == ALN_DAYWORD;
}

/* The subject of the sentence; what cannot speak before a comma introduces it: "Minutes later, she". */
int aln_unit_subject (aln_quoting *m, uint32_t low, uint32_t high, aln_actor *out) {
  aln_actor next;
  if (!aln_actor_first (&m->speech, low, high, out)) return 0;
  next = *out;
  for (uint32_t k = 0; k < LEADS && !aln_can_speak (&m->speakers, &next); k++) {
    if (mark (m, next.to) != ',' || !aln_actor_first (&m->speech, next.to + 1, high, &next))
      return 1;
    if (aln_can_speak (&m->speakers, &next)) *out = next;
  }
  return 1;
}

/* "…, adding", "and said": who spoke before in the unit, or else the unit's subject. */
static int share_actor (aln_quoting *m, aln_cue *c) {
  uint32_t high = m->first < m->last && m->marked.at[m->first].from - 1 < c->at
                      ? m->marked.at[m->first].from - 1
                      : c->at;
  for (uint32_t k = m->cues.n; k > 0 && m->cues.n - k < ALN_CUES_BACK; k--) {
    const aln_cue *before = &m->cues.at[k - 1];
    if (before->class == ALN_ACCORDING || before->class == ALN_CITE) continue;
    if (before->actor.who || before->inner) continue;
    c->speaker = before->speaker;
    c->actor = (aln_actor){c->at, c->at, c->at, 0};
    return 1;
  }
  if (!aln_unit_subject (m, m->from, high, &c->actor)) return 0;
  if (m->t[c->actor.head].kind == ALN_TOKEN_NUMBER) return 0;
  c->speaker = aln_speaker_of (&m->speakers, &c->actor);
  return 1;
}

/* "released a statement saying", "wrote to Kim saying": it is the subject who says so. */
static int is_object (const aln_quoting *m, const aln_cue *c) {
  uint32_t i = c->actor.from;
  if (c->form != ALN_ING || i <= m->from + 1 || i <= c->low) return 0;
  if (m->speech.at[c->actor.head].class == ALN_TEXT) return 1;
  return class_of (m, i - 1) == ALN_AUX || !aln_can_speak (&m->speakers, &c->actor);
}

/* Does it stand in what the cue before it tells, with no comma and no "and" between? */
static int is_inner (const aln_quoting *m, const aln_cue *c) {
  const aln_cue *before = m->cues.n ? &m->cues.at[m->cues.n - 1] : NULL;
  if (!before || before->high != c->high || c->joined || c->inverted) return 0;
  if (before->class == ALN_CITE || before->class == ALN_UTTER || before->inverted) return 0;
  if (c->actor.from < before->to || c->actor.from > before->to + INNER_REACH) return 0;
  for (uint32_t i = before->to; i < c->actor.from; i++)
    if (class_of (m, i) == ALN_CONJ || mark (m, i) == ',' || mark (m, i) == ':') return 0;
  return 1;
}

/* "the agency quoted Kim as saying", "quoted Kim at the forum as saying": Kim speaks. */
static int is_quoting (const aln_quoting *m, const aln_cue *c, aln_actor *whom) {
  uint32_t i;
  if (c->class != ALN_SAY || c->form == ALN_ING) return 0;
  if (!aln_actor_at (&m->speech, c->to, c->high, whom)) return 0;
  for (i = whom->to; i + 1 < c->high && i < whom->to + APPOSED_REACH && !is_as (m, i); i++)
    if (m->t[i].kind == ALN_TOKEN_MARK || aln_is_cue (&m->speech, i)) return 0;
  return i + 1 < c->high && is_as (m, i) && m->speech.at[i + 1].form == ALN_ING &&
         class_of (m, i + 1) == ALN_SAY;
}

static int find_speaker (aln_quoting *m, aln_cue *c) {
  int joined = 0, any;
  aln_actor whom;
  if (c->class == ALN_ACCORDING || c->class == ALN_CITE)
    any = aln_actor_at (&m->speech, c->to, c->high, &c->actor);
  else {
    c->inverted = (uint8_t)is_inverted (m, c, &c->actor);
    if (!c->inverted && c->at == c->low && c->form == ALN_BASE)
      return 0; /* '"Fraud" claims rose' */
    any = c->inverted || aln_actor_before (&m->speech, c->low, c->at, &c->actor, &joined);
    if (!any) joined = joined || c->low > m->from;
    else if (!c->inverted && is_object (m, c)) joined = 1;
  }
  c->joined = (uint8_t)joined;
  if (joined) return share_actor (m, c);
  if (!any || m->t[c->actor.head].kind == ALN_TOKEN_NUMBER) return 0; /* "May 1, 2024, warning" */
  c->speaker = aln_speaker_of (&m->speakers, is_quoting (m, c, &whom) ? &whom : &c->actor);
  if ((c->class == ALN_SAY || c->class == ALN_TELL) && c->form == ALN_PAST)
    aln_remember_thing (&m->speakers, &c->actor, &c->speaker);
  return 1;
}

static void add_cue (aln_status *st, aln_quoting *m, uint32_t i, aln_cue c) {
  const aln_speech_word *w = &m->speech.at[i];
  aln_cue *kept;
  c.at = i;
  c.to = i + w->len;
  c.class = w->class;
  c.form = w->form;
  if (c.to > c.high || aln_is_no_verb (&m->speech, c.low, i)) return;
  if (!find_speaker (m, &c)) return;
  c.inner = (uint8_t)is_inner (m, &c);
  kept = ALN_ADD (st, m->room, &m->cues);
  if (kept) *kept = c;
}

/* In the stretch [low, high) behind quotation 'quote'. */
static void find_cues_in (aln_status *st, aln_quoting *m, uint32_t low, uint32_t high,
                          uint32_t quote) {
  for (uint32_t i = low; i < high && *st == ALN_OK; i++) {
    if (!aln_is_cue (&m->speech, i)) continue;
    add_cue (st, m, i, (aln_cue){.low = low, .high = high, .quote = quote});
    i += m->speech.at[i].len - 1u;
  }
}

static uint32_t next_outer (const aln_quoting *m,
                            uint32_t q) { /* the next one that is not nested */
  for (q++; q < m->last && m->marked.at[q].depth; q++) continue;
  return q;
}

void aln_cues_find (aln_status *st, aln_quoting *m) {
  uint32_t low = m->from, before = ALN_NO_QUOTE;
  m->cues.n = 0;
  for (uint32_t q = m->first; q < m->last; q = next_outer (m, q)) {
    find_cues_in (st, m, low, opens (m, q), before);
    low = behind (m, q);
    before = q;
  }
  find_cues_in (st, m, low, m->to, before);
}

/* -- what a cue tells -------------------------------------------------------------------------------- */

/* Nothing that is said follows. */
int aln_is_tail (const aln_quoting *m, uint32_t i, uint32_t end) {
  uint8_t c;
  if (i >= end || m->t[i].kind == ALN_TOKEN_MARK) return 1;
  c = class_of (m, i);
  return c == ALN_PREP || c == ALN_DAYWORD || c == ALN_ADVERB;
}

/* Behind the verb and whom it names: "said", "said Kim", "told Yonhap". */
uint32_t aln_cue_tail (const aln_quoting *m, const aln_cue *c) {
  aln_actor told;
  if (c->inverted) return c->actor.to;
  if (c->class == ALN_TELL && aln_actor_at (&m->speech, c->to, c->high, &told)) return told.to;
  return c->to;
}

/* "Kim said he believes", "Kim said that voters will say": whose words they are, Kim answers for. */
int aln_is_unreal (const aln_quoting *m, const aln_cue *c) {
  if (!is_telling (c) || m->speech.at[c->actor.head].class == ALN_IT) return 1;
  for (uint32_t i = c->actor.to; i < c->at; i++)
    if (class_of (m, i) == ALN_AUX && (m->a->text.p[m->t[i].from] | 32) != 'h') return 1;
  return 0;
}

/* 'he did "what we asked," Kim said': who tells the whole sentence, behind it. */
int aln_tells_whole (const aln_quoting *m, const aln_cue *c, uint32_t end) {
  uint32_t from = c->inverted || c->class == ALN_ACCORDING ? c->at : c->actor.from;
  if (c->joined || c->inner || from <= m->from) return 0;
  if (!is_telling (c) && c->class != ALN_ACCORDING) return 0;
  return (mark (m, from - 1) == ',' || mark (m, from - 1) == '"') &&
         aln_is_tail (m, aln_cue_tail (m, c), end);
}
