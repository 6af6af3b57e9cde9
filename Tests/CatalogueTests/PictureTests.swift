import Catalogue
import Foundation
import Testing

/// A drawing that isn't still, and what makes it so.
private let active: [(String, String)] = [
    ("script", "<script>alert(1)</script>"),
    ("event handler", "<rect onclick=\"alert(1)\"/>"),
    ("event handler in capitals", "<rect OnLoad='alert(1)'/>"),
    ("foreign object", "<foreignObject><b/></foreignObject>"),
    ("link", "<a href=\"https://example.org\"><rect/></a>"),
    ("outside image", "<image href=\"https://example.org/a.png\"/>"),
    ("inline image", "<image href=\"data:image/svg+xml;base64,AAAA\"/>"),
    ("outside reference", "<use href=\"https://example.org/a.svg#x\"/>"),
    ("outside reference with a prefix", "<use xmlns:x=\"http://www.w3.org/1999/xlink\" x:href=\"other.svg#x\"/>"),
    ("reference written with entities", "<use href=\"&#104;ttps://example.org/a.svg#x\"/>"),
    ("outside fill", "<rect fill=\"url(https://example.org/a.svg#g)\"/>"),
    ("outside fill in quotes", "<rect fill=\"url( 'other.svg#g')\"/>"),
    ("outside style", "<rect style=\"background: URL(//example.org/a)\"/>"),
    ("import", "<style>@import 'https://example.org/a.css';</style>"),
    ("import cut by a comment", "<style>@im<!-- -->port 'https://example.org/a.css';</style>"),
    ("import in CDATA", "<style><![CDATA[@import 'https://example.org/a.css';]]></style>"),
    ("escaped import", "<style>@\\69mport 'https://example.org/a.css';</style>"),
    ("animation of a link", "<set attributeName=\"href\" to=\"javascript:alert(1)\"/>"),
    ("page inside", "<iframe/>"),
    ("base", "<g xml:base=\"https://example.org/\"/>"),
]

@Test(arguments: active)
func `a drawing that could act is refused, with its line`(name: String, markup: String) throws {
    let content = try TemporaryContent()
    let path = "\(TemporaryContent.heritage)/picture.svg"
    try content.write(path, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1200 800\">\n\(markup)\n</svg>")
    let errors = content.check().problems.filter { $0.severity == .error }
    #expect(
        !errors.isEmpty && errors.allSatisfy { $0.file == path && $0.code == "active-svg" && $0.line == 2 }, "\(name)")
}

@Test(arguments: [
    "", "<svg", "<svg>", "<svg></g>", "<svg></svg><svg></svg>", "<html></html>", "<svg a=b></svg>",
    "<svg>&unknown;</svg>",
    "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg></svg>", "<svg><?php ?></svg>", "texte", "<svg/>texte",
    "<svg><g <g/></svg>", "<svg a=\"<\"/>",
])
func `a drawing that isn't well-formed is refused`(markup: String) throws {
    let content = try TemporaryContent()
    let path = "\(TemporaryContent.heritage)/picture.svg"
    try content.write(path, markup)
    let report = content.check()
    #expect(!report.isServable)
    #expect(report.problems.contains { $0.file == path })
}

@Test func `a drawing without a wrong in it is served as it is, under a name that holds its content`() throws {
    let content = try TemporaryContent()
    let place = try content.json("/api/v1/fr/places/pont-romain")
    let picture = try #require(place["picture"] as? [String: Any])
    let source = try #require(picture["src"] as? String)
    #expect(source.wholeMatch(of: /\/media\/pont-romain\/picture\.[0-9a-f]{8}\.svg/) != nil)
    #expect(picture["width"] as? Int == 1200 && picture["height"] as? Int == 800)
    let snapshot = try content.load()
    let entry = try #require(snapshot.entry(path: source))
    #expect(entry.cachePolicy == .immutable && entry.contentType == "image/svg+xml")
    #expect(snapshot.bytes(of: entry) == Array(TemporaryContent.drawing.utf8))
}

@Test func `a place without a picture shows its theme's, and the check says so`() throws {
    let content = try TemporaryContent()
    try content.remove("\(TemporaryContent.heritage)/picture.svg")
    #expect(content.check().problems.contains { $0.code == "no-picture" && $0.severity == .warning })
    let picture = try content.json("/api/v1/fr/places/pont-romain")["picture"] as? [String: Any]
    #expect((picture?["src"] as? String)?.hasPrefix("/media/themes/heritage.") == true)
    try content.remove("themes/heritage.svg")
    #expect(content.check().problems.contains { $0.code == "missing-picture" && $0.severity == .error })
}

@Test(arguments: [
    ("photo.jpg", "", "photograph-without-alt"), ("photo.jpg", "alt: {fr: Le pont}", "photograph-without-credit"),
    ("photo.jpg", "alt: {fr: Le pont}, credit: J. Dupont", "photograph-without-licence"),
    ("photo.bmp", "", "picture-format"), ("absent.jpg", "", "missing-picture"), ("../photo.jpg", "", "wrong-type"),
])
func `a photograph without what it needs is refused`(file: String, fields: String, code: String) throws {
    let content = try TemporaryContent()
    try content.addPhotograph("photo.jpg")
    try content.write("\(TemporaryContent.heritage)/photo.bmp", [1, 2, 3])
    try content.declare("{file: \(file)\(fields.isEmpty ? "" : ", ")\(fields)}")
    let report = content.check()
    #expect(report.problems.contains { $0.code == code && $0.line == 26 }, "\(report.problems.map(\.code))")
}

@Test func `a picture of 10 MiB, one that is cut and one too narrow are refused`() throws {
    let content = try TemporaryContent()
    let path = "\(TemporaryContent.heritage)/photo.jpg"
    try content.declare("{file: photo.jpg, alt: {fr: Le pont}, credit: J. Dupont, licence: CC BY 4.0}")
    try content.addPhotograph("photo.jpg")
    let whole = try Data(contentsOf: content.url(path))
    #expect(content.check().isServable)

    try (whole + Data(count: 10 * 1_048_576)).write(to: content.url(path))
    #expect(content.check().problems.contains { $0.file == path && $0.code == "file-too-big" })
    try whole.prefix(2).write(to: content.url(path))
    #expect(content.check().problems.contains { $0.file == path && $0.code == "unreadable-photograph" })
    try content.addPhotograph("photo.jpg", fixture: "pictures/orientation-6.jpg")
    #expect(content.check().problems.contains { $0.file == path && $0.code == "photograph-too-narrow" })
}

@Test func `a photograph is served in three widths with its credit`() throws {
    let content = try TemporaryContent()
    try content.addPhotograph("pont.jpg")
    try content.declare("{file: pont.jpg, alt: {fr: Le pont, en: The bridge}, credit: J. Dupont, licence: CC BY 4.0}")
    let place = try content.json("/api/v1/en/places/pont-romain")
    let picture = try #require((place["pictures"] as? [[String: Any]])?.first)
    #expect(picture["credit"] as? String == "J. Dupont" && picture["licence"] as? String == "CC BY 4.0")
    #expect((picture["alt"] as? [String: String])?["text"] == "The bridge")
    let sizes = try #require(picture["sizes"] as? [[String: Any]])
    #expect(sizes.compactMap { $0["width"] as? Int } == [480, 960, 1600])
    let snapshot = try content.load()
    for size in sizes {
        let source = try #require(size["src"] as? String)
        let entry = try #require(snapshot.entry(path: source))
        #expect(entry.kind == .jpeg && entry.slice(.gzip) == nil)
        #expect(snapshot.bytes(of: entry)?.starts(with: [0xFF, 0xD8]) == true)
    }
}

extension TemporaryContent {
    /// Adds `pictures` to the bridge, on line 26.
    func declare(_ picture: String) throws {
        let path = "\(Self.heritage)/place.yaml"
        try write(path, try read(path) + "pictures:\n  - \(picture)\n")
    }

    /// A real photograph, 1600 × 1067 unless another fixture is named.
    func addPhotograph(_ name: String, fixture: String = "content-pictures/landscape.jpg") throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Fixtures")
        let bytes = try Data(contentsOf: folder.appending(path: fixture))
        try write("\(Self.heritage)/\(name)", Array(bytes))
    }
}
