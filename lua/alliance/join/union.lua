--- Things that are found to be one: numbers 1 … n, joined two by two; the least of a group stands for it.
local M = {}
M.__index = M

function M.new(n)
  local of = {}
  for i = 1, n do of[i] = i end
  return setmetatable({ of = of }, M)
end

function M:find(i)
  local of = self.of
  while of[i] ~= i do
    of[i] = of[of[i]]
    i = of[i]
  end
  return i
end

function M:join(a, b)
  a, b = self:find(a), self:find(b)
  if a > b then a, b = b, a end
  self.of[b] = a
end

return M
