import Catalogue
import Foundation
import Testing

private let path = "/api/v1/en/places/pont-romain/calendar.ics"

/// The calendar of the bridge, open as `periods` says; nil when it has none.
private func calendar(_ periods: String, zone: String = "Europe/Paris") throws -> String? {
    let content = try TemporaryContent()
    try content.edit("office.yaml", "time_zone: Europe/Paris", "time_zone: \(zone)")
    try content.edit(
        "\(TemporaryContent.heritage)/place.yaml",
        "    - {from: 07-01, to: 08-31, days: [mon, wed], hours: [\"10:00-13:00\", \"20:00-01:00\"]}",
        "    - \(periods)")
    let snapshot = try content.load()
    return snapshot.entry(path: path).flatMap { snapshot.bytes(of: $0) }.map { String(decoding: $0, as: UTF8.self) }
}

private func lines(_ text: String, _ name: String) -> [String] {
    text.replacing("\r\n ", with: "").split(separator: "\r\n").filter { $0.hasPrefix(name) }.map {
        String($0.drop { $0 != ":" }.dropFirst())
    }
}

@Test func `a feast of two evenings is two entries on the office's clock`() throws {
    let text = try #require(try calendar("{from: 2026-07-11, to: 2026-07-12, hours: [\"20:00-01:00\"]}"))
    #expect(lines(text, "DTSTART;TZID=Europe/Paris") == ["20260711T200000", "20260712T200000"])
    #expect(lines(text, "DTEND;TZID=Europe/Paris") == ["20260712T010000", "20260713T010000"])
    #expect(lines(text, "SUMMARY") == ["The Roman bridge", "The Roman bridge"])
    #expect(Set(lines(text, "UID")).count == 2)
    #expect(text.contains("BEGIN:DAYLIGHT\r\nDTSTART:20260329T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n"))
    #expect(
        text.utf8.split(separator: UInt8(ascii: "\n")).allSatisfy { $0.count <= 76 && $0.last == UInt8(ascii: "\r") })
}

@Test func `a closed day is left out, and a summer is one band`() throws {
    let days = try #require(try calendar("{from: 2026-07-13, to: 2026-07-15, hours: [\"10:00-12:00\"]}"))
    #expect(lines(days, "DTSTART;TZID=Europe/Paris") == ["20260713T100000", "20260715T100000"])
    let summer = try #require(try calendar("{from: 2026-07-01, to: 2026-08-31, hours: [\"10:00-12:00\"]}"))
    #expect(lines(summer, "DTSTART;VALUE=DATE") == ["20260701"])
    #expect(lines(summer, "DTEND;VALUE=DATE") == ["20260901"])
    #expect(!summer.contains("VTIMEZONE"))
}

@Test func `a zone without changes of hour says its one offset`() throws {
    let text = try #require(
        try calendar("{from: 2026-07-11, to: 2026-07-11, hours: [\"20:00-21:00\"]}", zone: "America/Martinique"))
    #expect(lines(text, "TZOFFSETTO") == ["-0400"])
}

@Test func `what comes back every year has no calendar`() throws {
    #expect(try calendar("{from: 07-01, to: 08-31, hours: [\"10:00-12:00\"]}") == nil)
}
