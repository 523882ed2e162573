/* jsonl.c: JSON lines for Lua (userdata alliance.jsonl): pieces of a file in, what is known about
   one article out. lua/alliance/lines.lua reads the files. */
#include "binding.h"

#include "../base/json.h"
#include "../base/limits.h"
#include "../keep/jsonl.h"

#define ALN_JSONL "alliance.jsonl"

typedef struct box {
  aln_jsonl *jsonl; /* NULL once closed */
} box;

static int jsonl_gc (lua_State *L) {
  box *b = luaL_checkudata (L, 1, ALN_JSONL);
  aln_jsonl_free (b->jsonl);
  b->jsonl = NULL;
  return 0;
}

static aln_jsonl *check (lua_State *L) {
  box *b = luaL_checkudata (L, 1, ALN_JSONL);
  luaL_argcheck (L, b->jsonl, 1, "a closed reader of JSON lines");
  return b->jsonl;
}

static void insist (lua_State *L, aln_status st) {
  if (st != ALN_OK) luaL_error (L, "JSON lines: %s", aln_status_text (st));
}

/* core.jsonl ([limit]): a reader; limit: bytes of one line, at most and by default ALN_LINE_MAX. */
static int new_jsonl (lua_State *L) {
  lua_Integer limit = luaL_optinteger (L, 1, ALN_LINE_MAX);
  aln_status st = ALN_OK;
  box *b;
  luaL_argcheck (L, limit > 0, 1, "a positive number of bytes was expected");
  b = lua_newuserdatauv (L, sizeof *b, 0);
  b->jsonl = NULL;
  luaL_setmetatable (L, ALN_JSONL);
  b->jsonl = aln_jsonl_new (&st, (size_t)limit);
  insist (L, st);
  return 1;
}

/* reader:push (piece): the next bytes of the file; nil: there are no more. */
static int push (lua_State *L) {
  aln_jsonl *j = check (L);
  aln_status st = ALN_OK;
  if (lua_isnil (L, 2)) aln_jsonl_finish (j);
  else aln_jsonl_push (&st, j, aln_check_slice (L, 2));
  insist (L, st);
  return 0;
}

/* -- one line --------------------------------------------------------------------------------- */

/* [-0, +1, m]  Bytes that are not UTF-8 become U+FFFD. */
static void push_mended (lua_State *L, aln_slice s) {
  luaL_Buffer b;
  size_t i = 0, from = 0, n;
  while (i < s.n && (n = aln_json_sequence (s, i)) > 0) i += n;
  if (i == s.n) {
    aln_push_slice (L, s);
    return;
  }
  luaL_buffinit (L, &b);
  while (i < s.n) {
    n = aln_json_sequence (s, i);
    if (n == 0) {
      luaL_addlstring (&b, s.p + from, i - from);
      luaL_addstring (&b, "\xEF\xBF\xBD");
      from = ++i;
    } else i += n;
  }
  luaL_addlstring (&b, s.p + from, s.n - from);
  luaL_pushresult (&b);
}

typedef enum use { VARS, TEXT, NAMED } use; /* what a member is for */

static use use_of (aln_slice name) {
  static const char *const texts[] = {"text", "html"};
  static const char *const named[] = {"id", "published", "source", "url"};
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
    if (aln_same (name, aln_slice_of (texts[i]))) return TEXT;
  for (size_t i = 0; i < sizeof named / sizeof named[0]; i++)
    if (aln_same (name, aln_slice_of (named[i]))) return NAMED;
  return VARS;
}

/* [-0, +1, m]  An integer where it is written as one and fits, as Lua itself reads numbers. */
static void push_number (lua_State *L, aln_slice digits) {
  aln_push_slice (L, digits);
  if (lua_stringtonumber (L, lua_tostring (L, -1))) lua_remove (L, -2);
}

static void push_value (lua_State *L, const aln_json_member *m) { /* [-0, +1, m] for vars */
  switch (m->kind) {
  case ALN_JSON_NULL: lua_pushnil (L); break;
  case ALN_JSON_TRUE: lua_pushboolean (L, 1); break;
  case ALN_JSON_FALSE: lua_pushboolean (L, 0); break;
  case ALN_JSON_NUMBER: push_number (L, m->text); break;
  default: push_mended (L, m->text);
  }
}

typedef struct reading { /* of one line: stack slots and the first complaint */
  lua_State *L;
  aln_jsonl *jsonl;
  int about, vars;
  aln_fault fault;
} reading;

/* [-0, +0, m]  t[name] = value, the last of two of one name counts. */
static void set_named (reading *r, int table, const aln_json_member *m) {
  push_mended (r->L, m->name);
  push_value (r->L, m);
  lua_rawset (r->L, table);
}

static void complain (reading *r, const aln_json_member *m, const char *wanted) {
  if (r->fault.status != ALN_OK) return;
  aln_fail (&r->fault, ALN_ESYNTAX, ALN_NOWHERE, "'%.*s' should be a %s, not %s", (int)m->name.n,
            m->name.p, wanted, aln_json_kind_name (m->kind));
}

static void set_text (reading *r,
                      const aln_json_member *m) { /* the article as it came: not mended */
  if (m->kind == ALN_JSON_NULL) lua_pushnil (r->L);
  else if (m->kind == ALN_JSON_TEXT) aln_push_slice (r->L, m->text);
  else {
    complain (r, m, "string");
    return;
  }
  lua_setfield (r->L, r->about, m->name.p[0] == 't' ? "text" : "html");
}

static void set_name (reading *r, const aln_json_member *m) { /* a number is its digits */
  int fits = m->kind == ALN_JSON_TEXT || m->kind == ALN_JSON_NUMBER;
  if (!fits && m->kind != ALN_JSON_NULL) {
    complain (r, m, "string");
    return;
  }
  aln_push_slice (r->L, m->name);
  if (fits && m->text.n) push_mended (r->L, m->text);
  else lua_pushnil (r->L);
  lua_rawset (r->L, r->about);
}

static void set_vars (reading *r,
                      const aln_json_member *m) { /* "vars": an object of more of them */
  aln_json_member inner;
  aln_jsonl_begin (r->jsonl, 1, m->text);
  while (aln_jsonl_member (r->jsonl, 1, &inner)) set_named (r, r->vars, &inner);
}

static void set_member (reading *r, const aln_json_member *m) {
  switch (use_of (m->name)) {
  case TEXT: set_text (r, m); break;
  case NAMED: set_name (r, m); break;
  case VARS:
    if (m->kind == ALN_JSON_OBJECT && aln_same (m->name, ALN_LIT ("vars"))) set_vars (r, m);
    else set_named (r, r->vars, m);
  }
}

/* [-0, +1, m]  The table about the article; r->fault where it cannot be one. */
static void read_about (reading *r) {
  aln_json_member m;
  lua_createtable (r->L, 0, 7);
  r->about = lua_gettop (r->L);
  lua_newtable (r->L);
  r->vars = lua_gettop (r->L);
  aln_jsonl_begin (r->jsonl, 0, ALN_LIT (""));
  while (aln_jsonl_member (r->jsonl, 0, &m)) set_member (r, &m);
  lua_setfield (r->L, r->about, "vars");
  if (r->fault.status != ALN_OK) return;
  if (lua_getfield (r->L, r->about, "text") == LUA_TNIL) {
    if (lua_getfield (r->L, r->about, "html") == LUA_TNIL)
      aln_fail (&r->fault, ALN_ESYNTAX, ALN_NOWHERE, "neither 'text' nor 'html' in it");
    lua_pushliteral (r->L, "html");
    lua_setfield (r->L, r->about, "format");
    lua_pop (r->L, 1);
  }
  lua_pop (r->L, 1);
}

/* [-0, +4, m]  nil, message, id, byte. The id is on top of the stack, or nil. */
static int push_refusal (lua_State *L, const aln_fault *f) {
  luaL_pushfail (L);
  push_mended (L, aln_slice_of (f->text));
  lua_pushvalue (L, -3);
  if (f->at == ALN_NOWHERE) lua_pushnil (L);
  else lua_pushinteger (L, (lua_Integer)f->at + 1);
  return 4;
}

static int push_line (lua_State *L, aln_jsonl *j) {
  reading r;
  memset (&r, 0, sizeof r);
  r.L = L;
  r.jsonl = j;
  read_about (&r);
  if (r.fault.status == ALN_OK) return 1;
  lua_getfield (L, r.about, "id");
  return push_refusal (L, &r.fault);
}

static int push_fault (lua_State *L, aln_jsonl *j, const aln_fault *f) {
  aln_slice id = aln_jsonl_id (j);
  if (id.n) push_mended (L, id);
  else lua_pushnil (L);
  return push_refusal (L, f);
}

/* reader:next (): n, about | n, nil, message, id, byte | nothing: push more. */
static int next (lua_State *L) {
  aln_jsonl *j = check (L);
  aln_status st = ALN_OK;
  aln_fault f;
  aln_jsonl_event e;
  int n;
  lua_settop (L, 1);
  e = aln_jsonl_next (&st, j, &f);
  insist (L, st);
  if (e == ALN_JSONL_MORE) return 0;
  n = e == ALN_JSONL_LINE ? push_line (L, j) : push_fault (L, j, &f);
  lua_pushinteger (L, (lua_Integer)aln_jsonl_number (j));
  lua_insert (L, -n - 1);
  return n + 1;
}

/* reader:object (text): about | nil, message, id, byte: 'text' is one object, over many lines. */
static int object (lua_State *L) {
  aln_jsonl *j = check (L);
  aln_slice whole = aln_check_slice (L, 2);
  aln_status st = ALN_OK;
  aln_fault f;
  aln_jsonl_event e = aln_jsonl_whole (&st, j, whole, &f);
  insist (L, st);
  return e == ALN_JSONL_LINE ? push_line (L, j) : push_fault (L, j, &f);
}

/* core.mend_utf8 (text): the text with U+FFFD for every byte that is not UTF-8. */
static int mend (lua_State *L) {
  push_mended (L, aln_check_slice (L, 1));
  return 1;
}

void aln_open_jsonl (lua_State *L) {
  static const luaL_Reg meta[] = {{"__gc", jsonl_gc}, {"__close", jsonl_gc}, {NULL, NULL}};
  static const luaL_Reg methods[] = {
      {"push", push}, {"next", next}, {"object", object}, {"close", jsonl_gc}, {NULL, NULL}};
  if (luaL_newmetatable (L, ALN_JSONL)) {
    luaL_setfuncs (L, meta, 0);
    luaL_newlib (L, methods);
    lua_setfield (L, -2, "__index");
  }
  lua_pop (L, 1);
  lua_pushcfunction (L, new_jsonl);
  lua_setfield (L, -2, "jsonl");
  lua_pushcfunction (L, mend);
  lua_setfield (L, -2, "mend_utf8");
}
