/* reader.c: articles read, noticed and prepared for a store by several threads, given back in the order in
   which they came (userdata alliance.reader over base/pool.h). Threads see bytes, an arena of their own
   and the lexicon; every Lua value stays here: the first user value keeps, by number of the item, what
   its bytes belong to and the caller's tag. */
#include "binding.h"

#include "../base/mem.h"
#include "../base/pool.h"

#define ALN_READER "alliance.reader"
#define PATIENCE 50u /* milliseconds between two looks for Ctrl-C */

typedef struct box {
  aln_pool *pool; /* NULL once closed */
  aln_lexicon *lexicon;
  lua_Integer number; /* of the last item pushed */
} box;

typedef struct item {
  aln_slice raw; /* this and 'about' belong to strings that the reader keeps */
  aln_about about;
  aln_lexicon *lexicon; /* the reader's */
  lua_Integer number;
  aln_reading reading;
  aln_status status;
  aln_fault fault;
} item;

static void work (void *p) {
  item *i = p;
  aln_reading *r = &i->reading;
  i->status = aln_article_read (i->raw, &i->about, i->lexicon, &r->article, &i->fault);
  if (i->status != ALN_OK) return;
  aln_notice (&i->status, r->article, &r->noticed);
  r->is_noticed = 1;
  aln_article_id (r->article);
  if (i->status == ALN_OK) r->ready = aln_prepared_new (&i->status, r->article);
  if (i->status == ALN_OK) return;
  aln_fail (&i->fault, i->status, ALN_NOWHERE, "%s", aln_status_text (i->status));
  aln_article_free (r->article);
  r->article = NULL;
}

static void give_back (void *p, int done) {
  item *i = p;
  if (done) {
    aln_prepared_drop (i->reading.ready);
    aln_article_free (i->reading.article);
  }
  aln_free (i);
}

static int reader_gc (lua_State *L) {
  box *b = luaL_checkudata (L, 1, ALN_READER);
  aln_pool_free (b->pool, give_back);
  aln_lexicon_drop (b->lexicon);
  b->pool = NULL;
  b->lexicon = NULL;
  return 0;
}

static box *check (lua_State *L) {
  box *b = luaL_checkudata (L, 1, ALN_READER);
  luaL_argcheck (L, b->pool, 1, "a closed reader");
  return b;
}

#define PER_JOB 4 /* items that wait or are done, where nobody says how many */

/* core.reader (lexicon, jobs [, most]): 'jobs' threads read, this one in 'take'; at most 'most' items
   are in it. */
static int new_reader (lua_State *L) {
  aln_lexicon *x = aln_check_lexicon (L, 1);
  lua_Integer jobs = luaL_checkinteger (L, 2);
  lua_Integer most = luaL_optinteger (L, 3, jobs * PER_JOB);
  aln_status st = ALN_OK;
  box *b;
  luaL_argcheck (L, jobs >= 1 && jobs <= 1024, 2, "1 to 1024 jobs were expected");
  luaL_argcheck (L, most >= 1 && most <= 65536, 3, "1 to 65536 items were expected");
  b = lua_newuserdatauv (L, sizeof *b, 1);
  memset (b, 0, sizeof *b);
  luaL_setmetatable (L, ALN_READER);
  lua_newtable (L);
  lua_setiuservalue (L, -2, 1);
  b->lexicon = aln_lexicon_hold (x);
  b->pool = aln_pool_new (&st, (unsigned)jobs, (unsigned)most, work);
  if (!b->pool) return luaL_error (L, "reader: %s", aln_status_text (st));
  return 1;
}

/* [-0, +1, v]  {bytes, published=, source=, url=, id=}: the strings that an article borrows from; that
   of its publication is stored as it was said (set.c: read_published). */
static void push_strings (lua_State *L, aln_about *about) {
  static const char *const names[] = {"published", "source", "url", "id"};
  aln_slice *const slices[] = {&about->published, &about->source, &about->url, &about->id};
  lua_createtable (L, 1, 4);
  lua_pushvalue (L, 2);
  lua_rawseti (L, -2, 1);
  for (int i = 0; i < 4; i++) {
    *slices[i] = aln_opt_field (L, 3, names[i]);
    if (lua_istable (L, 3)) lua_getfield (L, 3, names[i]);
    else lua_pushnil (L);
    lua_setfield (L, -2, names[i]);
  }
}

/* [-1, +0, m]  The table on top kept under 'number', with the tag at 4. */
static void keep (lua_State *L, lua_Integer number) {
  lua_createtable (L, 2, 0);
  lua_insert (L, -2);
  lua_rawseti (L, -2, 1);
  lua_pushvalue (L, 4);
  lua_rawseti (L, -2, 2);
  lua_getiuservalue (L, 1, 1);
  lua_insert (L, -2);
  lua_rawseti (L, -2, number);
  lua_pop (L, 1);
}

static void forget (lua_State *L, lua_Integer number) { /* [-0, +0, m] */
  lua_getiuservalue (L, 1, 1);
  lua_pushnil (L);
  lua_rawseti (L, -2, number);
  lua_pop (L, 1);
}

/* reader:push (bytes, about or nil, tag): false where there is no room: take first. */
static int push (lua_State *L) {
  box *b = check (L);
  aln_slice raw = aln_check_slice (L, 2);
  aln_about about;
  item *i;
  lua_settop (L, 4);
  push_strings (L, &about);
  keep (L, ++b->number);
  i = aln_alloc (sizeof *i);
  if (!i) return luaL_error (L, "reader: %s", aln_status_text (ALN_ENOMEM));
  memset (i, 0, sizeof *i);
  i->raw = raw;
  i->about = about;
  i->lexicon = b->lexicon;
  i->number = b->number;
  if (aln_pool_submit (b->pool, i)) {
    lua_pushboolean (L, 1);
    return 1;
  }
  aln_free (i);
  forget (L, b->number);
  lua_pushboolean (L, 0);
  return 1;
}

/* [-1, +n, m]  The object on top with the article in it, or nil, message, code, byte; frees 'i'. */
static int give_read (lua_State *L, item *i) {
  aln_reading *r = lua_touserdata (L, -1);
  aln_fault f = i->fault;
  *r = i->reading;
  aln_free (i);
  if (r->article) return 1;
  lua_pop (L, 1);
  return aln_push_fault (L, &f);
}

/* [-0, +0, m]  The object at 2 keeps the strings at 'strings'. */
static void anchor (lua_State *L, int strings) {
  lua_pushvalue (L, strings);
  lua_setiuservalue (L, 2, 2);
}

/* reader:take (): tag, article | tag, nil, message, code, byte | nothing: no item is left | false:
   somebody pressed Ctrl-C (Lua raises as soon as it goes on) or nothing is done yet. */
static int take (lua_State *L) {
  box *b = check (L);
  int mask = lua_gethookmask (L);
  item *i = NULL;
  lua_settop (L, 1);
  aln_push_reading (L, 0); /* 2: before the item is ours, since it may raise */
  while (!i && aln_pool_held (b->pool) > 0 && lua_gethookmask (L) == mask)
    i = aln_pool_take (b->pool, PATIENCE);
  if (!i) {
    if (aln_pool_held (b->pool) == 0) return 0;
    lua_pushboolean (L, 0);
    return 1;
  }
  lua_getiuservalue (L, 1, 1);
  lua_rawgeti (L, 3, i->number); /* {strings, tag}: 4 */
  lua_rawgeti (L, 4, 1);
  anchor (L, 5);
  lua_rawgeti (L, 4, 2); /* the tag: 6 */
  forget (L, i->number);
  lua_pushvalue (L, 2);
  return 1 + give_read (L, i);
}

void aln_open_reader (lua_State *L) {
  static const luaL_Reg meta[] = {{"__gc", reader_gc}, {"__close", reader_gc}, {NULL, NULL}};
  static const luaL_Reg methods[] = {
      {"push", push}, {"take", take}, {"close", reader_gc}, {NULL, NULL}};
  if (luaL_newmetatable (L, ALN_READER)) {
    luaL_setfuncs (L, meta, 0);
    luaL_newlib (L, methods);
    lua_setfield (L, -2, "__index");
  }
  lua_pop (L, 1);
  lua_pushcfunction (L, new_reader);
  lua_setfield (L, -2, "reader");
}
