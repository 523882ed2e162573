--- Measures: counts in, numbers out. Every figure of collocates, keyness, dispersion and audit is made here.
--
-- Most start from a table of two by two: `o` how often the word is here (in the windows around a node; in this
-- selection), `c` how often it is in all, `r` how many words are here, `n` how many words there are in all.
--
--            here    elsewhere
--     word   o       c - o              c
--     rest   r - o   n - r - (c - o)
--            r       n - r              n
--
-- Where a measure is not defined (nothing was counted, a margin is empty) it is nil.
local core = require "alliance.core"

local M = {}

local function crossing(name) return function (o, r, c, n) return core.crossing(name, o, r, c, n) end end

--- How often the word would be here if it were spread evenly: E = r c / n.
-- @tparam number o
-- @tparam number r
-- @tparam number c
-- @tparam number n
-- @treturn number|nil
M.expected = crossing "expected"

--- Log-likelihood ratio: G2 = 2 * sum over the four cells of O ln(O / E), no correction; negative where the word is
-- rarer here than expected. 3.84, 6.63, 10.83, 15.13 stand for p = .05, .01, .001, .0001 (one degree of freedom).
-- Source: Dunning 1993, Computational Linguistics 19(1), 61-74. (quanteda's default applies Williams' correction; this
-- is its correction = "none".)
M.g2 = crossing "g2"

--- Pearson's chi-squared with Yates' correction: sum of (|O - E| - min(0.5, |O - E|))^2 / E; never negative.
-- Source: Yates 1934, Supplement to the JRSS 1(2), 217-235; the same as R's chisq.test of a table of two by two.
M.chi2 = crossing "chi2"

--- Pointwise mutual information: log2(O / E). Favours rare words: see it beside the raw count.
-- Source: Church and Hanks 1990, Computational Linguistics 16(1), 22-29.
M.pmi = crossing "pmi"

--- t-score: (O - E) / sqrt(O). Favours frequent words.
-- Source: Church, Gale, Hanks and Hindle 1991, "Using statistics in lexical analysis".
M.t = crossing "tscore"

--- Log ratio: log2((o / r) / ((c - o) / (n - r))): 1 is twice as frequent here, -1 half as frequent. A frequency of
-- nought, here or elsewhere, counts as 0.5.
-- Source: Hardie 2014, "Log Ratio: an informal introduction", CASS.
M.log_ratio = crossing "log_ratio"

--- logDice: 14 + log2(2 o / (node + c)); 14 at most where every one of both stands with the other, one less is half as
-- strong; does not depend on the size of the set.
-- Source: Rychly 2008, "A lexicographer-friendly association score", RASLAN.
-- @tparam number o how often the word stands with the node
-- @tparam number node how often the node stands
-- @tparam number c how often the word stands
-- @treturn number|nil
M.logdice = core.log_dice

--- Per million words: count * 1e6 / of.
-- @treturn number|nil nil where there are no words
function M.per_million(count, of)
  if of > 0 then return count * 1e6 / of end
end

--- Deviation of proportions: DP = half the sum of |count_i / count - size_i / size| over the parts of a set. 0 where
-- the word is spread as the words are, towards 1 where it stands in one small part. DPnorm = DP / (1 - smallest share),
-- which reaches 1.
-- Source: Gries 2008, International Journal of Corpus Linguistics 13(4), 403-437; DPnorm: Lijffijt and Gries 2012,
-- ibid. 17(1), 147-149.
-- @tparam {integer,...} counts of the word by part
-- @tparam {integer,...} sizes words by part; parts without words are no parts
-- @treturn number|nil DP, nil where the word is not there
-- @treturn number|nil DPnorm, nil too where there is one part
M.dispersion = core.dispersion

local Z = 1.959963984540054 -- of the normal distribution, 95 % in the middle

--- The Wilson score interval of a proportion, 95 %, no correction.
-- (p + z^2/2n -+ z sqrt(p(1-p)/n + z^2/4n^2)) / (1 + z^2/n)
-- Source: Wilson 1927, JASA 22, 209-212; recommended by Brown, Cai and DasGupta 2001.
-- @tparam number hits
-- @tparam number n trials
-- @treturn number|nil proportion, nil where n is 0
-- @treturn number|nil low
-- @treturn number|nil high
function M.wilson(hits, n)
  if n <= 0 then return nil end
  local p, z2 = hits / n, Z * Z
  local middle, half = p + z2 / (2 * n), Z * math.sqrt(p * (1 - p) / n + z2 / (4 * n * n))
  local low, high = (middle - half) / (1 + z2 / n), (middle + half) / (1 + z2 / n)
  return p, hits == 0 and 0.0 or low, hits == n and 1.0 or high
end

-- The counts of each value, in a list too so that sums are always made in the same order.
local function tally()
  local at, list = {}, {}
  return list, function (value, k)
    if not at[value] then
      at[value] = #list + 1
      list[#list + 1] = { value = value, 0, 0 }
    end
    local entry = list[at[value]]
    entry[k] = entry[k] + 1
  end
end

--- Cohen's kappa of two coders: (po - pe) / (1 - pe), po the share of units on which they agree, pe the share to be
-- expected of coders with these margins.
-- Source: Cohen 1960, Educational and Psychological Measurement 20(1), 37-46.
-- @tparam table a value by unit of the first coder; nil where none was given
-- @tparam table b of the second; units that lack either are left out
-- @tparam integer n units
-- @treturn number|nil kappa, nil where it is not defined (no units; both use one and the same value throughout)
-- @treturn number|nil share of units on which they agree
-- @treturn integer units that both have coded
function M.kappa(a, b, n)
  local list, add = tally()
  local both, agreed = 0, 0
  for i = 1, n do
    if a[i] ~= nil and b[i] ~= nil then
      both = both + 1
      if a[i] == b[i] then agreed = agreed + 1 end
      add(a[i], 1)
      add(b[i], 2)
    end
  end
  if both == 0 then return nil, nil, 0 end
  local chance = 0
  for _, entry in ipairs(list) do chance = chance + entry[1] * entry[2] end
  if chance == both * both then return nil, agreed / both, both end
  return (agreed * both - chance) / (both * both - chance), agreed / both, both
end

-- Adds one unit's values: agreeing pairs / (values - 1), and the values to the totals.
local function add_unit(coders, i, totals)
  local list, add = tally()
  local m = 0
  for _, values in ipairs(coders) do
    if values[i] ~= nil then
      add(values[i], 1)
      m = m + 1
    end
  end
  if m < 2 then return 0, 0 end
  local pairs_ = 0
  for _, entry in ipairs(list) do
    totals[entry.value] = (totals[entry.value] or 0) + entry[1]
    pairs_ = pairs_ + entry[1] * (entry[1] - 1)
  end
  return pairs_ / (m - 1), m
end

--- Krippendorff's alpha for nominal values: 1 - observed / expected disagreement, any number of coders, gaps allowed.
-- With o_cc the coincidences, n_c the values c, n all values of units that two or more have coded:
-- ((n - 1) sum o_cc - sum n_c (n_c - 1)) / (n (n - 1) - sum n_c (n_c - 1)).
-- Source: Krippendorff 2011, "Computing Krippendorff's alpha-reliability", section B-D.
-- @tparam {table,...} coders each a value by unit; nil where none was given
-- @tparam integer n units
-- @treturn number|nil alpha, nil where it is not defined (nothing coded twice; one value throughout)
-- @treturn integer values of units that two or more have coded
function M.alpha(coders, n)
  local totals, matched, values = {}, 0, 0
  for i = 1, n do
    local agreeing, m = add_unit(coders, i, totals)
    matched, values = matched + agreeing, values + m
  end
  local same = 0
  for _, count in pairs(totals) do same = same + count * (count - 1) end
  if values * (values - 1) == same then return nil, values end
  return ((values - 1) * matched - same) / (values * (values - 1) - same), values
end

return M
