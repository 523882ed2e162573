/* numbering.c: in: texts. Out: their numbers, by open addressing over 64-bit slots. */
#include "numbering.h"

#include "mem.h"

static uint64_t eight (const char *p) {
  uint64_t v;
  memcpy (&v, p, 8);
  return v;
}

static uint64_t four (const char *p) {
  uint32_t v;
  memcpy (&v, p, 4);
  return v;
}

/* Of the table's own place in memory too, so that nobody can write texts that collide in all runs.
   Numbers are given in order of arrival: what the hash is does not show. */
uint32_t aln_numbering_hash (const aln_numbering *t, aln_slice s) {
  const uint64_t prime = 0x9E3779B97F4A7C15u;
  uint64_t h = (uint64_t)(uintptr_t)t * prime + s.n;
  const char *p = s.p;
  size_t n = s.n;
  for (; n >= 8; p += 8, n -= 8) {
    h = (h ^ eight (p)) * prime;
    h ^= h >> 32;
  }
  if (n >= 4) h ^= four (p) | four (p + n - 4) << 32;
  else if (n > 0)
    h ^= (uint64_t)(unsigned char)p[0] | (uint64_t)(unsigned char)p[n / 2] << 8 |
         (uint64_t)(unsigned char)p[n - 1] << 16;
  h *= prime;
  h ^= h >> 29;
  h *= prime;
  return (uint32_t)(h >> 32);
}

void aln_numbering_free (aln_numbering *t) {
  aln_buf_free (&t->text);
  aln_free (t->begins);
  aln_free (t->lengths);
  aln_free (t->slots);
  *t = (aln_numbering){ALN_BUF_EMPTY, NULL, NULL, NULL, 0, 0, 0};
}

/* The slot of 's', or the free one where it belongs. */
static uint32_t slot_of (const aln_numbering *t, aln_slice s, uint32_t h) {
  uint32_t i = h & t->mask;
  for (; t->slots[i]; i = (i + 1) & t->mask)
    if ((uint32_t)(t->slots[i] >> 32) == h &&
        aln_same (aln_numbering_text (t, (uint32_t)t->slots[i]), s))
      break;
  return i;
}

uint32_t aln_numbering_find_hashed (const aln_numbering *t, aln_slice s, uint32_t hash) {
  return t->slots ? (uint32_t)t->slots[slot_of (t, s, hash)] : 0;
}

uint32_t aln_numbering_find (const aln_numbering *t, aln_slice s) {
  return aln_numbering_find_hashed (t, s, aln_numbering_hash (t, s));
}

static void place (aln_numbering *t, uint32_t number) {
  uint32_t h = aln_numbering_hash (t, aln_numbering_text (t, number)), i = h & t->mask;
  while (t->slots[i]) i = (i + 1) & t->mask;
  t->slots[i] = (uint64_t)h << 32 | number;
}

static void grow_slots (aln_status *st, aln_numbering *t) {
  uint32_t n = t->slots ? (t->mask + 1) * 2 : 1024;
  uint64_t *slots = *st == ALN_OK ? aln_alloc (n * sizeof *slots) : NULL;
  if (*st == ALN_OK && !slots) *st = ALN_ENOMEM;
  if (*st != ALN_OK) return;
  memset (slots, 0, n * sizeof *slots);
  aln_free (t->slots);
  t->slots = slots;
  t->mask = n - 1;
  for (uint32_t i = 1; i <= t->n; i++) place (t, i);
}

static void grow_begins (aln_status *st, aln_numbering *t) {
  uint8_t *lengths;
  uint32_t cap = t->cap ? t->cap * 2 : 1024;
  uint32_t *begins =
      *st == ALN_OK ? aln_resize (t->begins, ((size_t)cap + 2) * sizeof *begins) : NULL;
  if (*st == ALN_OK && !begins) *st = ALN_ENOMEM;
  if (*st != ALN_OK) return;
  if (!t->begins) begins[1] = 0;
  t->begins = begins;
  lengths = aln_resize (t->lengths, (size_t)cap + 2);
  if (!lengths) {
    *st = ALN_ENOMEM;
    return;
  }
  t->lengths = lengths;
  t->cap = cap;
}

uint32_t aln_numbering_add (aln_status *st, aln_numbering *t, aln_slice s) {
  uint32_t h, i;
  if (*st != ALN_OK) return 0;
  if (t->n >= t->mask / 2) grow_slots (st, t); /* half full, at most */
  if (t->n >= t->cap) grow_begins (st, t);
  if (*st != ALN_OK) return 0;
  h = aln_numbering_hash (t, s);
  i = slot_of (t, s, h);
  if (t->slots[i]) return (uint32_t)t->slots[i];
  if (s.n > UINT32_MAX - t->text.n || t->n >= UINT32_MAX / 4) *st = ALN_ELIMIT;
  aln_buf_add (st, &t->text, s);
  if (*st != ALN_OK) return 0;
  t->begins[++t->n + 1] = (uint32_t)t->text.n;
  t->lengths[t->n] = s.n < UINT8_MAX ? (uint8_t)s.n : UINT8_MAX;
  t->slots[i] = (uint64_t)h << 32 | t->n;
  return t->n;
}

void aln_numbering_seal (aln_numbering *t) {
  aln_free (t->slots);
  t->slots = NULL;
  t->mask = 0;
}

void aln_numbering_cut (aln_numbering *t, uint32_t n) {
  if (n >= t->n) return;
  t->n = n;
  t->text.n = t->begins[n + 1];
  memset (t->slots, 0, ((size_t)t->mask + 1) * sizeof *t->slots);
  for (uint32_t i = 1; i <= n; i++) place (t, i);
}
