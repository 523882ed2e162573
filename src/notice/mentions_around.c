/* mentions_around.c: in: a name and the words beside it. Out: whether it is that of somebody with a post or title, and
   how far it goes (mentioning.h). */
#include "glue.h"
#include "mentioning.h"

static int is_title (const aln_naming_step *f, uint32_t i) { /* "Admiral", "Mr." */
  if (!f->t[i].word) return 0;
  if (f->ranks && aln_lexicon_longest (f->a->lexicon, f->t + i, f->n - i, f->ranks, NULL)) return 1;
  return has_place (f, i, "before");
}

static int is_quote (const aln_naming_step *f, uint32_t i) {
  unsigned char c;
  if (!is_open (f, i) || f->t[i].kind != ALN_TOKEN_MARK) return 0;
  c = (unsigned char)f->a->text.p[f->t[i].from];
  if (c == '"' || c == '\'') return 1;
  return c == 0xE2 && f->t[i].to - f->t[i].from == 3 &&
         (unsigned char)f->a->text.p[f->t[i].from + 1] == 0x80;
}

/* "Ronald 'Dutch' Reagan": the end of the name behind a nickname, 0: none. */
static uint32_t behind_nickname (const aln_naming_step *f, uint32_t to) {
  uint32_t i = to;
  if (!is_quote (f, i) || (f->t[i].flags & ALN_TOKEN_GLUED)) return 0;
  i++;
  if (!is_capital (f, i) || !(f->t[i].flags & ALN_TOKEN_GLUED)) return 0;
  i += is_capital (f, i + 1) ? 2 : 1;
  if (!is_quote (f, i) || !(f->t[i].flags & ALN_TOKEN_GLUED) || !is_capital (f, i + 1)) return 0;
  return (f->t[i + 1].flags & ALN_TOKEN_GLUED) ? 0 : i + 2;
}

/* "Ursula von der Leyen", "Khalid bin Salman Al Saud": the end of the name behind one particle or
   several, 0: none. */
static uint32_t behind_particle (const aln_naming_step *f, uint32_t to, int grown) {
  uint32_t i = to;
  while (is_particle (f, i, "inside") && i < to + 3) i++;
  if (is_particle (f, i, "joined") && aln_is_glued_hyphen (f->a, i + 1)) i += 2;
  else if (grown && i == to && is_capital (f, i) && f->t[i].to - f->t[i].from == 2) i++; /* Al */
  return i != to && is_capital (f, i) ? i + 1 : 0;
}

static uint32_t behind_particles (const aln_naming_step *f, uint32_t to) {
  uint32_t end = 0, next;
  for (int k = 0; k < 4 && (next = behind_particle (f, end ? end : to, end != 0)) != 0; k++)
    end = next;
  return end;
}

/* "Jan" of "Jan Haverkort": a month's short form that is a given name, before a name. */
static int is_given_month (const aln_naming_step *f, uint32_t i) {
  aln_row row;
  return f->months && i < f->n && f->t[i].word && is_capital (f, i + 1) && !f->posts[i + 1] &&
         !f->out->at[i] && !(f->t[i + 1].flags & ALN_TOKEN_GLUED) &&
         aln_lexicon_longest_with (f->a->lexicon, f->t + i, 1, f->months, ALN_LIT ("given"), &row);
}

/* "the foreign minister of the Czech Republic | Jan Novak": behind a post and whose it is. */
static int is_behind_owner (const aln_naming_step *f, uint32_t i) {
  const aln_mention *m = i ? aln_mention_at (f->out, i - 1) : NULL;
  uint32_t k = m ? m->from : 0;
  if (!m || m->to != i || (m->kind != ALN_MENTION_COUNTRY && m->kind != ALN_MENTION_BODY)) return 0;
  if (k && aln_is_small_glue (f->a, k - 1, ALN_GLUE_DEFINITE)) k--;
  return k > 1 && aln_is_small_glue (f->a, k - 1, ALN_GLUE_OF) &&
         f->posts[k - 2] != ALN_POST_NONE && f->posts[k - 2] != ALN_POST_PLURAL;
}

/* "Prime Minister Ali | Mohamed Gedi": capitals between a post and a name are of the name. */
static void grow_left (const aln_naming_step *f, aln_mention *t) {
  uint32_t i = t->from;
  if (t->kind != ALN_MENTION_PERSON || t->row) return;
  while (i && t->from - i < 3 && is_capital (f, i) && is_capital (f, i - 1) && !f->posts[i - 1] &&
         !f->out->at[i - 1] && !begins_sentences (f, i - 1))
    i--;
  if (t->from && is_open (f, t->from) && is_given_month (f, t->from - 1)) t->from--;
  else if (i && i < t->from && (f->posts[i - 1] || is_title (f, i - 1) || is_behind_owner (f, i)) &&
           is_open (f, i))
    t->from = i;
  else if (t->from && is_open (f, t->from) && t->to - t->from <= 4 && f->family &&
           is_capital (f, t->from - 1) && !f->posts[t->from - 1] && !f->out->at[t->from - 1] &&
           !(f->t[t->from].flags & ALN_TOKEN_GLUED) &&
           aln_lexicon_longest (f->a->lexicon, f->t + t->from - 1, 1, f->family, NULL) == 1 &&
           !begins_sentences (f, t->from - 1))
    t->from--; /* "Lee | Boon Yang" */
}

/* "Attorney-General | -designate" */
static int is_suffix (const aln_naming_step *f, uint32_t i) {
  aln_row row;
  return i > 1 && f->words && f->t[i].word && aln_is_glued_hyphen (f->a, i - 1) &&
         aln_lexicon_longest_with (f->a->lexicon, f->t + i, 1, f->words, ALN_LIT ("behind"), &row);
}

/* "President Xi": what stands right behind a post in capitals is who holds it. */
int aln_is_behind_post (const aln_naming_step *f, uint32_t i) {
  uint32_t k = i && is_suffix (f, i - 1) ? i - 2 : i;
  return k && is_open (f, i) && f->posts[k - 1] != ALN_POST_NONE &&
         f->posts[k - 1] != ALN_POST_PLURAL && !f->posts[i] && f->t[i].kind == ALN_TOKEN_WORD &&
         f->t[i].shape == f->t[k - 1].shape &&
         (f->t[i].shape == ALN_SHAPE_CAPITAL || f->t[i].shape == ALN_SHAPE_CAPS) &&
         !(f->t[i].flags & ALN_TOKEN_GLUED) && !is_title (f, i);
}

/* "Jan Haverkort spoke": such a given name and whatever follows, but what the lexicon knows for something else. */
int aln_is_called_as_month (const aln_naming_step *f, uint32_t i, aln_mention *m) {
  aln_mention listed;
  if (!is_given_month (f, i) || (f->t[i + 1].word && aln_mention_listed (f, i + 1, &listed)) ||
      is_time (f, i + 1, f->weekdays) || is_time (f, i + 1, f->months) ||
      head_of (f, i + 1, "head").n || head_of (f, i + 1, "alone").n)
    return 0;
  *m = (aln_mention){i, i + 2, ALN_MENTION_PERSON, 0, {"", 0}, 0, "given-name"};
  return 1;
}

/* A word with a capital that may be of a name nobody knows. */
static int may_be_named (const aln_naming_step *f, uint32_t i) {
  aln_mention listed;
  return f->t[i].kind == ALN_TOKEN_WORD && f->t[i].shape == ALN_SHAPE_CAPITAL && !f->posts[i] &&
         !is_time (f, i, f->weekdays) && !is_time (f, i, f->months) && !head_of (f, i, "head").n &&
         !head_of (f, i, "alone").n && !(f->t[i].word && aln_mention_listed (f, i, &listed));
}

/* "Ole Podoba, an adviser to …": two capitals and, behind the comma, what somebody is. */
int aln_is_before_post (const aln_naming_step *f, uint32_t i) {
  uint32_t k = i + 3;
  if (k + 1 >= f->n || !is_open (f, i + 1) || (f->t[i + 1].flags & ALN_TOKEN_GLUED) ||
      !aln_is_mark (f->a, i + 2, ',') || !aln_is_small_glue (f->a, k, ALN_GLUE_INDEFINITE) ||
      !may_be_named (f, i) || !may_be_named (f, i + 1))
    return 0;
  for (k++; k < f->n && k < i + 8 && is_open (f, k); k++) {
    if (f->posts[k] != ALN_POST_NONE) return f->posts[k] != ALN_POST_PLURAL;
    if (f->t[k].kind != ALN_TOKEN_WORD) return 0;
  }
  return 0;
}

/* "Trade Minister German Malkov": behind a post no people's name is a quality of the next name. */
int aln_is_called_as_people (const aln_naming_step *f, const aln_mention *m) {
  return m->kind == ALN_MENTION_DEMONYM && m->to - m->from == 1 &&
         aln_is_behind_post (f, m->from) && is_capital (f, m->to) && !f->posts[m->to] &&
         !is_title (f, m->to) && !head_of (f, m->to, "head").n && !head_of (f, m->to, "alone").n;
}

static void grow_person (const aln_naming_step *f, aln_mention *t) {
  uint32_t to;
  if (t->kind == ALN_MENTION_PERSON && !t->row && is_given_month (f, t->to)) t->to += 2;
  if (t->kind == ALN_MENTION_PERSON && !t->row && t->to - t->from == 1 &&
      aln_is_behind_post (f, t->from) && is_capital (f, t->to) &&
      !(f->t[t->to].flags & ALN_TOKEN_GLUED) && !f->posts[t->to] && !begins_sentences (f, t->to) &&
      !is_time (f, t->to, f->weekdays) && !is_time (f, t->to, f->months))
    t->to++; /* "Prime Minister Ramzan | Kadyrov" */
  if (t->kind != ALN_MENTION_PERSON && (t->row || t->to - t->from != 1)) return;
  to = behind_particles (f, t->to);
  if (to) t->kind = ALN_MENTION_PERSON;
  else if (t->kind == ALN_MENTION_PERSON) to = behind_nickname (f, t->to);
  if (!to) return;
  t->to = to;
  if (t->row) t->row = 0;
}

/* "Indian People" goes on over "'s Party". */
static void grow_owned (const aln_naming_step *f, aln_mention *t) {
  uint32_t i = t->to;
  if (t->kind != ALN_MENTION_BODY || t->row || !is_open (f, i + 1) ||
      !(f->t[i].flags & ALN_TOKEN_GLUED) || f->t[i].to - f->t[i].from > 4)
    return;
  if (!is_capital (f, i + 1) || f->posts[i + 1] ||
      !aln_same (head_of (f, i + 1, "head"), ALN_LIT ("body")))
    return;
  t->to = i + 2;
}

/* "Foreign Affairs Committee | of China's National People's Congress": the country owns what comes next. */
static void cut_owner (const aln_naming_step *f, aln_mention *t) {
  aln_mention m;
  uint32_t i = t->to;
  if (t->kind != ALN_MENTION_BODY || t->row || !aln_is_possessive (f->a, i)) return;
  while (i > t->from + 1 && t->to - i < 4 && !aln_is_small_glue (f->a, i, ALN_GLUE_OF)) i--;
  if (i > t->from + 1 && aln_is_small_glue (f->a, i, ALN_GLUE_OF) && f->t[i + 1].word &&
      aln_mention_listed (f, i + 1, &m) && m.kind == ALN_MENTION_COUNTRY && m.to == t->to)
    t->to = i;
}

/* "International Committee" goes on over "of the Red Cross"; "Bank" over "of Korea". */
static void grow_body (const aln_naming_step *f, aln_mention *t) {
  aln_mention m;
  uint32_t i = t->to, len = 0, people = 0;
  if (t->kind != ALN_MENTION_BODY || t->row || !head_of (f, t->to - 1, "of").n || !is_open (f, i))
    return;
  if (!aln_is_small_glue (f->a, i, ALN_GLUE_OF | ALN_GLUE_FOR | ALN_GLUE_ON)) return;
  i++;
  if (is_open (f, i) && aln_is_small_glue (f->a, i, ALN_GLUE_DEFINITE)) i++;
  if (!is_capital (f, i) || f->posts[i] || is_time (f, i, f->weekdays) || is_time (f, i, f->months))
    return;
  if (f->t[i].word && aln_mention_listed (f, i, &m)) {
    if (m.kind == ALN_MENTION_PERSON) return;
    if (m.kind == ALN_MENTION_COUNTRY && !head_of (f, t->to - 1, "country").n) return;
    i = m.to;
    if (m.kind == ALN_MENTION_DEMONYM) people = i;
    if (m.kind == ALN_MENTION_COUNTRY) len = 6;
  }
  for (; len < 6 && is_capital (f, i) && !f->posts[i]; len++) i++;
  if (i != people) t->to = i; /* "Committee | of the Danish parliament" */
}

/* "spokesman Ba Maw": two capitals behind a post in small letters. */
int aln_is_behind_small_post (const aln_naming_step *f, uint32_t i) {
  if (!i || !is_open (f, i) || !is_capital (f, i) || !is_capital (f, i + 1)) return 0;
  if (f->posts[i - 1] == ALN_POST_NONE || f->posts[i - 1] == ALN_POST_PLURAL) return 0;
  if (f->t[i - 1].shape != ALN_SHAPE_LOWER || is_title (f, i)) return 0;
  for (uint32_t k = i; k < i + 2; k++)
    if (f->posts[k] || (f->t[k].flags & ALN_TOKEN_GLUED) || begins_sentences (f, k) ||
        is_time (f, k, f->weekdays) || is_time (f, k, f->months) || head_of (f, k, "head").n ||
        head_of (f, k, "alone").n)
      return 0;
  return 1;
}

int aln_is_short_title (const aln_naming_step *f, uint32_t i) {
  return f->a->text.p[f->t[i].to - 1] == '.' && is_title (f, i);
}

/* "Gen. Brunson": a capital behind a title that is cut short. */
int aln_is_behind_title (const aln_naming_step *f, uint32_t i) {
  return i && is_open (f, i) && is_capital (f, i) && !(f->t[i].flags & ALN_TOKEN_GLUED) &&
         !f->posts[i] && aln_is_short_title (f, i - 1) && !is_title (f, i) &&
         !head_of (f, i, "head").n && !head_of (f, i, "alone").n;
}

/* "Kim Yong Chol": a family name that comes first and two short words behind it. */
int aln_is_spelled_apart (const aln_naming_step *f, const aln_mention *m) {
  if (m->row || m->to - m->from != 3 || !f->family || m->kind == ALN_MENTION_PLACE) return 0;
  for (uint32_t i = m->from; i < m->to; i++)
    if (f->t[i].shape != ALN_SHAPE_CAPITAL || f->t[i].to - f->t[i].from > 6 ||
        head_of (f, i, "head").n || head_of (f, i, "alone").n)
      return 0;
  return aln_lexicon_longest (f->a->lexicon, f->t + m->from, 1, f->family, NULL) == 1;
}

/* "Rhee | Byoung Tae": the family name alone was taken for a name. */
static void grow_given (const aln_naming_step *f, aln_mention *m) {
  aln_mention all = {m->from, m->from + 3, m->kind, m->row, m->side, 0, m->rule};
  if (m->to - m->from != 1 || m->row || m->kind != ALN_MENTION_PERSON || all.to > f->n) return;
  for (uint32_t i = m->to; i < all.to; i++)
    if (!is_open (f, i) || f->posts[i] || (f->t[i].flags & ALN_TOKEN_GLUED) ||
        (f->t[i].word && (aln_lexicon_begin (f->a->lexicon, f->t[i].word)->alone & f->names)))
      return;
  if (!is_capital (f, all.to) && aln_is_spelled_apart (f, &all)) m->to = all.to;
}

void aln_mention_grow (const aln_naming_step *f, aln_mention *m) {
  grow_left (f, m);
  grow_given (f, m);
  grow_person (f, m);
  grow_owned (f, m);
  cut_owner (f, m);
  grow_body (f, m);
}
