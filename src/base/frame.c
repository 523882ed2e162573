/* frame.c: in: cells, row by row. Out: the same cells, by column.

     column:  name, kinds[cap] (1 byte a cell), values[cap] (8 bytes a cell)
     text:    value -> length (4 bytes), bytes; many to a chunk of the arena
     list:    value -> {n, cap, slices} in the arena; doubles as it grows */
#include "frame.h"

#include "arena.h"
#include "limits.h"
#include "mem.h"
#include "order.h"

#include <stdatomic.h>
#include <stdio.h>

#define TEXT_CHUNK 65536u /* bytes of arena taken at once for texts */

typedef struct list {
  uint32_t n, cap;
  aln_slice at[];
} list;

typedef union value {
  int64_t integer;
  double real;
  const char *text; /* length first */
  list *items;
} value;

typedef struct column {
  aln_slice name;
  uint8_t *kinds;
  value *values;
  uint32_t cap;           /* rows there is room for */
  aln_frame_filler *fill; /* not NULL: it waits to be filled */
  const void *of;
} column;

struct aln_frame {
  atomic_uint refs;
  aln_arena arena;
  column *columns;
  uint32_t n_columns, cap_columns, rows;
  uint32_t at; /* the row that is set */
  char *room;  /* where the next text goes */
  size_t left;
  size_t heap; /* bytes of the columns */
};

aln_frame *aln_frame_new (aln_status *st) {
  aln_frame *f;
  if (*st != ALN_OK) return NULL;
  f = aln_alloc (sizeof *f);
  if (!f) {
    *st = ALN_ENOMEM;
    return NULL;
  }
  memset (f, 0, sizeof *f);
  atomic_init (&f->refs, 1);
  return f;
}

aln_frame *aln_frame_hold (aln_frame *f) {
  atomic_fetch_add_explicit (&f->refs, 1, memory_order_relaxed);
  return f;
}

void aln_frame_drop (aln_frame *f) {
  if (!f || atomic_fetch_sub_explicit (&f->refs, 1, memory_order_acq_rel) != 1) return;
  for (uint32_t i = 0; i < f->n_columns; i++) {
    aln_free (f->columns[i].kinds);
    aln_free (f->columns[i].values);
  }
  aln_free (f->columns);
  aln_arena_free (&f->arena);
  aln_free (f);
}

/* -- columns and rows ------------------------------------------------------------------------ */

/* 'p' with room for 'n' items; the old block stays whole (and stays 'p') on failure. */
static void *resized (aln_status *st, void *p, size_t n, size_t item) {
  void *q = NULL;
  if (*st != ALN_OK) return p;
  if (n <= SIZE_MAX / item) q = aln_resize (p, n * item);
  if (!q) *st = ALN_ENOMEM;
  return q ? q : p;
}

static void grow_column (aln_status *st, aln_frame *f, column *c, uint32_t rows) {
  uint32_t cap = c->cap ? c->cap : 16;
  if (rows <= c->cap) return;
  while (cap < rows) cap = cap > UINT32_MAX / 2 ? UINT32_MAX : cap * 2;
  c->kinds = resized (st, c->kinds, cap, sizeof *c->kinds);
  c->values = resized (st, c->values, cap, sizeof *c->values);
  if (*st != ALN_OK) return;
  memset (c->kinds + c->cap, ALN_CELL_NIL, cap - c->cap);
  f->heap += (size_t)(cap - c->cap) * (sizeof *c->kinds + sizeof *c->values);
  c->cap = cap;
}

/* The name itself, or with a number behind it until nobody has it. */
static aln_slice own_name (aln_status *st, aln_frame *f, aln_slice name) {
  const size_t digits = 12; /* "_4294967295" and a NUL */
  char *p = aln_arena_get (st, &f->arena, name.n + digits);
  size_t n = name.n;
  if (!p) return name;
  if (n) memcpy (p, name.p, n);
  for (uint32_t number = f->n_columns + 1; aln_frame_column_find (f, (aln_slice){p, n}) >= 0;
       number++) {
    n = name.n + (size_t)snprintf (p + name.n, digits, "_%u", (unsigned)number);
  }
  return (aln_slice){p, n};
}

uint32_t aln_frame_add_column (aln_status *st, aln_frame *f, aln_slice name) {
  column *c;
  if (*st != ALN_OK) return 0;
  if (f->n_columns == ALN_COLUMNS_MAX) *st = ALN_ELIMIT;
  if (f->n_columns == f->cap_columns) {
    uint32_t cap = f->cap_columns ? f->cap_columns * 2 : 8;
    f->columns = resized (st, f->columns, cap, sizeof *f->columns);
    if (*st == ALN_OK) f->cap_columns = cap;
  }
  name = own_name (st, f, name);
  if (*st != ALN_OK) return 0;
  c = &f->columns[f->n_columns++];
  *c = (column){name, NULL, NULL, 0, NULL, NULL};
  f->heap += sizeof *c;
  grow_column (st, f, c, f->rows);
  return f->n_columns - 1;
}

void aln_frame_add_row (aln_status *st, aln_frame *f) {
  if (*st != ALN_OK) return;
  if (f->rows == UINT32_MAX) *st = ALN_ELIMIT;
  for (uint32_t i = 0; i < f->n_columns && *st == ALN_OK; i++) {
    grow_column (st, f, &f->columns[i], f->rows + 1);
  }
  if (*st == ALN_OK) f->at = f->rows++;
}

void aln_frame_go (aln_frame *f, uint32_t row) {
  if (row < f->rows) f->at = row;
}

uint32_t aln_frame_row (const aln_frame *f) { return f->at; }

/* -- cells of the last row ------------------------------------------------------------------- */

/* The place of a new cell; NULL where there is no such row or column. */
static value *set (aln_status *st, aln_frame *f, uint32_t at, aln_cell_kind kind) {
  if (*st == ALN_OK && (f->rows == 0 || at >= f->n_columns)) *st = ALN_EARG;
  if (*st != ALN_OK) return NULL;
  f->columns[at].kinds[f->at] = (uint8_t)kind;
  return &f->columns[at].values[f->at];
}

void aln_frame_set_integer (aln_status *st, aln_frame *f, uint32_t at, int64_t v) {
  value *to = set (st, f, at, ALN_CELL_INTEGER);
  if (to) to->integer = v;
}

void aln_frame_set_real (aln_status *st, aln_frame *f, uint32_t at, double v) {
  value *to = set (st, f, at, ALN_CELL_REAL);
  if (to) to->real = v;
}

void aln_frame_set_truth (aln_status *st, aln_frame *f, uint32_t at, int v) {
  value *to = set (st, f, at, ALN_CELL_TRUTH);
  if (to) to->integer = v != 0;
}

/* 'n' bytes for a text, packed one behind the other. */
static char *text_room (aln_status *st, aln_frame *f, size_t n) {
  char *p;
  if (n > f->left) {
    size_t take = n > TEXT_CHUNK / 4 ? n : TEXT_CHUNK;
    p = aln_arena_get (st, &f->arena, take);
    if (!p || take == n) return p; /* a long text has a place of its own */
    f->room = p;
    f->left = take;
  }
  p = f->room;
  f->room += n;
  f->left -= n;
  return p;
}

static const char *keep_text (aln_status *st, aln_frame *f, aln_slice v) {
  uint32_t n = (uint32_t)v.n;
  char *p;
  if (*st != ALN_OK) return NULL;
  if (v.n > UINT32_MAX - sizeof n) *st = ALN_ELIMIT;
  p = *st == ALN_OK ? text_room (st, f, sizeof n + n) : NULL;
  if (!p) return NULL;
  memcpy (p, &n, sizeof n);
  if (n) memcpy (p + sizeof n, v.p, n);
  return p;
}

static aln_slice text_at (const char *p) {
  uint32_t n;
  memcpy (&n, p, sizeof n);
  return (aln_slice){p + sizeof n, n};
}

/* The text of the cell above, when it is the same: sources and kinds repeat down a column. */
static const char *same_above (const aln_frame *f, uint32_t at, aln_slice v) {
  const column *c = &f->columns[at];
  uint32_t above = f->at - 1;
  if (f->at == 0 || c->kinds[above] != ALN_CELL_TEXT) return NULL;
  return aln_same (text_at (c->values[above].text), v) ? c->values[above].text : NULL;
}

void aln_frame_set_text (aln_status *st, aln_frame *f, uint32_t at, aln_slice v) {
  value *to = set (st, f, at, ALN_CELL_NIL); /* nil it stays where there is no memory */
  const char *text;
  if (!to) return;
  text = same_above (f, at, v);
  if (!text) text = keep_text (st, f, v);
  if (!text) return;
  to->text = text;
  set (st, f, at, ALN_CELL_TEXT);
}

static list *list_of (aln_status *st, aln_frame *f, uint32_t cap, const list *old) {
  list *l = aln_arena_get (st, &f->arena, sizeof *l + (size_t)cap * sizeof l->at[0]);
  if (!l) return NULL;
  l->cap = cap;
  l->n = old ? old->n : 0;
  if (l->n) memcpy (l->at, old->at, l->n * sizeof l->at[0]);
  return l;
}

void aln_frame_set_list (aln_status *st, aln_frame *f, uint32_t at) {
  value *to = set (st, f, at, ALN_CELL_NIL);
  list *l = to ? list_of (st, f, 2, NULL) : NULL;
  if (!l) return;
  to->items = l;
  set (st, f, at, ALN_CELL_LIST);
}

void aln_frame_add_item (aln_status *st, aln_frame *f, uint32_t at, aln_slice v) {
  const char *text;
  list *l;
  if (*st == ALN_OK && (f->rows == 0 || at >= f->n_columns)) *st = ALN_EARG;
  if (*st != ALN_OK) return;
  if (f->columns[at].kinds[f->at] != ALN_CELL_LIST) aln_frame_set_list (st, f, at);
  text = keep_text (st, f, v);
  if (!text) return;
  l = f->columns[at].values[f->at].items;
  if (l->cap > UINT32_MAX / 2) *st = ALN_ELIMIT;
  if (l->n == l->cap) l = list_of (st, f, l->cap * 2, l);
  if (!l || *st != ALN_OK) return;
  f->columns[at].values[f->at].items = l;
  l->at[l->n++] = text_at (text);
}

/* -- columns that wait ------------------------------------------------------------------------- */

void *aln_frame_room (aln_status *st, aln_frame *f, size_t n) {
  return aln_arena_get (st, &f->arena, n);
}

void aln_frame_put_off (aln_status *st, aln_frame *f, uint32_t at, aln_frame_filler *fill,
                        const void *of) {
  if (*st == ALN_OK && at >= f->n_columns) *st = ALN_EARG;
  if (*st != ALN_OK) return;
  f->columns[at].fill = fill;
  f->columns[at].of = of;
}

void aln_frame_ready (aln_status *st, aln_frame *f, uint32_t at) {
  aln_frame_filler *fill = at < f->n_columns ? f->columns[at].fill : NULL;
  const void *of = fill ? f->columns[at].of : NULL;
  if (*st != ALN_OK || !fill) return;
  fill (st, f, of);
  for (uint32_t i = 0; i < f->n_columns; i++) {
    column *c = &f->columns[i];
    if (c->fill != fill || c->of != of) continue;
    if (*st == ALN_OK) c->fill = NULL;
    else if (f->rows) memset (c->kinds, ALN_CELL_NIL, f->rows);
  }
}

/* -- asking ---------------------------------------------------------------------------------- */

uint32_t aln_frame_columns (const aln_frame *f) { return f->n_columns; }
uint32_t aln_frame_rows (const aln_frame *f) { return f->rows; }

aln_slice aln_frame_column_name (const aln_frame *f, uint32_t at) {
  return at < f->n_columns ? f->columns[at].name : (aln_slice){NULL, 0};
}

int aln_frame_column_find (const aln_frame *f, aln_slice name) {
  for (uint32_t i = 0; i < f->n_columns; i++) {
    if (aln_same (f->columns[i].name, name)) return (int)i;
  }
  return -1;
}

aln_cell aln_frame_cell (const aln_frame *f, uint32_t row, uint32_t at) {
  aln_cell cell = {ALN_CELL_NIL, {0}};
  const value *v;
  if (row >= f->rows || at >= f->n_columns) return cell;
  v = &f->columns[at].values[row];
  cell.kind = (aln_cell_kind)f->columns[at].kinds[row];
  switch (cell.kind) {
  case ALN_CELL_NIL: break;
  case ALN_CELL_INTEGER:
  case ALN_CELL_TRUTH: cell.as.integer = v->integer; break;
  case ALN_CELL_REAL: cell.as.real = v->real; break;
  case ALN_CELL_TEXT: cell.as.text = text_at (v->text); break;
  case ALN_CELL_LIST: cell.as.length = v->items->n; break;
  }
  return cell;
}

aln_slice aln_frame_item (const aln_frame *f, uint32_t row, uint32_t at, uint32_t i) {
  const list *l;
  if (aln_frame_cell (f, row, at).kind != ALN_CELL_LIST) return (aln_slice){NULL, 0};
  l = f->columns[at].values[row].items;
  return i < l->n ? l->at[i] : (aln_slice){NULL, 0};
}

size_t aln_frame_bytes (const aln_frame *f) { return sizeof *f + f->arena.bytes + f->heap; }

/* -- order ----------------------------------------------------------------------------------- */

typedef struct sorting {
  const aln_frame *f;
  uint32_t column;
  int descending;
} sorting;

static const unsigned char kind_rank[] = {
    [ALN_CELL_INTEGER] = 0, [ALN_CELL_REAL] = 0, [ALN_CELL_TRUTH] = 2,
    [ALN_CELL_TEXT] = 3,    [ALN_CELL_LIST] = 4, [ALN_CELL_NIL] = 5};

static int rank_of (const aln_cell *c) {
  if (c->kind == ALN_CELL_REAL && c->as.real != c->as.real) return 1; /* not a number: after all */
  return kind_rank[c->kind];
}

static int by_bytes (aln_slice a, aln_slice b) {
  size_t n = a.n < b.n ? a.n : b.n;
  int d = n ? memcmp (a.p, b.p, n) : 0;
  return d ? d : (a.n > b.n) - (a.n < b.n);
}

static double real_of (const aln_cell *c) {
  return c->kind == ALN_CELL_REAL ? c->as.real : (double)c->as.integer;
}

static int by_number (const aln_cell *a, const aln_cell *b) {
  if (a->kind != ALN_CELL_REAL && b->kind != ALN_CELL_REAL) {
    return (a->as.integer > b->as.integer) - (a->as.integer < b->as.integer);
  }
  return (real_of (a) > real_of (b)) - (real_of (a) < real_of (b));
}

static int by_items (const sorting *s, uint32_t x, uint32_t y) {
  const list *a = s->f->columns[s->column].values[x].items;
  const list *b = s->f->columns[s->column].values[y].items;
  for (uint32_t i = 0; i < a->n && i < b->n; i++) {
    int d = by_bytes (a->at[i], b->at[i]);
    if (d) return d;
  }
  return (a->n > b->n) - (a->n < b->n);
}

static int by_cell (const void *context, uint32_t x, uint32_t y) {
  const sorting *s = context;
  aln_cell a = aln_frame_cell (s->f, x, s->column), b = aln_frame_cell (s->f, y, s->column);
  int rank = rank_of (&a), d = rank - rank_of (&b);
  if (d) return d;
  if (rank == 0 || rank == 2) d = by_number (&a, &b);
  else if (rank == 3) d = by_bytes (a.as.text, b.as.text);
  else if (rank == 4) d = by_items (s, x, y);
  return s->descending ? -d : d;
}

void aln_frame_order (aln_status *st, const aln_frame *f, uint32_t at, int descending,
                      uint32_t *order, uint32_t n) {
  const sorting s = {f, at, descending};
  aln_order (st, order, n, by_cell, &s);
}
