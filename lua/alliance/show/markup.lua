--- Text of strangers in XML and HTML: what it says is shown, never obeyed.
local width = require "alliance.show.width"

local M = {}

local entities = { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;", ['"'] = "&quot;", ["'"] = "&#39;" }

--- One line of text, safe between tags and within quotes of an attribute. Control characters and marks of writing
-- direction are gone (see show/width), runs of white space are one space, and so is what XML 1.0 does not allow
-- (U+FFFE, U+FFFF: section 2.2), which becomes U+FFFD.
-- @tparam string text in any bytes
-- @treturn string
function M.escape(text)
  local shown = width.fit(text, math.maxinteger):gsub("\u{FFFE}", "\u{FFFD}"):gsub("\u{FFFF}", "\u{FFFD}")
  return (shown:gsub("[&<>\"']", entities))
end

--- Attributes in the order of their names, each behind a space.
-- @tparam {[string]=string|number} values
-- @treturn string ` fill="#fff" x="1"`
function M.attributes(values)
  local names, parts = {}, {}
  for name in pairs(values) do names[#names + 1] = name end
  table.sort(names)
  for i, name in ipairs(names) do parts[i] = (' %s="%s"'):format(name, M.escape(tostring(values[name]))) end
  return table.concat(parts)
end

return M
