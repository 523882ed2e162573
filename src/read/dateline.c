/* dateline.c: in: the page. Out: datelines (dateline.h).
   place ["," place]… [","] [day] ["(" wire ")" | "/" wire "/"] [":" | dash | "."], where enough of it
   is there to tell it from a sentence that begins with a name. */
#include "dateline.h"

#define PLACE_MAX 14u /* tokens of a place */
#define CAPS_MAX 7u   /* words of a place */

typedef struct reading {
  const aln_page *p;
  uint32_t i, end;
  aln_dateline d;
  uint32_t words, caps;         /* of the place up to its first comma */
  uint32_t doubts;              /* words of the place that name papers, offices or desks */
  int colon, dash, stop, tight; /* tight: no space behind the dash */
} reading;

static char mark (const reading *r, uint32_t i) { return i < r->end ? aln_page_mark (r->p, i) : 0; }

static int day_here (const reading *r, uint32_t i) {
  aln_day day;
  return aln_day_at (r->p->x, r->p->text, r->p->t, i, r->end, &day) > 0;
}

/* A word of a place, with its joints: "DES", "Washington", "N.Y.", "Port-au-Prince". */
static uint32_t place_word (reading *r, uint32_t i) {
  const aln_page *p = r->p;
  aln_row row = 0;
  if (i >= r->end || !aln_page_capital (p, i) || day_here (r, i)) return 0;
  if (aln_page_phrase (p, i, r->end, p->agencies, &row)) return 0;
  if (aln_page_phrase (p, i, r->end, p->signs, &row) && !aln_page_is (p, row, "sign", "region")) {
    int the = aln_page_is (p, row, "sign", "article") && p->t[i].shape == ALN_SHAPE_CAPS;
    if (!the && !aln_page_is (p, row, "sign", "outlet")) return 0; /* "THE HAGUE" */
    r->doubts += !the;
  }
  for (i = aln_page_compound (p, i, r->end); i < r->end; i++) /* "N.Y." in pieces */
    if (!(p->t[i].flags & ALN_TOKEN_GLUED) || !aln_page_capital (p, i) ||
        p->t[i].to - p->t[i].from != 1 || mark (r, i - 1) != '.')
      break;
    else if (mark (r, i + 1) == '.') i++;
  return i;
}

/* "[South Korea]" behind a city. */
static uint32_t bracketed_place (const reading *r, uint32_t i) {
  uint32_t k = i + 1;
  if (mark (r, i) != '[') return 0;
  while (k < r->end && k - i < 8 && mark (r, k) != ']') k++;
  return mark (r, k) == ']' ? k + 1 : 0;
}

static int read_place (reading *r) {
  uint32_t from = r->i, first_part = 1, total = 0;
  while (r->i < r->end && r->i - from < PLACE_MAX && total < CAPS_MAX) {
    uint32_t next = place_word (r, r->i);
    if (next) {
      if (first_part) r->words++, r->caps += r->p->t[r->i].shape == ALN_SHAPE_CAPS;
      total++;
      r->i = next;
      r->d.place = (aln_span){from, r->i};
    } else if (total && (mark (r, r->i) == ',' || mark (r, r->i) == '/') &&
               place_word (r, r->i + 1)) {
      first_part = mark (r, r->i) == '/';
      r->i++;
    } else break;
  }
  if (total && bracketed_place (r, r->i)) r->i = bracketed_place (r, r->i);
  if (total && mark (r, r->i) == ',') r->i++;
  return total > 0;
}

static void read_day (reading *r) {
  uint32_t n = aln_day_at (r->p->x, r->p->text, r->p->t, r->i, r->end, &r->d.day);
  if (n == 0) {
    r->d.day = (aln_day){0, 0, 0};
    return;
  }
  r->i += n;
  if (mark (r, r->i) == ',' || (mark (r, r->i) == '.' && mark (r, r->i + 1) == '/')) r->i++;
}

/* One word in capitals that no lexicon knows can be a wire too: "(KUNA) --". */
static int unknown_wire (const reading *r, uint32_t from, uint32_t to) {
  return to - from == 1 && r->p->t[from].kind == ALN_TOKEN_WORD &&
         r->p->t[from].shape == ALN_SHAPE_CAPS;
}

static void read_wire (reading *r) {
  const aln_page *p = r->p;
  char open = mark (r, r->i), close = open == '(' ? ')' : open == '/' ? '/' : 0;
  uint32_t from = r->i + 1, to = from;
  aln_row row = 0;
  if (!close) return;
  while (to < r->end && to - from < 10 && mark (r, to) != close) to++;
  if (to == from || mark (r, to) != close) return;
  for (uint32_t k = from; k < to && !row; k++) aln_page_phrase (p, k, to, p->agencies, &row);
  if (!row && !unknown_wire (r, from, to)) return;
  r->d.agency = row;
  r->d.wire = (aln_span){from, to};
  r->i = to + 1;
}

static void read_end (reading *r) {
  if (r->i >= r->end) return;
  r->stop = mark (r, r->i) == '.' && r->d.wire.to > 0;
  if (r->stop || mark (r, r->i) == ':') {
    r->colon = mark (r, r->i) == ':';
    r->i++;
  }
  if (!aln_page_dash (r->p, r->i, r->end)) return;
  r->dash = 1;
  r->i++;
  r->tight = r->i < r->end && (r->p->t[r->i].flags & ALN_TOKEN_GLUED);
}

static int next_begins (const reading *r) { /* a sentence begins behind the dateline */
  uint32_t i = r->i;
  while (mark (r, i) == '"' || mark (r, i) == '\'' || mark (r, i) == '(') i++;
  if (i >= r->end) return 1;
  return r->p->t[i].kind != ALN_TOKEN_WORD || r->p->t[i].shape != ALN_SHAPE_LOWER;
}

/* A headline behind it ("CRICKET - PAKISTAN WIN", "BUSTED: Emails Reveal All"), no sentence. */
static int next_is_title (const reading *r) {
  uint32_t capitals = 0, longs = 0, caps = 0, words = 0;
  for (uint32_t i = r->i; i < r->end && words < 10; i++) {
    const aln_token *t = &r->p->t[i];
    if (t->kind != ALN_TOKEN_WORD) continue;
    words++;
    caps += words <= 4 && t->shape == ALN_SHAPE_CAPS;
    if (t->to - t->from >= 4) longs++, capitals += (uint32_t)aln_page_capital (r->p, i);
  }
  return caps >= 4 || caps == words || (longs >= 3 && capitals == longs);
}

/* Is what was read enough? See the list in dateline.h. */
static int is_enough (const reading *r, int opening) {
  int place = r->d.place.to > 0, day = r->d.day.month > 0, wire = r->d.wire.to > 0;
  int known = r->d.agency != 0, mark_behind = r->dash || r->colon, ends = r->i >= r->end;
  int capitals = place && r->caps == r->words && r->caps > 0;
  if (wire && (known || mark_behind)) return place || day || (known && mark_behind);
  if (place && day) return r->dash || (r->colon && capitals) || (ends && r->d.day.year);
  if (!place || day) return day && r->dash && opening;
  if (!r->dash && !(r->colon && opening && capitals && !ends)) return 0;
  if (r->doubts || (r->tight && !capitals)) return 0;
  if (ends) return capitals && r->words <= 4;
  if (next_is_title (r) || !next_begins (r) || r->end - r->i < 6) return 0;
  return opening && (capitals || (r->dash && r->words <= 3));
}

/* Something a dateline ends with stands near: most paragraphs have nothing of the kind. */
static int may_be (const aln_page *p, uint32_t from, uint32_t to) {
  uint32_t end = to - from > PLACE_MAX + 8 ? from + PLACE_MAX + 8 : to;
  if (to - from < PLACE_MAX) return 1;
  for (uint32_t i = from; i < end; i++) {
    char m = aln_page_mark (p, i);
    if (m == '-' || m == '(' || m == '/' || m == ':') return 1;
  }
  return 0;
}

static int read_one (const aln_page *p, uint32_t from, uint32_t to, int opening,
                     aln_dateline *out) {
  reading r;
  aln_row row = 0;
  memset (&r, 0, sizeof r);
  r.p = p;
  r.i = from;
  r.end = to;
  if (!may_be (p, from, to)) return 0;
  read_place (&r);
  read_day (&r);
  read_wire (&r);
  if (!r.d.day.month) read_day (&r);
  read_end (&r);
  r.d.to = r.i;
  *out = r.d;
  if (r.d.place.to && !r.d.wire.to && !r.d.day.month && /* "BREAKING - …" */
      from + aln_page_phrase (p, from, r.d.place.to, p->furniture, &row) == r.d.place.to)
    return 0;
  return r.i > from && is_enough (&r, opening);
}

/* "(MENAFN- Some Agency (SNA)) " before a dateline: who passed it on. */
static uint32_t skip_group (const aln_page *p, uint32_t from, uint32_t to) {
  uint32_t depth = 0;
  for (uint32_t i = from; i < to && i < from + PLACE_MAX; i++) {
    depth += aln_page_mark (p, i) == '(' ? p->t[i].to - p->t[i].from : 0;
    if (aln_page_mark (p, i) != ')') continue;
    depth -= depth < p->t[i].to - p->t[i].from ? depth : p->t[i].to - p->t[i].from;
    if (depth == 0) return i + 1;
  }
  return from;
}

int aln_dateline_at (const aln_page *p, uint32_t from, uint32_t to, int opening,
                     aln_dateline *out) {
  aln_dateline next;
  if (from < to && aln_page_mark (p, from) == '(' && !read_one (p, from, to, opening, out))
    from = skip_group (p, from, to);
  if (from >= to || !read_one (p, from, to, opening, out)) return 0;
  if (out->to < to && read_one (p, out->to, to, 0, &next)) { /* stacked */
    if (!out->place.to) out->place = next.place;
    if (!out->day.month) out->day = next.day;
    if (!out->wire.to) out->wire = next.wire, out->agency = next.agency;
    out->to = next.to;
  }
  return 1;
}

static void keep (aln_page *p, const aln_dateline *d) {
  aln_article *a = p->a;
  if (d->place.to && a->dateline.place.n == 0)
    a->dateline.place = aln_page_cut (p, d->place.from, d->place.to);
  if (d->day.month && a->dateline.date.n == 0) {
    char *day = aln_arena_get (p->st, &a->arena, 11);
    if (!day) return;
    aln_day_write (d->day, day);
    a->dateline.date = (aln_slice){day, 10};
    a->dateline_at =
        (aln_span){p->t[d->place.to ? d->place.from : d->to - 1].from, p->t[d->to - 1].to};
  }
  if (d->wire.to && a->dateline.agency.n == 0) {
    a->dateline.agency = d->agency ? aln_page_get (p, d->agency, "name")
                                   : aln_page_cut (p, d->wire.from, d->wire.to);
    aln_page_agency (p, a->dateline.agency, 5);
  }
}

void aln_datelines_lines (aln_page *p) {
  for (uint32_t k = 0; k < p->units.n; k++) {
    aln_unit *u = &p->units.at[k];
    aln_dateline d;
    if (u->settled || u->words > 12 || u->to - u->from < 2) continue;
    if (!aln_dateline_at (p, u->from, u->to, 0, &d) || d.to != u->to) continue;
    aln_page_settle (u, ALN_DATELINE, "dateline on a line");
    if (p->a->dateline.place.n == 0 || p->stacked + 1 == k) keep (p, &d), p->stacked = k;
  }
}

void aln_datelines_find (aln_page *p) {
  int found = p->a->dateline.place.n || p->a->dateline.date.n || p->a->dateline.agency.n;
  for (uint32_t k = 0; k < p->units.n; k++) {
    aln_unit *u = &p->units.at[k];
    aln_dateline d;
    if (u->settled || u->words < 4) continue;
    if (!aln_dateline_at (p, u->from, u->to, k == p->prose && !found, &d)) continue;
    u->body = d.to;
    u->head = (aln_part){ALN_DATELINE, {NULL, 0}, "dateline"};
    if (d.to == u->to) aln_page_settle (u, ALN_DATELINE, "dateline"), u->body = u->from;
    if (!found || p->stacked + 1 == k) keep (p, &d); /* stacked on a line of its own */
    found = 1;
  }
}
