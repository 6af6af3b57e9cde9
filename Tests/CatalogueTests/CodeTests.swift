import Catalogue
import Testing

@Test func `a retired code leads to the place that took over and is never printed again`() throws {
    let content = try TemporaryContent()
    try content.write("codes.yaml", "retired:\n  - {code: a0, place: pont-romain}\n  - {code: gone}\n")
    #expect(content.check().problems.isEmpty == false)
    #expect(content.check().problems.allSatisfy { $0.severity == .warning })
    let snapshot = try content.load()
    #expect(snapshot.slug(code: "a0") == "pont-romain" && snapshot.slug(code: "pr1") == "pont-romain")
    #expect(snapshot.slug(code: "gone") == nil)
    #expect(snapshot.code(slug: "pont-romain") == "pr1" && snapshot.code(slug: "pont") == nil)
}

@Test func `a content without retired codes has no file of them`() throws {
    let content = try TemporaryContent()
    #expect(content.check().problems.allSatisfy { $0.file != "codes.yaml" })
}

@Test func `the office by itself is the catalogue without its places`() throws {
    let content = try TemporaryContent()
    var catalogue = try content.json("/api/v1/en/catalogue")
    let office = try content.json("/api/v1/en/office")
    #expect((office["places"] as? [Any])?.isEmpty == true)
    catalogue["places"] = nil
    #expect(Set(catalogue.keys) == Set(office.keys).subtracting(["places"]))
    #expect(catalogue["version"] as? String == office["version"] as? String)
}
