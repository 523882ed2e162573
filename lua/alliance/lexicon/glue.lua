--- Small words that hold a phrase together, by what they do in it. `role` is what the core asks for (notice/glue.h
-- lists the roles); a word may have several. Words by which a sentence tells who says something are in `speech`.
--   definite, indefinite   articles
--   and, and_sign          between equals; the sign for it in names ("Smith & Sons")
--   of, for, to, from, in, on, at, as   before what a post, a body or a person belongs to, is meant for, goes to, …
--   who                    before a clause that says more of a person
--   since, until           before the first and the last year of a span ("from 2018 to 2021", "between 2018 and 2021")
return {
  { "the", role = "definite" }, { "a", "an", role = "indefinite" },
  { "and", role = "and" }, { "&", role = "and_sign" },
  { "of", role = "of" }, { "for", role = "for" }, { "to", role = "to" }, { "from", role = "from" },
  { "in", role = "in" }, { "on", role = "on" }, { "at", role = "at" }, { "as", role = "as" },
  { "who", role = "who" },
  { "from", "between", "in", role = "since" }, { "to", "until", "through", "and", role = "until" },
}
