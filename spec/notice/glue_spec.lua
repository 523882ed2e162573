local alliance = require "alliance"
local post_line = require "spec.notice.posts_helper"

local function posts(text, lexicon)
  local out = {}
  for _, person in ipairs(assert(alliance.read(text, { lexicon = lexicon })).people) do
    for _, post in ipairs(person.offices) do out[#out + 1] = person.name .. ": " .. post_line(post) end
  end
  return out
end

describe("small words of a phrase", function ()
  local COMMANDER = "The commander av NATO, Anna Berg, arrived on Monday."

  it("are what the table glue says they are", function ()
    assert.same({}, posts(COMMANDER))
    assert.same({ "Anna Berg: Commander of NATO (NATO)" },
      posts(COMMANDER, alliance.lexicon { glue = { { "av", role = "of" } } }))
  end)

  it("have no role that the core does not know", function ()
    assert.same({}, posts(COMMANDER, alliance.lexicon { glue = { { "av", role = "whose" } } }))
  end)

  it("have the roles of all their rows", function ()
    local lexicon = alliance.lexicon { glue = { { "av", role = "since" }, { "av", role = "of" } } }
    assert.same({ "Anna Berg: Commander of NATO (NATO)" }, posts(COMMANDER, lexicon))
  end)

  it("tell a span of years in which somebody held a post", function ()
    local ENVOY = "Anna Berg, ambassador to Latvia från 2018 to 2021, arrived on Monday."
    assert.same({ "Anna Berg: Ambassador to Latvia (?)" }, posts(ENVOY))
    assert.same({ "Anna Berg: Ambassador to Latvia (?), former" },
      posts(ENVOY, alliance.lexicon { glue = { { "från", role = "since" } } }))
  end)

  it("are none where the table is replaced by an empty one", function ()
    local none = alliance.lexicon({ glue = {} }, { only = { "glue" } })
    assert.same({ "Anna Berg: Commander of NATO (NATO)" }, posts "The commander of NATO, Anna Berg, arrived on Monday.")
    assert.same({ "Anna Berg: Commander (?)" }, posts("The commander of NATO, Anna Berg, arrived on Monday.", none))
  end)
end)
