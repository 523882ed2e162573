--- A seed -> articles that look like news to a machine: for measuring speed, size and memory.
-- The same seed gives the same bytes everywhere. ASCII, about 2.5 KB each; words by Zipf's law.
local M = {}

-- xorshift64*, so that no other use of math.random changes what comes out.
local function random_from(seed)
  local state = seed * 0x9E3779B97F4A7C15 | 1
  return function ()
    state = state ~ (state >> 12)
    state = state ~ (state << 25)
    state = state ~ (state >> 27)
    return ((state * 0x2545F4914F6CDD1D) >> 11) * (1.0 / (1 << 53))
  end
end

local function words_of(text)
  local list = {}
  for word in text:gmatch "%S+" do list[#list + 1] = word end
  return list
end

-- The head of the vocabulary is English, its long tail is made of syllables.
local COMMON = words_of [[the of to and a in that on for is with as was at by it from be has will have its said
  an not are which their would also been after two had its this other he they between over government forces defense
  new security ministry military country countries talks officials meeting year against more exercise nuclear alliance
  during about last joint first week agreed both sides missile could under plan support threats official against region
  weapons state told before while reporters since statement troops held foreign response minister early leader next]]
local ONSETS, CORES, CODAS = words_of "b br c d f fl g gr h l m n p pr r s st t tr v", words_of "a e i o u ai ea ou",
  words_of "n r s l t nd st rk m ck ng d"
local PLACES = words_of "SEOUL WASHINGTON TOKYO BUSAN BRUSSELS SINGAPORE HONOLULU GENEVA"
local MONTHS = words_of "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec."
local FAMILY, GIVEN = words_of "Kim Park Choi Seo Baker Novak Ito Lindgren Moreau Hale",
  words_of "Do-yun Ha-eun Min-jae Carla Peter Anneke Kenji Louise Omar Ruth"

local function vocabulary(random)
  local list = table.move(COMMON, 1, #COMMON, 1, {})
  local function one(of) return of[1 + math.floor(random() * #of)] end
  while #list < 12000 do
    local syllables = {}
    for i = 1, 1 + math.floor(random() * 3) do syllables[i] = one(ONSETS) .. one(CORES) end
    list[#list + 1] = table.concat(syllables) .. one(CODAS)
  end
  return list
end

--- A generator of articles.
-- @tparam integer seed
-- @treturn function () -> {id=, published=, source=, text=}, endlessly
function M.articles(seed)
  local random = random_from(seed)
  local words = vocabulary(random)
  local spread = math.log(#words)
  local n = 0

  local function one(of) return of[1 + math.floor(random() * #of)] end
  local function word() return words[math.floor(math.exp(random() * spread))] end
  local function name() return one(FAMILY) .. " " .. one(GIVEN) end
  local function capital(s) return (s:gsub("^%l", string.upper)) end

  local function clause(length)
    local parts = {}
    for i = 1, length do
      local dice = random()
      if dice < 0.02 then parts[i] = ("%d,%03d"):format(1 + random() * 40 // 1, random() * 1000 // 1)
      elseif dice < 0.05 then parts[i] = name()
      elseif dice < 0.06 then parts[i] = "U.S."
      elseif dice < 0.12 then parts[i] = word() .. ","
      else parts[i] = word() end
    end
    return (table.concat(parts, " "):gsub(",$", ""))
  end

  local function sentence()
    local length = 10 + math.floor(random() * 18)
    if random() < 0.15 then return ('"%s," %s said.'):format(capital(clause(length)), name()) end
    return capital(clause(length)) .. "."
  end

  local function paragraph(head)
    local parts = { sentence() }
    while random() < 0.55 and #parts < 4 do parts[#parts + 1] = sentence() end
    return (head or "") .. table.concat(parts, " ")
  end

  return function ()
    n = n + 1
    local month, day = 1 + n % 12, 1 + n % 28
    local blocks = { capital(clause(9)), ("By %s"):format(name()) }
    local dateline = ("%s, %s %d (Yonhap) -- "):format(one(PLACES), MONTHS[month], day)
    local size = 0
    repeat
      blocks[#blocks + 1] = paragraph(#blocks == 2 and dateline or nil)
      size = size + #blocks[#blocks]
    until size > 2300
    blocks[#blocks + 1] = "(END)"
    return { id = ("made-%d-%d"):format(seed, n), published = ("2024-%02d-%02d"):format(month, day), source = "made",
      text = table.concat(blocks, "\n\n") }
  end
end

--- An article as a JSON line. What the generator makes needs no other escapes.
function M.json(article)
  local text = article.text:gsub('[\\"]', "\\%0"):gsub("\n", "\\n")
  return ('{"id":"%s","published":"%s","source":"%s","text":"%s"}\n'):format(article.id, article.published,
    article.source, text)
end

return M
