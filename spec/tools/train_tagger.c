/* train_tagger.c: the trainer of src/notice/tagger.c, as a Lua module for spec/tools/train_tagger.lua.
   In: articles with the raw spans of their names. Out: quantised weights.
   Averaged structured perceptron (Collins 2002): decode with the current weights, move them towards
   the right tags and away from the wrong ones, and answer with the mean of all weights ever held. */
#include "../../src/base/mem.h"
#include "../../src/lua/binding.h"
#include "../../src/notice/tagger.h"

#include <math.h>
#include <stdlib.h>

#define WEIGHTS (ALN_MODEL_BUCKETS * ALN_TAGS)

typedef struct region {
  uint32_t tokens, first; /* index of its first token */
} region;

typedef struct example { /* one token */
  uint32_t features, count;
  uint8_t tag;
} example;

typedef struct trainer {
  aln_arena arena;
  ALN_LIST (region) regions;
  ALN_LIST (example) tokens;
  ALN_LIST (uint32_t) features;
  float *w, *sum, step[ALN_TAGS * ALN_TAGS], step_sum[ALN_TAGS * ALN_TAGS];
  double steps;
} trainer;

static trainer *check (lua_State *L) { return luaL_checkudata (L, 1, "alliance.trainer"); }

static int trainer_gc (lua_State *L) {
  trainer *t = check (L);
  aln_arena_free (&t->arena);
  free (t->w);
  free (t->sum);
  t->w = t->sum = NULL;
  return 0;
}

static int trainer_new (lua_State *L) {
  trainer *t = lua_newuserdatauv (L, sizeof *t, 0);
  memset (t, 0, sizeof *t);
  luaL_setmetatable (L, "alliance.trainer");
  t->w = calloc (WEIGHTS, sizeof *t->w);
  t->sum = calloc (WEIGHTS, sizeof *t->sum);
  return t->w && t->sum ? 1 : luaL_error (L, "out of memory");
}

/* The gold tag of each token: B for the first token inside a span, I for the others. */
static void gold_tags (lua_State *L, const aln_article *a, uint8_t *tags) {
  for (lua_Integer i = 1, n = luaL_len (L, 3); i <= n; i++) {
    lua_Integer v[3];
    int begun = 0;
    lua_geti (L, 3, i);
    for (int k = 0; k < 3; k++) {
      lua_geti (L, -1, k + 1);
      v[k] = luaL_checkinteger (L, -1);
      lua_pop (L, 1);
    }
    lua_pop (L, 1);
    for (uint32_t j = 0; j < a->tokens.n; j++) {
      aln_span raw = aln_article_raw (a, (aln_span){a->tokens.at[j].from, a->tokens.at[j].to});
      if ((lua_Integer)raw.from + 1 < v[0] || (lua_Integer)raw.to > v[1]) continue;
      tags[j] = (uint8_t)(2 * v[2] - (begun ? 0 : 1));
      begun = 1;
    }
  }
}

static void add_region (aln_status *st, trainer *t, const aln_tag_view *v, aln_named r,
                        const uint8_t *tags) {
  uint32_t buckets[ALN_FEATURES_MAX];
  region *place = ALN_ADD (st, &t->arena, &t->regions);
  if (place) *place = (region){r.to - r.from, t->tokens.n};
  for (uint32_t i = r.from; i < r.to && *st == ALN_OK; i++) {
    uint32_t n = aln_tag_features (v, r, i, buckets);
    uint8_t tag = tags[i];
    example *e = ALN_ADD (st, &t->arena, &t->tokens);
    /* a name that began before the region begins at its first token */
    if (tag && tag % 2 == 0 && (i == r.from || (tags[i - 1] != tag && tags[i - 1] != tag - 1)))
      tag--;
    if (e) *e = (example){t->features.n, n, tag};
    for (uint32_t k = 0; k < n && *st == ALN_OK; k++) {
      uint32_t *f = ALN_ADD (st, &t->arena, &t->features);
      if (f) *f = buckets[k];
    }
  }
}

/* trainer:add (article, {{first, last, type}, …}) raw bytes, 1-based inclusive */
static int trainer_add (lua_State *L) {
  trainer *t = check (L);
  const aln_article *a = aln_check_article (L, 2);
  aln_arena room = ALN_ARENA_EMPTY;
  aln_status st = ALN_OK;
  uint8_t *tags = lua_newuserdatauv (L, a->tokens.n + 1, 0);
  aln_tag_view *v;
  memset (tags, 0, a->tokens.n + 1);
  gold_tags (L, a, tags);
  v = aln_tag_prepare (&st, &room, a);
  for (uint32_t i = 0; st == ALN_OK;) {
    aln_named r = aln_tag_region (v, i);
    if (r.from == r.to) break;
    add_region (&st, t, v, r, tags);
    i = r.to;
  }
  aln_arena_free (&room);
  return st == ALN_OK ? 0 : luaL_error (L, "out of memory");
}

static void move (trainer *t, const example *e, unsigned tag, float by) {
  for (uint32_t k = 0; k < e->count; k++) {
    size_t at = (size_t)t->features.at[e->features + k] * ALN_TAGS + tag;
    t->w[at] += by;
    t->sum[at] += by * (float)t->steps;
  }
}

static void move_step (trainer *t, unsigned before, unsigned tag, float by) {
  t->step[before * ALN_TAGS + tag] += by;
  t->step_sum[before * ALN_TAGS + tag] += by * (float)t->steps;
}

static int learn_region (trainer *t, const region *r) {
  int32_t score[ALN_REGION_MAX * ALN_TAGS], step[ALN_TAGS * ALN_TAGS];
  uint8_t best[ALN_REGION_MAX];
  const example *e = &t->tokens.at[r->first];
  int wrong = 0;
  for (uint32_t i = 0; i < r->tokens; i++)
    for (unsigned tag = 0; tag < ALN_TAGS; tag++) {
      float s = 0;
      for (uint32_t k = 0; k < e[i].count; k++)
        s += t->w[(size_t)t->features.at[e[i].features + k] * ALN_TAGS + tag];
      score[i * ALN_TAGS + tag] = (int32_t)s;
    }
  for (unsigned i = 0; i < ALN_TAGS * ALN_TAGS; i++) step[i] = (int32_t)t->step[i];
  aln_tag_best (score, step, r->tokens, best);
  t->steps++;
  for (uint32_t i = 0; i < r->tokens; i++) {
    unsigned was = i ? e[i - 1].tag : 0, said = i ? best[i - 1] : 0;
    wrong |= e[i].tag != best[i];
    if (e[i].tag != best[i]) {
      move (t, &e[i], e[i].tag, 1);
      move (t, &e[i], best[i], -1);
    }
    if (e[i].tag != best[i] || was != said) {
      move_step (t, was, e[i].tag, 1);
      move_step (t, said, best[i], -1);
    }
  }
  return wrong;
}

/* trainer:train (order) one pass over the regions in the given order (a list of 1-based numbers);
   the number of regions that were wrong */
static int trainer_train (lua_State *L) {
  trainer *t = check (L);
  lua_Integer wrong = 0;
  for (lua_Integer i = 1, n = luaL_len (L, 2); i <= n; i++) {
    lua_Integer at;
    lua_geti (L, 2, i);
    at = luaL_checkinteger (L, -1);
    luaL_argcheck (L, at >= 1 && at <= t->regions.n, 2, "no such region");
    lua_pop (L, 1);
    wrong += learn_region (t, &t->regions.at[at - 1]);
  }
  lua_pushinteger (L, wrong);
  return 1;
}

static int trainer_regions (lua_State *L) {
  lua_pushinteger (L, check (L)->regions.n);
  return 1;
}

static int8_t quantised (double mean, double unit) {
  double q = round (mean / unit);
  return (int8_t)(q > 127 ? 127 : q < -127 ? -127 : q);
}

/* trainer:weights (unit) the mean weights in steps of 'unit', one signed byte each */
static int trainer_weights (lua_State *L) {
  trainer *t = check (L);
  double unit = luaL_checknumber (L, 2);
  luaL_Buffer b;
  char *p = luaL_buffinitsize (L, &b, ALN_WEIGHTS_BYTES);
  for (size_t i = 0; i < WEIGHTS; i++)
    p[i] = (char)quantised (t->w[i] - t->sum[i] / t->steps, unit);
  for (size_t i = 0; i < ALN_TAGS * ALN_TAGS; i++)
    p[WEIGHTS + i] = (char)quantised (t->step[i] - t->step_sum[i] / t->steps, unit);
  luaL_pushresultsize (&b, ALN_WEIGHTS_BYTES);
  return 1;
}

/* train_tagger.tag (article, weights): {{first, last, type}, …}, raw bytes, 1-based inclusive */
static int tag (lua_State *L) {
  const aln_article *a = aln_check_article (L, 1);
  aln_slice weights = aln_check_slice (L, 2);
  aln_tag_model *model = lua_newuserdatauv (L, sizeof *model, 0);
  aln_arena room = ALN_ARENA_EMPTY;
  aln_nameds names = {NULL, 0, 0};
  aln_status st = ALN_OK;
  luaL_argcheck (L, weights.n == ALN_WEIGHTS_BYTES, 2, "weights were expected");
  aln_tag_pack ((const int8_t *)weights.p, model);
  aln_tag_names (&st, &room, a, (aln_slice){(const char *)model, sizeof *model}, &names);
  lua_newtable (L);
  for (uint32_t i = 0; i < names.n; i++) {
    const aln_token *t = a->tokens.at;
    aln_span raw =
        aln_article_raw (a, (aln_span){t[names.at[i].from].from, t[names.at[i].to - 1].to});
    lua_Integer v[3] = {(lua_Integer)raw.from + 1, raw.to, names.at[i].type};
    lua_newtable (L);
    for (int k = 0; k < 3; k++) {
      lua_pushinteger (L, v[k]);
      lua_seti (L, -2, k + 1);
    }
    lua_seti (L, -2, (lua_Integer)i + 1);
  }
  aln_arena_free (&room);
  return 1;
}

__attribute__ ((visibility ("default"))) int luaopen_train_tagger (lua_State *L);

int luaopen_train_tagger (lua_State *L) {
  static const luaL_Reg methods[] = {{"add", trainer_add},         {"train", trainer_train},
                                     {"regions", trainer_regions}, {"weights", trainer_weights},
                                     {"__gc", trainer_gc},         {NULL, NULL}};
  static const luaL_Reg functions[] = {{"new", trainer_new}, {"tag", tag}, {NULL, NULL}};
  if (luaL_newmetatable (L, "alliance.trainer")) {
    luaL_setfuncs (L, methods, 0);
    lua_pushvalue (L, -1);
    lua_setfield (L, -2, "__index");
  }
  lua_pop (L, 1);
  luaL_newlib (L, functions);
  return 1;
}
