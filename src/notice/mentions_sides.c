/* mentions_sides.c: in: the mentions of an article. Out: whose a ministry is, and whether "the South" is a country
   (mentions.h). */
#include "glance.h"
#include "glue.h"
#include "mentioning.h"

#include <string.h>

typedef struct settling {
  const aln_article *a;
  const aln_token *t;
  uint32_t n;
  aln_kind bodies, countries, demonyms;
  const uint8_t *posts; /* for each token: is it of a post? */
  aln_mentions *out;
} settling;

/* -- which ministry, which South -------------------------------------------------------------------- */

#define SIDES (26u * 26u)

static uint32_t code_of (aln_slice side) { /* two capitals as a number, SIDES: no country */
  if (side.n != 2 || !aln_is_upper ((unsigned char)side.p[0]) ||
      !aln_is_upper ((unsigned char)side.p[1]) || aln_same (side, ALN_LIT ("UN")) ||
      aln_same (side, ALN_LIT ("EU")))
    return SIDES;
  return (uint32_t)(side.p[0] - 'A') * 26u + (uint32_t)(side.p[1] - 'A');
}

/* How often each country is named: itself, its people, its capital. */
static void count_sides (const aln_article *a, const aln_mentions *list, uint32_t *count) {
  for (uint32_t i = 0; i < list->list.n; i++) {
    const aln_mention *m = &list->list.at[i];
    uint32_t code;
    if (m->kind != ALN_MENTION_COUNTRY && m->kind != ALN_MENTION_DEMONYM &&
        m->kind != ALN_MENTION_PLACE)
      continue;
    code = code_of (aln_mention_side (a, m));
    if (code < SIDES) count[code]++;
  }
}

aln_slice aln_mentions_main_side (const aln_article *a, const aln_mentions *list) {
  uint32_t count[SIDES] = {0}, best = 0;
  aln_slice side = {"", 0};
  count_sides (a, list, count);
  for (uint32_t i = 0; i < list->list.n; i++) {
    aln_slice s = aln_mention_side (a, &list->list.at[i]);
    uint32_t code = code_of (s);
    if (code < SIDES && count[code] > best) {
      best = count[code];
      side = s;
    }
  }
  return side;
}

/* The row of organisations under the words of m that has this side; 0: none. *rows: how many sides. */
static aln_row row_of_side (const settling *f, const aln_mention *m, const uint32_t *count,
                            aln_slice side, uint32_t *rows) {
  const aln_lexicon *x = f->a->lexicon;
  aln_node node = ALN_ROOT;
  aln_row best = 0;
  uint32_t most = 0;
  *rows = 0;
  for (uint32_t i = m->from; i < m->to && node; i++)
    node = aln_lexicon_step (x, node, f->t[i].word);
  for (uint32_t e = node ? aln_lexicon_entries (x, node) : 0; e;
       e = aln_lexicon_entry (x, e)->next) {
    aln_row row = aln_lexicon_entry (x, e)->row;
    aln_slice s = aln_lexicon_get (x, row, ALN_LIT ("side"));
    uint32_t code = code_of (s);
    if (aln_lexicon_entry (x, e)->kind != f->bodies) continue;
    (*rows)++;
    if (side.n ? !aln_same (s, side) : code >= SIDES || count[code] <= most) continue;
    best = row;
    most = code < SIDES ? count[code] : 0;
  }
  return best;
}

/* The country named right before m ("South Africa's Foreign Ministry"), empty: none. */
static aln_slice side_before (const settling *f, const aln_mention *m) {
  uint32_t i = m->from;
  const aln_mention *b;
  aln_slice side = {"", 0};
  if (i && !(f->t[i].flags & ALN_TOKEN_BLOCK) && (f->t[i - 1].flags & ALN_TOKEN_GLUED) &&
      f->t[i - 1].kind == ALN_TOKEN_WORD && f->t[i - 1].to - f->t[i - 1].from <= 4)
    i--; /* 's */
  if (!i || (f->t[i].flags & ALN_TOKEN_BLOCK)) return side;
  b = aln_mention_at (f->out, i - 1);
  if (!b || b == m || b->kind == ALN_MENTION_PERSON || b->kind == ALN_MENTION_BODY) return side;
  side = aln_mention_side (f->a, b);
  return code_of (side) < SIDES ? side : (aln_slice){"", 0};
}

/* The country at token i, behind "of" or "of the"; NULL: none. */
static const aln_mention *country_of (const settling *f, uint32_t i) {
  const aln_mention *m;
  if (!aln_is_small_glue (f->a, i, ALN_GLUE_OF)) return NULL;
  i += aln_is_small_glue (f->a, i + 1, ALN_GLUE_DEFINITE) ? 2 : 1;
  m = i < f->n && !(f->t[i].flags & ALN_TOKEN_BLOCK) ? aln_mention_at (f->out, i) : NULL;
  return m && m->from == i && m->kind == ALN_MENTION_COUNTRY ? m : NULL;
}

/* "Presidential Office | of Ukraine": the country that owns m is named behind it. */
static aln_slice side_behind (const settling *f, const aln_mention *m) {
  const aln_mention *c = country_of (f, m->to);
  aln_slice side = c ? aln_mention_side (f->a, c) : (aln_slice){"", 0};
  return code_of (side) < SIDES ? side : (aln_slice){"", 0};
}

/* "National Security Bureau of Poland": the country at the end of its own name. */
static aln_slice side_at_end (const settling *f, const aln_mention *m) {
  for (uint32_t i = m->to - 1; i > m->from && m->to - i < 5; i--) {
    const aln_token *t;
    aln_row row = 0;
    if (!aln_is_small_glue (f->a, i, ALN_GLUE_OF)) continue;
    i += aln_is_small_glue (f->a, i + 1, ALN_GLUE_DEFINITE) ? 2 : 1;
    t = &f->t[i];
    if (i >= m->to || !t->word || !f->countries ||
        aln_lexicon_longest (f->a->lexicon, t, m->to - i, f->countries, &row) != m->to - i)
      break;
    return aln_lexicon_get (f->a->lexicon, row, ALN_LIT ("side"));
  }
  return (aln_slice){"", 0};
}

/* A ministry, a parliament, what is told apart in brackets: "Joint Chiefs of Staff (South Korea)". */
static int is_generic (const settling *f, aln_row row) {
  const aln_lexicon *x = f->a->lexicon;
  aln_slice name = aln_lexicon_get (x, row, ALN_LIT ("name"));
  return aln_same (aln_lexicon_get (x, row, ALN_LIT ("kind")), ALN_LIT ("ministry")) ||
         aln_lexicon_get (x, row, ALN_LIT ("generic")).n || (name.n && name.p[name.n - 1] == ')');
}

/* Is it the end of its own name ("Security Council"), so that another may be meant? */
static int is_short_for_more (const settling *f, const aln_mention *m) {
  aln_slice name = aln_lexicon_get (f->a->lexicon, m->row, ALN_LIT ("name"));
  aln_slice text = aln_cut (f->a->text, (aln_span){f->t[m->from].from, f->t[m->to - 1].to});
  return m->to - m->from > 1 && name.n > text.n && name.p[name.n - text.n - 1] == ' ' &&
         memcmp (name.p + name.n - text.n, text.p, text.n) == 0;
}

/* "Foreign Ministry", "NSC": whose it is, what stands before it says, or else the whole article. */
static void settle_bodies (settling *f) {
  uint32_t count[SIDES] = {0};
  aln_slice main_side = aln_mentions_main_side (f->a, f->out);
  count_sides (f->a, f->out, count);
  for (uint32_t i = 0; i < f->out->list.n; i++) {
    aln_mention *m = &f->out->list.at[i];
    uint32_t rows, code = code_of (aln_mention_side (f->a, m));
    aln_slice side;
    aln_row row;
    if (m->kind != ALN_MENTION_BODY || !m->row) continue;
    side = side_before (f, m);
    if (!side.n && is_generic (f, m->row)) side = side_behind (f, m);
    if (code >= SIDES && side.n && is_short_for_more (f, m)) { /* "the Russian Security Council" */
      m->side = side;
      m->row = 0;
    }
    if (code >= SIDES) continue;
    if (aln_same (side, aln_mention_side (f->a, m))) continue;
    row = row_of_side (f, m, count, side, &rows);
    if (rows < 2 && !is_generic (f, m->row) && !(side.n && is_short_for_more (f, m)))
      continue; /* but "the Mongolian National Security Council" */
    if (row) m->row = row;
    else if (side.n || !count[code]) {
      m->side = side.n ? side : main_side;
      m->row = m->side.n ? 0 : m->row;
    }
  }
}

/* "Australian Federal Police", "US Army Forces Command": whose people it is named after. */
static aln_slice side_at_begin (const settling *f, const aln_mention *m) {
  const aln_lexicon *x = f->a->lexicon;
  const aln_token *t = &f->t[m->from];
  const aln_kind kind = t->shape == ALN_SHAPE_CAPS ? f->countries : f->demonyms;
  aln_row row;
  uint32_t len = t->word && kind ? aln_lexicon_longest (x, t, m->to - m->from, kind, &row) : 0;
  return len && len < m->to - m->from ? aln_lexicon_get (x, row, ALN_LIT ("side"))
                                      : (aln_slice){"", 0};
}

/* A body that no row knows is of the country in its name, or else of the one beside it. */
static void settle_named_bodies (settling *f) {
  for (uint32_t i = 0; i < f->out->list.n; i++) {
    aln_mention *m = &f->out->list.at[i];
    if (m->kind != ALN_MENTION_BODY || m->row || m->side.n) continue;
    m->side = side_at_begin (f, m);
    if (!m->side.n) m->side = side_at_end (f, m);
    if (!m->side.n) m->side = side_before (f, m);
    if (!m->side.n) m->side = side_behind (f, m);
  }
}

/* "South-South", "South Carolina": part of something longer. */
static int is_joined (const settling *f, const aln_mention *m) {
  uint32_t i = m->to;
  if (i < f->n && aln_is_capital (f->a, i) && !aln_mention_at (f->out, i) && !f->posts[i]) return 1;
  return i + 1 < f->n && f->a->text.p[f->t[i].from] == '-' && f->t[i].kind == ALN_TOKEN_MARK &&
         (f->t[i].flags & ALN_TOKEN_GLUED) && f->t[i + 1].word == f->t[m->from].word;
}

/* "the South", "Korea": short for a country only where the article names it in full too. */
static void settle_short_names (aln_status *st, aln_arena *room, settling *f) {
  uint32_t *full = aln_arena_get (st, room, (size_t)SIDES * sizeof *full);
  if (!full) return;
  for (int pass = 0; pass < 2; pass++)
    for (uint32_t i = 0; i < f->out->list.n; i++) {
      aln_mention *m = &f->out->list.at[i];
      uint32_t code = m->kind == ALN_MENTION_COUNTRY || m->kind == ALN_MENTION_DEMONYM
                          ? code_of (aln_mention_side (f->a, m))
                          : SIDES;
      aln_slice name,
          word = aln_cut (f->a->text, (aln_span){f->t[m->from].from, f->t[m->to - 1].to});
      int is_short;
      if (code >= SIDES) continue;
      name = aln_lexicon_get (f->a->lexicon, m->row, ALN_LIT ("name"));
      is_short = m->kind == ALN_MENTION_COUNTRY && m->to - m->from == 1 && word.n + 1 < name.n &&
                 name.p[word.n] == ' ' && memcmp (name.p, word.p, word.n) == 0;
      if (!pass) full[code] |= !is_short;
      else if (is_short && (!full[code] || is_joined (f, m))) {
        m->kind = ALN_MENTION_OTHER;
        m->row = 0;
      }
    }
}

void aln_mentions_settle (aln_status *st, aln_arena *room, const aln_article *a,
                          const uint8_t *posts, aln_mentions *out) {
  settling f = {a,
                a->tokens.at,
                a->tokens.n,
                aln_lexicon_kind (a->lexicon, ALN_LIT ("organisations")),
                aln_lexicon_kind (a->lexicon, ALN_LIT ("countries")),
                aln_lexicon_kind (a->lexicon, ALN_LIT ("demonyms")),
                posts,
                out};
  if (*st == ALN_OK) settle_short_names (st, room, &f);
  if (*st == ALN_OK) settle_bodies (&f);
  if (*st == ALN_OK) settle_named_bodies (&f);
  for (uint32_t i = 0; *st == ALN_OK && i < out->list.n; i++) /* asked for again and again */
    out->list.at[i].side = aln_mention_side (a, &out->list.at[i]);
}
