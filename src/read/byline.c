/* byline.c: in: the page. Out: bylines (byline.h).
   "By A B and C D, Staff Writers (a@b.c)" | "A B, Foreign Correspondent" | "A B in London" | "A B". */
#include "byline.h"

#include "furniture.h"
#include "metadata.h"
#include "names.h"

#define NAMES_MAX 12u   /* names of one byline */
#define MENTIONS_MAX 8u /* searches of a page for a name: each goes through all of it */
#define BYLINES_MAX 32u /* names of one article */
#define REST_MAX 10u    /* words of a byline that are nobody's name: outlet, desk, place */

typedef struct reading {
  const aln_page *p;
  uint32_t i, end;
  aln_span names[NAMES_MAX]; /* tokens */
  uint32_t n;
  uint32_t titles, links, places;
  aln_row agency;
  int by;
} reading;

static uint32_t role_at (const reading *r, const char *role) {
  aln_row row = 0;
  uint32_t n = aln_page_phrase (r->p, r->i, r->end, r->p->bylines, &row);
  return n && aln_page_is (r->p, row, "role", role) ? n : 0;
}

static int read_name (reading *r) {
  uint32_t to = aln_name_at (r->p, r->i, r->end);
  if (!to || r->n == NAMES_MAX) return 0;
  r->names[r->n++] = (aln_span){r->i, to};
  r->i = to;
  return 1;
}

/* One thing that is no name: a title, an address, a wire, a joint between names. 0: none here. */
static int read_around (reading *r) {
  const aln_page *p = r->p;
  aln_row row = 0;
  uint32_t n = role_at (r, "title");
  char m = aln_page_mark (p, r->i);
  if (n) return r->titles++, r->i += n, 1;
  n = role_at (r, "and");
  if (n) return r->i += n, 1;
  n = aln_page_phrase (p, r->i, r->end, p->agencies, &row);
  if (n) return r->agency = r->agency ? r->agency : row, r->i += n, 1;
  if (aln_page_link (p, r->i, r->end)) {
    r->links++, r->i++;
    while (r->i < r->end && (p->t[r->i].flags & ALN_TOKEN_GLUED) &&
           aln_page_mark (p, r->i) != ']' && aln_page_mark (p, r->i) != ')')
      r->i++;
    return 1;
  }
  if (m && m != '"' && m != '?' && m != '!') return r->i++, 1;
  return 0;
}

/* Is a word of the name anywhere in the page's longer paragraphs? A reporter's is not. */
static int is_mentioned (aln_page *p, uint32_t from, uint32_t to) {
  aln_slice last = aln_page_cut (p, to - 1, to), before;
  if (p->mentions++ >= MENTIONS_MAX) return 1; /* looked for so often that nothing is proved */
  for (uint32_t k = 0; k < p->units.n; k++) {
    const aln_unit *u = &p->units.at[k];
    if (u->words < 12) continue;
    for (uint32_t i = u->from; i < u->to; i++) {
      const aln_token *t = &p->t[i];
      if ((i >= from && i < to) || t->to - t->from != last.n) continue;
      if (memcmp (p->text.p + t->from, last.p, last.n) != 0) continue;
      if (to - from < 3 || i < 2 || !(t->flags & ALN_TOKEN_GLUED) ||
          aln_page_mark (p, to - 2) != '-')
        return 1;
      before = aln_page_cut (p, to - 3, to - 2); /* "Kim Seon-ho" is no "Park Jin-ho" */
      if (aln_same (aln_page_cut (p, i - 2, i - 1), before)) return 1;
    }
  }
  return 0;
}

/* "in London", "reporting from Seoul": a small word and capitals behind it. */
static uint32_t read_place (reading *r) {
  uint32_t k = r->i + role_at (r, "from");
  if (k == r->i || r->n == 0) return 0;
  while (k < r->end && aln_page_capital (r->p, k)) k = aln_page_compound (r->p, k, r->end);
  if (k == r->i + role_at (r, "from")) return 0;
  r->i = k;
  return ++r->places;
}

/* ", Seoul" behind an outlet's name. */
static int read_desk (reading *r) {
  if (!r->titles || r->n || aln_page_mark (r->p, r->i) || !aln_page_capital (r->p, r->i)) return 0;
  r->i = aln_page_compound (r->p, r->i, r->end);
  return 1;
}

static void read_all (reading *r) {
  r->by = role_at (r, "by") > 0;
  r->i += role_at (r, "by");
  while (r->i < r->end && (read_name (r) || read_place (r) || read_around (r) || read_desk (r))) {
  }
}

/* Words from token i on; many when a sign of prose is among them. */
static uint32_t rest_words (const reading *r) {
  uint32_t words = 0;
  for (uint32_t k = r->i; k < r->end; k++) {
    words += r->p->t[k].kind == ALN_TOKEN_WORD || r->p->t[k].kind == ALN_TOKEN_NUMBER;
    if (aln_page_mark (r->p, k) == '"') words += REST_MAX;
  }
  return words;
}

static void keep_names (aln_page *p, const reading *r) {
  for (uint32_t k = 0; k < r->n; k++) {
    aln_slice name = aln_page_cut (p, r->names[k].from, r->names[k].to), *room;
    uint32_t same = 0;
    // NOLINTNEXTLINE(clang-analyzer-core.NullDereference): a list with items has room for them
    while (same < p->a->bylines.n && !aln_same (p->a->bylines.at[same], name)) same++;
    if (same < p->a->bylines.n || same >= BYLINES_MAX) continue;
    room = ALN_ADD (p->st, &p->a->arena, &p->a->bylines);
    if (room) *room = name;
  }
}

static void keep_agency (aln_page *p, const reading *r, int rank) {
  if (aln_page_is (p, r->agency, "kind", "wire"))
    aln_page_agency (p, aln_page_get (p, r->agency, "name"), rank);
}

static reading read_unit (const aln_page *p, const aln_unit *u) {
  reading r;
  memset (&r, 0, sizeof r);
  r.p = p;
  r.i = u->body;
  r.end = u->to;
  while (r.i < r.end && (aln_page_mark (p, r.i) == '*' || aln_page_mark (p, r.i) == '|')) r.i++;
  read_all (&r);
  return r;
}

static int ends_in_furniture (aln_page *p, aln_unit *u, const reading *r) {
  aln_slice reason = aln_furniture_of (p, r->i, r->end);
  if (reason.n == 0) return 0;
  u->tail = r->i;
  u->rest = (aln_part){ALN_BOILERPLATE, reason, "furniture behind a byline"};
  return 1;
}

/* What stands behind the names may be a day ("| Published : …") or "Views 12". */
static int fits (aln_page *p, aln_unit *u, const reading *r, int bare) {
  uint32_t rest = rest_words (r);
  if (r->i < r->end && aln_metadata_line (p, r->i, r->end)) {
    u->tail = r->i;
    u->rest = (aln_part){ALN_BOILERPLATE, ALN_LIT ("metadata"), "publication line"};
    return r->by || bare || r->links;
  }
  if (rest && r->n && (r->by || bare) && ends_in_furniture (p, u, r)) return 1;
  if (r->by)
    return (r->n > 0 && rest <= REST_MAX && !(u->stop && rest > 4)) || (r->agency && !rest);
  if (rest || r->n == 0 || aln_page_mark (p, r->end - 1) == ':') return 0;
  if (r->titles || r->links) return r->n <= 3;
  if (!bare && (!r->places || u->caps > 1)) return 0;
  return !is_mentioned (p, r->names[0].from, r->names[0].to);
}

int aln_byline_unit (aln_page *p, uint32_t k, int bare) {
  aln_unit *u = &p->units.at[k];
  reading r;
  if (u->words > 40 || u->words < 1) return 0;
  r = read_unit (p, u);
  if (r.n == 0 && r.titles && r.i == r.end && k > 0 && u[-1].self.kind == ALN_BYLINE) {
    aln_page_settle (u, ALN_BYLINE, "desk under a byline"); /* "BBC News, Seoul" */
    return 1;
  }
  if (r.n == 0 && !(r.by && r.agency)) return 0;
  if (!r.by && u->stop && !r.links && !r.titles) return 0;
  if (!fits (p, u, &r, bare)) return 0;
  aln_page_settle (u, r.n ? ALN_BYLINE : ALN_CREDIT, "byline");
  keep_names (p, &r);
  keep_agency (p, &r, 2);
  return 1;
}

void aln_byline_glued (aln_page *p, uint32_t k) {
  aln_unit *u = &p->units.at[k];
  uint32_t by = u->to > u->body + 3 ? u->to - 2 : 0;
  reading r;
  memset (&r, 0, sizeof r);
  r.p = p;
  r.end = u->to;
  for (; by > u->body + 2 && u->to - by < 10; by--) {
    r.i = by;
    if (p->t[by].shape == ALN_SHAPE_LOWER && role_at (&r, "by")) break;
  }
  if (!by || by <= u->body + 2 || u->to - by >= 10) return;
  r.i = by + 1;
  if (!read_name (&r) || r.i != u->to || is_mentioned (p, by + 1, u->to)) return;
  u->tail = by;
  u->rest = (aln_part){ALN_BYLINE, {NULL, 0}, "byline glued to the headline"};
  keep_names (p, &r);
}

void aln_byline_tail (aln_page *p, uint32_t k) {
  aln_unit *u = &p->units.at[k];
  uint32_t first = u->to - u->body > 18 ? u->to - 16 : u->body + 2;
  for (uint32_t i = first; i + 2 < u->to; i++) {
    reading r;
    memset (&r, 0, sizeof r);
    r.p = p;
    r.i = i;
    r.end = u->to;
    if (p->t[i].shape == ALN_SHAPE_LOWER || !role_at (&r, "by")) continue;
    if (!aln_ends_sentence (p->text, p->t, p->marks, u->body, i)) continue;
    read_all (&r);
    if (r.n == 0 || r.i < r.end) continue;
    u->tail = i;
    u->rest = (aln_part){ALN_BYLINE, {NULL, 0}, "byline behind the story"};
    keep_names (p, &r);
    return;
  }
}

void aln_byline_desk (aln_page *p, uint32_t k) {
  aln_unit *u = &p->units.at[k];
  reading r;
  memset (&r, 0, sizeof r);
  r.p = p;
  r.end = u->to;
  for (r.i = u->from; r.i < u->to && !role_at (&r, "by");) r.i++;
  if (r.i == u->to) return;
  r.i += role_at (&r, "by");
  while (r.i < r.end && aln_page_mark (p, r.i) != ';' && !role_at (&r, "desk") &&
         (read_name (&r) || read_place (&r) || read_around (&r))) {
  }
  if (p->a->bylines.n == 0) keep_names (p, &r);
}
