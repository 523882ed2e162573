/* furniture.c: in: the page. Out: boilerplate (furniture.h). A lexicon row's 'where' says how its
   phrases count: "line" (a line made of such phrases, marks and numbers only), "section" (the same,
   and what follows is its own), "start", "end", "any" (somewhere in a line that is not running
   text), "tag" (at the head or the end of another unit, in brackets or not). */
#include "furniture.h"

#include "../base/fold.h"
#include "../base/limits.h"

#define NARRATIVE (ALN_SIGN_PAST | ALN_SIGN_SAYING) /* notices stand in the present tense */
#define ANY_MAX 45u   /* words of a line in which a phrase counts wherever it stands */
#define START_MAX 40u /* words of a line that begins with one */

/* The longest phrase here, if it counts in this way. */
static aln_row row_where (const aln_page *p, uint32_t i, uint32_t to, const char *where,
                          uint32_t *n) {
  aln_row row = 0;
  *n = aln_page_phrase (p, i, to, p->furniture, &row);
  return *n ? aln_page_row (p, i, *n, p->furniture, "where", where) : 0;
}

static aln_row row_at (const aln_page *p, uint32_t i, uint32_t to, uint32_t *n) {
  aln_row row = 0;
  *n = aln_page_phrase (p, i, to, p->furniture, &row);
  return *n ? row : 0;
}

/* "Comments0": a word with its count glued to it. */
static aln_row counted_word (const aln_page *p, uint32_t i) {
  const aln_token *t = &p->t[i];
  char folded[64];
  size_t n = t->to - t->from, k = n;
  aln_node at;
  const char *s = p->text.p + t->from;
  while (k > 0 && aln_is_digit ((unsigned char)s[k - 1])) k--;
  if (k == n || k == 0 || k > sizeof folded) return 0;
  n = aln_fold ((aln_slice){s, k}, folded, sizeof folded);
  at = aln_lexicon_step (p->x, ALN_ROOT, aln_lexicon_word (p->x, (aln_slice){folded, n}));
  for (uint32_t e = at ? aln_lexicon_entries (p->x, at) : 0; e;
       e = aln_lexicon_entry (p->x, e)->next)
    if (aln_lexicon_row_kind (p->x, aln_lexicon_entry (p->x, e)->row) == p->furniture)
      return aln_lexicon_entry (p->x, e)->row;
  return 0;
}

/* One step along a line of furniture: its tokens, 0 where something else stands. *row: its phrase. */
static uint32_t line_step (const aln_page *p, uint32_t i, uint32_t to, aln_row *row) {
  uint32_t n = 0;
  *row = row_at (p, i, to, &n);
  if (*row && aln_page_is (p, *row, "where", "any")) return 0;
  if (*row) return n;
  *row = counted_word (p, i);
  if (*row) return 1;
  if (aln_page_mark (p, i)) return aln_page_mark (p, i) != '"';
  return p->t[i].kind == ALN_TOKEN_NUMBER || p->t[i].kind == ALN_TOKEN_MARK;
}

/* The first row of a line that is made of furniture only (a section's opener before all others); 0:
   it is not. */
static aln_row whole_line (const aln_page *p, uint32_t from, uint32_t to) {
  aln_row first = 0, section = 0;
  for (uint32_t i = from, n; i < to; i += n) {
    aln_row row;
    n = line_step (p, i, to, &row);
    if (n == 0) return 0;
    if (!first) first = row;
    if (row && !section) section = aln_page_row (p, i, n, p->furniture, "where", "section");
  }
  return section ? section : first;
}

/* A phrase at the line's start, or anywhere, that makes the whole line furniture. */
static aln_row partly (aln_page *p, const aln_unit *u) {
  uint32_t n, i = u->from;
  aln_row row;
  while (i < u->to && aln_page_mark (p, i)) i++;
  row = i < u->to ? row_where (p, i, u->to, "start", &n) : 0;
  if (row && u->words <= START_MAX) return row;
  if (u->words > ANY_MAX || (u->words >= 15 && (u->signs & NARRATIVE))) return 0;
  for (; i < u->to; i++) {
    if (!(aln_page_signs (p, p->t[i].word) & ALN_SIGN_ROOT)) continue;
    row = row_where (p, i, u->to, "any", &n);
    if (row) return row;
  }
  return 0;
}

static int is_story (const aln_unit *u) { /* said, and long enough to be somebody's sentence */
  return u->words >= 10 && u->stop && (u->signs & ALN_SIGN_SAYING);
}

static int no_letters (const aln_unit *u) {
  return u->words == 0 && u->numbers == 0 && !(u->signs & ALN_SIGN_LINK);
}

static aln_slice address_reason (const aln_page *p, const aln_unit *u) {
  aln_slice s = aln_page_cut (p, u->from, u->to);
  return memchr (s.p, '@', s.n) ? ALN_LIT ("e-mail") : ALN_LIT ("link");
}

static int other_script (const aln_unit *u) { return u->eastern * 2 > u->words; }

/* A page in Latin letters: only there is a line of Hangul strange. */
static int is_latin (const aln_page *p) {
  uint64_t words = 0, eastern = 0;
  for (uint32_t k = 0; k < p->units.n; k++) {
    words += p->units.at[k].words;
    eastern += p->units.at[k].eastern;
  }
  return eastern * 4 < words;
}

/* "int/khz", "ks/sha": the initials of a desk, alone on a line. */
static int is_initials (const aln_page *p, const aln_unit *u) {
  const aln_token *t = &p->t[u->from];
  if (u->to - u->from != 3 || aln_page_mark (p, u->from + 1) != '/') return 0;
  for (int i = 0; i < 3; i += 2)
    if (t[i].kind != ALN_TOKEN_WORD || t[i].shape != ALN_SHAPE_LOWER || t[i].to - t[i].from > 5)
      return 0;
  return (t[1].flags & t[2].flags & ALN_TOKEN_GLUED) != 0;
}

static int ends_in_slashes (const aln_page *p, const aln_unit *u) {
  const aln_token *t = &p->t[u->to - 1];
  return aln_page_mark (p, u->to - 1) == '/' && t->to - t->from >= 3;
}

/* "int/sk/": a desk's slug. */
static int is_slug (const aln_page *p, const aln_unit *u) {
  uint32_t slashes = 0;
  if (u->to - u->from < 4 || u->to - u->from > 12 || u->capitals || !u->words) return 0;
  for (uint32_t i = u->from; i < u->to; i++) {
    if (i > u->from && !(p->t[i].flags & ALN_TOKEN_GLUED)) return 0;
    slashes += aln_page_mark (p, i) == '/';
  }
  return slashes >= 2 && !(u->signs & ALN_SIGN_LINK);
}

static int address_only (const aln_unit *u) {
  return (u->signs & ALN_SIGN_LINK) && u->words <= 8 && !u->stop;
}

static void look (aln_page *p, aln_unit *u, int latin) {
  aln_row row = u->words <= ANY_MAX ? whole_line (p, u->from, u->to) : 0;
  if (row) {
    u->section = (uint8_t)aln_page_is (p, row, "where", "section");
    aln_page_drop (u, aln_page_get (p, row, "reason"), "furniture line");
  } else if (no_letters (u)) aln_page_drop (u, ALN_LIT ("divider"), "marks only");
  else if ((ends_in_slashes (p, u) && u->words <= START_MAX) || is_slug (p, u))
    aln_page_drop (u, ALN_LIT ("tag"), "slug line");
  else if (u->words == 0 && (u->signs & ALN_SIGN_LINK))
    aln_page_drop (u, address_reason (p, u), "address only");
  else if (is_initials (p, u)) aln_page_drop (u, ALN_LIT ("desk"), "initials of a desk");
  else if (latin && other_script (u)) aln_page_drop (u, ALN_LIT ("language"), "other script");
  else if (!is_story (u) && (row = partly (p, u)) != 0)
    aln_page_drop (u, aln_page_get (p, row, "reason"), "furniture phrase");
}

void aln_furniture_find (aln_page *p) {
  int latin = is_latin (p);
  for (uint32_t k = 0; k < p->units.n; k++)
    if (!p->units.at[k].settled) look (p, &p->units.at[k], latin);
}

aln_slice aln_furniture_of (const aln_page *p, uint32_t from, uint32_t to) {
  aln_row row = to > from ? whole_line (p, from, to) : 0;
  return row ? aln_page_get (p, row, "reason") : (aln_slice){NULL, 0};
}

/* -- sections -------------------------------------------------------------------------------------
 */

static int stays (const aln_page *p, const aln_unit *u) { /* never a line of a list of others */
  if (u->settled) return u->self.kind == ALN_DATELINE;
  if (u->item) return u->words > 40;
  return aln_page_prose (p, u) && (u->stop || u->words >= 35);
}

/* Above the story the last lines of a list may be the story's own headline and byline: given back
   are the line before the running text, and short ones between. */
static void give_back (aln_page *p, uint32_t opener, uint32_t prose) {
  uint32_t k = prose, given = 0;
  while (k > opener + 1 && given < 3) {
    aln_unit *u = &p->units.at[--k];
    if (!u->taken) break;
    u->settled = 0;
    u->taken = 0;
    aln_page_settle (u, ALN_PARAGRAPH, "paragraph");
    u->settled = 0;
    u->self.reason = (aln_slice){NULL, 0};
    given++;
    if (u->words >= 5) return;
  }
}

/* What stands behind "(END)" is not an end itself. */
static aln_slice section_reason (const aln_unit *opener) {
  return aln_same (opener->self.reason, ALN_LIT ("end")) ? ALN_LIT ("related")
                                                         : opener->self.reason;
}

/* Three and more bullets without a stop over the story: headlines of others. */
static void drop_list (aln_page *p, uint32_t from, uint32_t to) {
  for (uint32_t k = from; to - from >= 3 && k < to; k++)
    aln_page_drop (&p->units.at[k], ALN_LIT ("related"), "list over the story");
}

void aln_furniture_lists (aln_page *p) {
  uint32_t from = 0;
  for (uint32_t k = 0; k < p->units.n; k++) {
    const aln_unit *u = &p->units.at[k];
    if (!u->settled && u->item && !u->stop && u->words <= 25) continue;
    drop_list (p, from, k);
    if (!u->settled && u->words >= 3) return;
    from = k + 1;
  }
}

void aln_furniture_sections (aln_page *p) {
  uint32_t opener = p->units.n;
  int story = 0;
  for (uint32_t k = 0; k < p->units.n; k++) {
    aln_unit *u = &p->units.at[k];
    if (u->settled && u->section) {
      opener = k;
      continue;
    }
    if (stays (p, u)) {
      if (opener < k && !story) give_back (p, opener, k);
      opener = p->units.n;
      story = 1;
    } else if (opener < k && !u->settled) {
      aln_page_drop (u, section_reason (&p->units.at[opener]), "furniture section");
      u->taken = 1;
    }
  }
}

/* -- tags -----------------------------------------------------------------------------------------
 */

/* The end of a bracketed tag at the head of [i, to): "(2nd LD)", "[News Focus]"; i: none. */
static uint32_t head_tag (const aln_page *p, uint32_t i, uint32_t to, aln_row *row) {
  char m = aln_page_mark (p, i);
  uint32_t k = i + 1, n;
  if (m != '(' && m != '[' && m != '<') return i;
  while (k < to && k - i < 8 && !strchr (")]>", aln_page_mark (p, k) ? aln_page_mark (p, k) : ' '))
    k++;
  if (k >= to || k - i >= 8 || k + 1 >= to) return i;
  *row = row_where (p, i + 1, k, "tag", &n);
  if (*row) return k + 1;
  return m == '[' ? k + 1 : i; /* square brackets before a headline are always a label */
}

static void cut_head (aln_page *p, aln_unit *u, int headline) {
  uint32_t to = u->body;
  aln_row row = 0, first = 0;
  for (uint32_t next = 0; to < u->tail; to = next) {
    next = head_tag (p, to, u->tail, &row);
    if (next == to || (!row && !headline)) break;
    if (!first) first = row;
  }
  if (to == u->body || u->body > u->from) return;
  u->body = to;
  u->head = (aln_part){ALN_BOILERPLATE,
                       first ? aln_page_get (p, first, "reason") : ALN_LIT ("label"), "tag"};
}

static int is_opening (char m) { return m == '(' || m == '[' || m == '<'; }

/* The start of a tag that reaches the end of [from, to): "(END)", "Continue reading". */
static uint32_t tail_tag (const aln_page *p, uint32_t from, uint32_t to, aln_row *row) {
  uint32_t end = to, n;
  while (end > from && aln_page_mark (p, end - 1) && aln_page_mark (p, end - 1) != '"') end--;
  for (uint32_t k = end > from + 8 ? end - 8 : from + 1; k < end; k++) {
    uint32_t open = k;
    while (open > from + 1 && is_opening (aln_page_mark (p, open - 1))) open--;
    if (open == k && !aln_ends_sentence (p->text, p->t, p->marks, from, k)) continue;
    *row = row_where (p, k, end, "tag", &n);
    if (!*row || k + n != end) continue;
    return open;
  }
  return to;
}

void aln_furniture_tags (aln_page *p) {
  for (uint32_t k = 0; k < p->units.n; k++) {
    aln_unit *u = &p->units.at[k];
    aln_row row = 0;
    uint32_t tail;
    if (u->settled && u->self.kind != ALN_HEADLINE) continue;
    cut_head (p, u, k == p->headline);
    if (u->tail != u->to) continue;
    tail = tail_tag (p, u->body, u->to, &row);
    if (tail == u->to || tail <= u->body) continue;
    u->tail = tail;
    u->rest = (aln_part){ALN_BOILERPLATE, aln_page_get (p, row, "reason"), "tag"};
  }
}

/* -- below the story ------------------------------------------------------------------------------
 */

static int is_title (const aln_unit *u) { /* a headline of another story */
  return !u->settled && !u->stop && u->words >= 4 && u->words <= 25 && u->numbers < u->words;
}

void aln_furniture_tail (aln_page *p) {
  int furnished = 0, titles = 0;
  for (uint32_t k = p->last; k < p->units.n; k++) {
    const aln_unit *u = &p->units.at[k];
    furnished |= u->settled && u->self.kind == ALN_BOILERPLATE && u->words > 0 &&
                 !aln_same (u->self.reason, ALN_LIT ("repeated"));
    titles += is_title (u);
  }
  for (uint32_t k = p->last; k < p->units.n; k++) {
    aln_unit *u = &p->units.at[k];
    if (u->settled) continue;
    if (address_only (u)) aln_page_drop (u, address_reason (p, u), "address below the story");
    else if (furnished && titles >= 3 && is_title (u))
      aln_page_drop (u, ALN_LIT ("related"), "headlines below the story");
    else if (furnished && u->words == 0)
      aln_page_drop (u, ALN_LIT ("count"), "number below the story");
  }
}
