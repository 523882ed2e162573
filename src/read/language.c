/* language.c: in: tokens. Out: the language most of them are in. */
#include "language.h"

#define TOKENS_MOST 2000u   /* looked at */
#define LANGUAGES_MOST 128u /* rows of the lexicon that are counted */
#define WORDS_MOST 500u     /* words of the main script that are looked up among them */
#define WORDS_LEAST 8u      /* words of the script, before its languages are told apart */
#define WORDS_DISTINCT 3u   /* different frequent words among them, at least */

typedef enum script {
  SCRIPT_NONE,
  SCRIPT_LATIN,
  SCRIPT_CYRILLIC,
  SCRIPT_ARABIC,
  SCRIPT_HANGUL,
  SCRIPT_KANA,
  SCRIPT_HAN,
  SCRIPT_GREEK,
  SCRIPT_HEBREW,
  SCRIPT_ARMENIAN,
  SCRIPT_GEORGIAN,
  SCRIPT_ETHIOPIC,
  SCRIPT_DEVANAGARI,
  SCRIPT_BENGALI,
  SCRIPT_GURMUKHI,
  SCRIPT_GUJARATI,
  SCRIPT_ORIYA,
  SCRIPT_TAMIL,
  SCRIPT_TELUGU,
  SCRIPT_KANNADA,
  SCRIPT_MALAYALAM,
  SCRIPT_SINHALA,
  SCRIPT_THAI,
  SCRIPT_LAO,
  SCRIPT_TIBETAN,
  SCRIPT_MYANMAR,
  SCRIPT_KHMER,
  SCRIPTS
} script;

/* The language of a text that says no more than its script: the one that nearly all texts in it
   are in; NULL where there is no such language. */
static const char *const alone[SCRIPTS] = {
    [SCRIPT_HANGUL] = "ko",   [SCRIPT_KANA] = "ja",       [SCRIPT_HAN] = "zh",
    [SCRIPT_GREEK] = "el",    [SCRIPT_HEBREW] = "he",     [SCRIPT_ARMENIAN] = "hy",
    [SCRIPT_GEORGIAN] = "ka", [SCRIPT_ETHIOPIC] = "am",   [SCRIPT_BENGALI] = "bn",
    [SCRIPT_GURMUKHI] = "pa", [SCRIPT_GUJARATI] = "gu",   [SCRIPT_ORIYA] = "or",
    [SCRIPT_TAMIL] = "ta",    [SCRIPT_TELUGU] = "te",     [SCRIPT_KANNADA] = "kn",
    [SCRIPT_SINHALA] = "si",  [SCRIPT_MALAYALAM] = "ml",  [SCRIPT_THAI] = "th",
    [SCRIPT_LAO] = "lo",      [SCRIPT_TIBETAN] = "bo",    [SCRIPT_MYANMAR] = "my",
    [SCRIPT_KHMER] = "km",    [SCRIPT_DEVANAGARI] = "hi",
};

static const struct {
  uint32_t from, to; /* code points, inclusive, in order */
  script is;
} ranges[] = {{0x0041, 0x005A, SCRIPT_LATIN},    {0x0061, 0x007A, SCRIPT_LATIN},
              {0x00AA, 0x00BA, SCRIPT_LATIN},    {0x00C0, 0x02AF, SCRIPT_LATIN},
              {0x0370, 0x03FF, SCRIPT_GREEK},    {0x0400, 0x052F, SCRIPT_CYRILLIC},
              {0x0531, 0x058A, SCRIPT_ARMENIAN}, {0x0590, 0x05FF, SCRIPT_HEBREW},
              {0x0600, 0x06FF, SCRIPT_ARABIC},   {0x0750, 0x077F, SCRIPT_ARABIC},
              {0x08A0, 0x08FF, SCRIPT_ARABIC},   {0x0900, 0x097F, SCRIPT_DEVANAGARI},
              {0x0980, 0x09FF, SCRIPT_BENGALI},  {0x0A00, 0x0A7F, SCRIPT_GURMUKHI},
              {0x0A80, 0x0AFF, SCRIPT_GUJARATI}, {0x0B00, 0x0B7F, SCRIPT_ORIYA},
              {0x0B80, 0x0BFF, SCRIPT_TAMIL},    {0x0C00, 0x0C7F, SCRIPT_TELUGU},
              {0x0C80, 0x0CFF, SCRIPT_KANNADA},  {0x0D00, 0x0D7F, SCRIPT_MALAYALAM},
              {0x0D80, 0x0DFF, SCRIPT_SINHALA},  {0x0E00, 0x0E7F, SCRIPT_THAI},
              {0x0E80, 0x0EFF, SCRIPT_LAO},      {0x0F00, 0x0FFF, SCRIPT_TIBETAN},
              {0x1000, 0x109F, SCRIPT_MYANMAR},  {0x10A0, 0x10FF, SCRIPT_GEORGIAN},
              {0x1100, 0x11FF, SCRIPT_HANGUL},   {0x1200, 0x139F, SCRIPT_ETHIOPIC},
              {0x1780, 0x17FF, SCRIPT_KHMER},    {0x1C90, 0x1CBF, SCRIPT_GEORGIAN},
              {0x1E00, 0x1EFF, SCRIPT_LATIN},    {0x1F00, 0x1FFF, SCRIPT_GREEK},
              {0x2C60, 0x2C7F, SCRIPT_LATIN},    {0x3041, 0x30FF, SCRIPT_KANA},
              {0x3130, 0x318F, SCRIPT_HANGUL},   {0x31F0, 0x31FF, SCRIPT_KANA},
              {0x3400, 0x4DBF, SCRIPT_HAN},      {0x4E00, 0x9FFF, SCRIPT_HAN},
              {0xA720, 0xA7FF, SCRIPT_LATIN},    {0xAC00, 0xD7AF, SCRIPT_HANGUL},
              {0xF900, 0xFAFF, SCRIPT_HAN},      {0xFB50, 0xFDFF, SCRIPT_ARABIC},
              {0xFE70, 0xFEFC, SCRIPT_ARABIC},   {0xFF21, 0xFF5A, SCRIPT_LATIN},
              {0xFF66, 0xFF9F, SCRIPT_KANA},     {0x20000, 0x3FFFF, SCRIPT_HAN}};

static script script_of (uint32_t c) {
  size_t low = 0, high = sizeof ranges / sizeof ranges[0];
  if (c < 0x80) return aln_is_alpha ((unsigned char)c) ? SCRIPT_LATIN : SCRIPT_NONE;
  while (low < high) {
    size_t mid = low + (high - low) / 2;
    if (c > ranges[mid].to) low = mid + 1;
    else high = mid;
  }
  return low < sizeof ranges / sizeof ranges[0] && c >= ranges[low].from ? ranges[low].is
                                                                         : SCRIPT_NONE;
}

/* The first code point of valid UTF-8 and its bytes. */
static uint32_t first_point (aln_slice s, uint32_t *bytes) {
  const unsigned char *p = (const unsigned char *)s.p;
  uint32_t c = p[0], n = c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
  *bytes = n;
  if (n == 1 || s.n < n) return c;
  c &= 0x7Fu >> n;
  for (uint32_t i = 1; i < n; i++) c = c << 6 | (p[i] & 0x3Fu);
  return c;
}

typedef struct tally {
  aln_row row;
  uint32_t hits, weight;
  aln_word seen[WORDS_DISTINCT]; /* the first different words among the hits */
  uint32_t distinct;
} tally;

typedef struct counts {
  tally of[LANGUAGES_MOST];
  uint32_t n;
} counts;

/* The words of the lexicon's languages in a text, each once, in the order they come: half of the words
   of a text are a few dozen, and what they say for each language is looked up once. */
#define PLACES 1024u /* of a hash table, at most half full */
typedef struct frequent {
  aln_word word;
  uint32_t times;
} frequent;

typedef struct bag {
  frequent at[WORDS_MOST];
  uint32_t n;
  uint16_t place[PLACES]; /* index in 'at', from 1 */
} bag;

static void see (tally *t, aln_word word) {
  for (uint32_t i = 0; i < t->distinct; i++)
    if (t->seen[i] == word) return;
  if (t->distinct < WORDS_DISTINCT) t->seen[t->distinct++] = word;
}

static void count_row (counts *k, aln_row row, const frequent *w, uint32_t weight) {
  uint32_t i = 0;
  while (i < k->n && k->of[i].row != row) i++;
  if (i == LANGUAGES_MOST) return;
  if (i == k->n) {
    memset (&k->of[i], 0, sizeof k->of[i]);
    k->of[k->n++].row = row;
  }
  k->of[i].hits += w->times;
  k->of[i].weight += weight * w->times;
  see (&k->of[i], w->word);
}

/* A word that several languages have says less for each of them. */
static void count_word (counts *k, const aln_lexicon *x, aln_kind kind, const frequent *w) {
  const uint32_t first = aln_lexicon_entries (x, aln_lexicon_begin (x, w->word)->node);
  uint32_t share = 0;
  for (uint32_t e = first; e; e = aln_lexicon_entry (x, e)->next)
    share += aln_lexicon_entry (x, e)->kind == kind;
  for (uint32_t e = first; e && share; e = aln_lexicon_entry (x, e)->next)
    if (aln_lexicon_entry (x, e)->kind == kind)
      count_row (k, aln_lexicon_entry (x, e)->row, w, 60 / share);
}

/* One more of the word. */
static void add_word (bag *b, aln_word word) {
  uint32_t i = word % PLACES;
  while (b->place[i] && b->at[b->place[i] - 1].word != word) i = (i + 1) % PLACES;
  if (!b->place[i]) {
    b->at[b->n] = (frequent){word, 0};
    b->place[i] = (uint16_t)++b->n;
  }
  b->at[b->place[i] - 1].times++;
}

/* Chinese, Japanese and Korean write one another's letters: Kana among Han is Japanese, Hangul
   among Han Korean, unless it is a name or two. */
static script script_of_east (const uint32_t letters[SCRIPTS]) {
  uint32_t hangul = letters[SCRIPT_HANGUL], kana = letters[SCRIPT_KANA],
           all = hangul + kana + letters[SCRIPT_HAN];
  if (hangul >= kana && hangul * 4 >= all) return SCRIPT_HANGUL;
  return kana * 8 >= all ? SCRIPT_KANA : SCRIPT_HAN;
}

static script main_script (const uint32_t letters[SCRIPTS]) {
  /* a syllable or an ideogram stands for two letters and more of an alphabet */
  uint32_t east = 2 * (letters[SCRIPT_HANGUL] + letters[SCRIPT_KANA] + letters[SCRIPT_HAN]);
  uint32_t most = 0;
  script best = SCRIPT_NONE;
  for (int i = SCRIPT_LATIN; i < SCRIPTS; i++) {
    int eastern = i == SCRIPT_HANGUL || i == SCRIPT_KANA || i == SCRIPT_HAN;
    if (eastern || letters[i] <= most) continue;
    most = letters[i];
    best = (script)i;
  }
  return east > most ? script_of_east (letters) : best;
}

/* Are a language's words frequent enough among so many, with so much weight for the next? One word
   in twelve is (running text has one in three), in tables and lists one in thirty if it is plain
   which language they are of. Three different words at least: "v" of a table of matches is none. */
static int convinces (const tally *best, uint32_t second, uint32_t words) {
  if (best->distinct < WORDS_DISTINCT || best->weight <= second) return 0;
  return best->hits * 12 >= words || (best->hits * 30 >= words && best->weight >= 3 * second);
}

static aln_row row_by_words (const counts *k, uint32_t words) {
  const tally *best = &k->of[0];
  uint32_t second = 0;
  if (words < WORDS_LEAST || k->n == 0) return 0;
  for (uint32_t i = 1; i < k->n; i++) {
    uint32_t weight = k->of[i].weight;
    if (weight > best->weight) {
      second = best->weight;
      best = &k->of[i];
    } else if (weight > second) second = weight;
  }
  return convinces (best, second, words) ? best->row : 0;
}

static int is_word (const aln_token *t) {
  return t->kind == ALN_TOKEN_WORD || t->kind == ALN_TOKEN_IDEOGRAM;
}

/* One letter alone says something only where it is a word: not the S of "U.S.", not the s of "'s". */
static int may_be_frequent (aln_slice text, const aln_token *t) {
  if (t->word == 0) return 0;
  return t->to - t->from > 1 ||
         (aln_is_lower ((unsigned char)text.p[t->from]) && !(t->flags & ALN_TOKEN_GLUED));
}

/* The script of a token's first letter. */
static script script_at (aln_slice text, const aln_token *t) {
  uint32_t bytes;
  return script_of (first_point (aln_cut (text, (aln_span){t->from, t->to}), &bytes));
}

/* The letters of a token, each for its script; an ASCII word at once. */
static void count_letters (aln_slice text, const aln_token *t, uint32_t letters[SCRIPTS]) {
  aln_slice word = aln_cut (text, (aln_span){t->from, t->to});
  uint32_t bytes;
  if (aln_is_alpha ((unsigned char)word.p[0])) {
    letters[SCRIPT_LATIN] += (uint32_t)word.n;
    return;
  }
  for (; word.n; word.p += bytes, word.n -= bytes) {
    letters[script_of (first_point (word, &bytes))]++;
    if (bytes > word.n) return;
  }
}

/* The words of a script that some language of the lexicon has; how many words there are of it. */
static uint32_t fill_bag (bag *b, aln_slice text, const aln_token *t, uint32_t n, script is,
                          const aln_lexicon *x, aln_kind kind) {
  const uint64_t bit = aln_lexicon_bit (kind);
  uint32_t words = 0;
  b->n = 0;
  memset (b->place, 0, sizeof b->place);
  for (uint32_t i = 0; i < n && words < WORDS_MOST; i++) {
    if (!is_word (&t[i]) || script_at (text, &t[i]) != is) continue;
    words++;
    if ((aln_lexicon_begin (x, t[i].word)->alone & bit) && may_be_frequent (text, &t[i]))
      add_word (b, t[i].word);
  }
  return words;
}

/* Languages that share a script, told apart by the words written in it. */
static const char *by_words (aln_slice text, const aln_token *t, uint32_t n, script is,
                             const aln_lexicon *x) {
  aln_kind kind = aln_lexicon_kind (x, ALN_LIT ("languages"));
  counts k;
  bag b;
  uint32_t words;
  aln_slice code = {NULL, 0};
  aln_row row;
  k.n = 0;
  if (kind == 0) return NULL;
  words = fill_bag (&b, text, t, n, is, x, kind);
  for (uint32_t i = 0; i < b.n; i++) count_word (&k, x, kind, &b.at[i]);
  row = row_by_words (&k, words);
  if (row) code = aln_lexicon_get (x, row, ALN_LIT ("code"));
  return code.n ? code.p : NULL;
}

const char *aln_language (aln_slice text, const aln_tokens *tokens, const aln_lexicon *x) {
  uint32_t n = tokens->n < TOKENS_MOST ? tokens->n : TOKENS_MOST, letters[SCRIPTS] = {0};
  const char *told = NULL;
  script is;
  for (uint32_t i = 0; i < n; i++)
    if (is_word (&tokens->at[i])) count_letters (text, &tokens->at[i], letters);
  is = main_script (letters);
  if (is == SCRIPT_NONE) return "und";
  if (!alone[is] || is == SCRIPT_DEVANAGARI) told = by_words (text, tokens->at, n, is, x);
  if (told) return told;
  return alone[is] ? alone[is] : "und";
}
