/* unpreload.c: preloaded beside a sanitizer's library: takes LD_PRELOAD out of the environment once
   everything is loaded, so that the shells which specs start run without the sanitizer (TSan kills
   them, LeakSanitizer reports their leaks). A child that is lua5.4 gets it back by spec/tools/
   preloaded.sh, which stands first in PATH. */
#include <stdlib.h>

__attribute__ ((constructor)) static void unpreload (void) { unsetenv ("LD_PRELOAD"); }
