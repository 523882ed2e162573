/* oom.c: runs a Lua script again and again, refusing memory from the Nth request on, N = 1, 2, …
   In: a script that returns a function (job), and the path of a file that the job may make. Four
   sweeps: Lua's allocator while the library is loaded ("load") and while the job runs ("lua"), the
   core's (core.probe.fail_from, a build with ALN_COUNT_ALLOCS; "core") and SQLite's ("sqlite"). Each
   ends when the job gets through. After every run Lua is closed and must hold 0 bytes, the core 0
   blocks, SQLite 0 bytes. Out: a line a sweep; exit status 1 at the first leak. Refusing only the
   Nth request would test nothing: Lua collects its garbage and asks again. */
#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct heap { /* Lua's: what is in use, and how many requests are still granted */
  size_t bytes;
  long left; /* < 0: every one */
  long refused;
} heap;

typedef struct sweep {
  const char *name, *script, *file;
  long n; /* the request from which on memory is refused */
} sweep;

/* SQLite's allocator has no user pointer: this is a host for one test, not the library. */
static sqlite3_mem_methods sqlite_real;
static long sqlite_left = -1, sqlite_refused;

static int refuse (long *left, long *refused) {
  if (*left < 0) return 0;
  if (*left > 0) {
    (*left)--;
    return 0;
  }
  (*refused)++;
  return 1;
}

static void *lua_memory (void *ud, void *p, size_t was, size_t n) {
  heap *h = ud;
  void *q;
  if (!p) was = 0; /* a type tag, not a size */
  if (n == 0) {
    free (p);
    h->bytes -= was;
    return NULL;
  }
  if (n > was && refuse (&h->left, &h->refused)) return NULL;
  q = realloc (p, n);
  if (q) h->bytes += n - was;
  return q;
}

static void *sqlite_malloc (int n) {
  return refuse (&sqlite_left, &sqlite_refused) ? NULL : sqlite_real.xMalloc (n);
}

static void *sqlite_realloc (void *p, int n) {
  return refuse (&sqlite_left, &sqlite_refused) ? NULL : sqlite_real.xRealloc (p, n);
}

static void watch_sqlite (void) {
  sqlite3_mem_methods m;
  sqlite3_config (SQLITE_CONFIG_GETMALLOC, &sqlite_real);
  m = sqlite_real;
  m.xMalloc = sqlite_malloc;
  m.xRealloc = sqlite_realloc;
  sqlite3_config (SQLITE_CONFIG_MALLOC, &m);
}

static void remove_file (const char *path) {
  static const char *const ends[] = {"", "-wal", "-shm", "-journal"};
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
    char name[1024];
    snprintf (name, sizeof name, "%s%s", path, ends[i]);
    remove (name);
  }
}

/* [-0, +1, e]  core.probe[name] */
static void push_probe (lua_State *L, const char *name) {
  luaL_getsubtable (L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
  lua_getfield (L, -1, "alliance.core");
  lua_getfield (L, -1, "probe");
  if (lua_getfield (L, -1, name) != LUA_TFUNCTION)
    luaL_error (L, "core.probe.%s is not there: build with -DALN_COUNT_ALLOCS", name);
  lua_replace (L, -4);
  lua_pop (L, 2);
}

static void core_fail_from (lua_State *L, long n) {
  push_probe (L, "fail_from");
  lua_pushinteger (L, n);
  lua_call (L, 1, 0);
}

static long core_live (lua_State *L) {
  long n;
  push_probe (L, "live");
  lua_call (L, 0, 1);
  n = (long)lua_tointeger (L, -1);
  lua_pop (L, 1);
  return n;
}

static void load_job (lua_State *L, const sweep *s) { /* [-0, +1, e] */
  if (luaL_loadfile (L, s->script) != LUA_OK) lua_error (L);
  lua_call (L, 0, 1);
}

/* Runs under lua_pcall with the sweep and the heap as its arguments. */
static int run (lua_State *L) {
  const sweep *s = lua_touserdata (L, 1);
  heap *h = lua_touserdata (L, 2);
  int load = strcmp (s->name, "load") == 0;
  if (load) h->left = s->n - 1;
  load_job (L, s);
  if (strcmp (s->name, "lua") == 0) h->left = s->n - 1;
  if (strcmp (s->name, "core") == 0) core_fail_from (L, s->n);
  if (strcmp (s->name, "sqlite") == 0) sqlite_left = s->n - 1;
  if (load) return 0;
  lua_pushstring (L, s->file);
  lua_call (L, 1, 0);
  return 0;
}

/* What the core still holds, asked through a state of its own. */
static int live_after (lua_State *L) {
  luaL_openlibs (L);
  lua_getglobal (L, "require");
  lua_pushstring (L, "alliance.core");
  lua_call (L, 1, 0);
  core_fail_from (L, 0);
  lua_pushinteger (L, core_live (L));
  return 1;
}

static long leaked_blocks (void) {
  lua_State *L = luaL_newstate ();
  long n = -1;
  if (!L) return n;
  lua_pushcfunction (L, live_after);
  if (lua_pcall (L, 0, 1, 0) == LUA_OK) n = (long)lua_tointeger (L, -1);
  else fprintf (stderr, "oom: %s\n", lua_tostring (L, -1));
  lua_close (L);
  return n;
}

/* 1: got through; 0: failed, as it may; -1: something was left behind. */
static int attempt (const sweep *s, char *message, size_t room) {
  heap h = {0, -1, 0};
  lua_State *L = lua_newstate (lua_memory, &h);
  long blocks;
  int st;
  if (!L) return -1;
  remove_file (s->file);
  luaL_openlibs (L);
  lua_pushcfunction (L, run);
  lua_pushlightuserdata (L, (void *)s);
  lua_pushlightuserdata (L, &h);
  st = lua_pcall (L, 2, 0, 0);
  h.left = sqlite_left = -1; /* memory is there again: closing must find its way */
  snprintf (message, room, "%s", st == LUA_OK ? "" : luaL_tolstring (L, -1, NULL));
  lua_close (L);
  blocks = leaked_blocks ();
  if (h.bytes == 0 && blocks == 0 && sqlite3_memory_used () == 0) return st == LUA_OK;
  fprintf (stderr,
           "oom: %s, request %ld: left are %zu bytes of Lua, %ld blocks, %lld of SQLite (%s)\n",
           s->name, s->n, h.bytes, blocks, (long long)sqlite3_memory_used (), message);
  return -1;
}

/* Every request up to 200, then steps of 3 %: the job's requests grow with the lexicon. */
static long next (long n) { return n < 200 ? n + 1 : n + n / 32; }

static int sweep_all (sweep *s) {
  char message[400];
  long points = 0;
  for (s->n = 1; s->n < 100000000; s->n = next (s->n)) {
    int got = attempt (s, message, sizeof message);
    if (got < 0) return 0;
    if (got > 0) {
      printf ("oom: %-6s %ld points, through at request %ld\n", s->name, points, s->n);
      return 1;
    }
    points++;
  }
  fprintf (stderr, "oom: %s never gets through: %s\n", s->name, message);
  return 0;
}

int main (int argc, char **argv) {
  static const char *const names[] = {"load", "lua", "core", "sqlite"};
  char message[400];
  if (argc != 3) return fprintf (stderr, "usage: oom SCRIPT FILE\n"), 2;
  watch_sqlite ();
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    sweep s = {names[i], argv[1], argv[2], 1L << 40};
    if (attempt (&s, message, sizeof message) != 1)
      return fprintf (stderr, "oom: fails with memory to spare: %s\n", message), 1;
    if (!sweep_all (&s)) return 1;
  }
  remove_file (argv[2]);
  return 0;
}
