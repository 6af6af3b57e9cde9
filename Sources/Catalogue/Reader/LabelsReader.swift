import Yams

/// Reads `labels.yaml`.
enum LabelsReader {
    static let file = "labels.yaml"

    static func read(_ root: Node, context: FieldContext) -> (labels: [Label], appellations: [Label]) {
        guard let fields = Fields(root, named: file, keys: ["labels", "appellations"], context: context) else {
            return ([], [])
        }
        return (labels(fields, "labels"), labels(fields, "appellations"))
    }

    private static func labels(_ fields: Fields, _ key: String) -> [Label] {
        var labels: [Label] = []
        for item in fields.groups(key, keys: ["id", "name", "meaning"]) {
            for key in ["id", "name", "meaning"] { _ = item.required(key) }
            let id = item.value("id", .slug) { Fields.isSlug($0) ? $0 : nil }
            let name = item.translated("name", properName: true)
            let meaning = item.translated("meaning")
            guard let id, let name, let meaning else { continue }
            if labels.contains(where: { $0.id == id }) {
                item.report.error(.duplicateID(id), line: item.line)
            } else {
                labels.append(Label(id: id, name: name, meaning: meaning))
            }
        }
        return labels
    }
}
