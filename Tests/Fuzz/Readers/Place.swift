@testable import Catalogue
import Reception

/// Whatever the place.yaml, it is read or refused: what is refused has an error, every problem can be told, and what is read
/// can be asked whether it is open.
func readPlace(_ bytes: [UInt8]) {
    let report = FileReport(file: "place.yaml")
    let known = PlaceContext(
        languages: ["fr", "en"].compactMap(Language.init), labels: ["organic"], appellations: [],
        today: OfficeDay(daysSince1970: 20_779))
    let place = TextFile.decode(bytes, report: report)
        .flatMap { YAML.compose($0, report: report) }
        .flatMap {
            PlaceReader(id: "place", kind: .hike, known: known)
                .read($0, context: FieldContext(report: report, languages: known.languages))
        }
    precondition(report.problems.allSatisfy { ($0.line ?? 1) >= 1 })
    precondition(report.problems.allSatisfy { !$0.text(in: .french).isEmpty && !$0.text(in: .english).isEmpty })
    guard let place else { return precondition(report.problems.contains { $0.severity == .error }) }
    for day in 20_770...20_790 {
        let now = LocalMoment(date: OfficeDay(daysSince1970: day), minute: 719)
        if case .open(let until, _) = place.opening.status(on: now.date, minute: now.minute) {
            precondition(until > now)
        }
    }
}
