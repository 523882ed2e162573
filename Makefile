# alliance: one word per wish.
#   make                build in place, into build/
#   make deps demo      install what is missing, build, show what it does
#   make deps test      install what is missing, build, run every spec; all but the slow again under ASan and UBSan
#   make deps-check check     failed allocations, threads, valgrind, linters, format, the rock; each alone as check-NAME
#   make fuzz TIME=60   libFuzzer on the reader       make bench    speed and size
#   make tagger         learns names anew
#   make score          the labelled sets             make install  luarocks make (LUAROCKS_FLAGS=--local)
#   eval "$(make -s env)"     use the working tree from any folder
# Another build beside the first: make B=build/mine CFLAGS="-O0 -g -fPIC" LDFLAGS=...

# `lua` is 5.1 on Debian as soon as luarocks is there, so a name with the version goes first.
LUA     := $(shell command -v lua5.4 || command -v lua-5.4 || echo lua)
LUAC    := $(shell command -v luac5.4 || command -v luac-5.4 || echo luac)
LUAROCKS = luarocks --lua-version=5.4
LUAPC   := $(shell for p in lua5.4 lua-5.4 lua; do pkg-config --exists $$p 2>/dev/null && echo $$p && break; done)

B       = build
CC      = gcc
CFLAGS  = -O2 -g -fPIC -flto=auto
LDFLAGS =
PKGS    = $(LUAPC) sqlite3 libutf8proc libmd
WARN    = -std=c11 -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wstrict-prototypes \
          -Wmissing-prototypes -Wwrite-strings -Wundef -Wvla -Werror=implicit-function-declaration
# utf8proc's own flags ask to export its functions from our library: not wanted.
INC    := $(filter-out -DUTF8PROC_EXPORTS,$(shell pkg-config --cflags $(PKGS) 2>/dev/null))
LIBS   := $(shell pkg-config --libs sqlite3 libutf8proc libmd 2>/dev/null) -lstemmer -lpthread -lm
SHARED := $(if $(filter Darwin,$(shell uname -s)),-bundle -undefined dynamic_lookup,-shared)
SRC     = $(sort $(wildcard src/*/*.c))
HDR     = $(sort $(wildcard src/*/*.h))
OBJ     = $(SRC:%.c=$(B)/%.o)
SO      = $(B)/alliance/core.so
TOOLS_C = $(wildcard spec/tools/*.c spec/bench/*.c)
LUA_ALL = $(shell find lua spec examples -name '*.lua' | sort)

# What a Lua program needs to find the working tree, without installing.
PATHS   = LUA_PATH_5_4='$(CURDIR)/lua/?.lua;$(CURDIR)/lua/?/init.lua;;' LUA_CPATH_5_4='$(CURDIR)/$(B)/?.so;;'
SPECS   = spec
# Slow specs (tag #slow: whole conformance files, big inputs) are left out where a tool slows all down.
QUICK   = --exclude-tags=slow
# Specs of what runs on threads; and of the C core, for valgrind, which is slow.
THREADED = spec/keep/adding_spec.lua spec/keep/store_spec.lua spec/read/article_spec.lua
CORE    = spec/read spec/notice spec/keep spec/ask/counting_spec.lua spec/ask/stories_spec.lua
TALLY   = sh spec/tools/tally.sh
MAKE_IN = $(MAKE) --no-print-directory

SAN     = -g -O1 -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=undefined
ASAN    = B=build/asan CFLAGS="$(SAN) -fPIC -DALN_COUNT_ALLOCS" LDFLAGS="-fsanitize=address,undefined -Wl,-z,nodelete"
TSAN    = B=build/tsan CFLAGS="-g -O1 -fPIC -fsanitize=thread" LDFLAGS="-fsanitize=thread -Wl,-z,nodelete"

.PHONY: all build deps deps-check env demo test spec spec-asan lint check fuzz bench score tagger install rockspec hide readme output manual clean \
        spec-preloaded fuzz-preloaded oom tour

all: build
build: $(SO)
	@:

$(SO): $(OBJ)
	@mkdir -p $(@D)
	@echo '  LD $@'
	@$(CC) $(SHARED) $(LDFLAGS) -o $@ $(OBJ) $(LIBS)

$(B)/%.o: %.c Makefile
	@mkdir -p $(@D)
	@echo '  CC $<'
	@$(CC) $(WARN) $(INC) $(CFLAGS) -fvisibility=hidden -MMD -MP -c -o $@ $<

-include $(OBJ:.o=.d)

deps:
	@sh spec/tools/deps.sh main
deps-check:
	@sh spec/tools/deps.sh check

# A make of its own, since `make deps demo` looks programs up before deps has installed them; so in `test`.
demo:
	@$(MAKE_IN) tour && echo 'demo: it works' || { echo 'demo: FAILED'; exit 1; }
tour: build
	@$(PATHS) $(LUA) examples/tour.lua examples/articles

env:
	@echo 'export LUA_PATH_5_4="$(CURDIR)/lua/?.lua;$(CURDIR)/lua/?/init.lua;;"'
	@echo 'export LUA_CPATH_5_4="$(CURDIR)/$(B)/?.so;;"'

# -- specs ------------------------------------------------------------------------------------------
test:
	@rm -f build/tally/test
	@$(MAKE_IN) build
	@$(TALLY) run build/tally/test specs $(MAKE_IN) spec || true
	@$(TALLY) run build/tally/test luacheck $(MAKE_IN) lint || true
	@$(TALLY) run build/tally/test 'specs under ASan and UBSan' $(MAKE_IN) spec-asan || true
	@$(TALLY) sum test build/tally/test

spec: build
	@$(PATHS) $(LUA) spec/run.lua $(SPECS)

spec-asan:
	@$(MAKE_IN) $(ASAN) build
	@$(MAKE_IN) B=build/asan spec-preloaded PRELOAD=libasan.so ONLY='$(QUICK)'
spec-preloaded:
	@$(PATHS) UBSAN_OPTIONS=print_stacktrace=1 TSAN_OPTIONS=halt_on_error=1 CC='$(CC)' sh spec/tools/preloaded.sh \
	  '$(CURDIR)/$(B)' "$$($(CC) -print-file-name=$(PRELOAD))" '$(LUA)' spec/run.lua $(ONLY) $(SPECS)

# luacheck and its modules run under 5.1, which a 5.4 path would kill.
lint:
	@env -u LUA_PATH -u LUA_CPATH luacheck -q --no-color lua spec examples

# -- checks: each alone as check-NAME -----------------------------------------------------------------
# Two lanes side by side, about as long as each other: those of a lane share a build.
LANE_1 = oom fuzz valgrind
LANE_2 = tidy crash tsan exports rock cppcheck format luac luacheck
CHECKS = $(LANE_1) $(LANE_2)
.PHONY: $(CHECKS:%=check-%) lane

check:
	@rm -f build/tally/check*
	@$(MAKE_IN) build
	@$(MAKE_IN) lane LANE='$(LANE_1)' N=1 & one=$$!; $(MAKE_IN) lane LANE='$(LANE_2)' N=2; wait $$one
	@cat build/tally/check-1 build/tally/check-2 >build/tally/check
	@$(TALLY) sum check build/tally/check
lane:
	@for c in $(LANE); do $(TALLY) quietly build/tally/check-$(N) check-$$c $(MAKE_IN) check-$$c || true; done

check-oom:
	@$(MAKE_IN) $(ASAN) build
	@$(CC) $(WARN) $(INC) $(SAN) -o build/asan/oom spec/tools/oom.c $(shell pkg-config --libs $(LUAPC)) $(LIBS)
	@$(MAKE_IN) B=build/asan oom
oom:
	@$(PATHS) ASAN_OPTIONS=allocator_may_return_null=1 $(B)/oom spec/tools/oom.lua $(B)/oom.db

# Mutations of the examples by a fixed seed, under ASan and UBSan; `make fuzz` goes on from there.
check-fuzz:
	@$(MAKE_IN) $(ASAN) build
	@$(MAKE_IN) B=build/asan fuzz-preloaded
fuzz-preloaded:
	@$(PATHS) UBSAN_OPTIONS=print_stacktrace=1 ASAN_OPTIONS=detect_leaks=0 CC='$(CC)' sh spec/tools/preloaded.sh \
	  '$(CURDIR)/$(B)' "$$($(CC) -print-file-name=libasan.so)" '$(LUA)' spec/tools/fuzz_seeded.lua $(B) 100 1 \
	  examples/articles/* spec/fixtures/*.txt
	@$(PATHS) UBSAN_OPTIONS=print_stacktrace=1 ASAN_OPTIONS=detect_leaks=0 CC='$(CC)' sh spec/tools/preloaded.sh \
	  '$(CURDIR)/$(B)' "$$($(CC) -print-file-name=libasan.so)" '$(LUA)' spec/tools/fuzz_streams.lua 1000 1

# Kills a process that adds, at random moments; the streams must be whole each time.
check-crash: build
	@$(PATHS) $(LUA) spec/tools/crash.lua 100 1 $(B)/crash.db

check-tsan:
	@$(MAKE_IN) $(TSAN) build
	@$(CC) $(WARN) -g -O1 -fsanitize=thread -Isrc -o build/tsan/pool_test spec/base/pool_test.c src/base/*.c $(LIBS)
	@build/tsan/pool_test
	@$(MAKE_IN) B=build/tsan spec-preloaded PRELOAD=libtsan.so ONLY='$(QUICK)' SPECS='$(THREADED)'

check-valgrind: build
	@$(PATHS) valgrind -q --leak-check=full --errors-for-leak-kinds=definite --error-exitcode=9 \
	  $(LUA) spec/run.lua $(QUICK) $(CORE)

check-exports: build
	@sh spec/tools/exports.sh $(SO)

# Builds the rock offline in a copy of the tree: luarocks leaves its objects where it builds.
check-rock:
	@rm -rf build/rock && mkdir -p build/rock/from
	@cp -R src lua spec examples rockspec $(wildcard docs README.md LICENSE) build/rock/from/
	@cd build/rock/from && $(LUAROCKS) lint rockspec/alliance-scm-1.rockspec
	@cd build/rock/from && $(LUAROCKS) --tree=../tree make rockspec/alliance-scm-1.rockspec
	@sh spec/tools/exports.sh build/rock/tree/lib/lua/5.4/alliance/core.so
	@cd build/rock/from && $(LUAROCKS) test rockspec/alliance-scm-1.rockspec -- spec/read

check-tidy:
	@printf '%s\n' $(SRC) | xargs -P 1 -n 8 sh -c 'clang-tidy --quiet "$$@" -- $(WARN) $(INC)' tidy

# ctuuninitvar takes "a pointer to what the callee fills" for a use; identicalInnerCondition `if (x) return x`.
check-cppcheck:
	@cppcheck --std=c11 --enable=warning,performance,portability --inline-suppr --error-exitcode=2 --quiet \
	  --suppress=missingIncludeSystem --suppress=identicalInnerCondition --suppress=ctuuninitvar src

check-format:
	@clang-format --dry-run --Werror $(SRC) $(HDR) $(TOOLS_C)

# luac5.4 of Debian aborts when given two files.
check-luac:
	@printf '%s\n' $(LUA_ALL) | xargs -n 1 $(LUAC) -p

check-luacheck: lint

# -- measuring -----------------------------------------------------------------------------------------
TIME = 60
fuzz:
	@mkdir -p build/fuzz/corpus
	@cp -n examples/articles/* build/fuzz/corpus/ 2>/dev/null || true
	clang -g -O1 -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined $(INC) -o build/fuzz/fuzz \
	  spec/tools/fuzz.c $(SRC) $(shell pkg-config --libs $(LUAPC)) $(LIBS)
	$(PATHS) build/fuzz/fuzz -detect_leaks=0 -max_total_time=$(TIME) -max_len=8192 -timeout=5 -artifact_prefix=build/fuzz/ build/fuzz/corpus

bench: build
	@mkdir -p build/bench
	@$(CC) $(WARN) $(INC) -O2 -o build/bench/fts_baseline spec/bench/fts_baseline.c $(LIBS)
	@$(PATHS) $(LUA) spec/bench/bench.lua build/bench
	@$(PATHS) $(LUA) spec/bench/stories.lua 1000 10000
	@$(CC) $(WARN) -O2 -o build/bench/floor spec/bench/floor.c
	@$(PATHS) $(LUA) spec/bench/words.lua build/bench
	@$(PATHS) $(LUA) spec/bench/counting.lua build/bench
	@$(PATHS) $(LUA) spec/bench/jobs.lua build/bench

score: build
	@$(PATHS) LUA=$(LUA) sh spec/tools/score.sh

# Learns the tagger's weights anew from articles with marked names (numbers only: no text is in them).
NAMES = ../shared/data/names
tagger: build
	@$(CC) $(WARN) $(INC) -O2 -fPIC $(SHARED) -fvisibility=hidden -o $(B)/train_tagger.so spec/tools/train_tagger.c $(OBJ) $(LIBS) -lm
	@$(PATHS) $(LUA) spec/tools/train_tagger.lua $(NAMES).input.jsonl $(NAMES).gold.jsonl 2 >/dev/null
	@$(PATHS) $(LUA) spec/tools/train_tagger.lua $(NAMES).input.jsonl $(NAMES).gold.jsonl >$(B)/weights.lua
	@mv $(B)/weights.lua lua/alliance/lexicon/weights.lua

install:
	$(LUAROCKS) $(LUAROCKS_FLAGS) make rockspec/alliance-scm-1.rockspec

# -- upkeep --------------------------------------------------------------------------------------------
# Writes the lists of the rockspec anew from the tree; spec/house_spec.lua compares them.
rockspec:
	@$(LUA) spec/tools/house.lua rockspec
# Puts the two visibility pragmas into headers that lack them.
hide:
	@$(LUA) spec/tools/house.lua hide

# Writes what README's script prints; spec/house_spec.lua compares it.
# The manual of the public functions, as HTML in build/manual (Debian: lua-ldoc).
manual:
	@command -v ldoc >/dev/null || { echo "manual: LDoc is not here; on Debian: apt-get install lua-ldoc" >&2; exit 1; }
	@ldoc -q . >build/manual.log 2>&1 || { cat build/manual.log >&2; exit 1; }
	@echo "manual: build/manual/index.html"

# What the scripts of examples/ print, for the specs to compare: look at the difference before it is committed.
output: build
	@for f in spec/fixtures/examples/*.txt; do \
	  $(PATHS) $(LUA) examples/$$(basename $$f .txt).lua </dev/null | sed 's/ *$$//' >$$f || exit 1; done

readme: build
	@$(PATHS) $(LUA) spec/tools/house.lua readme

clean:
	rm -rf build alliance
	find src -name '*.o' -delete
