/* floor.c: the floor of `make bench` for making streams: what one loop over plain ASCII can do.
   floor TEXTS: TEXTS holds, for each text, its length in decimal, a line feed, its bytes. Cuts them at
   everything that is no ASCII letter or digit, folds case, numbers the words by a hash table and appends each
   number (LEB128) to a stream. Prints the seconds of processor time and the bytes of all streams. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define SLOTS (1u << 20)

typedef struct word {
  uint32_t hash, number, at, n;
} word;

static word slots[SLOTS];
static char *letters;
static size_t used, room;
static uint32_t words;

static uint32_t number_of (const char *p, size_t n, uint32_t hash) {
  uint32_t i = hash & (SLOTS - 1);
  for (; slots[i].number; i = (i + 1) & (SLOTS - 1))
    if (slots[i].hash == hash && slots[i].n == n && memcmp (letters + slots[i].at, p, n) == 0)
      return slots[i].number;
  if (words >= SLOTS / 2 || used + n > room) exit (3);
  memcpy (letters + used, p, n);
  slots[i] = (word){hash, ++words, (uint32_t)used, (uint32_t)n};
  used += n;
  return words;
}

static size_t put (unsigned char *out, uint32_t v) {
  size_t n = 0;
  for (; v >= 0x80; v >>= 7) out[n++] = (unsigned char)(v | 0x80);
  out[n++] = (unsigned char)v;
  return n;
}

static int lower (unsigned char c) {
  if (c >= 'A' && c <= 'Z') return c + 32;
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : 0;
}

static size_t stream_of (const char *p, const char *end, unsigned char *out) {
  char folded[256];
  size_t n = 0, made = 0;
  uint32_t hash = 2166136261u;
  for (; p <= end; p++) {
    int c = p < end ? lower ((unsigned char)*p) : 0;
    if (c && n < sizeof folded) {
      folded[n++] = (char)c;
      hash = (hash ^ (uint32_t)c) * 16777619u;
    } else if (n) {
      made += put (out + made, number_of (folded, n, hash));
      n = 0;
      hash = 2166136261u;
    }
  }
  return made;
}

static char *slurp (const char *path, size_t *n) {
  FILE *f = fopen (path, "rb");
  char *p = NULL;
  long size = -1;
  if (f && fseek (f, 0, SEEK_END) == 0) size = ftell (f);
  if (size >= 0 && fseek (f, 0, SEEK_SET) == 0) p = malloc ((size_t)size + 1);
  if (p && fread (p, 1, (size_t)size, f) != (size_t)size) exit (3);
  if (f) fclose (f);
  if (p) p[size] = '\0';
  *n = p ? (size_t)size : 0;
  return p;
}

int main (int argc, char **argv) {
  size_t n = 0, made = 0;
  char *texts = argc == 2 ? slurp (argv[1], &n) : NULL, *p = texts;
  unsigned char *out = texts ? malloc (n + 16) : NULL;
  clock_t begun = clock ();
  letters = texts ? malloc (room = n + 1) : NULL;
  if (!out || !letters) return fprintf (stderr, "usage: floor TEXTS\n"), 2;
  while (p < texts + n) {
    char *text;
    long bytes = strtol (p, &text, 10);
    text++; /* the line feed */
    if (bytes < 0 || bytes > texts + n - text) return 3;
    made += stream_of (text, text + bytes, out + made);
    p = text + bytes;
  }
  printf ("%.6f %zu\n", (double)(clock () - begun) / CLOCKS_PER_SEC, made);
  free (texts);
  free (out);
  free (letters);
  return 0;
}
