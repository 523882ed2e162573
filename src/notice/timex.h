/* timex.h: one expression of time in an article, as TimeML's TIMEX3 sees it.
   What the words say is kept apart from what they come to: 'how' and the fields below it are read
   once; 'value', 'first' and 'last' are filled from them and the day of the article by
   aln_dates_anchor (dates.h), again whenever that day becomes better known. */
#ifndef ALN_TIMEX_H
#define ALN_TIMEX_H

#include "../base/arena.h"
#include "calendar.h"

#pragma GCC visibility push(hidden)

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

/* Where a value comes from:
     STATED   the fields say it all: 20 December 2024, the 1990s
     NEAREST  the year (or month) is not said: Dec. 20, May, the third quarter, the 10th
     WEEKDAY  Friday; with 'by': so many weeks on (Friday next week)
     SHIFTED  'by' units from the base: yesterday, last week, two years ago, October last year
     VAGUE    'fixed': PAST_REF, PRESENT_REF, FUTURE_REF
     AMOUNT   how long or how often: 'fixed', and 'by' of 'by_unit' (-1: nobody says how many);
              'direction' where something is so long before or after something else */
typedef enum aln_how {
  ALN_HOW_STATED,
  ALN_HOW_NEAREST,
  ALN_HOW_WEEKDAY,
  ALN_HOW_SHIFTED,
  ALN_HOW_VAGUE,
  ALN_HOW_AMOUNT
} aln_how;

enum {                   /* from which day a value is counted */
       ALN_FROM_ARTICLE, /* the dateline's, else that of publication */
       ALN_FROM_LAST     /* the date mentioned last: that morning, the next day, a year earlier */
};

typedef struct aln_timex {
  aln_span at;           /* bytes of the article's text */
  uint32_t block;        /* index into blocks */
  const char *rule;      /* the rule that found it; a static string */
  const char *mod;       /* TIMEX3's mod: APPROX, START, …; NULL: none. Static or the lexicon's */
  char value[24];        /* "2024-12-20", "XXXX-WXX-5", "P6DE", … */
  aln_dayno first, last; /* the days it covers; ALN_NO_DAY where they are not known */

  uint8_t type; /* aln_timex_type */
  uint8_t unit; /* aln_unit: how fine the value is */
  uint8_t how;  /* aln_how */
  uint8_t from; /* ALN_FROM_* */
  /* Which one of many: -1 the last up to the base, +1 the next from it, 0 nobody says; -2 surely
     behind ("ended Jan. 31"), +2 surely ahead ("by Friday"). */
  int8_t direction;
  uint8_t keeps; /* a year before a quarter is a quarter */

  int16_t year;            /* 0: not said; of a decade or century its first year */
  uint8_t month, day;      /* 0: not said */
  uint8_t weekday;         /* ISO; 0: not said */
  int8_t nth;              /* which of its month (holidays), -1: the last, 0: none */
  uint8_t after;           /* days added to an nth weekday */
  uint8_t part_of_year;    /* quarter 1 to 4, half 1 or 2, 0: none */
  char season[3], part[3]; /* TIMEX3's codes: "SU", "MO"; "": none */
  int8_t hour, minute;     /* -1: not said */
  int32_t by;              /* shift, in 'by_unit' */
  uint8_t by_unit;         /* aln_unit, ALN_UNIT_NONE: no shift */
  char fixed[24];          /* HOW_VAGUE, HOW_AMOUNT: the value itself */
} aln_timex;

typedef ALN_LIST (aln_timex) aln_timexes;

const char *aln_timex_type_name (int type); /* "DATE", … */

#pragma GCC visibility pop

#endif
