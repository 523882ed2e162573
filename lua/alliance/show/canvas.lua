--- A drawing: in, shapes and texts in pixels (x to the right, y downwards); out, one SVG document. No text is rotated
-- or styled from outside, so that the box of each can be computed, and nothing leaks into a page that holds it.
local markup = require "alliance.show.markup"
local width = require "alliance.show.width"

local M = {}
local methods = {}

M.ink, M.soft, M.faint, M.band, M.grey = "#222222", "#595959", "#dddddd", "#f0f0f0", "#b3b3b3"

--- Colours that the colour-blind can tell apart (Okabe and Ito 2008), without yellow, which is pale on white.
M.colours = { "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000" }

M.font = "Helvetica, Arial, 'Noto Sans', 'Noto Sans CJK KR', 'DejaVu Sans', sans-serif"

-- == measuring =========================================================================================

-- Advance widths of DejaVu Sans in hundredths of an em, rounded up; most other fonts are narrower.
local advance = {}
for hundredths, letters in pairs { [30] = "'IJijl", [35] = " ,./:;\\|", [40] = "()-[]ft", [45] = "!r", [50] = '"*_`',
  [55] = "?csz", [60] = "FLkvxy", [65] = "$0123456789EPSTYabdeghnopqu{}", [70] = "ABCKRVXZ", [75] = "NU",
  [80] = "&DGHOQ", [85] = "#+<=>^w~", [90] = "M", [100] = "%@Wm" } do
  for letter in letters:gmatch "." do advance[letter:byte()] = hundredths / 100 end
end

local LEAST = 0.3  -- of an em: the narrowest letter of a column
local BOLD = 1.15  -- bold letters against plain ones
local OTHER = 0.75 -- of an em: letters that are neither ASCII nor wide
local WIDE = 1.0   -- of an em: East Asian wide letters; emoji take a little more

local function is_emoji(code) return code >= 0x1F000 and code < 0x20000 end

local function letter_width(code)
  if advance[code] then return advance[code] end
  local columns = width.of(utf8.char(code))
  if columns == 0 then return 0 end
  if columns == 2 then return is_emoji(code) and 1.3 or WIDE end
  return OTHER
end

--- Pixels that a text takes at most, in common fonts.
-- @tparam string text UTF-8, as `fit` gives it
-- @tparam number size of the font in pixels
-- @tparam[opt] boolean bold
-- @treturn number
function M.measure(text, size, bold)
  local sum = 0
  for _, code in utf8.codes(text) do sum = sum + letter_width(code) end
  return sum * size * (bold and BOLD or 1)
end

--- A text as it is shown, in at most `room` pixels: cut between graphemes, with "…" where it was cut.
-- @tparam string text in any bytes
-- @tparam number size
-- @tparam[opt] number room all of it without it
-- @tparam[opt] boolean bold
-- @treturn string
-- @treturn number its pixels
-- @treturn boolean whether it was cut
function M.fit(text, size, room, bold)
  -- What has more columns than this has no room in any case, so a long text is not read to its end.
  local most = room and math.ceil(room / (LEAST * size)) + 3 or math.maxinteger
  local whole, columns = width.fit(text, most)
  local used = M.measure(whole, size, bold)
  if not room or used <= room then return whole, used, false end
  local low, high = 0, columns -- the most columns that fit lie between them
  while high - low > 1 do
    local middle = (low + high) // 2
    if M.measure(width.fit(whole, middle), size, bold) <= room then low = middle else high = middle end
  end
  local shown = width.fit(whole, low)
  return shown, M.measure(shown, size, bold), true
end

--- Words of a text in lines of at most `room` pixels; the last of `most` lines is cut.
-- @tparam string text
-- @tparam number size
-- @tparam number room
-- @tparam integer most lines
-- @tparam[opt] boolean bold
-- @treturn {string,...}
function M.wrap(text, size, room, most, bold)
  local lines, line = {}, nil
  for word in M.fit(text, size, room * most, bold):gmatch "[^ ]+" do
    local longer = line and line .. " " .. word or word
    if line and #lines < most - 1 and M.measure(longer, size, bold) > room then
      lines[#lines + 1], line = line, word
    else
      line = longer
    end
  end
  lines[#lines + 1] = line
  for i, each in ipairs(lines) do lines[i] = M.fit(each, size, room, bold) end
  return lines
end

local ASCENT, DESCENT = 0.8, 0.25 -- of the size: what letters take above and below their line

--- The box of a text: x, y, right, bottom.
-- @tparam number x
-- @tparam number y of the line on which letters stand
-- @tparam number used pixels of the text
-- @tparam number size
-- @tparam[opt="start"] string anchor "start", "middle" or "end"
-- @treturn {number,number,number,number}
function M.box(x, y, used, size, anchor)
  local left = anchor == "end" and x - used or anchor == "middle" and x - used / 2 or x
  return { left, y - ASCENT * size, left + used, y + DESCENT * size }
end

-- == drawing ===========================================================================================

local function short(x)
  local text = ("%.2f"):format(x):gsub(",", "."):gsub("%.?0+$", "")
  return text == "-0" and "0" or text
end

--- A number in at most two decimals, whatever the locale.
M.short = short

local function put(canvas, text) canvas.parts[#canvas.parts + 1] = text end

local function attributes(values)
  local all = {}
  for name, value in pairs(values) do all[name] = type(value) == "number" and short(value) or value end
  return markup.attributes(all)
end

-- A shape; its options are SVG attributes, but for `title`, which readers show and speak.
local function shape(canvas, name, values, options)
  local title
  for key, value in pairs(options or {}) do
    if key == "title" then title = value else values[key] = value end
  end
  local open = ("<%s%s"):format(name, attributes(values))
  put(canvas, title and ("%s><title>%s</title></%s>"):format(open, markup.escape(title), name) or open .. "/>")
end

function methods:rect(x, y, w, h, options)
  shape(self, "rect", { x = x, y = y, width = math.max(w, 0), height = math.max(h, 0) }, options)
end

function methods:line(x1, y1, x2, y2, options)
  shape(self, "line", { x1 = x1, y1 = y1, x2 = x2, y2 = y2, stroke = M.soft }, options)
end

function methods:circle(x, y, r, options) shape(self, "circle", { cx = x, cy = y, r = r }, options) end

--- A line through points, or an area (`closed`).
function methods:path(points, options, closed)
  local parts = {}
  for i, point in ipairs(points) do
    parts[i] = ("%s%s %s"):format(i == 1 and "M" or "L", short(point[1]), short(point[2]))
  end
  local ends = closed and " Z" or ""
  local fill = closed and M.ink or "none"
  shape(self, "path", { d = table.concat(parts, " ") .. ends, fill = fill }, options)
end

--- A text, cut to the room that it has; then the whole of it is its title.
-- @tparam number x
-- @tparam number y of the line on which letters stand
-- @tparam string text
-- @tparam[opt] table options size= (12), anchor=, fill=, bold=, room=, halo= (white around it), title=
-- @treturn number its pixels
function methods:text(x, y, text, options)
  local o = options or {}
  local size = o.size or 12
  local shown, used, cut = M.fit(text, size, o.room, o.bold)
  local values = { x = x, y = y, ["font-size"] = size, fill = o.fill or M.ink }
  if o.anchor ~= "start" then values["text-anchor"] = o.anchor end
  if o.bold then values["font-weight"] = "bold" end
  if o.halo then
    values.stroke, values["stroke-width"], values["paint-order"] = "#ffffff", 3, "stroke"
  end
  local title = o.title or cut and text
  local more = title and "<title>" .. markup.escape(title) .. "</title>" or ""
  put(self, ("<text%s>%s%s</text>"):format(attributes(values), markup.escape(shown), more))
  return used
end

--- Opens a group that readers name; `close` ends it.
function methods:open(title, options)
  put(self, ("<g%s>"):format(attributes(options or {})))
  if title then put(self, ("<title>%s</title>"):format(markup.escape(title))) end
end

function methods:close() put(self, "</g>") end

-- FNV-1a, so that two charts in one page have ids of their own.
local function hash(text)
  local h = 0x811C9DC5
  for i = 1, #text do h = ((h ~ text:byte(i)) * 0x01000193) & 0xFFFFFFFF end
  return ("%08x"):format(h)
end

--- The document.
-- @tparam number height
-- @tparam table about title=, says= (what the chart shows, for who cannot see it), made= (text for machines)
-- @treturn string
function methods:finish(height, about)
  local body = table.concat(self.parts, "\n")
  local id = hash(about.title .. about.says .. body)
  local w, h = short(self.width), short(height)
  return table.concat {
    ('<svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s"'):format(w, h),
    (' viewBox="0 0 %s %s" role="img"'):format(w, h),
    (' aria-labelledby="t%s d%s"%s>\n'):format(id, id, markup.attributes { ["font-family"] = M.font }),
    ('<title id="t%s">%s</title>\n<desc id="d%s">%s</desc>\n'):format(id, markup.escape(about.title), id,
      markup.escape(about.says)),
    ("<metadata>%s</metadata>\n"):format(markup.escape(about.made)),
    ('<rect x="0" y="0" width="%s" height="%s" fill="#ffffff"/>\n'):format(w, h),
    body, "\n</svg>\n" }
end

--- An empty drawing.
-- @tparam number pixels across
function M.new(pixels) return setmetatable({ parts = {}, width = pixels }, { __index = methods }) end

return M
