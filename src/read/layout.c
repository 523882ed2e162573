/* layout.c: in: page tokens. Out: blocks (layout.h). The steps, each in a file of its own:
   metadata at the top | units | datelines and publication lines | furniture | repetition | sections
   | the top down to the story | the story | what stands below it | blocks. */
#include "layout.h"

#include "byline.h"
#include "caption.h"
#include "credit.h"
#include "dateline.h"
#include "furniture.h"
#include "headline.h"
#include "metadata.h"
#include "repeats.h"

#define SUBHEAD_MAX 12u /* words */

static void find_last (aln_page *p) { /* behind the last running text */
  p->last = 0;
  for (uint32_t k = 0; k < p->units.n; k++)
    if (!p->units.at[k].settled && aln_page_prose (p, &p->units.at[k])) p->last = k + 1;
}

/* "(Yonhap)", "- Reuters" at the end of a paragraph. */
static void cut_credit (aln_page *p, uint32_t k) {
  aln_unit *u = &p->units.at[k];
  aln_credit c = aln_credit_tail (p, u->body, u->to);
  if (c.from == u->to || !aln_page_is (p, c.agency, "kind", "wire")) return;
  u->tail = c.from;
  u->rest = (aln_part){ALN_CREDIT, {NULL, 0}, "credit at the end"};
  aln_page_agency (p, aln_page_get (p, c.agency, "name"), k + 1 >= p->last ? 4 : 2);
}

/* What hangs at the end of a paragraph: a credit, or the byline of the last. */
static void cut_end (aln_page *p, uint32_t k) {
  if (k + 1 == p->last) aln_byline_tail (p, k);
  if (p->units.at[k].tail == p->units.at[k].to) cut_credit (p, k);
}

static int is_subhead (const aln_page *p, uint32_t k) {
  const aln_unit *u = &p->units.at[k];
  char last = aln_page_mark (p, u->to - 1);
  if (u->words == 0 || u->words > SUBHEAD_MAX || u->item || u->numbers > 2) return 0;
  if (last == ':' || last == ',' || (u->stop && last != '?')) return 0;
  if (u->signs & ALN_SIGN_QUOTE) return 0;
  if (!aln_page_capital (p, u->body) || k + 1 >= p->units.n) return 0;
  return !u[1].settled && aln_page_prose (p, u + 1) && u[1].blank == u->blank;
}

static void find_story (aln_page *p) {
  for (uint32_t k = p->prose; k < p->last && *p->st == ALN_OK; k++) {
    aln_unit *u = &p->units.at[k];
    if (u->settled || (k > p->prose && aln_caption_unit (p, k, 0))) continue;
    if (aln_page_prose (p, u) || k + 1 == p->last) cut_end (p, k);
    else if (k > p->prose && is_subhead (p, k)) aln_page_settle (u, ALN_SUBHEAD, "subhead");
  }
}

static void find_below (aln_page *p) {
  aln_furniture_tail (p);
  for (uint32_t k = p->last; k < p->units.n && *p->st == ALN_OK; k++) {
    if (p->units.at[k].settled) continue;
    if (!aln_caption_unit (p, k, 0)) aln_byline_unit (p, k, 0);
  }
}

/* "Reporting by …", and a wire's copyright: furniture that still says something of the story. */
static void read_furniture (aln_page *p) {
  for (uint32_t k = 0; k < p->units.n; k++) {
    const aln_unit *u = &p->units.at[k];
    aln_row row = 0;
    if (u->self.kind != ALN_BOILERPLATE) continue;
    if (aln_same (u->self.reason, ALN_LIT ("desk"))) aln_byline_desk (p, k);
    if (!aln_same (u->self.reason, ALN_LIT ("copyright"))) continue;
    for (uint32_t i = u->from; i < u->to && i < u->from + 24 && !row; i++)
      aln_page_phrase (p, i, u->to, p->agencies, &row);
    if (row && aln_page_is (p, row, "kind", "wire"))
      aln_page_agency (p, aln_page_get (p, row, "name"), 1);
  }
}

/* -- blocks ---------------------------------------------------------------------------------------
 */

static void add_block (aln_page *p, uint32_t from, uint32_t to, const aln_part *part) {
  aln_block *b;
  if (from >= to) return;
  b = ALN_ADD (p->st, &p->a->arena, &p->a->blocks);
  if (!b) return;
  b->kind = part->kind;
  b->clean = (aln_span){p->t[from].from, p->t[to - 1].to};
  b->tokens_from = from;
  b->tokens_to = to;
  b->reason = part->kind == ALN_BOILERPLATE ? part->reason : (aln_slice){NULL, 0};
  b->rule = part->rule;
}

static void make_blocks (aln_page *p) {
  uint32_t caption = 0;
  aln_article *a = p->a;
  for (uint32_t k = 0; k < p->units.n && *p->st == ALN_OK; k++) {
    const aln_unit *u = &p->units.at[k];
    add_block (p, u->from, u->body, &u->head);
    add_block (p, u->body, u->tail, &u->self);
    while (caption < a->captions.n && a->captions.at[caption].block == k)
      a->captions.at[caption++].block = a->blocks.n - 1;
    add_block (p, u->tail, u->to, &u->rest);
  }
}

void aln_layout (aln_status *st, aln_article *a) {
  aln_page p;
  uint32_t line;
  if (*st != ALN_OK) return;
  aln_page_open (&p, st, a);
  line = aln_metadata_top (&p);
  aln_page_units (&p, line);
  aln_datelines_lines (&p);
  aln_metadata_lines (&p);
  aln_furniture_find (&p);
  aln_repeats_find (&p);
  aln_furniture_sections (&p);
  aln_furniture_lists (&p);
  find_last (&p);
  aln_headline_find (&p);
  aln_datelines_find (&p);
  find_story (&p);
  find_below (&p);
  aln_furniture_tags (&p);
  read_furniture (&p);
  aln_metadata_changed (&p);
  make_blocks (&p);
}
