-- How LuaRocks builds and installs alliance. `make rockspec` rewrites the two lists from the tree.
rockspec_format = "3.0"
package = "alliance"
version = "scm-1"
source = { url = "git+file://." }
description = {
  summary = "Raw news articles in, answers out",
  detailed = [[
Reads news articles as scrapers leave them (headline, byline, dateline, captions and paragraphs apart from
the page around them), keeps them in one SQLite file, and answers questions about them.]],
  license = "MIT",
}
dependencies = { "lua >= 5.4, < 5.5" }
external_dependencies = {
  SQLITE3 = { header = "sqlite3.h", library = "sqlite3" },
  UTF8PROC = { header = "utf8proc.h", library = "utf8proc" },
  LIBMD = { header = "sha2.h", library = "md" },
}
build = {
  type = "builtin",
  modules = {
    -- modules: every file of lua/
    ["alliance"] = "lua/alliance.lua",
    ["alliance.adding"] = "lua/alliance/adding.lua",
    ["alliance.article"] = "lua/alliance/article.lua",
    ["alliance.csv"] = "lua/alliance/csv.lua",
    ["alliance.help"] = "lua/alliance/help.lua",
    ["alliance.inputs"] = "lua/alliance/inputs.lua",
    ["alliance.lexicon"] = "lua/alliance/lexicon.lua",
    ["alliance.lexicon.abbreviations"] = "lua/alliance/lexicon/abbreviations.lua",
    ["alliance.lexicon.agencies"] = "lua/alliance/lexicon/agencies.lua",
    ["alliance.lexicon.furniture"] = "lua/alliance/lexicon/furniture.lua",
    ["alliance.lexicon.languages"] = "lua/alliance/lexicon/languages.lua",
    ["alliance.lexicon.metadata"] = "lua/alliance/lexicon/metadata.lua",
    ["alliance.lexicon.months"] = "lua/alliance/lexicon/months.lua",
    ["alliance.lexicon.weekdays"] = "lua/alliance/lexicon/weekdays.lua",
    ["alliance.lines"] = "lua/alliance/lines.lua",
    ["alliance.show.cell"] = "lua/alliance/show/cell.lua",
    ["alliance.show.csv"] = "lua/alliance/show/csv.lua",
    ["alliance.show.file"] = "lua/alliance/show/file.lua",
    ["alliance.show.frame"] = "lua/alliance/show/frame.lua",
    ["alliance.show.json"] = "lua/alliance/show/json.lua",
    ["alliance.show.markdown"] = "lua/alliance/show/markdown.lua",
    ["alliance.show.table"] = "lua/alliance/show/table.lua",
    ["alliance.show.width"] = "lua/alliance/show/width.lua",
    -- end of modules
    ["alliance.core"] = {
      sources = {
        -- sources: every .c file of src/
        "src/base/arena.c",
        "src/base/buf.c",
        "src/base/digest.c",
        "src/base/fold.c",
        "src/base/frame.c",
        "src/base/json.c",
        "src/base/lexicon.c",
        "src/base/map.c",
        "src/base/mem.c",
        "src/base/pool.c",
        "src/base/status.c",
        "src/base/width.c",
        "src/keep/jsonl.c",
        "src/lua/article.c",
        "src/lua/core.c",
        "src/lua/files.c",
        "src/lua/frame.c",
        "src/lua/json.c",
        "src/lua/jsonl.c",
        "src/lua/lexicon.c",
        "src/lua/probe.c",
        "src/lua/reader.c",
        "src/read/article.c",
        "src/read/clean.c",
        "src/read/compose.c",
        "src/read/decode.c",
        "src/read/language.c",
        "src/read/layout.c",
        "src/read/normalize.c",
        "src/read/sentences.c",
        "src/read/sniff.c",
        "src/read/tokens.c",
        -- end of sources
      },
      incdirs = { "src", "$(SQLITE3_INCDIR)", "$(UTF8PROC_INCDIR)", "$(LIBMD_INCDIR)" },
      libdirs = { "$(SQLITE3_LIBDIR)", "$(UTF8PROC_LIBDIR)", "$(LIBMD_LIBDIR)" },
      libraries = { "sqlite3", "utf8proc", "md", "pthread" },
    },
  },
  copy_directories = { "examples" },
}
test = { type = "command", script = "spec/run.lua" }
