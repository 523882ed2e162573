/* speakers.c: in: a noun phrase. Out: the person or body it means (speakers.h). */
#include "speakers.h"

#include "glance.h"

#define BODIES_BACK 24u       /* bodies looked at, from the noun phrase back */
#define PERSONS_LOOKED_AT 64u /* for "the new commander" */

/* -- he or she -------------------------------------------------------------------------------------- */

static uint8_t gender_of_word (aln_slice w) { /* he him his, she her hers */
  if (w.n < 2 || w.n > 7) return 0;
  if ((w.p[0] | 32) == 'h' && (w.p[1] == 'i' || (w.p[1] == 'e' && w.n == 2))) return ALN_HE;
  return (w.p[0] | 32) == 's' || ((w.p[0] | 32) == 'h' && w.p[1] == 'e') ? ALN_SHE : 0;
}

static uint8_t gender_of_title (const aln_speakers *s, uint32_t token) { /* Mr. Mrs. Ms. */
  aln_slice w;
  if (token == 0) return 0;
  w = aln_tokens_text (s->a, token - 1, token);
  if (w.n < 2 || w.n > 4 || w.p[0] != 'M') return 0;
  if (w.p[1] == 'r' && (w.n == 2 || w.p[2] == '.')) return ALN_HE;
  return w.p[1] == 's' || (w.p[1] == 'r' && w.p[2] == 's') ||
                 (w.p[1] == 'i' && w.n == 4 && w.p[2] == 's')
             ? ALN_SHE
             : 0;
}

/* By the title before the name, or else by the pronouns that mean the person. */
static uint8_t gender_of (const aln_speakers *s, const aln_namings *spans) {
  uint32_t he = 0, she = 0;
  for (uint32_t k = 0; k < spans->n; k++) {
    const aln_naming *n = &spans->at[k];
    uint8_t g;
    if (n->kind == ALN_SPAN_NAME) {
      g = gender_of_title (s, n->from);
      if (g) return g;
    } else if (n->kind == ALN_SPAN_PRONOUN) {
      g = gender_of_word (aln_tokens_text (s->a, n->from, n->to));
      he += g == ALN_HE;
      she += g == ALN_SHE;
    }
  }
  return he > she ? ALN_HE : she > he ? ALN_SHE : 0;
}

void aln_speakers_open (aln_status *st, aln_arena *room, const aln_speech *speech,
                        const aln_people *people, aln_speakers *out) {
  const aln_article *a = speech->a;
  *out = (aln_speakers){.a = a, .people = people, .speech = speech};
  out->meant = aln_arena_get (st, room, (a->tokens.n + 1) * sizeof *out->meant);
  out->gender = aln_arena_get (st, room, people->persons.n + 1);
  if (*st != ALN_OK) return;
  for (uint32_t i = 0; i < people->persons.n; i++) {
    const aln_namings *spans = &people->persons.at[i].spans;
    out->gender[i] = gender_of (out, spans);
    for (uint32_t k = 0; k < spans->n; k++)
      for (uint32_t j = spans->at[k].from; j < spans->at[k].to; j++)
        if (spans->at[k].kind != ALN_SPAN_NAME) out->meant[j] = i + 1;
  }
}

static aln_speaker as_written (const aln_speakers *s, const aln_actor *n) {
  aln_speaker out = {{"", 0}, {"", 0}, {"", 0}, {0, 0}};
  out.at =
      (aln_span){s->a->tokens.at[n->from].from, s->a->tokens.at[(n->who ? n->who : n->to) - 1].to};
  out.name = aln_tokens_text (s->a, n->from, n->to);
  return out;
}

/* -- persons --------------------------------------------------------------------------------------- */

static uint32_t person_at (const aln_speakers *s, uint32_t token) { /* 1 + its index */
  const aln_person *p = aln_person_at (s->people, token);
  if (p) return (uint32_t)(p - s->people->persons.at) + 1;
  return s->meant[token];
}

static void remember (aln_speakers *s, uint32_t person) {
  uint32_t k = 0;
  while (k + 1 < ALN_RECENT && s->recent[k] != person) k++;
  for (; k > 0; k--) s->recent[k] = s->recent[k - 1];
  s->recent[0] = person;
}

static void say_person (aln_speakers *s, uint32_t person, aln_speaker *out) {
  const aln_person *p = &s->people->persons.at[person - 1];
  remember (s, person);
  s->unnamed = (aln_speaker){{"", 0}, {"", 0}, {"", 0}, {0, 0}};
  out->name = p->name;
  out->side = p->side;
  if (p->held.n) out->office = p->held.at[0].office;
}

/* The newest of those who spoke or acted that the pronoun can mean. */
static uint32_t meant_by (const aln_speakers *s, uint32_t token) {
  uint8_t gender = gender_of_word (aln_tokens_text (s->a, token, token + 1));
  for (uint32_t k = 0; k < ALN_RECENT && s->recent[k]; k++) {
    uint8_t g = s->gender[s->recent[k] - 1];
    if (!g || g == gender) return s->recent[k];
  }
  return s->meant[token];
}

/* -- bodies ---------------------------------------------------------------------------------------- */

static aln_slice field (const aln_speakers *s, const aln_mention *m, const char *key) {
  return m->row ? aln_lexicon_get (s->a->lexicon, m->row, aln_slice_of (key)) : (aln_slice){"", 0};
}

static int speaks (const aln_speakers *s, const aln_mention *m) { /* "Seoul said": a metonym */
  if (m->kind == ALN_MENTION_PLACE) return field (s, m, "stands_for").n > 0;
  return m->kind == ALN_MENTION_BODY || m->kind == ALN_MENTION_COUNTRY;
}

static void say_body (aln_speakers *s, uint32_t mention, aln_speaker *out) {
  const aln_mention *m = &s->people->mentions.list.at[mention - 1];
  aln_slice name = field (s, m, m->kind == ALN_MENTION_PLACE ? "stands_for" : "name");
  s->body = mention;
  s->thing = (aln_slice){"", 0};
  out->name = name.n ? name : aln_tokens_text (s->a, m->from, m->to);
  out->side = aln_mention_side (s->a, m);
}

static int has_word (aln_slice all, aln_slice word) { /* letters of either case */
  for (size_t i = 0; i + word.n <= all.n; i++) {
    size_t k = 0;
    if (i && all.p[i - 1] != ' ') continue;
    while (k < word.n && (all.p[i + k] | 32) == (word.p[k] | 32)) k++;
    if (k == word.n) return 1;
  }
  return 0;
}

/* 1 + the last mention before token 'at' of a body whose name has the word: "the ministry". */
static uint32_t body_called (const aln_speakers *s, uint32_t at, aln_slice word) {
  const aln_mentions *all = &s->people->mentions;
  uint32_t seen = 0, low = at > 600 ? at - 600 : 0;
  for (uint32_t i = at; i > low && seen < BODIES_BACK; i--) {
    const aln_mention *m = aln_mention_at (all, i - 1);
    if (!m || m->kind != ALN_MENTION_BODY) continue;
    seen++;
    if (m->from < i) i = m->from + 1;
    if (has_word (aln_tokens_text (s->a, m->from, m->to), word) ||
        has_word (field (s, m, "name"), word))
      return (uint32_t)(m - all->list.at) + 1;
  }
  return 0;
}

static int begins_with_the (const aln_speakers *s, const aln_actor *n) {
  aln_slice w = aln_tokens_text (s->a, n->from, n->from + 1);
  return w.n == 3 && (w.p[0] | 32) == 't' && w.p[1] == 'h' && w.p[2] == 'e';
}

/* -- all of it ------------------------------------------------------------------------------------- */

static int holds (const aln_speakers *s, uint32_t person, aln_slice word) {
  const aln_person *p = &s->people->persons.at[person];
  for (uint32_t k = 0; k < p->held.n; k++)
    if (!(p->held.at[k].holder & ALN_HOLDER_FORMER) && has_word (p->held.at[k].office, word))
      return 1;
  return 0;
}

/* 1 + the person whose post has the word ("the new commander"): who spoke or acted last, or else the
   only one. */
static uint32_t holder_called (const aln_speakers *s, aln_slice word) {
  uint32_t found = 0;
  for (uint32_t k = 0; k < ALN_RECENT && s->recent[k]; k++)
    if (holds (s, s->recent[k] - 1, word)) return s->recent[k];
  for (uint32_t i = 0; i < s->people->persons.n && i < PERSONS_LOOKED_AT; i++) {
    if (!holds (s, i, word)) continue;
    if (found) return 0;
    found = i + 1;
  }
  return found;
}

static aln_speaker of_pronoun (aln_speakers *s, const aln_actor *n, uint8_t class) {
  aln_speaker out = as_written (s, n);
  uint32_t person = class == ALN_PRONOUN ? meant_by (s, n->head) : 0;
  if (class == ALN_PRONOUN && s->unnamed.name.n) out.name = s->unnamed.name;
  else if (person) say_person (s, person, &out);
  if (class == ALN_IT && s->thing.n) out.name = s->thing;
  else if (class == ALN_IT && s->body) say_body (s, s->body, &out);
  return out;
}

static uint32_t body_of (const aln_speakers *s, const aln_actor *n) {
  const aln_mention *m = aln_mention_at (&s->people->mentions, n->head);
  if (m && speaks (s, m)) return (uint32_t)(m - s->people->mentions.list.at) + 1;
  if (n->to - n->from != 2 || !begins_with_the (s, n)) return 0;
  return body_called (s, n->from, aln_tokens_text (s->a, n->head, n->head + 1));
}

/* "the envoy": who holds such a post; or, of a post nobody has, who spoke or acted last, unless that
   was an envoy without a name. */
static uint32_t person_called (const aln_speakers *s, const aln_actor *n) {
  aln_slice word = aln_tokens_text (s->a, n->head, n->head + 1);
  uint32_t person;
  if (n->to - n->from > 3 || !begins_with_the (s, n)) return 0;
  person = holder_called (s, word);
  if (person || s->speech->at[n->head].form != ALN_OF_POST || n->to - n->from > 2) return person;
  return s->unnamed.name.n && has_word (s->unnamed.name, word) ? 0 : s->recent[0];
}

/* "the Pentagon's readout", "a White House statement": who issued it, as a mention; 0: nobody. */
static uint32_t issuer_of (const aln_speakers *s, const aln_actor *n) {
  for (uint32_t i = n->head; i > n->from; i--) {
    const aln_mention *m = aln_mention_at (&s->people->mentions, i - 1);
    if (m && m->kind == ALN_MENTION_BODY) return (uint32_t)(m - s->people->mentions.list.at) + 1;
  }
  return 0;
}

/* One person of whom only the role is told: "a senior official". */
static int is_unnamed (const aln_speakers *s, const aln_actor *n) {
  const aln_token *t = &s->a->tokens.at[n->head];
  return s->speech->at[n->head].class == ALN_ROLE && s->speech->at[n->head].form != ALN_OF_BODY &&
         t->shape == ALN_SHAPE_LOWER && s->a->text.p[t->to - 1] != 's';
}

aln_speaker aln_speaker_of (aln_speakers *s, const aln_actor *n) {
  uint8_t class = s->speech->at[n->head].class;
  aln_speaker out = as_written (s, n);
  uint32_t person, body;
  if (class >= ALN_PRONOUN && class <= ALN_FIRST && n->to - n->from == 1)
    return of_pronoun (s, n, class);
  person = person_at (s, n->head);
  if (!person && class == ALN_ROLE) person = person_called (s, n);
  body = person ? 0 : body_of (s, n);
  if (!person && !body && class == ALN_TEXT) body = issuer_of (s, n);
  if (person) say_person (s, person, &out);
  else if (body) say_body (s, body, &out);
  else if (is_unnamed (s, n)) s->unnamed = out;
  return out;
}

void aln_remember_thing (aln_speakers *s, const aln_actor *n, const aln_speaker *speaker) {
  uint8_t class = s->speech->at[n->head].class;
  aln_slice head = aln_tokens_text (s->a, n->head, n->head + 1),
            whole = aln_tokens_text (s->a, n->from, n->to);
  if (class == ALN_ROLE && s->speech->at[n->head].form != ALN_OF_BODY) return;
  if (class >= ALN_PRONOUN && class <= ALN_FIRST) return;
  if (!aln_same (speaker->name, whole) || person_at (s, n->head) || body_of (s, n)) return;
  if (s->a->tokens.at[n->head].shape == ALN_SHAPE_LOWER && head.n && head.p[head.n - 1] == 's')
    return; /* "analysts said" */
  s->thing = whole;
}

int aln_can_speak (const aln_speakers *s, const aln_actor *n) {
  uint8_t class = s->speech->at[n->head].class;
  if (class == ALN_ROLE || class == ALN_TEXT || class == ALN_PRONOUN || class == ALN_THEY ||
      class == ALN_FIRST)
    return 1;
  return person_at (s, n->head) != 0 || body_of (s, n) != 0;
}
