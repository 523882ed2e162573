--- Every rule of lua/alliance/codebook/rules.lua takes its own example and not the one that only looks alike.
local alliance = require "alliance"
local rules = require "alliance.codebook.rules"

local function items(field, words)
  return alliance.read(field.before .. words .. field.behind, { published = field.published })[field.name]
end

local function found(field, words, rule)
  for _, item in ipairs(items(field, words)) do
    if item.rule == rule then return true, item[field.gives] end
  end
  return false
end

for _, field in ipairs(rules.fields) do
  describe("the rule of " .. field.name, function ()
    for _, row in ipairs(field.rows) do
      local rule, words, gives, alike = table.unpack(row, 1, 4)
      it(("'%s' finds '%s', not '%s'"):format(rule, words, alike), function ()
        assert.same({ true, gives }, { found(field, words, rule) })
        assert.same({ false }, { found(field, alike, rule) })
      end)
    end
  end)
end
