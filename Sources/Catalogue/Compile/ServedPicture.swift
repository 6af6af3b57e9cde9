import Native

/// A picture with its addresses. The name holds the content's hash, so that a browser may keep it for ever.
struct ServedPicture: Sendable {
    struct Copy: Sendable {
        var address: String
        var width: Int
        var height: Int
    }

    /// What `src` gives: the drawing, or the middle one of a photograph's copies.
    var main: Copy
    /// A photograph's copies, narrowest first; empty for a drawing.
    var copies: [Copy] = []
    var picture: PlacePicture?

    var address: String { main.address }

    /// `Picture` of `docs/openapi.yaml`. A drawing without a text of its own is named after its place.
    func write(alt name: Translated, _ localizer: Localizer, to json: inout JSONWriter) {
        json.object {
            localizer.write("alt", picture?.alt ?? name, to: &$0)
            $0.field("credit", picture?.credit)
            $0.field("height", main.height)
            $0.field("licence", picture?.licence)
            if !copies.isEmpty {
                $0.array("sizes", copies) { json, copy in
                    json.object {
                        $0.field("src", copy.address)
                        $0.field("width", copy.width)
                    }
                }
            }
            $0.field("src", main.address)
            $0.field("width", main.width)
        }
    }

    /// `/media/<folder>/<name>.<first 8 of the hash>.<ending>`
    static func address(folder: String, name: some StringProtocol, hash: Hash, ending: String) -> String {
        "/media/\(folder)/\(name).\(hash.hex.prefix(8)).\(ending)"
    }
}
