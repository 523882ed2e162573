/* people_things.c: in: mentions of bodies and places. Out: each body and place once, with all its spans
   (casting.h). */
#include "casting.h"

typedef struct shelf { /* things by name */
  uint32_t *table, mask;
} shelf;

static uint32_t hash_name (aln_slice s) {
  uint32_t h = 2166136261u;
  for (size_t i = 0; i < s.n; i++) {
    unsigned char c = (unsigned char)s.p[i];
    h = (h ^ (aln_is_upper (c) ? c | 32u : c)) * 16777619u;
  }
  return h;
}

static aln_slice name_of (const aln_casting *f, const aln_mention *m) {
  aln_slice name = m->row ? get (f, m->row, "name") : (aln_slice){"", 0};
  if (name.n) return name;
  return aln_cut (f->a->text, (aln_span){f->t[m->from].from, f->t[m->to - 1].to});
}

static aln_thing *thing_of (aln_status *st, aln_casting *f, const aln_mention *m, shelf *s) {
  int place = m->kind != ALN_MENTION_BODY;
  aln_slice name = name_of (f, m);
  uint32_t i = (hash_name (name) ^ (uint32_t)place) & s->mask;
  aln_thing *t;
  for (; s->table[i]; i = (i + 1) & s->mask) {
    t = (s->table[i] & 1) ? &f->out->places.at[s->table[i] / 2 - 1]
                          : &f->out->bodies.at[s->table[i] / 2 - 1];
    if ((s->table[i] & 1) == (uint32_t)place && aln_same (t->name, name)) return t;
  }
  if (place) t = ALN_ADD (st, f->room, &f->out->places);
  else t = ALN_ADD (st, f->room, &f->out->bodies);
  if (!t) return NULL;
  s->table[i] = (place ? f->out->places.n : f->out->bodies.n) * 2 + (uint32_t)place;
  t->name = name;
  t->row = m->row;
  t->rule = m->rule;
  t->side = aln_mention_side (f->a, m);
  if (m->row) {
    t->kind = m->kind == ALN_MENTION_COUNTRY ? ALN_LIT ("country") : get (f, m->row, "kind");
    t->stands_for = get (f, m->row, "stands_for");
  }
  return t;
}

void aln_settle_things (aln_status *st, aln_casting *f) {
  shelf s = {NULL, 63};
  while (s.mask < f->out->mentions.list.n * 2) s.mask = s.mask * 2 + 1;
  s.table = aln_arena_get (st, f->room, (s.mask + 1) * sizeof *s.table);
  for (uint32_t i = 0; i < f->out->mentions.list.n && *st == ALN_OK; i++) {
    const aln_mention *m = &f->out->mentions.list.at[i];
    aln_thing *t;
    if (m->kind != ALN_MENTION_BODY && m->kind != ALN_MENTION_COUNTRY &&
        m->kind != ALN_MENTION_PLACE)
      continue;
    if (!m->row && aln_name_titles (f->a, &f->kinds, m->from, f->n, NULL) >= m->to - m->from)
      continue; /* "Rear" of "Rear Adm." */
    t = thing_of (st, f, m, &s);
    if (t) add_naming (st, f, &t->spans, m->from, m->to, m->noun ? ALN_SPAN_NOUN : ALN_SPAN_NAME);
  }
}
