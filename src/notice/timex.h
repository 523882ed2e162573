/* timex.h: one expression of time in an article, as TimeML's TIMEX3 sees it.
   What the words say is kept apart from what they come to: 'how' and the fields below it are read
   once; 'value', 'first' and 'last' are filled from them and the day of the article by
   aln_dates_anchor (dates.h), again whenever that day becomes better known. */
#ifndef ALN_TIMEX_H
#define ALN_TIMEX_H

#include "../base/arena.h"
#include "calendar.h"

typedef enum aln_timex_type { ALN_DATE, ALN_TIME, ALN_DURATION, ALN_SET } aln_timex_type;

typedef enum aln_unit { /* from small to large: a value is as fine as its unit */
                        ALN_UNIT_NONE,
                        ALN_SECOND,
                        ALN_MINUTE,
                        ALN_HOUR,
                        ALN_UNIT_DAY,
                        ALN_WEEKEND,
                        ALN_WEEK,
                        ALN_MONTH,
                        ALN_QUARTER,
                        ALN_HALF,
                        ALN_SEASON,
                        ALN_YEAR,
                        ALN_DECADE,
                        ALN_CENTURY,
                        ALN_UNITS
} aln_unit;

typedef enum aln_how {                 /* where a value comes from */
                       ALN_HOW_STATED, /* the fields say it all: 20 December 2024, the 1990s */
                       ALN_HOW_NEAREST, /* the year (or month) is not said: Dec. 20, May, the third quarter, the 10th */
                       ALN_HOW_WEEKDAY, /* Friday; with 'by': so many weeks on (last Friday, Friday next week) */
                       ALN_HOW_SHIFTED, /* 'by' units from the base: yesterday, last week, two years ago, October last year */
                       ALN_HOW_VAGUE, /* 'fixed': PAST_REF, PRESENT_REF, FUTURE_REF */
                       ALN_HOW_AMOUNT /* how long, how often: the fields are not used, 'amount' is */
} aln_how;

enum {                   /* from which day a value is counted */
       ALN_FROM_ARTICLE, /* the dateline's, else that of publication */
       ALN_FROM_LAST     /* the date mentioned last: that morning, the next day, a year earlier */
};

typedef struct aln_timex {
  aln_span at;         /* bytes of the article's text */
  uint32_t block;      /* index into blocks */
  const char *rule;    /* the rule that found it; a static string */
  const char *mod;     /* TIMEX3's mod: APPROX, START, …; NULL: none. Static or the lexicon's */
  char value[24];      /* "2024-12-20", "XXXX-WXX-5", "P6DE", … */
  aln_day first, last; /* the days it covers; ALN_NO_DAY where they are not known */

  uint8_t type; /* aln_timex_type */
  uint8_t unit; /* aln_unit: how fine the value is */
  uint8_t how;  /* aln_how */
  uint8_t from; /* ALN_FROM_* */
  int8_t
      direction; /* -1: the last such day up to the base, +1: the next from it, 0: not said; 2: surely ahead (by, until) */
  uint8_t keeps; /* a year before a quarter is a quarter */

  int16_t year;            /* 0: not said; of a decade or century its first year */
  int8_t month, day;       /* 0: not said */
  int8_t weekday, nth;     /* ISO; nth: of the month (holidays), 0: none */
  int8_t after;            /* days added to an nth weekday */
  int8_t part_of_year;     /* quarter 1 to 4, half 1 or 2, 0: none */
  char season[3], part[3]; /* TIMEX3's codes: "SU", "MO"; "": none */
  int8_t hour, minute;     /* -1: not said */
  int32_t by;              /* shift, in 'by_unit' */
  uint8_t by_unit;         /* aln_unit, ALN_UNIT_NONE: no shift */
  char fixed[24];          /* HOW_VAGUE, HOW_AMOUNT: the value itself */
} aln_timex;

typedef ALN_LIST (aln_timex) aln_timexes;

#endif
