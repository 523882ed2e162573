/* sequence.c: in: the text of a pattern. Out: its elements. */
#include "sequence.h"

#include "../base/fold.h"
#include "../base/limits.h"
#include "stems.h"
#include "terms.h"

typedef struct parser {
  aln_slice s;
  const aln_lexicon *x;
  unsigned flags;
  aln_arena *a;
  aln_fault *f;
  aln_status st;
  size_t at;
  aln_sequence *out;
} parser;

static void fail (parser *p, size_t at, const char *why) {
  if (p->st == ALN_OK) p->st = aln_query_wrong (p->f, ALN_ESYNTAX, p->s, at, why);
}

static char now (const parser *p) { return p->at < p->s.n ? p->s.p[p->at] : '\0'; }

static void skip_space (parser *p) {
  while (p->at < p->s.n && aln_is_space ((unsigned char)p->s.p[p->at])) p->at++;
}

/* The length of a double quotation mark, curly or straight; 0: none. */
static size_t quote_at (const parser *p, size_t i) {
  static const char *const curly[] = {"\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x9E"};
  if (i < p->s.n && p->s.p[i] == '"') return 1;
  for (int k = 0; k < 3; k++)
    if (p->s.n - i >= 3 && i < p->s.n && memcmp (p->s.p + i, curly[k], 3) == 0) return 3;
  return 0;
}

/* -- values --------------------------------------------------------------------------------------
 */

static aln_layer plain_layer (const parser *p) {
  return p->flags & ALN_SEQUENCE_CASE   ? ALN_LAYER_WRITTEN
         : p->flags & ALN_SEQUENCE_STEM ? ALN_LAYER_STEM
                                        : ALN_LAYER_FOLDED;
}

static int is_wild (aln_slice s) {
  for (size_t i = 0; i < s.n; i++)
    if (s.p[i] == '*' || s.p[i] == '?') return 1;
  return 0;
}

aln_slice aln_sequence_stem (aln_status *st, aln_arena *a, aln_slice folded) {
  struct sb_stemmer *stemmer = aln_stemmer_new (st);
  aln_slice copy = aln_arena_copy (st, a, aln_stem (st, stemmer, folded));
  aln_stemmer_free (stemmer);
  return copy;
}

/* A word in the layer; a pattern with wildcards has no stem: it is one of folded words. */
static aln_value *new_value (parser *p, aln_layer layer, aln_slice word) {
  aln_value *v = aln_arena_get (&p->st, p->a, sizeof *v);
  char plain[ALN_TERM_MAX];
  aln_slice folded = {plain, aln_term_fold_word (word, plain)};
  if (!v) return NULL;
  v->wild = is_wild (word);
  v->layer = v->wild && layer == ALN_LAYER_STEM ? ALN_LAYER_FOLDED : layer;
  if (v->layer == ALN_LAYER_WRITTEN) v->text = aln_arena_copy (&p->st, p->a, word);
  else if (v->layer == ALN_LAYER_STEM) v->text = aln_sequence_stem (&p->st, p->a, folded);
  else v->text = aln_arena_copy (&p->st, p->a, folded);
  return v;
}

static void add_element (parser *p, const aln_value *values, uint32_t least, uint32_t most) {
  aln_element *e = ALN_ADD (&p->st, p->a, &p->out->elements);
  if (e) *e = (aln_element){values, 0, least, most};
}

static void add_word (parser *p, aln_layer layer, aln_slice word) {
  add_element (p, new_value (p, layer, word), 1, 1);
}

static void add_words (parser *p, aln_slice s, size_t where) {
  aln_asked_words words = {NULL, 0, 0};
  aln_terms_asked (&p->st, s, p->x, 1, p->a, &words);
  for (uint32_t i = 0; i < words.n && p->st == ALN_OK; i++)
    add_word (p, plain_layer (p), words.at[i].written);
  if (words.n == 0) fail (p, where, "no word in it");
}

static const struct {
  const char *name;
  aln_layer layer;
} layers[] = {
    {"word=", ALN_LAYER_WRITTEN}, {"folded=", ALN_LAYER_FOLDED}, {"stem=", ALN_LAYER_STEM}};

static aln_layer read_layer (parser *p) {
  for (size_t i = 0; i < sizeof layers / sizeof layers[0]; i++) {
    size_t n = strlen (layers[i].name);
    if (p->s.n - p->at < n || memcmp (p->s.p + p->at, layers[i].name, n) != 0) continue;
    p->at += n;
    return layers[i].layer;
  }
  return plain_layer (p);
}

/* The one word that is asked for in brackets, without the marks around it but for a full stop: whether
   "no." is an abbreviation depends on what follows it in a text. */
static aln_slice one_word (parser *p, aln_slice s, size_t where) {
  aln_asked_words words = {NULL, 0, 0};
  aln_terms_asked (&p->st, s, p->x, 1, p->a, &words);
  if (p->st == ALN_OK && words.n == 0) fail (p, where, "no word in it");
  if (words.n > 1)
    fail (p, where, "brackets stand for one word; several are written in quotes, without brackets");
  if (words.n == 0) return s;
  return words.at[0].written.n + 1 == s.n && s.p[s.n - 1] == '.' ? s : words.at[0].written;
}

static aln_value *read_value (parser *p) {
  aln_layer layer = read_layer (p);
  size_t from, to, mark = quote_at (p, p->at), began = p->at;
  aln_slice word = {NULL, 0};
  p->at += mark;
  from = p->at;
  if (mark)
    while (p->at < p->s.n && !quote_at (p, p->at)) p->at++;
  else
    while (p->at < p->s.n && now (p) != '|' && now (p) != ']' && now (p) != ' ') p->at++;
  to = p->at;
  if (mark && p->at >= p->s.n) fail (p, began, "a quotation mark that is not closed");
  if (mark) p->at += quote_at (p, p->at);
  if (to == from) fail (p, began, "a word is missing in the brackets");
  else if (!mark && p->s.p[from] == '@')
    fail (p, began, "names of sides, persons and bodies stand outside of brackets");
  else word = one_word (p, aln_cut (p->s, (aln_span){(uint32_t)from, (uint32_t)to}), began);
  return new_value (p, layer, word);
}

/* -- how often -------------------------------------------------------------------------------------
 */

static uint32_t read_number (parser *p) {
  uint32_t n = 0;
  size_t from = p->at;
  for (; aln_is_digit ((unsigned char)now (p)); p->at++)
    if (n <= ALN_SEQUENCE_MAX) n = n * 10 + (uint32_t)(now (p) - '0');
  if (p->at == from) fail (p, from, "a number of times is missing: {2} or {0,3}");
  return n;
}

static void read_times (parser *p, aln_element *e) {
  size_t from = p->at;
  switch (now (p)) {
  case '?': *e = (aln_element){e->values, e->negated, 0, 1}; break;
  case '*': *e = (aln_element){e->values, e->negated, 0, ALN_SEQUENCE_TIMES}; break;
  case '+': *e = (aln_element){e->values, e->negated, 1, ALN_SEQUENCE_TIMES}; break;
  case '{':
    p->at++;
    e->least = e->most = read_number (p);
    if (now (p) == ',') {
      p->at++;
      e->most = now (p) == '}' ? ALN_SEQUENCE_TIMES : read_number (p);
    }
    if (now (p) != '}') fail (p, from, "{ that is not closed: {0,3}");
    if (e->most < e->least || e->most == 0)
      fail (p, from, "{m,n} says at least m and at most n times");
    break;
  default: return;
  }
  p->at++;
}

static void read_test (parser *p) {
  size_t from = p->at++;
  aln_element e = {NULL, 0, 1, 1};
  aln_value *first = NULL, **tail = &first;
  skip_space (p);
  if (now (p) == '!') e.negated = 1, p->at++;
  skip_space (p);
  while (p->st == ALN_OK && p->at < p->s.n && now (p) != ']') {
    *tail = read_value (p);
    if (!*tail) return;
    tail = &(*tail)->next;
    skip_space (p);
    if (now (p) == '|') {
      p->at++;
      skip_space (p);
      if (now (p) == ']') fail (p, p->at, "a word is missing in the brackets");
    } else if (now (p) != ']' && p->at < p->s.n)
      fail (p, p->at,
            "between words in brackets stands |; what follows one another has brackets each");
  }
  if (p->st == ALN_OK && now (p) != ']') fail (p, from, "a bracket that is not closed");
  if (p->st == ALN_OK && e.negated && !first) fail (p, from, "a word is missing behind !");
  p->at++;
  e.values = first;
  if (p->st == ALN_OK) read_times (p, &e);
  add_element (p, e.values, e.least, e.most);
  if (p->st == ALN_OK) p->out->elements.at[p->out->elements.n - 1].negated = e.negated;
}

/* -- the whole ---------------------------------------------------------------------------------------
 */

static void read_phrase (parser *p) {
  size_t from = p->at, mark = quote_at (p, from), to = from + mark;
  while (to < p->s.n && !quote_at (p, to)) to++;
  if (to >= p->s.n) {
    fail (p, from, "a quotation mark that is not closed");
    return;
  }
  p->at = to + quote_at (p, to);
  add_words (p, (aln_slice){p->s.p + from + mark, to - from - mark}, from);
}

static void read_bare (parser *p) {
  size_t from = p->at;
  aln_slice word;
  while (p->at < p->s.n && !aln_is_space ((unsigned char)now (p)) && now (p) != '[' &&
         !quote_at (p, p->at))
    p->at++;
  word = (aln_slice){p->s.p + from, p->at - from};
  if (aln_same (word, ALN_LIT ("AND")) || aln_same (word, ALN_LIT ("OR")) ||
      aln_same (word, ALN_LIT ("NOT")))
    fail (p, from, "AND, OR and NOT have no place in a pattern (in quotes they are words)");
  add_words (p, word, from);
}

/* @KR, @"Kim Seon-ho": all the words of one of its names. */
static void read_name (parser *p) {
  size_t from = p->at++, mark = quote_at (p, p->at), to;
  aln_value *v = aln_arena_get (&p->st, p->a, sizeof *v);
  p->at += mark;
  for (to = p->at; to < p->s.n && !quote_at (p, to); to++)
    if (!mark && aln_is_space ((unsigned char)p->s.p[to])) break;
  if (mark && to >= p->s.n) fail (p, from, "a quotation mark that is not closed");
  if (to == p->at) fail (p, from, "a side, or a name in quotes, is missing behind @");
  if (p->st != ALN_OK) return;
  *v = (aln_value){ALN_LAYER_ENTITY, {p->s.p + p->at, to - p->at}, 0, NULL};
  p->at = mark ? to + quote_at (p, to) : to;
  add_element (p, v, 1, 1);
}

/* The last word of the pattern, where nothing but "within" and it are left; else empty. */
static aln_slice behind_within (const parser *p) {
  aln_slice rest = {p->s.p + p->at, p->s.n - p->at}, word = ALN_LIT ("within");
  size_t from = word.n;
  if (rest.n <= from || memcmp (rest.p, word.p, word.n) != 0) return (aln_slice){NULL, 0};
  while (rest.n && aln_is_space ((unsigned char)rest.p[rest.n - 1])) rest.n--;
  while (from < rest.n && aln_is_space ((unsigned char)rest.p[from])) from++;
  for (size_t i = from; i < rest.n; i++)
    if (aln_is_space ((unsigned char)rest.p[i])) return (aln_slice){NULL, 0};
  return from > word.n && from < rest.n
             ? aln_cut (rest, (aln_span){(uint32_t)from, (uint32_t)rest.n})
             : (aln_slice){NULL, 0};
}

/* "within sentence" and its kin, at the end alone; 0: none of them. */
static int read_within (parser *p) {
  aln_slice what = p->out->elements.n ? behind_within (p) : (aln_slice){NULL, 0};
  if (aln_same (what, ALN_LIT ("sentence"))) p->out->within = ALN_WITHIN_SENTENCE;
  else if (aln_same (what, ALN_LIT ("quote"))) p->out->within = ALN_WITHIN_QUOTE;
  else {
    if (what.n && memchr (p->s.p, '[', p->s.n))
      fail (
          p, p->at,
          "behind within stands sentence or quote (no hit crosses a paragraph; in quotes within is "
          "a word)");
    return 0;
  }
  p->at = p->s.n;
  return 1;
}

static void check_size (parser *p) {
  uint64_t least = 0, most = 0, words = 0;
  for (uint32_t i = 0; i < p->out->elements.n; i++) {
    const aln_element *e = &p->out->elements.at[i];
    least += e->least;
    most += e->most;
    words += e->values != NULL;
  }
  if (p->st == ALN_OK && (least == 0 || words == 0))
    fail (p, 0, "at least one word must be there, and one that is not any word");
  if (p->st == ALN_OK && most > ALN_SEQUENCE_MAX)
    p->st = aln_query_wrong (p->f, ALN_ELIMIT, p->s, 0,
                             "a pattern covers at most 256 words (ALN_SEQUENCE_MAX)");
  if (p->st == ALN_OK && p->out->elements.n > ALN_SEQUENCE_ELEMENTS)
    p->st = aln_query_wrong (p->f, ALN_ELIMIT, p->s, 0,
                             "a pattern has at most 64 words and brackets (ALN_SEQUENCE_ELEMENTS)");
}

aln_status aln_sequence_parse (aln_slice text, const aln_lexicon *x, unsigned flags, aln_arena *a,
                               aln_sequence *out, aln_fault *f) {
  parser p = {text, x, flags, a, f, ALN_OK, 0, out};
  *out = (aln_sequence){{NULL, 0, 0}, ALN_WITHIN_BLOCK, 0};
  if (text.n > ALN_QUERY_MAX)
    return aln_fail (f, ALN_ELIMIT, ALN_NOWHERE,
                     "a query of %zu bytes; at most %u are read (ALN_QUERY_MAX)", text.n,
                     ALN_QUERY_MAX);
  for (skip_space (&p); p.st == ALN_OK && p.at < text.n && !read_within (&p); skip_space (&p)) {
    if (now (&p) == '[') read_test (&p);
    else if (now (&p) == '@') read_name (&p);
    else if (quote_at (&p, p.at)) read_phrase (&p);
    else read_bare (&p);
  }
  if (p.st == ALN_OK && out->elements.n == 0) fail (&p, 0, "nothing to look for");
  check_size (&p);
  if (p.st != ALN_OK && p.st != ALN_ESYNTAX && p.st != ALN_ELIMIT)
    aln_fail (f, p.st, ALN_NOWHERE, "%s", aln_status_text (p.st));
  return p.st;
}
