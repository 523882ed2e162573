/* mentions.c: in: tokens, lexicon and tagger. Out: names that do not overlap (mentions.h). */
#include "mentions.h"

static const struct {
  const char *kind;
  aln_mention_kind mention;
} tables[] = {{"tenures", ALN_MENTION_PERSON},
              {"organisations", ALN_MENTION_BODY},
              {"countries", ALN_MENTION_COUNTRY},
              {"places", ALN_MENTION_PLACE},
              {"demonyms", ALN_MENTION_DEMONYM}};
#define TABLES (sizeof tables / sizeof tables[0])

typedef struct finder {
  const aln_article *a;
  const aln_token *t;
  uint32_t n;
  aln_kind kinds[TABLES], family, offices, times, stops;
  aln_mentions *out;
} finder;

static int is_name_word (const aln_token *t) {
  return t->kind == ALN_TOKEN_WORD && t->shape != ALN_SHAPE_LOWER && t->shape != ALN_SHAPE_NONE;
}

/* -- the lexicon ---------------------------------------------------------------------------------- */

/* "US", "WHO", "DP": in lower case or with one capital it may be a word like any other. */
static int is_written_as_name (const finder *f, uint32_t from, uint32_t len, uint32_t flags) {
  const aln_token *t = &f->t[from];
  if (!(flags & ALN_ENTRY_CASE)) return 1;
  if (len > 1 || t->shape == ALN_SHAPE_CAPS) return 1;
  return is_name_word (t) && t->to - t->from >= 4;
}

static int table_of (const finder *f, aln_row row) {
  aln_kind k = aln_lexicon_row_kind (f->a->lexicon, row);
  for (size_t i = 0; i < TABLES; i++)
    if (f->kinds[i] == k) return (int)i;
  return -1;
}

/* The best entry of the tables above that ends at this node: the order of the tables decides. */
static int best_here (const finder *f, aln_node node, uint32_t from, uint32_t len, aln_mention *m) {
  const aln_lexicon *x = f->a->lexicon;
  int best = (int)TABLES;
  for (uint32_t e = aln_lexicon_entries (x, node); e; e = aln_lexicon_entry (x, e)->next) {
    const aln_entry *entry = aln_lexicon_entry (x, e);
    int table = table_of (f, entry->row);
    if (table < 0 || table >= best || !is_written_as_name (f, from, len, entry->flags)) continue;
    if (tables[table].mention != ALN_MENTION_BODY && !is_name_word (&f->t[from])) continue;
    if (tables[table].mention == ALN_MENTION_PERSON && len < 2) continue;
    best = table;
    *m = (aln_mention){from,
                       from + len,
                       tables[table].mention,
                       entry->row,
                       f->t[from].shape == ALN_SHAPE_LOWER,
                       "lexicon"};
  }
  return best < (int)TABLES;
}

static int longest_here (const finder *f, uint32_t from, aln_mention *m) {
  aln_node node = ALN_ROOT;
  int found = 0;
  for (uint32_t i = from; i < f->n && i - from < 16; i++) {
    node = aln_lexicon_step (f->a->lexicon, node, f->t[i].word);
    if (!node || (i > from && (f->t[i].flags & ALN_TOKEN_BLOCK))) break;
    found |= best_here (f, node, from, i - from + 1, m);
  }
  return found;
}

/* "Kim Seon-ho", "KIM Seon-ho": a family name that comes first, then a given name with a hyphen. */
static int family_name_here (const finder *f, uint32_t i, aln_mention *m) {
  const char *p = f->a->text.p;
  if (i + 3 >= f->n || !f->family || !f->t[i].word || !is_name_word (&f->t[i])) return 0;
  if (aln_lexicon_longest (f->a->lexicon, f->t + i, 1, f->family, NULL) != 1) return 0;
  if (!is_name_word (&f->t[i + 1]) || p[f->t[i + 2].from] != '-' ||
      !(f->t[i + 2].flags & ALN_TOKEN_GLUED) || !(f->t[i + 3].flags & ALN_TOKEN_GLUED) ||
      f->t[i + 3].kind != ALN_TOKEN_WORD)
    return 0;
  *m = (aln_mention){i, i + 4, ALN_MENTION_PERSON, 0, 0, "family-name"};
  return 1;
}

/* -- settling who wins ---------------------------------------------------------------------------- */

static const aln_mention_kind of_type[] = {[ALN_NAME_NONE] = ALN_MENTION_OTHER,
                                           [ALN_NAME_PERSON] = ALN_MENTION_PERSON,
                                           [ALN_NAME_BODY] = ALN_MENTION_BODY,
                                           [ALN_NAME_PLACE] = ALN_MENTION_PLACE,
                                           [ALN_NAME_OTHER] = ALN_MENTION_OTHER};

static void add (aln_status *st, aln_arena *room, finder *f, const aln_mention *m) {
  aln_mention *slot = ALN_ADD (st, room, &f->out->list);
  if (!slot) return;
  *slot = *m;
  for (uint32_t i = m->from; i < m->to; i++) f->out->at[i] = f->out->list.n;
}

/* "South Korea-US", "US Combined Forces Command": what the tagger takes for one name is a chain of
   names the lexicon knows, up to its end. */
static int is_chain (const finder *f, const aln_mention *first, uint32_t to) {
  aln_mention m = *first;
  while (m.to < to) {
    uint32_t i = m.to;
    if (f->t[i].kind == ALN_TOKEN_MARK && f->a->text.p[f->t[i].from] == '-') i++;
    if (i >= to || !f->t[i].word || !longest_here (f, i, &m)) return 0;
  }
  return m.to == to;
}

/* Does the tagger's name t beat what the lexicon found, l? Both begin at the same token. */
static int tagger_wins (const finder *f, const aln_mention *t, const aln_mention *l) {
  uint32_t a = t->to - t->from, b = l->to - l->from;
  if (l->kind == ALN_MENTION_PERSON || a < b) return 0;
  if (a > b) return !is_chain (f, l, t->to);
  return a == 1 && t->kind == ALN_MENTION_PERSON && l->kind != ALN_MENTION_COUNTRY;
}

/* "Later Kim left": what begins sentences, or tells time, is no part of the name behind it. */
static int begins_sentences (const finder *f, uint32_t i) {
  aln_row row;
  const aln_lexicon *x = f->a->lexicon;
  if (!f->t[i].word) return 0;
  if (f->times && aln_lexicon_longest (x, f->t + i, 1, f->times, &row) == 1) return 1;
  return f->stops && aln_lexicon_longest (x, f->t + i, 1, f->stops, &row) == 1 &&
         aln_same (aln_lexicon_get (x, row, ALN_LIT ("class")), ALN_LIT ("starter"));
}

/* A post is no part of a name: "US Ambassador" ends before it, "President Clinton" begins behind it. */
static aln_mention without_posts (const finder *f, aln_mention t) {
  uint32_t len;
  while (t.from < t.to && begins_sentences (f, t.from) &&
         (t.kind == ALN_MENTION_PERSON || f->t[t.from].to - f->t[t.from].from > 3)) /* The Hague */
    t.from++;
  while (f->offices && t.from < t.to && f->t[t.from].word &&
         (len = aln_lexicon_longest (f->a->lexicon, f->t + t.from, t.to - t.from, f->offices,
                                     NULL)) > 0)
    t.from += len;
  for (uint32_t i = t.from + 1; f->offices && i < t.to; i++)
    if (f->t[i].word &&
        aln_lexicon_longest (f->a->lexicon, f->t + i, t.to - i, f->offices, NULL) > 0)
      t.to = i;
  return t;
}

/* Takes the tagger's name that begins at token i into account: 1 where a name begins, in '*m'. */
static int weigh (const finder *f, const aln_nameds *tagged, uint32_t *next, uint32_t i, int found,
                  aln_mention *m) {
  for (; *next < tagged->n; (*next)++) {
    aln_mention t = {tagged->at[*next].from,
                     tagged->at[*next].to,
                     of_type[tagged->at[*next].type],
                     0,
                     0,
                     "tagger"};
    if (t.to <= i) continue;
    t = without_posts (f, t);
    if (t.from > i || t.from >= t.to) break;
    if (t.from == i && (!found || tagger_wins (f, &t, m))) {
      *m = t;
      return 1;
    }
    break;
  }
  return found;
}

/* A lexicon name inside a longer name the tagger began earlier never starts: i has passed it. */
void aln_mentions_find (aln_status *st, aln_arena *room, const aln_article *a, aln_mentions *out) {
  finder f = {.a = a, .t = a->tokens.at, .n = a->tokens.n, .out = out};
  aln_nameds tagged = {NULL, 0, 0};
  uint32_t next = 0;
  aln_tag_names (st, room, a, aln_lexicon_model (a->lexicon), &tagged);
  out->at = aln_arena_get (st, room, (f.n + 1) * sizeof *out->at);
  for (size_t k = 0; k < TABLES; k++)
    f.kinds[k] = aln_lexicon_kind (a->lexicon, aln_slice_of (tables[k].kind));
  f.offices = aln_lexicon_kind (a->lexicon, ALN_LIT ("offices"));
  f.times = aln_lexicon_kind (a->lexicon, ALN_LIT ("times"));
  f.stops = aln_lexicon_kind (a->lexicon, ALN_LIT ("abbreviations"));
  f.family = aln_lexicon_kind (a->lexicon, ALN_LIT ("family_names"));
  for (uint32_t i = 0; i < f.n && *st == ALN_OK;) {
    aln_mention m;
    int found = f.t[i].word && longest_here (&f, i, &m);
    if (!found || m.kind != ALN_MENTION_PERSON) {
      aln_mention named;
      if (family_name_here (&f, i, &named) && (!found || named.to >= m.to)) {
        m = named;
        found = 1;
      }
    }
    found = weigh (&f, &tagged, &next, i, found, &m);
    if (found) add (st, room, &f, &m);
    i = found ? m.to : i + 1;
  }
}

const aln_mention *aln_mention_at (const aln_mentions *m, uint32_t token) {
  return m->at[token] ? &m->list.at[m->at[token] - 1] : NULL;
}

aln_slice aln_mention_side (const aln_article *a, const aln_mention *m) {
  return m->row ? aln_lexicon_get (a->lexicon, m->row, ALN_LIT ("side")) : (aln_slice){"", 0};
}
