import Native
import Reception

/// What belongs to the office rather than to a place, checked.
struct OfficeContent: Sendable {
    var office: Office
    var themes: [Theme]
    var labels: [Label]
    var appellations: [Label]
    /// The drawings of `themes/`, by name without ending.
    var drawings: [String: PictureFile]
    /// The same, with the addresses they are served at.
    var pictures: [String: ServedPicture] = [:]
    /// School holidays, as far as the office has written them down.
    var schools: SchoolCalendar
    /// What the office wants to achieve.
    var strategy: Strategy
    /// By INSEE code.
    var communeNames: [String: String]
}
