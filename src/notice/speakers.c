/* speakers.c: in: a noun phrase. Out: the person or body it means (speakers.h). */
#include "speakers.h"

#define BODIES_BACK 24u /* bodies looked at, from the noun phrase back */

void aln_speakers_open (aln_status *st, aln_arena *room, const aln_speech *speech,
                        const aln_people *people, aln_speakers *out) {
  const aln_article *a = speech->a;
  *out = (aln_speakers){.a = a, .people = people, .speech = speech};
  out->meant = aln_arena_get (st, room, (a->tokens.n + 1) * sizeof *out->meant);
  if (*st != ALN_OK) return;
  for (uint32_t i = 0; i < people->persons.n; i++) {
    const aln_namings *spans = &people->persons.at[i].spans;
    for (uint32_t k = 0; k < spans->n; k++)
      for (uint32_t j = spans->at[k].from; j < spans->at[k].to; j++)
        if (spans->at[k].kind != ALN_SPAN_NAME) out->meant[j] = i + 1;
  }
}

static aln_slice text_of (const aln_speakers *s, uint32_t from, uint32_t to) {
  return aln_cut (s->a->text, (aln_span){s->a->tokens.at[from].from, s->a->tokens.at[to - 1].to});
}

static aln_speaker as_written (const aln_speakers *s, const aln_actor *n) {
  aln_speaker out = {{"", 0}, {"", 0}, {"", 0}, {0, 0}};
  out.at = (aln_span){s->a->tokens.at[n->from].from, s->a->tokens.at[n->to - 1].to};
  out.name = text_of (s, n->from, n->to);
  return out;
}

/* -- persons --------------------------------------------------------------------------------------- */

static uint32_t person_at (const aln_speakers *s, uint32_t token) { /* 1 + its index */
  const aln_person *p = aln_person_at (s->people, token);
  if (p) return (uint32_t)(p - s->people->persons.at) + 1;
  return s->meant[token];
}

static void say_person (aln_speakers *s, uint32_t person, aln_speaker *out) {
  const aln_person *p = &s->people->persons.at[person - 1];
  s->person = person;
  out->name = p->name;
  out->side = p->side;
  if (p->held.n) out->office = p->held.at[0].office;
}

/* -- bodies ---------------------------------------------------------------------------------------- */

static aln_slice field (const aln_speakers *s, const aln_mention *m, const char *key) {
  return m->row ? aln_lexicon_get (s->a->lexicon, m->row, aln_slice_of (key)) : (aln_slice){"", 0};
}

static int speaks (const aln_mention *m) {
  return m->kind == ALN_MENTION_BODY || m->kind == ALN_MENTION_COUNTRY;
}

static void say_body (aln_speakers *s, uint32_t mention, aln_speaker *out) {
  const aln_mention *m = &s->people->mentions.list.at[mention - 1];
  aln_slice name = field (s, m, "name");
  s->body = mention;
  out->name = name.n ? name : text_of (s, m->from, m->to);
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
    if (has_word (text_of (s, m->from, m->to), word) || has_word (field (s, m, "name"), word))
      return (uint32_t)(m - all->list.at) + 1;
  }
  return 0;
}

static int begins_with_the (const aln_speakers *s, const aln_actor *n) {
  aln_slice w = text_of (s, n->from, n->from + 1);
  return w.n == 3 && (w.p[0] | 32) == 't' && w.p[1] == 'h' && w.p[2] == 'e';
}

/* -- all of it ------------------------------------------------------------------------------------- */

static aln_speaker of_pronoun (aln_speakers *s, const aln_actor *n, uint8_t class) {
  aln_speaker out = as_written (s, n);
  uint32_t person = person_at (s, n->head);
  if (class == ALN_PRONOUN && !person) person = s->person;
  if (class == ALN_PRONOUN && person) say_person (s, person, &out);
  if (class == ALN_IT && s->body) say_body (s, s->body, &out);
  return out;
}

aln_speaker aln_speaker_of (aln_speakers *s, const aln_actor *n) {
  uint8_t class = s->speech->at[n->head].class;
  const aln_mention *m = aln_mention_at (&s->people->mentions, n->head);
  aln_speaker out = as_written (s, n);
  uint32_t person, body;
  if (class >= ALN_PRONOUN && class <= ALN_FIRST && n->to - n->from == 1)
    return of_pronoun (s, n, class);
  person = person_at (s, n->head);
  if (person) {
    say_person (s, person, &out);
    return out;
  }
  if (m && speaks (m)) body = (uint32_t)(m - s->people->mentions.list.at) + 1;
  else
    body = n->to - n->from == 2 && begins_with_the (s, n)
               ? body_called (s, n->from, text_of (s, n->head, n->head + 1))
               : 0;
  if (body) say_body (s, body, &out);
  return out;
}
