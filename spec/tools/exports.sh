#!/bin/sh
# exports.sh LIBRARY: fails unless luaopen_alliance_core is the one symbol that the library exports.
case $(uname -s) in
  Darwin) names=$(nm -gUj "$1" | sed 's/^_//') ;;
  *) names=$(nm -D --defined-only "$1" | awk '{ print $3 }' | grep -v '^__') ;;
esac
[ "$names" = luaopen_alliance_core ] && exit 0
echo "$1 should export luaopen_alliance_core alone; it exports:"
echo "$names" | head -n 40
exit 1
