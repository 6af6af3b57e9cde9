import Catalogue
import Foundation
import Testing

@Test func `a place is sent whole, in the language asked for`() throws {
    let content = try TemporaryContent()
    let place = try content.json("/api/v1/en/places/pont-romain")
    #expect(
        place["id"] as? String == "pont-romain" && place["code"] as? String == "pr1"
            && place["kind"] as? String == "heritage")
    #expect(place["name"] as? [String: String] == ["text": "The Roman bridge", "lang": "en"])
    #expect(place["commune"] as? [String: String] == ["insee": "30321", "name": "Sommières"])
    #expect(
        place["body"] as? [String: String] == [
            "html": "<h3>The bridge</h3>\n<p>People <em>live</em> on it.</p>\n", "lang": "en",
        ])
    #expect(place["labels"] as? [String] == ["organic"])
    #expect(place["to_check_fields"] as? [String] == ["opening"])
    #expect(
        (place["to_check"] as? [[String: Any]])?.first?["note"] as? [String: String] == [
            "text": "Hours to be confirmed.", "lang": "en",
        ])
    #expect(place["last_check"] as? [String: String] == ["date": "2026-11-22", "by": "research"])
    #expect(
        place["sources"] as? [[String: String]] == [
            ["name": "Base Mérimée", "url": "https://example.org/merimee", "date": "2021-03"]
        ])
    let heritage = try #require(place["heritage"] as? [String: Any])
    #expect(heritage["visit"] as? String == "outside")
    #expect(
        heritage["protection"] as? [String: String] == [
            "level": "classified", "date": "1840", "reference": "PA00103323",
        ])
    let rates = try #require((place["prices"] as? [String: Any])?["rates"] as? [[String: Any]])
    #expect(rates.first?["amount"] as? Int == 350 && rates.first?["currency"] as? String == "EUR")
    #expect(place["free"] as? Bool == false)
}

@Test func `opening hours are sent as minutes and ISO weekdays`() throws {
    let opening = try #require(
        try TemporaryContent().json("/api/v1/fr/places/pont-romain")["opening"] as? [String: Any])
    #expect(opening["kind"] as? String == "periods" && opening["known_until"] as? String == "2026-12-31")
    #expect(opening["closed"] as? [String] == ["2026-07-14"] && opening["last_entry_min"] as? Int == 30)
    let period = try #require((opening["periods"] as? [[String: Any]])?.first)
    #expect(period["from"] as? String == "07-01" && period["to"] as? String == "08-31")
    #expect(period["days"] as? [Int] == [1, 3] && period["hours"] as? [[Int]] == [[600, 780], [1200, 1500]])
}

@Test func `a text that isn't translated falls back on English, then on the office's language, and says so`() throws {
    let place = try TemporaryContent().json("/api/v1/nl/places/pont-romain")
    #expect(place["lang"] as? String == "nl")
    #expect(place["name"] as? [String: String] == ["text": "De Romeinse brug", "lang": "nl"])
    #expect(place["teaser"] as? [String: String] == ["text": "A bridge people live on.", "lang": "en"])

    let frenchOnly = try TemporaryContent()
    try frenchOnly.remove("places/heritage/pont-romain/en.md")
    let body = try frenchOnly.json("/api/v1/nl/places/pont-romain")["body"] as? [String: String]
    #expect(body == ["html": "<p>Un pont <strong>habité</strong>.</p>\n", "lang": "fr"])
}

@Test func `a recorded track gives the line, the length, the ascent and the profile`() throws {
    let content = try TemporaryContent()
    let place = try content.json("/api/v1/fr/places/pierre-plantee")
    let trail = try #require(place["trail"] as? [String: Any])
    #expect(abs((trail["length_m"] as? Int ?? 0) - 2200) < 10)
    #expect((90...99).contains(trail["ascent_m"] as? Int ?? 0) && trail["descent_m"] as? Int == 0)
    #expect(trail["duration_min"] as? Int == 45 && trail["shape"] as? String == "loop")
    let line = try #require(place["line"] as? [String: Any])
    #expect(line["kind"] as? String == "recorded")
    #expect((line["points"] as? [[[Double]]])?.first?.first == [4.15944, 43.77722])
    let profile = try #require(place["profile"] as? [String: [Int]])
    #expect(profile["distances_m"]?.count == profile["elevations_m"]?.count && profile["distances_m"]?.first == 0)
    #expect(
        place["bounds"] as? [String: Double] == [
            "south": 43.77722, "west": 4.15944, "north": 43.79702, "east": 4.15944,
        ])
    let steps = try #require(place["steps"] as? [[String: Any]])
    #expect(steps.first?["name"] as? [String: String] == ["text": "Départ", "lang": "fr"])
    #expect(steps.first?["commune"] as? String == "Congénies" && steps.last?["distance_m"] as? Int == 1100)
}

@Test func `without a track the line joins the steps and is called schematic`() throws {
    let content = try TemporaryContent()
    try content.remove("\(TemporaryContent.hike)/track.gpx")
    let place = try content.json("/api/v1/fr/places/pierre-plantee")
    let line = try #require(place["line"] as? [String: Any])
    #expect(line["kind"] as? String == "schematic")
    #expect(line["points"] as? [[[Double]]] == [[[4.15944, 43.77722], [4.3, 43.98]]])
    #expect(place["profile"] == nil && (place["trail"] as? [String: Any])?["length_m"] as? Int == 2200)
    let snapshot = try content.load()
    let entry = try #require(snapshot.entry(path: "/api/v1/places/pierre-plantee/track.gpx"))
    let text = String(decoding: try #require(snapshot.bytes(of: entry)), as: UTF8.self)
    #expect(text.contains("Tracé schématique") && text.contains("<name>Le menhir</name>"))
}

@Test func `with neither track nor steps there is nothing to draw or to take away`() throws {
    let content = try TemporaryContent()
    try content.remove("\(TemporaryContent.hike)/track.gpx")
    let yaml = try content.read("\(TemporaryContent.hike)/place.yaml").split(separator: "\n").filter {
        !$0.contains("- {name: {fr: Le menhir")
    }
    try content.write("\(TemporaryContent.hike)/place.yaml", yaml.joined(separator: "\n"))
    #expect(try content.json("/api/v1/fr/places/pierre-plantee")["line"] == nil)
    #expect(try content.load().entry(path: "/api/v1/places/pierre-plantee/track.gpx") == nil)
}

@Test func `the catalogue has the office, its themes and labels, and every place in short`() throws {
    let content = try TemporaryContent()
    let catalogue = try content.json("/api/v1/en/catalogue")
    #expect(catalogue["version"] as? String == (try content.load().version))
    #expect(catalogue["languages"] as? [String] == ["fr", "en", "nl"])
    let office = try #require(catalogue["office"] as? [String: Any])
    #expect(office["name"] as? String == "The office" && office["currency"] as? String == "EUR")
    #expect(((office["territory"] as? [String: Any])?["communes"] as? [Any])?.count == 2)
    let themes = try #require(catalogue["themes"] as? [[String: Any]])
    #expect(themes.compactMap { $0["id"] as? String } == ["hike", "greenway", "cellar", "heritage"])
    #expect(themes.last?["picture"] != nil && themes.first?["picture"] == nil)
    #expect(
        (catalogue["labels"] as? [[String: String]]) == [["id": "organic", "name": "Organic", "meaning": "Inspected."]])
    #expect((catalogue["appellations"] as? [[String: String]])?.first?["name"] == "AOC Languedoc")
    let places = try #require(catalogue["places"] as? [[String: Any]])
    #expect(places.compactMap { $0["id"] as? String } == ["pont-romain", "pierre-plantee"])
    #expect(places.allSatisfy { $0["body"] == nil && $0["picture"] != nil })
    for place in places {
        let id = try #require(place["id"] as? String)
        let whole = try content.json("/api/v1/en/places/\(id)")
        for (key, value) in place { #expect((whole[key] as? NSObject) == (value as? NSObject), "\(key)") }
    }
}

@Test func `screens are told where they stand, the office's place if nothing else is known, and when it is night`()
    throws
{
    let content = try TemporaryContent()
    let office = try #require(try content.json("/api/v1/en/catalogue")["office"] as? [String: Any])
    let screens = try #require(office["screens"] as? [[String: Any]])
    #expect(screens.map { $0["id"] as? String } == ["ecran-1", "Tablette.2"])
    #expect(screens.map { $0["name"] as? String } == ["Large screen", nil])
    #expect(screens[0]["position"] as? NSObject == office["position"] as? NSObject)
    #expect((screens[1]["position"] as? [String: Any])?["lat"] as? Double == 43.781)
    #expect(office["night"] as? [String: Int] == ["from": 1320, "to": 420])

    try content.edit("office.yaml", "night: {from: \"22:00\", to: \"07:00\"}", "")
    try content.edit(
        "office.yaml", "screens:\n  - {id: ecran-1, name: {fr: \"Grand écran\", en: \"Large screen\"}}", "")
    try content.edit("office.yaml", "\n  - {id: Tablette.2, position: {lat: 43.781, lon: 4.081, accuracy: exact}}", "")
    let plain = try #require(try content.json("/api/v1/en/catalogue")["office"] as? [String: Any])
    #expect(plain["night"] == nil && (plain["screens"] as? [Any])?.isEmpty == true)
}

@Test func `texts with quotes, controls and emoji come through`() throws {
    let content = try TemporaryContent()
    try content.edit(
        "\(TemporaryContent.heritage)/place.yaml", "\"Un pont où l’on habite.\"",
        "\"Un \\\"pont\\\" \\\\ 🌉\\tici\\u0001\"")
    let teaser = try content.json("/api/v1/fr/places/pont-romain")["teaser"] as? [String: String]
    #expect(teaser?["text"] == "Un \"pont\" \\ 🌉\tici\u{1}")
}
