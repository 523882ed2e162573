--- The pages that show a set from other languages: every block runs and answers the same.
local helper = require "spec.helper"

local page = helper.slurp "docs/bridges.md"
local function block(language) return page:match("\n```" .. language .. "\n(.-)```\n") end

local function run(command)
  local pipe = assert(io.popen(command .. " 2>&1"))
  local text = pipe:read "a"
  return pipe:close() and text, text
end

local function has(command) return (os.execute(command .. " >/dev/null 2>&1")) == true end

describe("docs/bridges.md", function ()
  local folder, answer
  setup(function ()
    folder = os.tmpname()
    os.remove(folder)
    assert(os.execute("mkdir " .. folder))
    local script = assert(io.open(folder .. "/ask.lua", "w"))
    script:write((block("lua"):gsub('"set.db"', ("%q"):format(folder .. "/set.db"))))
    script:close()
    answer = assert(run(helper.lua(folder .. "/ask.lua")))
  end)
  teardown(function () os.execute("rm -r " .. folder) end)

  it("answers in Lua", function ()
    assert.truthy(answer:find "^2024%-%d%d,%u%u,%d+\n")
    assert.truthy(select(2, answer:gsub("\n", "")) >= 5)
  end)

  for _, bridge in ipairs { { "python", "python3", "python3 -c 'import sqlite3'" },
    { "r", "Rscript", "Rscript -e 'library(RSQLite)'" } } do
    it("answers the same in " .. bridge[1], function ()
      if not has(bridge[3]) then return pending(bridge[2] .. " with its SQLite library is not on this machine") end
      local name = folder .. "/ask." .. bridge[1]
      local file = assert(io.open(name, "w"))
      file:write(block(bridge[1]))
      file:close()
      assert.equal(answer, run(("cd %s && %s %s"):format(folder, bridge[2], name)))
    end)
  end
end)
