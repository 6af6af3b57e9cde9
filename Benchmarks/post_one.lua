-- One interaction a request, ids never the same twice: time-ordered as a screen makes them, unique by run and counter.
-- Everything that doesn't change is joined beforehand, so that the load costs little of the machine it shares with the server.
local run = string.format("%04x", os.time() % 65536)
local at = os.date("!%Y-%m-%dT%H:%M:%S") .. ".123Z"
local kinds = { "place", "theme", "take-away", "language" }
local before, after = {}, {}
for i, kind in ipairs(kinds) do
    local head = '{"interactions":[{"id":"01980000-'
    local tail = '","at":"' .. at .. '","session":"s' .. run .. i .. '","seq":' .. i .. ',"screen":"vitrine-rue","kind":"'
        .. kind .. '","place":"pont-romain","theme":"heritage","lang":"fr"}]}'
    before[i] = "POST /api/v1/interactions HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: "
        .. (#head + 27 + #tail) .. "\r\n\r\n" .. head
    after[i] = tail
end
local n = 0
local format = string.format

function request()
    n = n + 1
    local i = n % 4 + 1
    return before[i] .. format("%04x-7%03x-8000-%s%08x", math.floor(n / 4096) % 65536, n % 4096, run, n) .. after[i]
end
