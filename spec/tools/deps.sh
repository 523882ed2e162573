#!/bin/sh
# deps.sh main|check: installs the system packages that are missing and says which; touches nothing else.
# main: what building, demo and tests need. check: what `make check` needs beside them.
set -u
what=${1:-main}

debian_main="gcc libc6-dev make pkg-config lua5.4 liblua5.4-dev libsqlite3-dev libutf8proc-dev libmd-dev libstemmer-dev luarocks lua-busted lua-check unicode-data"
debian_check="clang clang-tidy clang-format cppcheck llvm libclang-rt-14-dev valgrind libc6-dbg"
fedora_main="gcc make pkgconf-pkg-config lua lua-devel sqlite-devel utf8proc-devel libmd-devel libstemmer-devel luarocks unicode-ucd"
fedora_check="clang clang-tools-extra compiler-rt cppcheck llvm valgrind libasan libubsan libtsan"
brew_main="pkg-config lua@5.4 sqlite utf8proc libmd snowball luarocks"
brew_check="llvm cppcheck"

say() { echo "deps: $*"; }

# For systems without packages of busted and luacheck: rocks for this user.
rocks() {
  [ "$what" = main ] || return 0
  for rock in busted luacheck; do
    luarocks --lua-version=5.4 show "$rock" >/dev/null 2>&1 && continue
    say "installing the rock $rock for this user (luarocks --local)"
    luarocks --lua-version=5.4 --local install "$rock" || return 1
  done
}

# as_root COMMAND…: as root, by sudo where it asks for nothing or can ask.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then sudo "$@"
  else return 77
  fi
}

refuse() {
  say "cannot install: $1"
  say "please install these packages yourself: $2"
  exit 1
}

install_with() { # install_with MISSING COMMAND…
  missing=$1
  shift
  say "installing: $missing"
  as_root "$@"
  case $? in
    0) ;;
    77) refuse "not root, and no sudo that works without a password" "$missing" ;;
    *) refuse "the package manager failed (see above)" "$missing" ;;
  esac
}

# The packages of a list that a test (a command that takes the name last) does not know.
missing_of() { # missing_of LIST TEST…
  list=$1
  shift
  for p in $list; do "$@" "$p" >/dev/null 2>&1 || printf '%s ' "$p"; done
}

installed_deb() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

with_apt() {
  if [ "$what" = check ]; then list=$debian_check; else list=$debian_main; fi
  missing=$(missing_of "$list" installed_deb)
  [ -n "$missing" ] || { say "nothing is missing"; exit 0; }
  say "missing: $missing"
  as_root apt-get update -qq
  case $? in
    0) ;;
    77) refuse "not root, and no sudo that works without a password" "$missing" ;;
    *) say "apt-get update failed; trying with the lists that are there" ;;
  esac
  # shellcheck disable=SC2086
  install_with "$missing" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
}

with_dnf() {
  if [ "$what" = check ]; then list=$fedora_check; else list=$fedora_main; fi
  missing=$(missing_of "$list" rpm -q --whatprovides)
  # shellcheck disable=SC2086
  [ -z "$missing" ] || install_with "$missing" dnf install -y $missing
  rocks || refuse "luarocks failed (see above)" "the rocks busted and luacheck"
}

with_brew() {
  if [ "$what" = check ]; then list=$brew_check; else list=$brew_main; fi
  missing=$(missing_of "$list" brew list)
  if [ -n "$missing" ]; then
    say "installing: $missing"
    # shellcheck disable=SC2086
    brew install $missing || refuse "brew failed (see above)" "$missing"
  fi
  rocks || refuse "luarocks failed (see above)" "the rocks busted and luacheck"
}

if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then with_apt
elif command -v dnf >/dev/null; then with_dnf
elif command -v brew >/dev/null; then with_brew
elif [ "$what" = check ]; then
  refuse "this system has none of apt-get, dnf, brew" "clang with its sanitizers, clang-tidy, clang-format, cppcheck, valgrind"
else
  refuse "this system has none of apt-get, dnf, brew" \
    "a C compiler, make, pkg-config, Lua 5.4, SQLite 3.40 or newer, utf8proc, libmd, libstemmer (with their headers), luarocks, busted, luacheck"
fi
say "done"
