/* fields.h: the fields of an article, described once for everybody who shows them.
   In: an article and what was noticed in it. Out: calls of a sink, which makes Lua tables (article.c)
   or JSON text (json.c) of them. Names, order and shapes are those of CONTRACT's article table. */
#ifndef ALN_FIELDS_H
#define ALN_FIELDS_H

#include "../notice/notice.h"

#pragma GCC visibility push(hidden)

/* Where values go. Between begin and end of an object every value follows its key; in a list values
   follow one another. A field that has no value calls nothing. */
typedef struct aln_sink aln_sink;
struct aln_sink {
  void (*begin) (aln_sink *s, int list);
  void (*end) (aln_sink *s, int list);
  void (*key) (aln_sink *s, const char *name);
  void (*number) (aln_sink *s, const char *name, int64_t v); /* its key and an integer */
  void (*pair) (aln_sink *s, const char *name, aln_span v);  /* its key and a list: first, last */
  void (*text) (aln_sink *s, aln_slice v);
  void (*integer) (aln_sink *s, int64_t v);
  void (*real) (aln_sink *s, double v);
  void (*truth) (aln_sink *s, int v);
  aln_status st; /* a field that needed memory and got none says so here */
  int raw;       /* 1: every span also says where it stands in the input */
};

typedef struct aln_reading { /* an article and what was noticed in it, in the article's arena */
  aln_article *article;
  aln_noticed noticed;
  int is_noticed;
  struct aln_prepared *ready; /* for being put in (keep/prepared.h); NULL: it is not prepared */
} aln_reading;

typedef struct aln_field {
  const char *name;
  void (*give) (aln_sink *s, const aln_reading *r); /* one value, or nothing */
  int noticed;                                      /* 1: needs what notice/ finds */
} aln_field;

extern const aln_field aln_fields[];
extern const size_t aln_field_count;

#pragma GCC visibility pop

#endif
