/* consultations_codes.c: in: the consultations of an article. Out: each with its CAMEO code, its mode, its
   host and those who took part, as they are given out. */
#include "consulting.h"

#include <stdlib.h>

/* Of what was called off or refused: the codes that come nearest. */
static const char *code_of_refusal (const aln_consultation *e) {
  if (e->kind == ALN_EXERCISE) return "1212"; /* reject military cooperation */
  if (e->kind == ALN_AGREEMENT) return "127"; /* reject plan, agreement */
  if (e->status == ALN_CALLED_OFF && (e->kind == ALN_TALKS || e->negotiation))
    return "164"; /* halt negotiations */
  return "125";   /* reject proposal to meet, discuss, or negotiate */
}

static const char *code_of (const aln_consultation *e) {
  if (e->status == ALN_CALLED_OFF || e->status == ALN_DENIED) return code_of_refusal (e);
  if (is_ahead (e->status)) return "036";
  switch (e->kind) {
  case ALN_CALL: return "041";
  case ALN_VISIT: return e->hosted ? "043" : "042";
  case ALN_EXERCISE: return "062"; /* cooperate militarily */
  case ALN_AGREEMENT: return "057";
  case ALN_MEETING:
  case ALN_TALKS:
  case ALN_SUMMIT:
  case ALN_CEREMONY:
  case ALN_CONTACT_KINDS: break;
  }
  if (e->negotiation) return "046";
  if (e->place_side.n && !aln_sides_have (&e->sides, e->place_side)) return "044";
  return "040";
}

static const char *mode_of (const aln_consultation *e) {
  if (e->kind == ALN_CALL) return "phone";
  if (e->kind == ALN_VISIT) return "visit";
  if (e->kind == ALN_EXERCISE) return "military";
  if (e->kind == ALN_AGREEMENT) return NULL;
  if (e->place_side.n && !aln_sides_have (&e->sides, e->place_side)) return "third-party";
  return e->sides.n > 2 ? "multilateral" : NULL;
}

static int by_letters (const void *a, const void *b) {
  const aln_slice *x = a, *y = b;
  int c = memcmp (x->p, y->p, x->n < y->n ? x->n : y->n);
  return c ? c : (x->n > y->n) - (x->n < y->n);
}

static void participant (aln_consultation *e, aln_slice s) {
  if (s.n && e->participant_count < ALN_PARTICIPANTS) e->participants[e->participant_count++] = s;
}

/* Names; posts of a side without one; else the side. */
static void settle_participants (const aln_consulting *f, aln_consultation *e) {
  for (uint32_t i = 0; i < e->person_count; i++)
    participant (e, f->p->persons.at[e->persons[i] - 1].name);
  for (uint32_t i = 0; i < e->post_count; i++)
    if (!has_person_of (e, e->post_sides[i])) participant (e, e->posts[i]);
  qsort (e->sides.at, e->sides.n, sizeof *e->sides.at, by_letters);
  for (uint32_t i = 0; i < e->sides.n; i++) {
    int told = has_person_of (e, e->sides.at[i]);
    for (uint32_t k = 0; k < e->post_count; k++)
      told |= aln_same (e->post_sides[k], e->sides.at[i]);
    if (!told) participant (e, e->sides.at[i]);
  }
}

void aln_consultations_code (const aln_consulting *f) {
  for (uint32_t i = 0; i < f->out->n; i++) {
    aln_consultation *e = &f->out->at[i];
    settle_participants (f, e);
    e->cameo = code_of (e);
    e->mode = mode_of (e);
    if (e->place_side.n && aln_sides_have (&e->sides, e->place_side)) e->host = e->place_side;
  }
}
