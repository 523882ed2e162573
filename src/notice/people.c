/* people.c: in: mentions and posts. Out: persons with names, spans and posts (people.h).
   Passes: full names -> one word alone -> posts beside names -> handovers -> what the lexicon knows
   -> nouns and pronouns. */
#include "people.h"

#include "glance.h"
#include "names.h"

#include <stdlib.h>

#define CHAIN_MOST                                                                                 \
  64u /* persons compared with a name at most: keeps hostile lists of names linear */

#define NOUN_REACH 80u /* tokens between a name and "the minister", where several are */
#define HELD_MOST 16u  /* posts of one person, for the same reason */

typedef struct bearer { /* a person who bears a word */
  uint32_t person;
  uint32_t next; /* index of the bearer of the same word before, 0: none */
  const char *word;
} bearer;

typedef struct finder {
  const aln_article *a;
  const aln_token *t;
  uint32_t n;
  const aln_lexicon *x;
  aln_arena *room;
  aln_people *out;
  aln_slice day;
  aln_name_kinds kinds;
  aln_kind words, tenures;
  uint32_t *who;             /* for each mention: 1 + index of its person, 0: nobody's */
  uint32_t who_cap;          /* room in 'who' */
  uint32_t *holder;          /* for each post: 1 + index of its person, 0: nobody's */
  uint32_t *post_of;         /* for each token: 1 + index of the last post whose phrase it is in */
  aln_slice main_side;       /* the country the article is about, as far as names tell */
  ALN_LIST (aln_name) names; /* of each person */
  ALN_LIST (bearer) bearers;
  uint32_t *table, mask; /* word -> its last bearer */
} finder;

static inline aln_slice get (const finder *f, aln_row row, const char *key) {
  return aln_lexicon_get (f->x, row, aln_slice_of (key));
}

static uint32_t match_word (const finder *f, uint32_t i, const char *field, aln_row *row) {
  if (!f->words || i >= f->n || !f->t[i].word) return 0;
  return aln_lexicon_longest_with (f->x, f->t + i, f->n - i, f->words, aln_slice_of (field), row);
}

static uint32_t person_of (const finder *f, const aln_mention *m) {
  return m && m->kind == ALN_MENTION_PERSON ? f->who[m - f->out->mentions.list.at] : 0;
}

/* -- persons by the words of their names ---------------------------------------------------------- */

/* Never called where 'prepare' had no memory for the table. */
static uint32_t *slot_of (const finder *f, const char *word) {
  uint32_t h = 2166136261u;
  for (const char *p = word; *p; p++) h = (h ^ (unsigned char)*p) * 16777619u;
  // NOLINTNEXTLINE(clang-analyzer-core.NullDereference)
  for (h &= f->mask; f->table[h]; h = (h + 1) & f->mask)
    if (strcmp (f->bearers.at[f->table[h]].word, word) == 0) break; // NOLINT: [h] is there
  return &f->table[h];
}

static void bear (aln_status *st, finder *f, uint32_t person, const char *word) {
  bearer *b = ALN_ADD (st, f->room, &f->bearers);
  uint32_t *slot;
  if (!b) return;
  b->word = word;
  b->person = person;
  slot = slot_of (f, word);
  b->next = *slot;
  *slot = f->bearers.n - 1;
}

/* "al-Maliki" is Maliki too. */
static void bear_joined (aln_status *st, finder *f, const aln_mention *m) {
  for (uint32_t i = m->from + 2; i < m->to; i++) {
    aln_row row;
    aln_name *part;
    if (f->a->text.p[f->t[i - 1].from] != '-' || !f->kinds.honorifics || !f->t[i - 2].word ||
        aln_lexicon_longest (f->x, f->t + i - 2, 1, f->kinds.honorifics, &row) != 1 ||
        !aln_same (get (f, row, "place"), ALN_LIT ("joined")))
      continue;
    part = aln_arena_get (st, f->room, sizeof *part);
    if (!part) return;
    *part = aln_name_read (f->a, &f->kinds, i, i + 1);
    if (part->n) bear (st, f, f->out->persons.n - 1, part->at[0]);
  }
}

static aln_person *new_person (aln_status *st, finder *f, const aln_mention *m, const aln_name *w) {
  aln_person *p = ALN_ADD (st, f->room, &f->out->persons);
  aln_name *name = ALN_ADD (st, f->room, &f->names);
  if (!p || !name) return NULL;
  *name = *w;
  *p = (aln_person){.first = m->from,
                    .last = m->to,
                    .row = m->row,
                    .rule = m->rule,
                    .family_first = w->family_first};
  for (uint32_t i = 0; i < w->n; i++) bear (st, f, f->out->persons.n - 1, name->at[i]);
  bear_joined (st, f, m);
  return p;
}

/* 1 + the person of several words who agrees with w, 0: none. */
static uint32_t who_agrees (const finder *f, const aln_name *w) {
  uint32_t tried = 0;
  for (uint32_t k = 0; k < w->n; k++)
    for (uint32_t b = *slot_of (f, w->at[k]); b && tried < CHAIN_MOST;
         b = f->bearers.at[b].next, tried++) {
      uint32_t person = f->bearers.at[b].person; // NOLINT: [b] is there
      if (f->names.at[person].n > 1 && aln_name_agrees (&f->names.at[person], w)) return person + 1;
    }
  return 0;
}

/* Does one person bear all words of w? */
static int who_has_all (const finder *f, const aln_name *w) {
  uint32_t person = who_agrees (f, w);
  const aln_name *name = person ? &f->names.at[person - 1] : NULL;
  for (uint32_t i = 0; name && i < w->n; i++) {
    uint32_t k = 0;
    while (k < name->n && strcmp (name->at[k], w->at[i]) != 0) k++;
    if (k == name->n) return 0;
  }
  return name != NULL;
}

/* 1 + the only person who bears the word as a family name, or else as a given name; 0: none. In
   *bearers how many there are. */
static uint32_t who_is (const finder *f, const char *word, uint32_t *bearers) {
  uint32_t by_family = 0, by_given = 0, family = 0, given = 0, tried = 0;
  for (uint32_t b = *slot_of (f, word); b && tried < CHAIN_MOST;
       b = f->bearers.at[b].next, tried++) {
    uint32_t person = f->bearers.at[b].person; // NOLINT: [b] is there
    const aln_name *name = &f->names.at[person];
    if (strcmp (name->at[name->family], word) == 0) {
      family++;
      by_family = person + 1;
    } else {
      given++;
      by_given = person + 1;
    }
  }
  *bearers = family + given;
  if (family) return family == 1 ? by_family : 0;
  return given == 1 ? by_given : 0;
}

/* -- names to persons ----------------------------------------------------------------------------- */

static void add_naming (aln_status *st, const finder *f, aln_namings *list, uint32_t from,
                        uint32_t to, aln_span_kind kind) {
  aln_naming *s = ALN_ADD (st, f->room, list);
  if (s) *s = (aln_naming){{f->t[from].from, f->t[to - 1].to}, from, to, kind};
}

/* A mention without rank and honorific before it: the bare name. */
static aln_mention bare (const finder *f, const aln_mention *m, aln_row *rank) {
  aln_mention b = *m;
  aln_row found = 0;
  uint32_t titles = b.row ? 0 : aln_name_titles (f->a, &f->kinds, b.from, b.to, &found);
  if (titles >= b.to - b.from) return b; /* John Major */
  b.from += titles;
  *rank = found;
  return b;
}

static aln_row rank_before (const finder *f, uint32_t i) {
  aln_row rank = 0;
  for (uint32_t len = i < 3 ? i : 3; len > 0 && !rank; len--)
    if (!f->post_of[i - 1] && aln_name_titles (f->a, &f->kinds, i - len, i, &rank) != len) rank = 0;
  return rank;
}

/* Room for the person of one more mention. */
static int grow_who (aln_status *st, finder *f) {
  while (*st == ALN_OK && f->who_cap < f->out->mentions.list.n) {
    uint32_t cap = f->who_cap;
    f->who = aln_list_grow (st, f->room, f->who, cap, &f->who_cap, sizeof *f->who);
  }
  return *st == ALN_OK;
}

static int is_country (aln_slice side) { return side.n == 2 && !aln_same (side, ALN_LIT ("UN")); }

static aln_slice side_of (const finder *f, const aln_mention *m) {
  aln_slice side = {"", 0};
  if (m && (m->kind == ALN_MENTION_COUNTRY || m->kind == ALN_MENTION_DEMONYM)) {
    side = aln_mention_side (f->a, m);
    if (!is_country (side)) side.n = 0;
  }
  return side;
}

static int is_text (const finder *f, uint32_t i, const char *word) {
  return i < f->n && !(f->t[i].flags & ALN_TOKEN_BLOCK) &&
         aln_same (aln_token_text (f->a, i), aln_slice_of (word));
}

/* "Gitanas Nauseda of Lithuania", "Japan's Takeo Akiba", "Lithuanian Gitanas Nauseda" */
static aln_slice side_around (const finder *f, uint32_t from, uint32_t to) {
  aln_slice side = {"", 0};
  uint32_t jr =
      aln_is_mark (f->a, to, ',') ? to + 1 : to; /* "Ferdinand Marcos, Jr. of the Philippines" */
  aln_row row;
  if (jr < f->n && f->kinds.honorifics && f->t[jr].word &&
      aln_lexicon_longest (f->x, f->t + jr, 1, f->kinds.honorifics, &row) == 1 &&
      aln_same (get (f, row, "place"), ALN_LIT ("behind")))
    to = jr + 1;
  if (is_text (f, to, "of") || aln_is_mark (f->a, to, '(')) {
    to += is_text (f, to + 1, "the") ? 2 : 1;
    if (to < f->n) side = side_of (f, aln_mention_at (&f->out->mentions, to));
  }
  if (side.n || !from || (f->t[from].flags & ALN_TOKEN_BLOCK)) return side;
  if (from > 1 && f->t[from - 1].kind == ALN_TOKEN_WORD &&
      f->t[from - 1].to - f->t[from - 1].from <= 4 && (f->t[from - 1].flags & ALN_TOKEN_GLUED))
    return side_of (f, aln_mention_at (&f->out->mentions, from - 2));
  if (aln_mention_at (&f->out->mentions, from - 1) &&
      aln_mention_at (&f->out->mentions, from - 1)->kind == ALN_MENTION_DEMONYM)
    return side_of (f, aln_mention_at (&f->out->mentions, from - 1));
  return side;
}

static void attach (aln_status *st, finder *f, uint32_t person, uint32_t mention) {
  aln_row rank = 0;
  aln_mention b = bare (f, &f->out->mentions.list.at[mention], &rank);
  aln_person *p = &f->out->persons.at[person];
  f->who[mention] = person + 1;
  add_naming (st, f, &p->spans, b.from, b.to, ALN_SPAN_NAME);
  if (!rank) rank = rank_before (f, b.from);
  if (rank && !p->rank.n) p->rank = get (f, rank, "rank");
  if (b.to - b.from > p->last - p->first) {
    p->first = b.from;
    p->last = b.to;
  }
  if (b.row && !p->row) p->row = b.row;
  if (!p->side.n) p->side = side_around (f, b.from, b.to);
}

/* A word alone that nothing but its place in the sentence gives a capital. */
static int is_doubtful (const finder *f, const aln_mention *m) {
  uint32_t low = 0, high = f->a->sentences.n;
  if (m->to - m->from != 1 || m->row || strcmp (m->rule, "tagger") != 0) return 0;
  if (m->from && (f->post_of[m->from - 1] || rank_before (f, m->from))) return 0;
  while (low < high) {
    uint32_t mid = (low + high) / 2;
    if (f->a->sentences.at[mid].from < f->t[m->from].from) low = mid + 1;
    else high = mid;
  }
  return low < f->a->sentences.n && f->a->sentences.at[low].from == f->t[m->from].from;
}

static void settle_name (aln_status *st, finder *f, uint32_t mention, int alone) {
  aln_row rank = 0;
  aln_mention b = bare (f, &f->out->mentions.list.at[mention], &rank);
  aln_name w = aln_name_read (f->a, &f->kinds, b.from, b.to);
  uint32_t person, bearers = 0;
  if (w.n == 0 || (w.n == 1) != (alone > 0)) return;
  if (alone == 1 && is_doubtful (f, &b)) return;
  person = alone ? who_is (f, w.at[0], &bearers) : who_agrees (f, &w);
  if (!person && !bearers && !(alone > 1 && is_doubtful (f, &b)) && new_person (st, f, &b, &w))
    person = f->out->persons.n;
  if (person) attach (st, f, person - 1, mention);
}

/* A name that the tagger took for a place or body, in an article where a person bears it. */
static void settle_misread (finder *f) {
  for (uint32_t i = 0; i < f->out->mentions.list.n; i++) {
    aln_mention *m = &f->out->mentions.list.at[i];
    aln_name w;
    uint32_t bearers;
    if (m->kind == ALN_MENTION_PERSON || m->row || m->to - m->from > 4) continue;
    w = aln_name_read (f->a, &f->kinds, m->from, m->to);
    if (w.n == 1 ? who_is (f, w.at[0], &bearers) != 0 : w.n > 1 && who_has_all (f, &w))
      m->kind = ALN_MENTION_PERSON;
  }
}

static void settle_names (aln_status *st, finder *f, int alone) {
  for (uint32_t i = 0; i < f->out->mentions.list.n && *st == ALN_OK; i++)
    if (f->out->mentions.list.at[i].kind == ALN_MENTION_PERSON && !f->who[i])
      settle_name (st, f, i, alone);
}

/* Is the word the family name, or what stands behind the article of one ("Maliki" of al-Maliki)? */
static int is_family (const aln_name *name, const char *word) {
  const char *family = name->at[name->family];
  size_t n = strlen (family), m = strlen (word);
  return m <= n && n - m <= 3 && n - m != 1 && m >= 2 && strcmp (family + (n - m), word) == 0;
}

/* A capitalised word that nobody took for a name, in an article where one person bears it as a family
   name: "Later Kim left". */
static void settle_repeats (aln_status *st, finder *f) {
  for (uint32_t i = 0; i < f->n && *st == ALN_OK; i++) {
    aln_mention *m;
    aln_name w;
    uint32_t person, bearers;
    if (f->out->mentions.at[i] || f->t[i].kind != ALN_TOKEN_WORD ||
        f->t[i].shape != ALN_SHAPE_CAPITAL)
      continue;
    w = aln_name_read (f->a, &f->kinds, i, i + 1);
    person = w.n == 1 ? who_is (f, w.at[0], &bearers) : 0;
    if (!person || f->names.at[person - 1].n < 2 || !is_family (&f->names.at[person - 1], w.at[0]))
      continue;
    m = ALN_ADD (st, f->room, &f->out->mentions.list);
    if (!m || !grow_who (st, f)) return;
    *m = (aln_mention){i, i + 1, ALN_MENTION_PERSON, 0, {"", 0}, 0, "repeated"};
    f->out->mentions.at[i] = f->out->mentions.list.n;
    attach (st, f, person - 1, f->out->mentions.list.n - 1);
  }
}

static int by_place (const void *a, const void *b) {
  const aln_naming *x = a, *y = b;
  return (x->from > y->from) - (x->from < y->from);
}

static void sort_spans (finder *f) {
  for (uint32_t i = 0; i < f->out->persons.n; i++) {
    aln_namings *spans = &f->out->persons.at[i].spans;
    if (spans->n > 1) qsort (spans->at, spans->n, sizeof *spans->at, by_place);
  }
}

/* -- posts beside names --------------------------------------------------------------------------- */

static int has_word (aln_slice office, aln_slice word) { /* ASCII case does not matter */
  for (size_t i = 0; i + word.n <= office.n; i++) {
    size_t k = 0;
    if (i && office.p[i - 1] != ' ') continue;
    while (k < word.n && (office.p[i + k] | 32) == (word.p[k] | 32)) k++;
    if (k == word.n && (i + k == office.n || office.p[i + k] == ' ')) return 1;
  }
  return 0;
}

static int begins (aln_slice all, aln_slice part) { /* and a word ends there */
  return part.n && all.n > part.n && all.p[part.n] == ' ' && memcmp (all.p, part.p, part.n) == 0;
}

/* "Minister Ahn" after "Defense Minister Ahn Gyu-back", "the spokesperson" after "Spokesperson of the
   Ministry": no second post. */
static int says_more (aln_slice known, aln_slice office) {
  return begins (known, office) || (!memchr (office.p, ' ', office.n) && has_word (known, office));
}

/* Is post o what is held as h already, said again? */
static int is_same_post (const finder *f, const aln_held *h, const aln_post *o) {
  int sides_fit = !h->side.n || !o->side.n || aln_same (h->side, o->side);
  if (aln_same (h->office, o->office) || says_more (h->office, o->office)) return 1;
  if (!sides_fit || get (f, o->row, "takes").n) return 0;
  if (f->out->posts.at[h->post].row == o->row) return 1;
  return aln_same (get (f, o->row, "needs"), ALN_LIT ("name")) && /* "leader", "Minister" */
         aln_same (o->office, get (f, o->row, "office")) &&
         aln_same (get (f, o->row, "level"), get (f, f->out->posts.at[h->post].row, "level"));
}

static void hold (aln_status *st, finder *f, uint32_t person, uint32_t post, uint32_t extra) {
  aln_person *p = &f->out->persons.at[person];
  const aln_post *o = &f->out->posts.at[post];
  aln_held *h;
  for (uint32_t i = 0; i < p->held.n; i++) {
    h = &p->held.at[i];
    if (!is_same_post (f, h, o) && !begins (o->office, h->office)) continue;
    h->holder |= o->holder | extra;
    if (begins (o->office, h->office) || (!h->side.n && o->side.n)) {
      h->office = o->office;
      h->side = o->side.n ? o->side : h->side;
      h->post = post;
    }
    return;
  }
  if (p->held.n == HELD_MOST) return;
  h = ALN_ADD (st, f->room, &p->held);
  if (h) *h = (aln_held){o->office, o->side, o->holder | extra, post};
}

/* 1 + the person whose name begins at token i, behind rank and honorific; 0: none. */
static uint32_t name_at (const finder *f, uint32_t i) {
  if (i >= f->n || (f->t[i].flags & ALN_TOKEN_BLOCK)) return 0;
  if (!aln_mention_at (&f->out->mentions, i)) i += aln_name_titles (f->a, &f->kinds, i, f->n, NULL);
  return i < f->n ? person_of (f, aln_mention_at (&f->out->mentions, i)) : 0;
}

static int is_and (const finder *f, uint32_t i) {
  return aln_same (aln_token_text (f->a, i), ALN_LIT ("and"));
}

static int is_possessive (const finder *f, uint32_t i) { /* 's */
  const aln_token *t = &f->t[i];
  return t->kind == ALN_TOKEN_WORD && (t->flags & ALN_TOKEN_GLUED) && t->to - t->from <= 4 &&
         f->a->text.p[t->to - 1] == 's' && !aln_is_alpha ((unsigned char)f->a->text.p[t->from]);
}

/* "Kang Shin-chul, Deputy Commander of …", "Brunson also serves as …": only link words between. */
static uint32_t name_before (const finder *f, uint32_t from) {
  uint32_t i = from;
  aln_row row = 0;
  if (i > 3 && is_possessive (f, i - 1) && f->t[i - 2].shape == ALN_SHAPE_LOWER &&
      match_word (f, i - 3, "link", &row) == 1)
    i -= 2; /* "Anna Berg, the ministry's spokeswoman" */
  while (i > 0 && from - i < 7 && !(f->t[i].flags & ALN_TOKEN_BLOCK) &&
         !aln_mention_at (&f->out->mentions, i - 1) && match_word (f, i - 1, "link", &row) == 1)
    i--;
  if (i == from || i == 0 || is_and (f, i)) return 0;
  if (from - i == 1 && !aln_is_mark (f->a, i, ',') && match_word (f, i, "link", &row) &&
      !aln_same (get (f, row, "link"), ALN_LIT ("verb")))
    return 0; /* "told Kim the minister" says nothing */
  return person_of (f, aln_mention_at (&f->out->mentions, i - 1));
}

/* "As USFK commander, Brunson also …" */
static uint32_t name_behind_as (const finder *f, const aln_post *o) {
  aln_slice before = o->from ? aln_token_text (f->a, o->from - 1) : (aln_slice){"", 0};
  if (before.n != 2 || (before.p[0] | 32) != 'a' || before.p[1] != 's' ||
      !aln_is_mark (f->a, o->to, ','))
    return 0;
  return name_at (f, o->to + 1);
}

static uint32_t holder_of (const finder *f, const aln_post *o) {
  int name_only = aln_same (get (f, o->row, "needs"), ALN_LIT ("name")) &&
                  aln_same (o->office, get (f, o->row, "office")); /* "Minister", no portfolio */
  uint32_t person = name_at (f, o->to);
  if (!person && !name_only && aln_is_mark (f->a, o->to, ',')) person = name_at (f, o->to + 1);
  if (!person &&
      (is_text (f, o->to, "for") || is_text (f, o->to, "to"))) { /* "Envoy for Yemen Kim" */
    const aln_mention *m = aln_mention_at (&f->out->mentions, o->to + 1);
    if (m && (m->kind == ALN_MENTION_COUNTRY || m->kind == ALN_MENTION_PLACE))
      person = name_at (f, m->to);
  }
  if (!person) person = name_behind_as (f, o);
  if (!person && !name_only) person = name_before (f, o->from);
  return person;
}

#define LIST_MOST 12u /* names in one list of holders */

/* The token behind the name at token i, and behind "of Australia" after it. */
static uint32_t behind_name (const finder *f, uint32_t i) {
  const aln_mention *m;
  if (!aln_mention_at (&f->out->mentions, i)) i += aln_name_titles (f->a, &f->kinds, i, f->n, NULL);
  m = aln_mention_at (&f->out->mentions, i);
  if (!m) return i + 1;
  i = m->to;
  if (is_text (f, i, "of")) {
    uint32_t j = is_text (f, i + 1, "the") ? i + 2 : i + 1;
    m = j < f->n ? aln_mention_at (&f->out->mentions, j) : NULL;
    if (m && side_of (f, m).n) i = m->to;
  }
  return i;
}

/* "Presidents Biden and Yoon", "presidents, including X of A, Y of B and Z of C": each holds it. */
static void settle_list (aln_status *st, finder *f, uint32_t post) {
  const aln_post *o = &f->out->posts.at[post];
  uint32_t i = o->to, person;
  aln_row row;
  if (f->t[o->core_from].shape == ALN_SHAPE_LOWER && get (f, o->row, "needs").n && !o->counterpart)
    return; /* "one of the first leaders Trump called" */
  if (aln_is_mark (f->a, i, ',')) i++;
  i += match_word (f, i, "list", &row);
  for (uint32_t k = 0; k < LIST_MOST && (person = name_at (f, i)) != 0; k++) {
    hold (st, f, person - 1, post, 0);
    if (!k) f->holder[post] = person;
    i = behind_name (f, i);
    if (!aln_is_mark (f->a, i, ',') && !is_and (f, i)) return;
    i += aln_is_mark (f->a, i, ',') && is_and (f, i + 1) ? 2 : 1;
  }
}

/* "Hegseth's Japanese counterpart": the post is that of who stands before it. */
static void settle_counterpart (const finder *f, aln_post *o) {
  uint32_t i = o->from, person;
  const aln_person *p;
  if (!o->counterpart || i < 2 || !(f->t[i - 1].flags & ALN_TOKEN_GLUED)) return;
  person = person_of (f, aln_mention_at (&f->out->mentions, i - 2));
  p = person ? &f->out->persons.at[person - 1] : NULL;
  if (!p || !p->held.n) return;
  o->row = f->out->posts.at[p->held.at[0].post].row;
  o->office = aln_counterpart_name (f->x, o->row, o->side);
}

/* "Vice Premier and Finance Minister Kim", "Adviser Ambassador Kim": one man, two posts; not so behind "the". */
static uint32_t holder_of_next (const finder *f, uint32_t post) {
  const aln_post *o = &f->out->posts.at[post], *next = o + 1;
  uint32_t gap = is_and (f, o->to) || aln_is_mark (f->a, o->to, '/') ? 1 : 0;
  if (post + 1 >= f->out->posts.n || next->from != o->to + gap || next->plural) return 0;
  if (f->t[next->from].flags & ALN_TOKEN_BLOCK) return 0;
  if (o->from && !(f->t[o->from].flags & ALN_TOKEN_BLOCK)) {
    aln_slice before = aln_token_text (f->a, o->from - 1);
    if (aln_same (before, ALN_LIT ("the")) || aln_same (before, ALN_LIT ("The"))) return 0;
  }
  return name_at (f, f->out->posts.at[post + 1].to);
}

static void settle_posts (aln_status *st, finder *f) {
  for (uint32_t i = 0; i < f->out->posts.n && *st == ALN_OK; i++) {
    uint32_t person;
    settle_counterpart (f, &f->out->posts.at[i]);
    if (f->out->posts.at[i].plural) {
      settle_list (st, f, i);
      continue;
    }
    person = holder_of (f, &f->out->posts.at[i]);
    if (!person) person = holder_of_next (f, i);
    /* one phrase, two bodies: "Commander of X and Y" */
    if (!person && i && f->out->posts.at[i - 1].core_from == f->out->posts.at[i].core_from)
      person = f->holder[i - 1];
    f->holder[i] = person;
    if (person) hold (st, f, person - 1, i, 0);
  }
}

/* "Brunson replaced General Paul LaCamera": the other held what the first holds. */
static void settle_handovers (aln_status *st, finder *f) {
  const uint64_t words = aln_lexicon_set (f->words);
  for (uint32_t i = 1; i + 1 < f->n && *st == ALN_OK; i++) {
    aln_row row;
    uint32_t len = 0, old, new;
    if (aln_lexicon_may_begin_at (f->x, &f->t[i], words)) len = match_word (f, i, "handover", &row);
    if (!len) continue;
    new = person_of (f, aln_mention_at (&f->out->mentions, i - 1));
    old = name_at (f, i + len);
    if (!new || !old || new == old || f->out->persons.at[old - 1].held.n) continue;
    if (f->out->persons.at[new - 1].held.n)
      hold (st, f, old - 1, f->out->persons.at[new - 1].held.at[0].post, ALN_HOLDER_FORMER);
  }
}

/* -- what the lexicon knows ----------------------------------------------------------------------- */

static int covers (const finder *f, aln_row row) {
  aln_slice from = get (f, row, "from"), to = get (f, row, "to"), day = f->day;
  if (!day.n) return 1;
  return memcmp (from.p, day.p, from.n < day.n ? from.n : day.n) <= 0 &&
         (!to.n || memcmp (to.p, day.p, to.n < day.n ? to.n : day.n) >= 0);
}

static int is_over (const finder *f, aln_row row) { /* before the article's day */
  aln_slice to = get (f, row, "to"), day = f->day;
  return to.n && (!day.n || memcmp (to.p, day.p, to.n < day.n ? to.n : day.n) <= 0);
}

/* The next row of tenures under the words of this name, after row 'after' (0: the first). */
static uint32_t tenure_after (const finder *f, const aln_person *p, uint32_t entry) {
  aln_node node = ALN_ROOT;
  if (!entry) {
    for (uint32_t i = p->first; i < p->last && node; i++)
      node = aln_lexicon_step (f->x, node, f->t[i].word);
    entry = node ? aln_lexicon_entries (f->x, node) : 0;
  } else entry = aln_lexicon_entry (f->x, entry)->next;
  while (entry && aln_lexicon_row_kind (f->x, aln_lexicon_entry (f->x, entry)->row) != f->tenures)
    entry = aln_lexicon_entry (f->x, entry)->next;
  return entry;
}

/* A word alone with a post: the only one known to have held it (on the article's day). */
static aln_row only_holder (const finder *f, const aln_person *p) {
  aln_row found = 0;
  for (uint32_t e = tenure_after (f, p, 0); e; e = tenure_after (f, p, e)) {
    aln_row row = aln_lexicon_entry (f->x, e)->row;
    if (!aln_same (get (f, row, "office"), p->held.at[0].office) &&
        !begins (get (f, row, "office"), p->held.at[0].office))
      continue; /* "President of the Russian Federation" */
    if (p->held.at[0].holder & ALN_HOLDER_FORMER ? !is_over (f, row) : !covers (f, row)) continue;
    if (p->held.at[0].side.n && !aln_same (get (f, row, "side"), p->held.at[0].side)) continue;
    if (found && !aln_same (get (f, found, "name"), get (f, row, "name"))) return 0;
    found = row;
  }
  return found;
}

static aln_slice side_by_tenure (const finder *f, const aln_person *p) {
  for (uint32_t e = tenure_after (f, p, 0); e; e = tenure_after (f, p, e)) {
    aln_row row = aln_lexicon_entry (f->x, e)->row;
    aln_slice nation = get (f, row, "nation"), side = get (f, row, "side");
    if (nation.n) return nation;
    if (is_country (side)) return side;
  }
  return (aln_slice){"", 0};
}

/* "his U.S. and Japanese counterparts, X and Y": only the last side stands beside the noun; whose X is,
   the lexicon knows. */
static void settle_own_side (const finder *f, aln_person *p) {
  for (uint32_t i = 0; i < p->held.n; i++) {
    aln_held *h = &p->held.at[i];
    const aln_post *o = &f->out->posts.at[h->post];
    aln_slice side = o->plural && o->counterpart ? side_by_tenure (f, p) : (aln_slice){"", 0};
    if (!side.n || aln_same (side, h->side)) continue;
    h->side = p->side = side;
    h->office = aln_counterpart_name (f->x, o->row, side);
  }
}

static void settle_name_and_side (const finder *f, aln_person *p, const aln_name *w) {
  p->name = aln_cut (f->a->text, (aln_span){f->t[p->first].from, f->t[p->last - 1].to});
  if (w->n > 1) settle_own_side (f, p);
  for (uint32_t i = 0; i < p->held.n && !p->side.n; i++) {
    aln_slice sender = f->out->posts.at[p->held.at[i].post].sender;
    if (is_country (sender)) p->side = sender;
  }
  // NOLINTNEXTLINE(clang-analyzer-core.NullDereference): every person has a name
  if (w->n == 1 && p->held.n) {
    aln_row row = only_holder (f, p);
    if (row) {
      p->row = row;
      p->name = get (f, row, "name");
      if (!p->side.n && is_country (get (f, row, "side"))) p->side = get (f, row, "side");
    }
  }
  if (!p->side.n && w->n > 1) p->side = side_by_tenure (f, p);
  if (!p->side.n && p->held.n) p->side = p->held.at[0].side;
}

/* "Acting Minister Kim Seon Ho": which ministry, the lexicon may know. */
static void settle_short_posts (const finder *f, aln_person *p) {
  for (uint32_t i = 0; i < p->held.n; i++) {
    aln_held *h = &p->held.at[i];
    aln_row best = 0, post = f->out->posts.at[h->post].row;
    int envoy = f->day.n && aln_same (get (f, post, "takes"), ALN_LIT ("to")) &&
                aln_same (h->office, get (f, post, "office")); /* "Ambassador Goldberg" */
    if (!envoy && !aln_same (get (f, post, "needs"), ALN_LIT ("name"))) continue;
    for (uint32_t e = tenure_after (f, p, 0); e; e = tenure_after (f, p, e)) {
      aln_row row = aln_lexicon_entry (f->x, e)->row;
      int acting = aln_same (get (f, row, "status"), ALN_LIT ("acting"));
      if (!has_word (get (f, row, "office"), h->office) || !covers (f, row)) continue;
      if (!best || acting == ((h->holder & ALN_HOLDER_ACTING) != 0)) best = row;
    }
    if (!best || aln_same (h->office, get (f, best, "office"))) continue;
    h->office = get (f, best, "office");
    h->side = get (f, best, "side");
  }
}

/* A post whose country is not said takes it from its holder ("President Biden"). */
static void settle_sides_of_posts (const finder *f, aln_person *p) {
  for (uint32_t i = 0; i < p->held.n; i++) {
    aln_held *h = &p->held.at[i];
    aln_row row = f->out->posts.at[h->post].row;
    if (h->side.n || !p->side.n || aln_same (get (f, row, "takes"), ALN_LIT ("to"))) continue;
    h->side = p->side;
    if (f->out->posts.at[h->post].counterpart)
      h->office = aln_counterpart_name (f->x, row, p->side);
    else if (aln_same (h->office, get (f, row, "office")))
      h->office = aln_office_name (f->x, row, p->side);
  }
}

/* The posts that say whose the next one is: heads and ministers, no envoys. */
static int leads_row (const finder *f, aln_row row) {
  aln_slice level = get (f, row, "level");
  return aln_same (level, ALN_LIT ("head")) || aln_same (level, ALN_LIT ("minister")) ||
         aln_same (level, ALN_LIT ("monarch")) || aln_same (level, ALN_LIT ("vice"));
}

/* Is the post held by somebody else there already, or not known there at all? */
static int is_taken (const finder *f, aln_row row, aln_slice side) {
  if (side.n && has_word (get (f, row, "never"), side)) return 1;
  if (!leads_row (f, row)) return 0;
  for (uint32_t k = 0; k < f->out->persons.n && k < CHAIN_MOST; k++)
    for (uint32_t j = 0; j < f->out->persons.at[k].held.n; j++) {
      const aln_held *h = &f->out->persons.at[k].held.at[j];
      if (f->out->posts.at[h->post].row == row && !(h->holder & ALN_HOLDER_FORMER) &&
          aln_same (h->side, side))
        return 1;
    }
  return 0;
}

/* "the Somali prime minister" says whose prime minister the only one of the article is. */
static void settle_sides_by_nouns (finder *f) {
  for (uint32_t i = 0; i < f->out->posts.n; i++) {
    const aln_post *o = &f->out->posts.at[i];
    aln_held *only = NULL;
    uint32_t found = 0;
    if (f->holder[i] || o->plural || o->counterpart || !is_country (o->side)) continue;
    if (is_taken (f, o->row, o->side)) continue;
    for (uint32_t k = 0; k < f->out->persons.n && k < CHAIN_MOST; k++)
      for (uint32_t j = 0; j < f->out->persons.at[k].held.n; j++) {
        aln_held *h = &f->out->persons.at[k].held.at[j];
        if (f->out->posts.at[h->post].row != o->row || f->out->persons.at[k].side.n) continue;
        if (h->side.n) continue;
        only = h;
        found++;
      }
    if (found != 1) continue;
    only->side = o->side;
    if (aln_same (only->office, get (f, o->row, "office")))
      only->office = aln_office_name (f->x, o->row, o->side);
  }
}

/* A country named before the post in its block, as a country and not as a quality ("US troops"). */
static aln_slice side_in_block (const finder *f, const aln_post *o, uint32_t *at) {
  aln_slice side = {"", 0};
  for (uint32_t i = o->from; i > 0 && o->from - i < 80 && !(f->t[i].flags & ALN_TOKEN_BLOCK); i--) {
    const aln_mention *m = aln_mention_at (&f->out->mentions, i - 1);
    if (!m || m->kind != ALN_MENTION_COUNTRY || m->to != i) continue;
    if (f->t[m->from].shape == ALN_SHAPE_CAPS && i < f->n && f->t[i].shape == ALN_SHAPE_LOWER)
      continue;
    side = side_of (f, m);
    *at = m->from;
    if (side.n && !is_taken (f, o->row, side)) return side;
  }
  return (aln_slice){"", 0};
}

/* The side of the post named last before this one, where nobody else holds this one there. */
static aln_slice side_of_last (const finder *f, const aln_post *o, uint32_t *at) {
  for (const aln_post *b = o; b > f->out->posts.at && o->from - b->from < 200;) {
    aln_slice side;
    uint32_t who;
    b--;
    who = f->holder[b - f->out->posts.at];
    side = b->side.n || !who ? b->side : f->out->persons.at[who - 1].side;
    if (b->plural || (b->holder & ALN_HOLDER_FORMER) || get (f, b->row, "side").n ||
        !leads_row (f, b->row) || is_taken (f, o->row, side))
      continue;
    *at = b->from;
    if (is_country (side)) return side;
  }
  return (aln_slice){"", 0};
}

/* "Prime Minister Prodi" where no word beside it says whose: the country last named, the side of the
   post before, or the country the article is about, unless somebody else holds the post there. */
static void settle_sides_by_context (const finder *f, aln_person *p) {
  const aln_post *o;
  uint32_t last = 0, at = 0;
  aln_slice side, by_post;
  if (p->side.n || !p->held.n || p->held.at[0].side.n) return;
  o = &f->out->posts.at[p->held.at[0].post];
  if ((get (f, o->row, "takes").n || get (f, o->row, "bodies").n) &&
      !aln_same (o->office, get (f, o->row, "office")))
    return;                            /* of a body */
  p->side = get (f, o->row, "likely"); /* "Secretary", "Senator" */
  if (p->side.n) return;
  by_post = side_of_last (f, o, &last);
  side = side_in_block (f, o, &at);
  if (o->holder & ALN_HOLDER_FORMER && !side.n && !by_post.n) side = f->main_side;
  if (by_post.n && (!side.n || last > at)) side = by_post;
  if (!side.n && !is_taken (f, o->row, f->main_side)) side = f->main_side;
  p->side = side;
}

static void settle_knowledge (finder *f) {
  for (uint32_t i = 0; i < f->out->persons.n; i++) {
    settle_name_and_side (f, &f->out->persons.at[i], &f->names.at[i]);
    settle_short_posts (f, &f->out->persons.at[i]);
    settle_sides_of_posts (f, &f->out->persons.at[i]);
  }
  settle_sides_by_nouns (f);
  for (uint32_t i = 0; i < f->out->persons.n; i++) {
    aln_person *p = &f->out->persons.at[i];
    for (uint32_t k = 0; k < p->held.n && !p->side.n; k++)
      if (is_country (p->held.at[k].side)) p->side = p->held.at[k].side;
    settle_sides_by_context (f, p);
    settle_sides_of_posts (f, p);
  }
}

/* -- nouns and pronouns --------------------------------------------------------------------------- */

/* Who was named in a stretch of text: nobody (0), one person (1 + index), or several. */
#define SEVERAL UINT32_MAX
static uint32_t with (uint32_t named, uint32_t person) {
  return !person || named == person ? named : named ? SEVERAL : person;
}

/* Has the person a post of that row, or one that has the word ("the minister")? */
static int holds (const finder *f, const aln_person *p, const aln_post *o) {
  aln_slice word = aln_token_text (f->a, o->core_to - 1);
  for (uint32_t k = 0; k < p->held.n; k++) {
    if (p->held.at[k].holder & ALN_HOLDER_FORMER) continue;
    if (o->side.n && p->held.at[k].side.n && !aln_same (o->side, p->held.at[k].side)) continue;
    if (f->out->posts.at[p->held.at[k].post].row == o->row) return 1;
    if (o->to > o->core_to ? aln_same (p->held.at[k].office, o->office)
                           : has_word (p->held.at[k].office, word))
      return 1;
  }
  return 0;
}

/* Of several, the one named last before the noun, if not far from it. */
static uint32_t last_holder (const finder *f, const aln_post *o) {
  uint32_t low = o->from > NOUN_REACH ? o->from - NOUN_REACH : 0;
  for (uint32_t i = o->from; i > low; i--) {
    uint32_t person = person_of (f, aln_mention_at (&f->out->mentions, i - 1));
    if (person && holds (f, &f->out->persons.at[person - 1], o)) return person;
  }
  return 0;
}

/* 1 + the person who holds the post that the noun names, 0: nobody. */
static uint32_t who_holds (const finder *f, const aln_post *o) {
  uint32_t found = 0;
  for (uint32_t i = 0; i < f->out->persons.n && i < CHAIN_MOST; i++)
    if (holds (f, &f->out->persons.at[i], o)) found = with (found, i + 1);
  return found == SEVERAL ? last_holder (f, o) : found;
}

static void settle_nouns (aln_status *st, finder *f) {
  for (uint32_t i = 0; i < f->out->posts.n && *st == ALN_OK; i++) {
    const aln_post *o = &f->out->posts.at[i];
    aln_slice before = o->from ? aln_token_text (f->a, o->from - 1) : (aln_slice){"", 0};
    uint32_t person;
    if (f->holder[i] || o->plural || o->counterpart || before.n != 3 || (before.p[0] | 32) != 't' ||
        before.p[1] != 'h')
      continue;
    person = who_holds (f, o);
    if (person == 0) continue;
    f->holder[i] = person;
    add_naming (st, f, &f->out->persons.at[person - 1].spans, o->from, o->to, ALN_SPAN_NOUN);
  }
}

#define RECENT 4u /* persons among whom a pronoun chooses */

typedef struct pronouns {
  char *said;            /* of each person: 'h' or 's' once a pronoun told, else 0 */
  uint32_t last[RECENT]; /* the persons named last, latest first; 0: none */
} pronouns;

static void remember (pronouns *p, uint32_t person) {
  uint32_t i = 0;
  while (i + 1 < RECENT && p->last[i] != person) i++;
  for (; i > 0; i--) p->last[i] = p->last[i - 1];
  p->last[0] = person;
}

/* The one person of 'last' who is not known to be the other; 0: none, or several. */
static uint32_t only_fitting (const pronouns *p, char said) {
  uint32_t found = 0;
  for (uint32_t i = 0; i < RECENT && p->last[i]; i++) {
    char known = p->said[p->last[i] - 1];
    if (!known || known == said) found = with (found, p->last[i]);
  }
  return found == SEVERAL ? 0 : found;
}

/* The one person named before it in its sentence, or else in the sentence before; where several were,
   or the one is known as the other, whoever is left of the persons named last. */
static uint32_t meant_by (const pronouns *p, uint32_t here, uint32_t before, char said) {
  uint32_t person = here ? here : before;
  if (person && person != SEVERAL && (!p->said[person - 1] || p->said[person - 1] == said))
    return person;
  return only_fitting (p, said);
}

/* 'h' or 's' where token i is such a pronoun, else 0. */
static char pronoun_at (const finder *f, uint32_t i) {
  aln_row row;
  if (!f->words || !f->t[i].word) return 0;
  if (!aln_lexicon_longest_with (f->x, f->t + i, f->n - i, f->words, ALN_LIT ("pronoun"), &row))
    return 0;
  return get (f, row, "pronoun").p[0];
}

/* One walk through the article; 'keep': the pronouns are spans of who is meant. Captions and bylines
   name people the story does not speak of. */
static void walk_pronouns (aln_status *st, finder *f, pronouns *p, int keep) {
  const uint64_t words = aln_lexicon_set (f->words);
  uint32_t s = 0, here = 0, before = 0;
  memset (p->last, 0, sizeof p->last);
  for (uint32_t i = 0; i < f->n && *st == ALN_OK; i++) {
    uint32_t person;
    char said;
    if (!f->out->mentions.at[i] && !aln_lexicon_may_begin_at (f->x, &f->t[i], words)) continue;
    for (; s + 1 < f->a->sentences.n && f->t[i].from >= f->a->sentences.at[s].to; s++) {
      before = here ? here : before;
      here = 0;
    }
    if (f->a->blocks.at[f->a->sentence_blocks.at[s]].kind != ALN_PARAGRAPH) continue;
    person = person_of (f, aln_mention_at (&f->out->mentions, i));
    if (!person && (said = pronoun_at (f, i)) != 0) {
      person = meant_by (p, here, before, said);
      if (person) p->said[person - 1] = said;
      if (person && keep)
        add_naming (st, f, &f->out->persons.at[person - 1].spans, i, i + 1, ALN_SPAN_PRONOUN);
    }
    here = with (here, person);
    if (person) remember (p, person);
  }
}

/* Twice: what a later pronoun tells of a person helps with an earlier one. */
static void settle_pronouns (aln_status *st, finder *f) {
  pronouns p = {aln_arena_get (st, f->room, f->out->persons.n + 1), {0}};
  if (f->a->sentences.n == 0) return;
  walk_pronouns (st, f, &p, 0);
  walk_pronouns (st, f, &p, 1);
}

/* -- bodies and places ---------------------------------------------------------------------------- */

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

static aln_slice name_of (const finder *f, const aln_mention *m) {
  aln_slice name = m->row ? get (f, m->row, "name") : (aln_slice){"", 0};
  if (name.n) return name;
  return aln_cut (f->a->text, (aln_span){f->t[m->from].from, f->t[m->to - 1].to});
}

static aln_thing *thing_of (aln_status *st, finder *f, const aln_mention *m, shelf *s) {
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

static void settle_things (aln_status *st, finder *f) {
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

/* -- all of it ------------------------------------------------------------------------------------ */

static void prepare (aln_status *st, finder *f) {
  uint32_t size = 64;
  while (size < f->out->mentions.list.n * 2 * ALN_NAME_WORDS) size *= 2;
  f->mask = size - 1;
  f->table = aln_arena_get (st, f->room, size * sizeof *f->table);
  f->who_cap = f->out->mentions.list.n + 1;
  f->who = aln_arena_get (st, f->room, f->who_cap * sizeof *f->who);
  f->holder = aln_arena_get (st, f->room, (f->out->posts.n + 1) * sizeof *f->holder);
  ALN_ADD (st, f->room, &f->bearers); /* [0] is nobody */
  f->post_of = aln_arena_get (st, f->room, (f->n + 1) * sizeof *f->post_of);
  for (uint32_t i = 0; i < f->out->posts.n && f->post_of; i++)
    for (uint32_t k = f->out->posts.at[i].core_from; k < f->out->posts.at[i].core_to; k++)
      f->post_of[k] = i + 1;
}

/* As they stand before nouns ("the minister") are laid at somebody's door. */
static uint32_t *copy_holders (aln_status *st, const finder *f) {
  size_t size = (f->out->posts.n + 1) * sizeof *f->holder;
  uint32_t *copy = aln_arena_get (st, f->room, size);
  if (copy) memcpy (copy, f->holder, size);
  return copy;
}

void aln_people_find (aln_status *st, aln_arena *room, const aln_article *a, aln_slice day,
                      aln_people *out) {
  finder f = {.a = a,
              .t = a->tokens.at,
              .n = a->tokens.n,
              .x = a->lexicon,
              .room = room,
              .out = out,
              .day = day};
  f.kinds = aln_name_kinds_of (a->lexicon);
  f.words = aln_lexicon_kind (a->lexicon, ALN_LIT ("office_words"));
  f.tenures = aln_lexicon_kind (a->lexicon, ALN_LIT ("tenures"));
  aln_mentions_find (st, room, a, &out->mentions);
  aln_posts_find (st, room, a, &out->mentions, &out->posts);
  prepare (st, &f);
  if (*st != ALN_OK) return;
  f.main_side = aln_mentions_main_side (a, &out->mentions);
  settle_names (st, &f, 0);
  if (*st == ALN_OK) settle_misread (&f);
  settle_names (st, &f, 1);
  settle_names (st, &f, 2); /* what begins sentences, once the others are known */
  settle_repeats (st, &f);
  settle_posts (st, &f);
  settle_handovers (st, &f);
  if (*st == ALN_OK) settle_knowledge (&f);
  out->holder = copy_holders (st, &f);
  settle_nouns (st, &f);
  settle_pronouns (st, &f);
  if (*st == ALN_OK) sort_spans (&f);
  settle_things (st, &f);
  out->who = f.who;
}

const aln_person *aln_person_at (const aln_people *p, uint32_t token) {
  const aln_mention *m = aln_mention_at (&p->mentions, token);
  uint32_t who = m && p->who ? p->who[m - p->mentions.list.at] : 0;
  return who ? &p->persons.at[who - 1] : NULL;
}
