import MicroHTTP

/// What a printed code leads to. Nothing is kept of it: a day is the list of codes in its address, and one page, the same for all,
/// asks for what it shows.
struct PhoneRoutes: Sendable {
    let site: @Sendable () -> Site

    private static let page = "/phone/index.html"
    private static let missing = "/phone/missing.html"
    private static let mostPlaces = 12

    var all: [Routes.Route] {
        [
            .everybody(.get, "/p/") { request in
                try page(request, exists: site().knows(code: request.path.dropFirst("/p/".count)))
            },
            .everybody(.get, "/d/") { request in
                // Codes that lead nowhere are left out by the page: the rest of the day stands.
                try page(request, exists: Self.codes(request.path.dropFirst("/d/".count)) != nil)
            },
            .everybody(.get, "/api/v1/days/") { try dayCode($0) },
        ]
    }

    private func page(_ request: borrowing Request, exists: Bool) throws -> Outcome {
        let site = site()
        guard let page = site.resource(at: Self.page), let missing = site.resource(at: Self.missing) else {
            throw Failure.notFound
        }
        return .reply(exists ? page.answer(to: request) : missing.answer(to: request, status: 404))
    }

    /// `/api/v1/days/{codes}/qr.svg`: made each time in a millisecond, for there are more days than could be kept.
    private func dayCode(_ request: borrowing Request) throws -> Outcome {
        let (before, after) = ("/api/v1/days/", "/qr.svg")
        let site = site()
        guard request.path.hasSuffix(after), request.path.utf8.count > before.utf8.count + after.utf8.count,
            let codes = Self.codes(request.path.dropFirst(before.count).dropLast(after.count)),
            codes.allSatisfy(site.knows), let picture = site.qrCode(to: "/d/" + codes.joined(separator: "-"))
        else { throw Failure.notFound }
        return .reply(picture.answer(to: request))
    }

    /// 1 to 12 codes joined by `-`; nil when it is anything else.
    private static func codes(_ text: Substring) -> [Substring]? {
        let codes = text.split(separator: "-", omittingEmptySubsequences: false)
        let areCodes = codes.allSatisfy { code in
            2...6 ~= code.utf8.count
                && code.utf8.allSatisfy { 97...122 ~= $0 || 48...57 ~= $0 }
        }
        return areCodes && codes.count <= mostPlaces ? codes : nil
    }
}
