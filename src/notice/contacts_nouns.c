/* contacts_nouns.c: in: a noun that names a contact ("summit"). Out: what is told of it: the verb that
   says it was held, names inside, those it was with; or why it is no telling (contacting.h). */
#include "contacting.h"

#define SIGNERS_MOST 16u /* tokens between an accord and "signed by" */
#define OBJECT_MOST 24u  /* tokens between "with" somebody and "by phone" */

typedef struct noun {
  uint32_t start; /* first token of the noun phrase */
  uint32_t head;  /* the verb or preposition before it; start where there is none */
  aln_row light, frame, article;
  uint32_t owner; /* the token behind "his"; 0: there is none */
  int vague, owned, forum, verb, closed;
  uint32_t inner; /* sides named in it */
} noun;

/* "had denounced the drills": "had" belongs to the verb behind it. */
static int is_auxiliary (const aln_contacting *f, aln_row light, uint32_t i) {
  const aln_token *t = &f->t[i];
  return get (f, light, "weak").n && t->to - t->from > 3 && f->a->text.p[t->to - 1] == 'd' &&
         f->a->text.p[t->to - 2] == 'e';
}

/* "Lee's visit", "the Seoul-Washington summit"; one place alone ("the Hong Kong meeting") is where. */
static void take_inner (aln_telling *c, const aln_contacting *f, noun *n, const aln_party *x) {
  if (is_possessive (f, x->to) || (x->kind != ALN_PARTY_SIDE && x->kind != ALN_PARTY_GROUP))
    n->owned = 1;
  if (x->kind == ALN_PARTY_SIDE) n->inner++;
  if (x->kind == ALN_PARTY_POST && x->side.n != 2 && !x->several && !is_possessive (f, x->to))
    n->forum = 1; /* "the APEC CEO Summit" */
  aln_take_party (c, f, x);
}

/* "X welcomed recent talks": no word of the noun phrase; "called off" is one. */
static int is_telling_verb (const aln_contacting *f, uint32_t i) {
  aln_row row;
  return f->t[i].word && aln_lexicon_longest (f->x, f->t + i, 1, f->triggers, &row) == 1 &&
         is (f, row, "part", "verb") && is (f, row, "verb", "past") && !word (f, i, "status", &row);
}

/* The date that ends right before token i, its first token in *at; NULL: none. */
static const aln_timex *date_before (const aln_contacting *f, uint32_t i, uint32_t *at) {
  uint32_t d = date_from (f, i);
  if (!d || f->date_token[d - 1] < f->begin) return NULL;
  if (behind (f, f->date_token[d - 1], &f->dates->at[d - 1]) != i) return NULL;
  *at = f->date_token[d - 1];
  return &f->dates->at[d - 1];
}

/* Does somebody stand before the words of status that end at token i ("they would postpone")? */
static int is_said_of (const aln_contacting *f, uint32_t i) {
  aln_row row;
  const aln_timex *d;
  for (uint32_t k = 0, from; k < 3 && (from = word_before (f, i, "status", &row)) != i; k++)
    i = from;
  d = date_before (f, i, &i);
  if (d && i > f->begin && word (f, i - 1, "frame", &row) == 1) i--; /* "X on Friday canceled" */
  return i > f->begin && actor_at (f, i - 1) != NULL;
}

/* One token to the left in the noun phrase; 0 where the phrase begins at 'n->start'. */
static int noun_step (const aln_contacting *f, aln_telling *c, noun *n) {
  uint32_t i = n->start;
  aln_row row;
  const aln_party *x = actor_at (f, i - 1);
  uint32_t from = word_before (f, i, "light", &n->light);
  if (from != i && !is_auxiliary (f, n->light, i)) {
    aln_slice only = get (f, n->light, "only");
    if (!only.n || aln_same (only, get (f, c->row, "kind"))) {
      n->head = from;
      return 0;
    }
  }
  n->light = 0;
  from = word_before (f, i, "frame", &n->frame);
  if (from != i && !is_mark (f, i, '-')) { /* not that of "in-person talks" */
    n->head = from;
    return 0;
  }
  n->frame = 0;
  if (is_telling_verb (f, i - 1)) {
    n->head = i;
    return 0;
  }
  from = word_before (f, i, "status", &row);
  if (from != i && is_said_of (f, from)) { /* who "proposed talks" */
    n->head = from;
    n->verb = 1;
    return 0;
  }
  if (word (f, i - 1, "again", &row) && c->kind == ALN_TALKS) c->again = ALN_AGAIN_ONLY;
  if (word (f, i - 1, "vague", &row)) n->vague = 1;
  if (word (f, i - 1, "apart", &row)) c->apart = 1;
  from = f->t[i - 1].shape != ALN_SHAPE_LOWER ? word_before (f, i, "within", &row) : i;
  if (from != i) {
    c->within = row;
    n->start = from;
    return 1;
  }
  if (word (f, i - 1, "joint", &row)) c->group = c->joint = 1;
  if (word (f, i - 1, "article", &row) == 1) n->article = row;
  if (!x && word (f, i - 1, "owner", &row) == 1) n->owner = i;
  if (x && (x->kind != ALN_PARTY_BODY || is_possessive (f, x->to))) take_inner (c, f, n, x);
  else if (aln_mention_at (&f->p->mentions, i - 1)) n->forum = 1;
  n->start = x && x->from >= f->begin ? x->from : i - 1;
  if (x && word (f, n->start, "article", &row) == 1) n->closed = 1; /* "the allies' drills" */
  return 1;
}

/* The apostrophe of "the leaders' summit", "the Foreign Ministers' Meeting". */
static int is_of_group (const aln_contacting *f, uint32_t i) {
  const aln_party *x = i > f->begin && is_mark (f, i, '\'') ? actor_at (f, i - 1) : NULL;
  if (!x || x->to != i) return 0;
  return x->kind == ALN_PARTY_POST ? x->several : x->kind == ALN_PARTY_GROUP && x->to - x->from > 1;
}

int aln_ends_phrase (const aln_contacting *f, uint32_t i) {
  const aln_token *t = &f->t[i];
  aln_row row;
  if (t->kind == ALN_TOKEN_MARK)
    return f->a->text.p[t->from] != '-' && (unsigned char)f->a->text.p[t->from] != 0xE2 &&
           !is_of_group (f, i);
  if (word (f, i, "leads", &row) || word (f, i, "object", &row)) return 1;
  return word (f, i, "away", &row) || word (f, i, "subject", &row);
}

/* The mark of 'a "great call"', right behind the article. */
static int opens_quote (const aln_contacting *f, uint32_t i) {
  aln_row row;
  return is_mark (f, i, '"') && i > f->begin && word (f, i - 1, "article", &row) == 1;
}

/* Does no word of the noun phrase, and none that leads to it, stand before it? */
static int is_edge (const aln_contacting *f, const noun *n) {
  uint32_t i = n->start;
  aln_row row;
  int closed = (n->article || n->closed) && !actor_at (f, i - 1) && !is_possessive (f, i - 1);
  if (!closed && !aln_ends_phrase (f, i - 1)) return 0;
  if (!closed && i > f->begin + 1 && word_before (f, i - 1, "status", &row) != i - 1)
    return 0; /* "an offer of talks" */
  return word_before (f, i, "light", &row) == i && word_before (f, i, "frame", &row) == i &&
         (closed || word_before (f, i, "status", &row) == i);
}

static noun read_noun (const aln_contacting *f, aln_telling *c) {
  noun n = {.start = c->from, .head = c->from};
  uint32_t least = c->from > f->begin + ALN_NOUN_MOST ? c->from - ALN_NOUN_MOST : f->begin;
  aln_row row;
  while (n.start > least) {
    if (word_before (f, n.start, "measure", &row) != n.start) { /* "two days of talks" */
      n.start = word_before (f, n.start, "measure", &row);
      n.article = 0; /* not that of "the second round of a dialogue" */
      c->again |= is (f, row, "measure", "next");
    }
    if (word (f, n.start, "vague", &row) > 1) n.vague = 1; /* "rounds of" */
    if (n.start > least + 1 && opens_quote (f, n.start - 1)) n.start--;
    if (n.start <= least || is_edge (f, &n)) break;
    if (!noun_step (f, c, &n)) return n;
  }
  n.head = n.start;
  return n;
}

static uint32_t ordinal_before (const aln_contacting *f, uint32_t i, int64_t *value) {
  aln_number n;
  for (uint32_t len = 3; len > 0; len--) {
    if (i < f->begin + len) continue;
    if (aln_number_read (&f->numbers, f->a->text, f->t + i - len, len, &n) != len) continue;
    if (!(n.flags & ALN_NUMBER_ORDINAL) || n.whole > 999) continue;
    *value = n.whole;
    return i - len;
  }
  return i;
}

/* "the 56th annual …": an ordinal up to three words before a name. */
static void settle_ordinal (aln_telling *c, const aln_contacting *f) {
  for (uint32_t i = c->from; i + 3 > c->from && i > f->begin && !c->ordinal; i--)
    ordinal_before (f, i, &c->ordinal);
  if (c->ordinal == 1 && !get (f, c->row, "title").n) c->ordinal = 0; /* "the first talks since" */
}

static void read_noun_frame (aln_telling *c, const aln_contacting *f, const noun *n) {
  if (n->light) aln_settle_form (c, f, get (f, n->light, "light"), n->head);
  if (n->frame) {
    c->told = n->article || n->owned || c->kind != ALN_TALKS;
    c->sideline = get (f, n->frame, "sideline").n > 0;
    c->status = is (f, n->frame, "frame", "ahead") ? ALN_PLANNED : ALN_HELD;
  }
  c->anaphoric = n->article && (is (f, n->article, "article", "anaphor") ||
                                is (f, n->article, "article", "definite"));
  c->rule = n->light ? "noun-held" : n->frame ? "noun-frame" : "noun";
}

static int is_somebody (const aln_contacting *f, uint32_t who) {
  return f->actors->list.at[who].kind <= ALN_PARTY_POST;
}

static int is_one_person (const aln_telling *c, const aln_contacting *f) {
  return c->n == 1 && f->actors->list.at[c->who[0]].kind == ALN_PARTY_PERSON;
}

/* "a visit to Ukraine by Lien Chan"; of "by its adviser" the side is told by who acts */
static int has_visitor (const aln_telling *c, const aln_contacting *f) {
  for (uint32_t i = 0; i < c->n; i++) {
    const aln_party *x = &f->actors->list.at[c->who[i]];
    if (is_somebody (f, c->who[i]) && x->side.n && x->from >= c->to) return !c->with;
  }
  return 0;
}

/* "Cui was asked whether Hu will sign it during his visit": the name nearest to it is who goes; those
   behind 'before' stand in the order of their chains, the nearest first. */
static void keep_visitor (aln_telling *c, const aln_contacting *f, uint32_t before) {
  if (c->n < before + 2 || !is_somebody (f, c->who[before])) return;
  while (c->n > before + 1 &&
         f->actors->list.at[c->who[c->n - 1]].from < f->actors->list.at[c->who[before]].from)
    c->n--;
  c->subjects = c->n - before;
}

/* "took office, replacing Y in a change-of-command ceremony": all of its sentence; the telling itself
   stands where it stood. */
static void take_everyone (aln_telling *c, const aln_contacting *f) {
  uint32_t first = c->first, last = c->last, before = c->n;
  for (uint32_t i = f->begin; i < f->end; i++) {
    const aln_party *x = actor_at (f, i);
    if (!x || x->kind > ALN_PARTY_BODY) continue;
    aln_take_party (c, f, x);
    i = x->to > i ? x->to - 1 : i;
  }
  c->subjects = c->n - before;
  c->first = first;
  c->last = last;
}

/* Who acts: before the verb, or around "during a call". "The call" means one told before. */
static void settle_noun_subjects (aln_telling *c, const aln_contacting *f, const noun *n,
                                  uint32_t behind_it) {
  uint32_t objects = c->n;
  if (get (f, c->row, "everyone").n && !is (f, n->frame, "frame", "ahead")) {
    take_everyone (c, f);
    return;
  }
  if (n->light) {
    aln_take_acting (c, f, n->head, 1);
    return;
  }
  if (n->owned && objects >= (c->kind == ALN_VISIT ? 1u : 2u)) return;
  if (c->anaphoric && !objects && !n->verb && get (f, n->article, "own").n && !n->frame) {
    c->group = c->loose = 1; /* "their second summit": of those told of before */
    return;
  }
  if (c->anaphoric && !objects && !n->verb) {
    if (n->frame && !n->forum) aln_take_acting (c, f, n->head, 2);
    c->loose = c->n > 0;
    if (is (f, n->article, "own", "several") && !c->n) c->group = c->loose = 1;
    if (is (f, n->article, "own", "several") && is_one_person (c, f))
      c->group =
          1; /* "Lee raised it at their first summit": his, and of who was told of with him */
    if (get (f, n->article, "own").n) return;
    c->subjects = 0; /* "the summit" may be anybody's */
    if (c->loose) c->loose = ALN_LOOSE_NAMES;
    return;
  }
  if (c->kind == ALN_AGREEMENT || (c->kind == ALN_EXERCISE && !n->verb)) return;
  if (c->between && objects >= 2) return; /* "briefed Kim on the call between X and Y" */
  if (c->kind == ALN_VISIT && c->place && has_visitor (c, f)) return; /* "a visit by X" */
  if (n->frame || objects || n->verb || (c->kind == ALN_VISIT && c->place && !n->owned)) {
    uint32_t before = c->n;
    if (!aln_take_subjects (c, f, n->head, objects ? 1 : 2) && n->frame)
      aln_take_subject_behind (c, f, behind_it);
    c->subjects = c->n - before;
    if (c->kind == ALN_VISIT) keep_visitor (c, f, before);
  }
}

/* "the talks Yoon had with Trump": who acts stands between the noun and its verb. */
static int read_relative (aln_telling *c, const aln_contacting *f) {
  uint32_t i = c->to, before = c->n, len;
  aln_row row;
  if (i < f->end && word (f, i, "relative", &row)) i++;
  if (!actor_at (f, i)) return 0;
  for (; i < f->end && i < c->to + 12 && !(len = word (f, i, "light", &row)); i++)
    if (f->t[i].kind == ALN_TOKEN_MARK && f->a->text.p[f->t[i].from] != '-') return 0;
  if (i >= f->end || i >= c->to + 12 || is (f, row, "light", "ing")) return 0;
  for (uint32_t k = c->to; k < i; k++)
    if (actor_at (f, k)) aln_take_party (c, f, actor_at (f, k));
  c->subjects = c->n - before;
  if (get (f, row, "only").n) { /* "a deal that they hope to sign" */
    if (is (f, row, "light", "base")) c->status = ALN_PLANNED;
    c->sure = 1;
  }
  aln_take_objects (c, f, i + len);
  c->told = 1;
  c->rule = "noun-relative";
  return c->n > before;
}

/* "the meeting of the WTO" */
static int is_of_body (const aln_contacting *f, const aln_telling *c) {
  uint32_t i = c->to + 1;
  const aln_mention *m;
  if (c->kind == ALN_VISIT || i + 1 >= f->end || get (f, c->row, "title").n) return 0;
  if (!aln_same (aln_token_text (f->a, c->to), ALN_LIT ("of"))) return 0;
  if (aln_same (aln_token_text (f->a, i), ALN_LIT ("the"))) i++;
  m = aln_mention_at (&f->p->mentions, i);
  return m && m->kind == ALN_MENTION_BODY && m->row;
}

/* "The one country and the other held the third meeting of the group" */
static int acts_two (const aln_telling *c, const aln_contacting *f) {
  for (uint32_t i = 1; i < c->n; i++)
    if (f->actors->list.at[c->who[i]].kind == ALN_PARTY_SIDE &&
        f->actors->list.at[c->who[0]].kind == ALN_PARTY_SIDE)
      return 1;
  return 0;
}

/* Do those who act stand for two sides? */
static int acts_for_two (const aln_telling *c, const aln_contacting *f) {
  aln_sides sides = {.n = 0};
  for (uint32_t i = 0; i < c->n; i++)
    if (f->actors->list.at[c->who[i]].kind != ALN_PARTY_BODY)
      aln_sides_add (&sides, f->actors->list.at[c->who[i]].side);
  return sides.n > 1;
}

/* "X said that Y must help in talks": does a word of speech part those who act? */
static int is_parted (const aln_telling *c, const aln_contacting *f, uint32_t head) {
  uint32_t first = head, last = 0;
  aln_row row;
  for (uint32_t i = 0; i < c->n; i++) {
    const aln_party *x = &f->actors->list.at[c->who[i]];
    if (x->from < first) first = x->from;
    if (x->to > last) last = x->to;
  }
  while (first < last && !word (f, first, "speech", &row)) first++;
  return first < last;
}

/* Has the word no forum but itself: the name of a series, what is signed, what is drilled? */
static int is_no_forum (const aln_contacting *f, const aln_telling *c, const noun *n) {
  if (c->kind == ALN_AGREEMENT) return n->light != 0;
  return c->kind == ALN_EXERCISE || get (f, c->row, "title").n > 0;
}

/* Contacts of no particular day, and gatherings of a body: "close consultations", "the EU summit". */
static const char *is_generic (const aln_contacting *f, const aln_telling *c, const noun *n,
                               uint32_t objects) {
  int held = n->light && c->status == ALN_HELD && (c->n >= 2 || (c->group && c->kind == ALN_TALKS));
  if (n->vague && !held) return "the word before it means no contact in particular";
  if ((n->forum || is_of_body (f, c)) && !objects && !c->joint && !is_no_forum (f, c, n) &&
      !(n->light && acts_two (c, f)))
    return "a gathering of a body";
  if (c->open && !objects && !(n->light && acts_for_two (c, f)))
    return "with somebody who is no side, post or person";
  if (get (f, c->row, "plural").n && !n->light && !objects)
    return "several, and no verb says that one was held";
  if (c->kind == ALN_EXERCISE && !n->light && !n->verb && !c->joint && n->inner < 2 &&
      !(c->anaphoric && !c->n) && !get (f, c->row, "title").n)
    return "no verb says that it was held, and no word that it was joint";
  return NULL;
}

/* A place alone inside the noun phrase is no party. */
static void drop_inner (aln_telling *c, const noun *n) {
  if (n->inner == 1 && !n->owned && c->kind != ALN_VISIT && c->n == 1) c->n = 0;
}

/* "discussed it with X over the phone" */
static void take_objects_before (aln_telling *c, const aln_contacting *f, uint32_t head) {
  uint32_t least = head > f->begin + OBJECT_MOST ? head - OBJECT_MOST : f->begin;
  aln_row row;
  for (uint32_t i = head; i > least && !is_mark (f, i - 1, ';'); i--)
    if (word (f, i - 1, "object", &row) == 1 && is (f, row, "object", "with")) {
      aln_take_objects (c, f, i - 1);
      return;
    }
}

/* "a declaration on security, signed by X and Y": how many signed it. */
static uint32_t take_signers (aln_telling *c, const aln_contacting *f) {
  uint32_t most = c->to + SIGNERS_MOST < f->end ? c->to + SIGNERS_MOST : f->end, before = c->n;
  aln_row row;
  for (uint32_t i = c->to; i < most && !is_mark (f, i, ';'); i++) {
    uint32_t len = word (f, i, "object", &row);
    if (!len || !get (f, row, "signs").n) continue;
    aln_take_objects (c, f, i);
    if (c->n > before) c->sure = 1;
    break;
  }
  return c->n - before;
}

/* "a bilateral with", not "bilateral ties" */
static int stands_alone (const aln_contacting *f, uint32_t i) {
  aln_row row;
  return i >= f->end || aln_ends_phrase (f, i) || date_at (f, i) || word (f, i, "after", &row);
}

int aln_read_noun_trigger (aln_telling *c, const aln_contacting *f) {
  noun n = read_noun (f, c);
  uint32_t end, inner, objects;
  if (c->kind == ALN_MEETING && get (f, c->row, "alone").n && !stands_alone (f, c->to))
    return refuse (c, "it only says of what kind the noun behind it is");
  drop_inner (c, &n);
  c->head = n.start;
  inner = c->n;
  if (is (f, c->row, "needs", "frame") && !n.frame) /* "by phone", not "a phone" */
    return refuse (c, "no preposition leads to it");
  if (is (f, c->row, "verb", "ing") && aln_meets_demand (c, f))
    return refuse (c, "what is met is a demand, and nobody");
  read_noun_frame (c, f, &n);
  c->several = n.vague;
  if (!c->apart && c->n == 0 && c->kind <= ALN_MEETING && get (f, c->row, "plural").n)
    c->apart = ALN_APART_NAMED;
  if (get (f, c->row, "again").n) c->again = ALN_AGAIN_ONLY;
  if (n.head < c->first) c->first = n.head;
  end = aln_take_objects (c, f, c->place ? c->place->to : c->to);
  if (c->n == inner && is (f, c->row, "needs", "frame")) take_objects_before (c, f, n.head);
  objects = c->n - inner;
  if (!read_relative (c, f)) settle_noun_subjects (c, f, &n, end);
  if (c->kind == ALN_AGREEMENT && !objects && !c->n) objects = take_signers (c, f);
  if (c->with && !c->subjects && !n.frame && !n.light && n.article && n.start == f->begin)
    c->subjects =
        (uint32_t)aln_take_owner (c, f, f->begin); /* "A planned call with Y was put off" */
  if (n.owner && !c->subjects && !n.light && aln_take_owner (c, f, n.owner - 1))
    n.owned = c->subjects = 1;
  if (refuse (c, is_generic (f, c, &n, objects)), c->refused) return 0;
  aln_settle_status (c, f, n.head);
  if (n.light) {
    c->head = n.head;
    aln_settle_lead (c, f, get (f, n.light, "light"));
  }
  aln_settle_setting (c, f);
  settle_ordinal (c, f);
  if (c->ordinal && get (f, c->row, "title").n) c->told = 1; /* "here for the 32nd SCM" */
  if (c->sure || c->date || n.owned || objects) c->told |= !n.frame || objects > 0 || n.owned;
  if (n.frame && (c->date || c->place) && acts_for_two (c, f) && !is_parted (c, f, n.head))
    c->told = 1; /* "agreed in talks on Monday" */
  if (c->kind == ALN_SUMMIT && c->sure && !c->n && !c->open && n.article) {
    c->group = 1; /* "was reached at a summit held in Toronto": of those named before */
    c->told = 1;
  }
  if (c->kind == ALN_EXERCISE && !n.light && !c->date && !c->sure) c->told = 0;
  if (n.frame && c->loose && !c->subjects && !c->date) c->group = 0; /* "on their recent talks" */
  if (c->with && !c->subjects && !n.owned && !c->group && !get (f, c->row, "sides").n)
    return refuse (c, "with somebody, and nobody acts");
  if (c->kind == ALN_AGREEMENT && !c->sure && (!n.light || get (f, n.light, "weak").n))
    return refuse (c, "no verb says that it was made");
  return 1;
}
