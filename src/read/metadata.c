/* metadata.c: in: the page. Out: its metadata (metadata.h). */
#include "metadata.h"

#include "../base/fold.h"
#include "../base/limits.h"
#include "days.h"
#include "yaml.h"

#define TOP_MAX 200u /* lines of front matter */
#define KEY_MAX 40u  /* bytes of a key */

/* -- keys -----------------------------------------------------------------------------------------
 */

static int is_key_byte (char c) {
  return aln_is_alpha ((unsigned char)c) || aln_is_digit ((unsigned char)c) ||
         (unsigned char)c >= 0x80;
}

/* The row of a key as it is written: "published_time", "Posted on". */
static aln_row key_row (const aln_page *p, aln_slice key) {
  aln_node at = ALN_ROOT;
  uint32_t e;
  for (size_t i = 0; i < key.n && at;) {
    char folded[ALN_WORD_MAX];
    size_t from = i;
    while (i < key.n && is_key_byte (key.p[i])) i++;
    if (i == from) {
      i++;
      continue;
    }
    from = aln_fold ((aln_slice){key.p + from, i - from}, folded, sizeof folded);
    at = aln_lexicon_step (p->x, at, aln_lexicon_word (p->x, (aln_slice){folded, from}));
  }
  e = at > ALN_ROOT ? aln_lexicon_entries (p->x, at) : 0;
  for (; e; e = aln_lexicon_entry (p->x, e)->next) {
    aln_row row = aln_lexicon_entry (p->x, e)->row;
    if (aln_lexicon_row_kind (p->x, row) == p->metadata && !aln_page_is (p, row, "field", "time"))
      return row;
  }
  return 0;
}

/* The bytes before the first ": " (or ":" at the line's end) of s; 0: no key. */
static size_t key_length (aln_slice s) {
  for (size_t i = 0; i < s.n && i <= KEY_MAX && s.p[i] != '\n'; i++)
    if (s.p[i] == ':' && i && (i + 1 == s.n || aln_is_space ((unsigned char)s.p[i + 1]))) return i;
  return 0;
}

/* -- values ---------------------------------------------------------------------------------------
 */

static void keep_day (aln_page *p, aln_slice value, aln_span at) {
  aln_article *a = p->a;
  if (a->meta_published.n) return;
  a->meta_published = value;
  a->meta_published_at = at;
}

/* A day of a publication line: written in ISO 8601, its words are at 'at'. */
static void keep_read_day (aln_page *p, aln_day day, aln_span at) {
  char *written = at.to ? aln_arena_get (p->st, &p->a->arena, 11) : NULL;
  if (!written) return;
  aln_day_write (day, written);
  keep_day (p, (aln_slice){written, 10}, at);
}

static void keep_value (aln_page *p, aln_row row, aln_slice value, aln_span at) {
  aln_article *a = p->a;
  const struct {
    const char *field;
    aln_slice *into;
  } fields[] = {{"headline", &a->headline},
                {"source", &a->meta_source},
                {"url", &a->meta_url},
                {"id", &a->meta_id},
                {"language", &a->meta_language}};
  if (value.n == 0 || value.n > ALN_META_VALUE_MAX) return;
  if (aln_page_is (p, row, "field", "published")) keep_day (p, value, at);
  for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
    if (aln_page_is (p, row, "field", fields[i].field) && fields[i].into->n == 0)
      *fields[i].into = value;
  if (aln_page_is (p, row, "field", "byline")) {
    aln_slice *name = ALN_ADD (p->st, &a->arena, &a->bylines);
    if (name) *name = value;
  }
}

static void add_block (aln_page *p, uint32_t first, uint32_t last) { /* lines, both within */
  aln_block *b = ALN_ADD (p->st, &p->a->arena, &p->a->blocks);
  const aln_line *l = p->lines.at;
  if (!b) return;
  b->kind = ALN_BOILERPLATE;
  b->tokens_from = l[first].from;
  b->tokens_to = l[last].to;
  b->clean = (aln_span){p->t[b->tokens_from].from, p->t[b->tokens_to - 1].to};
  b->reason = ALN_LIT ("metadata");
  b->rule = "metadata top";
}

/* -- front matter ---------------------------------------------------------------------------------
 */

static int is_fence (const aln_page *p, uint32_t k) {
  const aln_line *l = &p->lines.at[k];
  return aln_same (aln_page_cut (p, l->from, l->to), ALN_LIT ("---"));
}

static int starts_line (const aln_page *p, size_t at) {
  return at == 0 || p->text.p[at - 1] == '\n';
}

/* The values of the lines (open, close): a key begins at the start of a line, what is indented
   under it belongs to its value. */
static uint32_t read_fields (aln_page *p, uint32_t open, uint32_t close, int keep) {
  uint32_t known = 0;
  for (uint32_t k = open + 1; k < close;) {
    uint32_t from = p->t[p->lines.at[k].from].from, next = k + 1, to;
    size_t key;
    aln_row row;
    while (next < close && !starts_line (p, p->t[p->lines.at[next].from].from)) next++;
    to = p->t[p->lines.at[next].from].from;
    key = key_length ((aln_slice){p->text.p + from, to - from});
    row = key ? key_row (p, (aln_slice){p->text.p + from, key}) : 0;
    known += row != 0;
    if (row && keep) {
      aln_slice raw = {p->text.p + from + key + 1, to - from - key - 1};
      aln_span at = {from, p->t[p->lines.at[next].from - 1].to};
      keep_value (p, row, aln_yaml_scalar (p->st, &p->a->arena, raw), at);
    }
    k = next;
  }
  return known;
}

static uint32_t front_matter (aln_page *p) {
  uint32_t close = 1;
  if (p->lines.n < 3 || !is_fence (p, 0)) return 0;
  while (close < p->lines.n && close < TOP_MAX && !is_fence (p, close)) close++;
  if (close >= p->lines.n || close >= TOP_MAX || read_fields (p, 0, close, 0) == 0) return 0;
  read_fields (p, 0, close, 1);
  add_block (p, 0, close);
  return close + 1;
}

/* -- header lines ---------------------------------------------------------------------------------
 */

static aln_row header_row (const aln_page *p, uint32_t k, size_t *key) {
  aln_slice s = aln_page_cut (p, p->lines.at[k].from, p->lines.at[k].to);
  *key = key_length (s);
  return *key ? key_row (p, (aln_slice){s.p, *key}) : 0;
}

static void keep_header (aln_page *p, uint32_t k) {
  size_t key;
  aln_row row = header_row (p, k, &key);
  uint32_t from = p->t[p->lines.at[k].from].from, to = p->t[p->lines.at[k].to - 1].to;
  aln_slice raw = {p->text.p + from + key + 1, to - from - key - 1};
  keep_value (p, row, aln_yaml_scalar (p->st, &p->a->arena, raw), (aln_span){from, to});
  add_block (p, k, k);
}

static uint32_t header_lines (aln_page *p, uint32_t first) {
  uint32_t last = first, known = 0;
  int publication = 0;
  for (size_t key; last < p->lines.n && last < first + 20; last++) {
    aln_row row = header_row (p, last, &key);
    if (!row) break;
    known++;
    publication |= aln_page_is (p, row, "field", "published");
  }
  if (known < 2 && !publication) return first;
  for (uint32_t k = first; k < last; k++) keep_header (p, k);
  return last;
}

uint32_t aln_metadata_top (aln_page *p) {
  uint32_t line = front_matter (p);
  return header_lines (p, line);
}

/* -- publication lines ----------------------------------------------------------------------------
 */

typedef struct line_scan {
  uint32_t phrases, days, years, others, bars, times;
  int modified;
  uint32_t first_other, last_other; /* tokens, for the outlet's name */
  aln_span day;                     /* the day that says when it was published */
  aln_span change;                  /* and when it was last changed */
  aln_row wire;                     /* a wire the line names */
  int photo;                        /* … for a picture */
  aln_day published, changed;       /* what the two say */
} line_scan;

static uint32_t scan_token (const aln_page *p, line_scan *s, uint32_t i, uint32_t to) {
  aln_row row = 0;
  aln_day day;
  aln_span *into;
  uint32_t n = aln_day_at (p->x, p->text, p->t, i, to, &day);
  if (n) {
    s->days++;
    s->years += day.year != 0;
    into = s->modified ? &s->change : &s->day;
    if (day.year && into->to == 0) {
      *into = (aln_span){p->t[i].from, p->t[i + n - 1].to};
      *(s->modified ? &s->changed : &s->published) = day;
    }
    return n;
  }
  n = aln_page_phrase (p, i, to, p->metadata, &row);
  if (n && aln_page_row (p, i, n, p->metadata, "field", "time")) return s->times++, n;
  if (n && aln_page_row (p, i, n, p->metadata, "line", "published"))
    return s->phrases++, s->modified = 0, n;
  if (n && aln_page_row (p, i, n, p->metadata, "line", "modified"))
    return s->phrases++, s->modified = 1, n;
  if (p->t[i].kind == ALN_TOKEN_NUMBER) return s->times++, 1;
  n = aln_page_phrase (p, i, to, p->agencies, &row); /* "IANS December 20, 2024" */
  if (n) return s->wire = s->wire ? s->wire : row, n;
  n = aln_page_phrase (p, i, to, p->captions, &row); /* "date 2024-12-20 Photo : AFP" */
  if (n && aln_page_row (p, i, n, p->captions, "role", "photo")) return s->photo = 1, n;
  n = aln_page_phrase (p, i, to, p->furniture, &row); /* "Politics 15:41 December 20, 2024" */
  if (n && aln_page_is (p, row, "where", "line")) return n;
  if (aln_page_mark (p, i)) {
    char m = aln_page_mark (p, i);
    s->bars += m == '|' || m == '*' || aln_page_dash (p, i, to);
    if (m == '"' || m == '?' || m == '!') s->others += 20;
    return 1;
  }
  if (s->others == 0) s->first_other = i;
  s->last_other = i;
  return s->others++, 1;
}

int aln_metadata_line (aln_page *p, uint32_t from, uint32_t to) {
  line_scan s = {0};
  for (uint32_t i = from; i < to;) {
    i += scan_token (p, &s, i, to);
    if (s.others > 8) return 0;
  }
  if (s.phrases == 0 && s.years == 0) return 0;
  if (s.phrases && s.days + s.times == 0) return 0;
  if (s.others && !(s.bars && s.years && s.others <= 6)) return 0;
  if (!s.photo && aln_page_is (p, s.wire, "kind", "wire"))
    aln_page_agency (p, aln_page_get (p, s.wire, "name"), 2);
  if (s.change.to && p->changed.to == 0) p->changed = s.change, p->changed_on = s.changed;
  if (s.day.to) {
    keep_read_day (p, s.published, s.day);
    if (s.others && p->a->meta_source.n == 0)
      p->a->meta_source = aln_page_cut (p, s.first_other, s.last_other + 1);
  }
  return 1;
}

void aln_metadata_changed (aln_page *p) { keep_read_day (p, p->changed_on, p->changed); }

void aln_metadata_lines (aln_page *p) {
  for (uint32_t k = 0; k < p->units.n; k++) {
    aln_unit *u = &p->units.at[k];
    if (u->settled || u->words > 16 || u->numbers == 0) continue;
    if (aln_metadata_line (p, u->from, u->to))
      aln_page_drop (u, ALN_LIT ("metadata"), "publication line");
  }
}
