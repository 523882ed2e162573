/* people_names.c: in: mentions of persons. Out: persons, names that agree being one and a word alone
   who bears it; each with its spans, rank and the side beside its name (casting.h). */
#include "casting.h"

/* -- persons by the words of their names -------------------------------------------------------------- */

/* Never called where 'prepare' had no memory for the table. */
static uint32_t *slot_of (const aln_casting *f, const char *word) {
  uint32_t h = 2166136261u;
  for (const char *p = word; *p; p++) h = (h ^ (unsigned char)*p) * 16777619u;
  // NOLINTNEXTLINE(clang-analyzer-core.NullDereference)
  for (h &= f->mask; f->table[h]; h = (h + 1) & f->mask)
    if (strcmp (f->bearers.at[f->table[h]].word, word) == 0) break; // NOLINT: [h] is there
  return &f->table[h];
}

static void bear (aln_status *st, aln_casting *f, uint32_t person, const char *word) {
  aln_bearer *b = ALN_ADD (st, f->room, &f->bearers);
  uint32_t *slot;
  if (!b) return;
  b->word = word;
  b->person = person;
  slot = slot_of (f, word);
  b->next = *slot;
  *slot = f->bearers.n - 1;
}

/* A part of a name that later mentions use alone. */
static void bear_part (aln_status *st, aln_casting *f, uint32_t token) {
  aln_name *part = aln_arena_get (st, f->room, sizeof *part);
  if (!part) return;
  *part = aln_name_read (f->a, &f->kinds, token, token + 1);
  if (part->n) bear (st, f, f->out->persons.n - 1, part->at[0]);
}

/* "al-Maliki" is Maliki too. */
static void bear_joined (aln_status *st, aln_casting *f, const aln_mention *m) {
  for (uint32_t i = m->from + 2; i < m->to; i++) {
    aln_row row;
    if (f->a->text.p[f->t[i - 1].from] != '-' || !f->kinds.honorifics || !f->t[i - 2].word ||
        aln_lexicon_longest (f->x, f->t + i - 2, 1, f->kinds.honorifics, &row) != 1 ||
        !aln_same (get (f, row, "place"), ALN_LIT ("joined")))
      continue;
    bear_part (st, f, i);
  }
}

/* "Le Van Dinh" is Dinh, where the family name is one of those whose bearers are called so. */
static void bear_last (aln_status *st, aln_casting *f, const aln_mention *m, const aln_name *w) {
  aln_row row;
  if (!f->kinds.family || !w->family_first || m->to - m->from != 3 ||
      f->t[m->to - 1].kind != ALN_TOKEN_WORD)
    return;
  if (aln_lexicon_longest_with (f->x, f->t + m->from, 1, f->kinds.family, ALN_LIT ("called"), &row))
    bear_part (st, f, m->to - 1);
}

static aln_person *new_person (aln_status *st, aln_casting *f, const aln_mention *m,
                               const aln_name *w) {
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
  bear_last (st, f, m, w);
  return p;
}

/* 1 + the person of several words who agrees with w, 0: none. */
static uint32_t who_agrees (const aln_casting *f, const aln_name *w) {
  uint32_t tried = 0;
  for (uint32_t k = 0; k < w->n; k++)
    for (uint32_t b = *slot_of (f, w->at[k]); b && tried < ALN_CHAIN_MOST;
         b = f->bearers.at[b].next, tried++) {
      uint32_t person = f->bearers.at[b].person; // NOLINT: [b] is there
      if (f->names.at[person].n > 1 && aln_name_agrees (&f->names.at[person], w)) return person + 1;
    }
  return 0;
}

/* Does one person bear all words of w? */
static int who_has_all (const aln_casting *f, const aln_name *w) {
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
static uint32_t who_is (const aln_casting *f, const char *word, uint32_t *bearers) {
  uint32_t by_family = 0, by_given = 0, family = 0, given = 0, tried = 0;
  for (uint32_t b = *slot_of (f, word); b && tried < ALN_CHAIN_MOST;
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

/* -- names to persons --------------------------------------------------------------------------------- */

/* A mention without rank and honorific before it: the bare name. */
static aln_mention bare (const aln_casting *f, const aln_mention *m, aln_row *rank) {
  aln_mention b = *m;
  aln_row found = 0;
  uint32_t titles = b.row ? 0 : aln_name_titles (f->a, &f->kinds, b.from, b.to, &found);
  if (titles >= b.to - b.from) return b; /* John Major */
  b.from += titles;
  *rank = found;
  return b;
}

static aln_row rank_before (const aln_casting *f, uint32_t i) {
  aln_row rank = 0;
  for (uint32_t len = i < 3 ? i : 3; len > 0 && !rank; len--)
    if (!f->post_of[i - 1] && aln_name_titles (f->a, &f->kinds, i - len, i, &rank) != len) rank = 0;
  return rank;
}

/* Room for the person of one more mention. */
static int grow_who (aln_status *st, aln_casting *f) {
  while (*st == ALN_OK && f->who_cap < f->out->mentions.list.n) {
    uint32_t cap = f->who_cap;
    f->who = aln_list_grow (st, f->room, f->who, cap, &f->who_cap, sizeof *f->who);
  }
  return *st == ALN_OK;
}

/* "North Korean official | Kim Yong Chol": the token where the noun begins, or from. */
static uint32_t before_role (const aln_casting *f, uint32_t from) {
  aln_row row;
  aln_kind speech = aln_lexicon_kind (f->x, ALN_LIT ("speech"));
  if (from < 2 || !speech || !f->t[from - 1].word || (f->t[from].flags & ALN_TOKEN_BLOCK) ||
      !aln_lexicon_longest_with (f->x, f->t + from - 1, 1, speech, ALN_LIT ("class"), &row) ||
      !aln_same (get (f, row, "class"), ALN_LIT ("role")))
    return from;
  return from - 1;
}

/* "U.S. Coast Guard | Rear Adm. Dorsett": of the body named before his rank. */
static aln_slice side_of_service (const aln_casting *f, uint32_t from) {
  const aln_mention *m;
  aln_slice side = {"", 0};
  uint32_t len = 3;
  aln_row rank = 0;
  while (len && (from < len + 1 ||
                 aln_name_titles (f->a, &f->kinds, from - len, from, &rank) != len || !rank))
    len--;
  m = len ? aln_mention_at (&f->out->mentions, from - len - 1) : NULL;
  if (m && m->kind == ALN_MENTION_BODY && !(f->t[from - len].flags & ALN_TOKEN_BLOCK))
    side = aln_mention_side (f->a, m);
  return is_country (side) ? side : (aln_slice){"", 0};
}

/* "Gitanas Nauseda of Lithuania", "Japan's Takeo Akiba", "Lithuanian Gitanas Nauseda" */
static aln_slice side_around (const aln_casting *f, uint32_t from, uint32_t to) {
  aln_slice side = {"", 0};
  uint32_t jr =
      aln_is_mark (f->a, to, ',') ? to + 1 : to; /* "Ferdinand Marcos, Jr. of the Philippines" */
  aln_row row;
  if (jr < f->n && f->kinds.honorifics && f->t[jr].word &&
      aln_lexicon_longest (f->x, f->t + jr, 1, f->kinds.honorifics, &row) == 1 &&
      aln_same (get (f, row, "place"), ALN_LIT ("behind")))
    to = jr + 1;
  if (goes_on (f, to, ALN_GLUE_OF) || aln_is_mark (f->a, to, '(')) {
    to += goes_on (f, to + 1, ALN_GLUE_DEFINITE) ? 2 : 1;
    if (to < f->n) side = side_of (f, aln_mention_at (&f->out->mentions, to));
  }
  if (side.n || !from || (f->t[from].flags & ALN_TOKEN_BLOCK)) return side;
  if (from > 1 && f->t[from - 1].kind == ALN_TOKEN_WORD &&
      f->t[from - 1].to - f->t[from - 1].from <= 4 && (f->t[from - 1].flags & ALN_TOKEN_GLUED))
    return side_of (f, aln_mention_at (&f->out->mentions, from - 2));
  side = side_of_service (f, from);
  if (side.n) return side;
  from = before_role (f, from);
  if (aln_mention_at (&f->out->mentions, from - 1) &&
      aln_mention_at (&f->out->mentions, from - 1)->kind == ALN_MENTION_DEMONYM)
    return side_of (f, aln_mention_at (&f->out->mentions, from - 1));
  return side;
}

static void attach (aln_status *st, aln_casting *f, uint32_t person, uint32_t mention) {
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

/* The first sentence that begins at byte 'at' of the text or behind it. */
static uint32_t sentence_from (const aln_casting *f, uint32_t at) {
  uint32_t low = 0, high = f->a->sentences.n;
  while (low < high) {
    uint32_t mid = (low + high) / 2;
    if (f->a->sentences.at[mid].from < at) low = mid + 1;
    else high = mid;
  }
  return low;
}

/* A word alone that nothing but its place in the sentence gives a capital. */
static int is_doubtful (const aln_casting *f, const aln_mention *m) {
  uint32_t s;
  if (m->to - m->from != 1 || m->row || strcmp (m->rule, "tagger") != 0) return 0;
  if (m->from && (f->post_of[m->from - 1] || rank_before (f, m->from))) return 0;
  s = sentence_from (f, f->t[m->from].from);
  return s < f->a->sentences.n && f->a->sentences.at[s].from == f->t[m->from].from;
}

/* "Trump hosted": the family name of who is head of state or government on the article's day. */
static int is_head (const aln_casting *f, const aln_mention *m) {
  aln_node node = aln_lexicon_step (f->x, ALN_ROOT, f->t[m->from].word);
  for (uint32_t e = node && f->day.n ? aln_lexicon_entries (f->x, node) : 0; e;
       e = aln_lexicon_entry (f->x, e)->next) {
    aln_row row = aln_lexicon_entry (f->x, e)->row;
    aln_slice from = get (f, row, "from"), to = get (f, row, "to");
    if (aln_lexicon_row_kind (f->x, row) != f->tenures || from.n > f->day.n || to.n > f->day.n)
      continue;
    if (aln_same (get (f, row, "level"), ALN_LIT ("head")) &&
        memcmp (from.p, f->day.p, from.n) <= 0 && (!to.n || memcmp (to.p, f->day.p, to.n) >= 0))
      return 1;
  }
  return 0;
}

/* Who wrote the story or took its pictures is nobody of whom it tells: those names are the byline's,
   but for "By X, minister of foreign affairs". */
static int is_signature (const aln_casting *f, const aln_mention *m) {
  const int has_post = (m->from && f->post_of[m->from - 1]) ||
                       (aln_is_mark (f->a, m->to, ',') && f->post_of[m->to + 1]);
  uint32_t s = sentence_from (f, f->t[m->from].from + 1);
  aln_block_kind kind = s ? f->a->blocks.at[f->a->sentence_blocks.at[s - 1]].kind : ALN_PARAGRAPH;
  return !has_post && (kind == ALN_BYLINE || kind == ALN_CREDIT);
}

/* "the Lee-Trump summit": two family names and nothing else. */
static int is_pair (const aln_casting *f, const aln_mention *m) {
  return m->to - m->from == 3 && !m->row && aln_is_glued_hyphen (f->a, m->from + 1) &&
         aln_is_name_word (&f->t[m->to - 1]);
}

/* "Freedom Shield": the name of a contact. */
static int is_title (const aln_casting *f, const aln_mention *m) {
  aln_row row = 0;
  return f->contacts && m->to > m->from && f->t[m->from].word &&
         aln_lexicon_longest (f->x, f->t + m->from, m->to - m->from, f->contacts, &row) ==
             m->to - m->from &&
         get (f, row, "title").n;
}

static void settle_name (aln_status *st, aln_casting *f, uint32_t mention, int alone) {
  aln_row rank = 0;
  aln_mention b = bare (f, &f->out->mentions.list.at[mention], &rank);
  aln_name w = aln_name_read (f->a, &f->kinds, b.from, b.to);
  uint32_t person, bearers = 0;
  if (w.n == 0 || (w.n == 1) != (alone > 0)) return;
  if (alone == 1 && is_doubtful (f, &b)) return;
  person = alone ? who_is (f, w.at[0], &bearers) : who_agrees (f, &w);
  if (!person && !bearers && !is_title (f, &b) &&
      !(alone > 1 && is_doubtful (f, &b) && !is_head (f, &b)) && !is_signature (f, &b) &&
      !is_pair (f, &b) && new_person (st, f, &b, &w))
    person = f->out->persons.n;
  if (person) attach (st, f, person - 1, mention);
}

/* A name that the tagger took for a place or body, in an article where a person bears it. */
void aln_settle_misread (aln_casting *f) {
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

void aln_settle_names (aln_status *st, aln_casting *f, int alone) {
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
void aln_settle_repeats (aln_status *st, aln_casting *f) {
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
