import Foundation
import MicroHTTP
import Testing

struct MappedFileTests {
    private let path = FileManager.default.temporaryDirectory.appending(path: "mapped-\(UUID())").path

    private func write(_ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(fileURLWithPath: path)) }

    @Test func itsBytesAreRead() throws {
        try write(Array("0123456789".utf8))
        defer { unlink(path) }
        let file = try MappedFile(path: path)
        #expect(file.count == 10)
        #expect(file[3..<6] == Array("345".utf8))
        #expect(file.withBytes { $0.byteCount } == 10)
    }

    @Test func aResponseKeepsTheFileMappedAfterItIsDeletedAndForgotten() throws {
        let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
        try write(bytes)
        func response() throws -> Response {
            defer { unlink(path) }
            let file = try MappedFile(path: path)
            return Response(status: 200, body: Body(file, range: 1_000_000..<2_500_000), shared: true)
        }
        let response = try response()
        try withServer(handler: { _ in .reply(response) }) { server throws in
            #expect(try RawClient(port: server.port).get("/").body == Array(bytes[1_000_000..<2_500_000]))
        }
    }

    @Test func aSliceOfAMappedFileIsSentAsARange() throws {
        try write(Array("..0123456789..".utf8))
        defer { unlink(path) }
        let body = Body(try MappedFile(path: path), range: 2..<12)
        let resource = Resource(identity: body, etag: "f", contentType: "text/plain")
        try withServer(handler: { .reply(resource.answer(to: $0)) }) { server throws in
            #expect(try RawClient(port: server.port).get("/", "Range: bytes=-2").text == "89")
            #expect(try RawClient(port: server.port).get("/").text == "0123456789")
        }
    }

    @Test func anEmptyFileIsMapped() throws {
        try write([])
        defer { unlink(path) }
        let file = try MappedFile(path: path)
        #expect(file.count == 0)
        #expect(Body(file).count == 0)
    }

    @Test func aMissingFileAndAFolderAreToldWithTheirPath() {
        #expect(throws: FileError.self) { try MappedFile(path: path) }
        #expect { try MappedFile(path: "/nowhere/at all") } throws: {
            "\($0)" == "/nowhere/at all: No such file or directory"
        }
        #expect(throws: FileError.self) { try MappedFile(path: "/tmp") }
    }
}
