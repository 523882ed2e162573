local alliance = require "alliance"
local helper = require "spec.helper"

local function noticed(text) return assert(alliance.read(text)).people end

-- Names that differ from one another, so that nobody agrees with anybody.
local function different_names(n)
  local out = {}
  for i = 1, n do
    local a, b, c = i % 26, i // 26 % 26, i // 676 % 26
    out[i] = ("X%cy Z%co said."):format(97 + a, 97 + b):gsub("o said", string.char(97 + c) .. "o said")
  end
  return table.concat(out, " ")
end

describe("noticing takes time in proportion to the article #slow", function ()
  local rules = {
    names = "Anna Berg ", families = "Kim ", ["family names first"] = "Kim Seon-ho ", posts = "President Kim ",
    ["posts of posts"] = "Commander of the ", chains = "South Korea-U.S.-", pronouns = "he ", numbers = "million ",
    ranges = "10 to ", currencies = "$1 ", hedges = "more than ", days = "Friday, ", months = "Dec. ",
    ["days before days"] = "two days before ", datelines = "SEOUL, Dec. 20 (",
    ["quotations in quotations"] = "“‘", ["marks that close nothing"] = "”’ ", ["empty marks"] = '"" ',
    ["one-word quotations"] = '"yes" ', ["quotations with their cues"] = '"Yes," Kim said. ', verbs = "said ",
    ["verbs with commas"] = "said, ", ["subjects shared"] = ", adding that he ", according = "according to Kim, ",
    ["the ministry"] = '"Yes," the ministry said. ', apostrophes = "'s 't workers' ", brackets = "said (",
    contacts = "met with ", ["contacts of sides"] = "South Korea and the U.S. held talks ", visits = "visit to Seoul ",
    ["calls with dates"] = "call on Friday ", counterparts = "his counterpart, ", groups = "the two leaders of ",
    ["chains of sides"] = "Japan and China, ", ["contacts one by one"] = "Kim Seon-ho met Lloyd Austin on Friday. ",
    plans = "will plan to hold ", commitments = "ironclad pledged ", alliances = "robust alliance not ",
  }
  for name, words in pairs(rules) do
    it("whatever is repeated: " .. name, function ()
      assert.is_true(helper.proportional(noticed, words:rep(8000), words:rep(64000), 24))
    end)
  end

  it("of different names", function ()
    assert.is_true(helper.proportional(noticed, different_names(4000), different_names(32000), 24))
  end)
end)
