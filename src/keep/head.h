/* head.h: in: a read article and its index entry. Out: the columns of its row. Private to src/keep/. */
#ifndef ALN_HEAD_H
#define ALN_HEAD_H

#include "sqlite.h"
#include "terms.h"

#pragma GCC visibility push(hidden)

/* Can the bytes stand as SQLite text: UTF-8 without NUL? */
int aln_head_plain (aln_slice s);
/* The names of the byline, joined by "; ". */
void aln_head_byline (aln_status *st, const aln_article *a, aln_buf *out);
/* Parameters 1 … 19 of ALN_SQL_ARTICLE and ALN_SQL_REREAD: what was read. */
void aln_head_bind (int *rc, aln_store *s, sqlite3_stmt *q, const aln_article *a,
                    const aln_entry_text *e, aln_slice byline);

#pragma GCC visibility pop

#endif
