/* quotes_whose.c: in: what stands between marks, the cues of its unit, who spoke before. Out: whose
   words they are, the cue that says so, and by which rule (quoting.h). */
#include "quoting.h"

#define NAMED_REACH 7u  /* tokens between "called" and the name */
#define SUBHEAD_MOST 9u /* tokens of a heading between marks */
#define LINE_NAME 4u    /* tokens of a name before its line in a transcript */

/* -- the cue of a quotation -------------------------------------------------------------------------- */

/* The last cue before token i, the first behind it; cues stand in order. */
static uint32_t cues_before (const aln_quoting *m, uint32_t i) {
  uint32_t low = 0, high = m->cues.n;
  while (low < high) {
    uint32_t mid = low + (high - low) / 2;
    if (m->cues.at[mid].at < i) low = mid + 1;
    else high = mid;
  }
  return low;
}

static const aln_cue *outer (const aln_quoting *m, const aln_cue *c) {
  for (; c->inner && c > m->cues.at && aln_is_unreal (m, c); c--) continue;
  return c;
}

static int has_dash (const aln_quoting *m, uint32_t from,
                     uint32_t to) { /* 'Polls agree - Kim: "' */
  for (uint32_t i = from; i + 1 < to && i < from + ALN_NAME_REACH; i++)
    if (mark (m, i) == '-' && !(m->t[i].flags & ALN_TOKEN_GLUED)) return 1;
  return 0;
}

static int leads_to (const aln_quoting *m, const aln_cue *c, uint32_t open) { /* 'Kim said, "' */
  char before = mark (m, open - 1);
  if (c->class == ALN_DUB && open < c->to + NAMED_REACH) return 1; /* 'called the plan "' */
  if (c->to >= open || class_of (m, open - 1) == ALN_THAT) return 1;
  return stands_close (before) && is_telling (c) && !has_dash (m, c->to, open);
}

static int follows (const aln_quoting *m, const aln_cue *c,
                    uint32_t q) { /* '" Kim said', '" …, Kim said' */
  if (c->inverted || c->class == ALN_ACCORDING) return 1;
  if (ends_open (m, q) && !c->joined) return 1;
  return c->actor.from > behind (m, q) && mark (m, c->actor.from - 1) == ',';
}

/* In the stretch before the mark: the verb beside it; else the last verb of telling; else the last. */
static const aln_cue *cue_before (const aln_quoting *m, uint32_t k, uint32_t open) {
  const aln_cue *last = k && m->cues.at[k - 1].high == open ? &m->cues.at[k - 1] : NULL;
  if (!last || leads_to (m, last, open)) return last;
  for (uint32_t i = k; i > 0 && k - i < ALN_CUES_BACK && m->cues.at[i - 1].high == open; i--)
    if (is_telling (&m->cues.at[i - 1])) return &m->cues.at[i - 1];
  return last;
}

static int is_small (const aln_quoting *m, uint32_t i) { /* a word without a capital */
  return m->t[i].shape == ALN_SHAPE_LOWER;
}

/* The cue in the stretch behind quotation q. */
static const aln_cue *cue_behind (const aln_quoting *m, uint32_t k, uint32_t q,
                                  const aln_cue *before) {
  const aln_cue *c = k < m->cues.n && m->cues.at[k].low == behind (m, q) ? &m->cues.at[k] : NULL;
  if (!c || !follows (m, c, q) || !before) return c && follows (m, c, q) ? c : NULL;
  if (is_telling (before) && (c->joined || !ends_open (m, q) || !is_telling (c))) return NULL;
  return aln_tells_whole (m, c, m->to) || c->inverted || c->class == ALN_ACCORDING ? c : NULL;
}

static const aln_cue *choose_cue (const aln_quoting *m, uint32_t q, const char **rule) {
  uint32_t open = opens (m, q), k = cues_before (m, open);
  const aln_cue *before = cue_before (m, k, open), *after = cue_behind (m, k, q, before);
  *rule = "cue-before";
  if (before && leads_to (m, before, open)) {
    int whole = after && ends_open (m, q) && is_small (m, open + 1) && open > m->from &&
                !stands_close (mark (m, open - 1)) && aln_tells_whole (m, after, m->to);
    if (!whole) return outer (m, before);
  }
  if (!after) return before ? outer (m, before) : NULL;
  *rule = after->inverted ? "inverted" : "cue-behind";
  return after;
}

/* The last cue of the unit, where it stands behind quotation q and tells the whole. */
static const aln_cue *cue_of_whole (const aln_quoting *m, uint32_t q) {
  const aln_cue *last = m->cues.n ? &m->cues.at[m->cues.n - 1] : NULL;
  return last && last->at > behind (m, q) && aln_tells_whole (m, last, m->to) ? last : NULL;
}

/* -- quotations without a cue ------------------------------------------------------------------------ */

int aln_is_alone (const aln_quoting *m, uint32_t q) { /* nothing but marks around it in its unit */
  uint32_t open = opens (m, q), end = behind (m, q);
  if (open - m->from > ALN_MARKS_BEFORE) return 0;
  for (uint32_t i = m->from; i < open; i++)
    if (m->t[i].kind != ALN_TOKEN_MARK) return 0;
  for (uint32_t i = end; i < m->to && i < end + 3; i++)
    if (m->t[i].kind != ALN_TOKEN_MARK) return 0;
  return end + 3 >= m->to;
}

/* "Kim: 'No'", "'No': Kim", "'No.' -- Kim": as headlines and letters have it. */
static int by_mark (aln_quoting *m, uint32_t q, aln_whose *f) {
  uint32_t open = opens (m, q), end = behind (m, q);
  char next = mark (m, end);
  aln_actor actor;
  int joined;
  f->rule = "signed";
  if (open > m->from + 1 && mark (m, open - 1) == ':') {
    f->rule = "colon";
    if (!(aln_person_at (m->speakers.people, open - 2) &&
          aln_actor_before (&m->speech, m->from, open - 1, &actor, &joined)) &&
        !aln_unit_subject (m, m->from, open - 1, &actor) &&
        !aln_actor_before (&m->speech, m->from, open - 1, &actor, &joined))
      return 0;
  } else if (end + 1 >= m->to || (next != ':' && next != '-') ||
             !aln_actor_at (&m->speech, end + 1, m->to, &actor) ||
             (next == '-' && !aln_mention_at (m->speech.mentions, actor.head)))
    return 0; /* '"No" - drew a smile' */
  f->speaker = aln_speaker_of (&m->speakers, &actor);
  return 1;
}

/* '"Go back," Kim barked': a verb that the lexicon lacks. */
static int by_subject_behind (aln_quoting *m, uint32_t q, aln_whose *f) {
  aln_actor actor;
  if (!ends_open (m, q) || opens (m, q) > m->from + 1 ||
      !aln_actor_at (&m->speech, behind (m, q), m->to, &actor))
    return 0;
  f->speaker = aln_speaker_of (&m->speakers, &actor);
  f->rule = "subject-behind";
  return 1;
}

/* '"BERG: We will.' at the beginning of a quotation: a line of a transcript. */
static int by_line (aln_quoting *m, uint32_t q, aln_whose *f) {
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

static void from_story (const aln_quoting *m, aln_whose *f) {
  f->speaker = m->before;
  f->cue = m->before_in_block || m->colon ? m->before_cue : (aln_span){0, 0};
  f->rule = m->colon ? "colon" : m->before_in_block ? "goes-on" : "last-speaker";
}

/* 'the "virtual" border', 'a "safe haven" policy': words the paper holds at arm's length. */
static int is_attribute (const aln_quoting *m, uint32_t q) {
  uint32_t i = behind (m, q);
  return m->marked.at[q].closed && i < m->to && m->t[i].shape == ALN_SHAPE_LOWER &&
         (class_of (m, i) == ALN_SPEECH_NONE || class_of (m, i) == ALN_ROLE);
}

/* The subject of the sentence, if it can speak at all. A few words without a cue are said by nobody
   when nobody stands before them. */
static void from_subject (aln_quoting *m, uint32_t q, aln_whose *f) {
  aln_actor actor;
  uint32_t open = opens (m, q);
  int few = words_in (m, &m->marked.at[q]) <= ALN_FRAGMENT_WORDS;
  f->rule = "scare";
  if (aln_unit_subject (m, m->from, open, &actor)) {
    if (!aln_can_speak (&m->speakers, &actor)) { /* "Good information drives it out" */
      if (!few && m->before_in_block) from_story (m, f);
      return;
    }
    if (few && is_attribute (m, q)) return;
    f->speaker = aln_speaker_of (&m->speakers, &actor);
    f->rule = "subject";
  } else if (!few) from_story (m, f);
}

/* Words with capitals are a title ("The Art of War"), which nobody says. */
static int is_title (const aln_quoting *m, const aln_marked *k) {
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
static int names_work (const aln_quoting *m, uint32_t q, const aln_cue *by) {
  uint32_t before = opens (m, q) - 1;
  if (before < m->from || opens (m, q) == m->from) return 0;
  if (m->a->blocks.at[m->block].kind == ALN_HEADLINE || is_as (m, before)) return 0;
  if (m->t[before].kind == ALN_TOKEN_MARK && !(m->t[before].flags & ALN_TOKEN_GLUED)) return 0;
  if (class_of (m, before) == ALN_THAT || stands_close (mark (m, before))) return 0;
  if (by && by->at <= before && (by->class == ALN_DUB || by->to > before)) return 0;
  return is_title (m, &m->marked.at[q]);
}

/* 'Walter L. "Skip" Sharp': within a name. */
static int is_nickname (const aln_quoting *m, uint32_t q) {
  uint32_t before = opens (m, q), i = behind (m, q);
  const aln_mention *name;
  if (before <= m->from || i >= m->to || words_in (m, &m->marked.at[q]) > 2) return 0;
  name = aln_mention_at (m->speech.mentions, before - 1);
  if (name && name->kind == ALN_MENTION_PERSON && name->from < before && name->to > i) return 1;
  return m->t[before - 1].shape == ALN_SHAPE_CAPITAL && m->t[i].shape == ALN_SHAPE_CAPITAL &&
         m->t[m->marked.at[q].from].shape == ALN_SHAPE_CAPITAL && name &&
         name->kind == ALN_MENTION_PERSON && name->to >= before;
}

/* A line that is all between single marks heads what follows. */
static int is_subhead (const aln_quoting *m, uint32_t q) {
  const aln_marked *k = &m->marked.at[q];
  const aln_block *b = &m->a->blocks.at[m->block];
  return aln_is_single (k) && opens (m, q) == b->tokens_from && behind (m, q) + 1 >= b->tokens_to &&
         k->to - k->from <= SUBHEAD_MOST;
}

static void by_cue (const aln_quoting *m, const aln_cue *by, aln_whose *f) {
  f->by = by;
  f->led = 1;
  f->speaker = by->speaker;
  f->cue = span_of (m, by->at, by->to);
}

aln_whose aln_attribute (aln_quoting *m, uint32_t q, const aln_whose *previous) {
  const aln_marked *k = &m->marked.at[q];
  aln_whose f = {.rule = "scare"};
  const char *rule;
  const aln_cue *by = choose_cue (m, q, &rule);
  if (names_work (m, q, by) || is_nickname (m, q) || is_subhead (m, q)) {
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
  else if (k->goes_on || aln_is_alone (m, q)) from_story (m, &f);
  else if (by_subject_behind (m, q, &f)) return f;
  else if (words_in (m, k) <= ALN_FRAGMENT_WORDS && is_title (m, k)) f.rule = "title";
  else from_subject (m, q, &f);
  return f;
}
