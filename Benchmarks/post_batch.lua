-- Batches of 50 interactions, ids never the same twice.
local run = string.format("%04x", os.time() % 65536)
local at = os.date("!%Y-%m-%dT%H:%M:%S") .. ".123Z"
local kinds = { "place", "theme", "take-away", "language" }
local places = { "pont-romain", "la-pierre-plantee", "mas-montel", "voie-verte-de-la-vaunage", "roc-de-gachone" }
local parts = {}
for i = 1, 50 do
    parts[i] = string.format(
        '{"id":"01980000-%%1$s-7%03x-8000-%s%%1$s%%2$s","at":"%s","session":"s%%2$s","seq":%d,"screen":"vitrine-rue","kind":"%s","place":"%s","theme":"heritage","lang":"fr"}',
        i, run, at, i, kinds[i % 4 + 1], places[i % 5 + 1])
end
local template = '{"interactions":[' .. table.concat(parts, ",") .. ']}'
-- Cut once at the places that change, so that a request costs one table.concat.
local pieces = {}
local from = 1
for start, which, stop in template:gmatch("()%%(%d)%$s()") do
    pieces[#pieces + 1] = template:sub(from, start - 1)
    pieces[#pieces + 1] = tonumber(which)
    from = stop
end
pieces[#pieces + 1] = template:sub(from)
local n = 0

function request()
    n = n + 1
    local high = string.format("%04x", math.floor(n / 65536))
    local low = string.format("%04x", n % 65536)
    local filled = {}
    for i = 1, #pieces do
        local piece = pieces[i]
        filled[i] = piece == 1 and high or piece == 2 and low or piece
    end
    return wrk.format("POST", "/api/v1/interactions", { ["Content-Type"] = "application/json" }, table.concat(filled))
end
