-- What of OpenStreetMap goes on the office's map, for tilemaker 2.2. The layers and their attributes are described in
-- deploy/map/README.md; kiosk-web/lib/map/style.js draws them. Whatever isn't named here stays out: every line drawn is
-- paid by whoever pans the map.

node_keys = { "place", "natural", "tourism", "amenity", "historic", "man_made", "railway", "highway" }

local LANGUAGES = { "fr", "en", "nl", "de", "es" }

function init_function() end
function exit_function() end

local function keys(list)
    local found = {}
    for _, name in ipairs(list) do found[name] = true end
    return found
end

-- The name on the spot, and those in the screens' languages that differ from it.
local function write_names(object)
    local name = object:Find("name")
    if name ~= "" then object:Attribute("name", name) end
    for _, language in ipairs(LANGUAGES) do
        local translated = object:Find("name:" .. language)
        if translated ~= "" and translated ~= name then object:Attribute("name:" .. language, translated) end
    end
end

-- Points -------------------------------------------------------------------------------------------------------------

local PLACES = {
    city = { rank = 1, zoom = 9 }, town = { rank = 2, zoom = 9 }, village = { rank = 3, zoom = 10 },
    hamlet = { rank = 4, zoom = 13 }, isolated_dwelling = { rank = 5, zoom = 14 }, locality = { rank = 6, zoom = 14 },
}

-- By key and value: the class, and the zoom from which it helps more than it clutters.
local POINTS = {
    natural = { peak = { "peak", 11 }, spring = { "spring", 14 }, cave_entrance = { "cave", 13 } },
    tourism = {
        viewpoint = { "viewpoint", 12 }, picnic_site = { "picnic", 14 }, information = { "information", 14 },
        museum = { "museum", 13 }, camp_site = { "camp", 13 },
    },
    amenity = {
        drinking_water = { "drinking_water", 13 }, toilets = { "toilets", 14 }, shelter = { "shelter", 14 },
        parking = { "parking", 14 }, bicycle_parking = { "bicycle_parking", 14 },
        bicycle_repair_station = { "bicycle_repair", 13 }, place_of_worship = { "church", 13 }, pharmacy = { "pharmacy", 14 },
    },
    historic = {
        castle = { "castle", 12 }, ruins = { "ruins", 13 }, archaeological_site = { "ruins", 13 },
        megalith = { "ruins", 13 }, wayside_cross = { "cross", 14 },
    },
    man_made = { windmill = { "windmill", 13 }, watermill = { "watermill", 13 } },
    railway = { station = { "station", 11 }, halt = { "station", 12 } },
    highway = { bus_stop = { "bus", 14 } },
}
-- In this order: a castle that is a museum too is a castle.
local POINT_KEYS = { "historic", "natural", "tourism", "amenity", "man_made", "railway", "highway" }

local function point_class(object)
    for _, key in ipairs(POINT_KEYS) do
        local found = POINTS[key][object:Find(key)]
        if found then return found[1], found[2] end
    end
end

local function write_point(object, class, zoom)
    object:MinZoom(zoom)
    object:Attribute("class", class)
    local elevation = tonumber(object:Find("ele"))
    if elevation and class == "peak" then object:AttributeNumeric("ele", elevation) end
    write_names(object)
end

function node_function(node)
    local place = PLACES[node:Find("place")]
    if place and node:Holds("name") then
        node:Layer("place", false)
        node:MinZoom(place.zoom)
        node:Attribute("class", node:Find("place"))
        node:AttributeNumeric("rank", place.rank)
        write_names(node)
        return
    end
    local class, zoom = point_class(node)
    if class and node:Find("access") ~= "private" then
        node:Layer("point", false)
        write_point(node, class, zoom)
    end
end

-- Roads --------------------------------------------------------------------------------------------------------------

local ROADS = {
    motorway = { "motorway", 9 }, motorway_link = { "motorway", 12 }, trunk = { "main", 9 }, trunk_link = { "main", 12 },
    primary = { "main", 9 }, primary_link = { "main", 12 }, secondary = { "secondary", 9 },
    secondary_link = { "secondary", 12 }, tertiary = { "secondary", 10 }, tertiary_link = { "secondary", 12 },
    unclassified = { "minor", 12 }, residential = { "minor", 12 }, living_street = { "minor", 12 },
    road = { "minor", 12 }, pedestrian = { "pedestrian", 13 }, service = { "service", 14 }, track = { "track", 13 },
    cycleway = { "cycleway", 11 }, path = { "path", 13 }, footway = { "path", 13 }, bridleway = { "path", 13 },
    steps = { "steps", 14 },
}
local UNPAVED = keys {
    "unpaved", "compacted", "fine_gravel", "gravel", "pebblestone", "rock", "dirt", "earth", "ground", "grass", "mud",
    "sand", "woodchips",
}
local PRIVATE = keys { "no", "private" }
local ROUTES = { bicycle = "bicycle", mtb = "bicycle", hiking = "foot", foot = "foot" }

-- Signed routes, so that the ways they follow stand out.
function relation_scan_function(relation)
    if relation:Find("type") == "route" and ROUTES[relation:Find("route")] then relation:Accept() end
end

local function route_of(way)
    local found
    while true do
        local relation = way:NextRelation()
        if not relation then return found end
        local route = ROUTES[way:FindInRelation("route")]
        -- A way for both is told as the rarer one.
        if route == "bicycle" or not found then found = route end
    end
end

local function write_road(way, highway, road)
    local class, zoom = road[1], road[2]
    local route = route_of(way)
    -- A path that bicycles may use by sign is one for them; a greenway is one that is nobody's road.
    local for_bicycles = way:Find("bicycle") == "designated"
    if class == "path" and for_bicycles then class = "cycleway" end
    local greenway = class == "cycleway" and (way:Find("designation") == "greenway" or way:Find("foot") == "designated")
    if PRIVATE[way:Find("access")] and not route and class ~= "motorway" then
        if way:Find("foot") == "" and way:Find("bicycle") == "" then return end
    end
    if highway == "service" and way:Find("service") ~= "" then return end
    if route and zoom > 12 then zoom = 12 end
    if greenway or (class == "cycleway" and route == "bicycle") then zoom = 9 end
    way:Layer("road", false)
    way:MinZoom(zoom)
    way:Attribute("class", class)
    if route then way:Attribute("route", route) end
    if greenway then way:AttributeBoolean("greenway", true) end
    local bridge, tunnel = way:Find("bridge"), way:Find("tunnel")
    if bridge ~= "" and bridge ~= "no" then way:AttributeBoolean("bridge", true) end
    if tunnel ~= "" and tunnel ~= "no" then way:AttributeBoolean("tunnel", true) end
    if UNPAVED[way:Find("surface")] then way:AttributeBoolean("unpaved", true) end
    if class == "motorway" or class == "main" or class == "secondary" then
        local ref = way:Find("ref")
        if ref ~= "" then way:Attribute("ref", ref) end
    end
    write_names(way)
end

-- Areas and water ------------------------------------------------------------------------------------------------------

local GROUND = {
    natural = {
        wood = "forest", scrub = "scrub", heath = "scrub", grassland = "grass", bare_rock = "rock", scree = "rock",
     sand = "sand", beach = "sand", wetland = "wetland",
    },
    landuse = {
        forest = "forest", vineyard = "vineyard", orchard = "orchard", farmland = "field", meadow = "grass",
        grass = "grass", village_green = "park", recreation_ground = "park", cemetery = "cemetery", quarry = "quarry",
        residential = "town", commercial = "town", retail = "town", industrial = "industry", farmyard = "town",
    },
    leisure = { park = "park", garden = "park", pitch = "pitch" },
}
local GROUND_KEYS = { "landuse", "natural", "leisure" }
-- Square metres under which an area is a speck at a zoom: about 6 pixels square there.
local SPECKS = { { 9, 1700000 }, { 10, 440000 }, { 11, 110000 }, { 12, 27000 }, { 13, 7000 } }

local function zoom_for(area)
    for _, speck in ipairs(SPECKS) do
        if area >= speck[2] then return speck[1] end
    end
    return 14
end

local WATERWAYS = { river = 9, canal = 10, stream = 12, ditch = 14, drain = 14 }

local function write_area(way)
    local building = way:Find("building")
    if building ~= "" and building ~= "no" then
        way:Layer("building", true)
        way:MinZoom(way:Area() > 400 and 13 or 14)
        local class = point_class(way)
        if class then way:Attribute("class", class) end
        return
    end
    local water = way:Find("natural") == "water" or way:Find("waterway") == "riverbank"
    if water or way:Find("landuse") == "reservoir" then
        way:Layer("water", true)
        way:MinZoom(zoom_for(way:Area() * 6))
        local class = way:Find("water")
        if way:Find("waterway") == "riverbank" then class = "river" end
        way:Attribute("class", class ~= "" and class or "water")
        write_names(way)
        return
    end
    for _, key in ipairs(GROUND_KEYS) do
        local class = GROUND[key][way:Find(key)]
        if class then
            way:Layer("ground", true)
            way:MinZoom(zoom_for(way:Area()))
            way:Attribute("class", class)
            return
        end
    end
end

function way_function(way)
    local highway = way:Find("highway")
    local road = ROADS[highway]
    if road and way:Find("area") ~= "yes" then
        write_road(way, highway, road)
        return
    end
    if way:Find("railway") == "rail" and way:Find("service") == "" then
        way:Layer("road", false)
        way:MinZoom(11)
        way:Attribute("class", "rail")
        return
    end
    local waterway = WATERWAYS[way:Find("waterway")]
    if waterway and way:Find("tunnel") == "" then
        way:Layer("waterway", false)
        way:MinZoom(waterway)
        way:Attribute("class", way:Find("waterway"))
        if way:Find("intermittent") == "yes" then way:AttributeBoolean("intermittent", true) end
        write_names(way)
        return
    end
    if not way:IsClosed() then return end
    write_area(way)
    -- A castle or a church is drawn as an area, a picnic site too: its sign stands in the middle.
    local class, zoom = point_class(way)
    if class and way:Find("access") ~= "private" then
        way:LayerAsCentroid("point")
        write_point(way, class, zoom)
    end
end
