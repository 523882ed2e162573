/* gatherings.c: in: the lexicon table "gatherings": what comes again and again, with the days, numbers and
   places of each time. Out: which of them a text means (happening.h).

       a row      days = "2022-06-28/2022-06-30 #32 Madrid|Spain;…"
       the text   the NATO summit in Madrid      the Madrid Summit      the June 29-30 NATO summit
                  the 32nd NATO summit           the 2022 NATO summit   next month's NATO summit   */
#include "happening.h"

#include "glance.h"

#define GAP 5u      /* tokens between whose summit it is and the word "summit" */
#define SIGHT 12u   /* tokens behind it in which its place or day may be told */
#define NEAR 3u     /* the same for a year */
#define IN_PLACE 6u /* tokens between "in" and the place: "in the Lithuanian capital, …" */
#define CLAUSE 5u   /* tokens between a place, "where" and what is held there */
#define TRIED 200u  /* mentions of gatherings that are looked at in one article */

typedef struct occasion { /* one time that it was held */
  aln_interval days;
  int number; /* 0: not counted */
  aln_slice places;
} occasion;

typedef struct wanted { /* what the text says of it; 0, empty: nothing */
  aln_slice place;
  int number, year, month, day;
  const aln_timex *told; /* the month */
} wanted;

typedef struct naming { /* the words for it */
  aln_row row;
  uint32_t from, to;
  aln_span sentence;
} naming;

static inline aln_slice get (const aln_scene *s, aln_row row, const char *key) {
  return aln_lexicon_get (s->a->lexicon, row, aln_slice_of (key));
}

aln_gatherings aln_gatherings_of (const aln_scene *s) {
  return (aln_gatherings){.scene = s,
                          .kind = aln_lexicon_kind (s->a->lexicon, ALN_LIT ("gatherings"))};
}

/* -- rows ---------------------------------------------------------------------------------------- */

/* The part of *list before the next 'mark', which is taken off. */
static aln_slice cut_off (aln_slice *list, char mark) {
  const char *at = list->n ? memchr (list->p, mark, list->n) : NULL;
  aln_slice head = {list->p, at ? (size_t)(at - list->p) : list->n};
  size_t gone = at ? head.n + 1 : head.n;
  *list = (aln_slice){list->p + gone, list->n - gone};
  return head;
}

static int number_of (aln_slice s) {
  int n = 0;
  for (size_t i = 0; i < s.n && i < 4 && aln_is_digit ((unsigned char)s.p[i]); i++)
    n = n * 10 + (s.p[i] - '0');
  return n;
}

/* Takes the next occasion off the list; 0: no more. */
static int next_occasion (aln_slice *list, occasion *o) {
  aln_slice one, days;
  if (list->n == 0) return 0;
  one = cut_off (list, ';');
  days = cut_off (&one, ' ');
  *o = (occasion){.number = 0};
  if (one.n && one.p[0] == '#') {
    aln_slice number = cut_off (&one, ' ');
    o->number = number_of ((aln_slice){number.p + 1, number.n - 1});
  }
  o->places = one;
  o->days.first = o->days.last = aln_dayno_read (cut_off (&days, '/'));
  if (days.n) o->days.last = aln_dayno_read (days);
  return 1;
}

static int has_place (aln_slice places, aln_slice place) {
  while (places.n)
    if (aln_same (cut_off (&places, '|'), place)) return 1;
  return 0;
}

/* -- what the text says of it --------------------------------------------------------------------- */

/* How many tokens from i on, before 'end', are this place. */
static uint32_t is_place (const aln_scene *s, uint32_t i, uint32_t end, aln_slice place) {
  const aln_token *t = s->a->tokens.at;
  uint32_t to = t[i].from + (uint32_t)place.n;
  if (to > t[end - 1].to || memcmp (s->a->text.p + t[i].from, place.p, place.n) != 0) return 0;
  for (uint32_t k = i; k < end && t[k].to <= to; k++)
    if (t[k].to == to) return k + 1 - i;
  return 0;
}

/* A place of the series that begins at token i: its tokens, 0: none. Places begin behind ' ' or '|', with
   a capital, as nothing else of the list does. */
static uint32_t place_at (const aln_scene *s, aln_row row, uint32_t i, uint32_t end,
                          aln_slice *place) {
  aln_slice list = get (s, row, "days");
  const char *at = list.p, *stop = list.p + list.n;
  char first = i < end ? aln_first_byte (s->a, i) : 0;
  if (!aln_is_upper ((unsigned char)first)) return 0;
  while (at < stop && (at = memchr (at, first, (size_t)(stop - at)))) {
    aln_slice rest = {at, (size_t)(stop - at)}, one;
    uint32_t len;
    at++;
    if (rest.p == list.p || (rest.p[-1] != ' ' && rest.p[-1] != '|')) continue;
    one = cut_off (&rest, ';');
    one = cut_off (&one, '|');
    if (!(len = is_place (s, i, end, one))) continue;
    *place = one;
    return len;
  }
  return 0;
}

/* Is the token a word with this field? */
static int field_at (const aln_scene *s, uint32_t i, const char *key, aln_row *row) {
  return s->words && s->a->tokens.at[i].word &&
         aln_lexicon_longest_with (s->a->lexicon, s->a->tokens.at + i, 1, s->words,
                                   aln_slice_of (key), row) > 0;
}

/* "the Vilnius | NATO summit": the place right before it. */
static void place_before (const aln_scene *s, naming *n, uint32_t floor, wanted *w) {
  for (uint32_t len = 1; len <= 3 && n->from >= floor + len && !w->place.n; len++)
    if (place_at (s, n->row, n->from - len, n->from, &w->place) == len) n->from -= len;
    else w->place.n = 0;
}

/* "to Riga, where | the NATO summit", "is in Riga with his minister for | a NATO summit" */
static void place_of_clause (const aln_scene *s, const naming *n, uint32_t floor, wanted *w) {
  uint32_t i = n->from;
  aln_row row = 0;
  int strict;
  while (i > floor && n->from - i < CLAUSE && !field_at (s, i, "there", &row)) i--;
  if (i == n->from || !row) return;
  strict = aln_same (get (s, row, "there"), ALN_LIT ("for"));
  for (uint32_t k = i; k > floor && i - k < CLAUSE && !w->place.n; k--)
    if (!strict || (k > floor + 1 && field_at (s, k - 2, "where", &row)))
      place_at (s, n->row, k - 1, i, &w->place);
}

/* "NATO Vilnius Summit" */
static void place_within (const aln_scene *s, const naming *n, wanted *w) {
  for (uint32_t i = n->from; i < n->to && !w->place.n; i++)
    place_at (s, n->row, i, n->to, &w->place);
}

/* "summit | next month in the Lithuanian capital Vilnius" */
static void place_behind (const aln_scene *s, naming *n, uint32_t end, wanted *w) {
  uint32_t in = 0;
  aln_row row;
  if (end > n->to + SIGHT) end = n->to + SIGHT;
  for (uint32_t i = n->to; i < end && !w->place.n; i++) {
    uint32_t len;
    if (field_at (s, i, "where", &row)) in = i + 1;
    if (!in || i > in + IN_PLACE || !(len = place_at (s, n->row, i, end, &w->place))) continue;
    n->to = i + len;
  }
}

/* 32 of "the 32nd", right before it. */
static int ordinal (const aln_scene *s, const naming *n, uint32_t floor) {
  return n->from > floor ? aln_scene_ordinal (s, n->from) : 0;
}

/* What a date says of the day it was held on; relative ones (next month) are placed by others. */
static void read_date (const aln_timex *x, uint32_t away, wanted *w) {
  if (x->how == ALN_HOW_STATED && x->year && x->unit <= ALN_YEAR && away <= NEAR && !w->year) {
    w->year = x->year;
    w->month = x->month;
    w->day = x->day;
  } else if (x->how == ALN_HOW_NEAREST && x->month && !x->by && !w->month) {
    w->month = x->month;
    w->day = x->day;
    w->told = x;
  }
}

/* Dates right before it, and behind it in its clause. */
static void read_dates (const aln_scene *s, naming *n, uint32_t floor, uint32_t end, wanted *w) {
  const aln_token *t = s->a->tokens.at;
  uint32_t from = n->from > floor + 2 * NEAR ? n->from - 2 * NEAR : floor;
  uint32_t to = end > n->to + SIGHT ? n->to + SIGHT : end;
  for (uint32_t k = aln_scene_date (s, t[from].from);
       k < s->dates->n && s->dates->at[k].at.from < t[to - 1].to; k++) {
    const aln_timex *x = &s->dates->at[k];
    uint32_t i = aln_scene_token (s, x->at.from), last = aln_scene_token (s, x->at.to - 1) + 1;
    if (last <= n->from && n->from - last > 1) continue;
    read_date (x, i >= n->to ? i - n->to : 0, w);
    if (last <= n->from && w->month && x->month == w->month) n->from = i;
  }
}

/* -- which one is meant --------------------------------------------------------------------------- */

static int is_meant (const occasion *o, const wanted *w) {
  aln_date first = aln_date_of (o->days.first), last = aln_date_of (o->days.last);
  if (w->place.n && !has_place (o->places, w->place)) return 0;
  if (w->number && o->number != w->number) return 0;
  if (w->year && first.year != w->year) return 0;
  if (w->month && first.month != w->month && last.month != w->month) return 0;
  if (w->day) {
    aln_dayno day = aln_dayno_of (first.year, w->month, w->day);
    return day >= o->days.first - 1 && day <= o->days.last + 1;
  }
  return 1;
}

static int says_which (const wanted *w) { return w->place.n || w->number || w->year || w->month; }

/* Before the first and after the last that the lexicon has, there were others. */
static void collect (aln_status *st, const aln_scene *s, aln_row row, const wanted *w,
                     aln_happening *h) {
  aln_slice list = get (s, row, "days");
  occasion o;
  h->known.first = ALN_DAY_MAX;
  while (next_occasion (&list, &o)) {
    if (o.days.first == ALN_NO_DAY) continue;
    if (h->known.first > o.days.first) h->known.first = o.days.first;
    h->known.last = o.days.last;
    if (is_meant (&o, w)) aln_intervals_add (st, s->room, &h->days, o.days.first, o.days.last);
  }
}

static uint32_t settle (aln_status *st, const aln_scene *s, naming *n, uint32_t start, uint32_t end,
                        aln_happening *h) {
  wanted w = {.number = 0};
  uint32_t floor = aln_scene_token (s, n->sentence.from), noun = n->to;
  place_within (s, n, &w);
  if (!w.place.n) place_before (s, n, floor, &w);
  w.number = ordinal (s, n, floor);
  if (!w.place.n) place_behind (s, n, end, &w);
  if (!w.place.n) place_of_clause (s, n, floor, &w);
  read_dates (s, n, floor, end, &w);
  *h = (aln_happening){.from = start, .to = n->to, .begins = n->from, .sentence = n->sentence};
  h->grade = get (s, n->row, "grade");
  h->listed = h->named = h->again = 1;
  h->noun = noun;
  h->told = w.told;
  h->beside = get (s, n->row, "beside").n > 0;
  h->foreseen = number_of (get (s, n->row, "foreseen"));
  collect (st, s, n->row, &w, h);
  h->any = h->days.n > 1 || !says_which (&w);
  h->which = says_which (&w);
  return h->days.n ? n->to - start : 0;
}

/* -- the words for it ----------------------------------------------------------------------------- */

/* Whose it is, where the phrase is any country's: that of the name right before it, or the only one
   of the sentence. */
static int is_of_side (const aln_scene *s, const naming *n, aln_slice side) {
  uint32_t i = aln_scene_token (s, n->sentence.from), end = aln_scene_token (s, n->sentence.to);
  const aln_mention *m = NULL;
  int found = 0;
  for (uint32_t back = 1; back <= 2 && n->from >= i + back; back++)
    if ((m = aln_mention_at (&s->people->mentions, n->from - back)) && aln_mention_side (s->a, m).n)
      return aln_same (aln_mention_side (s->a, m), side);
  if (n->from > i + 40) i = n->from - 40;
  if (end > n->from + 40) end = n->from + 40;
  for (; i < end; i++) {
    aln_slice one;
    if (!(m = aln_mention_at (&s->people->mentions, i))) continue;
    one = aln_mention_side (s->a, m);
    if (one.n && !aln_same (one, side)) return 0;
    found |= one.n > 0;
  }
  return found;
}

/* The row of the phrase [from, to) that is meant: phrases of any country go by the country. */
static aln_row row_of (const aln_scene *s, aln_kind kind, const naming *n) {
  const aln_lexicon *x = s->a->lexicon;
  aln_node node = ALN_ROOT;
  for (uint32_t i = n->from; i < n->to; i++)
    node = aln_lexicon_step (x, node, s->a->tokens.at[i].word);
  for (uint32_t e = aln_lexicon_entries (x, node); e; e = aln_lexicon_entry (x, e)->next) {
    aln_row row = aln_lexicon_entry (x, e)->row;
    aln_slice side;
    if (aln_lexicon_entry (x, e)->kind != kind) continue;
    side = get (s, row, "side");
    if (!side.n || is_of_side (s, n, side)) return row;
  }
  return 0;
}

/* The noun ("summit") at token i, of the series' class: its tokens, 0: none. */
static uint32_t noun_at (const aln_scene *s, uint32_t i, uint32_t end, aln_slice class) {
  aln_row row;
  uint32_t len = !s->words || !s->a->tokens.at[i].word
                     ? 0
                     : aln_lexicon_longest_with (s->a->lexicon, s->a->tokens.at + i, end - i,
                                                 s->words, ALN_LIT ("gathering"), &row);
  return len && aln_same (get (s, row, "gathering"), class) ? len : 0;
}

/* Is token i of somebody else's name, or does a clause end there? */
static int is_other_name (const aln_scene *s, uint32_t i) {
  const aln_token *t = &s->a->tokens.at[i];
  aln_row row;
  if (t->shape == ALN_SHAPE_LOWER || aln_is_possessive (s->a, i)) return 0;
  if (t->kind == ALN_TOKEN_MARK) return !aln_is_mark (s->a, i, '(') && !aln_is_mark (s->a, i, ')');
  return t->kind != ALN_TOKEN_NUMBER && !field_at (s, i, "adds", &row);
}

/* "NATO | leaders at their summit": from whose it is to the noun; nobody else's name between. */
static int noun_behind (const aln_scene *s, naming *n, uint32_t end, aln_slice class) {
  uint32_t i = n->to;
  aln_slice place;
  while (i < end && i <= n->to + GAP) {
    uint32_t len = noun_at (s, i, end, class);
    if (len) {
      n->to = i + len;
      return 1;
    }
    len = place_at (s, n->row, i, end, &place);
    if (!len && is_other_name (s, i)) return 0;
    i += len ? len : 1;
  }
  return 0;
}

static void remember (aln_gatherings *g, aln_row row) {
  for (uint32_t i = 0; i < g->n; i++)
    if (g->seen[i] == row) return;
  if (g->n < ALN_GATHERINGS_MAX) g->seen[g->n++] = row;
}

/* "the Vilnius Summit", where the series has been named before. */
static int short_name (const aln_gatherings *g, uint32_t i, uint32_t end, uint32_t floor,
                       naming *n) {
  for (uint32_t k = 0; k < g->n; k++) {
    uint32_t len = noun_at (g->scene, i, end, get (g->scene, g->seen[k], "needs"));
    wanted w = {.number = 0};
    *n = (naming){.row = g->seen[k], .from = i, .to = i + len, .sentence = n->sentence};
    if (!len) continue;
    place_before (g->scene, n, floor, &w);
    if (w.place.n) return 1;
  }
  return 0;
}

/* The name of a series, or of whose it is, that begins at token i. */
static int long_name (aln_gatherings *g, uint32_t i, uint32_t end, naming *n) {
  const aln_scene *s = g->scene;
  aln_row row;
  aln_slice needs;
  uint32_t len = aln_lexicon_longest (s->a->lexicon, s->a->tokens.at + i, end - i, g->kind, &row);
  if (!len || g->tried++ > TRIED) return 0;
  n->from = i;
  n->to = i + len;
  if (!(n->row = row_of (s, g->kind, n))) return 0;
  needs = get (s, n->row, "needs");
  if (!needs.n) return 1;
  if (aln_is_glued_hyphen (s->a, n->to)) return 0; /* somebody's with it */
  remember (g, n->row);
  return noun_behind (s, n, end, needs);
}

uint32_t aln_gathering_at (aln_status *st, aln_gatherings *g, uint32_t i, uint32_t end,
                           aln_happening *h) {
  const aln_scene *s = g->scene;
  naming n = {.sentence = h->sentence};
  if (!g->kind || !s->a->tokens.at[i].word) return 0;
  if (!long_name (g, i, end, &n) &&
      !(g->n && short_name (g, i, end, aln_scene_token (s, h->sentence.from), &n)))
    return 0;
  return settle (st, s, &n, i, end, h);
}
