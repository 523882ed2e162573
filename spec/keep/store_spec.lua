--- The file of an article set: what opens, what is refused and how, what survives.
local alliance = require "alliance"
local core = require "alliance.core"
local generate = require "spec.bench.generate"
local helper = require "spec.helper"
local keep = require "spec.keep.keep_helper"

local paths = {}

local function fresh()
  local path = os.tmpname()
  os.remove(path)
  paths[#paths + 1] = path
  return path
end

local function made(...)
  local path = keep.file(...)
  paths[#paths + 1] = path
  return path
end

-- nil, message without the path, code: what an analyst reads.
local function refused(path, options)
  local set, message, code = alliance.open(path, options)
  assert.is_nil(set)
  local from, to = message:find(path, 1, true)
  assert.is_truthy(from, message)
  return message:sub(1, from - 1) .. "FILE" .. message:sub(to + 1), code
end

local one = { text = "Talks.\n\nThe two sides met in Seoul on Friday.", source = "AP" }

-- Every row of every table but the index, by the name of its table.
local function contents(set)
  local tables = set:sql "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'fulltext%'"
  local all = {}
  for table in tables:rows() do all[table.name] = set:sql("SELECT * FROM " .. table.name):csv() end
  return all
end

-- The exit status and output of a Lua script in a process of its own.
local function run(script, wrapper)
  local path = fresh()
  keep.spit(path, script)
  local pipe = assert(io.popen((wrapper or "") .. helper.lua(path) .. " 2>&1"))
  local text = pipe:read "a"
  return text, select(3, pipe:close())
end

describe("a set", function ()
  after_each(function ()
    collectgarbage()
    for _, path in ipairs(paths) do keep.remove(path) end
    paths = {}
  end)

  describe("added to by several threads", function ()
    it("holds the rows that one thread makes, all of them", function ()
      local lines, articles = os.tmpname(), generate.articles(5)
      paths[#paths + 1] = lines
      local list = {}
      for i = 1, 300 do
        local article = articles()
        article.published = article.published .. "T10:00:00Z"
        list[i] = generate.json(article)
      end
      keep.spit(lines, table.concat(list))
      local alone <close> = assert(alliance.open())
      local together <close> = assert(alliance.open(nil, { jobs = 3 }))
      alone:add(lines)
      together:add(lines)
      local expected = contents(alone)
      assert.is_truthy(expected.article:find("T10:00:00Z", 1, true))
      assert.same(expected, contents(together))
    end)
  end)

  describe("opened", function ()
    it("is in memory without a path", function ()
      local set <close> = assert(alliance.open())
      assert.equal(0, #set)
      assert.equal("article set in memory: 0 articles", tostring(set):match "^[^\n]*")
    end)

    it("is made where there is none, and there again", function ()
      local path = made(one)
      local set <close> = assert(alliance.open(path))
      assert.equal(1, #set)
    end)

    it("is never made with readonly", function ()
      local path = fresh()
      assert.same({ "FILE: no such file; open it without readonly to make one", "EIO" },
        { refused(path, { readonly = true }) })
      assert.is_nil(io.open(path))
    end)

    it("cannot be changed with readonly", function ()
      local set <close> = assert(alliance.open(made(one), { readonly = true }))
      local done, message, code = keep.store(set):begin()
      assert.same({ nil, "EREADONLY" }, { done, code })
      assert.is_truthy(message:find("opened with readonly=true; open it without to change it", 1, true))
      assert.equal(1, #set)
    end)

    it("takes a path that looks like a URI for a path", function ()
      local set <close> = assert(alliance.open "file:keep_spec.db?mode=memory")
      assert.equal("./file:keep_spec.db?mode=memory", keep.store(set):path())
      paths[#paths + 1] = "./file:keep_spec.db?mode=memory"
    end)

    it("refuses wrong arguments", function ()
      assert.has_error(function () alliance.open(7) end,
        "alliance.open: argument 1 (path) should be a string, not a number")
      assert.has_error(function () alliance.open(nil, { readOnly = true }) end,
        "alliance.open: no option 'readOnly'; there are: jobs, lexicon, readonly")
      assert.has_error(function () alliance.open(nil, { readonly = 1 }) end,
        "alliance.open: option 'readonly' should be a boolean, not a number")
    end)
  end)

  describe("from what is none", function ()
    it("refuses a text file, and leaves it as it is", function ()
      local path = fresh()
      keep.spit(path, ("not a database at all\n"):rep(100))
      assert.same({ "opening FILE: not an article set (not an SQLite file); give another path", "ENOTDB" },
        { refused(path) })
      assert.equal(("not a database at all\n"):rep(100), helper.slurp(path))
    end)

    it("refuses a folder", function ()
      local _, message, code = alliance.open "spec"
      assert.same({ "spec: a folder, not an article set; give the path of a file", "ENOTDB" }, { message, code })
    end)

    it("refuses a folder that cannot be written", function ()
      local _, message, code = alliance.open "/proc/alliance.db"
      assert.equal("EREADONLY", code)
      assert.is_truthy(message:find("/proc/alliance.db: cannot be made or written there", 1, true))
      assert.is_truthy(message:find("choose a folder that can be written", 1, true))
    end)

    it("refuses a database of another program", function ()
      local path = made(one)
      keep.patch(path, 68, "\0\0\0\7")
      assert.same({ "FILE: a database of another program (application_id 7), not an article set; give another path",
        "ENOTDB" }, { refused(path) })
    end)

    it("refuses a newer version", function ()
      local path = made(one)
      keep.patch(path, 60, "\0\0\0\99")
      assert.same({ "FILE: written by a newer alliance (file version 99, this one knows 3); install that one to " ..
        "open it", "EVERSION" }, { refused(path) })
    end)

    it("refuses a damaged file", function ()
      local path = made(one)
      keep.patch(path, 100, ("\255"):rep(400))
      local _, code = refused(path)
      assert.equal("ECORRUPT", code)
    end)
  end)

  describe("whose schema is not ours", function ()
    local function changed(sql)
      local path = made(one)
      local printed = keep.shell(path, sql)
      if not printed then return pending "there is no sqlite3 shell" end
      assert.equal("", printed)
      return refused(path)
    end

    it("is refused with a foreign trigger", function ()
      assert.same({ "FILE: holds a trigger 'evil' that no article set has; nothing was read; drop it, or take a " ..
        "copy from before it was added", "ESCHEMA" },
        { changed "CREATE TRIGGER evil AFTER INSERT ON article BEGIN DELETE FROM original; END" })
    end)

    it("is refused with a foreign view", function ()
      local message, code = changed "CREATE VIEW zero AS SELECT 1"
      assert.equal("ESCHEMA", code)
      assert.is_truthy(message:find("FILE: holds a view 'zero' that no article set has", 1, true))
    end)

    it("is refused without a table", function ()
      assert.same({ "FILE: the table 'conflict' is missing; take a copy from before it was dropped", "ESCHEMA" },
        { changed "DROP TABLE conflict" })
    end)

    it("is refused with a view that was changed", function ()
      assert.same({ "FILE: the view 'blocks' is not as alliance made it; take a copy from before it was changed",
        "ESCHEMA" }, { changed "DROP VIEW blocks; CREATE VIEW blocks AS SELECT 1" })
    end)

    it("opens after ANALYZE in the shell", function ()
      local path = made(one)
      if not keep.shell(path, "ANALYZE") then return pending "there is no sqlite3 shell" end
      local set <close> = assert(alliance.open(path))
      assert.equal(1, #set)
    end)
  end)

  it("can be listed whole by any sqlite3 shell", function ()
    local path = made(one)
    local printed = keep.shell(path, "SELECT text FROM blocks WHERE i = 2; " ..
      "SELECT rowid FROM fulltext WHERE fulltext MATCH 'seoul'; PRAGMA integrity_check; PRAGMA foreign_key_check;")
    if not printed then return pending "there is no sqlite3 shell" end
    assert.equal("The two sides met in Seoul on Friday.\n1\nok\n", printed)
  end)

  describe("on a full disk", function ()
    local function fill(set, pages)
      local store = keep.store(set)
      core.probe.store_limit(store, 100, pages)
      for i = 1, 1000 do
        local article = assert(alliance.read(("Report %d.\n\n"):format(i) .. ("Word%d went on. "):format(i):rep(2000)))
        local what, message, code = store:put(article)
        if not what then return i - 1, message, code end
      end
    end

    it("says so and keeps what was there", function ()
      local path = made(one)
      local set <close> = assert(alliance.open(path))
      local stored, message, code = fill(set, 60)
      assert.equal("EFULL", code)
      assert.equal(("writing to %s: no room left on the disk; what was committed before is kept; make room and go on")
        :format(path), message)
      assert.equal(stored + 1, #set)
      assert.is_true(core.probe.store_check(keep.store(set)))
    end)

    it("ends a batch that was begun as a whole: nothing of it is kept", function ()
      local set <close> = assert(alliance.open(made(one)))
      local store = keep.store(set)
      assert(store:begin(true))
      local stored, _, code = fill(set, 60)
      assert.same({ true, "EFULL", false }, { stored > 0, code, store:writing() })
      assert.equal(1, #set)
      assert.is_true(core.probe.store_check(store))
    end)

    it("goes on when there is room again", function ()
      local set <close> = assert(alliance.open(made(one)))
      local stored = fill(set, 60)
      core.probe.store_limit(keep.store(set), 100, 100000)
      assert.same({ "added" }, keep.put(set, { text = "Later.\n\nRoom was made." }))
      assert.equal(stored + 2, #set)
    end)
  end)

  describe("with two writers", function ()
    it("says who waits for whom when it takes too long", function ()
      local path = made(one)
      local a <close> = assert(alliance.open(path))
      local b <close> = assert(alliance.open(path))
      assert.is_true(keep.store(a):begin())
      core.probe.store_limit(keep.store(b), 50)
      assert.same({ nil, ("writing to %s: another process has been writing all the while; wait for it to end and " ..
        "try again"):format(path), "EBUSY" }, { keep.store(b):begin() })
      assert.is_true(keep.store(a):commit())
      assert.is_true(keep.store(b):begin())
    end)

    it("lets both add", function ()
      local path = fresh()
      local script = [[
        local alliance = require "alliance"
        local set <close> = assert(alliance.open(%q))
        local store = require("alliance.selection").peek(set).store
        for i = 1, 40 do
          assert(store:put(assert(alliance.read("Note " .. i .. ".\n\nWriter %d wrote it."))))
        end]]
      local scripts, pipes = {}, {}
      for i = 1, 2 do
        scripts[i] = fresh()
        keep.spit(scripts[i], script:format(path, i))
        pipes[i] = assert(io.popen(helper.lua(scripts[i]) .. " 2>&1"))
      end
      for i = 1, 2 do assert.equal("", pipes[i]:read "a", pipes[i]:close()) end
      local set <close> = assert(alliance.open(path))
      assert.equal(80, #set)
    end)
  end)

  it("loses at most the batch in hand when it is killed", function ()
    local path = fresh()
    run(([[
      local alliance = require "alliance"
      local set = assert(alliance.open(%q))
      local store = require("alliance.selection").peek(set).store
      for i = 1, 30 do
        if i %% 10 == 1 then assert(store:begin()) end
        assert(store:put(assert(alliance.read("Note " .. i .. ".\n\nIt was written."))))
        if i == 25 then os.execute "kill -9 $PPID" end
        if i %% 10 == 0 then assert(store:commit()) end
      end]]):format(path))
    local set <close> = assert(alliance.open(path))
    assert.equal(20, #set)
    assert.is_true(core.probe.store_check(keep.store(set)))
  end)

  it("stops at Ctrl-C and stays whole", function ()
    local path = made(one)
    local text = run(([[
      local set = assert(require("alliance").open(%q))
      os.execute "(sleep 0.3; kill -INT $PPID) &"
      set:sql "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    ]]):format(path), "timeout 20 env ")
    assert.is_truthy(text:find("interrupted!", 1, true), text)
    local set <close> = assert(alliance.open(path))
    assert.equal(1, #set)
  end)

  describe("in a place that cannot be written", function ()
    -- Runs as nobody when this is root, who is refused nothing.
    local function as_nobody(path, script)
      local folder = path .. ".d"
      os.execute(("mkdir %s && cp %s %s/; cp %s-wal %s/ 2>/dev/null; chmod 555 %s && chmod 644 %s/*"):format(folder,
        path, folder, path, folder, folder, folder))
      local id = io.popen "id -u":read "n"
      local wrapper = id == 0 and "setpriv --reuid=65534 --regid=65534 --clear-groups env " or "env "
      local probe = os.execute(wrapper .. "test -r build/alliance/core.so >/dev/null 2>&1")
      local file = folder .. "/" .. path:match "[^/]*$"
      local text = probe and run(script:format(file), wrapper)
      os.execute(("chmod 755 %s && rm -r %s"):format(folder, folder))
      return text or pending "this user cannot be refused, and there is no other"
    end

    local count = 'local s, m, c = require("alliance").open(%q, {readonly=true}) io.write(s and #s or c .. " " .. m)'

    it("is read as it stands", function ()
      local text = as_nobody(made(one), count)
      if text then assert.equal("1", text) end
    end)

    it("asks for a writer when a -wal is left", function ()
      local path = made(one)
      local set <close> = assert(alliance.open(path)) -- keeps its -wal while it is open
      keep.put(set, { text = "More.\n\nIt stands in the log." })
      local text = as_nobody(path, count)
      if text then assert.is_truthy(text:find "^EREADONLY .*%-wal.*a writer must close it first$", text) end
    end)
  end)

  describe("closed", function ()
    it("says so, whatever is asked", function ()
      local set = keep.set(one)
      local part = set:where { source = "AP" }
      set:close()
      set:close()
      assert.equal("article set (closed)", tostring(set))
      assert.has_error(function () set:search "talks" end, "set:search: this set is closed")
      assert.has_error(function () part:articles() end, "set:articles: this set is closed")
      assert.has_error(function () return #set end, "#set: this set is closed")
    end)

    it("is closed at the end of its block, and when nobody holds it", function ()
      local store
      do
        local set <close> = keep.set(one)
        store = keep.store(set)
      end
      assert.is_true(store:closed())
    end)

    it("stays open while a selection of it is held", function ()
      local part = keep.set(one):where { source = "AP" }
      collectgarbage()
      assert.equal(1, #part)
    end)
  end)
end)
