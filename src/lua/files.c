/* files.c: the few things about files that Lua's own library cannot say. Names come sorted by their
   bytes, so that every machine adds in the same order.
   What the system refuses is nil, message, "EIO". */
#define _XOPEN_SOURCE 700
#include "binding.h"

#include "../base/buf.h"
#include "../base/limits.h"

#include <dirent.h>
#include <errno.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct scratch { /* what has to be given back, whatever Lua raises */
  aln_buf bytes;
  DIR *folder;
  FILE *file;
  glob_t found;
  int globbed;
} scratch;

static int scratch_close (lua_State *L) {
  scratch *s = lua_touserdata (L, 1);
  aln_buf_free (&s->bytes);
  if (s->folder) closedir (s->folder);
  if (s->file) fclose (s->file);
  if (s->globbed) globfree (&s->found);
  s->folder = NULL;
  s->file = NULL;
  s->globbed = 0;
  return 0;
}

static scratch *push_scratch (lua_State *L) { /* [-0, +1, m] given back by __close or __gc */
  scratch *s = lua_newuserdatauv (L, sizeof *s, 0);
  memset (s, 0, sizeof *s);
  if (luaL_newmetatable (L, "alliance.files")) {
    lua_pushcfunction (L, scratch_close);
    lua_setfield (L, -2, "__gc");
    lua_pushcfunction (L, scratch_close);
    lua_setfield (L, -2, "__close");
  }
  lua_setmetatable (L, -2);
  lua_toclose (L, -1);
  return s;
}

static int refused (lua_State *L, int error) { /* [-0, +4, m] */
  aln_fault f;
  aln_fail (&f, ALN_EIO, ALN_NOWHERE, "%s", strerror (error));
  return aln_push_fault (L, &f);
}

/* core.stat (path): "file", "folder" or "other"; bytes; a text that tells it from all others. */
static int file_stat (lua_State *L) {
  const char *path = luaL_checkstring (L, 1);
  struct stat s;
  if (stat (path, &s) != 0) return refused (L, errno);
  lua_pushstring (L, S_ISREG (s.st_mode) ? "file" : S_ISDIR (s.st_mode) ? "folder" : "other");
  lua_pushinteger (L, (lua_Integer)s.st_size);
  lua_pushfstring (L, "%I:%I", (LUAI_UACINT)s.st_dev, (LUAI_UACINT)s.st_ino);
  return 3;
}

/* -- names ------------------------------------------------------------------------------------ */

static int by_bytes (const void *a, const void *b) {
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static int push_names (lua_State *L, const char **names, size_t n) { /* [-0, +1, m] sorted */
  if (n) qsort (names, n, sizeof *names, by_bytes);
  lua_createtable (L, (int)n, 0);
  for (size_t i = 0; i < n; i++) {
    lua_pushstring (L, names[i]);
    lua_seti (L, -2, (lua_Integer)i + 1);
  }
  return 1;
}

static size_t gather (aln_status *st, scratch *s) { /* names, each with its NUL; 0-based count */
  size_t n = 0;
  const struct dirent *d;
  while (*st == ALN_OK && (errno = 0, d = readdir (s->folder)) != NULL) {
    if (strcmp (d->d_name, ".") == 0 || strcmp (d->d_name, "..") == 0) continue;
    aln_buf_add (st, &s->bytes, (aln_slice){d->d_name, strlen (d->d_name) + 1});
    n++;
  }
  return n;
}

/* core.list (path): the names in a folder. */
static int list (lua_State *L) {
  const char *path = luaL_checkstring (L, 1), **names, *p;
  scratch *s = push_scratch (L);
  aln_status st = ALN_OK;
  size_t n;
  s->folder = opendir (path);
  if (!s->folder) return refused (L, errno);
  n = gather (&st, s);
  if (st != ALN_OK) return luaL_error (L, "list: %s", aln_status_text (st));
  if (errno) return refused (L, errno);
  names = lua_newuserdatauv (L, n * sizeof *names + 1, 0);
  p = s->bytes.p;
  for (size_t i = 0; i < n; i++, p += strlen (p) + 1) names[i] = p;
  return push_names (L, names, n);
}

/* core.glob (pattern): the paths that match (glob (3)), maybe none. */
static int find (lua_State *L) {
  const char *pattern = luaL_checkstring (L, 1);
  scratch *s = push_scratch (L);
  int rc = glob (pattern, GLOB_NOSORT, NULL, &s->found);
  s->globbed = rc == 0;
  if (rc == GLOB_NOSPACE) return luaL_error (L, "glob: %s", aln_status_text (ALN_ENOMEM));
  if (rc == GLOB_ABORTED) return refused (L, errno ? errno : EIO);
  return push_names (L, (const char **)s->found.gl_pathv, rc == 0 ? s->found.gl_pathc : 0);
}

/* -- bytes ------------------------------------------------------------------------------------ */

static int too_big (lua_State *L, size_t n, size_t limit) {
  aln_fault f;
  aln_fail (&f, ALN_ELIMIT, ALN_NOWHERE, "a file of %zu bytes; at most %zu are read", n, limit);
  return aln_push_fault (L, &f);
}

/* One byte more than the limit shows that there is more; the file may grow meanwhile. */
static void fill (aln_status *st, scratch *s, size_t size, size_t limit) {
  aln_buf *b = &s->bytes;
  size_t n = 1;
  aln_buf_reserve (st, b, (size < limit ? size : limit) + 1);
  while (*st == ALN_OK && n > 0 && b->n <= limit) {
    size_t room = limit + 1 - b->n;
    if (b->n == b->cap) aln_buf_reserve (st, b, b->cap);
    if (*st != ALN_OK) return;
    if (room > b->cap - b->n) room = b->cap - b->n;
    n = fread (b->p + b->n, 1, room, s->file);
    b->n += n;
  }
}

/* core.read_file (path, limit): the bytes of a file of at most 'limit' bytes. */
static int read_file (lua_State *L) {
  const char *path = luaL_checkstring (L, 1);
  lua_Integer limit = luaL_checkinteger (L, 2);
  scratch *s = push_scratch (L);
  aln_status st = ALN_OK;
  struct stat now;
  luaL_argcheck (L, limit >= 0, 2, "a number of bytes was expected");
  s->file = fopen (path, "rb");
  if (!s->file || fstat (fileno (s->file), &now) != 0) return refused (L, errno);
  if (S_ISDIR (now.st_mode)) return refused (L, EISDIR);
  if (now.st_size > limit) return too_big (L, (size_t)now.st_size, (size_t)limit);
  fill (&st, s, (size_t)now.st_size, (size_t)limit);
  if (st != ALN_OK) return luaL_error (L, "read_file: %s", aln_status_text (st));
  if (ferror (s->file)) return refused (L, errno);
  if (s->bytes.n > (size_t)limit) return too_big (L, s->bytes.n, (size_t)limit);
  aln_push_slice (L, aln_buf_slice (&s->bytes));
  return 1;
}

/* core.isatty (file): is somebody sitting there? */
static int is_terminal (lua_State *L) {
  const luaL_Stream *s = luaL_checkudata (L, 1, LUA_FILEHANDLE);
  lua_pushboolean (L, s->closef && isatty (fileno (s->f)));
  return 1;
}

static void push_limits (lua_State *L) { /* [-0, +1, m] what Lua has to know of limits.h */
  static const struct {
    const char *name;
    lua_Integer value;
  } limits[] = {{"article", ALN_ARTICLE_MAX},
                {"line", ALN_LINE_MAX},
                {"name", ALN_NAME_MAX},
                {"folder_depth", ALN_FOLDER_DEPTH}};
  lua_newtable (L);
  for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++) {
    lua_pushinteger (L, limits[i].value);
    lua_setfield (L, -2, limits[i].name);
  }
}

void aln_open_files (lua_State *L) {
  static const luaL_Reg functions[] = {{"stat", file_stat},     {"list", list},
                                       {"glob", find},          {"read_file", read_file},
                                       {"isatty", is_terminal}, {NULL, NULL}};
  luaL_setfuncs (L, functions, 0);
  push_limits (L);
  lua_setfield (L, -2, "limits");
}
