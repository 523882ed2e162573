# alliance: one word per wish. See README.md; 'make' builds in place.
#   make deps demo     install what is missing, build, show what it does
#   make deps test     install what is missing, build, run every spec
LUA     = lua5.4
B       = build
CC      = gcc
CFLAGS  = -O2 -g -fPIC
LDFLAGS =
PKGS    = lua5.4 sqlite3 libutf8proc libmd
WARN    = -std=c11 -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wstrict-prototypes \
          -Wmissing-prototypes -Wwrite-strings -Wundef -Wvla -Werror=implicit-function-declaration
INC     = $(filter-out -DUTF8PROC_EXPORTS,$(shell pkg-config --cflags $(PKGS)))
LIBS    = $(shell pkg-config --libs sqlite3 libutf8proc libmd) -lpthread
SRC     = $(wildcard src/*/*.c)
OBJ     = $(SRC:%.c=$(B)/%.o)
SO      = $(B)/alliance/core.so
BUSTED  = $(LUA) /usr/bin/busted

.PHONY: all build env spec clean

all: build
build: $(SO)

$(SO): $(OBJ)
	@mkdir -p $(@D)
	@echo '  LD $@'
	@$(CC) -shared $(LDFLAGS) -o $@ $(OBJ) $(LIBS)

$(B)/%.o: %.c Makefile
	@mkdir -p $(@D)
	@echo '  CC $<'
	@$(CC) $(WARN) $(INC) $(CFLAGS) -fvisibility=hidden -MMD -MP -c -o $@ $<

-include $(OBJ:.o=.d)

env:
	@echo 'export LUA_PATH_5_4="$(CURDIR)/lua/?.lua;$(CURDIR)/lua/?/init.lua;;"'
	@echo 'export LUA_CPATH_5_4="$(CURDIR)/$(B)/?.so;;"'

spec: build
	LUA_PATH_5_4='$(CURDIR)/lua/?.lua;;' LUA_CPATH_5_4='$(CURDIR)/$(B)/?.so;;' $(BUSTED) spec

clean:
	rm -rf build
