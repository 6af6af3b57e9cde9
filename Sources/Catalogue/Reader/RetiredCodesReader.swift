import Yams

/// A code that was printed for a place that is no longer shown. Nobody else may have it.
struct RetiredCode: Sendable {
    var code: String
    /// The slug of the place it leads to now; nil: to none.
    var place: String?
    var line: Int
}

/// Reads `codes.yaml`, which an office has only once it has retired a code.
enum RetiredCodesReader {
    static let file = "codes.yaml"

    static func read(_ root: Node, context: FieldContext) -> [RetiredCode] {
        guard let fields = Fields(root, named: file, keys: ["retired"], context: context) else { return [] }
        var codes: [RetiredCode] = []
        for item in fields.groups("retired", keys: ["code", "place"]) {
            _ = item.required("code")
            guard let code = item.code() else { continue }
            if codes.contains(where: { $0.code == code }) {
                item.report.error(.duplicateCode(code, other: file), line: item.line)
            } else {
                codes.append(RetiredCode(code: code, place: item.text("place"), line: item.line))
            }
        }
        return codes
    }
}
