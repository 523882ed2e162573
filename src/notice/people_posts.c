/* people_posts.c: in: persons and posts. Out: who holds which post, by the words beside it
   (casting.h). */
#include "casting.h"

#define HELD_MOST 16u /* posts of one person: keeps hostile lists of posts linear */
#define TASK_MOST 12u /* tokens of what a post is for, behind it */
#define SIDES_MOST 4u /* countries before "counterparts" */
#define LIST_MOST 12u /* names in one list of holders */

/* -- holding ------------------------------------------------------------------------------------------ */

/* "Minister Ahn" after "Defense Minister Ahn Gyu-back", "the spokesperson" after "Spokesperson of the
   Ministry": no second post. */
static int says_more (aln_slice known, aln_slice office) {
  return begins (known, office) ||
         (office.n && !memchr (office.p, ' ', office.n) && has_word (known, office));
}

/* Is post o what is held as h already, said again? */
static int is_same_post (const aln_casting *f, const aln_held *h, const aln_post *o) {
  int sides_fit = !h->side.n || !o->side.n || aln_same (h->side, o->side);
  if (aln_same (h->office, o->office) || says_more (h->office, o->office)) return 1;
  if (!sides_fit || get (f, o->row, "takes").n) return 0;
  if (f->out->posts.at[h->post].row == o->row) return 1;
  return aln_same (get (f, o->row, "needs"), ALN_LIT ("name")) && /* "leader", "Minister" */
         aln_same (o->office, get (f, o->row, "office")) &&
         aln_same (get (f, o->row, "level"), get (f, f->out->posts.at[h->post].row, "level"));
}

void aln_hold_as (aln_status *st, aln_casting *f, uint32_t person, uint32_t post, uint32_t bits) {
  aln_person *p = &f->out->persons.at[person];
  const aln_post *o = &f->out->posts.at[post];
  aln_held *h;
  for (uint32_t i = 0; i < p->held.n; i++) {
    h = &p->held.at[i];
    if (!is_same_post (f, h, o) && !begins (o->office, h->office)) continue;
    h->holder |= bits;
    if (begins (o->office, h->office) || (!h->side.n && o->side.n)) {
      h->office = o->office;
      h->side = o->side.n ? o->side : h->side;
      h->post = post;
    }
    return;
  }
  if (p->held.n == HELD_MOST) return;
  h = ALN_ADD (st, f->room, &p->held);
  if (h) *h = (aln_held){o->office, o->side, bits, post};
}

void aln_hold (aln_status *st, aln_casting *f, uint32_t person, uint32_t post, uint32_t extra) {
  aln_hold_as (st, f, person, post, f->out->posts.at[post].holder | extra);
}

/* -- whose name stands beside it ---------------------------------------------------------------------- */

/* "U.S. | General Boyle": the token behind a country that stands before a rank, or i. */
static uint32_t behind_nation (const aln_casting *f, uint32_t i) {
  const aln_mention *m = aln_mention_at (&f->out->mentions, i);
  if (!m || m->from != i || !side_of (f, m).n || m->to >= f->n) return i;
  return aln_name_titles (f->a, &f->kinds, m->to, f->n, NULL) ? m->to : i;
}

uint32_t aln_named_from (const aln_casting *f, uint32_t i) {
  if (i >= f->n || (f->t[i].flags & ALN_TOKEN_BLOCK)) return 0;
  i = behind_nation (f, i);
  if (!aln_mention_at (&f->out->mentions, i)) i += aln_name_titles (f->a, &f->kinds, i, f->n, NULL);
  return i < f->n ? person_of (f, aln_mention_at (&f->out->mentions, i)) : 0;
}

uint32_t aln_link_before (const aln_casting *f, uint32_t i, aln_row *row) {
  for (uint32_t len = 1; len <= 2 && len <= i; len++)
    if (!(f->t[i - len + 1].flags & ALN_TOKEN_BLOCK || f->t[i].flags & ALN_TOKEN_BLOCK) &&
        !aln_mention_at (&f->out->mentions, i - len) && match_word (f, i - len, "link", row) == len)
      return len;
  return 0;
}

/* "served as Trump's | adviser": the token where the name of the owner begins, or i. */
static uint32_t before_owner (const aln_casting *f, uint32_t i) {
  const aln_mention *m =
      i > 1 && aln_is_possessive (f->a, i - 1) ? aln_mention_at (&f->out->mentions, i - 2) : NULL;
  return m && m->kind == ALN_MENTION_PERSON && person_of (f, m) ? m->from : i;
}

/* "a lawmaker | from GERB": the token behind the post, or i. */
static uint32_t behind_place (const aln_casting *f, uint32_t i) {
  const aln_mention *m = i ? aln_mention_at (&f->out->mentions, i - 1) : NULL;
  aln_row row;
  if (!m || m->kind == ALN_MENTION_PERSON || !m->from || f->post_of[i - 1]) return i;
  i = m->from - goes_on (f, m->from - 1, ALN_GLUE_DEFINITE);
  return i && match_word (f, i - 1, "task", &row) ? i - 1 : m->to;
}

/* "Kim Jong-dae, a lawmaker | and former minister": whose the post before "and" is, by his name before it. */
static uint32_t holder_before (const aln_casting *f, uint32_t and) {
  uint32_t i = behind_place (f, and), post = i ? f->post_of[i - 1] : 0,
           person = post ? f->holder[post - 1] : 0;
  return person && f->out->persons.at[person - 1].first < f->out->posts.at[post - 1].from &&
                 !aln_named_from (f, f->out->posts.at[post - 1].to)
             ? person
             : 0;
}

/* "McBride (R-Texas) |", "McBride, R-Texas, |", "Weeks of New York, |": the last token of the name, or i. */
static uint32_t end_of_name (const aln_casting *f, uint32_t i) {
  const aln_mention *m = aln_mention_at (&f->out->mentions, i);
  uint32_t k = i;
  if (aln_is_mark (f->a, i, ')')) {
    while (k > 0 && i - k < 8 && !aln_is_mark (f->a, k, '(')) k--;
    return k && aln_is_mark (f->a, k, '(') ? k - 1 : i;
  }
  if (m && m->kind != ALN_MENTION_COUNTRY && m->kind != ALN_MENTION_PLACE) return i;
  k = m ? m->from : i;
  if (k < 4) return i;
  k--;
  if (goes_on (f, k, ALN_GLUE_DEFINITE)) k--;
  if (m && goes_on (f, k, ALN_GLUE_OF)) return k - 1;
  return aln_is_mark (f->a, k, '-') && f->t[k - 1].to - f->t[k - 1].from == 1 &&
                 aln_is_mark (f->a, k - 2, ',') && k > 2
             ? k - 3
             : i;
}

/* Who is named at token i, or holds the post that ends there: "Tillerson, the former envoy | who became …" */
static uint32_t person_or_holder (const aln_casting *f, uint32_t last) {
  uint32_t i = end_of_name (f, last);
  uint32_t person = person_of (f, aln_mention_at (&f->out->mentions, i)), post = f->post_of[i];
  if (person || !post || !goes_on (f, i + 1, ALN_GLUE_WHO)) return person;
  return f->holder[post - 1];
}

/* "Dahl, who has died aged 94, | was …", "Carr, a general who led them, | later served …": whose the clause is that ends
   at the comma. */
static uint32_t named_before_clause (const aln_casting *f, uint32_t comma) {
  uint32_t least = comma > ALN_CLAUSE_MOST ? comma - ALN_CLAUSE_MOST : 0, found = 0;
  int others = 0;
  aln_row row;
  for (uint32_t i = comma; i > least + 1 && !(f->t[i].flags & ALN_TOKEN_BLOCK); i--) {
    uint32_t person = person_of (f, aln_mention_at (&f->out->mentions, i - 1));
    if (aln_is_mark (f->a, i - 1, '.')) break;
    if (match_word (f, i, "handover", &row)) return 0;
    if (!person || i == comma) continue;
    if (aln_is_mark (f->a, i, ',') && goes_on (f, i + 1, ALN_GLUE_WHO)) return person;
    if (aln_is_mark (f->a, i, ',') && !others &&
        goes_on (f, i + 1, ALN_GLUE_INDEFINITE | ALN_GLUE_DEFINITE))
      found = person;
    others = 1;
  }
  return found;
}

/* "Kang Shin-chul, Deputy Commander of …", "Brunson also serves as …": only link words between. What they say of
   the holder goes into *says. */
static uint32_t name_before (const aln_casting *f, uint32_t from, aln_slice *says) {
  uint32_t i = before_owner (f, from), len;
  aln_row row = 0;
  int verb = 0;
  from = i;
  if (i > 3 && aln_is_possessive (f->a, i - 1) && f->t[i - 2].shape == ALN_SHAPE_LOWER &&
      match_word (f, i - 3, "link", &row) == 1)
    i -= 2; /* "Anna Berg, the ministry's spokeswoman" */
  while (i > 0 && from - i < 8 && (len = aln_link_before (f, i, &row)) != 0) {
    i -= len;
    if (!verb && !says->n) *says = get (f, row, "says"); /* of the verb that stands nearest */
    verb |= aln_same (get (f, row, "link"), ALN_LIT ("verb")) && !get (f, row, "through").n;
  }
  if (i == from || i == 0) return 0;
  if (verb && aln_is_mark (f->a, i, ',')) {
    uint32_t person = person_or_holder (f, i - 1);
    return person ? person : named_before_clause (f, i);
  }
  if (is_and (f, i)) return holder_before (f, i);
  if (aln_is_mark (f->a, i, ',') && is_and (f, i + 1)) return 0; /* "X, and Premier Z" */
  if (from - i == 1 && !aln_is_mark (f->a, i, ',') && match_word (f, i, "link", &row) &&
      !aln_same (get (f, row, "link"), ALN_LIT ("verb")))
    return 0; /* "told Kim the minister" says nothing */
  return person_or_holder (f, i - 1);
}

/* "As USFK commander, Brunson also …" */
static uint32_t name_behind_as (const aln_casting *f, const aln_post *o) {
  if (!o->from || !aln_is_first_glue (f->a, o->from - 1, ALN_GLUE_AS) ||
      !aln_is_mark (f->a, o->to, ','))
    return 0;
  return aln_named_from (f, o->to + 1);
}

static int is_deed (const aln_casting *f, const aln_post *o) {
  return get (f, o->row, "deed").n > 0;
}

/* "Blinken, South Korea's foreign minister speak": the comma of a headline stands for "and". */
static int is_listed (const aln_casting *f, const aln_post *o) {
  const char *at = f->a->text.p + f->t[o->from].from, *head = f->a->headline.p;
  if (!o->from || !aln_is_mark (f->a, o->from - 1, ',') || !head || at < head ||
      at >= head + f->a->headline.n)
    return 0;
  return o->to < f->n && !(f->t[o->to].flags & ALN_TOKEN_BLOCK) &&
         f->t[o->to].kind == ALN_TOKEN_WORD;
}

/* "Bell, who commands …", "Brunson took command of …": who does it stands right before it. */
static uint32_t doer_of (const aln_casting *f, const aln_post *o) {
  uint32_t i = o->from;
  aln_row row;
  if (!i || (f->t[i].flags & ALN_TOKEN_BLOCK)) return 0;
  while (i > 1 && o->from - i < 4 && !aln_is_mark (f->a, i - 1, ',') && !is_and (f, i - 1) &&
         aln_link_before (f, i, &row) == 1)
    i--;
  if (i > 1 && i < o->from && goes_on (f, i, ALN_GLUE_WHO) && aln_is_mark (f->a, i - 1, ',')) i--;
  return person_of (f, aln_mention_at (&f->out->mentions, i - 1));
}

/* "Shin Beom-chul, vice defense minister, Vipin Narang, …": in a list the post is that of the name before it. */
static int is_of_before (const aln_casting *f, const aln_post *o) {
  const aln_mention *before = o->from > 1 && aln_is_mark (f->a, o->from - 1, ',')
                                  ? aln_mention_at (&f->out->mentions, o->from - 2)
                                  : NULL;
  return o->from == o->core_from && f->t[o->core_from].shape == ALN_SHAPE_LOWER &&
         person_of (f, before);
}

/* Is it a post only beside a name, as it stands there ("Minister", no portfolio)? */
static int is_name_only (const aln_casting *f, const aln_post *o) {
  if (!aln_same (get (f, o->row, "needs"), ALN_LIT ("name"))) return 0;
  if (o->core_to - o->core_from > 2) return 0; /* "the speaker of the parliament, Ann Bell" */
  if ((get (f, o->row, "beside").n || get (f, o->row, "apposed").n) && o->side.n)
    return 0; /* "North Korea's leader, Kim Jong Un" */
  return aln_same (o->office, get (f, o->row, "office"));
}

/* Behind the last body of one post: "Commander of X and Y | Kim". */
static uint32_t end_of_post (const aln_casting *f, const aln_post *o) {
  const aln_post *end = f->out->posts.at + f->out->posts.n, *next = o + 1;
  while (next < end && next->core_from == o->core_from) next++;
  return next[-1].to;
}

/* "the chairman of the committee, | Rep. McBride": a name behind a title that is a post of its own. */
static uint32_t titled_name_at (const aln_casting *f, uint32_t i) {
  uint32_t post = i < f->n && !(f->t[i].flags & ALN_TOKEN_BLOCK) ? f->post_of[i] : 0;
  const aln_post *o = post ? &f->out->posts.at[post - 1] : NULL;
  aln_slice level = o ? get (f, o->row, "level") : (aln_slice){"", 0};
  if (!o || o->core_from != i || o->plural || f->t[i].shape == ALN_SHAPE_LOWER) return 0;
  if (!aln_same (level, ALN_LIT ("lawmaker")) && !aln_same (level, ALN_LIT ("ambassador")))
    return 0;
  return aln_named_from (f, o->to);
}

static uint32_t name_behind (const aln_casting *f, const aln_post *o, int name_only) {
  uint32_t to = end_of_post (f, o), person = aln_named_from (f, to);
  aln_row row;
  if (!person && !name_only && aln_is_mark (f->a, to, ',') && !is_of_before (f, o)) {
    to += match_word (f, to + 1, "flag", &row); /* ", retired Gen. Dahl" */
    person = aln_named_from (f, to + 1);
    if (!person) person = titled_name_at (f, to + 1);
  }
  if (!person && goes_on (f, o->to, ALN_GLUE_FOR | ALN_GLUE_TO)) { /* "Envoy for Yemen Kim" */
    const aln_mention *m = aln_mention_at (&f->out->mentions, o->to + 1);
    if (m && (m->kind == ALN_MENTION_COUNTRY || m->kind == ALN_MENTION_PLACE))
      person = aln_named_from (f, m->to);
  }
  return person ? person : name_behind_as (f, o);
}

/* The token behind the name at token i, and behind "of Australia" after it. */
static uint32_t behind_name (const aln_casting *f, uint32_t i) {
  const aln_mention *m;
  if (!aln_mention_at (&f->out->mentions, i)) i += aln_name_titles (f->a, &f->kinds, i, f->n, NULL);
  m = aln_mention_at (&f->out->mentions, i);
  if (!m) return i + 1;
  i = m->to;
  if (goes_on (f, i, ALN_GLUE_OF)) {
    uint32_t j = goes_on (f, i + 1, ALN_GLUE_DEFINITE) ? i + 2 : i + 1;
    m = j < f->n ? aln_mention_at (&f->out->mentions, j) : NULL;
    if (m && side_of (f, m).n) i = m->to;
  }
  return i;
}

/* "the special envoy | for the peace process, Kim Ryong, will …": behind a task that no row knows, between commas. */
static uint32_t name_behind_task (const aln_casting *f, const aln_post *o) {
  uint32_t i = o->to, person;
  aln_row row;
  i += match_word (f, i, "troops", &row); /* "of NATO | forces in Kosovo, Gen. Dahl, …" */
  if (!match_word (f, i, "task", &row)) return 0;
  for (i++; i < f->n && i - o->to < TASK_MOST && !aln_is_mark (f->a, i, ','); i++) {
    if ((f->t[i].flags & ALN_TOKEN_BLOCK) || person_of (f, aln_mention_at (&f->out->mentions, i)))
      return 0;
    if (f->t[i].kind == ALN_TOKEN_MARK && !aln_is_glued_hyphen (f->a, i)) return 0;
  }
  person = aln_is_mark (f->a, i, ',') ? aln_named_from (f, i + 1) : 0;
  i = person ? behind_name (f, i + 1) : i;
  return person && i < f->n && f->t[i].kind == ALN_TOKEN_MARK && !aln_is_possessive (f->a, i)
             ? person
             : 0;
}

static uint32_t holder_of (const aln_casting *f, const aln_post *o, aln_slice *says) {
  int name_only = is_name_only (f, o);
  uint32_t person;
  if (is_deed (f, o)) return doer_of (f, o);
  if (aln_is_possessive (f->a, o->to)) return 0; /* the leader's sister */
  person = name_behind (f, o, name_only);
  if (!person && !name_only && !is_listed (f, o)) person = name_before (f, o->from, says);
  if (!person && !name_only) person = name_behind_task (f, o);
  return person;
}

/* "his South Korean and Japanese | counterparts": those sides, the last first. */
static uint32_t sides_of (const aln_casting *f, const aln_post *o, aln_slice *side) {
  const aln_mention *m = aln_mention_at (&f->out->mentions, o->from);
  uint32_t n = 0;
  if (!o->counterpart) return 0;
  while (m && side_of (f, m).n && n < SIDES_MOST) {
    uint32_t i = m->from;
    side[n++] = side_of (f, m);
    if (!i || (f->t[i].flags & ALN_TOKEN_BLOCK)) break;
    i -= is_and (f, i - 1) ? 1 : 0;
    i -= i && aln_is_mark (f->a, i - 1, ',') ? 1 : 0;
    m = i && i < m->from ? aln_mention_at (&f->out->mentions, i - 1) : NULL;
  }
  return n > 1 ? n : 0;
}

/* How many names follow each other there: "X, Y and Z". */
static uint32_t names_in_list (const aln_casting *f, uint32_t i) {
  uint32_t n = 0;
  while (n < LIST_MOST && aln_named_from (f, i)) {
    n++;
    i = behind_name (f, i);
    if (!aln_is_mark (f->a, i, ',') && !is_and (f, i)) break;
    i += aln_is_mark (f->a, i, ',') && is_and (f, i + 1) ? 2 : 1;
  }
  return n;
}

/* The counterpart of that side. */
static void tell_side (const aln_casting *f, uint32_t person, uint32_t post, aln_slice side) {
  aln_person *p = &f->out->persons.at[person];
  for (uint32_t i = 0; i < p->held.n; i++)
    if (p->held.at[i].post == post) {
      p->held.at[i].side = p->side = side;
      p->held.at[i].office = aln_counterpart_name (f->x, f->out->posts.at[post].row, side);
    }
}

/* "Presidents Biden and Yoon", "presidents, including X of A, Y of B and Z of C": each holds it. */
static void settle_list (aln_status *st, aln_casting *f, uint32_t post) {
  const aln_post *o = &f->out->posts.at[post];
  uint32_t i = o->to, person, sides;
  aln_slice side[SIDES_MOST];
  aln_row row;
  if (f->t[o->core_from].shape == ALN_SHAPE_LOWER && get (f, o->row, "needs").n && !o->counterpart)
    return; /* "one of the first leaders Trump called" */
  i += match_word (f, i, "ours", &row);
  if (aln_is_mark (f->a, i, ',')) i++;
  i += match_word (f, i, "list", &row);
  sides = sides_of (f, o, side);
  if (sides != names_in_list (f, i)) sides = 0;
  for (uint32_t k = 0; k < LIST_MOST; k++) {
    i += match_word (f, i, "flag", &row); /* "and retired Gen. Kim" */
    if ((person = aln_named_from (f, i)) == 0) return;
    aln_hold (st, f, person - 1, post, 0);
    if (k < sides) tell_side (f, person - 1, post, side[sides - 1 - k]);
    if (!k) f->holder[post] = person;
    i = behind_name (f, i);
    if (!aln_is_mark (f->a, i, ',') && !is_and (f, i)) return;
    i += aln_is_mark (f->a, i, ',') && is_and (f, i + 1) ? 2 : 1;
  }
}

/* "Hegseth's Japanese counterpart": the post is that of who stands before it. */
static void settle_counterpart (const aln_casting *f, aln_post *o) {
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
static uint32_t holder_of_next (const aln_casting *f, uint32_t post) {
  const aln_post *o = &f->out->posts.at[post], *next = o + 1;
  uint32_t gap = is_and (f, o->to) || aln_is_mark (f->a, o->to, '/') ? 1 : 0;
  if (post + 1 >= f->out->posts.n || next->from != o->to + gap || next->plural) return 0;
  if (f->t[next->from].flags & ALN_TOKEN_BLOCK) return 0;
  if (o->from && !(f->t[o->from].flags & ALN_TOKEN_BLOCK) &&
      aln_is_first_glue (f->a, o->from - 1, ALN_GLUE_DEFINITE))
    return 0;
  return aln_named_from (f, f->out->posts.at[post + 1].to);
}

/* "took command of … from Gen. LaCamera": he held it before. */
static void hold_before (aln_status *st, aln_casting *f, uint32_t post) {
  const aln_post *posts = f->out->posts.at, *o = &posts[post];
  uint32_t old = goes_on (f, o->to, ALN_GLUE_FROM) ? aln_named_from (f, o->to + 1) : 0;
  for (uint32_t k = post + 1; old && k > 0 && posts[k - 1].core_from == o->core_from; k--)
    aln_hold (st, f, old - 1, k - 1, ALN_HOLDER_FORMER);
}

/* "The minister, Rhee Byoung Tae, said": the post named last before it that has nobody yet and is called so. */
static void settle_apposed (aln_status *st, aln_casting *f, uint32_t post) {
  const aln_post *posts = f->out->posts.at, *o = &posts[post];
  uint32_t person = aln_is_mark (f->a, o->to, ',') ? aln_named_from (f, o->to + 1) : 0;
  aln_slice word = aln_token_text (f->a, o->core_to - 1);
  if (!person || o->from != o->core_from || !o->from || f->out->persons.at[person - 1].held.n)
    return;
  if (!aln_is_first_glue (f->a, o->from - 1, ALN_GLUE_DEFINITE)) return;
  for (uint32_t k = post; k > 0 && post - k < 4; k--) {
    if (f->holder[k - 1] || posts[k - 1].plural || posts[k - 1].counterpart) continue;
    if (!has_word (posts[k - 1].office, word) || o->from - posts[k - 1].to > 60) continue;
    aln_hold (st, f, person - 1, k - 1, 0);
    f->holder[k - 1] = f->holder[post] = person;
    return;
  }
}

static int is_year (const aln_casting *f, uint32_t i) {
  return i < f->n && f->t[i].kind == ALN_TOKEN_NUMBER && f->t[i].to - f->t[i].from == 4 &&
         !(f->t[i].flags & ALN_TOKEN_BLOCK);
}

/* "commander from 2018 to 2021", "ambassador in 2015-17" */
static int is_for_years (const aln_casting *f, uint32_t i) {
  return goes_on (f, i, ALN_GLUE_SINCE) && is_year (f, i + 1) &&
         (goes_on (f, i + 2, ALN_GLUE_UNTIL) || aln_is_mark (f->a, i + 2, '-'));
}

/* "was ambassador | in the Obama administration", "… until 2018" */
static int is_of_another_time (const aln_casting *f, uint32_t i) {
  aln_row row;
  for (uint32_t k = i; k < f->n && k < i + 8 && !(f->t[k].flags & ALN_TOKEN_BLOCK); k++) {
    if (match_word (f, k, "era", &row)) return 1;
    if (aln_is_mark (f->a, k, ',') || aln_is_mark (f->a, k, '.')) return 0;
  }
  return 0;
}

/* "Former Senator Monroe, who was | chairman": has all been over? */
static int held_before (const aln_casting *f, uint32_t person) {
  const aln_person *p = person ? &f->out->persons.at[person - 1] : NULL;
  for (uint32_t i = 0; p && i < p->held.n; i++)
    if (!(p->held.at[i].holder & ALN_HOLDER_FORMER)) return 0;
  return p && p->held.n;
}

/* "Adviser Kim Sung-han | resigned": does the name behind the post say that it is over? */
static int is_given_up (const aln_casting *f, const aln_post *o) {
  const aln_mention *m;
  aln_row row;
  if (!aln_named_from (f, o->to)) return 0;
  for (uint32_t i = o->to; i < f->n && i < o->to + 4; i++)
    if ((m = aln_mention_at (&f->out->mentions, i)) != NULL)
      return match_word (f, m->to, "says", &row) && !(f->t[m->to].flags & ALN_TOKEN_BLOCK) &&
             aln_same (get (f, row, "says"), ALN_LIT ("former"));
  return 0;
}

/* Has a word before the post, of those that belong to it, the field? */
static int has_word_with (const aln_casting *f, const aln_post *o, const char *field) {
  aln_row row;
  for (uint32_t i = o->from; i < o->core_from; i++)
    if (match_word (f, i, field, &row)) return 1;
  return 0;
}

/* What the words around say of the holder: "was nominated as", "from 2018 to 2021". */
static uint32_t bits_of (const aln_casting *f, uint32_t post, aln_slice says) {
  const aln_post *o = &f->out->posts.at[post], *last = post ? o - 1 : NULL;
  aln_row row;
  uint32_t bits = aln_same (says, ALN_LIT ("nominee")) ? ALN_HOLDER_NOMINEE : 0;
  if (is_for_years (f, o->to) || aln_same (says, ALN_LIT ("former")) || is_given_up (f, o) ||
      (aln_same (says, ALN_LIT ("past")) &&
       (is_of_another_time (f, o->to) || held_before (f, f->holder[post]))))
    bits |= ALN_HOLDER_FORMER;
  if (last && last->to + 1 == o->from && is_and (f, last->to) &&
      f->holder[post - 1] == f->holder[post] && !has_word_with (f, o, "now") &&
      !has_word_with (f, last, "tight"))
    bits |= last->holder & ALN_HOLDER_FORMER; /* "a former vice minister and ambassador" */
  if (o->from > 1 &&
      match_word (f, o->from - 2, "held", &row) == 2) /* "his predecessor as envoy" */
    bits |= ALN_HOLDER_FORMER;
  return bits;
}

void aln_settle_posts (aln_status *st, aln_casting *f) {
  for (uint32_t i = 0; i < f->out->posts.n && *st == ALN_OK; i++) {
    uint32_t person;
    aln_slice says = {"", 0};
    settle_counterpart (f, &f->out->posts.at[i]);
    if (f->out->posts.at[i].plural) {
      settle_list (st, f, i);
      continue;
    }
    person = holder_of (f, &f->out->posts.at[i], &says);
    if (!person) person = holder_of_next (f, i);
    /* one phrase, two bodies: "Commander of X and Y" */
    if (!person && i && f->out->posts.at[i - 1].core_from == f->out->posts.at[i].core_from)
      person = f->holder[i - 1];
    f->holder[i] = person;
    if (!person && is_name_only (f, &f->out->posts.at[i])) settle_apposed (st, f, i);
    if (!person) continue;
    f->out->posts.at[i].holder |= bits_of (f, i, says);
    if (aln_hold_in_turn (st, f, person, i)) continue;
    aln_hold (st, f, person - 1, i, 0);
    if (is_deed (f, &f->out->posts.at[i])) hold_before (st, f, i);
  }
}
