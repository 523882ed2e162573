--- An article as a page to read: in, an article; out, text of a given width: headline, what is known about it, the
-- opening of every paragraph, and in short what was noticed and how its day was found.
local columns_of = require "alliance.core".text_width

local M = {}
local FEW = 6 -- dates and figures shown

-- A word that is wider than a line (a link, a language without spaces), in pieces that are not.
local function pieces(word, width)
  if columns_of(word) <= width then return { word } end
  local list, from, used = {}, 1, 0
  for at, code in utf8.codes(word) do
    local columns = columns_of(utf8.char(code))
    if used + columns > width and at > from then
      list[#list + 1] = word:sub(from, at - 1)
      from, used = at, 0
    end
    used = used + columns
  end
  list[#list + 1] = word:sub(from)
  return list
end

-- The text in lines of at most `width` columns, cut between words; `indent` stands before each.
local function wrap(out, text, width, indent)
  local line, used = {}, 0
  local room = width - #indent
  local function place(word)
    local columns = columns_of(word)
    if #line > 0 and used + columns + 1 > room then
      out[#out + 1] = indent .. table.concat(line, " ")
      line, used = {}, 0
    end
    used = used + columns + (#line > 0 and 1 or 0)
    line[#line + 1] = word
  end
  for word in text:gmatch("%S+") do
    for _, piece in ipairs(pieces(word, room)) do place(piece) end
  end
  if #line > 0 then out[#out + 1] = indent .. table.concat(line, " ") end
end

-- The first `most` lines of a paragraph, the last of them ending in "…" where there is more.
local function opening(out, text, width, most)
  local lines = {}
  wrap(lines, text, width - 2, "")
  for i = 1, math.min(most, #lines) do
    out[#out + 1] = lines[i] .. (i == most and #lines > most and " …" or "")
  end
end

local function dateline_text(dateline)
  local parts = {}
  for _, key in ipairs { "place", "date" } do parts[#parts + 1] = dateline[key] end
  return table.concat(parts, ", ") .. (dateline.agency and (" (%s)"):format(dateline.agency) or "")
end

-- "2024-12-20 (metadata) · Example Times · by A, B · SEOUL, 2024-12-20 (Yonhap) · Yonhap"
local function about_text(article)
  local day = article.published
  local parts = { day and ("%s (%s)"):format(day, article.dating.how) or "undated", article.source }
  if #article.byline > 0 then parts[#parts + 1] = "by " .. table.concat(article.byline, ", ") end
  if article.dateline then parts[#parts + 1] = dateline_text(article.dateline) end
  parts[#parts + 1] = article.agency
  return table.concat(parts, " · ")
end

local function count_text(n, one, many) return ("%d %s"):format(n, n == 1 and one or many) end

-- "3 metadata, 1 share", by reason in order of first appearance.
local function furniture_text(article)
  local counts, order = {}, {}
  for _, item in ipairs(article.boilerplate) do
    local reason = item.reason or "unknown"
    if not counts[reason] then order[#order + 1] = reason end
    counts[reason] = (counts[reason] or 0) + 1
  end
  if #order == 0 then return nil end
  for i, reason in ipairs(order) do order[i] = ("%d %s"):format(counts[reason], reason) end
  return table.concat(order, ", ")
end

local function words_of(text)
  local n = 0
  for _ in text:gmatch("%f[%w\x80-\xFF][%w\x80-\xFF]+[%w\x80-\xFF'.-]*") do n = n + 1 end
  return n
end

local function captions_into(out, article, width)
  for _, caption in ipairs(article.captions) do
    local credit = caption.credit and (" (%s)"):format(caption.credit) or ""
    wrap(out, ("[picture] %s%s"):format(caption.text or "", credit), width, "  ")
  end
  if #article.captions > 0 then out[#out + 1] = "" end
end

-- -- what was noticed ----------------------------------------------------------------------------

local roles = { "acting", "former", "outgoing", "nominee", "elect" }

local function has_role(held)
  for _, role in ipairs(roles) do if held[role] then return role end end
end

-- "Han Duck-soo (acting President, KR)"
local function person_text(person)
  local parts, role = {}, has_role(person)
  if person.office then parts[1] = (role and role .. " " or "") .. person.office
  elseif person.rank then parts[1] = person.rank end
  parts[#parts + 1] = person.side
  return #parts == 0 and person.name or ("%s (%s)"):format(person.name, table.concat(parts, ", "))
end

local function date_text(date)
  return date.text == date.value and date.text or ("%s = %s"):format(date.text, date.value)
end

local function figure_text(figure) return figure.of and ("%s (%s)"):format(figure.text, figure.of) or figure.text end

-- The texts of a list's items, at most `most` of them, and how many more there are.
local function few(list, text_of, most)
  local texts, seen = {}, {}
  for _, item in ipairs(list) do
    local text = text_of(item)
    if not seen[text] then seen[text], texts[#texts + 1] = true, text end
  end
  local more = #texts - most
  if more > 0 then texts = table.move(texts, 1, most, 1, { [most + 1] = ("and %d more"):format(more) }) end
  return table.concat(texts, "; ")
end

local bounds = { earliest = "not before", latest = "not after", both = "that day" }

-- `"Secretary of Defense" (not after, holder of a post)`
local function evidence_text(evidence)
  local parts = { bounds[evidence.bound] or evidence.bound, evidence.rule }
  return ('"%s" (%s)'):format(evidence.says or "", table.concat(parts, ", "))
end

-- "2023-10-01 to 2025-01-23, inferred: …"; nothing where nothing says when.
local function dating_text(dating)
  local days = dating.earliest or "…"
  if dating.latest ~= dating.earliest then days = ("%s to %s"):format(days, dating.latest or "…") end
  if not (dating.earliest or dating.latest) then days = nil end
  local text = table.concat({ days or "no day", dating.how ~= "unknown" and dating.how or nil }, ", ")
  if #dating.evidence > 0 then text = text .. ": " .. few(dating.evidence, evidence_text, FEW) end
  if #dating.conflicts > 0 then text = text .. "; but " .. table.concat(dating.conflicts, "; ") end
  return text
end

-- Behind a label, later lines under the first.
local function labelled(out, label, text, width)
  if text == "" then return end
  local lines, indent = {}, (" "):rep(10)
  wrap(lines, text, width, indent)
  lines[1] = label .. (" "):rep(#indent - #label) .. lines[1]:sub(#indent + 1)
  table.move(lines, 1, #lines, #out + 1, out)
end

-- "Lloyd Austin 2; nobody named 1": how many quotations are whose, in order of first appearance.
local function quotes_text(quotes)
  local counts, order = {}, {}
  for _, quote in ipairs(quotes) do
    local speaker = quote.speaker or "nobody named"
    if not counts[speaker] then order[#order + 1] = speaker end
    counts[speaker] = (counts[speaker] or 0) + 1
  end
  return few(order, function (speaker) return ("%s %d"):format(speaker, counts[speaker]) end, FEW)
end

local function contact_text(contact)
  return ("%s %s%s: %s"):format(contact.status, contact.kind, contact.date and " " .. contact.date or "",
    table.concat(contact.participants, ", "))
end

local function noticed_into(out, article, width)
  labelled(out, "dated", dating_text(article.dating), width)
  labelled(out, "people", few(article.people, person_text, 2 * FEW), width)
  local names = {}
  for _, of in ipairs { { "organisation", #article.organisations }, { "place", #article.places } } do
    if of[2] > 0 then names[#names + 1] = count_text(of[2], of[1], of[1] .. "s") end
  end
  labelled(out, "names", table.concat(names, ", "), width)
  labelled(out, "dates", few(article.dates, date_text, FEW), width)
  labelled(out, "figures", few(article.figures, figure_text, FEW), width)
  labelled(out, "contacts", few(article.consultations, contact_text, FEW), width)
  labelled(out, "quotes", quotes_text(article.quotes), width)
  labelled(out, "left out", furniture_text(article) or "", width)
end

--- The article as a page to read, `width` columns wide.
-- @tparam article article
-- @tparam integer width
-- @treturn string without a line end behind it
function M.of(article, width)
  local out = {}
  wrap(out, article.headline or "(no headline)", width, "")
  wrap(out, about_text(article), width, "")
  out[#out + 1] = ""
  captions_into(out, article, width)
  for _, paragraph in ipairs(article.paragraphs) do
    opening(out, paragraph, width, 3)
    out[#out + 1] = ""
  end
  noticed_into(out, article, width)
  wrap(out, ("%s, %s, id %s"):format(count_text(#article.sentences, "sentence", "sentences"),
    count_text(words_of(article.text), "word", "words"), article.id), width, "")
  return table.concat(out, "\n")
end

return M
