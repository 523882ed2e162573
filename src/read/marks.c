/* marks.c: in: tokens. Out: the family of a mark (marks.h). */
#include "marks.h"

static const struct {
  uint32_t from, to; /* code points, inclusive */
  char plain;
} families[] = {
    {0x00AB, 0x00AB, '"'},  {0x00B7, 0x00B7, '*'}, {0x00BB, 0x00BB, '"'}, {0x2010, 0x2015, '-'},
    {0x2018, 0x201B, '\''}, {0x201C, 0x201F, '"'}, {0x2022, 0x2023, '*'}, {0x2026, 0x2026, '.'},
    {0x203B, 0x203B, '*'},  {0x2043, 0x2043, '*'}, {0x2212, 0x2212, '-'}, {0x25A0, 0x25FF, '*'},
    {0x2605, 0x2606, '*'},  {0x3008, 0x3008, '<'}, {0x3009, 0x3009, '>'}, {0x300A, 0x300A, '<'},
    {0x300B, 0x300B, '>'},  {0x3010, 0x3010, '['}, {0x3011, 0x3011, ']'}, {0x30FB, 0x30FB, '*'},
    {0xFF08, 0xFF08, '('},  {0xFF09, 0xFF09, ')'}};

static char plain_of (uint32_t c) {
  for (size_t i = 0; i < sizeof families / sizeof families[0]; i++)
    if (c >= families[i].from && c <= families[i].to) return families[i].plain;
  return 0;
}

char aln_mark_of_odd (aln_slice text, const aln_token *t) {
  const unsigned char *p = (const unsigned char *)text.p + t->from;
  uint32_t n = t->to - t->from;
  if (p[0] < 0x80) {
    if (t->kind == ALN_TOKEN_LINK) return 0;
    return (char)(p[0] == '_' ? '-' : p[0] == '`' ? '"' : p[0]);
  }
  if (n >= 2 && (p[0] & 0xE0) == 0xC0) return plain_of ((p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu));
  if (n >= 3 && (p[0] & 0xF0) == 0xE0)
    return plain_of ((p[0] & 0xFu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu));
  return 0;
}

int aln_ends_sentence (aln_slice text, const aln_token *t, const char *marks, uint32_t from,
                       uint32_t to) {
  for (; to > from; to--) {
    char m = marks[to - 1];
    if (m == '"' || m == '\'' || m == ')' || m == ']') continue;
    return m == '.' || m == '!' || m == '?' || text.p[t[to - 1].to - 1] == '.';
  }
  return 0;
}
