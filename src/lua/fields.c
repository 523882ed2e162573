/* fields.c: in: an article. Out: its fields, one call of a sink after another (fields.h). */
#include "fields.h"

#include <math.h>
#include <stdio.h>

/* -- small words ------------------------------------------------------------------------------- */

static void text_of (aln_sink *s, const char *key, aln_slice v) { /* empty: left out */
  if (v.n == 0) return;
  s->key (s, key);
  s->text (s, v);
}

static void word (aln_sink *s, const char *key, const char *v) {
  if (v) text_of (s, key, aln_slice_of (v));
}

static void number (aln_sink *s, const char *key, int64_t v) { s->number (s, key, v); }

static void flag (aln_sink *s, const char *key, int v) {
  s->key (s, key);
  s->truth (s, v);
}

static void real (aln_sink *s, const char *key, double v) {
  s->key (s, key);
  if (v == floor (v) && fabs (v) < 9e15) s->integer (s, (int64_t)v);
  else s->real (s, v);
}

static void pair (aln_sink *s, const char *key, aln_span v) { s->pair (s, key, v); }

static void span (aln_sink *s, const aln_article *a, aln_span v) {
  number (s, "first", (int64_t)v.from + 1);
  number (s, "last", v.to);
  if (s->raw) pair (s, "raw", aln_article_raw (a, v));
}

/* The block a span of text stands in; blocks and spans both go up, so 'at' is where to look on. */
static uint32_t block_of (const aln_article *a, aln_span v) {
  uint32_t low = 0, high = a->sentences.n;
  while (high - low > 1) {
    uint32_t mid = low + (high - low) / 2;
    if (a->sentences.at[mid].from <= v.from) low = mid;
    else high = mid;
  }
  return a->sentences.n ? a->sentence_blocks.at[low] : 0;
}

static aln_slice block_text (const aln_article *a, const aln_block *b) {
  return b->kind == ALN_BOILERPLATE ? aln_cut (a->clean.text, b->clean)
                                    : aln_cut (a->text, b->text);
}

static void value (aln_sink *s, aln_slice v) {
  if (v.n) s->text (s, v);
}

/* -- what is known of the article --------------------------------------------------------------- */

static void id (aln_sink *s, const aln_reading *r) { value (s, aln_article_id (r->article)); }
static void source (aln_sink *s, const aln_reading *r) { value (s, r->article->source); }
static void url (aln_sink *s, const aln_reading *r) { value (s, r->article->url); }
static void headline (aln_sink *s, const aln_reading *r) { value (s, r->article->headline); }
static void agency (aln_sink *s, const aln_reading *r) { value (s, r->article->agency); }
static void text (aln_sink *s, const aln_reading *r) { s->text (s, r->article->text); }
static void language (aln_sink *s, const aln_reading *r) {
  value (s, aln_slice_of (r->article->language));
}
static void published (aln_sink *s, const aln_reading *r) {
  value (s, aln_slice_of (r->article->published));
}

static void dating (aln_sink *s, const aln_reading *r) {
  const aln_article *a = r->article;
  int bracketed = a->earliest[0] || a->latest[0];
  s->begin (s, 0);
  word (s, "earliest", bracketed ? a->earliest : a->published);
  word (s, "latest", bracketed ? a->latest : a->published);
  word (s, "how", a->how);
  s->key (s, "evidence");
  s->begin (s, 1);
  for (uint32_t i = 0; i < a->evidence.n; i++) {
    const aln_evidence *e = &a->evidence.at[i];
    s->begin (s, 0);
    text_of (s, "says", e->says);
    word (s, "bound", e->bound);
    word (s, "rule", e->rule);
    text_of (s, "grade", e->grade);
    if (aln_length (e->text)) span (s, a, e->text);
    if (aln_length (e->clean)) pair (s, "raw", aln_map_back (&a->clean.map, e->clean));
    s->end (s, 0);
  }
  s->end (s, 1);
  s->key (s, "conflicts");
  s->begin (s, 1);
  for (uint32_t i = 0; i < a->conflicts.n; i++) s->text (s, a->conflicts.at[i]);
  s->end (s, 1);
  s->end (s, 0);
}

static void byline (aln_sink *s, const aln_reading *r) {
  s->begin (s, 1);
  for (uint32_t i = 0; i < r->article->bylines.n; i++) s->text (s, r->article->bylines.at[i]);
  s->end (s, 1);
}

static void dateline (aln_sink *s, const aln_reading *r) {
  const aln_article *a = r->article;
  if (!a->dateline.place.n && !a->dateline.date.n && !a->dateline.agency.n) return;
  s->begin (s, 0);
  text_of (s, "place", a->dateline.place);
  text_of (s, "date", a->dateline.date);
  text_of (s, "agency", a->dateline.agency);
  s->end (s, 0);
}

static void captions (aln_sink *s, const aln_reading *r) {
  const aln_article *a = r->article;
  s->begin (s, 1);
  for (uint32_t i = 0; i < a->captions.n; i++) {
    s->begin (s, 0);
    text_of (s, "text", block_text (a, &a->blocks.at[a->captions.at[i].block]));
    text_of (s, "credit", a->captions.at[i].credit);
    s->end (s, 0);
  }
  s->end (s, 1);
}

/* -- its text ------------------------------------------------------------------------------------ */

static void paragraphs (aln_sink *s, const aln_reading *r) {
  const aln_article *a = r->article;
  s->begin (s, 1);
  for (uint32_t i = 0; i < a->blocks.n; i++)
    if (a->blocks.at[i].kind == ALN_PARAGRAPH) s->text (s, block_text (a, &a->blocks.at[i]));
  s->end (s, 1);
}

static void body (aln_sink *s, const aln_reading *r) {
  aln_slice v = aln_article_body (&s->st, r->article);
  if (s->st == ALN_OK) s->text (s, v);
}

static void boilerplate (aln_sink *s, const aln_reading *r) {
  const aln_article *a = r->article;
  s->begin (s, 1);
  for (uint32_t i = 0; i < a->blocks.n; i++) {
    if (a->blocks.at[i].kind != ALN_BOILERPLATE) continue;
    s->begin (s, 0);
    text_of (s, "text", block_text (a, &a->blocks.at[i]));
    text_of (s, "reason", a->blocks.at[i].reason);
    s->end (s, 0);
  }
  s->end (s, 1);
}

static void blocks (aln_sink *s, const aln_reading *r) {
  const aln_article *a = r->article;
  s->begin (s, 1);
  for (uint32_t i = 0; i < a->blocks.n; i++) {
    const aln_block *b = &a->blocks.at[i];
    s->begin (s, 0);
    word (s, "kind", aln_block_kind_name (b->kind));
    text_of (s, "text", block_text (a, b));
    text_of (s, "reason", b->reason);
    word (s, "rule", b->rule);
    if (b->kind != ALN_BOILERPLATE) {
      number (s, "first", (int64_t)b->text.from + 1);
      number (s, "last", b->text.to);
    }
    pair (s, "raw", aln_map_back (&a->clean.map, b->clean));
    s->end (s, 0);
  }
  s->end (s, 1);
}

static void sentences (aln_sink *s, const aln_reading *r) {
  const aln_article *a = r->article;
  s->begin (s, 1);
  for (uint32_t i = 0; i < a->sentences.n; i++) {
    s->begin (s, 0);
    span (s, a, a->sentences.at[i]);
    number (s, "block", (int64_t)a->sentence_blocks.at[i] + 1);
    s->end (s, 0);
  }
  s->end (s, 1);
}

static void encoding (aln_sink *s, const aln_reading *r) {
  s->begin (s, 0);
  word (s, "name", r->article->clean.encoding);
  number (s, "replaced", r->article->clean.replaced);
  s->end (s, 0);
}

/* -- what is noticed ------------------------------------------------------------------------------ */

static const char *const span_kinds[] = {"name", "noun", "pronoun"};

static void spans (aln_sink *s, const aln_article *a, const aln_namings *list) {
  s->key (s, "spans");
  s->begin (s, 1);
  for (uint32_t i = 0; i < list->n; i++) {
    s->begin (s, 0);
    span (s, a, list->at[i].text);
    word (s, "kind", span_kinds[list->at[i].kind]);
    number (s, "block", (int64_t)block_of (a, list->at[i].text) + 1);
    s->end (s, 0);
  }
  s->end (s, 1);
}

static const struct {
  const char *name;
  uint32_t bit;
} holder_flags[] = {{"acting", ALN_HOLDER_ACTING},
                    {"former", ALN_HOLDER_FORMER},
                    {"elect", ALN_HOLDER_ELECT},
                    {"outgoing", ALN_HOLDER_OUTGOING},
                    {"nominee", ALN_HOLDER_NOMINEE}};

static void held (aln_sink *s, const aln_held *h) {
  text_of (s, "office", h->office);
  for (size_t i = 0; i < sizeof holder_flags / sizeof holder_flags[0]; i++)
    flag (s, holder_flags[i].name, (h->holder & holder_flags[i].bit) != 0);
}

static void offices (aln_sink *s, const aln_person *p) {
  s->key (s, "offices");
  s->begin (s, 1);
  for (uint32_t i = 0; i < p->held.n; i++) {
    s->begin (s, 0);
    text_of (s, "side", p->held.at[i].side);
    held (s, &p->held.at[i]);
    s->end (s, 0);
  }
  s->end (s, 1);
}

static void people (aln_sink *s, const aln_reading *r) {
  static const aln_held none = {{"", 0}, {"", 0}, 0, 0};
  s->begin (s, 1);
  for (uint32_t i = 0; i < r->noticed.people.persons.n; i++) {
    const aln_person *p = &r->noticed.people.persons.at[i];
    if (p->spans.n == 0) continue;
    s->begin (s, 0);
    text_of (s, "name", p->name);
    text_of (s, "side", p->side);
    held (s, p->held.n ? &p->held.at[0] : &none);
    text_of (s, "rank", p->rank);
    offices (s, p);
    spans (s, r->article, &p->spans);
    word (s, "rule", p->rule);
    number (s, "block", (int64_t)block_of (r->article, p->spans.at[0].text) + 1);
    s->end (s, 0);
  }
  s->end (s, 1);
}

static void thing (aln_sink *s, const aln_article *a, const aln_thing *t) {
  s->begin (s, 0);
  text_of (s, "name", t->name);
  text_of (s, "side", t->side);
  text_of (s, "kind", t->kind);
  text_of (s, "stands_for", t->stands_for);
  spans (s, a, &t->spans);
  word (s, "rule", t->rule);
  if (t->spans.n) number (s, "block", (int64_t)block_of (a, t->spans.at[0].text) + 1);
  s->end (s, 0);
}

static void organisations (aln_sink *s, const aln_reading *r) {
  s->begin (s, 1);
  for (uint32_t i = 0; i < r->noticed.people.bodies.n; i++)
    thing (s, r->article, &r->noticed.people.bodies.at[i]);
  s->end (s, 1);
}

static void places (aln_sink *s, const aln_reading *r) {
  s->begin (s, 1);
  for (uint32_t i = 0; i < r->noticed.people.places.n; i++)
    thing (s, r->article, &r->noticed.people.places.at[i]);
  s->end (s, 1);
}

static void dates (aln_sink *s, const aln_reading *r) {
  const aln_article *a = r->article;
  s->begin (s, 1);
  for (uint32_t i = 0; i < r->noticed.dates.n; i++) {
    const aln_timex *x = &r->noticed.dates.at[i];
    s->begin (s, 0);
    text_of (s, "text", aln_cut (a->text, x->at));
    word (s, "value", x->value);
    word (s, "type", aln_timex_type_name (x->type));
    word (s, "mod", x->mod);
    word (s, "rule", x->rule);
    span (s, a, x->at);
    number (s, "block", (int64_t)x->block + 1);
    s->end (s, 0);
  }
  s->end (s, 1);
}

static void figures (aln_sink *s, const aln_reading *r) {
  const aln_article *a = r->article;
  s->begin (s, 1);
  for (uint32_t i = 0; i < r->noticed.figures.n; i++) {
    const aln_figure *f = &r->noticed.figures.at[i];
    s->begin (s, 0);
    real (s, "value", f->value);
    if (!isnan (f->high)) real (s, "high", f->high);
    text_of (s, "hedge", f->hedge);
    text_of (s, "unit", f->unit);
    text_of (s, "of", f->of);
    text_of (s, "text", aln_cut (a->text, f->text));
    word (s, "rule", f->rule);
    span (s, a, f->text);
    number (s, "block", (int64_t)block_of (a, f->text) + 1);
    s->end (s, 0);
  }
  s->end (s, 1);
}

static void spot (aln_sink *s, const char *key, aln_span v) { /* a place that is no item */
  s->key (s, key);
  s->begin (s, 0);
  number (s, "first", (int64_t)v.from + 1);
  number (s, "last", v.to);
  s->end (s, 0);
}

static void speaker (aln_sink *s, const aln_article *a, const aln_speaker *v) {
  text_of (s, "speaker", v->name);
  text_of (s, "office", v->office);
  text_of (s, "side", v->side);
  if (!aln_length (v->at)) return;
  spot (s, "speaker_span", v->at);
  if (s->raw) pair (s, "speaker_raw", aln_article_raw (a, v->at));
}

static void quotes (aln_sink *s, const aln_reading *r) {
  const aln_article *a = r->article;
  s->begin (s, 1);
  for (uint32_t i = 0; i < r->noticed.quotes.n; i++) {
    const aln_quote *q = &r->noticed.quotes.at[i];
    s->begin (s, 0);
    text_of (s, "text", aln_cut (a->text, q->text));
    speaker (s, a, &q->speaker);
    word (s, "kind", aln_quote_kind_name (q->kind));
    text_of (s, "cue", aln_cut (a->text, q->cue));
    text_of (s, "told", aln_cut (a->text, q->told));
    if (q->continues) number (s, "continues", q->continues);
    word (s, "rule", q->rule);
    span (s, a, q->text);
    number (s, "block", (int64_t)q->block + 1);
    s->end (s, 0);
  }
  s->end (s, 1);
}

static void texts (aln_sink *s, const char *key, const aln_slice *list, uint32_t n) {
  s->key (s, key);
  s->begin (s, 1);
  for (uint32_t i = 0; i < n; i++) s->text (s, list[i]);
  s->end (s, 1);
}

static void day (aln_sink *s, const char *key, aln_dayno v) {
  char text[32];
  aln_date d = aln_date_of (v);
  if (v == ALN_NO_DAY) return;
  snprintf (text, sizeof text, "%04d-%02d-%02d", d.year, d.month, d.day);
  word (s, key, text);
}

static void consultation (aln_sink *s, const aln_article *a, const aln_consultation *c) {
  s->begin (s, 0);
  word (s, "kind", aln_contact_kind_name (c->kind));
  word (s, "cameo", c->cameo);
  word (s, "mode", c->mode);
  word (s, "status", aln_contact_status_name (c->status));
  word (s, "date", c->date);
  day (s, "first_day", c->first_day);
  day (s, "last_day", c->last_day);
  text_of (s, "place", c->place);
  text_of (s, "host", c->host);
  text_of (s, "initiator", c->initiator);
  texts (s, "participants", c->participants, c->participant_count);
  texts (s, "sides", c->sides.at, c->sides.n);
  text_of (s, "name", c->name);
  if (c->ordinal) number (s, "ordinal", c->ordinal);
  word (s, "duration", c->duration);
  texts (s, "topics", c->topics, c->topic_count);
  number (s, "sentence", (int64_t)c->sentence + 1);
  word (s, "rule", c->rule);
  span (s, a, c->text);
  number (s, "block", (int64_t)c->block + 1);
  s->end (s, 0);
}

static void consultations (aln_sink *s, const aln_reading *r) {
  s->begin (s, 1);
  for (uint32_t i = 0; i < r->noticed.consultations.n; i++)
    consultation (s, r->article, &r->noticed.consultations.at[i]);
  s->end (s, 1);
}

static void commitments (aln_sink *s, const aln_reading *r) {
  const aln_article *a = r->article;
  s->begin (s, 1);
  for (uint32_t i = 0; i < r->noticed.commitments.n; i++) {
    const aln_commitment *c = &r->noticed.commitments.at[i];
    s->begin (s, 0);
    text_of (s, "term", c->term);
    text_of (s, "category", c->category);
    text_of (s, "speaker", c->speaker);
    flag (s, "negated", c->negated);
    word (s, "rule", c->rule);
    span (s, a, c->text);
    number (s, "block", (int64_t)c->block + 1);
    s->end (s, 0);
  }
  s->end (s, 1);
}

const aln_field aln_fields[] = {{"id", id, 0},
                                {"source", source, 0},
                                {"url", url, 0},
                                {"language", language, 0},
                                {"published", published, 1},
                                {"dating", dating, 1},
                                {"headline", headline, 0},
                                {"byline", byline, 0},
                                {"dateline", dateline, 1},
                                {"agency", agency, 0},
                                {"captions", captions, 0},
                                {"paragraphs", paragraphs, 0},
                                {"text", text, 0},
                                {"body", body, 0},
                                {"boilerplate", boilerplate, 0},
                                {"blocks", blocks, 0},
                                {"sentences", sentences, 0},
                                {"people", people, 1},
                                {"organisations", organisations, 1},
                                {"places", places, 1},
                                {"dates", dates, 1},
                                {"quotes", quotes, 1},
                                {"figures", figures, 1},
                                {"consultations", consultations, 1},
                                {"commitments", commitments, 1},
                                {"encoding", encoding, 0}};
const size_t aln_field_count = sizeof aln_fields / sizeof aln_fields[0];
