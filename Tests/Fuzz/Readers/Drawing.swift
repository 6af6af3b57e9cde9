@testable import Catalogue
import Native

/// Whatever the drawing, one that is accepted is well-formed for a stricter reader too, which finds nothing in it that acts.
func readDrawing(_ bytes: [UInt8]) {
    let report = FileReport(file: "picture.svg")
    guard TextFile.decode(bytes, report: report) != nil, DrawingCheck.size(of: bytes, report: report) != nil else {
        return precondition(!report.problems.isEmpty)
    }
    let outline = DrawingOutline()
    do {
        try DrawingOutline.reader.read(bytes, into: outline)
    } catch {
        // Characters that XML forbids, the same attribute twice, a tag beyond libxml2's limits: a browser refuses them too.
        return
    }
    precondition(outline.isStill)
}

private final class DrawingOutline: XMLHandler {
    static let words = [
        "href", "onload", "onclick", "script", "foreignObject", "image", "a", "iframe", "animate", "set",
    ]
    static let reader = XMLReader(vocabulary: words, maximumDepth: 250)
    var isStill = true

    func start(_ name: Int?, _ element: borrowing XMLElement) {
        if name.map({ $0 > 2 }) ?? false { isStill = false }
        if let address = element.string(0), !address.hasPrefix("#") { isStill = false }
        if element.string(1) != nil || element.string(2) != nil { isStill = false }
    }

    func end(_ name: Int?, _ text: borrowing XMLText) {}
}
