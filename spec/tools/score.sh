#!/bin/sh
# score.sh: feeds every labelled set beside the repository to examples/extract.lua and prints how it scores, a line a set.
# LUA names the interpreter. Scores of sets whose fields are not read yet are 0: that is what they are.
set -u
shared=../shared
[ -f "$shared/score/score.py" ] || { echo "score: skipped, $shared/score is not there"; exit 0; }
command -v python3 >/dev/null || { echo "score: skipped, python3 is not there"; exit 0; }
[ -f examples/extract.lua ] || { echo "score: skipped, examples/extract.lua is not there"; exit 0; }
out=build/score
mkdir -p "$out"

line() { printf '%-10s %8s %9s  %s\n' "$@"; }

# score.py scores copies by the stories of a set, everything else by the records of single articles.
records() { # records SET INPUT
  if [ "$1" = copies ]; then
    "$LUA" spec/tools/stories.lua "$2"
  else
    "$LUA" examples/extract.lua <"$2"
  fi
}

status=0
line set seconds records score
for input in "$shared"/data/*.input.jsonl; do
  name=$(basename "$input" .input.jsonl)
  [ -f "$shared/data/$name.gold.jsonl" ] || [ "$name" = seeds ] || continue
  if [ "$name" = copies ] && [ ! -f spec/tools/stories.lua ]; then
    line "$name" - - "skipped: set:stories() is not built"
    continue
  fi
  begun=$(date +%s)
  if ! records "$name" "$input" >"$out/$name.jsonl" 2>"$out/$name.err"; then
    line "$name" - - "failed: $(tail -n 1 "$out/$name.err")"
    status=1
    continue
  fi
  took=$(($(date +%s) - begun))
  score=$(python3 "$shared/score/score.py" "$name" "$out/$name.jsonl" 2>&1)
  printf '%s\n' "$score" >"$out/$name.score"
  line "$name" "$took" "$(wc -l <"$out/$name.jsonl")" "$(printf '%s' "$score" | tail -n 1 | cut -c 1-300)"
done
echo "score: whole answers are in $out/SET.score"
exit $status
