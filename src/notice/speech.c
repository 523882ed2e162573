/* speech.c: in: tokens. Out: classes of words, subjects of verbs (speech.h).
   There is no parse: a noun phrase is a run of words between small words and marks. Every look
   around is bounded, so that all of it is linear. */
#include "speech.h"

#include "../read/marks.h"
#include "glance.h"

#define PHRASE_WORDS 12u /* tokens of a noun phrase without its "of …" */
#define LEAD_TOKENS 60u  /* tokens of "On Monday, after the meeting in Seoul, " */
#define LEADS 4u         /* such phrases before a subject */
#define DAY_TOKENS 6u    /* of "on Dec. 20, 2024" */

/* -- classes --------------------------------------------------------------------------------------- */

static const char *const class_names[] = {
    "",     "say",    "utter",     "tell",   "think",  "ask",    "vow",  "judge",
    "dub",  "claim",  "according", "cite",   "quoted", "role",   "text", "aux",
    "be",   "adverb", "prep",      "conj",   "det",    "that",   "who",  "pronoun",
    "body", "plural", "first",     "object", "day",    "elision"};

static uint8_t index_of (aln_slice name, const char *const *names, size_t n) {
  for (size_t i = 1; i < n && name.n; i++)
    if (names[i][0] == name.p[0] && aln_same (name, aln_slice_of (names[i]))) return (uint8_t)i;
  return 0;
}

/* Class and form, a byte each. */
uint16_t aln_speech_note (const aln_lexicon *x, aln_row row) {
  static const char *const form_names[] = {"", "past", "base", "ing", "body", "post"};
  unsigned class = index_of (aln_lexicon_get (x, row, ALN_LIT ("class")), class_names,
                             sizeof class_names / sizeof class_names[0]);
  unsigned form = index_of (aln_lexicon_get (x, row, ALN_LIT ("form")), form_names,
                            sizeof form_names / sizeof form_names[0]);
  return (uint16_t)(class | form << 8);
}

void aln_speech_read (aln_status *st, aln_arena *room, const aln_article *a,
                      const aln_mentions *mentions, aln_speech *out) {
  const uint32_t n = a->tokens.n;
  aln_kind kind = aln_lexicon_kind (a->lexicon, ALN_LIT ("speech"));
  *out = (aln_speech){.a = a, .t = a->tokens.at, .n = a->tokens.n, .mentions = mentions};
  out->at = aln_arena_get (st, room, (a->tokens.n + 1) * sizeof *out->at);
  if (*st != ALN_OK || !kind) return;
  for (uint32_t i = 0; (i = aln_next_of (a, i, n, aln_lexicon_set (kind))) < n; i++) {
    aln_row row = 0;
    uint32_t len;
    unsigned note;
    if (!a->tokens.at[i].word) continue;
    len = aln_lexicon_longest (a->lexicon, a->tokens.at + i, n - i, kind, &row);
    if (!len) continue;
    note = aln_lexicon_row_note (a->lexicon, row);
    out->at[i] = (aln_speech_word){(uint8_t)note, (uint8_t)(note >> 8), (uint8_t)len};
  }
}

/* -- words ----------------------------------------------------------------------------------------- */

char aln_speech_mark (const aln_speech *s, uint32_t i) {
  char c;
  if (i >= s->n || s->t[i].kind != ALN_TOKEN_MARK) return 0;
  c = aln_mark_of (s->a->text, &s->t[i]);
  return c == '\'' ? '"' : c;
}

static uint8_t class_of (const aln_speech *s, uint32_t i) { return s->at[i].class; }

static int ends_in (aln_slice w, const char *tail) {
  size_t n = strlen (tail);
  return w.n > n + 1 && memcmp (w.p + w.n - n, tail, n) == 0;
}

static int is_adverb (const aln_speech *s, uint32_t i) {
  uint8_t c = class_of (s, i);
  if (c == ALN_ADVERB || c == ALN_DAYWORD) return 1;
  return c == ALN_SPEECH_NONE && s->t[i].shape == ALN_SHAPE_LOWER &&
         ends_in (aln_token_text (s->a, i), "ly");
}

static int is_pronoun (const aln_speech *s, uint32_t i) {
  uint8_t c = class_of (s, i);
  return c == ALN_PRONOUN || c == ALN_IT || c == ALN_THEY || c == ALN_FIRST;
}

static int is_hyphen (const aln_speech *s, uint32_t i) {
  return (s->t[i].flags & ALN_TOKEN_GLUED) && aln_speech_mark (s, i) == '-';
}

static int is_genitive (const aln_speech *s, uint32_t i) { /* 's, or s' */
  aln_slice w = aln_token_text (s->a, i);
  if (!(s->t[i].flags & ALN_TOKEN_GLUED)) return 0;
  return (w.n >= 2 && w.n <= 4 && w.p[w.n - 1] == 's' && aln_mark_of (s->a->text, &s->t[i]) != 0) ||
         (aln_speech_mark (s, i) == '"' && w.p[0] != '"');
}

/* Can the word be part of a noun phrase, seen from within it? */
static int is_nominal (const aln_speech *s, uint32_t i) {
  uint8_t c = class_of (s, i);
  if (s->t[i].kind == ALN_TOKEN_MARK) return is_hyphen (s, i) || is_genitive (s, i);
  if (s->t[i].shape == ALN_SHAPE_CAPITAL || s->t[i].shape == ALN_SHAPE_CAPS)
    return c != ALN_PREP && c != ALN_CONJ && c != ALN_THAT && c != ALN_WHO && c != ALN_DAYWORD &&
           !is_pronoun (s, i);
  if (c == ALN_SPEECH_NONE || c == ALN_ROLE || c == ALN_TEXT || c == ALN_DET) return 1;
  return aln_is_cue (s, i) && s->at[i].form != ALN_PAST;
}

static const aln_mention *person_at (const aln_speech *s, uint32_t i) {
  const aln_mention *m = aln_mention_at (s->mentions, i);
  return m && m->kind == ALN_MENTION_PERSON ? m : NULL;
}

/* -- a noun phrase that ends somewhere ------------------------------------------------------------- */

static uint32_t before_brackets (const aln_speech *s, uint32_t low, uint32_t end) {
  uint32_t i = end;
  if (end == low || aln_speech_mark (s, end - 1) != ')') return end;
  while (i > low && end - i < PHRASE_WORDS && aln_speech_mark (s, i - 1) != '(') i--;
  return i > low && aln_speech_mark (s, i - 1) == '(' ? i - 1 : end;
}

static uint32_t phrase_start (const aln_speech *s, uint32_t low, uint32_t end) {
  uint32_t i = end;
  while (i > low && end - i < PHRASE_WORDS && is_nominal (s, i - 1)) {
    i--;
    if (class_of (s, i) == ALN_DET && !(i > low && class_of (s, i - 1) == ALN_DET)) break;
  }
  return i;
}

static uint32_t head_of (const aln_speech *s, uint32_t from, uint32_t to) {
  if (person_at (s, to - 1)) return to - 1;
  for (uint32_t i = to; i > from; i--)
    if (class_of (s, i - 1) == ALN_ROLE || class_of (s, i - 1) == ALN_TEXT) return i - 1;
  for (uint32_t i = to; i > from; i--)
    if (s->t[i - 1].kind == ALN_TOKEN_WORD && !is_genitive (s, i - 1)) return i - 1;
  return to - 1;
}

static int small_phrase_ending (const aln_speech *s, uint32_t low, uint32_t end, aln_actor *out) {
  const aln_mention *m;
  uint32_t from;
  if (end <= low) return 0;
  if (is_pronoun (s, end - 1)) {
    *out = (aln_actor){end - 1, end, end - 1, 0};
    return 1;
  }
  m = person_at (s, end - 1);
  from = m && m->from > low ? phrase_start (s, low, m->from) : phrase_start (s, low, end);
  if (from == end || (end - from == 1 && class_of (s, from) == ALN_DET)) return 0;
  *out = (aln_actor){from, end, head_of (s, from, end), 0};
  return 1;
}

/* "the senator and party candidate": one person, where the second noun has no article. */
static void take_first_of_two (const aln_speech *s, uint32_t low, aln_actor *out) {
  aln_actor earlier;
  if (out->from < low + 2 || class_of (s, out->from - 1) != ALN_CONJ) return;
  if (class_of (s, out->from) == ALN_DET || class_of (s, out->head) != ALN_ROLE) return;
  if (!small_phrase_ending (s, low, out->from - 1, &earlier)) return;
  if (class_of (s, earlier.head) != ALN_ROLE || is_pronoun (s, earlier.from)) return;
  out->from = earlier.from;
  out->head = earlier.head;
}

/* "Berg and Moen said": both of them; the first is the head. */
static void take_both (const aln_speech *s, uint32_t low, aln_actor *out) {
  const aln_mention *first, *second = person_at (s, out->head);
  if (!second) second = aln_mention_at (s->mentions, out->from);
  if (out->from < low + 2 || class_of (s, out->from - 1) != ALN_CONJ) return;
  first = aln_mention_at (s->mentions, out->from - 2);
  if (!first || !second || first->from < low || first->kind != second->kind) return;
  if (first->kind == ALN_MENTION_DEMONYM || first->kind == ALN_MENTION_OTHER) return;
  out->from = first->from;
  out->head = first->to - 1;
}

/* "Anna Berg, the group's director said": where no second comma closes it. */
static void take_name_before (const aln_speech *s, uint32_t low, aln_actor *out) {
  const aln_mention *name;
  if (out->from < low + 2 || class_of (s, out->head) != ALN_ROLE) return;
  if (aln_speech_mark (s, out->from - 1) != ',') return;
  name = person_at (s, out->from - 2);
  if (!name || name->from != low) return;
  out->from = name->from;
  out->head = name->to - 1;
}

/* "a spokesman for the ministry": the first of the phrases that small words chain up is the head. */
static int phrase_ending (const aln_speech *s, uint32_t low, uint32_t end, aln_actor *out) {
  aln_actor earlier;
  end = before_brackets (s, low, end);
  if (!small_phrase_ending (s, low, end, out)) return 0;
  for (int k = 0; k < 4 && out->from > low + 1 && !is_pronoun (s, out->from); k++) {
    uint32_t prep = out->from - 1;
    if (class_of (s, prep) != ALN_PREP || s->t[prep].shape != ALN_SHAPE_LOWER) break;
    if (!is_nominal (s, prep - 1) || class_of (s, prep - 1) == ALN_DET) break;
    if (!small_phrase_ending (s, low, prep, &earlier)) break;
    out->from = earlier.from;
    out->head = earlier.head;
  }
  take_first_of_two (s, low, out);
  take_both (s, low, out);
  take_name_before (s, low, out);
  return 1;
}

/* -- a noun phrase that begins somewhere ----------------------------------------------------------- */

static int ends_phrase (const aln_speech *s, uint32_t i) {
  if (s->t[i].kind == ALN_TOKEN_MARK && !is_hyphen (s, i) && !is_genitive (s, i)) return 1;
  if (!is_nominal (s, i)) return 1;
  if (s->t[i].shape != ALN_SHAPE_LOWER || class_of (s, i) == ALN_ROLE) return 0;
  if (i && class_of (s, i - 1) == ALN_ROLE && !is_hyphen (s, i) && !is_genitive (s, i)) return 1;
  if (i && (class_of (s, i - 1) == ALN_DET || is_hyphen (s, i - 1)))
    return 0; /* "an unnamed official", "a well-placed official", "the ruling" */
  if (aln_is_cue (s, i)) return 1;
  return class_of (s, i) == ALN_SPEECH_NONE && ends_in (aln_token_text (s->a, i), "ed");
}

/* "said Ba Maw Win", where no list knows but the first name: where its last word ends. */
static uint32_t name_goes_on (const aln_speech *s, uint32_t k, uint32_t high) {
  uint32_t end = k;
  while (end < high && end < k + 3 && s->t[end].shape == ALN_SHAPE_CAPITAL &&
         class_of (s, end) == ALN_SPEECH_NONE && !aln_mention_at (s->mentions, end))
    end++;
  return end < high && aln_speech_mark (s, end) == ',' ? end : k;
}

/* "one Berg aide", "a Berg confidant": the name only says whose. */
static int is_modifier (const aln_speech *s, uint32_t i, uint32_t k, uint32_t high) {
  return k < high && class_of (s, i) == ALN_DET && s->t[k].shape == ALN_SHAPE_LOWER &&
         class_of (s, k) == ALN_SPEECH_NONE && !ends_in (aln_token_text (s->a, k), "ed");
}

/* Does a body's name end with token k, before a verb: a word with an article behind it? */
static int ends_body (const aln_speech *s, uint32_t k, uint32_t high) {
  const aln_mention *m = aln_mention_at (s->mentions, k);
  return m && m->kind == ALN_MENTION_BODY && !m->noun && m->to == k + 1 && k + 2 < high &&
         s->t[k + 1].shape == ALN_SHAPE_LOWER && class_of (s, k + 1) == ALN_SPEECH_NONE &&
         class_of (s, k + 2) == ALN_DET;
}

int aln_actor_at (const aln_speech *s, uint32_t i, uint32_t high, aln_actor *out) {
  uint32_t k = i, start;
  if (i >= high) return 0;
  if (is_pronoun (s, i)) {
    *out = (aln_actor){i, i + 1, i, 0};
    return 1;
  }
  if (i + 2 < high && class_of (s, i) == ALN_DET &&
      aln_same (aln_token_text (s->a, i + 1), ALN_LIT ("of")))
    k = i + 2; /* "one of the officials" */
  for (start = k; k < high && k - i < PHRASE_WORDS && !ends_phrase (s, k); k++) {
    const aln_mention *m = person_at (s, k);
    if (k > start && class_of (s, k) == ALN_DET) break;
    if (!m && ends_body (s, k, high)) { /* "The New York Times | took" */
      k++;
      break;
    }
    if (!m) continue;
    k = m->to < high ? m->to : high;
    if (k < high && (is_genitive (s, k) || class_of (s, k) == ALN_ROLE)) continue;
    if (is_modifier (s, i, k, high)) continue;
    k = name_goes_on (s, k, high);
    break;
  }
  if (k > high) k = high;
  if (k == i || (k - i == 1 && class_of (s, i) == ALN_DET)) return 0;
  *out = (aln_actor){i, k, head_of (s, i, k), 0};
  return 1;
}

static int introduces (const aln_speech *s, uint32_t i) {
  uint8_t c = class_of (s, i);
  if (c == ALN_PREP || c == ALN_CONJ || c == ALN_DAYWORD || c == ALN_AUX || c == ALN_ACCORDING)
    return 1;
  if (c == ALN_ADVERB || (aln_is_cue (s, i) && s->at[i].form != ALN_BASE)) return 1;
  return c == ALN_SPEECH_NONE && !aln_mention_at (s->mentions, i) &&
         (ends_in (aln_token_text (s->a, i), "ing") || ends_in (aln_token_text (s->a, i), "ly"));
}

static uint32_t behind_comma (const aln_speech *s, uint32_t i, uint32_t high) {
  uint32_t k = i;
  while (k < high && k - i < LEAD_TOKENS && aln_speech_mark (s, k) != ',') k++;
  return k < high && aln_speech_mark (s, k) == ',' ? k + 1 : i;
}

int aln_actor_first (const aln_speech *s, uint32_t low, uint32_t high, aln_actor *out) {
  uint32_t i = low;
  for (uint32_t k = 0; k < LEADS && i < high; k++) {
    uint32_t next;
    while (i < high && i - low < LEAD_TOKENS && s->t[i].kind == ALN_TOKEN_MARK) i++;
    while (i < high && class_of (s, i) == ALN_CONJ && aln_speech_mark (s, i) == 0 &&
           ends_in (aln_token_text (s->a, i), "ut"))
      i++; /* But */
    if (i >= high || !introduces (s, i)) break;
    next = behind_comma (s, i, high);
    if (next == i) {
      i++;
      break;
    }
    i = next;
  }
  return i < high && aln_actor_at (s, i, high, out);
}

/* -- the subject of a verb -------------------------------------------------------------------------- */

static int ends_dayword (const aln_speech *s, uint32_t low, uint32_t i) { /* "last year" */
  return i >= low + 2 && class_of (s, i - 2) == ALN_DAYWORD && s->at[i - 2].len == 2;
}

/* "Berg on Monday said", "Berg on Dec. 20 said": the token of "on" before token i, or i. */
static uint32_t before_day (const aln_speech *s, uint32_t low, uint32_t i) {
  for (uint32_t k = i; k > low + 1 && i - k < DAY_TOKENS; k--) {
    if (class_of (s, k - 1) == ALN_PREP)
      return k < i && aln_same (aln_token_text (s->a, k - 1), ALN_LIT ("on")) ? k - 1 : i;
    if (s->t[k - 1].kind == ALN_TOKEN_WORD && s->t[k - 1].shape == ALN_SHAPE_LOWER) return i;
    if (person_at (s, k - 1)) return i;
  }
  return i;
}

static uint32_t before_auxiliaries (const aln_speech *s, uint32_t low, uint32_t verb) {
  uint32_t i = verb;
  if (ends_dayword (s, low, i)) i -= 2;
  for (int k = 0; k < 2; k++) {
    while (
        i > low && verb - i < 6 &&
        (class_of (s, i - 1) == ALN_AUX || class_of (s, i - 1) == ALN_BE || is_adverb (s, i - 1)))
      i--;
    i = before_day (s, low, i);
    if (i > low && i < verb && class_of (s, i) == ALN_DAYWORD && class_of (s, i - 1) == ALN_PREP)
      i--;
  }
  return i;
}

/* "the state is", "claims of": what looks like a verb in the present is a noun. */
static int is_noun_before (const aln_speech *s, uint32_t next) {
  uint8_t c = next < s->n ? class_of (s, next) : ALN_SPEECH_NONE;
  if (c == ALN_BE || (c == ALN_AUX && !aln_same (aln_token_text (s->a, next), ALN_LIT ("to"))))
    return 1;
  return c == ALN_PREP && aln_same (aln_token_text (s->a, next), ALN_LIT ("of"));
}

/* "a courtesy call on": what one thing does ends in s. */
static int is_of_one (const aln_speech *s, uint32_t i) {
  aln_slice det = aln_token_text (s->a, i - 2);
  if (class_of (s, i - 1) != ALN_SPEECH_NONE || ends_in (aln_token_text (s->a, i), "s")) return 0;
  return class_of (s, i - 2) == ALN_DET && (det.p[0] | 32) == 'a' &&
         (det.n == 1 || (det.n == 2 && det.p[1] == 'n'));
}

/* "the claim that Seoul pays", not "the report that says so". */
static int is_claim (const aln_speech *s, uint32_t i) {
  uint32_t that = i + s->at[i].len;
  uint8_t next = that + 1 < s->n ? class_of (s, that + 1) : ALN_BE;
  if (that + 1 >= s->n || class_of (s, that) != ALN_THAT) return 0;
  return next != ALN_BE && next != ALN_AUX && !aln_is_cue (s, that + 1);
}

static int is_noun_of_speech (const aln_speech *s, uint32_t low, uint32_t i) {
  if (s->at[i].class == ALN_CLAIM) return 1;
  return i > low && (class_of (s, i - 1) == ALN_DET || is_genitive (s, i - 1));
}

/* Whose claim it is, where that stands before it: "Kim's claim that". */
static int owner_of_claim (const aln_speech *s, uint32_t low, uint32_t i, aln_actor *out) {
  if (i < low + 2 || !is_genitive (s, i - 1)) return 0;
  return small_phrase_ending (s, low, i - 1, out);
}

int aln_is_no_verb (const aln_speech *s, uint32_t low, uint32_t i) {
  uint32_t k = i;
  uint8_t c;
  if (s->at[i].class == ALN_CLAIM) return !is_claim (s, i);
  if (s->at[i].class >= ALN_ACCORDING) return 0;
  if (i > low && (s->t[i].flags & ALN_TOKEN_GLUED) && is_hyphen (s, i - 1)) return 1;
  while (k > low && i - k < 4 && is_adverb (s, k - 1)) k--;
  if (k == low) return s->at[i].form == ALN_BASE && (k == 0 || aln_speech_mark (s, k - 1) != '"');
  c = class_of (s, k - 1);
  if (c == ALN_BE) return s->at[i].form != ALN_ING;
  if (c == ALN_AUX && aln_same (aln_token_text (s->a, k - 1), ALN_LIT ("to"))) return 1;
  if (c == ALN_DET || is_genitive (s, k - 1)) return !is_claim (s, i);
  if (c == ALN_PREP) return k == i || class_of (s, k) != ALN_DAYWORD; /* "on Monday said" */
  if (i + 1 >= s->n) return 0;
  if (s->at[i].form == ALN_ING && class_of (s, i + 1) == ALN_ROLE && i + 2 < s->n &&
      person_at (s, i + 2))
    return 1; /* "planning director Anna Berg" */
  if (aln_same (aln_token_text (s->a, i + 1), ALN_LIT ("by"))) return 1;
  if (s->at[i].class == ALN_DUB && s->at[i].form == ALN_PAST && aln_speech_mark (s, i + 1) == '"')
    return 1; /* 'a film called "…"' */
  if (s->at[i].form == ALN_BASE && i >= low + 2 && is_of_one (s, i)) return 1;
  return s->at[i].form == ALN_BASE && is_noun_before (s, i + s->at[i].len);
}

int aln_is_passive (const aln_speech *s, uint32_t i, uint32_t high) {
  uint32_t k = i;
  while (k < high && k - i < 4 && class_of (s, k) == ALN_AUX) k++;
  if (k >= high || class_of (s, k) != ALN_BE) return 0;
  for (k++; k < high && k - i < 8 && (is_adverb (s, k) || class_of (s, k) == ALN_BE); k++) continue;
  return k < high && ends_in (aln_token_text (s->a, k), "ed");
}

/* "the army's spokesman, Colonel Anna Berg, told": the name between the commas; i: behind the second. */
static int name_in_commas (const aln_speech *s, uint32_t low, uint32_t i, aln_actor *out) {
  const aln_mention *name = i > low + 3 ? person_at (s, i - 2) : NULL;
  uint32_t from;
  if (!name || name->from <= low) return 0;
  from = phrase_start (s, low, name->from);
  if (from < low + 2 || aln_speech_mark (s, from - 1) != ',') return 0;
  if (!phrase_ending (s, low, from - 1, out) || class_of (s, out->head) != ALN_ROLE) return 0;
  *out = (aln_actor){from, name->to, name->to - 1, 0};
  return 1;
}

/* "Berg, meanwhile, said": the first comma, where the second stands before token i; or i. */
static uint32_t before_aside (const aln_speech *s, uint32_t low, uint32_t i) {
  if (i < low + 4 || aln_speech_mark (s, i - 1) != ',' || aln_speech_mark (s, i - 3) != ',')
    return i;
  return is_adverb (s, i - 2) ? i - 3 : i;
}

int aln_actor_before (const aln_speech *s, uint32_t low, uint32_t verb, aln_actor *out,
                      int *joined) {
  uint32_t i = before_aside (s, low, before_auxiliaries (s, low, verb));
  char mark;
  *joined = 0;
  if (is_noun_of_speech (s, low, verb)) {
    *joined = !owner_of_claim (s, low, verb, out);
    return !*joined;
  }
  if (i == low) return 0;
  mark = aln_speech_mark (s, i - 1);
  if (mark == ',' && name_in_commas (s, low, i, out)) return 1;
  if (class_of (s, i - 1) == ALN_WHO || class_of (s, i - 1) == ALN_THAT) {
    uint32_t who = class_of (s, i - 1) == ALN_WHO ? i : 0;
    i--;
    if (i > low && aln_speech_mark (s, i - 1) == ',') i--;
    if (!phrase_ending (s, low, i, out)) return 0;
    out->who = who;
    return 1;
  }
  if (mark == ',' || mark == '-' || mark == '"' || class_of (s, i - 1) == ALN_CONJ) {
    *joined = 1;
    return 0;
  }
  return phrase_ending (s, low, i, out);
}
