/* yaml.h: one scalar of front matter -> its text.
   In: the bytes behind "key:" up to the next key, line feeds and all. Out: the value (YAML 1.2
   sections 7.3 and 6.5: quoting, escapes, folding), in the arena where it had to be rewritten. */
#ifndef ALN_YAML_H
#define ALN_YAML_H

#include "../base/arena.h"

#pragma GCC visibility push(hidden)

aln_slice aln_yaml_scalar (aln_status *st, aln_arena *a, aln_slice s);

#pragma GCC visibility pop

#endif
