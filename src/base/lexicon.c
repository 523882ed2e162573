/* lexicon.c: in: rows and phrases of folded words. Out: the trie (lexicon.h).
   Words, edges and kinds stand in open-addressing tables of powers of two, at most half full. */
#include "lexicon.h"

#include "bits.h"
#include "letters.h"
#include "limits.h"
#include "mem.h"

#include <stdatomic.h>

typedef struct node { /* of kinds a bit each, the last one shared */
  uint64_t kinds;     /* those that a phrase through here leads to */
  uint64_t ends;      /* those that have a phrase ending here */
  uint64_t on;        /* a bit for each class of words that go on from here (word_bit) */
  uint32_t entries;   /* the first entry whose phrase ends here, 0: none */
  uint32_t first, n;  /* its steps in 'packed', once sealed */
  uint32_t heads;     /* the first row of each kind in 'ends', in their order, once sealed */
} node;

typedef struct edge {
  aln_node from; /* 0: empty cell */
  aln_word word;
  aln_node to;
} edge;

typedef struct step {
  aln_word word;
  aln_node to;
} step;

typedef struct field {
  uint32_t code; /* of the key */
  uint32_t next;
  uint32_t key_n, value_n;
  const char *key, *value;
} field;

typedef struct row {
  uint64_t has;    /* a bit for each class of keys that it has (aln_lexicon_key_bit) */
  uint32_t fields; /* index of the newest field, 0: none */
  aln_kind kind;
  uint16_t note; /* see aln_lexicon_seal */
} row;

#define KIND_SLOTS 256u
static uint32_t kind_slot (uint32_t code) { return code * 0x9E3779B1u >> 24; }

struct aln_lexicon {
  aln_trie top; /* first: what the header's inline functions look into */
  atomic_int holders;
  aln_arena arena;
  ALN_LIST (aln_beginning) words; /* [0] is no word, [1] is {n} */
  ALN_LIST (node) nodes;          /* [0] is no node, [1] the root */
  ALN_LIST (aln_entry) entries;
  ALN_LIST (field) fields;
  ALN_LIST (row) rows;
  ALN_LIST (aln_slice) kinds, keys;
  ALN_LIST (uint32_t) kind_codes;
  edge *edges;
  step *
      packed; /* the edges but those of the root: node by node, words ascending; NULL until sealed */
  aln_row *heads; /* of all nodes; NULL until sealed */
  uint32_t edge_mask, edge_count;
  aln_slice model, dates;
  aln_kind kind_slots[KIND_SLOTS]; /* by their codes; the last one that falls there, 0: none */
  char hash[41];
};

static uint32_t hash_edge (aln_node from, aln_word word) {
  uint64_t x = ((uint64_t)from << 32 | word) * UINT64_C (0x9E3779B97F4A7C15);
  return (uint32_t)(x >> 32);
}

/* -- words --------------------------------------------------------------------------------------
 */

static uint32_t *word_slot (const aln_lexicon *x, aln_slice s, uint32_t hash) {
  uint32_t i = hash & x->top.mask;
  for (; x->top.slots[i]; i = (i + 1) & x->top.mask) {
    const aln_beginning *w = &x->words.at[ALN_LEXICON_NUMBER (x->top.slots[i])];
    if (ALN_LEXICON_MAY_BE (x->top.slots[i], hash) && w->hash == hash && aln_same (w->text, s))
      break;
  }
  return &x->top.slots[i];
}

static void put_word (aln_lexicon *x, aln_word word) {
  const aln_beginning *w = &x->words.at[word];
  *word_slot (x, w->text, w->hash) = word | (w->hash & ~(ALN_LEXICON_MAX - 1));
}

static void grow_word_table (aln_status *st, aln_lexicon *x) {
  uint32_t size = x->top.slots ? (x->top.mask + 1) * 2 : 1024;
  uint32_t *table = aln_arena_get (st, &x->arena, size * sizeof *table);
  if (!table) return;
  x->top.slots = table;
  x->top.mask = size - 1;
  for (uint32_t i = 1; i < x->words.n; i++) put_word (x, i);
}

static aln_word intern (aln_status *st, aln_lexicon *x, aln_slice s) {
  uint32_t hash = aln_letters_hash (s), slot;
  aln_beginning *cell;
  if (*st != ALN_OK) return 0;
  if (x->words.n * 2 > x->top.mask) grow_word_table (st, x);
  if (*st != ALN_OK) return 0;
  slot = *word_slot (x, s, hash);
  if (slot) return ALN_LEXICON_NUMBER (slot);
  if (x->words.n >= ALN_LEXICON_MAX) *st = ALN_ELIMIT;
  s = aln_arena_copy (st, &x->arena, s);
  cell = ALN_ADD (st, &x->arena, &x->words);
  if (!cell) return 0;
  x->top.begins = x->words.at;
  cell->text = s;
  cell->hash = hash;
  memcpy (cell->head, s.p, s.n < ALN_WORD_HEAD ? s.n : ALN_WORD_HEAD);
  put_word (x, x->words.n - 1);
  x->top.hashes[hash % ALN_LEXICON_HASHES / 64] |= UINT64_C (1) << hash % 64;
  return x->words.n - 1;
}

aln_word aln_lexicon_word (const aln_lexicon *x, aln_slice folded) {
  if (folded.n == 0 || folded.n > ALN_WORD_MAX) return 0;
  return ALN_LEXICON_NUMBER (*word_slot (x, folded, aln_letters_hash (folded)));
}

static int same_lowered (const aln_beginning *w, aln_slice ascii) {
  const char *folded = w->text.n <= ALN_WORD_HEAD ? w->head : w->text.p, *p = ascii.p;
  size_t n = ascii.n;
  if (w->text.n != n) return 0;
  for (; n > 8; n -= 8, p += 8, folded += 8)
    if (aln_letters_lower (aln_eight (p)) != aln_eight (folded)) return 0;
  return aln_letters_lower (aln_letters_few (p, n)) == aln_letters_few (folded, n);
}

aln_word aln_lexicon_word_ascii (const aln_lexicon *x, aln_slice ascii) {
  const uint32_t hash = aln_letters_hash (ascii);
  uint32_t slot;
  if (!aln_lexicon_has_hash (&x->top, hash)) return 0;
  for (uint32_t i = hash & x->top.mask; (slot = x->top.slots[i]); i = (i + 1) & x->top.mask) {
    const aln_beginning *w = &x->words.at[ALN_LEXICON_NUMBER (slot)];
    if (ALN_LEXICON_MAY_BE (slot, hash) && w->hash == hash && same_lowered (w, ascii))
      return ALN_LEXICON_NUMBER (slot);
  }
  return 0;
}

/* -- edges --------------------------------------------------------------------------------------
 */

static edge *edge_slot (edge *edges, uint32_t mask, aln_node from, aln_word word) {
  uint32_t i = hash_edge (from, word) & mask;
  while (edges[i].from && (edges[i].from != from || edges[i].word != word)) i = (i + 1) & mask;
  return &edges[i];
}

static void grow_edges (aln_status *st, aln_lexicon *x) {
  uint32_t size = x->edges ? (x->edge_mask + 1) * 2 : 1024;
  edge *edges = aln_arena_get (st, &x->arena, size * sizeof *edges);
  if (!edges) return;
  for (uint32_t i = 0; x->edges && i <= x->edge_mask; i++)
    if (x->edges[i].from)
      *edge_slot (edges, size - 1, x->edges[i].from, x->edges[i].word) = x->edges[i];
  x->edges = edges;
  x->edge_mask = size - 1;
}

/* Words are numbered as they come: neighbours fall into different classes. */
static uint64_t word_bit (aln_word word) { return UINT64_C (1) << (word & 63); }

static aln_node make_step (aln_status *st, aln_lexicon *x, aln_node at, aln_word word) {
  node *fresh;
  edge *e;
  if (x->edge_count * 2 >= x->edge_mask) grow_edges (st, x);
  if (*st != ALN_OK) return 0;
  e = edge_slot (x->edges, x->edge_mask, at, word);
  if (e->from) return e->to;
  fresh = ALN_ADD (st, &x->arena, &x->nodes);
  if (!fresh) return 0;
  *e = (edge){at, word, x->nodes.n - 1};
  x->nodes.at[at].on |= word_bit (word);
  if (at == ALN_ROOT) x->words.at[word].node = e->to;
  x->edge_count++;
  return e->to;
}

static inline aln_node packed_step (const aln_lexicon *x, const node *from, aln_word word) {
  const step *s = x->packed + from->first;
  uint32_t low = 0, high = from->n;
  while (high - low > 4) {
    uint32_t mid = low + (high - low) / 2;
    if (s[mid].word <= word) low = mid;
    else high = mid;
  }
  for (; low < high; low++)
    if (s[low].word == word) return s[low].to;
  return 0;
}

/* Not from the root. */
static inline aln_node step_on (const aln_lexicon *x, aln_node at, aln_word word) {
  if (!word || !(x->nodes.at[at].on & word_bit (word))) return 0;
  if (!x->packed) return edge_slot (x->edges, x->edge_mask, at, word)->to;
  return packed_step (x, &x->nodes.at[at], word);
}

aln_node aln_lexicon_step (const aln_lexicon *x, aln_node at, aln_word word) {
  return at == ALN_ROOT ? x->words.at[word].node : step_on (x, at, word);
}

aln_node aln_lexicon_step_of (const aln_lexicon *x, aln_node at, aln_word word, uint64_t kinds) {
  aln_node to = at == ALN_ROOT ? x->words.at[word].node : step_on (x, at, word);
  return x->nodes.at[to].kinds & kinds ? to : 0; /* no node leads nowhere */
}

/* -- building -----------------------------------------------------------------------------------
 */

aln_lexicon *aln_lexicon_new (aln_status *st) {
  aln_lexicon *x = aln_alloc (sizeof *x);
  if (!x) {
    *st = ALN_ENOMEM;
    return NULL;
  }
  memset (x, 0, sizeof *x);
  atomic_init (&x->holders, 1);
  ALN_ADD (st, &x->arena, &x->words);
  ALN_ADD (st, &x->arena, &x->nodes);
  ALN_ADD (st, &x->arena, &x->nodes); /* ALN_ROOT */
  ALN_ADD (st, &x->arena, &x->entries);
  ALN_ADD (st, &x->arena, &x->fields);
  ALN_ADD (st, &x->arena, &x->rows);
  ALN_ADD (st, &x->arena, &x->kinds);
  ALN_ADD (st, &x->arena, &x->kind_codes);
  grow_word_table (st, x);
  grow_edges (st, x);
  intern (st, x, ALN_LIT ("{n}")); /* ALN_WORD_NUMBER */
  if (*st == ALN_OK) return x;
  aln_lexicon_drop (x);
  return NULL;
}

static aln_kind make_kind (aln_status *st, aln_lexicon *x, aln_slice name) {
  aln_kind known = aln_lexicon_kind (x, name);
  uint32_t *code;
  aln_slice *k;
  if (known) return known;
  if (x->kinds.n >= UINT16_MAX) *st = ALN_ELIMIT;
  name = aln_arena_copy (st, &x->arena, name);
  k = ALN_ADD (st, &x->arena, &x->kinds);
  code = ALN_ADD (st, &x->arena, &x->kind_codes);
  if (!code) return 0;
  *k = name;
  *code = aln_lexicon_code (name);
  x->kind_slots[kind_slot (*code)] = (aln_kind)(x->kinds.n - 1);
  return (aln_kind)(x->kinds.n - 1);
}

aln_row aln_lexicon_add_row (aln_status *st, aln_lexicon *x, aln_slice kind) {
  aln_kind k = make_kind (st, x, kind);
  row *r = ALN_ADD (st, &x->arena, &x->rows);
  if (!r) return 0;
  r->kind = k;
  return x->rows.n - 1;
}

/* The key as it was kept before; there are few. */
static aln_slice same_key (aln_status *st, aln_lexicon *x, aln_slice key, uint32_t code) {
  aln_slice *k;
  for (uint32_t i = 0; i < x->keys.n; i++)
    if (aln_lexicon_code (x->keys.at[i]) == code && aln_same (x->keys.at[i], key))
      return x->keys.at[i];
  key = aln_arena_copy (st, &x->arena, key);
  k = ALN_ADD (st, &x->arena, &x->keys);
  if (k) *k = key;
  return key;
}

void aln_lexicon_add_field (aln_status *st, aln_lexicon *x, aln_row r, aln_slice key,
                            aln_slice value) {
  uint32_t code = aln_lexicon_code (key);
  aln_slice k = same_key (st, x, key, code), v = aln_arena_copy (st, &x->arena, value);
  field *f = ALN_ADD (st, &x->arena, &x->fields);
  if (!f) return;
  *f = (field){code, x->rows.at[r].fields, (uint32_t)k.n, (uint32_t)v.n, k.p, v.p};
  x->rows.at[r].has |= aln_lexicon_key_bit (f->code);
  x->rows.at[r].fields = x->fields.n - 1;
}

void aln_lexicon_add_phrase (aln_status *st, aln_lexicon *x, aln_row r, const aln_slice *words,
                             uint32_t n, uint32_t flags) {
  aln_node at = ALN_ROOT;
  aln_entry *e;
  aln_kind kind;
  uint64_t bit;
  if (*st != ALN_OK || n == 0) return;
  kind = x->rows.at[r].kind;
  bit = aln_lexicon_bit (kind);
  if (n > ALN_PHRASE_MAX) *st = ALN_ELIMIT;
  for (uint32_t i = 0; i < n && *st == ALN_OK; i++) {
    aln_word w = intern (st, x, words[i]);
    at = make_step (st, x, at, w);
    if (!at) return;
    x->nodes.at[at].kinds |= bit;
    if (i == 0) x->words.at[w].kinds |= bit;
    if (i == 0) x->words.at[w].keys |= x->rows.at[r].has;
    if (n == 1) x->words.at[w].alone |= bit;
  }
  e = ALN_ADD (st, &x->arena, &x->entries);
  if (!e) return;
  *e = (aln_entry){r, 0, (uint16_t)flags, kind};
  x->nodes.at[at].ends |= bit;
  uint32_t *last =
      &x->nodes.at[at].entries; /* rows of one phrase stay in the order they were added */
  while (*last) last = &x->entries.at[*last].next;
  *last = x->entries.n - 1;
}

void aln_lexicon_set_model (aln_status *st, aln_lexicon *x, aln_slice model) {
  x->model = aln_arena_copy (st, &x->arena, model);
}

void aln_lexicon_set_dates (aln_status *st, aln_lexicon *x, aln_slice rules) {
  x->dates = aln_arena_copy (st, &x->arena, rules);
}

static void pack_step (aln_lexicon *x, const edge *e) {
  node *from = &x->nodes.at[e->from];
  step *s = x->packed + from->first;
  uint32_t i = from->n++;
  for (; i > 0 && s[i - 1].word > e->word; i--) s[i] = s[i - 1];
  s[i] = (step){e->word, e->to};
}

static void pack_edges (aln_status *st, aln_lexicon *x) {
  step *packed = aln_arena_get (st, &x->arena, (x->edge_count + 1) * sizeof *packed);
  uint32_t next = 0;
  if (!packed) return;
  for (uint32_t i = 0; i <= x->edge_mask; i++)
    if (x->edges[i].from > ALN_ROOT) x->nodes.at[x->edges[i].from].n++;
  for (aln_node k = 0; k < x->nodes.n; k++) {
    x->nodes.at[k].first = next;
    next += x->nodes.at[k].n;
    x->nodes.at[k].n = 0;
  }
  x->packed = packed;
  for (uint32_t i = 0; i <= x->edge_mask; i++)
    if (x->edges[i].from > ALN_ROOT) pack_step (x, &x->edges[i]);
}

/* Where the first row of the kind with this bit stands among the heads of a node. */
static uint32_t head_at (const node *k, uint64_t bit) {
  return k->heads + aln_ones (k->ends & (bit - 1));
}

/* The first row of each kind of a node, so that none of its entries has to be looked for: what ends
   with a common word is of up to ten kinds. Each has at most as many heads as entries. */
static void pack_heads (aln_status *st, aln_lexicon *x) {
  aln_row *heads = aln_arena_get (st, &x->arena, x->entries.n * sizeof *heads);
  uint32_t next = 0;
  for (aln_node k = 0; heads && k < x->nodes.n; k++) {
    x->nodes.at[k].heads = next;
    next += aln_ones (x->nodes.at[k].ends);
    for (uint32_t e = x->nodes.at[k].entries; e; e = x->entries.at[e].next) {
      aln_row *head = &heads[head_at (&x->nodes.at[k], aln_lexicon_bit (x->entries.at[e].kind))];
      if (!*head) *head = x->entries.at[e].row;
    }
  }
  x->heads = heads;
}

/* Entries of one phrase side by side. */
static void pack_entries (aln_status *st, aln_lexicon *x) {
  aln_entry *packed = aln_arena_get (st, &x->arena, x->entries.n * sizeof *packed);
  uint32_t next = 1;
  if (!packed) return;
  for (aln_node k = 0; k < x->nodes.n; k++) {
    uint32_t e = x->nodes.at[k].entries;
    if (!e) continue;
    x->nodes.at[k].entries = next;
    for (; e; e = x->entries.at[e].next, next++) {
      packed[next] = x->entries.at[e];
      packed[next].next = packed[next].next ? next + 1 : 0;
    }
  }
  x->entries.at = packed;
  x->entries.cap = x->entries.n;
}

#define LINE 64u /* bytes of a line of a cache */

static void align_words (aln_status *st, aln_lexicon *x) {
  size_t size = x->words.n * sizeof *x->words.at;
  char *room = aln_arena_get (st, &x->arena, size + LINE);
  if (!room) return;
  room += LINE - (uintptr_t)room % LINE;
  x->top.begins = x->words.at = memcpy (room, x->words.at, size);
  x->words.cap = x->words.n;
}

void aln_lexicon_seal (aln_status *st, aln_lexicon *x, const char hash[41],
                       aln_lexicon_notes notes) {
  if (*st == ALN_OK) pack_edges (st, x);
  if (*st == ALN_OK) pack_entries (st, x);
  if (*st == ALN_OK) pack_heads (st, x);
  if (*st == ALN_OK) align_words (st, x);
  for (aln_word w = 1; *st == ALN_OK && w < x->words.n; w++)
    x->words.at[w].note = notes.word (x, w);
  for (aln_row r = 1; *st == ALN_OK && r < x->rows.n; r++) x->rows.at[r].note = notes.row (x, r);
  memcpy (x->hash, hash, 41);
}

aln_lexicon *aln_lexicon_hold (aln_lexicon *x) {
  atomic_fetch_add (&x->holders, 1);
  return x;
}

void aln_lexicon_drop (aln_lexicon *x) {
  if (!x || atomic_fetch_sub (&x->holders, 1) != 1) return;
  aln_arena_free (&x->arena);
  aln_free (x);
}

/* -- asking -------------------------------------------------------------------------------------
 */

const char *aln_lexicon_hash (const aln_lexicon *x) { return x->hash; }
aln_slice aln_lexicon_model (const aln_lexicon *x) { return x->model; }
aln_slice aln_lexicon_dates (const aln_lexicon *x) { return x->dates; }

aln_kind aln_lexicon_kind (const aln_lexicon *x, aln_slice name) {
  const uint32_t code = aln_lexicon_code (name);
  const aln_kind likely = x->kind_slots[kind_slot (code)];
  if (x->kind_codes.at[likely] == code && aln_same (x->kinds.at[likely], name)) return likely;
  for (uint32_t i = 1; i < x->kinds.n; i++)
    if (x->kind_codes.at[i] == code && aln_same (x->kinds.at[i], name)) return (aln_kind)i;
  return 0;
}

uint16_t aln_lexicon_row_note (const aln_lexicon *x, aln_row r) { return x->rows.at[r].note; }
aln_kind aln_lexicon_row_kind (const aln_lexicon *x, aln_row r) { return x->rows.at[r].kind; }
aln_slice aln_lexicon_kind_name (const aln_lexicon *x, aln_kind k) { return x->kinds.at[k]; }

aln_slice aln_lexicon_field (const aln_lexicon *x, aln_row r, aln_slice key, uint32_t code) {
  const row *at = &x->rows.at[r];
  const field *f;
  for (uint32_t i = at->has & aln_lexicon_key_bit (code) ? at->fields : 0; i; i = f->next) {
    f = &x->fields.at[i];
    if (f->code == code && aln_same ((aln_slice){f->key, f->key_n}, key))
      return (aln_slice){f->value, f->value_n};
  }
  return (aln_slice){"", 0};
}

uint64_t aln_lexicon_ends (const aln_lexicon *x, aln_node at) { return x->nodes.at[at].ends; }
uint32_t aln_lexicon_entries (const aln_lexicon *x, aln_node at) { return x->nodes.at[at].entries; }
const aln_entry *aln_lexicon_entry (const aln_lexicon *x, uint32_t e) { return &x->entries.at[e]; }

aln_row aln_lexicon_first (const aln_lexicon *x, aln_node at, aln_kind kind) {
  const node *k = &x->nodes.at[at];
  if (x->heads && kind && kind < 63) /* kinds past these share a bit */
    return k->ends & aln_lexicon_bit (kind) ? x->heads[head_at (k, aln_lexicon_bit (kind))] : 0;
  for (uint32_t e = k->entries; e; e = x->entries.at[e].next)
    if (kind == 0 || x->entries.at[e].kind == kind) return x->entries.at[e].row;
  return 0;
}

/* Two ways on where a number has a word of its own ("2+2") and may be {n} too. */
static uint32_t longest_from (const aln_lexicon *x, aln_node at, const aln_token *t, uint32_t n,
                              aln_kind kind, uint32_t depth, aln_row *found) {
  uint32_t best = 0;
  for (int way = 0; n > 0 && depth < ALN_PHRASE_MAX && way < 2; way++) {
    aln_node to = 0;
    aln_row here = 0, deeper = 0;
    uint32_t more;
    if (way == 0) to = aln_lexicon_step (x, at, t->word);
    else if (t->kind == ALN_TOKEN_NUMBER) to = aln_lexicon_step (x, at, ALN_WORD_NUMBER);
    if (!to || !(x->nodes.at[to].kinds & aln_lexicon_bit (kind))) continue;
    more = longest_from (x, to, t + 1, n - 1, kind, depth + 1, &deeper);
    if (more == 0) here = aln_lexicon_first (x, to, kind);
    if (more == 0 && !here) continue;
    if (more + 1 > best) {
      best = more + 1;
      *found = more ? deeper : here;
    }
  }
  return best;
}

/* Of phrases that begin with a word: one way through the trie, as long as no number comes. */
static uint32_t walk_on (const aln_lexicon *x, const aln_token *t, uint32_t n, aln_kind kind,
                         aln_row *found) {
  const uint64_t bit = aln_lexicon_bit (kind);
  uint32_t best = 0;
  aln_node at = ALN_ROOT, end = 0; /* of the longest; 0: 'r' is its row */
  aln_row r = 0;
  for (uint32_t i = 0; i < n && i < ALN_PHRASE_MAX; i++) {
    const node *here;
    if (t[i].kind == ALN_TOKEN_NUMBER) {
      aln_row further = 0;
      uint32_t more = longest_from (x, at, t + i, n - i, kind, i, &further);
      if (more) best = i + more, r = further, end = 0;
      break;
    }
    at = i ? step_on (x, at, t[i].word) : x->words.at[t[i].word].node;
    here = &x->nodes.at[at];
    if (!(here->kinds & bit)) break; /* no node has none */
    if ((here->ends & bit) && (kind < 63 || aln_lexicon_first (x, at, kind)))
      best = i + 1, end = at;
    if (!here->on) break;
  }
  if (best && found) *found = end ? aln_lexicon_first (x, end, kind) : r;
  return best;
}

uint32_t aln_lexicon_walk (const aln_lexicon *x, const aln_token *t, uint32_t n, aln_kind kind,
                           aln_row *found) {
  const aln_node at = x->words.at[t->word].node;
  const node *first = &x->nodes.at[at];
  aln_row r;
  if (t->kind == ALN_TOKEN_NUMBER ||
      (n > 1 && (t[1].kind == ALN_TOKEN_NUMBER || (first->on & word_bit (t[1].word)))))
    return walk_on (x, t, n, kind, found);
  if (!(first->ends & aln_lexicon_bit (kind))) return 0; /* one word, as nearly always */
  if (!found && kind < 63) return 1;
  r = aln_lexicon_first (x, at, kind);
  if (r && found) *found = r;
  return r != 0;
}
