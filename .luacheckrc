-- What luacheck holds Lua files to: `make lint`.
std = "lua54"
max_line_length = 120
files["spec"] = { std = "+busted" }
-- A fact a line, however long.
files["lua/alliance/lexicon"] = { max_line_length = false }
files["lua/alliance/codebook/rules.lua"] = { max_line_length = false }
files["rockspec"] = { std = "+rockspec" }
exclude_files = { "build", "lua_modules" }
