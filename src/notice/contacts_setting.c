/* contacts_setting.c: in: dates, places and words around a contact. Out: its day, duration, place and
   topic (contacting.h). */
#include "contacting.h"

#define SAME_MOST 14u   /* tokens around a contact in which "the same day" is of it */
#define DATE_MOST 60u   /* tokens between a contact and its date */
#define SPEAKER_MOST 8u /* tokens of a name between "said" and its day */
#define CLAUSE_MOST 8u  /* tokens between "who" and a day in its clause */
#define OPENS_COST                                                                                 \
  10u /* of a day with which the sentence begins, however long the names behind it */
#define BEGIN_MOST 3u  /* tokens of "On next Friday," before the day */
#define LASTS_MOST 20u /* tokens between a contact and its last day */
#define SHIFT_MOST 60  /* days of "ten days before" */
#define AHEAD_MOST 12u /* tokens from the beginning of a sentence that may say where */

/* "said on Friday", "reported Yonhap on Friday": the day of the saying. */
static int is_of_speech (const aln_contacting *f, uint32_t i) {
  uint32_t least = i > f->begin + SPEAKER_MOST ? i - SPEAKER_MOST : f->begin;
  aln_row row;
  if (i > f->begin && word (f, i - 1, "frame", &row) == 1) i--;
  while (i > least && !word (f, i - 1, "speech", &row) && f->t[i - 1].kind == ALN_TOKEN_WORD &&
         f->t[i - 1].shape != ALN_SHAPE_LOWER)
    i--;
  return i > f->begin && word (f, i - 1, "speech", &row) == 1;
}

/* Does the sentence begin with the date at token i? */
static int is_opening (const aln_contacting *f, uint32_t i) {
  if (i > f->begin + BEGIN_MOST) return 0;
  for (uint32_t k = f->begin; k < i; k++)
    if (actor_at (f, k)) return 0; /* "X on Friday" */
  return 1;
}

/* "spoke on Monday about Putin's planned visit": before what is only told of stands the day of
   something else, unless the sentence begins with it, or its own words hold it. */
static int is_of_something_else (const aln_telling *c, const aln_contacting *f, uint32_t i,
                                 uint32_t lead) {
  aln_row row;
  if (c->status == ALN_HELD || i >= c->head || word_before (f, lead, "status", &row) != lead)
    return 0;
  if (!c->sure && word (f, c->head - 1, "pairs", &row)) return 0; /* "to go on Monday and meet" */
  if (!is_opening (f, i)) return 1;
  for (uint32_t k = i; k < c->head; k++)
    if (word (f, k, "speech", &row)) return 1;
  return 0;
}

/* "Colby, who arrived on Sunday, met": does the token stand in a clause of its own? */
static int is_in_clause (const aln_contacting *f, uint32_t i) {
  uint32_t least = i > f->begin + CLAUSE_MOST ? i - CLAUSE_MOST : f->begin;
  aln_row row;
  for (; i > least && !is_mark (f, i - 1, ','); i--)
    if (word (f, i - 1, "aside", &row)) return 1;
  return 0;
}

/* What a trigger at token i costs, where one stands between a contact and a date. */
static uint32_t trigger_cost (const aln_contacting *f, uint32_t i, int aside) {
  aln_row row;
  if (!aln_lexicon_longest (f->x, f->t + i, 1, f->triggers, &row) || get (f, row, "alone").n)
    return 0;
  if (aside || (is (f, row, "part", "verb") && word_before (f, i, "status", &row) != i)) return 60;
  return get (f, row, "plural").n ? 45 : 20; /* several are told of by the way */
}

/* How far a date stands from the contact; what leads elsewhere, or another contact, puts it off. What
   stands in a clause of its own ("…, who was there,") does so until a comma ends it. */
static uint32_t date_cost (const aln_contacting *f, uint32_t from, uint32_t to, uint32_t lead) {
  int opens = lead <= from && is_opening (f, from); /* "On Friday, X, Y and Z met" */
  uint32_t cost = opens ? OPENS_COST : to - from, aside = 0, marks = 0;
  aln_row row;
  if (to - from > DATE_MOST) return UINT32_MAX;
  for (uint32_t i = from; i < to; i++) {
    if (is_mark (f, i, ',') && !opens) {
      cost += 8;
      marks++;
      aside = 0;
    }
    if (word (f, i, "away", &row)) cost += 60;
    if (lead > from && word (f, i, "aside", &row) && !word (f, i + 1, "after", &row)) aside += 45;
    if (i > from && i + 1 < to) *(aside ? &aside : &cost) += trigger_cost (f, i, aside > 0);
  }
  if (lead > f->begin && word (f, lead - 1, "away", &row)) cost += 60;
  if (is_of_speech (f, lead)) cost += 30;
  if (lead <= from && marks && is_in_clause (f, lead)) cost += 45;
  return cost + aside;
}

/* "since March, when Yoon met": the clause of that day begins with who acts. */
static int is_when (const aln_contacting *f, uint32_t i, uint32_t first) {
  if (is_mark (f, i, ',')) i++;
  return i < f->end && first >= i && first <= i + 4 &&
         aln_same (aln_token_text (f->a, i), ALN_LIT ("when"));
}

/* The first date that is near enough to belong to what begins at token i. */
static uint32_t date_near (const aln_contacting *f, uint32_t i) {
  return date_from (f, i > f->begin + DATE_MOST ? i - DATE_MOST : f->begin);
}

static void settle_date (aln_telling *c, const aln_contacting *f) {
  uint32_t best = 55;
  for (uint32_t d = date_near (f, c->from); d < f->dates->n && f->date_token[d] < f->end; d++) {
    const aln_timex *x = &f->dates->at[d];
    uint32_t i = f->date_token[d], lead = i, cost;
    if (i > c->to + DATE_MOST) return;
    aln_row row;
    if (x->type != ALN_DATE && x->type != ALN_TIME) continue;
    if (x->how == ALN_HOW_VAGUE || !x->value[0]) continue;
    while (lead > f->begin && word (f, lead - 1, "article", &row) == 1) lead--;
    if (i >= c->to && word_before (f, lead, "lasts", &row) != lead) { /* "runs through Aug. 30" */
      if (i <= c->to + LASTS_MOST && !c->until) c->until = x;
      continue;
    }
    if (is_of_something_else (c, f, i, lead)) continue;
    if (c->status != ALN_HELD && is_of_speech (f, lead)) continue;
    if (c->past && c->status == ALN_HELD && f->day != ALN_NO_DAY && x->first != ALN_NO_DAY &&
        x->first > f->day + 1)
      continue;
    cost = i >= c->to                                ? date_cost (f, c->to, i, lead)
           : is_when (f, behind (f, i, x), c->first) ? 0
                                                     : date_cost (f, i, c->from, lead);
    if (i < c->from && cost < UINT32_MAX) cost += 6;
    if (cost >= best) continue;
    best = cost;
    c->date = x;
  }
}

/* "on Monday, a day before they sit down": so many days from the day named before; 0: no such words. */
static int settle_distance (aln_telling *c, const aln_contacting *f) {
  uint32_t i = strncmp (c->rule, "verb", 4) == 0 ? c->first : c->head, at, d;
  const aln_timex *x;
  aln_row row;
  at = word_before (f, i, "frame", &row);
  if (at == i || !get (f, row, "away").n) return 0;
  d = date_from (f, at);
  if (d < 2 || f->date_token[d - 2] < f->begin) return 0;
  x = &f->dates->at[d - 1];
  if (x->type != ALN_DURATION || x->by <= 0 || x->by > SHIFT_MOST || x->by_unit != ALN_UNIT_DAY ||
      behind (f, f->date_token[d - 1], x) != at)
    return 0;
  x = &f->dates->at[d - 2];
  if (x->type != ALN_DATE || x->first == ALN_NO_DAY || x->first != x->last) return 0;
  c->date = x;
  c->shift = f->dates->at[d - 1].by;
  if (!is (f, row, "frame", "ahead")) c->shift = -c->shift;
  return 1;
}

/* "He goes on to Seoul on Wednesday": a present that tells of a weekday means the next one. */
static void settle_next_weekday (aln_telling *c, const aln_contacting *f) {
  const aln_timex *x = c->date;
  uint32_t i = x ? f->date_token[x - f->dates->at] : 0;
  aln_row row;
  if (!x || !c->present || c->shift || f->day == ALN_NO_DAY || x->first != x->last) return;
  if (x->first >= f->day || f->day - x->first > 6 || behind (f, i, x) != i + 1) return;
  if (aln_lexicon_longest (f->x, f->t + i, 1, f->weekdays, &row) == 1) c->shift = 7;
}

/* "earlier in the day": the day that was named last. */
static void settle_same_day (aln_telling *c, const aln_contacting *f) {
  uint32_t from = c->from > f->begin + SAME_MOST ? c->from - SAME_MOST : f->begin;
  uint32_t most = c->last + SAME_MOST < f->end ? c->last + SAME_MOST : f->end, d, tried = 0;
  aln_row row;
  while (from < most && !word (f, from, "sameday", &row)) from++;
  if (from == most) return;
  for (d = date_from (f, c->from); d > 0 && tried < 16; d--, tried++) {
    const aln_timex *x = &f->dates->at[d - 1];
    if (x->first == ALN_NO_DAY || x->first != x->last) continue;
    if (c->status == ALN_HELD && f->day != ALN_NO_DAY && x->first > f->day) continue;
    c->date = x;
    return;
  }
}

/* "arrived on Sunday after a two-day visit to …" */
static int is_led_away (const aln_contacting *f, uint32_t from, uint32_t to) {
  aln_row row;
  for (uint32_t i = from; i < to; i++)
    if (word (f, i, "away", &row)) return 1;
  return 0;
}

static void settle_duration (aln_telling *c, const aln_contacting *f) {
  int short_one = c->kind == ALN_CALL || c->kind == ALN_MEETING || c->kind == ALN_TALKS;
  aln_row row;
  for (uint32_t d = date_near (f, c->from); d < f->dates->n && f->date_token[d] < f->end; d++) {
    const aln_timex *x = &f->dates->at[d];
    uint32_t i = f->date_token[d];
    if (i > c->to + 8) return;
    if (x->type != ALN_DURATION || x->by <= 0 || x->direction || x->by_unit >= ALN_YEAR) continue;
    if (i + 8 < c->from || word (f, behind (f, i, x), "away", &row)) continue; /* "a week before" */
    if (is_led_away (f, c->to, i)) return;
    if (short_one != (x->by_unit < ALN_UNIT_DAY)) continue;
    c->duration = x;
    return;
  }
}

/* "stopped in New York, where she met": right before the clause. */
static const aln_mention *place_of_clause (const aln_telling *c, const aln_contacting *f) {
  uint32_t i = c->first;
  const aln_mention *m;
  for (uint32_t k = i; k < c->head; k++)
    if (is_mark (f, k, ',')) return NULL;
  if (i < f->begin + 3 || !aln_same (aln_token_text (f->a, i - 1), ALN_LIT ("where"))) return NULL;
  m = aln_mention_at (&f->p->mentions, i - (is_mark (f, i - 2, ',') ? 3 : 2));
  return m && (m->kind == ALN_MENTION_PLACE || m->kind == ALN_MENTION_COUNTRY) ? m : NULL;
}

/* "In Tokyo on Friday, Kim met": where the sentence begins with it. */
static void place_ahead (aln_telling *c, const aln_contacting *f) {
  uint32_t most = c->first < f->begin + AHEAD_MOST ? c->first : f->begin + AHEAD_MOST;
  aln_row row;
  if (c->first < f->begin + 3) return;
  c->place = place_of_clause (c, f);
  if (c->place || strcmp (c->rule, "verb") != 0) return;
  for (uint32_t i = f->begin + 1; i < most; i++) {
    const aln_mention *m = aln_mention_at (&f->p->mentions, i);
    if (!m || m->from != i || m->kind != ALN_MENTION_PLACE) continue;
    if (word_before (f, i, "frame", &row) != i - 1 || !is (f, row, "frame", "in")) continue;
    c->place = m;
    return;
  }
}

/* "in Nepal's power sector", "in the U.S.-India partnership": no place, but whose. */
static int owns (const aln_contacting *f, const aln_mention *m) {
  return is_possessive (f, m->to) || is_mark (f, m->to, '-');
}

/* Does the token before i end what a place can stand behind: a name, a day, "talks", "closely"? */
static int ends_contact (const aln_contacting *f, uint32_t i) {
  uint32_t d = date_from (f, i);
  const aln_token *t = &f->t[i - 1];
  const char *end = f->a->text.p + t->to;
  aln_row row;
  if (t->kind != ALN_TOKEN_WORD || t->shape != ALN_SHAPE_LOWER || actor_at (f, i - 1)) return 1;
  if (d && behind (f, f->date_token[d - 1], &f->dates->at[d - 1]) == i) return 1;
  if (aln_lexicon_longest (f->x, t, 1, f->triggers, &row)) return 1;
  return t->to - t->from > 4 && end[-2] == 'l' && end[-1] == 'y';
}

/* "to discuss peace in the Middle East": behind words that lead away a place is another noun's. */
static int is_of_contact (const aln_telling *c, const aln_contacting *f, uint32_t i) {
  aln_row row;
  if (i <= c->last || ends_contact (f, i)) return 1;
  for (uint32_t k = c->last; k < i; k++) {
    int leads;
    k += word (f, k, "sideline", &row); /* "on the sidelines of a gathering in" is where they met */
    leads = word (f, k, "leads", &row) && !get (f, row, "where").n && !date_at (f, k + 1);
    if (leads || is_mark (f, k, ',') || word (f, k, "topic", &row)) return 0;
  }
  return 1;
}

static void settle_place (aln_telling *c, const aln_contacting *f) {
  uint32_t most = c->last + 16 < f->end ? c->last + 16 : f->end;
  const aln_mention *body = NULL;
  aln_row row;
  if (c->place || c->kind == ALN_CALL) return;
  for (uint32_t i = c->to; i < most; i++) {
    const aln_mention *m = aln_mention_at (&f->p->mentions, i);
    uint32_t lead = i, frame;
    if (is_mark (f, i, ';') || word (f, i, "away", &row)) break;
    if (!m || m->from != i) continue;
    while (lead > f->begin && word (f, lead - 1, "article", &row) == 1) lead--;
    lead = word_before (f, lead, "town", &row);
    while (lead > f->begin && word (f, lead - 1, "article", &row) == 1) lead--;
    frame = word_before (f, lead, "where", &row);
    if (frame == lead || lead - frame != 1 || !is_of_contact (c, f, frame) ||
        (c->kind != ALN_VISIT && owns (f, m)))
      continue;
    if (m->kind == ALN_MENTION_BODY && !body) body = m;
    if (m->kind != ALN_MENTION_PLACE && m->kind != ALN_MENTION_COUNTRY) continue;
    c->place = m;
    return;
  }
  c->place = body;
  if (!body) place_ahead (c, f);
}

/* "discussed X", "on X": up to the next mark. */
static void settle_topic (aln_telling *c, const aln_contacting *f) {
  uint32_t most = c->last + 12 < f->end ? c->last + 12 : f->end;
  aln_row row;
  for (uint32_t i = c->last; i < most; i++) {
    uint32_t len = word (f, i, "topic", &row), k;
    if (f->t[i].kind == ALN_TOKEN_MARK && !is_mark (f, i, ',')) return;
    if (!len || date_at (f, i + len) || i + len >= f->end) continue;
    if (get (f, row, "near").n && (i != c->last || c->kind == ALN_VISIT)) continue;
    if (word (f, i, "sideline", &row)) return;
    for (k = i + len; k < f->end && k < i + 16 && f->t[k].kind != ALN_TOKEN_MARK; k++)
      if (date_at (f, k) || word (f, k, "away", &row)) break;
    if (word_before (f, k, "leads", &row) != k) k = word_before (f, k, "leads", &row);
    if (k <= i + len) continue;
    c->topic = (aln_span){f->t[i + len].from, f->t[k - 1].to};
    return;
  }
}

void aln_settle_setting (aln_telling *c, const aln_contacting *f) {
  if (!settle_distance (c, f)) settle_date (c, f);
  settle_next_weekday (c, f);
  if (!c->date) settle_same_day (c, f);
  settle_duration (c, f);
  settle_place (c, f);
  settle_topic (c, f);
}
