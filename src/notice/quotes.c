/* quotes.c: in: tokens, people. Out: quotations with their speakers (quotes.h).
   Unit by unit (a sentence, or the sentences that one quotation holds together): the cues outside of
   marks, then the quotations, then what is told without marks. */
#include "quotes.h"

#include "marks.h"

#include <stdlib.h>

#define APPOSED_REACH 10u /* tokens between a role and the comma before its name */
#define FRAGMENT_WORDS 3u
#define NAME_REACH 12u
#define THAT_REACH 15u /* tokens between "told" and "that" */
#define CUES_BACK 6u
#define INNER_REACH 20u /* tokens between "said" and the subject of a cue in what is said */
#define NAMED_REACH 7u  /* tokens between "called" and the name */
#define LINE_NAME 4u    /* tokens of a name before its line in a transcript */
#define OBJECT_MAX 80u  /* tokens looked at for the end of what is asked */
#define LEAD_MAX 7u     /* tokens of "In a statement on Friday" */
#define LEADS 3u
#define TOLD_MAX 2000u     /* bytes of what is told: one verb in another may share their words */
#define DATELINE_REACH 20u /* tokens of a dateline at most */
#define MARKS_BEFORE 6u    /* tokens before a quotation that may all be marks */
#define NONE UINT32_MAX

typedef struct cue {
  uint32_t at, to;    /* tokens */
  uint32_t low, high; /* the stretch without marks that it stands in */
  uint32_t quote;     /* the quotation before that stretch; NONE */
  uint8_t class, form;
  uint8_t inverted; /* "said Kim" */
  uint8_t joined;   /* its subject stands further on: "…, adding" */
  uint8_t inner;    /* it is part of what the cue before tells: "Kim said she believes" */
  aln_actor actor;
  aln_speaker speaker;
} cue;

typedef struct maker {
  const aln_article *a;
  const aln_token *t;
  aln_arena *room;
  aln_speech speech;
  aln_speakers speakers;
  aln_markeds marked;
  ALN_LIST (cue) cues; /* of the unit */
  aln_quotes *out;
  uint32_t from, to;    /* tokens of the unit */
  uint32_t first, last; /* its quotations, in marked: [first, last) */
  uint32_t block;
  uint32_t paragraph_quote; /* the newest quotation of the paragraph, in out; NONE */
  aln_speaker before;       /* who spoke, or was spoken of, last */
  aln_span before_cue;
  int before_in_block; /* in this paragraph */
  int colon;           /* the unit before ended in a colon */
  uint32_t told;       /* up to this token somebody tells the sentence: "Kim said voters want" */
} maker;

const char *aln_quote_kind_name (aln_quote_kind k) {
  static const char *const names[] = {"direct", "fragment", "indirect"};
  return names[k];
}

static char mark (const maker *m, uint32_t i) { return aln_speech_mark (&m->speech, i); }
static uint8_t class_of (const maker *m, uint32_t i) {
  return i < m->to ? m->speech.at[i].class : ALN_SPEECH_NONE;
}

static aln_span span_of (const maker *m, uint32_t from, uint32_t to) {
  return (aln_span){m->t[from].from, m->t[to - 1].to};
}

/* -- cues ------------------------------------------------------------------------------------------ */

/* "said former governor and party chief Ed Berg": a name further on is the head. */
static void reach_name (const maker *m, uint32_t high, aln_actor *actor) {
  for (uint32_t i = actor->to; i < high && i < actor->to + NAME_REACH; i++) {
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
static void reach_apposed (const maker *m, uint32_t high, aln_actor *actor) {
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
static int is_inverted (const maker *m, const cue *c, aln_actor *actor) {
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
static int first_actor (maker *m, uint32_t low, uint32_t high, aln_actor *out) {
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
static int share_actor (maker *m, cue *c) {
  uint32_t high = m->first < m->last && m->marked.at[m->first].from - 1 < c->at
                      ? m->marked.at[m->first].from - 1
                      : c->at;
  for (uint32_t k = m->cues.n; k > 0 && m->cues.n - k < CUES_BACK; k--) {
    const cue *before = &m->cues.at[k - 1];
    if (before->class == ALN_ACCORDING || before->class == ALN_CITE) continue;
    if (before->actor.who || before->inner) continue;
    c->speaker = before->speaker;
    c->actor = (aln_actor){c->at, c->at, c->at, 0};
    return 1;
  }
  if (!first_actor (m, m->from, high, &c->actor)) return 0;
  if (m->t[c->actor.head].kind == ALN_TOKEN_NUMBER) return 0;
  c->speaker = aln_speaker_of (&m->speakers, &c->actor);
  return 1;
}

/* "released a statement saying", "wrote to Kim saying": it is the subject who says so. */
static int is_object (const maker *m, const cue *c) {
  uint32_t i = c->actor.from;
  if (c->form != ALN_ING || i <= m->from + 1 || i <= c->low) return 0;
  if (m->speech.at[c->actor.head].class == ALN_TEXT) return 1;
  return class_of (m, i - 1) == ALN_AUX || !aln_can_speak (&m->speakers, &c->actor);
}

/* Does it stand in what the cue before it tells, with no comma and no "and" between? */
static int is_inner (const maker *m, const cue *c) {
  const cue *before = m->cues.n ? &m->cues.at[m->cues.n - 1] : NULL;
  if (!before || before->high != c->high || c->joined || c->inverted) return 0;
  if (before->class == ALN_CITE || before->class == ALN_UTTER || before->inverted) return 0;
  if (c->actor.from < before->to || c->actor.from > before->to + INNER_REACH) return 0;
  for (uint32_t i = before->to; i < c->actor.from; i++)
    if (class_of (m, i) == ALN_CONJ || mark (m, i) == ',' || mark (m, i) == ':') return 0;
  return 1;
}

static int is_as (const maker *m, uint32_t i) { /* "known as", "as the" */
  if (i > m->from && class_of (m, i) == ALN_DET) i--;
  return class_of (m, i) == ALN_CONJ && m->t[i].to - m->t[i].from == 2;
}

/* "the agency quoted Kim as saying", "quoted Kim at the forum as saying": Kim speaks. */
static int is_quoting (const maker *m, const cue *c, aln_actor *whom) {
  uint32_t i;
  if (c->class != ALN_SAY || c->form == ALN_ING) return 0;
  if (!aln_actor_at (&m->speech, c->to, c->high, whom)) return 0;
  for (i = whom->to; i + 1 < c->high && i < whom->to + APPOSED_REACH && !is_as (m, i); i++)
    if (m->t[i].kind == ALN_TOKEN_MARK || aln_is_cue (&m->speech, i)) return 0;
  return i + 1 < c->high && is_as (m, i) && m->speech.at[i + 1].form == ALN_ING &&
         class_of (m, i + 1) == ALN_SAY;
}

static int find_speaker (maker *m, cue *c) {
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

static uint32_t opens (const maker *m, uint32_t q) { return m->marked.at[q].from - 1; }
static uint32_t behind (const maker *m, uint32_t q) { /* the token behind its closing mark */
  const aln_marked *k = &m->marked.at[q];
  return k->closed ? k->to + 1 : k->to;
}

static void add_cue (aln_status *st, maker *m, uint32_t i, cue c) {
  const aln_speech_word *w = &m->speech.at[i];
  cue *kept;
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
static void find_cues_in (aln_status *st, maker *m, uint32_t low, uint32_t high, uint32_t quote) {
  for (uint32_t i = low; i < high && *st == ALN_OK; i++) {
    if (!aln_is_cue (&m->speech, i)) continue;
    add_cue (st, m, i, (cue){.low = low, .high = high, .quote = quote});
    i += m->speech.at[i].len - 1u;
  }
}

static uint32_t next_outer (const maker *m, uint32_t q) { /* the next one that is not nested */
  for (q++; q < m->last && m->marked.at[q].depth; q++) continue;
  return q;
}

static void find_cues (aln_status *st, maker *m) {
  uint32_t low = m->from, before = NONE;
  m->cues.n = 0;
  for (uint32_t q = m->first; q < m->last; q = next_outer (m, q)) {
    find_cues_in (st, m, low, opens (m, q), before);
    low = behind (m, q);
    before = q;
  }
  find_cues_in (st, m, low, m->to, before);
}

/* -- the cue of a quotation ------------------------------------------------------------------------ */

typedef struct found {
  const cue *by; /* NULL: no cue of its own */
  aln_speaker speaker;
  aln_span cue;
  int led;       /* 1: a cue of its own, or that of the quotation before: the next may share it */
  uint32_t skip; /* tokens of the name at its beginning: "BERG:" */
  const char *rule;
} found;

static int stands_close (char c) { return c == ',' || c == ':' || c == '-'; }

static int ends_open (const maker *m, uint32_t q) { /* "…," or "…?": something may follow */
  const aln_marked *k = &m->marked.at[q];
  char in = mark (m, k->to - 1), out = k->closed ? mark (m, k->to + 1) : 0;
  return in == ',' || in == '?' || in == '!' || in == '-' || out == ',' || out == '-';
}

/* The last cue before token i, the first behind it; cues stand in order. */
static uint32_t cues_before (const maker *m, uint32_t i) {
  uint32_t low = 0, high = m->cues.n;
  while (low < high) {
    uint32_t mid = low + (high - low) / 2;
    if (m->cues.at[mid].at < i) low = mid + 1;
    else high = mid;
  }
  return low;
}

static int is_telling (const cue *c) {
  return c->class == ALN_SAY || c->class == ALN_TELL || c->class == ALN_UTTER;
}

static int is_tail (const maker *m, uint32_t i, uint32_t end) { /* nothing that is said follows */
  uint8_t c;
  if (i >= end || m->t[i].kind == ALN_TOKEN_MARK) return 1;
  c = class_of (m, i);
  return c == ALN_PREP || c == ALN_DAYWORD || c == ALN_ADVERB;
}

/* Behind the verb and whom it names: "said", "said Kim", "told Yonhap". */
static uint32_t cue_tail (const maker *m, const cue *c) {
  aln_actor told;
  if (c->inverted) return c->actor.to;
  if (c->class == ALN_TELL && aln_actor_at (&m->speech, c->to, c->high, &told)) return told.to;
  return c->to;
}

/* "Kim said he believes", "Kim said that voters will say": whose words they are, Kim answers for. */
static int is_unreal (const maker *m, const cue *c) {
  if (!is_telling (c) || m->speech.at[c->actor.head].class == ALN_IT) return 1;
  for (uint32_t i = c->actor.to; i < c->at; i++)
    if (class_of (m, i) == ALN_AUX && (m->a->text.p[m->t[i].from] | 32) != 'h') return 1;
  return 0;
}

static const cue *outer (const maker *m, const cue *c) {
  for (; c->inner && c > m->cues.at && is_unreal (m, c); c--) continue;
  return c;
}

static int has_dash (const maker *m, uint32_t from, uint32_t to) { /* 'Polls agree - Kim: "' */
  for (uint32_t i = from; i + 1 < to && i < from + NAME_REACH; i++)
    if (mark (m, i) == '-' && !(m->t[i].flags & ALN_TOKEN_GLUED)) return 1;
  return 0;
}

static int leads_to (const maker *m, const cue *c, uint32_t open) { /* 'Kim said, "' */
  char before = mark (m, open - 1);
  if (c->class == ALN_DUB && open < c->to + NAMED_REACH) return 1; /* 'called the plan "' */
  if (c->to >= open || class_of (m, open - 1) == ALN_THAT) return 1;
  return stands_close (before) && is_telling (c) && !has_dash (m, c->to, open);
}

static int follows (const maker *m, const cue *c, uint32_t q) { /* '" Kim said', '" …, Kim said' */
  if (c->inverted || c->class == ALN_ACCORDING) return 1;
  if (ends_open (m, q) && !c->joined) return 1;
  return c->actor.from > behind (m, q) && mark (m, c->actor.from - 1) == ',';
}

/* In the stretch before the mark: the verb beside it; else the last verb of telling; else the last. */
static const cue *cue_before (const maker *m, uint32_t k, uint32_t open) {
  const cue *last = k && m->cues.at[k - 1].high == open ? &m->cues.at[k - 1] : NULL;
  if (!last || leads_to (m, last, open)) return last;
  for (uint32_t i = k; i > 0 && k - i < CUES_BACK && m->cues.at[i - 1].high == open; i--)
    if (is_telling (&m->cues.at[i - 1])) return &m->cues.at[i - 1];
  return last;
}

static int is_small (const maker *m, uint32_t i) { /* a word without a capital */
  return m->t[i].shape == ALN_SHAPE_LOWER;
}

/* 'he did "what we asked," Kim said': who tells the whole sentence, behind it. */
static int tells_whole (const maker *m, const cue *c, uint32_t end) {
  uint32_t from = c->inverted || c->class == ALN_ACCORDING ? c->at : c->actor.from;
  if (c->joined || c->inner || from <= m->from) return 0;
  if (!is_telling (c) && c->class != ALN_ACCORDING) return 0;
  return (mark (m, from - 1) == ',' || mark (m, from - 1) == '"') &&
         is_tail (m, cue_tail (m, c), end);
}

/* The cue in the stretch behind quotation q. */
static const cue *cue_behind (const maker *m, uint32_t k, uint32_t q, const cue *before) {
  const cue *c = k < m->cues.n && m->cues.at[k].low == behind (m, q) ? &m->cues.at[k] : NULL;
  if (!c || !follows (m, c, q) || !before) return c && follows (m, c, q) ? c : NULL;
  if (is_telling (before) && (c->joined || !ends_open (m, q) || !is_telling (c))) return NULL;
  return tells_whole (m, c, m->to) || c->inverted || c->class == ALN_ACCORDING ? c : NULL;
}

static const cue *choose_cue (const maker *m, uint32_t q, const char **rule) {
  uint32_t open = opens (m, q), k = cues_before (m, open);
  const cue *before = cue_before (m, k, open), *after = cue_behind (m, k, q, before);
  *rule = "cue-before";
  if (before && leads_to (m, before, open)) {
    int whole = after && ends_open (m, q) && is_small (m, open + 1) && open > m->from &&
                !stands_close (mark (m, open - 1)) && tells_whole (m, after, m->to);
    if (!whole) return outer (m, before);
  }
  if (!after) return before ? outer (m, before) : NULL;
  *rule = after->inverted ? "inverted" : "cue-behind";
  return after;
}

/* The last cue of the unit, where it stands behind quotation q and tells the whole. */
static const cue *cue_of_whole (const maker *m, uint32_t q) {
  const cue *last = m->cues.n ? &m->cues.at[m->cues.n - 1] : NULL;
  return last && last->at > behind (m, q) && tells_whole (m, last, m->to) ? last : NULL;
}

/* -- quotations without a cue ------------------------------------------------------------------------ */

static int is_alone (const maker *m, uint32_t q) { /* nothing but marks around it in its unit */
  uint32_t open = opens (m, q), end = behind (m, q);
  if (open - m->from > MARKS_BEFORE) return 0;
  for (uint32_t i = m->from; i < open; i++)
    if (m->t[i].kind != ALN_TOKEN_MARK) return 0;
  for (uint32_t i = end; i < m->to && i < end + 3; i++)
    if (m->t[i].kind != ALN_TOKEN_MARK) return 0;
  return end + 3 >= m->to;
}

/* "Kim: 'No'", "'No': Kim", "'No.' -- Kim": as headlines and letters have it. */
static int by_mark (maker *m, uint32_t q, found *f) {
  uint32_t open = opens (m, q), end = behind (m, q);
  char next = mark (m, end);
  aln_actor actor;
  int joined;
  f->rule = "signed";
  if (open > m->from + 1 && mark (m, open - 1) == ':') {
    f->rule = "colon";
    if (!(aln_person_at (m->speakers.people, open - 2) &&
          aln_actor_before (&m->speech, m->from, open - 1, &actor, &joined)) &&
        !first_actor (m, m->from, open - 1, &actor) &&
        !aln_actor_before (&m->speech, m->from, open - 1, &actor, &joined))
      return 0;
  } else if (end + 1 >= m->to || (next != ':' && next != '-') ||
             !aln_actor_at (&m->speech, end + 1, m->to, &actor))
    return 0;
  f->speaker = aln_speaker_of (&m->speakers, &actor);
  return 1;
}

/* '"Go back," Kim barked': a verb that the lexicon lacks. */
static int by_subject_behind (maker *m, uint32_t q, found *f) {
  aln_actor actor;
  if (!ends_open (m, q) || opens (m, q) > m->from + 1 ||
      !aln_actor_at (&m->speech, behind (m, q), m->to, &actor))
    return 0;
  f->speaker = aln_speaker_of (&m->speakers, &actor);
  f->rule = "subject-behind";
  return 1;
}

/* '"BERG: We will.' at the beginning of a quotation: a line of a transcript. */
static int by_line (maker *m, uint32_t q, found *f) {
  const aln_marked *k = &m->marked.at[q];
  aln_actor actor;
  if (m->t[k->from].shape != ALN_SHAPE_CAPS || !aln_actor_at (&m->speech, k->from, k->to, &actor) ||
      actor.to - actor.from > LINE_NAME || mark (m, actor.to) != ':' || actor.to + 1 >= k->to)
    return 0;
  f->speaker = aln_speaker_of (&m->speakers, &actor);
  f->skip = actor.to + 1 - k->from;
  f->rule = "line";
  return 1;
}

static void from_story (const maker *m, found *f) {
  f->speaker = m->before;
  f->cue = m->before_in_block || m->colon ? m->before_cue : (aln_span){0, 0};
  f->rule = m->colon ? "colon" : m->before_in_block ? "goes-on" : "last-speaker";
}

static uint32_t words_in (const maker *m, const aln_marked *k) {
  uint32_t words = 0;
  for (uint32_t i = k->from; i < k->to && words <= FRAGMENT_WORDS; i++)
    words += m->t[i].kind != ALN_TOKEN_MARK && !(m->t[i].flags & ALN_TOKEN_GLUED && i > k->from);
  return words;
}

/* 'the "virtual" border', 'a "safe haven" policy': words the paper holds at arm's length. */
static int is_attribute (const maker *m, uint32_t q) {
  uint32_t i = behind (m, q);
  return m->marked.at[q].closed && i < m->to && m->t[i].shape == ALN_SHAPE_LOWER &&
         (class_of (m, i) == ALN_SPEECH_NONE || class_of (m, i) == ALN_ROLE);
}

/* The subject of the sentence, if it can speak at all. A few words without a cue are said by nobody
   when nobody stands before them. */
static void from_subject (maker *m, uint32_t q, found *f) {
  aln_actor actor;
  uint32_t open = opens (m, q);
  int few = words_in (m, &m->marked.at[q]) <= FRAGMENT_WORDS;
  f->rule = "scare";
  if (first_actor (m, m->from, open, &actor)) {
    if (few && (is_attribute (m, q) || !aln_can_speak (&m->speakers, &actor))) return;
    f->speaker = aln_speaker_of (&m->speakers, &actor);
    f->rule = "subject";
  } else if (!few) from_story (m, f);
}

/* Words with capitals are a title ("The Art of War"), which nobody says. */
static int is_title (const maker *m, const aln_marked *k) {
  uint32_t words = 0, capitals = 0;
  for (uint32_t i = k->from; i < k->to; i++) {
    uint8_t c = class_of (m, i);
    if (m->t[i].kind != ALN_TOKEN_WORD) continue;
    words++;
    if (c == ALN_FIRST) return 0; /* "We Go Together" */
    if (m->t[i].shape != ALN_SHAPE_LOWER) capitals++;
    else if (words == 1) return 0;
    else if (c != ALN_PREP && c != ALN_CONJ && c != ALN_DET && m->t[i].to - m->t[i].from > 3)
      return 0;
  }
  return words > 1 && capitals > 1;
}

/* "on NBC's 'The Long Road,'", "the show 'The Long Road'": a title in the middle of its sentence, not
   said or called by anybody. In a headline all words have capitals. */
static int names_work (const maker *m, uint32_t q, const cue *by) {
  uint32_t before = opens (m, q) - 1;
  if (before < m->from || opens (m, q) == m->from) return 0;
  if (m->a->blocks.at[m->block].kind == ALN_HEADLINE || is_as (m, before)) return 0;
  if (m->t[before].kind == ALN_TOKEN_MARK && !(m->t[before].flags & ALN_TOKEN_GLUED)) return 0;
  if (class_of (m, before) == ALN_THAT || stands_close (mark (m, before))) return 0;
  if (by && by->at <= before && (by->class == ALN_DUB || by->to > before)) return 0;
  return is_title (m, &m->marked.at[q]);
}

static void by_cue (const maker *m, const cue *by, found *f) {
  f->by = by;
  f->led = 1;
  f->speaker = by->speaker;
  f->cue = span_of (m, by->at, by->to);
}

static found attribute (maker *m, uint32_t q, const found *previous) {
  const aln_marked *k = &m->marked.at[q];
  found f = {.rule = "scare"};
  const char *rule;
  const cue *by = choose_cue (m, q, &rule);
  if (names_work (m, q, by)) {
    f.rule = "title";
    return f;
  }
  if (by) {
    by_cue (m, by, &f);
    f.rule = rule;
  } else if (previous && previous->led) {
    f = *previous;
    f.by = NULL;
    f.rule = "goes-on";
  } else if ((by = cue_of_whole (m, q)) != NULL) {
    by_cue (m, by, &f);
    f.rule = "cue-behind";
  } else if (by_line (m, q, &f) || by_mark (m, q, &f)) return f;
  else if (k->goes_on || is_alone (m, q)) from_story (m, &f);
  else if (by_subject_behind (m, q, &f)) return f;
  else if (words_in (m, k) <= FRAGMENT_WORDS && is_title (m, k)) f.rule = "title";
  else from_subject (m, q, &f);
  return f;
}

/* -- giving out -------------------------------------------------------------------------------------- */

static aln_quote *new_quote (aln_status *st, maker *m, uint32_t from, uint32_t to) {
  aln_quote *q;
  for (uint32_t k = 0; k < MARKS_BEFORE && to > from && mark (m, from) == '"'; k++) from++;
  if (to <= from) return NULL;
  q = ALN_ADD (st, m->room, m->out);
  if (!q) return NULL;
  *q = (aln_quote){.text = span_of (m, from, to), .from = from, .to = to, .block = m->block};
  q->id = m->out->n - 1;
  return q;
}

static int is_fragment (const maker *m, uint32_t q, const found *f) {
  const aln_marked *k = &m->marked.at[q];
  if (words_in (m, k) > FRAGMENT_WORDS) return 0;
  if (is_alone (m, q) || (f->by && f->by->low == behind (m, q) && ends_open (m, q))) return 0;
  return !(f->by && stands_close (mark (m, opens (m, q) - 1)));
}

static void remember (maker *m, const aln_speaker *speaker, aln_span by) {
  if (!speaker->name.n) return;
  m->before = *speaker;
  m->before_cue = by;
  m->before_in_block = 1;
}

/* 1 + the quotation it goes on with: split around its cue, or the next sentence or paragraph of it. */
static uint32_t goes_on_from (const maker *m, uint32_t q, const found *f, const found *previous) {
  if (m->paragraph_quote == NONE) return 0;
  if (m->marked.at[q].goes_on) return m->paragraph_quote + 1;
  if (!previous) return strcmp (f->rule, "goes-on") == 0 ? m->paragraph_quote + 1 : 0;
  if (!f->by || previous->by != f->by) return 0;
  return f->by->low > m->from && f->by->high == opens (m, q) ? m->paragraph_quote + 1 : 0;
}

/* The paragraphs before this one of a long quotation are the same speaker's: its cue stands here. */
static void say_back (maker *m, const found *f) {
  for (uint32_t i = m->paragraph_quote; i != NONE;) {
    aln_quote *before = &m->out->at[i];
    if (strcmp (before->rule, "last-speaker") != 0) return;
    before->speaker = f->speaker;
    before->cue = f->cue;
    before->rule = "goes-on";
    i = before->continues ? before->continues - 1 : NONE;
  }
}

static void give_marked (aln_status *st, maker *m, uint32_t q, found *f, const found *previous) {
  const aln_marked *k = &m->marked.at[q];
  uint32_t on = goes_on_from (m, q, f, previous);
  aln_quote *out = new_quote (st, m, k->from + f->skip, k->to);
  if (!out) return;
  out->kind = is_fragment (m, q, f) ? ALN_FRAGMENT : ALN_DIRECT;
  out->speaker = f->speaker;
  out->cue = f->cue;
  out->rule = f->rule;
  if (k->goes_on && f->by) say_back (m, f);
  if (!k->closed && !(q + 1 < m->marked.n && m->marked.at[q + 1].goes_on)) out->rule = "unclosed";
  if (out->kind == ALN_DIRECT) {
    out->continues = on;
    m->paragraph_quote = out->id;
  }
  remember (m, &f->speaker, f->cue);
}

/* Whom a speaker quotes is not told apart: nobody is said to speak. */
static void give_nested (aln_status *st, maker *m, uint32_t q) {
  const aln_marked *k = &m->marked.at[q];
  aln_quote *out = new_quote (st, m, k->from, k->to);
  if (!out) return;
  out->kind = words_in (m, k) > FRAGMENT_WORDS ? ALN_DIRECT : ALN_FRAGMENT;
  out->rule = "nested";
}

static void give_quotes (aln_status *st, maker *m) {
  found f, previous = {0};
  int any = 0;
  for (uint32_t q = m->first; q < m->last && *st == ALN_OK; q++) {
    if (m->marked.at[q].depth) {
      give_nested (st, m, q);
      continue;
    }
    f = attribute (m, q, any ? &previous : NULL);
    if (strcmp (f.rule, "title") == 0) continue; /* nobody's words: "The Art of War" */
    give_marked (st, m, q, &f, any ? &previous : NULL);
    previous = f;
    any = 1;
  }
}

/* -- told without marks ----------------------------------------------------------------------------- */

static uint32_t unit_end (const maker *m) { /* without its last marks */
  uint32_t end = m->to;
  while (end > m->from && (mark (m, end - 1) == '.' || mark (m, end - 1) == '"' ||
                           mark (m, end - 1) == '!' || mark (m, end - 1) == '?'))
    end--;
  return end;
}

/* The token behind a "that" which only whom, when and where stand before; 0: there is none. */
static uint32_t behind_that (const maker *m, const cue *c, uint32_t end) {
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
static uint32_t tail_from (const maker *m, const cue *c, uint32_t end) {
  uint32_t from = c->class == ALN_ACCORDING || c->inverted ? c->at : c->actor.from;
  if (c->joined || from == 0 || mark (m, from - 1) != ',') return end;
  if (c->class == ALN_ACCORDING) return from - 1;
  return is_telling (c) && is_tail (m, cue_tail (m, c), end) ? from - 1 : end;
}

/* "urged Seoul to pay, and the talks go on": what is asked, wanted or judged ends where another clause
   begins; what is said may go on in it. */
static uint32_t object_end (const maker *m, const cue *c, uint32_t from, uint32_t end) {
  uint32_t high = c->high < end ? c->high : end;
  if (c->class == ALN_SAY || c->class == ALN_TELL || c->class == ALN_CLAIM) return end;
  for (uint32_t i = from + 2; i + 1 < high && i < from + OBJECT_MAX; i++)
    if (mark (m, i) == ',' && class_of (m, i + 1) == ALN_CONJ &&
        m->t[i + 1].to - m->t[i + 1].from == 3) /* and, but, yet */
      return i;
  return end;
}

/* "…, Kim said that", "…, but Kim said": another clause with a teller of its own begins. */
static uint32_t other_from (const maker *m, const cue *c, uint32_t end) {
  uint32_t from = c->inverted || c->class == ALN_ACCORDING ? c->at : c->actor.from;
  if (c->joined || !is_telling (c) || from < m->from + 3 || c->actor.who) return end;
  if (class_of (m, from - 1) == ALN_CONJ && m->t[from - 1].to - m->t[from - 1].from == 3) from--;
  return mark (m, from - 1) == ',' ? from - 1 : end;
}

/* Where what cue k tells is over: at the next verb of the same speaker ("…, adding", "and said"), or
   at what tells of the whole. */
static uint32_t clause_end (const maker *m, uint32_t k, uint32_t end) {
  for (uint32_t n = k + 1; n < m->cues.n && n < k + CUES_BACK && m->cues.at[n].at < end; n++) {
    const cue *next = &m->cues.at[n];
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
static int is_lead (const maker *m, uint32_t from, uint32_t to) {
  uint8_t c = class_of (m, from);
  if (to > from + LEAD_MAX || (c != ALN_PREP && c != ALN_DAYWORD)) return 0;
  for (uint32_t i = from; i < to; i++)
    if (class_of (m, i) == ALN_BE || class_of (m, i) == ALN_AUX) return 0;
  return 1;
}

/* "The talks will go on, Kim said", "The talks, Kim said, will go on". */
static int around_cue (const maker *m, const cue *c, uint32_t end, uint32_t *from, uint32_t *to) {
  uint32_t subject = c->inverted ? c->at : c->actor.from, tail = cue_tail (m, c);
  *from = m->from;
  if (subject <= m->from + 2 || c->joined || mark (m, subject - 1) != ',') return 0;
  if (c->low > m->from && mark (m, m->from) == '"') return 0;
  *to = !c->inverted && mark (m, tail) == ',' && tail + 1 < end ? end : subject - 1;
  return !is_lead (m, *from, *to);
}

/* '"We will go," Kim said to cheers': the cue has what it tells. */
static int is_spent (const maker *m, const cue *c) {
  return c->quote != NONE && ends_open (m, c->quote) && !c->joined &&
         words_in (m, &m->marked.at[c->quote]) > FRAGMENT_WORDS;
}

static int beside_according (const maker *m, const cue *c, uint32_t end, uint32_t *from,
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

static int behind_cue (const maker *m, uint32_t k, uint32_t end, uint32_t *from, uint32_t *to,
                       aln_actor *told) {
  const cue *c = &m->cues.at[k];
  uint32_t i = c->to, that = behind_that (m, c, end);
  if (c->class == ALN_TELL && aln_actor_at (&m->speech, i, that ? that - 1 : c->high, told)) {
    i = told->to;
    while (class_of (m, i) == ALN_DAYWORD) i += m->speech.at[i].len;
    if (!that && is_tail (m, i, end) && class_of (m, i) != ALN_ADVERB) return 0;
  }
  if (that) i = that;
  while (i < end && (mark (m, i) == ',' || mark (m, i) == ':')) i++;
  if (i < end && mark (m, i) == '"') return 0;
  *from = i;
  *to = clause_end (m, k, end);
  *to = object_end (m, c, *from, *to);
  return *to > *from + 1;
}

static void give_indirect (aln_status *st, maker *m, uint32_t k, uint32_t end) {
  const cue *c = &m->cues.at[k];
  aln_actor told = {0, 0, 0, 0};
  aln_quote *q;
  uint32_t from = 0, to = 0;
  const char *rule = "said-that";
  if (c->class == ALN_CITE || c->class == ALN_UTTER) return;
  if (c->inner && is_unreal (m, c)) return; /* "Kim said she believes": told once */
  if (c->at < m->told && !is_telling (c) && c->class != ALN_ACCORDING) return;
  if (is_spent (m, c) && !behind_that (m, c, end)) return;
  if (c->class == ALN_ACCORDING) {
    if (!beside_according (m, c, end, &from, &to)) return;
    rule = "according";
  } else if (is_tail (m, cue_tail (m, c), end) && mark (m, cue_tail (m, c)) != ':' &&
             !behind_that (m, c, end)) {
    if (c->class > ALN_THINK || !around_cue (m, c, end, &from, &to)) return;
    rule = "said-behind";
  } else if (c->inverted || !behind_cue (m, k, end, &from, &to, &told)) return;
  if (to <= from + 1 || aln_length (span_of (m, from, to)) > TOLD_MAX) return;
  q = new_quote (st, m, from, to);
  if (!q) return;
  if (is_telling (c)) m->told = to;
  q->kind = ALN_INDIRECT;
  q->speaker = c->speaker;
  q->cue = span_of (m, c->at, c->to);
  if (told.to > told.from) q->told = span_of (m, told.from, told.to);
  q->rule = rule;
}

/* "Kim: talks to go on": headlines, and lines of a transcript. */
static void give_line (aln_status *st, maker *m, uint32_t end) {
  aln_actor actor;
  aln_quote *q;
  const aln_mention *name;
  if (m->first < m->last || !aln_actor_at (&m->speech, m->from, end, &actor)) return;
  if (mark (m, actor.to) != ':' || actor.to + 2 >= end) return;
  name = aln_mention_at (m->speech.mentions, actor.head);
  if (!name &&
      (m->a->blocks.at[m->block].kind != ALN_HEADLINE || !aln_can_speak (&m->speakers, &actor)))
    return; /* "2nd Ld-Writethru: …" */
  q = new_quote (st, m, actor.to + 1, end);
  if (!q) return;
  q->kind = ALN_INDIRECT;
  q->speaker = aln_speaker_of (&m->speakers, &actor);
  q->cue = span_of (m, actor.to, actor.to + 1);
  q->rule = "colon";
}

/* -- units -------------------------------------------------------------------------------------------- */

/* Who acts in a sentence that tells nothing may be "he" in the next, or speak behind its colon. */
static void note_subject (maker *m, uint32_t end) {
  aln_actor actor;
  aln_speaker speaker;
  if (!first_actor (m, m->from, end, &actor)) return;
  if (aln_is_passive (&m->speech, actor.to, end)) return;
  speaker = aln_speaker_of (&m->speakers, &actor);
  if (m->colon) remember (m, &speaker, (aln_span){0, 0});
}

/* The verb of the sentence, not of a clause in it. */
static const cue *main_cue (const maker *m) {
  for (uint32_t k = 0; k < m->cues.n; k++)
    if (is_telling (&m->cues.at[k]) && !m->cues.at[k].actor.who) return &m->cues.at[k];
  return &m->cues.at[0];
}

/* "Voters want it, Kim said." */
static uint32_t told_by_whole (const maker *m) {
  const cue *last = m->cues.n ? &m->cues.at[m->cues.n - 1] : NULL;
  return last && tells_whole (m, last, m->to) ? last->at : m->from;
}

static void read_unit (aln_status *st, maker *m) {
  uint32_t end = unit_end (m);
  find_cues (st, m);
  give_quotes (st, m);
  m->told = told_by_whole (m);
  for (uint32_t k = 0; k < m->cues.n && *st == ALN_OK; k++) give_indirect (st, m, k, end);
  if (*st == ALN_OK) give_line (st, m, end);
  if (*st != ALN_OK) return;
  if (m->cues.n && m->first == m->last) {
    const cue *c = main_cue (m);
    remember (m, &c->speaker, span_of (m, c->at, c->to));
  }
  m->colon = end > m->from && mark (m, end - 1) == ':';
  if (!m->cues.n && m->first == m->last) note_subject (m, end);
}

/* Is the boundary before token i inside a quotation, or between '…?"' and 'Kim asked'? */
static int is_held (const maker *m, uint32_t i, uint32_t q) {
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
             is_tail (m, k + m->speech.at[k].len, m->speech.n);
  }
  return 0;
}

static void end_unit (aln_status *st, maker *m, uint32_t to) {
  m->to = to;
  m->last = m->first;
  while (m->last < m->marked.n && opens (m, m->last) < to) m->last++;
  if (to > m->from) read_unit (st, m);
  m->first = m->last;
  m->from = to;
}

/* The last quotation that is not nested and opens before token i; *seen: how far was looked. */
static uint32_t outer_before (const maker *m, uint32_t outer, uint32_t i, uint32_t *seen) {
  for (; *seen < m->marked.n && opens (m, *seen) < i; ++*seen)
    if (m->marked.at[*seen].depth == 0) outer = *seen;
  return outer;
}

/* The first token behind "SEOUL, Dec. 20 (Yonhap) --", where the block begins so. */
static uint32_t behind_dateline (const maker *m, const aln_block *block) {
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

static void read_block (aln_status *st, maker *m, uint32_t b, uint32_t *sentence) {
  const aln_block *block = &m->a->blocks.at[b];
  uint32_t i = block->tokens_from, q = m->first, seen = q;
  m->block = b;
  m->from = behind_dateline (m, block);
  m->before_in_block = 0;
  if (!(q < m->marked.n && m->marked.at[q].goes_on)) m->paragraph_quote = NONE;
  while (*sentence < m->a->sentences.n && m->a->sentence_blocks.at[*sentence] < b) ++*sentence;
  for (; *sentence < m->a->sentences.n && m->a->sentence_blocks.at[*sentence] == b; ++*sentence) {
    uint32_t start = m->a->sentences.at[*sentence].from;
    while (i < block->tokens_to && m->t[i].from < start) i++;
    q = outer_before (m, q, i, &seen);
    if (i > m->from && !is_held (m, i, q)) end_unit (st, m, i);
  }
  end_unit (st, m, block->tokens_to);
}

/* -- all of it -------------------------------------------------------------------------------------- */

static int by_place (const void *a, const void *b) {
  const aln_quote *x = a, *y = b;
  if (x->text.from != y->text.from)
    return (x->text.from > y->text.from) - (x->text.from < y->text.from);
  return (x->id > y->id) - (x->id < y->id);
}

/* In text order, with every 'continues' led to its new place. */
static void sort (aln_status *st, maker *m) {
  uint32_t *place = aln_arena_get (st, m->room, (m->out->n + 1) * sizeof *place);
  if (!place || m->out->n == 0) return;
  qsort (m->out->at, m->out->n, sizeof *m->out->at, by_place);
  for (uint32_t i = 0; i < m->out->n; i++) place[m->out->at[i].id] = i;
  for (uint32_t i = 0; i < m->out->n; i++)
    if (m->out->at[i].continues) m->out->at[i].continues = place[m->out->at[i].continues - 1] + 1;
}

void aln_quotes_find (aln_status *st, aln_arena *room, const aln_article *a,
                      const aln_people *people, aln_quotes *out) {
  maker m = {.a = a, .t = a->tokens.at, .room = room, .out = out, .paragraph_quote = NONE};
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
