/* fuzz.c: libFuzzer's bytes -> the library, through Lua, so that what must hold is said in fuzz.lua.
   Linked with all of src/; a broken promise aborts with its message. Leaks are left to check-oom:
   what Lua has not collected yet looks like one. */
#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int luaopen_alliance_core (lua_State *L);
int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t n);

static lua_State *lua;

static void die (void) {
  fprintf (stderr, "fuzz: %s\n", luaL_tolstring (lua, -1, NULL));
  abort ();
}

int LLVMFuzzerInitialize (int *argc, char ***argv) {
  (void)argc, (void)argv;
  lua = luaL_newstate ();
  if (!lua) abort ();
  luaL_openlibs (lua);
  luaL_requiref (lua, "alliance.core", luaopen_alliance_core, 0);
  lua_settop (lua, 0);
  if (luaL_dofile (lua, "spec/tools/fuzz.lua")) die ();
  return 0;
}

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t n) {
  lua_pushvalue (lua, 1);
  lua_pushlstring (lua, (const char *)data, n);
  if (lua_pcall (lua, 1, 0, 0) != LUA_OK) die ();
  return 0;
}
