--- A post as noticed, on one line: an element of a person's offices in, "Minister of Defense (SE), acting" out.
local STANDINGS = { "acting", "former", "elect", "outgoing", "nominee" }

return function (post)
  local said = { ("%s (%s)"):format(post.office, post.side or "?") }
  for _, standing in ipairs(STANDINGS) do
    if post[standing] then said[#said + 1] = standing end
  end
  return table.concat(said, ", ")
end
