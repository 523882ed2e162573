--- The hash of an article: SHA-256 of its bytes as they came, 32 digits of it.
local alliance = require "alliance"

-- What sha256sum (GNU coreutils 9.1) says of so many letters a; the lengths are those around the edges of its blocks.
local known = {
  [1] = "ca978112ca1bbdcafac231b39a23dc4d",
  [55] = "9f4390f8d30c2dd92ec9f095b65e2b9a",
  [56] = "b35439a4ac6f0948b6d6f9e3c6af0f5f",
  [57] = "f13b2d724659eb3bf47f2dd6af1accc8",
  [63] = "7d3e74a05d7db15bce4ad9ec0658ea98",
  [64] = "ffe054fe7ae0cb6dc65c3af9b61d5209",
  [65] = "635361c48bb9eab14198e76ea8ab7f1a",
  [119] = "31eba51c313a5c08226adf18d4a359cf",
  [120] = "2f3d335432c70b580af0e8e1b3674a7c",
  [128] = "6836cf13bac400e9105071cd6af47084",
  [1000] = "41edece42d63e8d9bf515a9ba6932e1c",
}

describe("the hash of an article", function ()
  for n, hash in pairs(known) do
    it(("is SHA-256 of its %d bytes"):format(n), function ()
      local set <close> = assert(alliance.open())
      set:add { text = ("a"):rep(n), id = "x" }
      assert.equal(hash, set:sql "SELECT hash FROM article"[1].hash)
    end)
  end

  it("differs where one byte does", function ()
    local set <close> = assert(alliance.open())
    set:add { { text = ("a"):rep(100), id = "x" }, { text = ("a"):rep(99) .. "b", id = "y" } }
    assert.equal(2, set:sql "SELECT count(DISTINCT hash) AS hashes FROM article"[1].hashes)
  end)
end)
