/* select.h: which articles: a tree of filters, and the SQL condition that it stands for.
   In: a tree that the caller builds (everything borrowed). Out: SQL over `article a`, whose values
   are parameters in order. Every value of a filter is a parameter; no text of the caller becomes
   SQL. An article whose day is not known passes a filter of days when its whole bracket lies
   inside. */
#ifndef ALN_SELECT_H
#define ALN_SELECT_H

#include "../base/arena.h"
#include "../base/buf.h"
#include "../base/frame.h"

#pragma GCC visibility push(hidden)

typedef enum aln_select_kind {
  ALN_SELECT_ALL,   /* every article that counts */
  ALN_SELECT_WHERE, /* those that pass every filter */
  ALN_SELECT_EITHER,
  ALN_SELECT_BOTH,
  ALN_SELECT_BUT /* the first child without the others */
} aln_select_kind;

typedef enum aln_filter_kind { /* of the articles with one of the values … */
                               ALN_FILTER_ID,
                               ALN_FILTER_SOURCE,
                               ALN_FILTER_URL,
                               ALN_FILTER_AGENCY,
                               ALN_FILTER_LANGUAGE,
                               ALN_FILTER_DATED, /* how */
                               ALN_FILTER_MATCH, /* expressions of query.h */
                               ALN_FILTER_VAR,   /* 'name' */
                               ALN_FILTER_FROM,  /* one day each */
                               ALN_FILTER_TO,
                               ALN_FILTER_UNDATED, /* none: undated articles are dropped */
                               ALN_FILTER_PERSON, /* somebody with one of these spellings or family names, folded */
                               ALN_FILTER_MENTIONS, /* anybody or anything with one of these */
                               ALN_FILTER_SIDE,     /* who or what is of that side */
                               ALN_FILTER_OFFICE,   /* who holds that post, or the post alone */
                               ALN_FILTER_NAMING, /* a name that stands for one of these: see aln_stream_names */
                               ALN_FILTER_NUMBER, /* inside the library only: article numbers */
                               ALN_FILTER_NUMBERS /* the same: one text, a JSON list of them */
} aln_filter_kind;

typedef struct aln_filter {
  aln_filter_kind kind;
  aln_slice name;
  const aln_cell *values;
  uint32_t n;
} aln_filter;

typedef struct aln_select {
  aln_select_kind kind;
  const struct aln_select *const *parts; /* of EITHER, BOTH, BUT */
  const aln_filter *filters;             /* of WHERE */
  uint32_t n;
  int versions; /* of WHERE: those that do not count too */
  int keep;     /* of WHERE: filters of days let undated articles pass */
} aln_select;

typedef struct aln_binds {
  ALN_LIST (aln_cell) values;
} aln_binds;

/* Appends " (condition)" to 'sql' and its values to 'binds'. 'permissive': as if every filter of
   days let undated articles pass: what a selection leaves out is the difference. */
void aln_select_sql (aln_status *st, const aln_select *s, int permissive, aln_arena *a,
                     aln_buf *sql, aln_binds *binds);

#pragma GCC visibility pop

#endif
