import Catalogue
import Foundation
import Reception
import Testing

/// The school years that are shipped with the office's content.
@Suite struct ShippedSchoolHolidaysTests {
    private func schools() throws -> SchoolCalendar {
        let root = URL(filePath: #filePath).appending(path: "../../..").standardized.path
        let cache = FileManager.default.temporaryDirectory.appending(path: "vitrine-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: cache) }
        return try CatalogueLoader.load(
            content: root + "/content", cache: cache, today: OfficeDay(daysSince1970: 20_780)
        )
        .statistics.schools
    }

    @Test func `each year follows the one before, with its source, and lasts as a school year does`() throws {
        let schools = try schools()
        #expect(schools.years.map(\.year) == Array(2022...2026))
        #expect(schools.years.allSatisfy { !$0.source.isEmpty })
        for zone in SchoolCalendar.Zone.allCases {
            #expect(schools.covered(zone: zone).runs.map(\.description) == ["2022-09-01...2027-07-02"])
            for year in schools.years {
                for pause in year.breaks where pause.holiday != .ascensionBridge {
                    #expect(pause.from.weekday == 6, "\(pause) begins on a Saturday")
                    // Fourteen school days less those that a public holiday at the end adds to it.
                    if let back = pause.back { #expect([16, 17].contains(pause.from.distance(to: back)), "\(pause)") }
                }
                for pause in year.breaks where pause.holiday == .ascensionBridge {
                    #expect(PublicHoliday(on: pause.from) == .ascension && pause.back?.weekday == 1, "\(pause)")
                }
            }
        }
    }
}
