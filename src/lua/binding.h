/* binding.h: what the files of src/lua/ share. Each file binds one thing and has one aln_open_X,
   which core.c calls once for every luaopen: it makes the metatables (idempotent: busted opens the
   module several times in one state) and puts its functions into the table on top of the stack.
   Misuse raises (luaL_argcheck, before any work); bad data gives nil, message, code, byte. */
#ifndef ALN_BINDING_H
#define ALN_BINDING_H

#include "../base/frame.h"
#include "../base/slice.h"
#include "../base/status.h"
#include "../keep/store.h"
#include "fields.h"

#include <lauxlib.h>
#include <lua.h>

#pragma GCC visibility push(hidden)

#define ALN_LEXICON "alliance.lexicon"
#define ALN_ARTICLE "alliance.article"
#define ALN_FRAME "alliance.frame"

/* [-0, +4, m]  nil, message, code, byte (1-based, or nil): the one way in which bad data is
 * reported. */
int aln_push_fault (lua_State *L, const aln_fault *f);

/* [-0, +1, m] */
static inline void aln_push_slice (lua_State *L, aln_slice s) {
  lua_pushlstring (L, s.p ? s.p : "", s.n);
}

/* [-0, +0, v]  The string argument 'arg' as a slice; raises when it is not a string. */
static inline aln_slice aln_check_slice (lua_State *L, int arg) {
  aln_slice s;
  s.p = luaL_checklstring (L, arg, &s.n);
  return s;
}

/* [-0, +0, v]  The field 'name' of the table at 'arg' (nil or no table: empty). Raises when it is
   neither nil nor a string. The slice lives as long as the table keeps the string. */
aln_slice aln_opt_field (lua_State *L, int arg, const char *name);

aln_lexicon *aln_check_lexicon (lua_State *L, int arg);

/* [-0, +1, m]  A Lua object for an article that the caller puts into it: the object first, what it
   owns second, since any Lua call may raise. The object keeps the value at 'anchor' (what the article
   borrows its bytes from; 0: none) alive. */
aln_reading *aln_push_reading (lua_State *L, int anchor);
aln_article *aln_check_article (lua_State *L, int arg);

/* [-0, +0, e]  The same with what was noticed in it, which is looked for on first use. */
const aln_reading *aln_check_reading (lua_State *L, int arg);

/* [-0, +1, m]  Wraps 'f' (it takes the caller's reference, even when it raises) as a Lua object, from
   which alliance/show/frame.lua makes what analysts see. */
void aln_push_frame (lua_State *L, aln_frame *f);

/* [-0, +0, v]  The open store at 1, which watches for Ctrl-C from now on. */
aln_store *aln_check_store (lua_State *L);

/* [-0, +0, v]  The selection that is argument 'arg'; NULL with *f filled where a query in it is
   faulty. It lives in 'a' and borrows from the argument. */
const aln_select *aln_check_tree (lua_State *L, int arg, aln_store *s, aln_arena *a, aln_fault *f);

/* [-0, +0, v]  A text that is looked for, into w->query or w->sequence, which live in 'a'; 0 with *f
   filled where it is faulty. What it is, argument 'arg' says: "query" (or nil), "query written", "query
   stem"; or a pattern of keep/sequence.h, whose plain words are "folded", "written" or "stem". */
struct aln_wanted;
int aln_check_query (lua_State *L, int arg, aln_slice text, const aln_store *s, aln_arena *a,
                     struct aln_wanted *w, aln_fault *f);

/* Registers 'methods' into the table on top of the stack. */
void aln_open_scratch (lua_State *L);
void aln_open_lexicon (lua_State *L);
void aln_open_article (lua_State *L);
void aln_open_frame (lua_State *L);
void aln_open_json (lua_State *L);
void aln_open_jsonl (lua_State *L);
void aln_open_files (lua_State *L);
void aln_open_measures (lua_State *L);
void aln_open_counting (lua_State *L);
void aln_open_reader (lua_State *L);
void aln_open_probe (lua_State *L);
void aln_open_set (lua_State *L);
void aln_open_asking (lua_State *L);
void aln_open_set_probes (lua_State *L);

#pragma GCC visibility pop

#endif
