/* sniff.h: what bytes are that are no article. In: bytes or clean text. Out: a name, or nothing. */
#ifndef ALN_SNIFF_H
#define ALN_SNIFF_H

#include "../base/slice.h"

#pragma GCC visibility push(hidden)

/* "a PDF file", "a ZIP archive (or an office document)", …; NULL where no magic number is known. */
const char *aln_sniff_magic (aln_slice raw);

/* Does the text begin as a page of HTML does, after white space, comments and an XML declaration?
   *at: the byte of the tag that says so. */
int aln_sniff_html (aln_slice text, size_t *at);

#pragma GCC visibility pop

#endif
