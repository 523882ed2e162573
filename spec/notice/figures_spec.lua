local alliance = require "alliance"

-- "about 28500 troops", "30-40 people"
local function figures(text)
  local out = {}
  for _, f in ipairs(assert(alliance.read(text)).figures) do
    local value = f.high and ("%s-%s"):format(f.value, f.high) or tostring(f.value)
    out[#out + 1] = (f.hedge and f.hedge .. " " or "") .. value .. " " .. f.unit
  end
  return out
end

describe("a figure", function ()
  it("has a number, a unit, and how sure it is", function ()
    assert.same({ "about 28500 troops" }, figures "Around 28,500 troops are stationed there.")
    assert.same({ "more than 300 defectors" }, figures "They met more than 300 North Korean defectors.")
    assert.same({ "up to 2000 tons" }, figures "The ship carries up to 2,000 tons.")
  end)

  it("joins scale and currency", function ()
    assert.same({ "1200000000 USD" }, figures "Seoul will pay $1.2 billion.")
    assert.same({ "1400000000000 KRW" }, figures "Seoul will pay 1.4 trillion won.")
  end)

  it("joins the letters that scale it", function ()
    assert.same({ "1200000000 USD", "300000000 GBP", "40000000000 JPY" },
      figures "It costs $1.2bn, not £300m, and not 40bn yen.")
    assert.same({ "5 m" }, figures "The wall is 5 m high.")
  end)

  it("takes a currency sign of two marks only where they touch", function ()
    assert.same({ "500000000 AUD" }, figures "They signed for A$500 million.")
    assert.same({ "500000000 USD" }, figures "They signed a $500 million contract.")
  end)

  it("counts a small number in words only where the lexicon says so", function ()
    assert.same({ "9 percent" }, figures "Three soldiers were hurt and prices rose nine percent.")
    assert.same({}, figures "The two soldiers thought of three ideas, and the two countries agreed.")
  end)

  it("takes 'and' for a range only behind 'between'", function ()
    assert.same({ "5-10 troops" }, figures "Between 5 and 10 soldiers were hurt.")
    assert.same({ "30 rebels", "10 troops" }, figures "The 30 rebels and 10 soldiers were hurt.")
  end)

  it("keeps a range apart, low and high", function ()
    assert.same({ "30-40 officials" }, figures "They met 30 to 40 officials.")
    assert.same({ "1200000000-1500000000 USD" }, figures "It costs $1.2 billion to $1.5 billion.")
  end)

  it("counts percent and percentage points", function ()
    assert.same({ "3.5 percent", "2 percentage points" }, figures "It rose 3.5 percent, or by 2 percentage points.")
  end)

  it("takes what a -strong force is made of", function ()
    assert.same({ "28500 troops" }, figures "Brunson leads the 28,500-strong US Forces Korea.")
    assert.same({ "500 people" }, figures "The 500-strong crowd went home.")
  end)

  it("leaves out a noun that its sentence has said", function ()
    assert.same({ "about 100000 troops", "37000 troops" },
      figures "They keep about 100,000 soldiers in Asia, including 37,000 in Korea.")
    assert.same({ "8600 troops", "10000 troops" }, figures "Some came: 8,600 American and 10,000 Korean troops.")
    assert.same({ "28500 troops" }, figures "They keep 28,500 troops there. The index fell to 10,345 on Monday.")
    assert.same({ "300 troops" }, figures "They keep 300 troops there since the spring of 1,99.")
  end)

  it("counts what is armed, not with what", function ()
    assert.same({ "20 destroyers" }, figures "They sent 20 guided-missile destroyers.")
    assert.same({ "600 mm" }, figures "They showed 600-millimeter rocket launchers.")
  end)

  it("takes a plural noun as its own unit", function ()
    assert.same({ "80 submarines" }, figures "It has 80 ageing submarines.")
  end)

  it("is no date, duration, age or ordinal", function ()
    assert.same({}, figures "On 20 December 2024 the 61-year-old spoke for 40 minutes at the 56th meeting.")
  end)

  it("is no number that is a name", function ()
    assert.same({}, figures "Resolution 2397 says nothing of the F-35 fighters, and Article 5 nothing of No. 10 rules.")
  end)

  it("is no telephone number and no score", function ()
    assert.same({}, figures "Call 02-555-0199 now. The team won 3-2 there.")
  end)
end)
