import Yams

/// Reads `themes.yaml`: one theme for each kind of place, in the order the screen shows them.
enum ThemesReader {
    static let file = "themes.yaml"

    static func read(_ root: Node, context: FieldContext) -> [Theme] {
        guard let fields = Fields(root, named: file, keys: ["themes"], context: context) else { return [] }
        _ = fields.required("themes")
        var themes: [Theme] = []
        for item in fields.groups("themes", keys: ["id", "icon", "name", "teaser"]) {
            for key in ["id", "icon", "name", "teaser"] { _ = item.required(key) }
            let kind = item.choice("id", of: PlaceKind.self)
            let icon = item.value("icon", .slug) { Fields.isSlug($0) ? $0 : nil }
            let name = item.translated("name")
            let teaser = item.translated("teaser")
            guard let kind, let icon, let name, let teaser else { continue }
            if themes.contains(where: { $0.kind == kind }) {
                item.report.error(.duplicateID(kind.rawValue), line: item.line)
            } else {
                themes.append(Theme(kind: kind, name: name, teaser: teaser, icon: icon))
            }
        }
        for kind in PlaceKind.allCases where !themes.contains(where: { $0.kind == kind }) {
            context.report.error(.missingTheme(kind), line: fields.line)
        }
        return themes
    }
}
