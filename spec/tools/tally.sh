#!/bin/sh
# tally.sh: runs a command, says how it went, and adds a line "passed failed pending name" to a file.
#   tally.sh run FILE NAME COMMAND…      its output is shown
#   tally.sh quietly FILE NAME COMMAND…  its output is shown only where it fails
#   tally.sh sum WHAT FILE               ends with "WHAT: N passed, N failed"; fails where any did, or none ran
# A command that runs specs leaves their totals in the file that TOTALS names (spec/tools/output.lua);
# any other command, and one that dies before its totals are written, counts as one.
set -u

sum() {
  what=$1 file=$2
  if [ ! -s "$file" ]; then echo "$what: 0 passed, 0 failed (nothing ran)"; exit 1; fi
  awk -v what="$what" '
    { passed += $1; failed += $2; pending += $3 }
    $2 { name = $0; sub(/^[0-9]+ [0-9]+ [0-9]+ /, "", name); printf "%s: %s: %d failed\n", what, name, $2 }
    END {
      if (pending) printf "%s: %d pending (what they need is absent)\n", what, pending
      printf "%s: %d passed, %d failed\n", what, passed, failed
      exit (failed > 0 || passed == 0)
    }' "$file"
}

run() {
  how=$1 file=$2 name=$3
  shift 3
  mkdir -p "$(dirname "$file")"
  log=$file.$(echo "$name" | tr -c 'A-Za-z0-9\n' '-').log
  begun=$(date +%s)
  if [ "$how" = run ]; then
    TOTALS=$PWD/$log.totals
    export TOTALS
    rm -f "$TOTALS"
  fi
  if [ "$how" = quietly ]; then
    if "$@" >"$log" 2>&1 </dev/null; then status=0; else status=$?; fi
    [ "$status" -eq 0 ] || tail -n 80 "$log"
  else
    echo "== $name"
    if "$@" </dev/null; then status=0; else status=$?; fi
  fi
  took=$(($(date +%s) - begun))
  if [ "$how" = run ] && [ -s "$TOTALS" ]; then
    read -r passed failed pending <"$TOTALS"
    # Specs may all pass and the process still end badly: a leak found at exit.
    if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
  elif [ "$status" -eq 0 ]; then passed=1 failed=0 pending=0
  else passed=0 failed=1 pending=0
  fi
  echo "$passed $failed $pending $name" >>"$file"
  if [ "$status" -eq 0 ]; then echo "ok     $name ($took s)"; else echo "FAILED $name ($took s, status $status)"; fi
  return "$status"
}

case $1 in
  sum) sum "$2" "$3" ;;
  run | quietly) run "$@" ;;
  *) echo "tally.sh: run, quietly or sum, not '$1'" >&2; exit 2 ;;
esac
