local adding = require "alliance.adding"
local lfs = require "lfs" -- comes with busted

local folder -- of each test, made anew

-- A store that keeps ids in lists; `fails` says at which call of which step it stops working. What is "broken half way"
-- undoes all of a transaction that was begun as a whole.
local function store_of(fails)
  local store = { committed = {}, open = {}, log = {} }
  local function step(name)
    store.log[#store.log + 1] = name
    local at = fails and fails[name]
    if at and at == store.calls[name] then return nil, "no room left on the disk", "EFULL" end
    return true
  end
  store.calls = setmetatable({}, { __index = function () return 0 end })
  function store:begin(whole)
    self.calls.begin, self.whole, self.undone = self.calls.begin + 1, whole, false
    return step "begin"
  end
  function store:rollback() self.open = {}; step "rollback" end
  function store:writing() return not self.undone end
  function store:commit()
    self.calls.commit = self.calls.commit + 1
    local ok, message, code = step "commit"
    if not ok then return nil, message, code end
    table.move(self.open, 1, #self.open, #self.committed + 1, self.committed)
    self.open = {}
    return true
  end
  function store:put(article, given)
    self.calls.put = self.calls.put + 1
    local ok, message, code = step "put"
    if not ok then return nil, message, code end
    if article.text:find("not wanted", 1, true) then return nil, "an id that is not wanted", "EARG" end
    if article.text:find("broken half way", 1, true) then
      if self.whole then self.open, self.undone = {}, true end
      return nil, "a value of 65 MB", "ELIMIT"
    end
    for _, one in ipairs(self.committed) do if one.id == article.id then return "same", article.id end end
    self.open[#self.open + 1] = { id = article.id, path = given.path, vars = given.vars, source = article.source }
    return "added", article.id
  end
  return store
end

local function rows_only(_, rows) return rows end

local function add(store, what, about) return adding.add(store, what, about, { frame = rows_only }) end

local function ids(store)
  local list = {}
  for i, one in ipairs(store.committed) do list[i] = one.id end
  return list
end

local function write(name, text)
  local path = folder .. "/" .. name
  local file = assert(io.open(path, "wb"))
  assert(file:write(text))
  file:close()
  return path
end

local function mkdir(name)
  local path = folder
  for part in name:gmatch "[^/]+" do
    path = path .. "/" .. part
    assert(lfs.mkdir(path))
  end
end

local function remove(path)
  if lfs.symlinkattributes(path, "mode") == "directory" then
    for name in lfs.dir(path) do
      if name ~= "." and name ~= ".." then remove(path .. "/" .. name) end
    end
    return assert(lfs.rmdir(path))
  end
  assert(os.remove(path))
end

before_each(function ()
  folder = os.tmpname()
  os.remove(folder)
  assert(lfs.mkdir(folder))
end)

after_each(function () remove(folder) end)

describe("adding an article table", function ()
  it("gives a row with its id, and other keys become vars", function ()
    local store = store_of()
    local rows = add(store, { id = "a1", text = "Ministers met on Monday.", wave = 2, vars = { desk = "Asia" } })
    assert.same({ { what = "added", id = "a1", count = 1 } }, rows)
    assert.same({ { id = "a1", vars = { wave = 2, desk = "Asia" } } }, store.committed)
  end)

  it("says what is missing in one that has no text", function ()
    local rows = add(store_of(), { id = "a1", url = "https://example.org/1" })
    assert.same({ { what = "refused", id = "a1", count = 1, reason = "neither 'text' nor 'html' in it" } }, rows)
  end)

  it("refuses a text that is no string, and a page of HTML, each with the reason", function ()
    local rows = add(store_of(), { { text = 7 }, { html = "<p>Ministers met.</p>" } })
    assert.equal("'text' should be a string, not a number", rows[1].reason)
    assert.equal("a page of HTML, which this version does not read yet", rows[2].reason)
  end)

  it("refuses a name past its limit, and names the limit", function ()
    local rows = add(store_of(), { text = "Ministers met.", source = ("x"):rep(2000) })
    assert.equal("a source of 2000 bytes; at most 1024 (ALN_NAME_MAX) are taken", rows[1].reason)
  end)

  it("takes a list of them, one row each; an empty list gives no row", function ()
    local rows = add(store_of(), { { text = "Rain.", id = "a" }, { text = " ", id = "b" }, { text = "Sun." } })
    assert.same({ "added", "refused", "added" }, { rows[1].what, rows[2].what, rows[3].what })
    assert.equal("nothing in it but white space", rows[2].reason)
    assert.same({}, add(store_of(), {}))
  end)

  it("is told what the store finds wrong with it, and the rest goes on", function ()
    local rows = add(store_of(), { { text = "not wanted", id = "a" }, { text = "Sun.", id = "b" } })
    assert.same({ what = "refused", id = "a", count = 1, reason = "an id that is not wanted" }, rows[1])
    assert.same({ what = "added", id = "b", count = 1 }, rows[2])
  end)
end)

describe("adding a file", function ()
  it("takes .txt, .md and files without a kind as article text", function ()
    local list = { write("a.txt", "Rain."), write("b.md", "Sun."), write("c", "Snow.") }
    local rows = add(store_of(), list)
    for i, row in ipairs(rows) do assert.same({ list[i], "added", 1 }, { row.path, row.what, row.count }) end
    assert.equal(3, #rows)
  end)

  it("knows what a file is by its content before its name", function ()
    local store = store_of()
    local rows = add(store, { write("a.txt", '{"id":"x","text":"Rain."}\n{"id":"y","text":"Sun."}\n') })
    assert.same({ { path = folder .. "/a.txt", what = "added", count = 2 } }, rows)
    assert.same({ "x", "y" }, ids(store))
  end)

  it("takes a .json of one object over many lines", function ()
    local path = write("a.json", '{\n  "id": "x",\n  "text": "Rain."\n}\n')
    assert.same({ { path = path, what = "added", id = "x", count = 1 } }, add(store_of(), path))
    local broken = add(store_of(), write("b.json", '{\n  "id": "x",\n  "text": Rain\n}\n'))
    assert.same({ "refused", "x", 26 }, { broken[1].what, broken[1].id, broken[1].byte })
  end)

  for name, case in pairs {
    ["a.txt.gz"] = { "\x1F\x8B\8\0\0\0", "compressed with gzip; unpack it first (gunzip)" },
    ["a.docx"] = { "PK\3\4\20\0", "an archive or office document (ZIP); unpack it or save it as text first" },
    ["a.pdf"] = { "%PDF-1.7\n", "a PDF; save it as text first (pdftotext)" },
    ["a.html"] = { "<p>Rain.</p>", "a page of HTML, which this version does not read yet" },
    ["a.json"] = { '[{"text":"Rain."}]', "one JSON list; JSON lines (one object a line) are read" },
    ["a.txt"] = { "", "nothing in it but white space" },
    ["a.jsonl"] = { "\n\n", "no article in it" },
    ["a.csv"] = { "title,day\nRain,2025\n", "no column is named 'text' or 'html'; there are: title, day" },
  } do
    it("refuses " .. name .. " with its reason", function ()
      local path = write(name, case[1])
      local rows = add(store_of(), path)
      assert.same({ path, "refused", case[2] }, { rows[1].path, rows[1].what, rows[1].reason })
      assert.equal(1, #rows)
    end)
  end

  it("refuses a file past the limit without reading it, and names the limit", function ()
    local path = folder .. "/sparse.txt"
    local file = assert(io.open(path, "wb"))
    file:seek("set", 1 << 30)
    file:write("x")
    file:close()
    assert.equal("a file of 1073741825 bytes; at most 8388608 are read (ALN_ARTICLE_MAX)",
      add(store_of(), path)[1].reason)
  end)

  it("reports a path that is not there, and goes on", function ()
    local rows = add(store_of(), { folder .. "/none.txt", write("a.txt", "Rain.") })
    assert.same({ path = folder .. "/none.txt", what = "refused", count = 1, reason = "No such file or directory" },
      rows[1])
    assert.equal("added", rows[2].what)
  end)
end)

describe("adding a folder", function ()
  it("follows it down, sorted by name, without hidden files", function ()
    mkdir "b"
    write("c.txt", "Rain."); write("b/z.txt", "Sun."); write("a.txt", "Snow."); write(".hidden", "Fog.")
    local paths = {}
    for i, row in ipairs(add(store_of(), folder)) do paths[i] = row.path:sub(#folder + 2) end
    assert.same({ "a.txt", "b/z.txt", "c.txt" }, paths)
  end)

  it("notices a loop and reads everything else once", function ()
    mkdir "b"
    write("a.txt", "Rain.")
    assert(lfs.link("..", folder .. "/b/up", true))
    local rows = add(store_of(), folder)
    assert.same({ "added", "refused" }, { rows[1].what, rows[2].what })
    assert.same({ folder .. "/b/up", "a loop of folders: the same folder as " .. folder }, { rows[2].path,
      rows[2].reason })
    assert.equal(2, #rows)
  end)

  it("stops at the limit of depth, and names it", function ()
    write("a.txt", "Rain.")
    mkdir(("d/"):rep(70))
    local rows = add(store_of(), folder)
    assert.equal("folders nested more than 64 deep (ALN_FOLDER_DEPTH)", rows[2].reason)
  end)

  it("says so when there is nothing in it", function ()
    assert.equal("a folder with no file in it", add(store_of(), folder)[1].reason)
  end)

  it("refuses what is neither file nor folder", function ()
    assert.equal("neither a file nor a folder", add(store_of(), "/dev/null")[1].reason)
  end)
end)

describe("adding a glob", function ()
  it("takes what matches, sorted, and says when nothing does", function ()
    write("2.txt", "Rain."); write("1.txt", "Sun."); write("1.log", "Fog.")
    local rows = add(store_of(), folder .. "/*.txt")
    assert.same({ folder .. "/1.txt", folder .. "/2.txt" }, { rows[1].path, rows[2].path })
    assert.equal("no file has a name like this", add(store_of(), folder .. "/*.doc")[1].reason)
  end)

  it("takes a file whose own name has such letters in it", function ()
    assert.equal("added", add(store_of(), write("day [1].txt", "Rain."))[1].what)
  end)
end)

describe("adding JSON lines", function ()
  local text = '{"id":"x","text":"Rain."}\nnonsense\n\n{"id":"y","text":7}\n{"id":"z","text":"Sun.","wave":1}\n'

  it("gives a row an outcome and one for every refused line", function ()
    local path = write("a.jsonl", text)
    assert.same({
      { path = path, what = "added", count = 2 },
      { path = path, line = 2, what = "refused", count = 1, byte = 1,
        reason = "not JSON: a value was expected at byte 1" },
      { path = path, line = 4, what = "refused", count = 1, id = "y",
        reason = "'text' should be a string, not a number" },
    }, add(store_of(), path))
  end)

  it("lists at most 100,000 refused lines of one file, and counts the rest", function ()
    local path = write("a.jsonl", ("x\n"):rep(100007))
    local rows = add(store_of(), path)
    assert.equal(100001, #rows)
    assert.same({ path = path, what = "refused", count = 7, reason = "refused too, after the 100000 that are listed" },
      rows[100001])
  end)

  it("takes an open file, and leaves it open", function ()
    local file = assert(io.open(write("a.jsonl", text), "rb"))
    local store = store_of()
    assert.equal(2, add(store, file)[1].count)
    assert.equal("file", io.type(file))
    assert.same({ wave = 1 }, store.committed[2].vars)
    file:close()
  end)

  it("counts what is there already as the same", function ()
    local store, path = store_of(), write("a.jsonl", '{"id":"x","text":"Rain."}\n')
    add(store, path)
    assert.same({ { path = path, what = "same", count = 1 } }, add(store, path))
  end)
end)

describe("adding CSV", function ()
  it("reads columns by name; others become vars, empty cells are absent", function ()
    local store = store_of()
    local path = write("a.csv",
      '\xEF\xBB\xBFid,text,source,desk\r\nx,"Rain, ""heavy""\nand long.",Post,Asia\r\ny,Sun.,,\r\n')
    assert.same({ { path = path, what = "added", count = 2 } }, add(store, path))
    assert.same({ id = "x", path = path, source = "Post", vars = { desk = "Asia" } }, store.committed[1])
    assert.same({ id = "y", path = path, vars = {} }, store.committed[2])
  end)

  it("reads TSV by its name", function ()
    local store = store_of()
    add(store, write("a.tsv", "id\ttext\nx\tRain, and more.\n"))
    assert.same({ "x" }, ids(store))
  end)

  it("refuses one row with its line and goes on with the next", function ()
    local path = write("a.csv", 'id,text\nx,"Rain."\ny,"Sun."s\nz,a,b\nw,Snow.\n')
    local rows = add(store_of(), path)
    assert.same({ path = path, what = "added", count = 2 }, rows[1])
    assert.same({ path = path, line = 3, what = "refused", count = 1, byte = 9,
      reason = "a letter behind a closing quote" }, rows[2])
    assert.same({ path = path, line = 4, what = "refused", count = 1,
      reason = "a row of 3 fields under 2 column names" }, rows[3])
  end)
end)

describe("what is known about all of them", function ()
  it("counts for those that do not say so themselves", function ()
    local store = store_of()
    add(store, { { text = "Rain.", id = "a" }, { text = "Sun.", id = "b", source = "Post", vars = { wave = 9 } } },
      { source = "Times", vars = { wave = 1, desk = "Asia" } })
    assert.same({ id = "a", source = "Times", vars = { wave = 1, desk = "Asia" } }, store.committed[1])
    assert.same({ id = "b", source = "Post", vars = { wave = 9, desk = "Asia" } }, store.committed[2])
  end)

  it("gives its id to one article, never to many", function ()
    local store = store_of()
    add(store, write("a.txt", "Rain."), { id = "x" })
    assert.same({ "x" }, ids(store))
    assert.error_matches(function () add(store, { { text = "Rain." }, { text = "Sun." } }, { id = "x" }) end,
      "set:add: about.id names one article, but there are 2 inputs", 1, true)
  end)

  it("has only fields that are known", function ()
    assert.error_matches(function () add(store_of(), "a.txt", { sorce = "Post" }) end,
      "set:add: about has no field 'sorce'; it has: id, progress, published, source, url, vars", 1, true)
  end)

  it("is not mistaken for something to add", function ()
    assert.error_matches(function () add(store_of(), 7) end,
      "set:add: argument 1 (what) should be a path, an open file, an article table or a list of them, not a number",
      1, true)
  end)

  it("is told how far it is, in bytes", function ()
    local seen = {}
    local progress = function (done, total) seen[#seen + 1] = { done, total } end
    add(store_of(), { write("a.txt", "Rain."), write("b.txt", "Sunshine.") }, { progress = progress })
    assert.same({ { 5, 14 }, { 14, 14 } }, seen)
  end)
end)

describe("a batch", function ()
  local function many(n)
    local list = {}
    for i = 1, n do list[i] = { text = ("Report %d."):format(i), id = ("id%04d"):format(i) } end
    return list
  end

  it("is 256 articles a transaction, read before it begins", function ()
    local store = store_of()
    add(store, many(300))
    assert.same({ 2, 2, 300 }, { store.calls.begin, store.calls.commit, #store.committed })
    assert.same({ "begin", "put" }, { store.log[1], store.log[2] })
  end)

  for _, step in ipairs { "begin", "put", "commit" } do
    it("that the store cannot " .. step .. " ends the adding; what was committed stays and is told", function ()
      local store = store_of { [step] = step == "put" and 300 or 2 }
      local rows = add(store, many(600))
      assert.same({ 256, 600 }, { #store.committed, #rows })
      assert.same({ what = "added", id = "id0256", count = 1 }, rows[256])
      assert.same({ what = "refused", count = 1, reason = "not added: no room left on the disk" }, rows[257])
      assert.same("not added: no room left on the disk", rows[600].reason)
    end)
  end

  it("is written anew where one article cannot be put in half way: the others are added, in order", function ()
    local store = store_of()
    local list = many(5)
    list[3].text = "It was broken half way."
    local rows = add(store, list)
    assert.same({ "id0001", "id0002", "id0004", "id0005" }, ids(store))
    assert.same({ what = "refused", id = "id0003", count = 1, reason = "a value of 65 MB" }, rows[3])
    assert.same({ 2, 1, 3 + 5 }, { store.calls.begin, store.calls.commit, store.calls.put })
  end)

  it("tells the first line of a file that did not get through", function ()
    local lines = {}
    for i = 1, 300 do lines[i] = ('{"id":"i%d","text":"Rain."}'):format(i) end
    local path = write("a.jsonl", table.concat(lines, "\n"))
    local rows = add(store_of { commit = 2 }, path)
    assert.same({ path = path, what = "added", count = 256 }, rows[1])
    assert.same({ path = path, line = 257, what = "refused", count = 44,
      reason = "not added: no room left on the disk" }, rows[2])
  end)

  it("says where the rest of a file was not read", function ()
    local rows = add(store_of { commit = 1 }, write("a.jsonl", ('{"text":"Rain."}\n'):rep(600)))
    assert.equal("not added: no room left on the disk; what follows was not read", rows[#rows].reason)
  end)
end)

describe("adding with several threads", function ()
  local function mixed()
    local list, lines = {}, {}
    for i = 1, 300 do
      list[i] = { text = i % 7 == 0 and " " or ("Report %d. "):format(i):rep(i), id = ("id%04d"):format(i) }
      lines[i] = i % 5 == 0 and "nonsense" or ('{"id":"l%d","text":"%s"}'):format(i, i % 3 == 0 and "" or "Rain.")
    end
    list[#list + 1] = write("a.jsonl", table.concat(lines, "\n"))
    return list
  end

  it("gives the same rows and the same store, in the same order", function ()
    local list, alone, together = mixed(), store_of(), store_of()
    local rows = add(alone, list)
    assert.same(rows, adding.add(together, list, nil, { frame = rows_only, jobs = 3 }))
    assert.same(alone.committed, together.committed)
    assert.equal(300 + 1 + 60 + 80, #rows)
  end)

  it("ends when the store fails, and tells every input that did not get through", function ()
    local list = mixed()
    list[#list + 1] = write("b.jsonl", ('{"text":"Rain."}\n'):rep(600))
    local rows = adding.add(store_of { commit = 1 }, list, nil, { frame = rows_only, jobs = 3 })
    local last = rows[#rows]
    assert.same({ "refused", "not added: no room left on the disk; what follows was not read" },
      { last.what, last.reason })
    for _, row in ipairs(rows) do assert.equal("refused", row.what) end
  end)

  it("commits what was read when Ctrl-C comes, then raises", function ()
    local store, count = store_of(), 0
    local function progress() count = count + 1; if count == 200 then error("interrupted!", 0) end end
    assert.has_error(function () adding.add(store, mixed(), { progress = progress }, { jobs = 3 }) end, "interrupted!")
    assert.equal(200 - 200 // 7, #store.committed)
    assert.equal("id0001", store.committed[1].id)
  end)
end)

describe("Ctrl-C", function ()
  it("between articles commits what was read, then raises", function ()
    local store, count = store_of(), 0
    local progress = function () count = count + 1; if count == 3 then error("interrupted!", 0) end end
    local list = { { text = "Rain.", id = "a" }, { text = "Sun.", id = "b" }, { text = "Fog.", id = "c" },
      { text = "Hail.", id = "d" } }
    assert.has_error(function () add(store, list, { progress = progress }) end, "interrupted!")
    assert.same({ "a", "b", "c" }, ids(store))
  end)

  it("inside a transaction commits the articles before the one in hand, then raises", function ()
    local store = store_of()
    local put, count = store.put, 0
    function store:put(...)
      count = count + 1
      if count == 3 then error("interrupted!", 0) end
      return put(self, ...)
    end
    local list = { { text = "Rain.", id = "a" }, { text = "Sun.", id = "b" }, { text = "Fog.", id = "c" } }
    assert.has_error(function () add(store, list) end, "interrupted!")
    assert.same({ "a", "b" }, ids(store))
  end)
end)
