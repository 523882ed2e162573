--- The report: one self-contained page of a set or selection, for people who do not write Lua. The one file that uses
-- both ask and show.
--
-- All text of articles is escaped; the page holds no script, loads nothing and reads well on a phone.
local file = require "alliance.show.file"
local markup = require "alliance.show.markup"
local selection = require "alliance.selection"

local methods = selection.methods

local head = [[
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>%s</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; color: #222; background: #fff; max-width: 60rem; margin: 0 auto;
  padding: 0 1rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 1.5rem 0 .25rem; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .25rem; padding-top: .75rem; border-top: 2px solid #222; }
p.why, p.made { color: #595959; margin: .25rem 0 1rem; }
p.made { overflow-wrap: anywhere; font-size: .85rem; }
nav ul { padding: 0; margin: 1rem 0; list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: 1rem; margin: 1.5rem 0; }
dl div { border-left: 3px solid #0072b2; padding-left: .6rem; }
dt { color: #595959; font-size: .85rem; } dd { margin: 0; font-size: 1.2rem; font-variant-numeric: tabular-nums; }
figure { margin: 1rem 0; overflow-x: auto; } figure svg { max-width: 100%%; height: auto; min-width: 34rem; }
blockquote { margin: .75rem 0; padding-left: .75rem; border-left: 3px solid #ccc; overflow-wrap: anywhere; }
blockquote footer { color: #595959; font-size: .85rem; }
.alliance-frame { overflow-x: auto; margin: 1rem 0; font-size: .9rem; }
.alliance-frame table { border-collapse: collapse; }
.alliance-frame caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%%); }
.alliance-frame th, .alliance-frame td { padding: .3em .7em .3em 0; text-align: left; vertical-align: top;
  border-bottom: 1px solid #ddd; }
.alliance-frame thead th { border-bottom: 2px solid #595959; }
.alliance-frame .number { text-align: right; font-variant-numeric: tabular-nums; }
.alliance-frame .short { white-space: nowrap; } .alliance-frame td.long { min-width: 14em; }
.alliance-frame p { color: #595959; }
</style>
</head>
<body>
<main>
]]

local MOST = 40 -- rows of a table, unless the section says otherwise
local escape = markup.escape

-- -- pieces ---------------------------------------------------------------------------------------

-- A table without its own style: the page has it.
local function table_into(put, frame, columns, most)
  local shown = frame:head(most or MOST)
  local text = shown:html { columns = columns }
  put((text:gsub("<style>.-</style>\n?", "")))
  if #frame > #shown then put(("<p class=\"why\">The first %d of %d.</p>\n"):format(#shown, #frame)) end
end

-- Several charts stand in one page, and what their ids name must stay apart.
local function chart_into(put, frame, options, number)
  local svg = frame:plot(options)
  svg = svg:gsub("^<%?xml.-%?>%s*", ""):gsub('(%sid=")', "%1c" .. number .. "-")
    :gsub("url%(#", "url(#c" .. number .. "-"):gsub('(aria%-labelledby=")([^"]*)"', function (name, ids)
      return name .. ids:gsub("%S+", "c" .. number .. "-%0") .. '"'
    end):gsub('(href="#)', "%1c" .. number .. "-")
  put("<figure>\n" .. svg .. "\n</figure>\n")
end

local function quotation_into(put, row)
  put(('<blockquote dir="auto"><p>%s</p><footer>%s</footer></blockquote>\n'):format(escape(row.text),
    escape(table.concat({ row.speaker or "", row.source or "", row.published or "" }, ", "):gsub("^, ", ""):gsub(", , ",
      ", "))))
end

-- -- sections -------------------------------------------------------------------------------------
-- Each: an anchor, a title, what a reader should know, and what is put there; false where there is nothing to show.

local sections = {
  { "health", "What to know before counting", "Undated, doubled and damaged articles, conflicts, and which sources.",
    function (put, set) table_into(put, set:health()) end },

  { "time", "Articles over time", "Months without articles are gaps, not zeros.",
    function (put, set, number)
      local frame = set:count { by = "month" }
      if #frame == 0 then return false end
      chart_into(put, frame, { value = "of_articles" }, number)
    end },

  { "timeline", "Timeline", "Official contacts, statements and changes of office, as these articles tell them; " ..
    "`reports` counts the articles.",
    function (put, set, number)
      local frame = set:timeline()
      if #frame == 0 then return false end
      chart_into(put, frame, { kind = "timeline" }, number)
      table_into(put, frame, { "date", "what", "who", "status", "said", "reports" }, 80)
    end },

  { "people", "People", "Who is named most, with the post that these articles give.",
    function (put, set, number)
      local frame = set:people():sort("mentions", "desc")
      if #frame == 0 then return false end
      chart_into(put, frame:head(15), { kind = "bars", label = "person", value = "mentions" }, number)
      table_into(put, frame)
    end },

  { "tenures", "Who held which post",
    "From the first to the last article that says so; nothing is taken from captions.",
    function (put, set)
      local frame = set:tenures()
      if #frame == 0 then return false end
      table_into(put, frame)
    end },

  { "quotes", "Quotations by speaker", "Direct quotations; the first of each of the most quoted.",
    function (put, set, number)
      local named = set:quotes():where(function (row) return row.speaker ~= nil end)
      if #named == 0 then return false end
      local groups = named:group "speaker":sort("count", "desc"):head(10)
      chart_into(put, groups, { kind = "bars", label = "speaker", value = "count" }, number)
      for group in groups:rows() do quotation_into(put, group.rows[1]) end
    end },

  { "words", "Words of commitment over time", "Reassurance, pledges, deterrence, burden: by year and category.",
    function (put, set, number)
      local frame = set:commitments()
      if #frame == 0 then return false end
      chart_into(put, set:count { of = "commitments", by = "year" }, { value = "count" }, number)
      table_into(put, frame:group "term":sort("count", "desc"), { "term", "count" }, 20)
    end },

  { "sources", "Sources compared", "The same measures for each source.",
    function (put, set)
      local frame = set:compare { by = "source" }
      if #frame == 0 then return false end
      table_into(put, frame)
    end },

  { "copies", "Copies", "Articles that share their text with another one of the set: count them once " ..
    "(`independent=true`) where outlets are to be compared.",
    function (put, set)
      local frame = set:stories()
      if #frame == 0 then return false end
      table_into(put, frame, { "story", "role", "similarity", "published", "source", "headline", "id" })
    end },
}

-- -- the page -------------------------------------------------------------------------------------

local function facts_into(put, self, made)
  local total = selection.frame(self, assert(self.store:table("totals", self.tree)), "totals")[1]
  put "<dl>\n"
  for _, fact in ipairs { { "articles", total.articles }, { "from", total.first_day }, { "to", total.last_day },
    { "undated", total.undated }, { "words", math.tointeger(total.words) or total.words } } do
    if fact[2] then put(("<div><dt>%s</dt><dd>%s</dd></div>\n"):format(fact[1], escape(tostring(fact[2])))) end
  end
  put "</dl>\n"
  put(("<p class=\"made\">%sset %s, lexicon %s, alliance %s</p>\n"):format(
    self.says and "where " .. escape(self.says) .. "; " or "", made.fingerprint, made.lexicon, made.library))
end

local function title_of(self)
  local path = self.store:path()
  return path == ":memory:" and "Articles" or path:match "[^/]+$"
end

-- A section's text, or nil where it has nothing to show.
local function section_text(set, section, number)
  local parts = {}
  local anything = section[4](function (text) parts[#parts + 1] = text end, set, number)
  if anything == false then return nil end
  return ('<section id="%s">\n<h2>%s</h2>\n<p class="why">%s</p>\n%s</section>\n'):format(section[1],
    escape(section[2]), escape(section[3]), table.concat(parts))
end

local function page_of(set, self)
  local parts, links, texts = { head:format(escape(title_of(self))) }, {}, {}
  local function put(text) parts[#parts + 1] = text end
  for number, section in ipairs(sections) do
    local text = section_text(set, section, number)
    if text then
      texts[#texts + 1] = text
      links[#links + 1] = ('<li><a href="#%s">%s</a></li>'):format(section[1], escape(section[2]))
    end
  end
  put(("<h1>%s</h1>\n"):format(escape(title_of(self))))
  facts_into(put, self, selection.made(self, "report"))
  put("<nav><ul>\n" .. table.concat(links, "\n") .. "\n</ul></nav>\n")
  put(table.concat(texts))
  put "</main>\n</body>\n</html>\n"
  return table.concat(parts)
end

--- A page (HTML) of the set or selection: what to know before counting, articles over time, timeline, people and
-- posts, quotations by speaker, words of commitment, sources compared, copies. A section with nothing to show is left
-- out. The page holds no script and loads nothing.
-- @tparam[opt] string path of the file; without it the text is returned
-- @treturn[1] string the path, or the text
-- @return[2] nil, message where it cannot be written
function methods:report(path)
  local self_ = selection.inside(self, "report")
  if path ~= nil and type(path) ~= "string" then
    selection.complain(2, "set:report: argument 1 (path) should be a string, not a %s", type(path))
  end
  local page = page_of(self, self_)
  if not path then return page end
  return file.save({ path }, { function (put) put(page) end })
end

return methods
