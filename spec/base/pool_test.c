/* pool_test.c: what pool.h promises, as a program: prints what does not hold, returns 0 when all
   does. cc -Isrc spec/base/pool_test.c src/base/[a-z]*.c -lpthread -lmd -lutf8proc; also with
   -fsanitize=thread. */
#define _POSIX_C_SOURCE 200809L
#include "base/mem.h"
#include "base/pool.h"

#include <stdatomic.h>
#include <stdio.h>
#include <time.h>

#define ITEMS 2000

typedef struct item {
  int number, square, given_back;
} item;

static int failures;
static atomic_int begun, gate;

#define HOLDS(what) holds ((what), #what, __LINE__)
static void holds (int ok, const char *what, int line) {
  if (ok) return;
  failures++;
  fprintf (stderr, "pool_test.c:%d: does not hold: %s\n", line, what);
}

static void rest (long microseconds) {
  struct timespec t = {0, microseconds * 1000};
  nanosleep (&t, NULL);
}

static void squares (void *p) { /* later items are often done earlier */
  item *i = p;
  if (i->number % 7 == 0) rest (200);
  i->square = i->number * i->number;
  atomic_fetch_add (&begun, 1);
}

static void waits (void *p) { /* until the gate opens */
  atomic_fetch_add (&begun, 1);
  while (!atomic_load (&gate)) rest (500);
  squares (p);
}

static void given_back (void *p, int done) { ((item *)p)->given_back = done ? 2 : 1; }

static void number (item *items, int n) {
  atomic_store (&begun, 0);
  atomic_store (&gate, 0);
  for (int i = 0; i < n; i++) items[i] = (item){i + 1, 0, 0};
}

static void gives_back_in_order (unsigned jobs, unsigned capacity) {
  static item items[ITEMS];
  aln_status st = ALN_OK;
  aln_pool *p = aln_pool_new (&st, jobs, capacity, squares);
  int in = 0, out = 0, right = 1;
  number (items, ITEMS);
  HOLDS (p != NULL && st == ALN_OK);
  while (p && out < ITEMS) {
    item *i;
    while (in < ITEMS && aln_pool_submit (p, &items[in])) in++;
    right = right && aln_pool_held (p) <= capacity;
    i = aln_pool_take (p, 1000);
    if (!i) continue;
    right = right && i == &items[out] && i->square == i->number * i->number;
    out++;
  }
  HOLDS (right);
  HOLDS (aln_pool_held (p) == 0);
  HOLDS (aln_pool_take (p, 0) == NULL);
  aln_pool_free (p, given_back);
  HOLDS (items[ITEMS - 1].given_back == 0);
}

static void says_when_it_is_full (unsigned jobs) {
  item items[3];
  aln_status st = ALN_OK;
  aln_pool *p = aln_pool_new (&st, jobs, 2, squares);
  number (items, 3);
  HOLDS (aln_pool_submit (p, &items[0]) && aln_pool_submit (p, &items[1]));
  HOLDS (!aln_pool_submit (p, &items[2]));
  HOLDS (aln_pool_take (p, 10000) == &items[0]);
  HOLDS (aln_pool_submit (p, &items[2]));
  aln_pool_free (p, NULL);
}

static void take_comes_back_in_time (void) {
  item items[1];
  aln_status st = ALN_OK;
  aln_pool *p = aln_pool_new (&st, 2, 4, waits);
  number (items, 1);
  HOLDS (aln_pool_take (p, 5) == NULL); /* nothing was submitted */
  HOLDS (aln_pool_submit (p, &items[0]));
  while (atomic_load (&begun) < 1)
    rest (100); /* by the thread: the owner would wait for the gate */
  HOLDS (aln_pool_take (p, 0) == NULL);
  HOLDS (aln_pool_take (p, 5) == NULL);
  atomic_store (&gate, 1);
  HOLDS (aln_pool_take (p, 10000) == &items[0]);
  aln_pool_free (p, NULL);
}

static void first_waits (void *p) {
  if (((item *)p)->number == 1) waits (p);
  else squares (p);
}

static void owner_works_while_it_waits (void) {
  item items[3];
  aln_status st = ALN_OK;
  aln_pool *p = aln_pool_new (&st, 2, 3, first_waits);
  number (items, 3);
  HOLDS (aln_pool_submit (p, &items[0]));
  while (atomic_load (&begun) < 1) rest (100); /* the only thread is at work */
  HOLDS (aln_pool_submit (p, &items[1]) && aln_pool_submit (p, &items[2]));
  HOLDS (aln_pool_take (p, 0) == NULL && items[1].square == 0);
  HOLDS (aln_pool_take (p, 20) == NULL && items[1].square == 4 && items[2].square == 9);
  atomic_store (&gate, 1);
  for (int i = 0; i < 3; i++) HOLDS (aln_pool_take (p, 10000) == &items[i]);
  aln_pool_free (p, NULL);
}

static void cancel_begins_nothing_more (void) {
  item items[6];
  aln_status st = ALN_OK;
  aln_pool *p = aln_pool_new (&st, 3, 6, waits);
  number (items, 6);
  for (int i = 0; i < 6; i++) aln_pool_submit (p, &items[i]);
  while (atomic_load (&begun) < 2) rest (100);
  aln_pool_cancel (p);
  atomic_store (&gate, 1);
  HOLDS (!aln_pool_submit (p, &items[0]));
  HOLDS (aln_pool_take (p, 10000) == &items[0]);
  HOLDS (aln_pool_take (p, 10000) == &items[1]);
  HOLDS (aln_pool_take (p, 10000) == NULL); /* at once: the third was never begun */
  aln_pool_free (p, given_back);
  HOLDS (items[0].given_back == 0 && items[2].given_back == 1 && items[5].given_back == 1);
  HOLDS (items[2].square == 0);
}

static void free_gives_back_what_is_done (unsigned jobs) {
  item items[2];
  aln_status st = ALN_OK;
  aln_pool *p = aln_pool_new (&st, jobs, 2, squares);
  number (items, 2);
  HOLDS (aln_pool_submit (p, &items[0]) && aln_pool_submit (p, &items[1]));
  while (jobs > 1 && atomic_load (&begun) < 2) rest (100);
  aln_pool_free (p, given_back);
  HOLDS (items[0].given_back == (jobs > 1 ? 2 : 1) && items[1].given_back == (jobs > 1 ? 2 : 1));
  aln_pool_free (NULL, given_back);
}

#ifdef ALN_COUNT_ALLOCS
static void survives_every_refusal (void) {
  for (long n = 1; n < 10; n++) {
    aln_status st = ALN_OK;
    long before = aln_mem_live ();
    aln_pool *p;
    aln_mem_fail_from (n);
    p = aln_pool_new (&st, 3, 4, squares);
    aln_mem_fail_from (0);
    HOLDS (p ? st == ALN_OK && n > 3 : st == ALN_ENOMEM && n <= 3);
    aln_pool_free (p, NULL);
    HOLDS (aln_mem_live () == before);
  }
}
#endif

int main (void) {
  static const unsigned jobs[] = {0, 1, 2, 4};
  for (int i = 0; i < 4; i++) {
    gives_back_in_order (jobs[i], 1);
    gives_back_in_order (jobs[i], 16);
    says_when_it_is_full (jobs[i]);
    free_gives_back_what_is_done (jobs[i]);
  }
  take_comes_back_in_time ();
  owner_works_while_it_waits ();
  cancel_begins_nothing_more ();
#ifdef ALN_COUNT_ALLOCS
  survives_every_refusal ();
#endif
  if (failures == 0) printf ("pool: all that is promised holds\n");
  return failures != 0;
}
