/* limits.h: every limit of the library, with its unit. Articles come from strangers; what is past
   a limit is refused with ALN_ELIMIT and a message that names the limit, never cut in silence. */
#ifndef ALN_LIMITS_H
#define ALN_LIMITS_H

#define ALN_ARTICLE_MAX (8u << 20) /* bytes of one article as it came */
#define ALN_LINE_MAX                                                                               \
  (16u << 20)               /* bytes of one line of JSON lines (escapes may double an article) */
#define ALN_JSON_DEPTH 256u /* nested lists and objects of one JSON value, read or written */
#define ALN_MARKS_MAX 30u   /* combining marks in a row (stream-safe text, UAX #15 section 13) */
#define ALN_PHRASE_MAX 32u  /* tokens of one lexicon phrase */
#define ALN_WORD_MAX 256u   /* bytes of one word that a lexicon can know */
#define ALN_LEXICON_MAX (1u << 24) /* folded words, phrases or entries of one lexicon */
#define ALN_META_VALUE_MAX 4096u   /* bytes of one value of front matter */
#define ALN_NAME_MAX 1024u         /* bytes of an id, a source, a url, a name of vars */
#define ALN_COLUMNS_MAX 2000u      /* columns of one frame (as many as SQLite allows) */
#define ALN_QUERY_MAX 65536u       /* bytes of one search query */
#define ALN_QUERY_PHRASES 256u /* words and phrases of one; each is looked for in every article */
#define ALN_QUERY_DEPTH 64u    /* nested parentheses in one search query */
#define ALN_FOLDER_DEPTH 64u   /* nested folders that 'add' follows */
#define ALN_PATTERNS_MAX 1048576u /* words of all patterns of one code dictionary */
#define ALN_GROUPS_MAX 16777216u  /* groups into which one count divides */
#define ALN_NGRAM_MAX 8u          /* words of an n-gram */

#endif
