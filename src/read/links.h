/* links.h: where links end. In: a text and the byte at which one may begin. Out: the byte behind it,
   before the punctuation of the sentence around it. */
#ifndef ALN_LINKS_H
#define ALN_LINKS_H

#include "../base/slice.h"

#pragma GCC visibility push(hidden)

size_t aln_url_end (aln_slice s, size_t from);    /* from its scheme or "www." on */
size_t aln_host_end (aln_slice s, size_t from);   /* a host name with a dot in it; 0: none */
size_t aln_handle_end (aln_slice s, size_t from); /* what is behind '@'; 'from': nothing */
size_t aln_tag_end (aln_slice s, size_t from);    /* what is behind '#'; 0: no letter is in it */
int aln_is_local_part (aln_slice s);              /* may it stand before the '@' of an address? */

#pragma GCC visibility pop

#endif
