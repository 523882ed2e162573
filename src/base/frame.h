/* frame.h: a table of results: named columns, values by column, made once and then never changed.
   A cell is nil, an integer, a real, a truth value, text, or a list of texts. Columns whose name
   begins with "_" are the row's origin (which article, which item made it): they are kept and
   follow the row everywhere, but are not shown or exported. Built by one thread: new, column…, then
   for every row: row, set…; sealed, it may be shared, once nothing waits to be filled. Reference-counted like a lexicon. Text is
   copied in once and given out as slices (a text equal to the one above it in its column is kept
   once). A column name that is there already gets the column's number behind it: id, id_2.
   Past UINT32_MAX rows, 4 GiB in one text or ALN_COLUMNS_MAX columns: ALN_ELIMIT. */
#ifndef ALN_FRAME_H
#define ALN_FRAME_H

#include "slice.h"
#include "status.h"

#pragma GCC visibility push(hidden)

typedef struct aln_frame aln_frame;

typedef enum aln_cell_kind {
  ALN_CELL_NIL,
  ALN_CELL_INTEGER,
  ALN_CELL_REAL,
  ALN_CELL_TRUTH,
  ALN_CELL_TEXT,
  ALN_CELL_LIST
} aln_cell_kind;

typedef struct aln_cell {
  aln_cell_kind kind;
  union {
    int64_t integer; /* truth: 0 or 1 */
    double real;
    aln_slice text;
    uint32_t length; /* list: aln_frame_item gives the texts */
  } as;
} aln_cell;

aln_frame *aln_frame_new (aln_status *st); /* one reference, the caller's */
uint32_t aln_frame_add_column (aln_status *st, aln_frame *f,
                               aln_slice name);        /* its index, from 0 */
void aln_frame_add_row (aln_status *st, aln_frame *f); /* every cell nil until set */
void aln_frame_set_integer (aln_status *st, aln_frame *f, uint32_t column, int64_t v);
void aln_frame_set_real (aln_status *st, aln_frame *f, uint32_t column, double v);
void aln_frame_set_truth (aln_status *st, aln_frame *f, uint32_t column, int v);
void aln_frame_set_text (aln_status *st, aln_frame *f, uint32_t column, aln_slice v);
void aln_frame_add_item (aln_status *st, aln_frame *f, uint32_t column,
                         aln_slice v);                                   /* to a list cell */
void aln_frame_set_list (aln_status *st, aln_frame *f, uint32_t column); /* a list without items */

/* Columns that are filled when somebody first asks for one of them: 'fill' goes to every row and sets its
   cells in all columns that were put off with it, from 'of', which has to live in the frame. After a
   failure they are nil, and are filled anew when they are asked for again. */
typedef void aln_frame_filler (aln_status *st, aln_frame *f, const void *of);
void *aln_frame_room (aln_status *st, aln_frame *f, size_t n); /* zeroed; as long as the frame */
void aln_frame_put_off (aln_status *st, aln_frame *f, uint32_t column, aln_frame_filler *fill,
                        const void *of);
void aln_frame_ready (aln_status *st, aln_frame *f, uint32_t column); /* fills it, where it waits */
void aln_frame_go (aln_frame *f, uint32_t row); /* to the row that is set from now on */
uint32_t aln_frame_row (const aln_frame *f);

aln_frame *aln_frame_hold (aln_frame *f);
void aln_frame_drop (aln_frame *f);

uint32_t aln_frame_columns (const aln_frame *f);
uint32_t aln_frame_rows (const aln_frame *f);
aln_slice aln_frame_column_name (const aln_frame *f, uint32_t column);
int aln_frame_column_find (const aln_frame *f, aln_slice name); /* -1: no such column */
aln_cell aln_frame_cell (const aln_frame *f, uint32_t row, uint32_t column);
aln_slice aln_frame_item (const aln_frame *f, uint32_t row, uint32_t column, uint32_t i);
size_t aln_frame_bytes (const aln_frame *f);

/* Sorts the n row numbers of 'order' by a column, stably: numbers, then truth values, text by its
   bytes, lists by their items; nil last. 'descending' turns the order within each kind. */
void aln_frame_order (aln_status *st, const aln_frame *f, uint32_t column, int descending,
                      uint32_t *order, uint32_t n);

#pragma GCC visibility pop

#endif
