/* contacts.c: in: actors, dates and words. Out: tellings of official contacts (contacts.h).
   Sentence by sentence, trigger by trigger: which kind of word it is, then what is told around it. */
#include "contacting.h"

#include "dates.h"

#define PLACES_MOST 8u    /* countries of one journey */
#define DATELINE_MOST 32u /* mentions among which that of the dateline is */
#define JOINED_MOST 12u   /* tokens between a contact and the "and" that joins another to it */
#define JOINED_WORDS 6u   /* tokens from that "and" to the noun */

/* "visit" and "meeting" are verbs behind "to" and "will", or right before a name. */
static int noun_is_verb (const aln_contacting *f, const aln_telling *c) {
  aln_slice form = get (f, c->row, "verb"), before = {"", 0};
  aln_row row;
  const aln_party *x = actor_at (f, c->to);
  if (!form.n) return 0;
  if (c->from > f->begin) before = aln_token_text (f->a, c->from - 1);
  else if (aln_same (form, ALN_LIT ("ing")) &&
           (word (f, c->to, "object", &row) == 1 || word (f, c->to, "leads", &row) == 1))
    return 1; /* "Meeting with X, Y said" */
  if (aln_same (form, ALN_LIT ("ing")))
    return x && x->kind != ALN_PARTY_SIDE && word_before (f, c->from, "article", &row) == c->from &&
           !is_possessive (f, c->from ? c->from - 1 : 0);
  if (aln_same (form, ALN_LIT ("present")) && !aln_mention_at (&f->p->mentions, c->to)) return 0;
  if (aln_same (before, ALN_LIT ("to")) || aln_same (before, ALN_LIT ("will"))) return 1;
  return aln_mention_at (&f->p->mentions, c->to) != NULL;
}

/* -- all of them -------------------------------------------------------------------------------------- */

static const char *const kind_names[] = {"call",  "meeting",  "talks",    "summit",
                                         "visit", "ceremony", "exercise", "agreement"};

static int kind_of (aln_slice s) {
  for (int i = 0; i < ALN_CONTACT_KINDS; i++)
    if (aln_same (s, aln_slice_of (kind_names[i]))) return i;
  return -1;
}

/* "held a meeting with X in Seoul and separate talks with Y": where its own words begin behind the "and"
   that joins it to the contact before; 0: nothing does. */
static uint32_t joined_at (const aln_contacting *f, const aln_telling *before, uint32_t i) {
  uint32_t least = i > f->begin + JOINED_WORDS ? i - JOINED_WORDS : f->begin;
  aln_row row;
  for (; i > least && i > before->last; i--) {
    const aln_token *t = &f->t[i - 1];
    if (word (f, i - 1, "pairs", &row) == 1 && !word (f, i - 1, "article", &row) &&
        t->kind == ALN_TOKEN_WORD)
      return i - 1 < before->last + JOINED_MOST ? i : 0;
    if (t->kind == ALN_TOKEN_MARK || actor_at (f, i - 1) || word (f, i - 1, "light", &row) ||
        word (f, i - 1, "frame", &row) || word (f, i - 1, "status", &row))
      return 0;
  }
  return 0;
}

/* Such a contact: who acts, whether and when is told of the one before. */
static int is_joined (const aln_contacting *f, const aln_tellings *out, aln_telling *c) {
  const aln_telling *before = out->n ? &out->at[out->n - 1] : NULL;
  int titled = get (f, c->row, "title").n > 0;
  aln_telling joined = *c;
  uint32_t start, with;
  if (!before || before->from < f->begin || !is (f, before->row, "part", "noun")) return 0;
  if (!titled && !before->subjects) return 0;
  start = joined_at (f, before, c->from);
  if (!start) return 0;
  aln_take_objects (&joined, f, c->to);
  with = joined.n;
  if (!with && !titled) return 0;
  *c = joined;
  c->first = c->head = start;
  for (uint32_t k = before->n - before->subjects; !titled && k < before->n; k++)
    if (c->n < ALN_TELLING_ACTORS) c->who[c->n++] = before->who[k];
  c->subjects = c->n - with;
  c->status = before->status;
  c->rule = "noun-joined";
  aln_settle_setting (c, f);
  if (!c->date) c->date = before->date;
  c->told = c->sure = 1;
  return 1;
}

static int read_trigger (const aln_contacting *f, uint32_t i, uint32_t len, aln_row row,
                         const aln_tellings *out, aln_telling *c) {
  int kind = kind_of (get (f, row, "kind"));
  c->row = row;
  c->from = c->first = c->head = i;
  c->to = c->last = i + len;
  if (kind < 0) return refuse (c, "the lexicon has it as what only looks like a contact");
  c->kind = (aln_contact_kind)kind;
  if (is (f, row, "part", "verb")) return aln_read_verb_trigger (c, f, get (f, row, "verb"));
  if (noun_is_verb (f, c)) {
    if (c->kind != ALN_VISIT) return aln_read_verb_trigger (c, f, get (f, row, "verb"));
    aln_settle_form (c, f, get (f, row, "verb"), c->from);
    if (!aln_take_destination (c, f, c->to, 1)) return refuse (c, "no place behind it");
    c->rule = "verb-visit";
    aln_take_acting (c, f, c->from, 1);
    aln_settle_status (c, f, c->from);
    aln_settle_lead (c, f, get (f, c->row, "verb"));
    aln_settle_setting (c, f);
    return 1;
  }
  if (is_joined (f, out, c)) return 1;
  if (c->kind == ALN_VISIT) aln_take_destination (c, f, c->to, 0);
  return aln_read_noun_trigger (c, f);
}

/* "met with Kim for a two-hour meeting": the verb has told it. */
static int is_told_again (const aln_contacting *f, const aln_tellings *out, uint32_t i) {
  const aln_telling *before = out->n ? &out->at[out->n - 1] : NULL;
  uint32_t least = i > f->begin + ALN_NOUN_MOST ? i - ALN_NOUN_MOST : f->begin;
  aln_row row = 0;
  if (!before || before->from < f->begin || strcmp (before->rule, "verb") != 0) return 0;
  if (before->kind > ALN_TALKS || (before->n < 2 && !before->group)) return 0;
  for (uint32_t k = i; k > least && k > before->last; k--) {
    if (word (f, k - 1, "article", &row))
      return is (f, row, "article", "indefinite") &&
             aln_same (aln_token_text (f->a, k - 2), ALN_LIT ("for"));
    if (aln_same (aln_token_text (f->a, k - 1), ALN_LIT ("for"))) return 1; /* "met for talks" */
    if (aln_ends_phrase (f, k - 1)) return 0;
  }
  return 0;
}

/* What the verb before is "for", or "to" do: where it is only planned, so is this. */
static void settle_purpose (const aln_contacting *f, const aln_tellings *out, aln_telling *c) {
  const aln_telling *before = out->n ? &out->at[out->n - 1] : NULL;
  if (!before || before->from < f->begin || before->status == ALN_HELD ||
      (c->sure && c->status != before->status))
    return;
  if (before->kind != ALN_VISIT || c->head <= before->to ||
      (strncmp (before->rule, "verb", 4) != 0 && c->head > before->last + 2))
    return; /* "ahead of his trip to Beijing for talks" */
  if (!aln_same (aln_token_text (f->a, c->head - 1), ALN_LIT ("for")) &&
      !(aln_same (aln_token_text (f->a, c->head - 1), ALN_LIT ("to")) &&
        strcmp (c->rule, "verb") == 0))
    return;
  c->status = before->status;
  if (!c->date) c->date = before->date;
}

/* "will host X and Y at Camp David for a summit": of the host and his guests, then and there. */
static int is_hosted (const aln_contacting *f, const aln_tellings *out, aln_telling *c) {
  const aln_telling *host = out->n ? &out->at[out->n - 1] : NULL;
  if (!host || host->from < f->begin || !get (f, host->row, "host").n || host->n < 2) return 0;
  if (c->kind > ALN_SUMMIT || c->kind == ALN_CALL || c->head <= f->begin) return 0;
  if (!aln_same (aln_token_text (f->a, c->head - 1), ALN_LIT ("for"))) return 0;
  for (c->n = 0; c->n < host->n; c->n++) c->who[c->n] = host->who[c->n];
  c->subjects = host->subjects;
  c->status = host->status;
  c->date = host->date;
  c->place = host->place;
  c->told = c->sure = 1;
  c->anaphoric = c->loose = 0;
  c->rule = "noun-hosted";
  return 1;
}

/* What a caption tells is none; a telling else, or the condition that it is not. */
static void try_trigger (aln_contacting *f, uint32_t i, uint32_t len, aln_row row,
                         const aln_tellings *out, aln_telling *c) {
  memset (c, 0, sizeof *c);
  c->sentence = f->sentence;
  c->block = f->a->sentence_blocks.at[f->sentence];
  c->first = i;
  c->last = i + len;
  if (f->a->blocks.at[c->block].kind != ALN_PARAGRAPH) {
    refuse (c, "it stands in no paragraph");
  } else if (is (f, row, "part", "noun") && is_told_again (f, out, i)) {
    refuse (c, "what it is for is told by the verb before it");
  } else if (read_trigger (f, i, len, row, out, c)) {
    c->refused = c->negated ? "denied: there was none" : NULL;
    if (!is_hosted (f, out, c)) settle_purpose (f, out, c);
  } else if (!c->refused) {
    refuse (c, "it tells of no contact");
  }
}

/* The next place of "visit Japan, South Korea and the Philippines"; NULL: none, or that of another
   clause ("and Japan said"). */
static const aln_mention *next_place (const aln_contacting *f, const aln_mention *place) {
  uint32_t i = place->to;
  const aln_mention *m;
  aln_row row;
  for (m = NULL; i < f->end && i < place->to + 4; i++) {
    m = aln_mention_at (&f->p->mentions, i);
    if (m && m->from == i) break;
    if (!word (f, i, "pairs", &row) && !is_mark (f, i, ',')) return NULL;
  }
  if (!m || m->from != i || i == place->to) return NULL;
  if (m->kind != ALN_MENTION_PLACE && m->kind != ALN_MENTION_COUNTRY) return NULL;
  if (m->to >= f->end || date_at (f, m->to)) return m; /* "next week" */
  if (is_possessive (f, m->to) || is_mark (f, m->to, '-') || word (f, m->to, "status", &row) ||
      word (f, m->to, "light", &row) || word (f, m->to, "speech", &row))
    return NULL;
  return aln_lexicon_longest (f->x, f->t + m->to, 1, f->triggers, &row) ? NULL : m;
}

/* A visit to each country that is joined to the first; a town's own country is none. */
static void add_places (aln_status *st, aln_arena *room, const aln_contacting *f, aln_telling c,
                        aln_tellings *out) {
  const aln_mention *m = c.place;
  aln_slice before;
  if (c.kind != ALN_VISIT || !m || strcmp (c.rule, "verb-visit") != 0) return;
  before = aln_mention_side (f->a, m);
  for (uint32_t k = 0; k < PLACES_MOST && (m = next_place (f, m)) != NULL; k++) {
    aln_slice side = aln_mention_side (f->a, m);
    aln_telling *slot;
    if (!side.n || aln_same (side, before)) continue;
    before = side;
    c.place = m;
    slot = ALN_ADD (st, room, out);
    if (slot) *slot = c;
  }
}

/* The actors of the telling from 'first' on that belong to the side, or to none, and the rest of it. */
static aln_telling part_of (const aln_contacting *f, const aln_telling *c, uint32_t from,
                            uint32_t to, aln_slice side) {
  aln_telling part = *c;
  part.n = part.apart = 0;
  for (uint32_t i = 0; i < c->n; i++) {
    const aln_party *x = &f->actors->list.at[c->who[i]];
    if (i >= from && i < to && x->side.n && !aln_same (x->side, side)) {
      if (to == c->n) part.subjects--;
      continue;
    }
    part.who[part.n++] = c->who[i];
  }
  return part;
}

static int is_side (const aln_contacting *f, uint32_t who) {
  return f->actors->list.at[who].kind == ALN_PARTY_SIDE;
}

/* The sides of the actors [from, to); none where one of them is of several sides, or a group that is not
   told of sides ("the foreign ministers of X and Y"). */
static aln_sides sides_of (const aln_contacting *f, const aln_telling *c, uint32_t from,
                           uint32_t to) {
  aln_sides sides = {.n = 0};
  for (uint32_t i = from; i < to; i++) {
    const aln_party *x = &f->actors->list.at[c->who[i]];
    if (x->kind == ALN_PARTY_GROUP && !x->side.n && !(i + 1 < to && is_side (f, c->who[i + 1])))
      return (aln_sides){.n = 0};
    if (x->side.n && memchr (x->side.p, ';', x->side.n)) return (aln_sides){.n = 0};
    aln_sides_add (&sides, x->side);
  }
  return sides;
}

static int is_named (const aln_contacting *f, uint32_t who) {
  aln_party_kind kind = f->actors->list.at[who].kind;
  return kind <= ALN_PARTY_POST || kind >= ALN_PARTY_GROUP;
}

/* "Erdogan held separate talks with Macron and Merz", "X and Y met separately with Z": a contact for
   each side of those it was with, or of those who act. */
static void split_apart (aln_status *st, aln_arena *room, const aln_contacting *f,
                         aln_tellings *out) {
  aln_telling c = out->at[out->n - 1], *slot;
  uint32_t objects = c.n - c.subjects;
  aln_sides with = sides_of (f, &c, 0, objects), own = sides_of (f, &c, objects, c.n);
  int by_object = with.n > 1 && own.n == 1;
  if (!c.apart || c.between || c.kind == ALN_VISIT || strcmp (c.rule, "noun-relative") == 0) return;
  if (!by_object && !(with.n == 1 && own.n > 1)) return;
  if (c.apart == ALN_APART_NAMED && (!by_object || !is_named (f, c.who[0]))) return;
  for (uint32_t k = 0; k < (by_object ? with.n : own.n); k++) {
    aln_telling part = by_object ? part_of (f, &c, 0, objects, with.at[k])
                                 : part_of (f, &c, objects, c.n, own.at[k]);
    slot = k ? ALN_ADD (st, room, out) : &out->at[out->n - 1];
    if (slot) *slot = part;
  }
}

/* The date that stands in [from, to); NULL: none. */
static const aln_timex *date_within (const aln_contacting *f, uint32_t from, uint32_t to) {
  uint32_t d = date_from (f, from);
  return d < f->dates->n && f->date_token[d] < to && f->dates->at[d].type == ALN_DATE
             ? &f->dates->at[d]
             : NULL;
}

static uint32_t skip_circumstances (const aln_contacting *f, uint32_t i) {
  uint32_t next;
  while ((next = aln_skip_circumstance (f, i)) > i) i = next;
  return i;
}

/* "met Trump in Gyeongju on Oct. 29 and Xi on Nov. 1": one more, with who stands behind "and" and has a
   day of his own. */
static void add_gapped (aln_status *st, aln_arena *room, const aln_contacting *f,
                        aln_tellings *out) {
  aln_telling c = out->at[out->n - 1], *slot;
  uint32_t objects = c.n - c.subjects, i = skip_circumstances (f, c.last), end;
  const aln_timex *date;
  aln_row row;
  if (strcmp (c.rule, "verb") != 0 || !objects || !c.subjects || i == c.last) return;
  if (is_mark (f, i, ',')) i++;
  if (!word (f, i, "pairs", &row) || !actor_at (f, i + 1) ||
      actor_at (f, i + 1)->kind > ALN_PARTY_SIDE)
    return;
  c.n = 0;
  end = aln_take_parties (&c, f, actor_at (f, i + 1));
  if (f->actors->list.at[c.who[c.n - 1]].kind > ALN_PARTY_POST) return;
  i = skip_circumstances (f, end);
  date = date_within (f, end, i);
  if (!date || (i < f->end && !aln_ends_phrase (f, i) && !word (f, i, "pairs", &row))) return;
  for (uint32_t k = objects; k < objects + c.subjects && c.n < ALN_TELLING_ACTORS; k++)
    c.who[c.n++] = out->at[out->n - 1].who[k];
  c.date = date;
  c.place = NULL;
  c.first = c.from;
  slot = ALN_ADD (st, room, out);
  if (slot) *slot = c;
}

/* What one trigger tells of more than one contact. */
static void add_more (aln_status *st, aln_arena *room, const aln_contacting *f, aln_tellings *out) {
  uint32_t n = out->n;
  add_places (st, room, f, out->at[n - 1], out);
  if (out->n == n) split_apart (st, room, f, out);
  if (out->n == n) add_gapped (st, room, f, out);
}

static void read_sentence (aln_status *st, aln_arena *room, aln_contacting *f, aln_tellings *out,
                           aln_tellings *refused) {
  const uint64_t kinds = aln_lexicon_set (f->triggers);
  uint32_t i = f->begin;
  while ((i = aln_next_of (f->a, i, f->end, kinds)) < f->end && *st == ALN_OK) {
    aln_row row;
    uint32_t len =
        f->t[i].word ? aln_lexicon_longest (f->x, f->t + i, f->end - i, f->triggers, &row) : 0;
    aln_telling c, *slot = NULL;
    aln_tellings *list;
    if (!len) {
      i++;
      continue;
    }
    f->before = out->n && out->at[out->n - 1].from >= f->begin ? &out->at[out->n - 1] : NULL;
    try_trigger (f, i, len, row, out, &c);
    list = c.refused ? refused : out;
    if (list && (slot = ALN_ADD (st, room, list)) != NULL) *slot = c;
    if (!c.refused && slot) add_more (st, room, f, out);
    i += len;
  }
}

/* What is told of before "on the sidelines of" was when and where the other contact was. */
static void share_sidelines (aln_tellings *out) {
  for (uint32_t i = 1; i < out->n; i++) {
    aln_telling *c = &out->at[i], *before = c - 1;
    if (!c->sideline || c->sentence != before->sentence) continue;
    if (!before->date) before->date = c->date;
    if (!c->date) c->date = before->date;
    if (!before->place) before->place = c->place;
    if (!c->place) c->place = before->place;
  }
}

/* The place of the dateline, as the first of its name is mentioned. */
static const aln_mention *dateline_place (const aln_article *a, const aln_people *p) {
  for (uint32_t i = 0; a->dateline.place.n && i < p->mentions.list.n && i < DATELINE_MOST; i++) {
    const aln_mention *m = &p->mentions.list.at[i];
    if (m->kind == ALN_MENTION_PLACE &&
        aln_same (aln_tokens_text (a, m->from, m->to), a->dateline.place))
      return m;
  }
  return NULL;
}

static void place_dates (aln_status *st, aln_arena *room, aln_contacting *f) {
  uint32_t i = 0;
  f->date_token = aln_arena_get (st, room, (f->dates->n + 1) * sizeof *f->date_token);
  for (uint32_t d = 0; f->date_token && d < f->dates->n; d++) {
    while (i < f->a->tokens.n && f->t[i].to <= f->dates->at[d].at.from) i++;
    f->date_token[d] = i;
  }
}

void aln_contacts_find (aln_status *st, aln_arena *room, const aln_article *a, const aln_people *p,
                        const aln_parties *actors, const aln_timexes *dates, aln_tellings *out,
                        aln_tellings *refused) {
  aln_contacting f = {
      .a = a, .t = a->tokens.at, .x = a->lexicon, .p = p, .actors = actors, .dates = dates};
  f.triggers = aln_lexicon_kind (f.x, ALN_LIT ("consultations"));
  f.words = aln_lexicon_kind (f.x, ALN_LIT ("consultation_words"));
  f.weekdays = aln_lexicon_kind (f.x, ALN_LIT ("weekdays"));
  f.numbers = aln_number_words_of (f.x);
  f.day = aln_dates_day (a);
  f.here = dateline_place (a, p);
  place_dates (st, room, &f);
  if (!f.triggers) return;
  for (uint32_t s = 0; s < a->sentences.n && *st == ALN_OK; s++) {
    f.begin = f.end;
    while (f.begin < a->tokens.n && f.t[f.begin].from < a->sentences.at[s].from) f.begin++;
    f.end = f.begin;
    while (f.end < a->tokens.n && f.t[f.end].from < a->sentences.at[s].to) f.end++;
    f.sentence = s;
    if (refused || a->blocks.at[a->sentence_blocks.at[s]].kind == ALN_PARAGRAPH)
      read_sentence (st, room, &f, out, refused);
  }
  share_sidelines (out);
}
