/* offices.c: in: tokens and mentions. Out: posts (offices.h). */
#include "offices.h"

#include "glance.h"

#define QUALITIES 4u /* words in small letters ("28,500-strong") between "of the" and a body */
#define REACH 8u     /* tokens that modifiers and side may take before the post */

typedef struct finder {
  const aln_article *a;
  const aln_token *t;
  uint32_t n;
  const aln_mentions *m;
  const aln_lexicon *x;
  aln_kind offices, plurals, words;
  aln_arena *room;
} finder;

static inline aln_slice get (const finder *f, aln_row row, const char *key) {
  return aln_lexicon_get (f->x, row, aln_slice_of (key));
}

static int is_word (const finder *f, uint32_t i, const char *w) {
  aln_slice s;
  if (i >= f->n) return 0;
  s = aln_cut (f->a->text, (aln_span){f->t[i].from, f->t[i].to});
  if (s.n != strlen (w)) return 0;
  for (size_t k = 0; k < s.n; k++)
    if ((s.p[k] | 32) != w[k]) return 0;
  return 1;
}

/* -- what the words around say -------------------------------------------------------------------- */

static const struct {
  const char *flag;
  uint32_t bit;
} flags[] = {{"acting", ALN_HOLDER_ACTING},
             {"former", ALN_HOLDER_FORMER},
             {"elect", ALN_HOLDER_ELECT},
             {"outgoing", ALN_HOLDER_OUTGOING},
             {"nominee", ALN_HOLDER_NOMINEE}};

/* The row of a single word of office_words with a 'flag', 0: none. */
static aln_row flag_row (const finder *f, uint32_t i) {
  aln_row row;
  if (!f->words || !f->t[i].word) return 0;
  if (aln_lexicon_longest (f->x, f->t + i, 1, f->words, &row) != 1) return 0;
  return get (f, row, "flag").n ? row : 0;
}

/* "vice", "deputy": the row of a word that makes another post of the one behind it, 0: none. */
static aln_row prefix_row (const finder *f, uint32_t i) {
  aln_row row;
  if (!f->words || !f->t[i].word) return 0;
  if (aln_lexicon_longest (f->x, f->t + i, 1, f->words, &row) != 1) return 0;
  return get (f, row, "prefix").n ? row : 0;
}

static int row_with (const finder *f, uint32_t i,
                     const char *field) { /* one word of office_words */
  aln_row row;
  return f->words && f->t[i].word && aln_lexicon_longest (f->x, f->t + i, 1, f->words, &row) == 1 &&
         get (f, row, field).n > 0;
}

static uint32_t flag_bit (const finder *f, aln_row row) {
  aln_slice flag = get (f, row, "flag");
  for (size_t i = 0; i < sizeof flags / sizeof flags[0]; i++)
    if (aln_same (flag, aln_slice_of (flags[i].flag))) return flags[i].bit;
  return 0;
}

/* -- to the left: modifiers, side, body ----------------------------------------------------------- */

typedef struct left {
  uint32_t from;
  uint32_t holder;
  const aln_mention *side, *body;
  aln_row prefix; /* "Vice", "Deputy" */
} left;

/* "(ROK)" at token i */
static int is_abbreviation (const finder *f, uint32_t i) {
  return i + 2 < f->n && aln_is_mark (f->a, i, '(') && f->t[i + 1].shape == ALN_SHAPE_CAPS &&
         aln_is_mark (f->a, i + 2, ')');
}

/* One step to the left of 'l->from'; 0 where nothing of the post stands there. */
static int step_left (const finder *f, uint32_t floor, left *l) {
  uint32_t i = l->from;
  const aln_mention *m;
  aln_row row;
  if (i <= floor || (f->t[i].flags & ALN_TOKEN_BLOCK)) return 0;
  i--;
  row = prefix_row (f, i);
  if (row && !l->prefix && !l->side && !l->body) {
    l->prefix = row;
    l->from = i;
    return 1;
  }
  row = flag_row (f, i);
  if (row && get (f, row, "behind").n == 0) {
    l->holder |= flag_bit (f, row);
    l->from = i;
    return 1;
  }
  if (row_with (f, i, "over") && i > floor && aln_mention_at (f->m, i - 1) && !l->body) {
    l->from = i; /* "the US embassy charge d'affaires" */
    return 1;
  }
  row = is_word (f, i, "for") && i > floor ? flag_row (f, i - 1) : 0;
  if (row && get (f, row, "behind").n) {
    l->holder |= flag_bit (f, row); /* "the nominee for U.S. ambassador" */
    l->from = i - 1;
    return 1;
  }
  if ((aln_is_mark (f->a, i, '-') || aln_is_possessive (f->a, i)) && i > floor &&
      (aln_mention_at (f->m, i - 1) || flag_row (f, i - 1) || prefix_row (f, i - 1))) {
    l->from = i;
    return 1;
  }
  if (i > floor + 2 && is_abbreviation (f, i - 2) && aln_mention_at (f->m, i - 3)) {
    l->from = i - 2; /* "Republic of Korea (ROK) Minister" */
    return 1;
  }
  m = aln_mention_at (f->m, i);
  if (!m || m->kind == ALN_MENTION_PERSON || m->kind == ALN_MENTION_OTHER || m->from < floor)
    return 0;
  if (m->kind == ALN_MENTION_BODY) {
    if (l->side) return 0;
    if (!l->body) l->body = m; /* "the White House National Security Council's coordinator" */
  } else if (!l->side) l->side = m;
  else return 0;
  l->from = m->from;
  return 1;
}

static left look_left (const finder *f, uint32_t core, uint32_t floor) {
  left l = {core, 0, NULL, NULL, 0};
  if (core - floor > REACH) floor = core - REACH;
  while (step_left (f, floor, &l)) {
  }
  while (l.from < core && (f->t[l.from].kind == ALN_TOKEN_MARK || aln_is_possessive (f->a, l.from)))
    l.from++;
  return l;
}

/* -- to the right: -elect, "of the …", "to …" ------------------------------------------------------ */

static uint32_t skip_flags_right (const finder *f, uint32_t i, uint32_t *holder) {
  uint32_t j = aln_is_mark (f->a, i, '-') && (f->t[i].flags & ALN_TOKEN_GLUED) ? i + 1 : i;
  aln_row row = j < f->n ? flag_row (f, j) : 0;
  if (!row || get (f, row, "behind").n == 0) return i;
  *holder |= flag_bit (f, row);
  return j + 1;
}

/* "Japan's National Security Secretariat": the body is meant, not the country before it. */
static int is_owner (const finder *f, const aln_mention *m, uint32_t j) {
  const aln_mention *next = j + 1 < f->n ? aln_mention_at (f->m, j + 1) : NULL;
  return m->kind != ALN_MENTION_BODY && aln_is_possessive (f->a, j) && next &&
         next->from == j + 1 && next->kind == ALN_MENTION_BODY;
}

/* The last mention of a chain such as "South Korea-US Combined Forces Command" that begins at i. */
static const aln_mention *chain_from (const finder *f, uint32_t i) {
  const aln_mention *m = i < f->n ? aln_mention_at (f->m, i) : NULL, *next;
  while (m && m->kind != ALN_MENTION_BODY) {
    uint32_t j = m->to;
    if (j < f->n && (aln_is_mark (f->a, j, '-') || is_owner (f, m, j))) j++;
    next = j < f->n ? aln_mention_at (f->m, j) : NULL;
    if (!next || next->kind == ALN_MENTION_PERSON || next == m) break;
    m = next;
  }
  return m && m->kind != ALN_MENTION_PERSON && m->kind != ALN_MENTION_DEMONYM ? m : NULL;
}

static int is_quality (const finder *f, uint32_t i) {
  const aln_token *t = &f->t[i];
  int strength = i < f->n && (t->kind == ALN_TOKEN_NUMBER || aln_is_glued_hyphen (f->a, i));
  return i < f->n && (strength || (t->kind == ALN_TOKEN_WORD && t->shape == ALN_SHAPE_LOWER)) &&
         !(t->flags & ALN_TOKEN_BLOCK) && !aln_mention_at (f->m, i);
}

static aln_slice side_at (const finder *f, const aln_mention *m) {
  return m ? aln_mention_side (f->a, m) : (aln_slice){"", 0};
}

static uint32_t word_with (const finder *f, uint32_t i, const char *field, aln_row *row) {
  if (!f->words || i >= f->n || !f->t[i].word || (f->t[i].flags & ALN_TOKEN_BLOCK)) return 0;
  return aln_lexicon_longest_with (f->x, f->t + i, f->n - i, f->words, aln_slice_of (field), row);
}

/* "in South Korea", "based in the South", "on the Korean Peninsula": that side. */
static aln_slice whereabouts (const finder *f, uint32_t i, uint32_t *to) {
  const aln_mention *m;
  aln_slice side;
  aln_row row;
  uint32_t len = word_with (f, i, "posted", &row);
  i += len;
  if (!is_word (f, i, "in") && !is_word (f, i, "on")) return (aln_slice){"", 0};
  i += is_word (f, i + 1, "the") ? 2 : 1;
  m = i < f->n ? aln_mention_at (f->m, i) : NULL;
  side = m && m->from == i ? side_at (f, m) : (aln_slice){"", 0};
  *to = side.n ? m->to : i + word_with (f, i, "in_side", &row);
  return side.n || *to == i ? side : get (f, row, "in_side");
}

/* "commander | of the 37,000 American soldiers in South Korea", "the top U.S. | commander in South Korea": what the
   row calls the post over the troops of one country in another, empty: nothing. */
static aln_slice garrison (const finder *f, aln_row row, const aln_mention *home, uint32_t *to,
                           aln_slice *side, aln_slice *nation) {
  char key[] = "XX_in_XX_side";
  aln_slice at_home, abroad, office;
  aln_row troops;
  uint32_t i = *to, len, end;
  if (!home && (is_word (f, i, "of") || get (f, row, "direct").n)) {
    for (i += is_word (f, i, "of"); i < *to + 2 + QUALITIES; i++)
      if (!is_word (f, i, "the") && !is_quality (f, i)) break;
    home = i < f->n ? aln_mention_at (f->m, i) : NULL;
    len = home ? word_with (f, home->to, "troops", &troops) : 0;
    if (!len) return (aln_slice){"", 0};
    i = home->to + len;
  }
  at_home = side_at (f, home);
  abroad = at_home.n == 2 ? whereabouts (f, i, &end) : (aln_slice){"", 0};
  if (abroad.n != 2) return (aln_slice){"", 0};
  memcpy (key, at_home.p, 2);
  memcpy (key + 6, abroad.p, 2);
  *side = get (f, row, key);
  key[8] = '\0';
  office = get (f, row, key);
  if (office.n) *to = end;
  *nation = at_home;
  return office;
}

/* "of (the) X", "to X", "for X", "in Y": X, and in *to the token behind it. */
static const aln_mention *object_behind (const finder *f, uint32_t i, aln_slice takes, int direct,
                                         uint32_t *to) {
  const aln_mention *m;
  int linked = is_word (f, i, "of") ||
               (takes.n && (is_word (f, i, "to") || is_word (f, i, "for"))) ||
               (aln_same (takes, ALN_LIT ("to")) && is_word (f, i, "in"));
  if (i + 1 >= f->n || (!linked && !direct)) return NULL;
  i += linked;
  if (is_word (f, i, "the")) i++;
  m = chain_from (f, i);
  for (uint32_t k = 1; !m && k <= QUALITIES && is_quality (f, i + k - 1); k++) {
    m = chain_from (f, i + k); /* "the main opposition Democratic Party" */
    if (m && m->kind != ALN_MENTION_BODY) return NULL;
  }
  if (m) *to = m->to;
  return m;
}

/* -- naming it ------------------------------------------------------------------------------------ */

aln_slice aln_office_name (const aln_lexicon *x, aln_row row, aln_slice side) {
  aln_slice own = side.n ? aln_lexicon_get (x, row, side) : side;
  return own.n ? own : aln_lexicon_get (x, row, ALN_LIT ("office"));
}

aln_slice aln_counterpart_name (const aln_lexicon *x, aln_row row, aln_slice side) {
  aln_slice own = side.n ? aln_lexicon_get (x, row, side) : side;
  if (!own.n) own = aln_lexicon_get (x, row, ALN_LIT ("abroad"));
  return own.n ? own : aln_lexicon_get (x, row, ALN_LIT ("office"));
}

static aln_slice text_of (const finder *f, const aln_mention *m) {
  return aln_cut (f->a->text, (aln_span){f->t[m->from].from, f->t[m->to - 1].to});
}

/* "Joint Chiefs of Staff (South Korea)": its side is told elsewhere. */
static aln_slice without_brackets (aln_slice name) {
  const char *open = name.n ? memchr (name.p, '(', name.n) : NULL;
  if (open && open > name.p + 1) name.n = (size_t)(open - name.p) - 1;
  return name;
}

static aln_slice name_of (const finder *f, const aln_mention *m) {
  aln_slice country = m->row ? get (f, m->row, "country") : (aln_slice){"", 0}; /* of a capital */
  aln_slice name = m->row ? get (f, m->row, "name") : (aln_slice){"", 0};
  if (m->row && get (f, m->row, "short").n) return get (f, m->row, "short");
  if (country.n || name.n) return country.n ? country : without_brackets (name);
  return text_of (f, m);
}

static aln_slice joined (aln_status *st, const finder *f, aln_slice a, aln_slice by, aln_slice b) {
  char *p = aln_arena_get (st, f->room, a.n + by.n + b.n + 1);
  if (!p) return a;
  memcpy (p, a.p, a.n);
  memcpy (p + a.n, by.p, by.n);
  memcpy (p + a.n + by.n, b.p, b.n);
  return (aln_slice){p, a.n + by.n + b.n};
}

/* How far to the left of token i a portfolio goes: "Agriculture and Rural Development | Minister". */
static uint32_t portfolio_from (const finder *f, uint32_t i) {
  uint32_t from = i;
  for (uint32_t k = i; k > 0 && i - k < 6 && !(f->t[k].flags & ALN_TOKEN_BLOCK); k--) {
    const aln_token *t = &f->t[k - 1];
    const aln_mention *m = aln_mention_at (f->m, k - 1);
    if (m && (m->row || m->kind == ALN_MENTION_PERSON)) break;
    if (t->shape == ALN_SHAPE_CAPITAL && t->to - t->from > 3 && !flag_row (f, k - 1)) from = k - 1;
    else if (from != k || from == i ||
             !(is_word (f, k - 1, "and") || aln_is_mark (f->a, k - 1, ',')))
      break;
  }
  return from;
}

/* "Minister | for Strategic Affairs": the end of a portfolio behind the post, or i. */
static uint32_t portfolio_to (const finder *f, uint32_t i) {
  uint32_t to = i;
  if (!is_word (f, i, "of") && !is_word (f, i, "for")) return i;
  for (uint32_t k = i + 1; k < f->n && k < i + 8 && !(f->t[k].flags & ALN_TOKEN_BLOCK); k++) {
    const aln_mention *m = aln_mention_at (f->m, k);
    if (m && (m->row || m->kind == ALN_MENTION_PERSON)) break;
    if (f->t[k].shape == ALN_SHAPE_CAPITAL && f->t[k].to - f->t[k].from > 3) to = k + 1;
    else if (!is_word (f, k, "and") && !aln_is_mark (f->a, k, ',') && !is_word (f, k, "the")) break;
  }
  return to;
}

/* "for Asian and Pacific affairs": to the last word that such a task ends with, or i. */
static uint32_t tail_to (const finder *f, uint32_t i) {
  uint32_t to = i;
  if (!is_word (f, i, "for")) return i;
  for (uint32_t k = i + 1; k < f->n && k < i + 10 && !(f->t[k].flags & ALN_TOKEN_BLOCK); k++) {
    int comma = aln_is_mark (f->a, k, ','), joins = comma || aln_is_mark (f->a, k, '-');
    const aln_mention *m = aln_mention_at (f->m, k);
    if (m && m->kind == ALN_MENTION_PERSON) break;
    if (row_with (f, k, "ends")) to = k + 1;
    else if (f->t[k].kind != ALN_TOKEN_WORD && !joins) break;
    else if (to == k && !joins && !is_word (f, k, "and")) break;
    else if (comma && to == k && !is_word (f, k + 2, "and")) break;
  }
  return to;
}

/* "Culture Minister": a post that no row lists takes the capitalised words before it. */
static void name_portfolio (aln_status *st, const finder *f, aln_post *p) {
  aln_slice before = get (f, p->row, "portfolio");
  uint32_t i = p->core_from, from;
  if (!before.n || (f->t[i].flags & (ALN_TOKEN_BLOCK | ALN_TOKEN_GLUED))) return;
  from = portfolio_from (f, i);
  if (from == i) return;
  p->office = joined (st, f, before, ALN_LIT (" "),
                      aln_cut (f->a->text, (aln_span){f->t[from].from, f->t[i - 1].to}));
}

/* "Hezbollah leader", "World Energy Council president": of a body that is no country's. */
static void name_body (aln_status *st, const finder *f, aln_post *p, const aln_mention *body) {
  if (!body || get (f, p->row, "bodies").n == 0) return;
  p->office = joined (st, f, get (f, p->row, "office"), ALN_LIT (" of "), name_of (f, body));
}

/* Who sends the holder: of a body that is one country's whatever its side is (`nation`), that country. */
static aln_slice nation_of (const finder *f, const aln_mention *body, aln_slice side) {
  aln_slice nation = body && body->row ? get (f, body->row, "nation") : (aln_slice){"", 0};
  return nation.n ? nation : side;
}

static int is_command (const finder *f, const aln_mention *m) {
  return m && m->row && aln_same (get (f, m->row, "kind"), ALN_LIT ("military command"));
}

static void name_post (aln_status *st, const finder *f, aln_post *p, const left *l,
                       const aln_mention *object) {
  aln_slice takes = get (f, p->row, "takes"), fixed = get (f, p->row, "side"), side = {"", 0};
  aln_slice command = get (f, p->row, "command");
  int to = aln_same (takes, ALN_LIT ("to"));
  if (l->side) side = aln_mention_side (f->a, l->side);
  if (!side.n && fixed.n) side = fixed;
  if (!side.n && object && !to) side = aln_mention_side (f->a, object);
  if (!side.n && l->body) side = aln_mention_side (f->a, l->body);
  p->sender = nation_of (f, object ? object : l->body, side);
  p->side = fixed.n ? fixed : side;
  p->office = aln_office_name (f->x, p->row, side);
  if (l->side && l->side->kind == ALN_MENTION_PLACE && get (f, p->row, "places").n)
    p->office = joined (st, f, p->office, ALN_LIT (" of "), text_of (f, l->side));
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

/* "(CFC) and the UN Command": the same post of one more body. */
static const aln_mention *one_more (const finder *f, uint32_t i, uint32_t *to) {
  const aln_mention *m;
  if (aln_is_mark (f->a, i, '(')) {
    while (i < f->n && !aln_is_mark (f->a, i, ')') && i < *to + 6) i++;
    i++;
  }
  if (!is_word (f, i, "and") && !is_word (f, i, "&")) return NULL;
  i++;
  if (is_word (f, i, "the")) i++;
  m = chain_from (f, i);
  if (!m || m->kind != ALN_MENTION_BODY) return NULL;
  *to = m->to;
  return m;
}

static void name_portfolio_behind (aln_status *st, const finder *f, aln_post *p, uint32_t from,
                                   uint32_t to) {
  aln_slice rest = aln_cut (f->a->text, (aln_span){f->t[from].from, f->t[to - 1].to});
  p->office = joined (st, f, p->office, ALN_LIT (" "), rest);
  p->to = to;
}

/* "NATO chief", "head of NATO,"; not "the chief of a band", "head of the UN mission". */
static int is_of_body (const finder *f, const aln_mention *object, const aln_mention *body) {
  aln_row row;
  if (!object) return body && body->kind == ALN_MENTION_BODY;
  if (object->kind != ALN_MENTION_BODY) return 0;
  return object->to >= f->n || f->t[object->to].shape != ALN_SHAPE_LOWER ||
         (f->words && f->t[object->to].word &&
          aln_lexicon_longest (f->x, f->t + object->to, 1, f->words, &row) &&
          get (f, row, "link").n);
}

/* "the central bank's president": of something that is no country and has no name. */
static int is_of_thing (const finder *f, aln_row row, uint32_t i, const left *l) {
  aln_row realm;
  if (l->side || l->body || i < 2 || (f->t[i].flags & ALN_TOKEN_BLOCK)) return 0;
  if (!aln_same (get (f, row, "level"), ALN_LIT ("head")) || !aln_is_possessive (f->a, i - 1))
    return 0;
  if (f->t[i - 2].shape != ALN_SHAPE_LOWER || aln_mention_at (f->m, i - 2)) return 0;
  return !(f->words && f->t[i - 2].word &&
           aln_lexicon_longest (f->x, f->t + i - 2, 1, f->words, &realm) == 1 &&
           get (f, realm, "realm").n);
}

/* Where what the post is for ends: "Minister | for Strategic Affairs", "Under Secretary | for policy"; or to. */
static uint32_t task_to (const finder *f, aln_row row, uint32_t to) {
  uint32_t end = get (f, row, "portfolio").n ? portfolio_to (f, to) : to;
  return end == to && get (f, row, "tail").n ? tail_to (f, to) : end;
}

/* "leader | Kim Jong Un": is the name at token i that of a head of state or government? */
static int is_head (const finder *f, uint32_t i) {
  const aln_mention *m = i < f->n ? aln_mention_at (f->m, i) : NULL;
  return m && m->row && m->kind == ALN_MENTION_PERSON &&
         aln_same (get (f, m->row, "level"), ALN_LIT ("head"));
}

/* Has the row what it needs besides a name? Its post ends at token 'end'. */
static int is_whole (const finder *f, aln_row row, const left *l, const aln_mention *object,
                     uint32_t end) {
  aln_slice needs = get (f, row, "needs");
  if (get (f, row, "beside").n && !object && !l->body && !l->side) /* the race leader */
    return is_head (f, end);
  if (aln_same (needs, ALN_LIT ("of"))) return object || l->body;
  if (aln_same (needs, ALN_LIT ("command"))) return is_command (f, object);
  return !aln_same (needs, ALN_LIT ("body")) || is_of_body (f, object, l->body);
}

static uint32_t holder_bits (const finder *f, aln_row row) {
  aln_slice status = get (f, row, "status");
  if (aln_same (status, ALN_LIT ("acting"))) return ALN_HOLDER_ACTING;
  return aln_same (status, ALN_LIT ("former")) ? ALN_HOLDER_FORMER : 0;
}

static uint32_t post_at (aln_status *st, const finder *f, uint32_t i, uint32_t floor, aln_row row,
                         uint32_t len, aln_posts *out) {
  left l = look_left (f, get (f, row, "portfolio").n ? portfolio_from (f, i) : i, floor);
  uint32_t to = skip_flags_right (f, i + len, &l.holder);
  aln_slice takes = get (f, row, "takes"), abroad = {"", 0}, side, nation = {"", 0};
  uint32_t behind = to, task = task_to (f, row, to);
  const aln_mention *object = NULL;
  int direct = get (f, row, "direct").n > 0;
  if (aln_same (takes, ALN_LIT ("of"))) abroad = garrison (f, row, l.side, &to, &side, &nation);
  if (task == behind && !abroad.n) object = object_behind (f, to, takes, direct, &to);
  do {
    aln_post *p;
    if ((!abroad.n && !is_whole (f, row, &l, object, to)) || is_of_thing (f, row, i, &l)) break;
    p = ALN_ADD (st, f->room, out);
    if (!p) break;
    *p = (aln_post){.from = l.from, .to = to, .core_from = i, .core_to = i + len, .row = row};
    p->holder = l.holder | holder_bits (f, row);
    p->plural = aln_lexicon_row_kind (f->x, row) == f->plurals;
    name_post (st, f, p, &l, object);
    if (abroad.n) p->office = abroad;
    if (abroad.n && side.n) p->side = side;
    if (abroad.n) p->sender = nation;
    if (task > behind) name_portfolio_behind (st, f, p, behind, task);
    object = object && takes.n ? one_more (f, to, &to) : NULL;
  } while (object);
  return task > to ? task : to;
}

/* "Cho's American counterpart": does the name of a person own what begins at token i? */
static int is_owned (const finder *f, uint32_t i) {
  const aln_mention *m =
      i > 1 && aln_is_possessive (f->a, i - 1) ? aln_mention_at (f->m, i - 2) : NULL;
  return m && m->kind == ALN_MENTION_PERSON;
}

/* "his counterpart | at the White House": where a counterpart is. */
static const aln_mention *at_home (const finder *f, uint32_t i, uint32_t *to) {
  const aln_mention *m;
  if (!is_word (f, i, "at") && !is_word (f, i, "in") && !is_word (f, i, "from")) return NULL;
  i += is_word (f, i + 1, "the") ? 2 : 1;
  m = chain_from (f, i);
  if (!m || m->kind == ALN_MENTION_OTHER || aln_mention_side (f->a, m).n != 2) return NULL;
  *to = m->to;
  return m;
}

/* "his South Korean counterpart": the post named last before it, as that side calls it; "his US Forces Korea
   counterpart": that of another body. */
static uint32_t counterpart_at (aln_status *st, const finder *f, uint32_t i, uint32_t floor,
                                aln_posts *out) {
  aln_row word;
  left l;
  aln_post *p;
  uint32_t to, before, len = out->n ? word_with (f, i, "counterpart", &word) : 0;
  const aln_mention *home;
  aln_slice takes;
  if (!len) return 0;
  to = i + len;
  l = look_left (f, i, floor);
  before = out->n - 1;
  if (aln_same (get (f, word, "counterpart"), ALN_LIT ("several")))
    while (before > 0 && out->n - before < 4 && get (f, out->at[before].row, "takes").n) before--;
  takes = get (f, out->at[before].row, "takes");
  if (takes.n && !is_owned (f, l.from) && !(l.body && aln_same (takes, ALN_LIT ("of")))) return 0;
  home = object_behind (f, to, (aln_slice){"", 0}, 0, &to);
  p = ALN_ADD (st, f->room, out);
  if (!p) return 0;
  *p = (aln_post){.from = l.from, .to = to, .core_from = i, .core_to = i + len, .counterpart = 1};
  p->row = out->at[before].row;
  p->plural = aln_same (get (f, word, "counterpart"), ALN_LIT ("several"));
  p->holder = l.holder;
  if (!home) home = at_home (f, to, &to);
  if (l.side) p->side = aln_mention_side (f->a, l.side);
  else if (home) p->side = aln_mention_side (f->a, home);
  p->to = to;
  if (takes.n && l.body) p->side = aln_mention_side (f->a, l.body);
  p->sender = takes.n && l.body ? nation_of (f, l.body, p->side) : p->side;
  p->office = aln_counterpart_name (f->x, p->row, p->side);
  if (takes.n && l.body)
    p->office = joined (st, f, p->office, ALN_LIT (" of "), name_of (f, l.body));
  return to;
}

/* The longest phrase of one post, or of several ("Presidents"), that begins at token i. */
static uint32_t phrase_at (const finder *f, uint32_t i, aln_row *row) {
  aln_row several = 0;
  uint32_t one, more;
  if (!f->t[i].word) return 0;
  one = aln_lexicon_longest (f->x, f->t + i, f->n - i, f->offices, row);
  more = f->plurals ? aln_lexicon_longest (f->x, f->t + i, f->n - i, f->plurals, &several) : 0;
  if (more <= one) return one;
  *row = several;
  return more;
}

void aln_posts_find (aln_status *st, aln_arena *room, const aln_article *a, const aln_mentions *m,
                     aln_posts *out) {
  finder f = {a, a->tokens.at, a->tokens.n, m, a->lexicon, 0, 0, 0, room};
  uint32_t floor = 0;
  uint64_t set;
  f.offices = aln_lexicon_kind (a->lexicon, ALN_LIT ("offices"));
  f.plurals = aln_lexicon_kind (a->lexicon, ALN_LIT ("office_plurals"));
  f.words = aln_lexicon_kind (a->lexicon, ALN_LIT ("office_words"));
  set = aln_lexicon_set (f.offices) | aln_lexicon_set (f.plurals) | aln_lexicon_set (f.words);
  for (uint32_t i = 0; f.offices && i < f.n && *st == ALN_OK;) {
    aln_row row;
    const aln_mention *inside;
    uint32_t len, to = 0;
    if (f.t[i].flags & ALN_TOKEN_BLOCK) floor = i;
    if (!(a->kinds[i] & set)) {
      i++;
      continue;
    }
    inside = aln_mention_at (m, i);
    len = phrase_at (&f, i, &row);
    if (len && inside && inside->kind != ALN_MENTION_PERSON && inside->row && inside->to > i + len)
      len = 0;
    if (len) to = post_at (st, &f, i, floor, row, len, out);
    else to = counterpart_at (st, &f, i, floor, out);
    if (to) floor = i = to;
    else i++;
  }
}
