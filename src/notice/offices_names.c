/* offices_names.c: in: a post and what stands beside it. Out: what it is called, whose it is, who sends the holder
   (posting.h). */
#include "posting.h"

aln_slice aln_office_name (const aln_lexicon *x, aln_row row, aln_slice side) {
  aln_slice own = side.n ? aln_lexicon_get (x, row, side) : side;
  return own.n ? own : aln_lexicon_get (x, row, ALN_LIT ("office"));
}

aln_slice aln_counterpart_name (const aln_lexicon *x, aln_row row, aln_slice side) {
  aln_slice own = side.n ? aln_lexicon_get (x, row, side) : side;
  if (!own.n) own = aln_lexicon_get (x, row, ALN_LIT ("abroad"));
  return own.n ? own : aln_lexicon_get (x, row, ALN_LIT ("office"));
}

static aln_slice text_of (const aln_posting *f, const aln_mention *m) {
  return aln_cut (f->a->text, (aln_span){f->t[m->from].from, f->t[m->to - 1].to});
}

/* "Joint Chiefs of Staff (South Korea)": its side is told elsewhere. */
static aln_slice without_brackets (aln_slice name) {
  const char *open = name.n ? memchr (name.p, '(', name.n) : NULL;
  if (open && open > name.p + 1) name.n = (size_t)(open - name.p) - 1;
  return name;
}

static aln_slice name_of (const aln_posting *f, const aln_mention *m) {
  aln_slice country = m->row ? get (f, m->row, "country") : (aln_slice){"", 0}; /* of a capital */
  aln_slice name = m->row ? get (f, m->row, "name") : (aln_slice){"", 0};
  if (m->row && get (f, m->row, "short").n) return get (f, m->row, "short");
  if (country.n || name.n) return country.n ? country : without_brackets (name);
  return text_of (f, m);
}

static aln_slice joined (aln_status *st, const aln_posting *f, aln_slice a, aln_slice by,
                         aln_slice b) {
  char *p = aln_arena_get (st, f->room, a.n + by.n + b.n + 1);
  if (!p) return a;
  memcpy (p, a.p, a.n);
  memcpy (p + a.n, by.p, by.n);
  memcpy (p + a.n + by.n, b.p, b.n);
  return (aln_slice){p, a.n + by.n + b.n};
}

/* "Culture Minister": a post that no row lists takes the capitalised words before it. */
static void name_portfolio (aln_status *st, const aln_posting *f, aln_post *p) {
  aln_slice before = get (f, p->row, "portfolio");
  uint32_t i = p->core_from, from;
  if (!before.n || (f->t[i].flags & (ALN_TOKEN_BLOCK | ALN_TOKEN_GLUED))) return;
  from = aln_post_portfolio (f, i);
  if (from == i) return;
  p->office = joined (st, f, before, ALN_LIT (" "),
                      aln_cut (f->a->text, (aln_span){f->t[from].from, f->t[i - 1].to}));
}

/* "Hezbollah leader", "World Energy Council president": of a body that is no country's. */
static void name_body (aln_status *st, const aln_posting *f, aln_post *p, const aln_mention *body) {
  if (!body || get (f, p->row, "bodies").n == 0) return;
  p->office = joined (st, f, get (f, p->row, "office"), ALN_LIT (" of "), name_of (f, body));
}

/* Who sends the holder: of a body that is one country's whatever its side is (`nation`), that country. */
aln_slice aln_post_nation (const aln_posting *f, const aln_mention *body, aln_slice side) {
  aln_slice nation = body && body->row ? get (f, body->row, "nation") : (aln_slice){"", 0};
  return nation.n ? nation : side;
}

/* "Ontario Premier", "the mayor of Windsor": of a place that is no country, nor stands for one. */
void aln_post_name_place (aln_status *st, const aln_posting *f, aln_post *p,
                          const aln_mention *place) {
  aln_slice level = get (f, p->row, "level"), own = get (f, p->row, "of_place");
  if (!place || place->kind != ALN_MENTION_PLACE) return;
  if (place->row && get (f, place->row, "stands_for").n && !get (f, p->row, "places").n) return;
  if (!get (f, p->row, "places").n && !aln_same (level, ALN_LIT ("head")) &&
      !aln_same (level, ALN_LIT ("minister")))
    return;
  p->office = joined (st, f, own.n ? own : p->office, ALN_LIT (" of "), text_of (f, place));
}

void aln_post_name_town (aln_status *st, const aln_posting *f, aln_post *p, aln_slice town) {
  p->office = joined (st, f, p->office, ALN_LIT (" of "), town);
}

void aln_post_name (aln_status *st, const aln_posting *f, aln_post *p, const aln_left *l,
                    const aln_mention *object) {
  aln_slice takes = get (f, p->row, "takes"), fixed = get (f, p->row, "side"), side = {"", 0};
  aln_slice command = get (f, p->row, "command");
  int to = aln_same (takes, ALN_LIT ("to"));
  if (l->side) side = aln_mention_side (f->a, l->side);
  if (!side.n) side = l->nation;
  if (!side.n && fixed.n) side = fixed;
  if (!side.n && object && !to) side = aln_mention_side (f->a, object);
  if (!side.n && l->body) side = aln_mention_side (f->a, l->body);
  p->sender = aln_post_nation (f, object ? object : l->body, side);
  p->side = fixed.n ? fixed : side;
  p->office = aln_office_name (f->x, p->row, side);
  aln_post_name_place (st, f, p, l->side && l->side->kind == ALN_MENTION_PLACE ? l->side : object);
  name_portfolio (st, f, p);
  if (l->prefix) p->office = joined (st, f, get (f, l->prefix, "prefix"), ALN_LIT (" "), p->office);
  if (!takes.n) {
    name_body (st, f, p, object && object->kind == ALN_MENTION_BODY ? object : l->body);
    return;
  }
  if (!object) object = l->body;
  else if (object->kind == ALN_MENTION_COUNTRY &&
           aln_same (get (f, p->row, "level"), ALN_LIT ("commander")))
    object = NULL; /* "commander of U.S. and allied forces": nobody commands a country */
  if (command.n && is_command (f, object)) p->office = command;
  if (object)
    p->office =
        joined (st, f, p->office, to ? ALN_LIT (" to ") : ALN_LIT (" of "), name_of (f, object));
  if (object && !to && aln_mention_side (f->a, object).n) p->side = aln_mention_side (f->a, object);
}

void aln_post_name_task (aln_status *st, const aln_posting *f, aln_post *p, uint32_t from,
                         uint32_t to) {
  aln_slice rest = aln_cut (f->a->text, (aln_span){f->t[from].from, f->t[to - 1].to});
  p->office = joined (st, f, p->office, ALN_LIT (" "), rest);
  p->to = to;
}

void aln_post_name_of (aln_status *st, const aln_posting *f, aln_post *p, const aln_mention *body) {
  p->office = joined (st, f, p->office, ALN_LIT (" of "), name_of (f, body));
}
