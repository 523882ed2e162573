/* mentions.c: in: tokens, lexicon and tagger. Out: names that do not overlap (mentions.h). */
#include "mentions.h"

#include "glance.h"
#include "mentioning.h"

#include <string.h>

static const struct {
  const char *kind;
  aln_mention_kind mention;
} tables[ALN_NAME_TABLES] = {{"tenures", ALN_MENTION_PERSON},
                             {"organisations", ALN_MENTION_BODY},
                             {"countries", ALN_MENTION_COUNTRY},
                             {"places", ALN_MENTION_PLACE},
                             {"demonyms", ALN_MENTION_DEMONYM}};
#define TABLES ALN_NAME_TABLES

/* -- the lexicon ---------------------------------------------------------------------------------- */

/* "US", "WHO", "DP": in lower case or with one capital it may be a word like any other. */
static int is_written_as_name (const aln_naming_step *f, uint32_t from, uint32_t len,
                               uint32_t flags) {
  const aln_token *t = &f->t[from];
  if (!(flags & ALN_ENTRY_CASE)) return 1;
  if (len > 1 || t->shape == ALN_SHAPE_CAPS) return 1;
  return aln_is_name_word (t) && t->to - t->from >= 4;
}

static int table_of (const aln_naming_step *f, aln_kind k) {
  for (size_t i = 0; i < TABLES; i++)
    if (f->kinds[i] == k) return (int)i;
  return -1;
}

/* The best entry of the tables above that ends at this node: the order of the tables decides. */
static int best_here (const aln_naming_step *f, aln_node node, uint32_t from, uint32_t len,
                      aln_mention *m) {
  const aln_lexicon *x = f->a->lexicon;
  int best = (int)TABLES;
  for (uint32_t e = aln_lexicon_entries (x, node); e; e = aln_lexicon_entry (x, e)->next) {
    const aln_entry *entry = aln_lexicon_entry (x, e);
    int table = table_of (f, entry->kind);
    if (table < 0 || table >= best || !is_written_as_name (f, from, len, entry->flags)) continue;
    if (tables[table].mention != ALN_MENTION_BODY && !aln_is_name_word (&f->t[from])) continue;
    if (tables[table].mention == ALN_MENTION_PERSON && len < 2) continue;
    if (len < 2 && f->t[from].shape == ALN_SHAPE_LOWER) continue; /* a low-fat diet */
    best = table;
    *m = (aln_mention){from,       from + len, tables[table].mention,
                       entry->row, {"", 0},    f->t[from].shape == ALN_SHAPE_LOWER,
                       "lexicon"};
  }
  return best < (int)TABLES;
}

int aln_mention_listed (const aln_naming_step *f, uint32_t from, aln_mention *m) {
  const aln_lexicon *x = f->a->lexicon;
  aln_node node = ALN_ROOT;
  int found = 0;
  if (!(aln_lexicon_begin (x, f->t[from].word)->kinds & f->names)) return 0;
  for (uint32_t i = from; i < f->n && i - from < 16; i++) {
    node = aln_lexicon_step_of (x, node, f->t[i].word, f->names);
    if (!node || (i > from && (f->t[i].flags & ALN_TOKEN_BLOCK))) break;
    if (aln_lexicon_ends (x, node) & f->names) found |= best_here (f, node, from, i - from + 1, m);
  }
  return found;
}

/* "Kim Seon-ho", "KIM Seon-ho": a family name that comes first, then a given name with a hyphen. */
static int family_name_here (const aln_naming_step *f, uint32_t i, aln_mention *m) {
  const char *p = f->a->text.p;
  if (i + 3 >= f->n || !f->family || !f->t[i].word || !aln_is_name_word (&f->t[i])) return 0;
  if (aln_lexicon_longest (f->a->lexicon, f->t + i, 1, f->family, NULL) != 1) return 0;
  if (!aln_is_name_word (&f->t[i + 1]) || p[f->t[i + 2].from] != '-' ||
      !(f->t[i + 2].flags & ALN_TOKEN_GLUED) || !(f->t[i + 3].flags & ALN_TOKEN_GLUED) ||
      f->t[i + 3].kind != ALN_TOKEN_WORD)
    return 0;
  *m = (aln_mention){i, i + 4, ALN_MENTION_PERSON, 0, {"", 0}, 0, "family-name"};
  return 1;
}

/* -- settling who wins ---------------------------------------------------------------------------- */

static const aln_mention_kind of_type[] = {[ALN_NAME_NONE] = ALN_MENTION_OTHER,
                                           [ALN_NAME_PERSON] = ALN_MENTION_PERSON,
                                           [ALN_NAME_BODY] = ALN_MENTION_BODY,
                                           [ALN_NAME_PLACE] = ALN_MENTION_PLACE,
                                           [ALN_NAME_OTHER] = ALN_MENTION_OTHER};

static void add (aln_status *st, aln_arena *room, aln_naming_step *f, const aln_mention *m) {
  aln_mention *slot = ALN_ADD (st, room, &f->out->list);
  if (!slot) return;
  *slot = *m;
  for (uint32_t i = m->from; i < m->to; i++) f->out->at[i] = f->out->list.n;
}

/* Two countries with a hyphen, a country and its command: what the tagger takes for one name is a
   chain of names the lexicon knows, up to its end. */
static int is_chain (const aln_naming_step *f, const aln_mention *first, uint32_t to) {
  aln_mention m = *first;
  while (m.to < to) {
    uint32_t i = m.to;
    if (f->t[i].kind == ALN_TOKEN_MARK && f->a->text.p[f->t[i].from] == '-') i++;
    if (i >= to || !f->t[i].word || !aln_mention_listed (f, i, &m)) return 0;
  }
  return m.to == to;
}

/* Does the tagger's name t beat what the lexicon found, l? Both begin at the same token. */
static int tagger_wins (const aln_naming_step *f, const aln_mention *t, const aln_mention *l) {
  uint32_t a = t->to - t->from, b = l->to - l->from;
  if (t->kind == ALN_MENTION_PERSON && l->kind == ALN_MENTION_DEMONYM) return 0; /* Georgian NGOs */
  if (a < b || (l->kind == ALN_MENTION_PERSON && (a == b || t->kind != l->kind))) return 0;
  if (a > b) return !is_chain (f, l, t->to);
  if (l->kind == ALN_MENTION_PLACE &&
      t->kind != ALN_MENTION_PLACE && /* a city may be a team; a capital is its government */
      !aln_lexicon_get (f->a->lexicon, l->row, ALN_LIT ("stands_for")).n)
    return 1;
  return a == 1 && t->kind == ALN_MENTION_PERSON && l->kind != ALN_MENTION_COUNTRY &&
         !aln_lexicon_get (f->a->lexicon, l->row, ALN_LIT ("stands_for")).n;
}

/* -- what the tagger's name really is --------------------------------------------------------------- */

static int is_of_bodies (const aln_naming_step *f,
                         aln_row row) { /* "Chairman": of something, not "King" */
  return !aln_same (aln_lexicon_get (f->a->lexicon, row, ALN_LIT ("needs")), ALN_LIT ("name"));
}

/* Which tokens are of a post: longest phrases, from left to right. */
static void mark_posts (aln_naming_step *f) {
  const uint64_t kinds = aln_lexicon_set (f->offices) | aln_lexicon_set (f->plurals);
  uint32_t i = 0;
  while (f->offices && (i = aln_next_of (f->a, i, f->n, kinds)) < f->n) {
    aln_row row;
    uint32_t len = f->t[i].word
                       ? aln_lexicon_longest (f->a->lexicon, f->t + i, f->n - i, f->offices, &row)
                       : 0;
    for (uint32_t k = 0; k < len; k++) f->posts[i + k] = k ? ALN_POST_REST : ALN_POST_FIRST;
    if (len == 1 && aln_lexicon_get (f->a->lexicon, row, ALN_LIT ("needs")).n)
      f->posts[i] = is_of_bodies (f, row) ? ALN_POST_OF_BODY : ALN_POST_BESIDE_NAME;
    if (!len && f->plurals && f->t[i].word && f->t[i].shape == ALN_SHAPE_CAPITAL &&
        aln_lexicon_longest (f->a->lexicon, f->t + i, 1, f->plurals, NULL) == 1)
      f->posts[i] = ALN_POST_PLURAL;
    i += len ? len : 1;
  }
}

/* Has the lexicon a name from there to there, or further? */
static int is_known (const aln_naming_step *f, uint32_t from, uint32_t to) {
  aln_mention m;
  return from < to && f->t[from].word && aln_mention_listed (f, from, &m) && m.to >= to;
}

/* A post is no part of a name: "US Ambassador" ends before it, "President Clinton" begins behind it. */
static aln_mention without_posts (const aln_naming_step *f, aln_mention t) {
  const uint32_t from = t.from;
  while (t.from < t.to && begins_sentences (f, t.from) &&
         (t.kind == ALN_MENTION_PERSON || f->t[t.from].to - f->t[t.from].from > 3 ||
          is_known (f, t.from + 1, t.to))) /* The Hague, but "The Security Council" */
    t.from++;
  while (t.from < t.to && ((f->posts[t.from] && (f->posts[t.from] != ALN_POST_PLURAL ||
                                                 t.kind == ALN_MENTION_PERSON)) ||
                           f->t[t.from].kind == ALN_TOKEN_MARK || is_time (f, t.from, f->weekdays)))
    t.from++;
  while (t.from < t.to && t.from > from && f->t[t.from].shape == ALN_SHAPE_LOWER)
    t.from++; /* "Representative | of Ghana" */
  for (uint32_t i = t.from + 1; i < t.to; i++)
    if (f->posts[i] == ALN_POST_FIRST || (f->posts[i] == ALN_POST_OF_BODY && i + 1 < t.to) ||
        (f->posts[i] >= ALN_POST_BESIDE_NAME && f->posts[i] <= ALN_POST_OF_BODY &&
         t.kind != ALN_MENTION_PERSON)) {
      if (f->posts[i] == ALN_POST_OF_BODY && t.kind == ALN_MENTION_PERSON)
        t.kind = ALN_MENTION_BODY; /* "Samsan | Chairman Koo" */
      t.to = i;
    }
  while (t.to > t.from &&
         (f->t[t.to - 1].kind == ALN_TOKEN_MARK || is_time (f, t.to - 1, f->weekdays)))
    t.to--;
  return t;
}

/* Does the name hold a word of two letters or more that could be a name? */
static int names_something (const aln_naming_step *f, const aln_mention *t) {
  if (t->to - t->from == 1 && (head_of (f, t->from, "alone").n || has_place (f, t->from, "honour")))
    return 0;
  for (uint32_t i = t->from; i < t->to; i++)
    if (f->t[i].kind == ALN_TOKEN_WORD && f->t[i].to - f->t[i].from > 1) return 1;
  return t->kind != ALN_MENTION_PERSON;
}

/* "Framework Agreement" is no person, whatever stands around it; nor is what somebody is "in". */
static void weigh_head (const aln_naming_step *f, aln_mention *t) {
  aln_slice head = head_of (f, t->to - 1, "head");
  if (t->kind == ALN_MENTION_PERSON && t->to - t->from == 1 && t->from &&
      !(f->t[t->from].flags & ALN_TOKEN_BLOCK) && head_of (f, t->from - 1, "before").n)
    t->kind = ALN_MENTION_PLACE;
  if (t->kind == ALN_MENTION_BODY && t->to - t->from >= 4 &&
      aln_is_glued_hyphen (f->a, t->to - 2) && is_particle (f, t->to - 3, "joined"))
    t->kind = ALN_MENTION_PERSON; /* Khalil al-Hiyya */
  if (t->to - t->from > 1 && head_of (f, t->from, "first").n) t->kind = ALN_MENTION_OTHER;
  if (t->from && !(f->t[t->from].flags & ALN_TOKEN_BLOCK) && head_of (f, t->from - 1, "vessel").n)
    t->kind = ALN_MENTION_OTHER;
  if (!head.n || t->to - t->from < 2) return;
  if (aln_same (head, ALN_LIT ("body")) && t->kind != ALN_MENTION_PLACE) t->kind = ALN_MENTION_BODY;
  else if (t->kind != ALN_MENTION_PERSON) return;
  else t->kind = aln_same (head, ALN_LIT ("place")) ? ALN_MENTION_PLACE : ALN_MENTION_OTHER;
}

/* "Ms Alison Pembroke OBE" is a person: without the letters behind the name. */
static void weigh_title (const aln_naming_step *f, aln_mention *t) {
  if (t->to - t->from > 2 && honorific (f, t->from, "person").n &&
      !aln_same (head_of (f, t->to - 1, "head"), ALN_LIT ("body")))
    t->kind = ALN_MENTION_PERSON;
  if (t->kind == ALN_MENTION_PERSON)
    while (t->to - t->from > 1 && has_place (f, t->to - 1, "honour")) t->to--;
}

static int holder_here (const aln_naming_step *f, uint32_t i, aln_mention *m) {
  if (aln_is_behind_title (f, i)) {
    *m = (aln_mention){i, i + 1, ALN_MENTION_PERSON, 0, {"", 0}, 0, "title"};
    return 1;
  }
  if (aln_is_behind_small_post (f, i)) {
    *m = (aln_mention){i, i + 2, ALN_MENTION_PERSON, 0, {"", 0}, 0, "holder"};
    return 1;
  }
  if (!aln_is_behind_post (f, i) || begins_sentences (f, i) || head_of (f, i, "alone").n ||
      head_of (f, i, "head").n)
    return 0;
  if ((f->posts[i - 1] == ALN_POST_BESIDE_NAME || f->posts[i - 1] == ALN_POST_OF_BODY) &&
      f->a->text.p[f->t[i - 1].to - 1] != '.')
    return 0; /* "Rep. Turner", but not "King Cole" */
  *m = (aln_mention){i, i + 1, ALN_MENTION_PERSON, 0, {"", 0}, 0, "holder"};
  if (is_capital (f, i + 1) && !f->posts[i + 1] && !begins_sentences (f, i + 1) &&
      !is_time (f, i + 1, f->weekdays) && !is_time (f, i + 1, f->months))
    m->to++;
  return 1;
}

/* Does a post of one stand right before token i ("president of the |")? */
static int follows_post (const aln_naming_step *f, uint32_t i) {
  for (uint32_t k = i; k > 0 && i - k < 5 && is_open (f, k); k--)
    if (f->posts[k - 1] != ALN_POST_NONE) return f->posts[k - 1] != ALN_POST_PLURAL;
  return 0;
}

/* "the president of the European Commission | Anna Berg": where in t, behind the name of a body, that of who holds
   its post begins; 0: nowhere. */
static uint32_t holder_within (const aln_naming_step *f, const aln_mention *t) {
  uint32_t k = t->to;
  if (t->kind == ALN_MENTION_PERSON || t->to - t->from < 4 || !follows_post (f, t->from)) return 0;
  while (k > t->from && is_capital (f, k - 1) && !head_of (f, k - 1, "head").n &&
         !head_of (f, k - 1, "alone").n && !(f->t[k - 1].flags & ALN_TOKEN_GLUED))
    k--;
  if (k < t->from + 2 || t->to - k < 2 || t->to - k > 3) return 0;
  return aln_same (head_of (f, k - 1, "head"), ALN_LIT ("body")) ? k : 0;
}

/* Takes the tagger's name that begins at token i into account: 1 where a name begins, in '*m'. */
static int weigh (const aln_naming_step *f, const aln_nameds *tagged, uint32_t *next, uint32_t i,
                  int found, aln_mention *m) {
  for (; *next < tagged->n; (*next)++) {
    aln_mention t = {tagged->at[*next].from,
                     tagged->at[*next].to,
                     of_type[tagged->at[*next].type],
                     0,
                     {"", 0},
                     0,
                     "tagger"};
    uint32_t holder;
    if (t.to <= i) continue;
    if (t.from > i) break; /* not yet */
    if ((holder = holder_within (f, &t)) == i && i) t.kind = ALN_MENTION_PERSON;
    else if (holder > i) t.to = holder;
    if (t.from < i && t.kind == ALN_MENTION_PERSON) t.from = i; /* behind a demonym */
    t = without_posts (f, t);
    if (t.from > i) break;
    if (t.from >= t.to || !names_something (f, &t)) continue;
    weigh_head (f, &t);
    weigh_title (f, &t);
    if (t.from == i && (!found || tagger_wins (f, &t, m))) {
      *m = t;
      return 1;
    }
    break;
  }
  return found;
}

/* -- all of it ------------------------------------------------------------------------------------ */

static void prepare (aln_status *st, aln_arena *room, aln_naming_step *f) {
  const aln_lexicon *x = f->a->lexicon;
  f->out->at = aln_arena_get (st, room, (f->n + 1) * sizeof *f->out->at);
  f->posts = aln_arena_get (st, room, f->n + 1);
  for (size_t k = 0; k < TABLES; k++)
    if ((f->kinds[k] = aln_lexicon_kind (x, aln_slice_of (tables[k].kind))))
      f->names |= aln_lexicon_bit (f->kinds[k]);
  f->offices = aln_lexicon_kind (x, ALN_LIT ("offices"));
  f->plurals = aln_lexicon_kind (x, ALN_LIT ("office_plurals"));
  f->times = aln_lexicon_kind (x, ALN_LIT ("times"));
  f->stops = aln_lexicon_kind (x, ALN_LIT ("abbreviations"));
  f->family = aln_lexicon_kind (x, ALN_LIT ("family_names"));
  f->heads = aln_lexicon_kind (x, ALN_LIT ("name_words"));
  f->words = aln_lexicon_kind (x, ALN_LIT ("office_words"));
  f->weekdays = aln_lexicon_kind (x, ALN_LIT ("weekdays"));
  f->months = aln_lexicon_kind (x, ALN_LIT ("months"));
  f->ranks = aln_lexicon_kind (x, ALN_LIT ("ranks"));
  f->titles = aln_lexicon_kind (x, ALN_LIT ("honorifics"));
  if (*st == ALN_OK) mark_posts (f);
}

/* Can no name begin at token i? Most words are small, and the lexicon and the tagger know of none. */
static int is_no_name (const aln_naming_step *f, const aln_nameds *tagged, uint32_t next,
                       uint32_t i) {
  return !aln_is_name_word (&f->t[i]) &&
         !(aln_lexicon_begin (f->a->lexicon, f->t[i].word)->kinds & f->names) &&
         (next >= tagged->n || tagged->at[next].from > i);
}

/* A name that neither lexicon nor tagger knows, by what stands around it. */
static int told_here (const aln_naming_step *f, uint32_t i, aln_mention *m) {
  if (holder_here (f, i, m) || aln_is_called_as_month (f, i, m)) return 1;
  if (!aln_is_before_post (f, i)) return 0;
  *m = (aln_mention){i, i + 2, ALN_MENTION_PERSON, 0, {"", 0}, 0, "holder"};
  return 1;
}

/* The name that begins at token i: the lexicon's, a family name's, or the tagger's. */
static int name_here (const aln_naming_step *f, const aln_nameds *tagged, uint32_t *next,
                      uint32_t i, aln_mention *m) {
  aln_mention named;
  int found = f->t[i].word && aln_mention_listed (f, i, m);
  if ((!found || m->kind != ALN_MENTION_PERSON) && family_name_here (f, i, &named) &&
      (!found || named.to >= m->to)) {
    *m = named;
    found = 1;
  }
  found = weigh (f, tagged, next, i, found, m);
  if (found && aln_is_called_as_people (f, m))
    *m = (aln_mention){i, i + 2, ALN_MENTION_PERSON, 0, {"", 0}, 0, "holder"};
  if (!found) found = aln_is_name_word (&f->t[i]) && told_here (f, i, m);
  else if (!m->row && m->to - m->from <= 4 && aln_is_short_title (f, i) &&
           aln_is_behind_title (f, i + 1))
    m->kind = ALN_MENTION_PERSON;
  else if (m->kind != ALN_MENTION_PERSON && aln_is_spelled_apart (f, m))
    m->kind = ALN_MENTION_PERSON;
  else if (!m->row && m->to - m->from == 2 && aln_is_before_post (f, i))
    m->kind = ALN_MENTION_PERSON;
  else if (!m->row && m->to - m->from <= 3 && aln_is_behind_title (f, i))
    m->kind = ALN_MENTION_PERSON;
  else if (!m->row && m->to - m->from <= 2 && m->kind != ALN_MENTION_PERSON &&
           aln_is_behind_post (f, i) && !head_of (f, m->to - 1, "head").n)
    m->kind = ALN_MENTION_PERSON;
  else if (!m->row && m->to - m->from <= 2 && aln_is_behind_small_post (f, i)) {
    m->kind = ALN_MENTION_PERSON;
    m->to = i + 2;
  }
  if (!found) return 0;
  aln_mention_grow (f, m);
  return 1;
}

/* "Prime Minister Jan Peter | Balkenende": two persons right beside each other are one. */
static int joins_holder (const aln_naming_step *f, const aln_mention *m) {
  const aln_mention *last = f->out->list.n ? &f->out->list.at[f->out->list.n - 1] : NULL;
  return last && last->to == m->from && last->kind == ALN_MENTION_PERSON && !last->row && !m->row &&
         m->kind == ALN_MENTION_PERSON && is_open (f, m->from) && is_capital (f, m->from) &&
         !(f->t[m->from].flags & ALN_TOKEN_GLUED) &&
         (aln_is_behind_post (f, last->from) || aln_is_behind_title (f, last->from) ||
          aln_is_short_title (f, last->from)) &&
         m->to - last->from <= 5;
}

#define TAGGER_SHARE 32u /* bytes of scratch that the tagger takes for a token, about */

/* A lexicon name inside a longer name the tagger began earlier never starts: i has passed it. */
void aln_mentions_find (aln_status *st, aln_arena *room, const aln_article *a, aln_mentions *out) {
  aln_naming_step f = {.a = a, .t = a->tokens.at, .n = a->tokens.n, .out = out};
  aln_nameds tagged = {NULL, 0, 0};
  aln_arena scratch = ALN_ARENA_EMPTY; /* for the tagger, of which nothing is kept */
  uint32_t next = 0;
  scratch.first = (size_t)f.n * TAGGER_SHARE;
  aln_tag_names (st, &scratch, a, aln_lexicon_model (a->lexicon), &tagged);
  prepare (st, room, &f);
  for (uint32_t i = 0; i < f.n && *st == ALN_OK;) {
    aln_mention m;
    int found = !is_no_name (&f, &tagged, next, i) && name_here (&f, &tagged, &next, i, &m);
    if (found && joins_holder (&f, &m)) {
      aln_mention *last = &out->list.at[out->list.n - 1];
      for (i = last->to; i < m.to; i++) out->at[i] = out->list.n;
      last->to = m.to;
      continue;
    }
    if (found) add (st, room, &f, &m);
    i = found ? m.to : i + 1;
  }
  aln_arena_free (&scratch);
  aln_mentions_settle (st, room, a, f.posts, out);
}

const aln_mention *aln_mention_at (const aln_mentions *m, uint32_t token) {
  return m->at[token] ? &m->list.at[m->at[token] - 1] : NULL;
}

aln_slice aln_mention_side (const aln_article *a, const aln_mention *m) {
  if (m->side.n) return m->side;
  return m->row ? aln_lexicon_get (a->lexicon, m->row, ALN_LIT ("side")) : (aln_slice){"", 0};
}
