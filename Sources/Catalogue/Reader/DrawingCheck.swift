/// Makes sure that an SVG is a still drawing. Drawings are served from the reception's own address, so that an active one could
/// act for whoever looks at it: only elements and attributes that draw are let through, and links lead inside the file.
///
/// The file must be well formed, so that what is read here is what a browser reads.
struct DrawingCheck {
    /// What a drawing says of its size; 1200 × 800 unless `viewBox` says otherwise.
    struct Size: Equatable {
        var width = 1200
        var height = 800
    }

    /// 24 KiB: a screen shows twenty at once.
    static let sizeLimit = 24 * 1024

    /// The elements that draw (SVG 1.1 and 2), and Inkscape's notes to itself aside.
    private static let elements: Set<String> = [
        "svg", "g", "defs", "symbol", "use", "title", "desc", "metadata", "path", "rect", "circle", "ellipse", "line",
        "polyline",
        "polygon", "text", "tspan", "linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "marker",
        "filter",
        "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting",
        "feDisplacementMap", "feDistantLight", "feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR",
        "feGaussianBlur", "feMerge", "feMergeNode", "feMorphology", "feOffset", "fePointLight", "feSpecularLighting",
        "feSpotLight", "feTile", "feTurbulence", "style",
    ]

    private let report: FileReport
    private var scanner: MarkupScanner
    private var size = Size()

    /// Nil, with the report saying why, when the drawing can't be served.
    static func size(of bytes: [UInt8], report: FileReport) -> Size? {
        let before = report.problems.count
        var check = DrawingCheck(report: report, scanner: MarkupScanner(bytes))
        check.run()
        return report.problems.count == before ? check.size : nil
    }

    private mutating func run() {
        var open: [String] = []
        var sawRoot = false
        // Comments may cut a style in two, but a browser reads it whole.
        var style = ""
        while true {
            switch scanner.next() {
            case .start(let element):
                if open.isEmpty {
                    if sawRoot { return broken(fr: "il a deux racines", en: "it has two roots", line: element.line) }
                    guard element.name == "svg" else {
                        return broken(fr: "sa racine n'est pas <svg>", en: "its root isn't <svg>", line: element.line)
                    }
                    sawRoot = true
                    readSize(element)
                }
                inspect(element)
                if !element.isEmpty { open.append(element.name) }
            case .end(let name, let line):
                guard open.popLast() == name else {
                    return broken(fr: "</\(name)> ne ferme rien", en: "</\(name)> closes nothing", line: line)
                }
                if name == "style" {
                    inspectStyle(style, line: line)
                    style = ""
                }
            case .text(let text, let line):
                if open.contains("style") { style += text }
                if open.isEmpty, text.contains(where: { !$0.isWhitespace }) {
                    return broken(fr: "du texte hors de <svg>", en: "text outside <svg>", line: line)
                }
            case .broken(let line):
                return broken(fr: "le XML est mal formé", en: "the XML is malformed", line: line)
            case .declaration(let line):
                return broken(
                    fr: "il a une déclaration <!DOCTYPE> ou une instruction",
                    en: "it has a <!DOCTYPE> or an instruction", line: line)
            case .finished:
                if !sawRoot || !open.isEmpty {
                    broken(fr: "il s'arrête avant la fin", en: "it stops before its end", line: scanner.line)
                }
                return
            }
        }
    }

    private func inspect(_ element: MarkupScanner.Element) {
        guard Self.elements.contains(element.name) else {
            return active(fr: "élément <\(element.name)>", en: "element <\(element.name)>", line: element.line)
        }
        for (name, value) in element.attributes {
            // `xlink:href` is `href`, whatever prefix the file gives it.
            let local = name.split(separator: ":").last.map(String.init)?.lowercased() ?? name
            if local.hasPrefix("on") {
                active(fr: "attribut \(name)", en: "attribute \(name)", line: element.line)
            } else if local == "href" || local == "src" || local == "base" {
                if !value.hasPrefix("#") {
                    active(
                        fr: "\(name) mène hors du dessin", en: "\(name) leads out of the drawing", line: element.line)
                }
            } else if !name.hasPrefix("xmlns") {
                inspectStyle(value, line: element.line)
            }
        }
    }

    /// CSS that fetches: `url()` of anything but a part of the drawing, `@import`, `image-set()`; escapes could hide them.
    private func inspectStyle(_ css: String, line: Int) {
        // Most values are numbers and colours, and none of these is without one of those signs.
        guard css.utf8.contains(where: { $0 == 0x28 || $0 == 0x40 || $0 == 0x5C || $0 == 0x3A }) else { return }
        let plain = css.utf8.map { (65...90).contains($0) ? $0 + 32 : $0 }
        if Self.fetching.contains(where: { !positions(of: $0, in: plain).isEmpty }) {
            return active(fr: "style qui va chercher ailleurs", en: "style that fetches from elsewhere", line: line)
        }
        for end in positions(of: Self.url, in: plain) {
            let target = plain[end...].first { $0 > 32 && $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: "\"") }
            if target != UInt8(ascii: "#") {
                return active(fr: "url() mène hors du dessin", en: "url() leads out of the drawing", line: line)
            }
        }
    }

    private static let url = Array("url(".utf8)
    private static let fetching = ["@import", "image-set(", "image(", "src(", "\\", "javascript:"].map {
        Array($0.utf8)
    }

    /// Where each occurrence of `word` ends. Bytes, because Foundation's search took a third of a check.
    private func positions(of word: [UInt8], in text: [UInt8]) -> [Int] {
        guard text.count >= word.count else { return [] }
        return (0...text.count - word.count)
            .filter { text[$0] == word[0] && text[$0..<$0 + word.count].elementsEqual(word) }
            .map { $0 + word.count }
    }

    private mutating func readSize(_ root: MarkupScanner.Element) {
        guard let box = root.attributes.first(where: { $0.name == "viewBox" })?.value else { return }
        let numbers = box.split { $0 == " " || $0 == "," || $0 == "\n" }.compactMap { Double($0) }
        guard numbers.count == 4, (1...100_000).contains(numbers[2]), (1...100_000).contains(numbers[3]) else { return }
        size = Size(width: Int(numbers[2].rounded()), height: Int(numbers[3].rounded()))
    }

    private func broken(fr: String, en: String, line: Int) {
        report.error(.brokenSVG(fr: fr, en: en), line: line)
    }

    private func active(fr: String, en: String, line: Int) {
        report.error(.activeSVG(fr: fr, en: en), line: line)
    }
}
