/* cursor.c: in: a reading and a selection. Out: one article after another with its words and bounds;
   bytes of its text from what stands between the words. */
#include "reading_streams.h"

#include "../base/limits.h"
#include "../base/mem.h"

#define TEXT_MOST                                                                                  \
  ((size_t)8 * ALN_ARTICLE_MAX) /* bytes: more than any article becomes when it is decoded */

typedef struct sentence { /* bytes of text before it, and behind its last word */
  uint32_t skip, tail;
} sentence;

typedef struct cursor {
  aln_cursor shown; /* the first: the caller's pointer is ours */
  aln_stream *r;
  const aln_bits *which;
  uint32_t segment, slot; /* where it stands; slot UINT32_MAX: before the first */
  aln_buf terms, sentences, blocks, quotes, names, runs;
  aln_buf places; /* sentence: beside 'sentences' */
  aln_buf gaps;   /* 1 + number of what stands before each word and at the end; see 'has_gaps' */
  aln_buf begins; /* byte at which each word begins */
  aln_buf text, piece; /* of the article; of the block that was asked for */
  uint32_t reached;    /* gaps that are read */
  uint64_t at;         /* the byte behind the last word that is read */
  size_t rest_at;      /* bytes of numbers of gaps that are read */
  uint32_t n_quotes, n_names;
  int has_text, has_quotes, has_names;
} cursor;

/* numbers of gaps that have none in the dictionary */
enum { BLANK = UINT32_MAX, NOTHING = UINT32_MAX - 1, COMMA = UINT32_MAX - 2 };

#define ITEMS(buf, type) ((type *)(void *)(buf).p)

aln_cursor *aln_cursor_open (aln_status *st, aln_stream *r, const aln_bits *which) {
  cursor *c;
  if (*st == ALN_OK && !which) which = aln_stream_select (st, r, NULL);
  c = *st == ALN_OK ? aln_alloc (sizeof *c) : NULL;
  if (*st == ALN_OK && !c) *st = ALN_ENOMEM;
  if (!c) return NULL;
  memset (c, 0, sizeof *c);
  c->r = r;
  c->which = which;
  c->slot = UINT32_MAX;
  return &c->shown;
}

void aln_cursor_close (aln_cursor *shown) {
  cursor *c = (cursor *)(void *)shown;
  if (!c) return;
  aln_buf *all[] = {&c->terms, &c->sentences, &c->blocks, &c->quotes, &c->names, &c->places,
                    &c->gaps,  &c->begins,    &c->text,   &c->runs,   &c->piece};
  for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) aln_buf_free (all[i]);
  aln_free (c);
}

/* Room for n items; the buffer is empty. */
static void *room (aln_status *st, aln_buf *b, uint64_t n, size_t item) {
  b->n = 0;
  aln_buf_reserve (st, b, (size_t)n * item + 1);
  return *st == ALN_OK ? b->p : NULL;
}

/* -- what an article is made of ----------------------------------------------------------------------
 */

static int read_sentence (aln_unpack *u, aln_span *at, sentence *place, uint32_t *word) {
  uint32_t n = aln_unpack_small (u), head = u->p < u->end ? *u->p++ : 256;
  place->skip = head >> 4 & 15;
  place->tail = head & 15;
  if (place->skip == 15) place->skip += aln_unpack_small (u);
  if (place->tail == 15) place->tail += aln_unpack_small (u);
  if (head > 255 || u->bad || n > UINT32_MAX - *word) return 0;
  *at = (aln_span){*word, *word + n};
  *word += n;
  return 1;
}

/* A sentence takes two bytes and more, and so does a block. */
static int read_bounds (aln_status *st, cursor *c, aln_slice bytes, uint32_t words) {
  aln_unpack u = aln_unpack_of (bytes);
  uint32_t n = aln_unpack_small (&u), s = 0, word = 0;
  aln_stream_block *blocks = room (st, &c->blocks, bytes.n / 2 + 1, sizeof *blocks);
  aln_span *sentences = room (st, &c->sentences, bytes.n / 2 + 1, sizeof *sentences);
  sentence *places = room (st, &c->places, bytes.n / 2 + 1, sizeof *places);
  if (*st != ALN_OK) return 1;
  if (u.bad || n > bytes.n / 2) return 0;
  for (uint32_t i = 0; i < n; i++) {
    unsigned kind = u.p < u.end ? *u.p++ : ALN_BLOCK_KINDS;
    uint32_t k = aln_unpack_small (&u), end;
    if (kind >= ALN_BOILERPLATE || u.bad || k > (size_t)(u.end - u.p) / 2) return 0;
    blocks[i] = (aln_stream_block){(aln_block_kind)kind, {s, s + k}, {word, word}};
    for (end = s + k; s < end; s++)
      if (!read_sentence (&u, &sentences[s], &places[s], &word)) return 0;
    blocks[i].places.to = word;
  }
  c->shown.blocks = blocks;
  c->shown.n_blocks = n;
  c->shown.sentences = sentences;
  c->shown.n_sentences = s;
  return word == words && u.p == u.end;
}

static int read_quotes (aln_status *st, cursor *c, aln_slice bytes, uint32_t words) {
  aln_unpack u = aln_unpack_of (bytes);
  aln_span *quotes = room (st, &c->quotes, bytes.n / 2 + 1, sizeof *quotes);
  uint64_t end = 0;
  uint32_t n = 0;
  for (; *st == ALN_OK && u.p < u.end; n++) {
    uint64_t from = end + aln_unpack_small (&u);
    end = from + aln_unpack_small (&u);
    if (u.bad || end > words) return 0;
    quotes[n] = (aln_span){(uint32_t)from, (uint32_t)end};
  }
  c->n_quotes = n;
  return 1;
}

static int read_names (aln_status *st, cursor *c, aln_slice bytes, uint32_t words) {
  aln_unpack u = aln_unpack_of (bytes);
  aln_entity_at *names = room (st, &c->names, bytes.n / 3 + 1, sizeof *names);
  uint64_t from = 0;
  uint32_t n = 0;
  for (; *st == ALN_OK && u.p < u.end; n++) {
    uint64_t to;
    from += aln_unpack_small (&u);
    to = from + aln_unpack_small (&u);
    if (u.bad || to > words || to == from || (size_t)n * 3 >= bytes.n) return 0;
    names[n] = (aln_entity_at){aln_unpack_small (&u), {(uint32_t)from, (uint32_t)to}};
    if (u.bad) return 0;
  }
  c->n_names = n;
  return 1;
}

static int read_words (aln_status *st, cursor *c, aln_slice bytes, uint32_t words) {
  uint32_t *terms;
  if (words > 4 * bytes.n) return 0; /* a word has a byte and a quarter, at least */
  terms = room (st, &c->terms, (uint64_t)words + 3, sizeof *terms);
  c->shown.terms = terms;
  c->shown.tokens = words;
  return *st != ALN_OK ||
         aln_unpack_list (bytes, terms, words, aln_stream_terms (c->r, ALN_LAYER_WRITTEN));
}

typedef int reader (aln_status *, cursor *, aln_slice, uint32_t words);

/* One part of the article at which the cursor stands. */
static void show_part (aln_status *st, cursor *c, aln_piece_part part, const char *name,
                       reader *read) {
  aln_segment *g = &c->r->c->segments[c->segment];
  aln_stream_part (st, c->r, g, part);
  if (*st == ALN_OK && !read (st, c, aln_segment_bytes (g, part, c->slot), g->slots[c->slot].words))
    aln_stream_damaged (st, c->r, g, name, 0);
}

/* The article in the slot: words and bounds, which every question needs. */
static void show (aln_status *st, cursor *c) {
  c->shown.n = c->r->c->segments[c->segment].slots[c->slot].n;
  c->reached = 0;
  c->at = c->rest_at = 0;
  c->has_text = c->has_quotes = c->has_names = 0;
  show_part (st, c, ALN_PIECE_WORDS, "words", read_words);
  show_part (st, c, ALN_PIECE_BOUNDS, "bounds", read_bounds);
}

uint32_t aln_cursor_quotes (aln_status *st, aln_cursor *shown, const aln_span **out) {
  cursor *c = (cursor *)(void *)shown;
  if (!c->has_quotes) show_part (st, c, ALN_PIECE_QUOTES, "quotes", read_quotes);
  c->has_quotes = *st == ALN_OK;
  *out = ITEMS (c->quotes, aln_span);
  return c->has_quotes ? c->n_quotes : 0;
}

uint32_t aln_cursor_names (aln_status *st, aln_cursor *shown, const aln_entity_at **out) {
  cursor *c = (cursor *)(void *)shown;
  if (!c->has_names) show_part (st, c, ALN_PIECE_NAMES, "names", read_names);
  c->has_names = *st == ALN_OK;
  *out = ITEMS (c->names, aln_entity_at);
  return c->has_names ? c->n_names : 0;
}

int aln_cursor_next (aln_status *st, aln_cursor *shown) {
  cursor *c = (cursor *)(void *)shown;
  while (*st == ALN_OK && c->segment < c->r->c->n_segments) {
    aln_segment *g = &c->r->c->segments[c->segment];
    aln_stream_slots (st, c->r, g);
    while (*st == ALN_OK && ++c->slot < g->n_slots)
      if (g->slots[c->slot].n && aln_bits_has (c->which, g->slots[c->slot].n)) {
        if (!aln_stream_stops (st, c->r)) show (st, c);
        return aln_stream_settle (st, c->r);
      }
    c->segment++;
    c->slot = UINT32_MAX;
  }
  if (c && *st != ALN_OK) aln_stream_settle (st, c->r);
  return 0;
}

/* The slot of article n, by bisection: numbers rise but where one was taken out. */
static int find_slot (const aln_segment *g, int64_t n, uint32_t *slot) {
  uint32_t low = 0, high = g->n_slots;
  while (low < high) {
    uint32_t mid = low + (high - low) / 2, at = mid;
    while (at > low && g->slots[at].n == 0) at--;
    if (g->slots[at].n == 0 || g->slots[at].n < n) low = mid + 1;
    else high = at;
  }
  for (*slot = low; *slot < g->n_slots && g->slots[*slot].n == 0;) ++*slot;
  return *slot < g->n_slots && g->slots[*slot].n == n;
}

static uint32_t segment_from (const aln_corpus *c, int64_t n) { /* the first whose last is >= n */
  uint32_t low = 0, high = c->n_segments;
  while (low < high) {
    uint32_t mid = low + (high - low) / 2;
    if (c->segments[mid].last < n) low = mid + 1;
    else high = mid;
  }
  return low;
}

int aln_cursor_seek (aln_status *st, aln_cursor *shown, int64_t n) {
  cursor *c = (cursor *)(void *)shown;
  uint32_t slot;
  if (*st != ALN_OK) return 0;
  for (uint32_t i = segment_from (c->r->c, n); i < c->r->c->n_segments && *st == ALN_OK; i++) {
    aln_segment *g = &c->r->c->segments[i];
    if (g->first > n) break;
    aln_stream_slots (st, c->r, g);
    if (*st != ALN_OK || !find_slot (g, n, &slot)) continue;
    c->segment = i;
    c->slot = slot;
    if (!aln_stream_stops (st, c->r)) show (st, c);
    return aln_stream_settle (st, c->r);
  }
  return 0;
}

/* -- scopes ----------------------------------------------------------------------------------------
 */

static int in_scope (aln_block_kind kind, aln_scope scope) {
  if (scope == ALN_SCOPE_TEXT) return 1;
  return kind == (scope == ALN_SCOPE_HEADLINE ? ALN_HEADLINE : ALN_PARAGRAPH);
}

/* What of a quotation lies in each block: a quotation may go on over several paragraphs. Every piece
   of one ends with the quotation or with a block, so there are at most as many as both together. */
static uint32_t quote_runs (aln_status *st, cursor *c, const aln_span **out) {
  const aln_span *quotes;
  uint32_t n = 0, b = 0, n_quotes = aln_cursor_quotes (st, &c->shown, &quotes);
  aln_span *runs = room (st, &c->runs, (uint64_t)c->shown.n_blocks + n_quotes, sizeof *runs);
  *out = runs;
  for (uint32_t i = 0; i < n_quotes && runs; i++) {
    aln_span q = quotes[i];
    while (b < c->shown.n_blocks && c->shown.blocks[b].places.to <= q.from) b++;
    for (uint32_t k = b; k < c->shown.n_blocks && c->shown.blocks[k].places.from < q.to; k++) {
      aln_span at = c->shown.blocks[k].places;
      if (at.from < q.from) at.from = q.from;
      if (at.to > q.to) at.to = q.to;
      if (at.from < at.to) runs[n++] = at;
    }
  }
  return n;
}

uint32_t aln_cursor_runs (aln_status *st, aln_cursor *shown, aln_scope scope,
                          const aln_span **out) {
  cursor *c = (cursor *)(void *)shown;
  uint32_t n = 0;
  aln_span *runs;
  if (scope == ALN_SCOPE_QUOTES) return quote_runs (st, c, out);
  *out = runs = room (st, &c->runs, c->shown.n_blocks, sizeof *runs);
  for (uint32_t i = 0; i < c->shown.n_blocks && runs; i++) {
    const aln_stream_block *b = &c->shown.blocks[i];
    if (in_scope (b->kind, scope) && b->places.from < b->places.to) runs[n++] = b->places;
  }
  return n;
}

/* -- the way back to the text ------------------------------------------------------------------------
 */

static aln_slice gap_text (const cursor *c, uint32_t gap) {
  switch (gap) {
  case BLANK: return ALN_LIT (" ");
  case NOTHING: return ALN_LIT ("");
  case COMMA: return ALN_LIT (", ");
  default: return aln_numbering_text (&c->r->c->dictionary.of[ALN_TERMS_GAPS], gap);
  }
}

/* Gaps and words from c->reached on, up to the gap before word 'upto'. */
static int read_gaps (cursor *c, aln_slice bytes, uint32_t upto) {
  static const uint32_t plain[] = {BLANK, NOTHING, COMMA}, length[] = {1, 0, 2};
  const aln_numbering *words = &c->r->c->dictionary.of[ALN_TERMS_WORDS];
  const uint32_t known = c->r->c->dictionary.of[ALN_TERMS_GAPS].n, last = c->shown.tokens;
  uint32_t *gaps = ITEMS (c->gaps, uint32_t), *begins = ITEMS (c->begins, uint32_t);
  size_t codes = ((size_t)last + 4) / 4;
  uint64_t at = c->at;
  aln_unpack u;
  if (bytes.n < codes + c->rest_at) return 0;
  u = aln_unpack_of ((aln_slice){bytes.p + codes + c->rest_at, bytes.n - codes - c->rest_at});
  for (uint32_t i = c->reached; i <= upto; i++) {
    unsigned code = (unsigned char)bytes.p[i / 4] >> 2 * (i % 4) & 3;
    gaps[i] = code < 3 ? plain[code] : aln_unpack_small (&u);
    if (code == 3 && (u.bad || gaps[i] == 0 || gaps[i] > known)) return 0;
    at += code < 3 ? length[code] : gap_text (c, gaps[i]).n;
    begins[i] = (uint32_t)at;
    if (i < last) at += aln_numbering_text (words, c->shown.terms[i]).n;
  }
  c->at = at;
  c->reached = upto + 1;
  c->rest_at = bytes.n - codes - (size_t)(u.end - u.p);
  return (upto < last || u.p == u.end) && at <= TEXT_MOST;
}

/* Where words begin, known up to word 'upto' (behind the last word: the end of the text). */
static const uint32_t *begins_of (aln_status *st, cursor *c, uint32_t upto) {
  aln_segment *g = &c->r->c->segments[c->segment];
  if (*st != ALN_OK) return NULL;
  if (upto < c->reached) return ITEMS (c->begins, uint32_t);
  aln_stream_part (st, c->r, g, ALN_PIECE_GAPS);
  if (c->reached == 0) {
    room (st, &c->gaps, (uint64_t)c->shown.tokens + 1, sizeof (uint32_t));
    room (st, &c->begins, (uint64_t)c->shown.tokens + 1, sizeof (uint32_t));
  }
  if (*st == ALN_OK && !read_gaps (c, aln_segment_bytes (g, ALN_PIECE_GAPS, c->slot), upto))
    aln_stream_damaged (st, c->r, g, "gaps", 0);
  return *st == ALN_OK ? ITEMS (c->begins, uint32_t) : NULL;
}

static aln_slice word_text (const cursor *c, uint32_t word) {
  return aln_numbering_text (&c->r->c->dictionary.of[ALN_TERMS_WORDS], c->shown.terms[word]);
}

static uint32_t end_of (const cursor *c, const uint32_t *begins, uint32_t word) {
  return begins[word] + (uint32_t)word_text (c, word).n;
}

aln_span aln_cursor_bytes (aln_status *st, aln_cursor *shown, aln_span places) {
  cursor *c = (cursor *)(void *)shown;
  const uint32_t *begins;
  if (places.from >= places.to || places.to > c->shown.tokens) return (aln_span){0, 0};
  begins = begins_of (st, c, places.to);
  if (!begins) return (aln_span){0, 0};
  return (aln_span){begins[places.from], end_of (c, begins, places.to - 1)};
}

/* Its end is what it has behind its last word; one without words begins where the one before ended.
   A damaged file may say anything: what lies past the next word is cut off. */
aln_span aln_cursor_sentence_bytes (aln_status *st, aln_cursor *shown, uint32_t i) {
  cursor *c = (cursor *)(void *)shown;
  const sentence *places = ITEMS (c->places, sentence);
  const aln_span *sentences = c->shown.sentences;
  const uint32_t *begins;
  uint64_t from = 0, to = 0;
  uint32_t k = i;
  if (i >= c->shown.n_sentences || !(begins = begins_of (st, c, sentences[i].to)))
    return (aln_span){0, 0};
  while (k > 0 && sentences[k - 1].from == sentences[k - 1].to) k--;
  if (k > 0) to = (uint64_t)end_of (c, begins, sentences[k - 1].to - 1) + places[k - 1].tail;
  for (; k <= i; k++) {
    from = to + places[k].skip;
    to = sentences[k].to > sentences[k].from ? end_of (c, begins, sentences[k].to - 1) : from;
    to += places[k].tail;
  }
  if (to > begins[sentences[i].to]) to = begins[sentences[i].to];
  if (from > to) from = to;
  return (aln_span){(uint32_t)from, (uint32_t)to};
}

#define SHORT 16u /* bytes: a word that is not longer is copied as so many at once */

/* Words with what stands before each but the first, each at its byte of the text; 'out' is byte 'from'.
   What a short word brings along is covered by the next: there is room for SHORT bytes behind the last. */
static void lay_words (const cursor *c, aln_span words, uint32_t from, char *out) {
  const uint32_t *begins = ITEMS (c->begins, uint32_t), *gaps = ITEMS (c->gaps, uint32_t);
  const aln_buf *all = &c->r->c->dictionary.of[ALN_TERMS_WORDS].text;
  for (uint32_t i = words.from; i < words.to; i++) {
    aln_slice gap = gap_text (c, gaps[i]), word = word_text (c, i);
    char *to = out + (begins[i] - from);
    if (i > words.from && gaps[i] == BLANK) to[-1] = ' ';
    else if (i > words.from) memcpy (to - gap.n, gap.p, gap.n);
    if (word.n <= SHORT && (size_t)(all->p + all->n - word.p) >= SHORT) memcpy (to, word.p, SHORT);
    else memcpy (to, word.p, word.n);
  }
}

/* What lies before its first word and behind its last is part of the gaps there. */
static void add_block (aln_status *st, cursor *c, aln_span words, aln_span bytes) {
  const uint32_t *begins = ITEMS (c->begins, uint32_t), *gaps = ITEMS (c->gaps, uint32_t);
  uint32_t end = words.from < words.to ? end_of (c, begins, words.to - 1) : bytes.from;
  aln_slice head = gap_text (c, gaps[words.from]), tail = gap_text (c, gaps[words.to]);
  if (words.from < words.to) {
    if (begins[words.from] - bytes.from < head.n)
      head = (aln_slice){head.p + head.n - (begins[words.from] - bytes.from),
                         begins[words.from] - bytes.from};
    aln_buf_add (st, &c->piece, head);
    aln_buf_reserve (st, &c->piece, end - begins[words.from] + SHORT);
    if (*st != ALN_OK) return;
    lay_words (c, words, begins[words.from], c->piece.p + c->piece.n);
    c->piece.n += end - begins[words.from];
  }
  if (bytes.to > end && bytes.to - end < tail.n) tail.n = bytes.to - end;
  if (bytes.to > end) aln_buf_add (st, &c->piece, tail);
}

aln_slice aln_cursor_block (aln_status *st, aln_cursor *shown, uint32_t block, uint32_t *from) {
  cursor *c = (cursor *)(void *)shown;
  const aln_stream_block *b = &c->shown.blocks[block];
  aln_span first, last;
  *from = 0;
  c->piece.n = 0;
  if (!begins_of (st, c, b->places.to) || b->sentences.from >= b->sentences.to ||
      b->places.from >= b->places.to)
    return (aln_slice){"", 0};
  first = aln_cursor_sentence_bytes (st, shown, b->sentences.from);
  last = aln_cursor_sentence_bytes (st, shown, b->sentences.to - 1);
  if (*st == ALN_OK) add_block (st, c, b->places, (aln_span){first.from, last.to});
  *from = first.from;
  return *st == ALN_OK ? aln_buf_slice (&c->piece) : (aln_slice){"", 0};
}

aln_slice aln_cursor_text (aln_status *st, aln_cursor *shown) {
  cursor *c = (cursor *)(void *)shown;
  const uint32_t *begins = begins_of (st, c, c->shown.tokens), *gaps = ITEMS (c->gaps, uint32_t);
  if (!begins) return (aln_slice){"", 0};
  if (!c->has_text && room (st, &c->text, (uint64_t)begins[c->shown.tokens] + SHORT, 1)) {
    aln_slice head = gap_text (c, gaps[0]), tail = gap_text (c, gaps[c->shown.tokens]);
    lay_words (c, (aln_span){0, c->shown.tokens}, 0, c->text.p);
    c->text.n = begins[c->shown.tokens];
    memcpy (c->text.p + c->text.n - tail.n, tail.p, tail.n);
    if (c->shown.tokens) memcpy (c->text.p, head.p, head.n);
    c->has_text = 1;
  }
  return *st == ALN_OK ? aln_buf_slice (&c->text) : (aln_slice){"", 0};
}
