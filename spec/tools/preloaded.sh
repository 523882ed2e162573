#!/bin/sh
# preloaded.sh BUILD LIBRARY LUA SCRIPT…: runs LUA with a sanitizer's library preloaded, and so every Lua that it starts.
build=$1 library=$2 lua=$3
mkdir -p "$build/bin"
${CC:-gcc} -shared -fPIC -o "$build/unpreload.so" spec/tools/unpreload.c || exit 1
cat >"$build/bin/$(basename "$lua")" <<END
#!/bin/sh
LD_PRELOAD="$library $build/unpreload.so" exec "$lua" "\$@"
END
chmod +x "$build/bin/$(basename "$lua")"
shift 3
PATH=$build/bin:$PATH
export PATH
exec "$build/bin/$(basename "$lua")" "$@"
