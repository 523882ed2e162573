/* marks.h: what a punctuation mark is, whatever way news types it.
   In: text and tokens. Out: one plain ASCII letter for each family of marks. */
#ifndef ALN_MARKS_H
#define ALN_MARKS_H

#include "../base/token.h"

#pragma GCC visibility push(hidden)

/* '-' every dash, hyphen and underscore, '"' and '\'' every quote, '*' every bullet, '<' and '>'
   also their East Asian kin, else the ASCII mark itself; 0 for words, numbers and other symbols. */
char aln_mark_of_odd (aln_slice text, const aln_token *t); /* what is no ASCII letter or digit */
static inline char aln_mark_of (aln_slice text, const aln_token *t) {
  unsigned char c = (unsigned char)text.p[t->from];
  return aln_is_alpha (c) || aln_is_digit (c) ? 0 : aln_mark_of_odd (text, t);
}

/* 'marks' holds aln_mark_of every token. Do tokens [from, to) end a sentence, seen from their last marks (closing quotes and brackets may
   follow the stop)? */
int aln_ends_sentence (aln_slice text, const aln_token *t, const char *marks, uint32_t from,
                       uint32_t to);

#pragma GCC visibility pop

#endif
