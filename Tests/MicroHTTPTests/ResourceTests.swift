import MicroHTTP
import Testing

struct ResourceTests {
    private static let digits = Body("0123456789")

    private func withResource(
        _ resource: Resource = Resource(
            identity: digits, gzip: Body("gzipped"), brotli: Body("br"), etag: "v1", contentType: "text/plain"),
        _ body: (RawClient) throws -> Void
    ) throws {
        try withServer(handler: { .reply(resource.answer(to: $0)) }) { server throws in
            try body(RawClient(port: server.port))
        }
    }

    @Test(arguments: [
        (nil, nil), ("", nil), ("identity", nil), ("gzip", "gzip"), ("br", "br"), ("gzip, deflate, br", "br"),
        ("GZIP", "gzip"), ("gzip;q=1.0, br;q=0.5", "gzip"), ("gzip;q=0.001, br;q=0", "gzip"), ("*", "br"),
        ("*;q=0.5", "br"),
        ("br;q=0, *", "gzip"), ("deflate", nil), ("gzip;q=0", nil), ("identity, gzip;q=0.5", nil), ("x-gzip", "gzip"),
        (" gzip ; q=0.8 ,identity;q=0.9", nil), ("gzip;q=nonsense", nil), ("br;q=0.8;x=1, gzip;q=0.80", "br"),
        ("*;q=0, identity", nil), (",,,", nil), ("identity;q=0, *", "br"),
    ])
    func theEncodingOfHighestQualityIsSent(accept: String?, expected: String?) throws {
        try withResource { client throws in
            let reply = try client.request("GET", "/", headers: accept.map { ["Accept-Encoding: \($0)"] } ?? [])
            #expect(reply.status == 200)
            #expect(reply.headers["content-encoding"] == expected)
            #expect(reply.text == ["gzip": "gzipped", "br": "br"][expected ?? ""] ?? "0123456789")
            #expect(reply.headers["vary"] == "Accept-Encoding")
            #expect(reply.headers["content-type"] == "text/plain")
            #expect(reply.headers["cache-control"] == "no-cache")
        }
    }

    @Test(arguments: ["identity;q=0", "*;q=0", "identity;q=0, deflate"])
    func nothingAcceptableIsTold(accept: String) throws {
        let plain = Resource(identity: ResourceTests.digits, etag: "v1", contentType: "text/plain")
        try withResource(plain) { client throws in
            let reply = try client.get("/", "Accept-Encoding: \(accept)")
            #expect(reply.status == 406)
            #expect(reply.headers["vary"] == "Accept-Encoding")
        }
    }

    @Test func aResourceWithoutEncodingsDoesNotVary() throws {
        let plain = Resource(
            identity: ResourceTests.digits, etag: "v1", contentType: "text/plain", cacheControl: "no-store")
        try withResource(plain) { client throws in
            let reply = try client.get("/", "Accept-Encoding: gzip, br")
            #expect(reply.text == "0123456789")
            #expect(reply.headers["vary"] == nil)
            #expect(reply.headers["cache-control"] == "no-store")
        }
    }

    @Test func eachEncodingHasItsOwnTag() throws {
        try withResource { client throws in
            let tags = try ["identity", "gzip", "br"].map {
                try client.get("/", "Accept-Encoding: \($0)").headers["etag"]
            }
            #expect(tags == ["\"v1\"", "\"v1-gzip\"", "\"v1-br\""])
        }
    }

    @Test(arguments: ["\"v1\"", "W/\"v1\"", "*", "\"a\", \"v1\"", "\"a,b\",W/\"v1\"", "\"a\" , \"v1\" ,"])
    func aClientThatHasItGetsNoBody(known: String) throws {
        try withResource { client throws in
            let reply = try client.get("/", "If-None-Match: \(known)")
            #expect(reply.status == 304)
            #expect(reply.headers["etag"] == "\"v1\"")
            #expect(reply.headers["vary"] == "Accept-Encoding")
            #expect(reply.headers["cache-control"] == "no-cache")
            #expect(reply.headers["content-length"] == "10")
            #expect(try client.get("/").text == "0123456789")
        }
    }

    @Test(arguments: ["\"v2\"", "v1", "\"v1-gzip\"", "\"a, \"v1", "", "\"v1"])
    func aClientThatHasSomethingElseGetsTheBody(known: String) throws {
        try withResource { client throws in
            #expect(try client.get("/", "If-None-Match: \(known)").status == 200)
        }
    }

    @Test func theTagThatCountsIsTheOneOfTheChosenEncoding() throws {
        try withResource { client throws in
            let headers = ["Accept-Encoding: br", "If-None-Match: \"v1-br\""]
            #expect(try client.request("GET", "/", headers: headers).status == 304)
            #expect(try client.get("/", "Accept-Encoding: br", "If-None-Match: \"v1\"").status == 200)
        }
    }

    @Test func headTellsTheLengthOfTheChosenEncoding() throws {
        try withResource { client throws in
            let reply = try client.request("HEAD", "/", headers: ["Accept-Encoding: gzip"])
            #expect(reply.headers["content-length"] == "7")
            #expect(reply.headers["content-encoding"] == "gzip")
            #expect(try client.request("HEAD", "/", headers: ["If-None-Match: *"]).status == 304)
            #expect(try client.get("/").status == 200)
        }
    }

    @Test(arguments: [
        ("bytes=0-0", "0", "0-0"), ("bytes=2-5", "2345", "2-5"), ("bytes=7-", "789", "7-9"), ("bytes=-3", "789", "7-9"),
        ("bytes=5-500", "56789", "5-9"), ("bytes=-500", "0123456789", "0-9"),
        ("bytes=9-99999999999999999999999", "9", "9-9"),
    ])
    func aRangeIsSentAlone(range: String, expected: String, place: String) throws {
        try withResource { client throws in
            let reply = try client.get("/", "Range: \(range)", "Accept-Encoding: gzip")
            #expect(reply.status == 206)
            #expect(reply.text == expected)
            #expect(reply.headers["content-range"] == "bytes \(place)/10")
            #expect(reply.headers["etag"] == "\"v1\"")
            #expect(reply.headers["content-encoding"] == nil)
        }
    }

    @Test(arguments: ["bytes=10-", "bytes=10-20", "bytes=-0", "bytes=99999999999999999999999-"])
    func aRangeOutsideIsRefusedWithTheLength(range: String) throws {
        try withResource { client throws in
            let reply = try client.get("/", "Range: \(range)")
            #expect(reply.status == 416)
            #expect(reply.headers["content-range"] == "bytes */10")
        }
    }

    @Test(arguments: [
        "bytes=", "bytes=-", "bytes=5-2", "bytes=a-b", "bytes=0-1,3-4", "items=0-1", "bytes", "bytes=1-x",
    ])
    func aRangeThatCannotBeFollowedIsIgnored(range: String) throws {
        try withResource { client throws in
            let reply = try client.get("/", "Range: \(range)")
            #expect(reply.status == 200)
            #expect(reply.text == "0123456789")
            #expect(reply.headers["accept-ranges"] == "bytes")
        }
    }

    @Test(arguments: [("\"v1\"", 206), ("\"v0\"", 200), ("W/\"v1\"", 200), ("Sat, 29 Oct 1994 19:43:31 GMT", 200)])
    func aRangeOfAnotherVersionIsNotSent(version: String, status: Int) throws {
        try withResource { client throws in
            #expect(try client.get("/", "Range: bytes=0-3", "If-Range: \(version)").status == status)
        }
    }

    @Test func aKnownVersionComesBeforeARange() throws {
        try withResource { client throws in
            #expect(try client.get("/", "Range: bytes=0-3", "If-None-Match: \"v1\"").status == 304)
        }
    }

    @Test func rangesAreForGetAlone() throws {
        try withResource { client throws in
            let reply = try client.request("HEAD", "/", headers: ["Range: bytes=0-3"])
            #expect(reply.status == 200)
            #expect(reply.headers["content-length"] == "10")
        }
    }

    @Test func anEmptyResourceIsServed() throws {
        try withResource(Resource(identity: .empty, etag: "e", contentType: "text/plain")) { client throws in
            let reply = try client.get("/")
            #expect(reply.status == 200)
            #expect(reply.headers["content-length"] == "0")
            #expect(try client.get("/", "Range: bytes=0-").status == 416)
        }
    }
}
