--- Why not: what in an article looks like a consultation, a quotation or a person and was not taken for one, and the
-- condition that refused it.
--
-- Of consultations the rules themselves say so, read once more with a list for what they refuse (notice/contacts.c). Of
-- quotations and persons the candidates are what stands between marks, verbs of speech, posts and words with capitals;
-- what is told of them is what can be seen: the kind of block, what was taken instead, what is missing beside it.
local article_of = require "alliance.article"
local core = require "alliance.core"
local frames = require "alliance.show.frame"
local selection = require "alliance.selection"

local methods = selection.methods

-- -- places in an article -------------------------------------------------------------------------------

local function sentence_at(article, first)
  for _, s in ipairs(article.sentences) do if s.first <= first and first <= s.last then return s end end
end

local function block_at(article, first)
  local s = sentence_at(article, first)
  return s and s.block and article.blocks[s.block].kind or "text"
end

local function row(article, first, last, why)
  local s = sentence_at(article, first)
  return { text = article.text:sub(first, last), why = why, sentence = s and article.text:sub(s.first, s.last),
    block = block_at(article, first), first = first, last = last, id = article.id }
end

local function covered(spans, first, last)
  for _, span in ipairs(spans) do if span.first <= last and first <= span.last then return span end end
end

-- -- consultations --------------------------------------------------------------------------------------

local seekers = {}

function seekers.consultations(article)
  local rows = {}
  for _, r in ipairs(core.article_refused(article)) do
    local why = r.why
    if why == "it stands in no paragraph" then why = "it stands in a " .. block_at(article, r.first) end
    rows[#rows + 1] = row(article, r.first, r.last, why)
  end
  return rows
end

-- -- quotations -----------------------------------------------------------------------------------------

local marks = { { "“", "”" }, { '"', '"' }, { "``", "''" } }

local function between_marks(text)
  local spans = {}
  for _, pair in ipairs(marks) do
    local from = 1
    while true do
      local _, open = text:find(pair[1], from, true)
      local close = open and text:find(pair[2], open + 1, true)
      if not close then break end
      if close > open + 1 then spans[#spans + 1] = { first = open + 1, last = close - 1 } end
      from = close + #pair[2]
    end
  end
  return spans
end

local function verbs_of(lexicon)
  local verbs = {}
  for _, entry in ipairs(lexicon.tables.speech or {}) do
    if entry.class == "say" or entry.class == "tell" then
      for _, word in ipairs(entry) do verbs[word:lower()] = true end
    end
  end
  return verbs
end

local function verb_in(verbs, text)
  for word in text:lower():gmatch "[%a\128-\255]+" do if verbs[word] then return word end end
end

local function words_in(text) return select(2, text:gsub("%S+", "")) end

-- Why a span between marks is no quotation.
local function unquoted(article, span, verbs)
  local kind = block_at(article, span.first)
  if kind ~= "paragraph" and kind ~= "headline" then return "it stands in a " .. kind end
  local text = article.text:sub(span.first, span.last)
  if text:find("\n\n", 1, true) then return "no mark ends it in its paragraph" end
  local s = sentence_at(article, span.first)
  local verb = s and verb_in(verbs, article.text:sub(s.first, s.last))
  if words_in(text) <= 3 then return "a name, a title or words held at a distance: three words or fewer"
    .. (verb and "" or ", and no verb of speech beside them") end
  return verb and ("'%s' is beside it, but not in a place that makes it what is said"):format(verb)
    or "no verb of speech in its sentence"
end

function seekers.quotes(article, lexicon)
  local rows, verbs, quotes = {}, verbs_of(lexicon), article.quotes
  for _, span in ipairs(between_marks(article.text)) do
    if not covered(quotes, span.first, span.last) then
      rows[#rows + 1] = row(article, span.first, span.last, unquoted(article, span, verbs))
    end
  end
  for _, quote in ipairs(quotes) do
    if not quote.speaker then
      rows[#rows + 1] = row(article, quote.first, quote.last, "a quotation, but nobody beside it can be who says it")
    end
  end
  for _, s in ipairs(article.sentences) do
    local text = article.text:sub(s.first, s.last)
    local verb = verb_in(verbs, text)
    if verb and not covered(quotes, s.first, s.last) then
      local kind = block_at(article, s.first)
      rows[#rows + 1] = row(article, s.first, s.last, kind ~= "paragraph" and "it stands in a " .. kind
        or ("'%s' has no clause behind it that somebody says"):format(verb))
    end
  end
  return rows
end

-- -- people ---------------------------------------------------------------------------------------------

-- Every span of a list of things, with its name.
local function spans_of(things)
  local spans = {}
  for _, thing in ipairs(things) do
    for _, span in ipairs(thing.spans) do
      spans[#spans + 1] = { first = span.first, last = span.last, name = thing.name }
    end
  end
  return spans
end

local function offices_of(lexicon)
  local offices = {}
  for _, entry in ipairs(lexicon.tables.offices or {}) do
    for _, phrase in ipairs(type(entry) == "table" and entry or {}) do
      if phrase:find " " then offices[#offices + 1] = phrase:lower() end
    end
  end
  table.sort(offices, function (a, b)
    if #a ~= #b then return #a > #b end
    return a < b
  end)
  return offices
end

local function posts_without_names(article, lexicon, people, rows)
  local lower, taken = article.text:lower(), {}
  for _, office in ipairs(offices_of(lexicon)) do
    local from = 1
    while true do
      local first, last = lower:find(office, from, true)
      if not first then break end
      local whole = not lower:sub(first - 1, first - 1):find "%w" and not lower:sub(last + 1, last + 1):find "%w"
      if whole and not covered(taken, first, last) then
        taken[#taken + 1] = { first = first, last = last }
        if not covered(people, first - 2, last + 12) then
          rows[#rows + 1] = row(article, first, last, "a post without a name beside it")
        end
      end
      from = last + 1
    end
  end
  return taken
end

-- Runs of words with capitals, not at the beginning of a sentence alone.
local function capitals(text)
  local runs, from = {}, 1
  while true do
    local first, last = text:find("%f[%w]%u[%a'%-]+ %u[%a'%-%.]+", from)
    if not first then return runs end
    while true do
      local _, more = text:find("^ %u[%a'%-]+", last + 1)
      if not more then break end
      last = more
    end
    runs[#runs + 1] = { first = first, last = last }
    from = last + 1
  end
end

local function demonyms_of(lexicon)
  local words = {}
  for _, entry in ipairs(lexicon.tables.countries or {}) do
    for _, word in ipairs(type(entry) == "table" and entry.demonyms or {}) do words[word] = entry.name or entry[1] end
  end
  return words
end

function seekers.people(article, lexicon)
  local rows, people, demonyms = {}, spans_of(article.people), demonyms_of(lexicon)
  local bodies, places = spans_of(article.organisations), spans_of(article.places)
  local posts = posts_without_names(article, lexicon, people, rows)
  for _, run in ipairs(capitals(article.text)) do
    if not covered(people, run.first, run.last) and not covered(posts, run.first, run.last) then
      local body, place = covered(bodies, run.first, run.last), covered(places, run.first, run.last)
      local why = body and ("it is taken for a body: %s"):format(body.name)
        or place and ("it is taken for a place: %s"):format(place.name)
        or demonyms[article.text:sub(run.first, run.last)] and "it only says of which country"
        or "neither the lexicon nor the tagger knows it as a name"
      rows[#rows + 1] = row(article, run.first, run.last, why)
    end
  end
  return rows
end

-- -- the question ---------------------------------------------------------------------------------------

local function named()
  local names = {}
  for name in pairs(seekers) do names[#names + 1] = name end
  table.sort(names)
  return table.concat(names, ", ")
end

-- An article, the id of one of the set, or the text of one.
local function article_from(self, object, what)
  if type(what) == "userdata" then return what end
  if type(what) ~= "string" then
    selection.complain(3, "set:why_not: argument 1 should be an article, its id or a text, not a %s", type(what))
  end
  local found = object:article(what)
  if found then return found end
  local read, message = article_of.read(what, { lexicon = self.lexicon })
  if not read then selection.complain(3, "set:why_not: argument 1 is no id of this set, and no text: %s", message) end
  return read
end

--- What looks like one and is none: the candidates in an article, each with the condition that refused it.
-- @param what an article, the id of one, or a text
-- @tparam[opt="consultations"] string of "consultations" (words that the lexicon has for contacts; those that tell of
-- one told before are here too), "quotes" (what stands between marks, sentences with a verb of speech), "people" (posts
-- without a name, words with capitals)
-- @treturn frame text, why, sentence, block (the kind it stands in), first, last, id; in the order of the text
-- @raise where an argument is of the wrong kind
function methods:why_not(what, of)
  local self_ = selection.inside(self, "why_not")
  of = of or "consultations"
  if not seekers[of] then
    selection.complain(2, "set:why_not: argument 2 should be one of: %s, not '%s'", named(), tostring(of))
  end
  local rows = seekers[of](article_from(self_, self, what), self_.lexicon)
  table.sort(rows, function (a, b)
    if a.first ~= b.first then return a.first < b.first end
    return a.last < b.last
  end)
  return frames.new({ "text", "why", "sentence", "block", "first", "last", "id" }, rows,
    selection.made(self_, "why_not " .. of))
end
