--- An output handler for busted: what plainTerminal prints, and the totals in the file that TOTALS names.
local busted = require "busted"
local plain = require "busted.outputHandlers.plainTerminal"

return function (options)
  local handler = plain(options)
  busted.subscribe({ "suite", "end" }, function ()
    local path = os.getenv "TOTALS"
    local file = path and path ~= "" and assert(io.open(path, "w"))
    if file then
      file:write(("%d %d %d\n"):format(handler.successesCount, handler.failuresCount + handler.errorsCount,
        handler.pendingsCount))
      file:close()
    end
    return nil, true
  end)
  return handler
end
