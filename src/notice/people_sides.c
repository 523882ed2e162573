/* people_sides.c: in: persons with posts, the lexicon's tenures. Out: their full names, sides and main posts, as far as
   the words beside them and the lexicon tell (casting.h). */
#include "casting.h"

/* -- what tenures know -------------------------------------------------------------------------------- */

static int covers (const aln_casting *f, aln_row row) {
  aln_slice from = get (f, row, "from"), to = get (f, row, "to"), day = f->day;
  if (!day.n) return 1;
  return memcmp (from.p, day.p, from.n < day.n ? from.n : day.n) <= 0 &&
         (!to.n || memcmp (to.p, day.p, to.n < day.n ? to.n : day.n) >= 0);
}

static int is_over (const aln_casting *f, aln_row row) { /* before the article's day */
  aln_slice to = get (f, row, "to"), day = f->day;
  return to.n && (!day.n || memcmp (to.p, day.p, to.n < day.n ? to.n : day.n) <= 0);
}

/* The next row of tenures under the words of this name, after row 'after' (0: the first). */
static uint32_t tenure_after (const aln_casting *f, const aln_person *p, uint32_t entry) {
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

/* The joint body whose post he holds, as the lexicon knows him: the UN's own secretary general. */
static aln_slice side_of_body (const aln_casting *f, const aln_person *p) {
  aln_slice body = p->held.n ? p->held.at[0].side : (aln_slice){"", 0};
  if (!body.n || is_country (body)) return (aln_slice){"", 0};
  for (uint32_t e = tenure_after (f, p, 0); e; e = tenure_after (f, p, e)) {
    aln_row row = aln_lexicon_entry (f->x, e)->row;
    if (aln_same (get (f, row, "side"), body) && !get (f, row, "nation").n) return body;
  }
  return (aln_slice){"", 0};
}

/* A word alone with a post: the only one known to have held it (on the article's day). */
static aln_row only_holder (const aln_casting *f, const aln_person *p) {
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

/* "Biden", who holds no post in the article: the only head of state or government of that family name on its
   day; where the day is not known, at any time. */
static aln_row only_head (const aln_casting *f, const aln_person *p) {
  aln_row found = 0;
  for (uint32_t e = tenure_after (f, p, 0); e; e = tenure_after (f, p, e)) {
    aln_row row = aln_lexicon_entry (f->x, e)->row;
    if (!aln_same (get (f, row, "level"), ALN_LIT ("head")) || !covers (f, row)) continue;
    if (found && !aln_same (get (f, found, "name"), get (f, row, "name"))) return 0;
    found = row;
  }
  return found;
}

static aln_slice side_by_tenure (const aln_casting *f, const aln_person *p) {
  for (uint32_t e = tenure_after (f, p, 0); e; e = tenure_after (f, p, e)) {
    aln_row row = aln_lexicon_entry (f->x, e)->row;
    aln_slice nation = get (f, row, "nation"), side = get (f, row, "side");
    if (nation.n) return nation;
    if (is_country (side)) return side;
  }
  return (aln_slice){"", 0};
}

/* What the person is known to hold on the article's day, 0: nothing. */
static aln_row tenure_of_day (const aln_casting *f, const aln_person *p, aln_slice side) {
  for (uint32_t e = tenure_after (f, p, 0); e && f->day.n; e = tenure_after (f, p, e)) {
    aln_row row = aln_lexicon_entry (f->x, e)->row;
    if (aln_same (get (f, row, "side"), side) && covers (f, row)) return row;
  }
  return 0;
}

/* The day is not known: a post of that side he is known for, such as one named before is called there. */
static aln_row tenure_of_posts (const aln_casting *f, const aln_person *p, aln_slice side,
                                uint32_t post) {
  for (uint32_t e = tenure_after (f, p, 0); e; e = tenure_after (f, p, e)) {
    aln_row row = aln_lexicon_entry (f->x, e)->row;
    if (!aln_same (get (f, row, "side"), side)) continue;
    for (uint32_t k = post; k > 0 && post - k < 8; k--)
      if (aln_same (get (f, row, "office"),
                    aln_counterpart_name (f->x, f->out->posts.at[k - 1].row, side)))
        return row;
  }
  return 0;
}

/* "the ministers met their U.S. and Japanese counterparts, X and Y": only the last side, and the last
   post, stand beside the noun; whose X is and what he holds, the lexicon knows. */
static void settle_own_side (const aln_casting *f, aln_person *p) {
  for (uint32_t i = 0; i < p->held.n; i++) {
    aln_held *h = &p->held.at[i];
    const aln_post *o = &f->out->posts.at[h->post];
    aln_slice side = o->plural && o->counterpart ? side_by_tenure (f, p) : (aln_slice){"", 0};
    aln_row known = side.n ? tenure_of_day (f, p, side) : 0;
    if (side.n && !known) known = tenure_of_posts (f, p, side, h->post);
    if (!side.n || (!known && aln_same (side, h->side))) continue;
    h->side = p->side = side;
    h->office = known ? get (f, known, "office") : aln_counterpart_name (f->x, o->row, side);
  }
}

static void settle_name_and_side (const aln_casting *f, aln_person *p, const aln_name *w) {
  p->name = aln_cut (f->a->text, (aln_span){f->t[p->first].from, f->t[p->last - 1].to});
  if (w->n > 1) settle_own_side (f, p);
  for (uint32_t i = 0; i < p->held.n && !p->side.n; i++) {
    aln_slice sender = f->out->posts.at[p->held.at[i].post].sender;
    if (is_country (sender)) p->side = sender;
  }
  // NOLINTNEXTLINE(clang-analyzer-core.NullDereference): every person has a name
  if (w->n == 1) {
    aln_row row = p->held.n ? only_holder (f, p) : only_head (f, p);
    if (row) {
      p->row = row;
      p->name = get (f, row, "name");
      if (!p->side.n && is_country (get (f, row, "side"))) p->side = get (f, row, "side");
    }
  }
  if (!p->side.n && w->n > 1) p->side = side_of_body (f, p);
  if (!p->side.n && w->n > 1) p->side = side_by_tenure (f, p);
  if (!p->side.n && p->held.n) p->side = p->held.at[0].side;
}

/* Does the article name the country at the end of "Ambassador to South Korea"? */
static int names_country (const aln_casting *f, aln_slice office) {
  const aln_mentions *m = &f->out->mentions;
  for (uint32_t i = 0; i < m->list.n; i++) {
    const aln_mention *c = &m->list.at[i];
    aln_slice name = c->kind == ALN_MENTION_COUNTRY && c->row ? get (f, c->row, "name") : office;
    if (name.n < office.n && office.p[office.n - name.n - 1] == ' ' &&
        memcmp (office.p + office.n - name.n, name.p, name.n) == 0)
      return 1;
  }
  return 0;
}

/* Can a post told so be that of the row: held on the day, over by then, or to come? */
static int fits_day (const aln_casting *f, aln_row row, uint32_t holder) {
  if (holder & ALN_HOLDER_NOMINEE)
    return covers (f, row) || aln_same (get (f, row, "status"), ALN_LIT ("nominee"));
  return holder & ALN_HOLDER_FORMER ? is_over (f, row) : covers (f, row);
}

/* "Acting Minister Kim Seon Ho": which ministry, the lexicon may know. */
static void settle_short_posts (const aln_casting *f, aln_person *p) {
  for (uint32_t i = 0; i < p->held.n; i++) {
    aln_held *h = &p->held.at[i];
    aln_row best = 0, post = f->out->posts.at[h->post].row;
    int speaks = f->day.n && get (f, post, "speaks").n &&
                 aln_same (h->office, get (f, post, "office")); /* "Secretary General Berg" */
    int envoy = aln_same (get (f, post, "takes"), ALN_LIT ("to")) &&
                aln_same (h->office, get (f, post, "office")); /* "Ambassador Goldberg" */
    int several = 0;
    if (!envoy && !speaks && !aln_same (get (f, post, "needs"), ALN_LIT ("name"))) continue;
    for (uint32_t e = tenure_after (f, p, 0); e; e = tenure_after (f, p, e)) {
      aln_row row = aln_lexicon_entry (f->x, e)->row;
      int acting = aln_same (get (f, row, "status"), ALN_LIT ("acting"));
      if (aln_same (get (f, row, "office"), h->office)) { /* no short form of another */
        best = row;
        break;
      }
      if (!has_word (get (f, row, "office"), h->office) || !fits_day (f, row, h->holder)) continue;
      several |= best && !aln_same (get (f, row, "office"), get (f, best, "office"));
      if (!best || acting == ((h->holder & ALN_HOLDER_ACTING) != 0)) best = row;
    }
    if (best && speaks) h->side = get (f, best, "side");
    if (!best || aln_same (h->office, get (f, best, "office"))) continue;
    if (envoy && !f->day.n && (several || !names_country (f, get (f, best, "office")))) continue;
    h->office = get (f, best, "office");
    h->side = get (f, best, "side");
  }
}

/* A post whose country is not said takes it from its holder ("President Biden"). */
void aln_settle_sides_of_posts (const aln_casting *f, aln_person *p) {
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

/* A seat in parliament, beside which a post that it brings is the main one. */
static int is_seat (const aln_casting *f, const aln_held *h) {
  aln_row row = f->out->posts.at[h->post].row;
  return aln_same (get (f, row, "level"), ALN_LIT ("lawmaker")) && !get (f, row, "takes").n;
}

static int leads_party (const aln_casting *f, const aln_held *h) {
  aln_row row = f->out->posts.at[h->post].row;
  return get (f, row, "beside").n || get (f, row, "takes").n ||
         aln_same (get (f, row, "level"), ALN_LIT ("minister"));
}

/* What somebody holds now is the main post, not what he held before; what he leads or heads, not his seat. */
static void settle_main_post (const aln_casting *f, aln_person *p) {
  uint32_t k = 0;
  while (k < p->held.n && (p->held.at[k].holder & ALN_HOLDER_FORMER)) k++;
  if (k == 0 && p->held.n > 1 && is_seat (f, &p->held.at[0]))
    for (k = 1; k < p->held.n; k++)
      if (!(p->held.at[k].holder & ALN_HOLDER_FORMER) && leads_party (f, &p->held.at[k])) break;
  if (k > 0 && k < p->held.n) {
    aln_held now = p->held.at[k];
    for (; k > 0; k--) p->held.at[k] = p->held.at[k - 1];
    p->held.at[0] = now;
  }
}

void aln_settle_knowledge (aln_casting *f) {
  for (uint32_t i = 0; i < f->out->persons.n; i++) {
    if (i < f->names.n) settle_name_and_side (f, &f->out->persons.at[i], &f->names.at[i]);
    settle_main_post (f, &f->out->persons.at[i]);
    settle_short_posts (f, &f->out->persons.at[i]);
    aln_settle_sides_of_posts (f, &f->out->persons.at[i]);
  }
}
