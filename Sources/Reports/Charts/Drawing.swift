/// A picture in lines, boxes and words, as SVG that stands in a page of HTML and needs nothing of it: colours and letters are written on each
/// element, so that it looks the same in a browser, on paper and cut out.
///
/// Its parts go from the top left, in units of which a wide chart has 680 and half a page has 330.
struct Drawing {
    let width: Int
    let height: Int
    private var parts: [String] = []

    init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    /// Stone and ink of the screens' light theme.
    enum Colour {
        static let ink = "#2b211b"
        static let quiet = "#5f5045"
        static let line = "#e5d8bf"
        static let before = "#d6c6a8"
        static let now = "#a5432a"
        static let olive = "#4c6128"
        static let ground = "#faf4e8"
        static let edge = "#8f7a55"
    }

    enum Anchor: String {
        case start, middle, end
    }

    mutating func box(
        _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ colour: String, edge: String? = nil,
        saying title: String = ""
    ) {
        let stroke = edge.map { " stroke=\"\($0)\" stroke-width=\"0.8\"" } ?? ""
        let box =
            "<rect x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" width=\"\(Self.number(max(0, width)))\" "
            + "height=\"\(Self.number(max(0, height)))\" fill=\"\(colour)\"\(stroke)"
        parts.append(title.isEmpty ? box + "/>" : box + "><title>\(Page.escaped(title))</title></rect>")
    }

    mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ colour: String) {
        parts.append(
            "<line x1=\"\(Self.number(x1))\" y1=\"\(Self.number(y1))\" x2=\"\(Self.number(x2))\" "
                + "y2=\"\(Self.number(y2))\" stroke=\"\(colour)\" stroke-width=\"0.8\"/>")
    }

    mutating func text(
        _ words: String, _ x: Double, _ y: Double, size: Double = 11, _ colour: String = Colour.ink,
        anchor: Anchor = .start, isBold: Bool = false
    ) {
        parts.append(
            "<text x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" font-size=\"\(Self.number(size))\" fill=\"\(colour)\""
                + (anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\"")
                + (isBold ? " font-weight=\"bold\"" : "") + ">\(Page.escaped(words))</text>")
    }

    /// The picture; `label` is what somebody is told who doesn't see it.
    func svg(label: String) -> String {
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\" role=\"img\" "
            + "aria-label=\"\(Page.escaped(label))\" font-family=\"\(Self.letters)\">\n"
            + parts.joined(separator: "\n") + "\n</svg>"
    }

    /// Tenths are enough, and the same on every machine.
    private static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        let (whole, rest) = (tenths.magnitude / 10, tenths.magnitude % 10)
        return (tenths < 0 ? "-" : "") + "\(whole)" + (rest == 0 ? "" : ".\(rest)")
    }

    private static let letters = "Atkinson Hyperlegible, Segoe UI, Helvetica Neue, Arial, Liberation Sans, sans-serif"
}
