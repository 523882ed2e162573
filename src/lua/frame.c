/* frame.c: the values of a frame for Lua (userdata alliance.frame), and what a terminal needs.
   Rows and columns are 1-based here. alliance/show/frame.lua makes of it what analysts see. */
#include "binding.h"

#include "../base/limits.h"
#include "../base/width.h"

#include <sys/ioctl.h>
#include <unistd.h>

#define ALN_LIST_META "alliance.list"

typedef struct box {
  aln_frame *frame; /* NULL only while it is made */
} box;

static int frame_gc (lua_State *L) {
  box *b = luaL_checkudata (L, 1, ALN_FRAME);
  aln_frame_drop (b->frame);
  b->frame = NULL;
  return 0;
}

static const aln_frame *check (lua_State *L, int arg) {
  box *b = luaL_checkudata (L, arg, ALN_FRAME);
  luaL_argcheck (L, b->frame, arg, "a frame that is closed");
  return b->frame;
}

static box *push_box (lua_State *L) { /* [-0, +1, m] */
  box *b = lua_newuserdatauv (L, sizeof *b, 0);
  b->frame = NULL;
  luaL_setmetatable (L, ALN_FRAME);
  return b;
}

/* The collector sees a pointer; tell it what hangs on it, unless it is stopped. */
static void tell_collector (lua_State *L, size_t bytes) {
  size_t kib = bytes / 1024;
  if (kib == 0 || !lua_gc (L, LUA_GCISRUNNING)) return;
  lua_gc (L, LUA_GCSTEP, kib > 1u << 20 ? 1 << 20 : (int)kib);
}

static int new_box (lua_State *L) {
  push_box (L);
  return 1;
}

void aln_push_frame (lua_State *L, aln_frame *f) {
  int status;
  lua_pushcfunction (L, new_box); /* under pcall, so that 'f' is not lost when there is no memory */
  status = lua_pcall (L, 0, 1, 0);
  if (status != LUA_OK) {
    aln_frame_drop (f);
    lua_error (L);
  }
  ((box *)lua_touserdata (L, -1))->frame = f;
  tell_collector (L, aln_frame_bytes (f));
}

/* -- making one from Lua --------------------------------------------------------------------- */

static int raise_status (lua_State *L, const char *what, aln_status st) {
  return luaL_error (L, "%s: %s", what, aln_status_text (st));
}

/* Where a new cell goes: the value for it is at the top of the stack. */
typedef struct target {
  aln_frame *f;
  uint32_t column;
} target;

static int refuse (lua_State *L, target t, const char *what) {
  aln_push_slice (L, aln_frame_column_name (t.f, t.column));
  return luaL_error (L, "row %d, column '%s': %s", (int)aln_frame_rows (t.f), lua_tostring (L, -1),
                     what);
}

/* [-0, +0, v]  The items of the list on top. A number among them becomes its text. */
static void set_list (lua_State *L, aln_status *st, target t) {
  lua_Unsigned n = lua_rawlen (L, -1);
  aln_frame_set_list (st, t.f, t.column);
  for (lua_Unsigned i = 1; i <= n && *st == ALN_OK; i++) {
    aln_slice s;
    lua_rawgeti (L, -1, (lua_Integer)i);
    if (!lua_isstring (L, -1)) refuse (L, t, "a list should hold texts");
    s.p = lua_tolstring (L, -1, &s.n);
    aln_frame_add_item (st, t.f, t.column, s);
    lua_pop (L, 1);
  }
}

/* [-0, +0, v] */
static void set_cell (lua_State *L, aln_status *st, target t) {
  switch (lua_type (L, -1)) {
  case LUA_TNIL: return;
  case LUA_TBOOLEAN: aln_frame_set_truth (st, t.f, t.column, lua_toboolean (L, -1)); return;
  case LUA_TSTRING: aln_frame_set_text (st, t.f, t.column, aln_check_slice (L, -1)); return;
  case LUA_TTABLE: set_list (L, st, t); return;
  case LUA_TNUMBER:
    if (lua_isinteger (L, -1)) aln_frame_set_integer (st, t.f, t.column, lua_tointeger (L, -1));
    else aln_frame_set_real (st, t.f, t.column, lua_tonumber (L, -1));
    return;
  default:
    lua_pushfstring (L, "a cell cannot hold a %s", luaL_typename (L, -1));
    refuse (L, t, lua_tostring (L, -1));
  }
}

/* [-0, +0, v]  The row at the top of the stack; the column names are the list at 1. A cell is found
   by its name, else by its place. */
static void set_row (lua_State *L, aln_status *st, aln_frame *f) {
  uint32_t n = aln_frame_columns (f);
  for (uint32_t i = 0; i < n && *st == ALN_OK; i++) {
    lua_rawgeti (L, 1, (lua_Integer)i + 1);
    if (lua_rawget (L, -2) == LUA_TNIL) {
      lua_pop (L, 1);
      lua_rawgeti (L, -1, (lua_Integer)i + 1);
    }
    set_cell (L, st, (target){f, i});
    lua_pop (L, 1);
  }
}

static void set_columns (lua_State *L, aln_status *st, aln_frame *f) {
  lua_Unsigned n = lua_rawlen (L, 1);
  if (n > ALN_COLUMNS_MAX) luaL_error (L, "more than %d columns", (int)ALN_COLUMNS_MAX);
  for (lua_Unsigned i = 1; i <= n && *st == ALN_OK; i++) {
    lua_rawgeti (L, 1, (lua_Integer)i);
    luaL_argcheck (L, lua_type (L, -1) == LUA_TSTRING, 1, "a column name should be a string");
    aln_frame_add_column (st, f, aln_check_slice (L, -1));
    lua_pop (L, 1);
  }
}

/* core.frame_new (names, rows): rows are lists, or tables by name, of nil, numbers, truth values,
   texts or lists of texts. */
static int frame_new (lua_State *L) {
  aln_status st = ALN_OK;
  lua_Unsigned n;
  box *b;
  luaL_checktype (L, 1, LUA_TTABLE);
  luaL_checktype (L, 2, LUA_TTABLE);
  lua_settop (L, 2);
  b = push_box (L);
  b->frame = aln_frame_new (&st);
  set_columns (L, &st, b->frame);
  n = lua_rawlen (L, 2);
  for (lua_Unsigned i = 1; i <= n && st == ALN_OK; i++) {
    aln_frame_add_row (&st, b->frame);
    if (lua_rawgeti (L, 2, (lua_Integer)i) != LUA_TTABLE) {
      return luaL_error (L, "row %d should be a table, not a %s", (int)i, luaL_typename (L, -1));
    }
    set_row (L, &st, b->frame);
    lua_pop (L, 1);
  }
  if (st != ALN_OK) return raise_status (L, "frame", st);
  tell_collector (L, aln_frame_bytes (b->frame));
  return 1;
}

/* -- asking ---------------------------------------------------------------------------------- */

static void push_list (lua_State *L, const aln_frame *f, uint32_t row, uint32_t column,
                       uint32_t n) {
  lua_createtable (L, (int)n, 0);
  for (uint32_t i = 0; i < n; i++) {
    aln_push_slice (L, aln_frame_item (f, row, column, i));
    lua_rawseti (L, -2, (lua_Integer)i + 1);
  }
  luaL_setmetatable (L, ALN_LIST_META);
}

static void push_cell (lua_State *L, const aln_frame *f, uint32_t row, uint32_t column) {
  aln_cell c = aln_frame_cell (f, row, column);
  switch (c.kind) {
  case ALN_CELL_NIL: lua_pushnil (L); break;
  case ALN_CELL_INTEGER: lua_pushinteger (L, c.as.integer); break;
  case ALN_CELL_REAL: lua_pushnumber (L, c.as.real); break;
  case ALN_CELL_TRUTH: lua_pushboolean (L, c.as.integer != 0); break;
  case ALN_CELL_TEXT: aln_push_slice (L, c.as.text); break;
  case ALN_CELL_LIST: push_list (L, f, row, column, c.as.length); break;
  }
}

/* The column at 'arg' of the frame at 1, filled. */
static uint32_t check_column (lua_State *L, const aln_frame *f, int arg) {
  lua_Integer column = luaL_checkinteger (L, arg);
  aln_frame *own = ((box *)lua_touserdata (L, 1))->frame;
  size_t before = aln_frame_bytes (f);
  aln_status st = ALN_OK;
  luaL_argcheck (L, column >= 1 && column <= aln_frame_columns (f), arg, "no such column");
  aln_frame_ready (&st, own, (uint32_t)column - 1);
  if (st != ALN_OK) raise_status (L, "frame", st);
  tell_collector (L, aln_frame_bytes (f) - before);
  return (uint32_t)column - 1;
}

/* core.frame_columns (frame): all names, with those that begin with "_". */
static int frame_columns (lua_State *L) {
  const aln_frame *f = check (L, 1);
  lua_createtable (L, (int)aln_frame_columns (f), 0);
  for (uint32_t i = 0; i < aln_frame_columns (f); i++) {
    aln_push_slice (L, aln_frame_column_name (f, i));
    lua_rawseti (L, -2, (lua_Integer)i + 1);
  }
  return 1;
}

static int frame_rows (lua_State *L) { /* core.frame_rows (frame): how many */
  lua_pushinteger (L, aln_frame_rows (check (L, 1)));
  return 1;
}

static int frame_bytes (lua_State *L) { /* core.frame_bytes (frame): what it weighs */
  lua_pushinteger (L, (lua_Integer)aln_frame_bytes (check (L, 1)));
  return 1;
}

/* core.frame_cell (frame, row, column) */
static int frame_cell (lua_State *L) {
  const aln_frame *f = check (L, 1);
  lua_Integer row = luaL_checkinteger (L, 2);
  luaL_argcheck (L, row >= 1 && row <= aln_frame_rows (f), 2, "no such row");
  push_cell (L, f, (uint32_t)row - 1, check_column (L, f, 3));
  return 1;
}

/* How many rows the order at 'arg' has; nil stands for all rows as they are. */
static uint32_t order_length (lua_State *L, const aln_frame *f, int arg) {
  if (lua_isnoneornil (L, arg)) return aln_frame_rows (f);
  luaL_checktype (L, arg, LUA_TTABLE);
  luaL_argcheck (L, lua_rawlen (L, arg) <= UINT32_MAX, arg, "too long");
  return (uint32_t)lua_rawlen (L, arg);
}

/* [-0, +0, v]  The 0-based row at place i of the order at 'arg'. */
static uint32_t order_row (lua_State *L, const aln_frame *f, int arg, uint32_t i) {
  lua_Integer row;
  if (lua_isnoneornil (L, arg)) return i;
  lua_rawgeti (L, arg, (lua_Integer)i + 1);
  row = lua_tointeger (L, -1);
  luaL_argcheck (L, row >= 1 && row <= aln_frame_rows (f), arg, "no such row");
  lua_pop (L, 1);
  return (uint32_t)row - 1;
}

/* core.frame_column (frame, column, order or nil): a list of its values. */
static int frame_column (lua_State *L) {
  const aln_frame *f = check (L, 1);
  uint32_t column = check_column (L, f, 2), n = order_length (L, f, 3);
  lua_settop (L, 3);
  lua_createtable (L, (int)n, 0);
  for (uint32_t i = 0; i < n; i++) {
    push_cell (L, f, order_row (L, f, 3, i), column);
    lua_rawseti (L, -2, (lua_Integer)i + 1);
  }
  return 1;
}

/* core.frame_sort (frame, column, order or nil, descending): the sorted order. */
static int frame_sort (lua_State *L) {
  const aln_frame *f = check (L, 1);
  uint32_t column = check_column (L, f, 2), n = order_length (L, f, 3);
  int descending = lua_toboolean (L, 4);
  aln_status st = ALN_OK;
  uint32_t *order;
  lua_settop (L, 3);
  order = lua_newuserdatauv (L, ((size_t)n + 1) * sizeof *order, 0); /* Lua's, whatever raises */
  for (uint32_t i = 0; i < n; i++) order[i] = order_row (L, f, 3, i);
  aln_frame_order (&st, f, column, descending, order, n);
  if (st != ALN_OK) return raise_status (L, "sort", st);
  lua_createtable (L, (int)n, 0);
  for (uint32_t i = 0; i < n; i++) {
    lua_pushinteger (L, (lua_Integer)order[i] + 1);
    lua_rawseti (L, -2, (lua_Integer)i + 1);
  }
  return 1;
}

/* -- the terminal ---------------------------------------------------------------------------- */

/* core.terminal_width (): columns of the terminal that standard output is; nil when it is none. */
static int terminal_width (lua_State *L) {
  struct winsize w;
  if (isatty (STDOUT_FILENO) && ioctl (STDOUT_FILENO, TIOCGWINSZ, &w) == 0 && w.ws_col > 0) {
    lua_pushinteger (L, w.ws_col);
    return 1;
  }
  lua_pushnil (L);
  return 1;
}

static int text_width (lua_State *L) { /* core.text_width (text): its columns */
  lua_pushinteger (L, (lua_Integer)aln_width (aln_check_slice (L, 1)));
  return 1;
}

static int fit_close (lua_State *L) {
  aln_buf_free (lua_touserdata (L, 1));
  return 0;
}

/* core.text_fit (text, columns [, end]): the text as it is shown, cut to fit, and its columns. With
   'end' it is the end that stays. */
static int text_fit (lua_State *L) {
  aln_slice s = aln_check_slice (L, 1);
  lua_Integer columns = luaL_checkinteger (L, 2);
  int keep_end = lua_toboolean (L, 3);
  aln_status st = ALN_OK;
  size_t used;
  aln_buf *out;
  luaL_argcheck (L, columns >= 0, 2, "should not be negative");
  out = lua_newuserdatauv (L, sizeof *out, 0);
  *out = ALN_BUF_EMPTY;
  if (luaL_newmetatable (L, "alliance.fit")) {
    lua_pushcfunction (L, fit_close);
    lua_setfield (L, -2, "__gc");
    lua_pushcfunction (L, fit_close);
    lua_setfield (L, -2, "__close");
  }
  lua_setmetatable (L, -2);
  lua_toclose (L, -1);
  used = (keep_end ? aln_width_fit_end : aln_width_fit) (&st, out, s, (size_t)columns);
  if (st != ALN_OK) return raise_status (L, "text_fit", st);
  aln_push_slice (L, aln_buf_slice (out));
  lua_pushinteger (L, (lua_Integer)used);
  return 2;
}

void aln_open_frame (lua_State *L) {
  static const luaL_Reg meta[] = {{"__gc", frame_gc}, {"__close", frame_gc}, {NULL, NULL}};
  static const luaL_Reg functions[] = {{"frame_new", frame_new},
                                       {"frame_columns", frame_columns},
                                       {"frame_rows", frame_rows},
                                       {"frame_bytes", frame_bytes},
                                       {"frame_cell", frame_cell},
                                       {"frame_column", frame_column},
                                       {"frame_sort", frame_sort},
                                       {"terminal_width", terminal_width},
                                       {"text_width", text_width},
                                       {"text_fit", text_fit},
                                       {NULL, NULL}};
  if (luaL_newmetatable (L, ALN_FRAME)) luaL_setfuncs (L, meta, 0);
  lua_pop (L, 1);
  luaL_newmetatable (L, ALN_LIST_META);
  lua_setfield (L, -2, "list_meta"); /* alliance/show/frame.lua adds __tostring */
  luaL_setfuncs (L, functions, 0);
}
