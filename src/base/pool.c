/* pool.c: in: items. Out: the same items, worked on. A ring of slots under one lock:
   head (next to take) <= begun (next to work on) <= tail (next free); all three only count up. */
#define _POSIX_C_SOURCE 200809L
#include "pool.h"

#include "mem.h"

#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <time.h>

typedef struct slot {
  void *item;
  int done;
} slot;

struct aln_pool {
  pthread_mutex_t lock;
  pthread_cond_t queued; /* for workers: something to begin, or the end */
  pthread_cond_t done;   /* for the owner: the oldest item is done */
  void (*work) (void *item);
  slot *slots;
  unsigned capacity;
  size_t head, begun, tail;
  int cancelled;
  pthread_t *threads;
  unsigned n_threads;
};

static slot *slot_at (const aln_pool *p, size_t i) { return &p->slots[i % p->capacity]; }

/* -- workers ------------------------------------------------------------------------------------ */

/* Works on the oldest item that nobody began, with the lock open meanwhile. */
static void work_on_next (aln_pool *p) {
  const size_t mine = p->begun++;
  void *item = slot_at (p, mine)->item;
  pthread_mutex_unlock (&p->lock);
  p->work (item);
  pthread_mutex_lock (&p->lock);
  slot_at (p, mine)->done = 1; /* the slot cannot be reused before this */
  if (mine == p->head) pthread_cond_signal (&p->done);
}

static int waits_for_work (const aln_pool *p) { return p->begun < p->tail && !p->cancelled; }

static void *worker (void *pool) {
  aln_pool *p = pool;
  pthread_mutex_lock (&p->lock);
  while (!p->cancelled) {
    if (waits_for_work (p)) work_on_next (p);
    else pthread_cond_wait (&p->queued, &p->lock);
  }
  pthread_mutex_unlock (&p->lock);
  return NULL;
}

/* Signals go to the owner's thread: workers begin with all of them blocked. */
static void start_threads (aln_pool *p, unsigned threads) {
  sigset_t all, before;
  sigfillset (&all);
  if (pthread_sigmask (SIG_SETMASK, &all, &before) != 0) return;
  while (p->n_threads < threads && pthread_create (&p->threads[p->n_threads], NULL, worker, p) == 0)
    p->n_threads++;
  pthread_sigmask (SIG_SETMASK, &before, NULL);
}

/* -- beginning and end -------------------------------------------------------------------------- */

/* Timed waits by the clock that nobody sets, where conditions can use it. */
#if defined(__APPLE__)
#define WAIT_CLOCK CLOCK_REALTIME
static int start_condition (pthread_cond_t *c) { return pthread_cond_init (c, NULL); }
#else
#define WAIT_CLOCK CLOCK_MONOTONIC
static int start_condition (pthread_cond_t *c) {
  pthread_condattr_t how;
  int failed = pthread_condattr_init (&how);
  if (failed) return failed;
  failed = pthread_condattr_setclock (&how, WAIT_CLOCK);
  if (!failed) failed = pthread_cond_init (c, &how);
  pthread_condattr_destroy (&how);
  return failed;
}
#endif

static int start_locks (aln_pool *p) { /* 0: done */
  if (pthread_mutex_init (&p->lock, NULL) != 0) return 1;
  if (start_condition (&p->done) == 0) {
    if (pthread_cond_init (&p->queued, NULL) == 0) return 0;
    pthread_cond_destroy (&p->done);
  }
  pthread_mutex_destroy (&p->lock);
  return 1;
}

static void free_memory (aln_pool *p) {
  aln_free (p->threads);
  aln_free (p->slots);
  aln_free (p);
}

aln_pool *aln_pool_new (aln_status *st, unsigned jobs, unsigned capacity, void (*work) (void *)) {
  aln_pool *p = *st == ALN_OK ? aln_alloc (sizeof *p) : NULL;
  if (*st == ALN_OK && !p) *st = ALN_ENOMEM;
  if (!p) return NULL;
  memset (p, 0, sizeof *p);
  p->work = work;
  p->capacity = capacity ? capacity : 1;
  p->slots = aln_alloc (p->capacity * sizeof *p->slots);
  p->threads = jobs > 1 ? aln_alloc ((jobs - 1) * sizeof *p->threads) : NULL;
  if (!p->slots || (jobs > 1 && !p->threads) || start_locks (p) != 0) {
    free_memory (p);
    *st = ALN_ENOMEM;
    return NULL;
  }
  if (jobs > 1) start_threads (p, jobs - 1);
  return p;
}

void aln_pool_cancel (aln_pool *p) {
  pthread_mutex_lock (&p->lock);
  p->cancelled = 1;
  pthread_cond_broadcast (&p->queued);
  pthread_mutex_unlock (&p->lock);
}

void aln_pool_free (aln_pool *p, void (*give_back) (void *item, int done)) {
  if (!p) return;
  aln_pool_cancel (p);
  for (unsigned i = 0; i < p->n_threads; i++) pthread_join (p->threads[i], NULL);
  for (; give_back && p->head < p->tail; p->head++)
    give_back (slot_at (p, p->head)->item, slot_at (p, p->head)->done);
  pthread_cond_destroy (&p->queued);
  pthread_cond_destroy (&p->done);
  pthread_mutex_destroy (&p->lock);
  free_memory (p);
}

/* -- in and out --------------------------------------------------------------------------------- */

unsigned aln_pool_held (const aln_pool *p) { /* head and tail are the owner's own */
  return (unsigned)(p->tail - p->head);
}

int aln_pool_submit (aln_pool *p, void *item) {
  int room;
  pthread_mutex_lock (&p->lock);
  room = p->tail - p->head < p->capacity && !p->cancelled;
  if (room) {
    *slot_at (p, p->tail++) = (slot){item, 0};
    pthread_cond_signal (&p->queued);
  }
  pthread_mutex_unlock (&p->lock);
  return room;
}

static struct timespec from_now (unsigned milliseconds) {
  struct timespec t;
  clock_gettime (WAIT_CLOCK, &t);
  t.tv_sec += (time_t)(milliseconds / 1000);
  t.tv_nsec += (long)(milliseconds % 1000) * 1000000;
  if (t.tv_nsec >= 1000000000) {
    t.tv_sec++;
    t.tv_nsec -= 1000000000;
  }
  return t;
}

/* Is the oldest item still to be waited for? One that was never begun is not, once cancelled. */
static int on_its_way (const aln_pool *p) {
  return p->head < p->tail && !slot_at (p, p->head)->done && !(p->cancelled && p->begun == p->head);
}

static int is_past (const struct timespec *end) {
  struct timespec t;
  clock_gettime (WAIT_CLOCK, &t);
  return t.tv_sec > end->tv_sec || (t.tv_sec == end->tv_sec && t.tv_nsec >= end->tv_nsec);
}

/* Until the oldest item is done or the time is over: with work that nobody began, or asleep. */
static void wait_for_oldest (aln_pool *p, unsigned milliseconds) {
  const struct timespec end = from_now (milliseconds);
  while (on_its_way (p)) {
    if (waits_for_work (p)) {
      work_on_next (p);
      if (is_past (&end)) break;
    } else if (pthread_cond_timedwait (&p->done, &p->lock, &end) != 0) break;
  }
}

void *aln_pool_take (aln_pool *p, unsigned milliseconds) {
  void *item = NULL;
  pthread_mutex_lock (&p->lock);
  if (p->n_threads == 0 && on_its_way (p)) work_on_next (p);
  else if (milliseconds) wait_for_oldest (p, milliseconds);
  if (p->head < p->tail && slot_at (p, p->head)->done) item = slot_at (p, p->head++)->item;
  pthread_mutex_unlock (&p->lock);
  return item;
}
