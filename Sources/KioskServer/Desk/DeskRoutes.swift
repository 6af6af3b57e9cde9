import MicroHTTP
import Reception
import Register

/// `/api/v1/desk/…`: what a desk asks that isn't on this machine, or has no terminal.
struct DeskRoutes: Sendable {
    let register: Register
    let setting: @Sendable () -> DeskSetting

    var all: [Routes.Route] {
        [
            .staff(.desk, .get, "/api/v1/desk/setting") { _ in .json(setting()) },
            .staff(.desk, .post, "/api/v1/desk/read") { try read($0) },
        ]
    }

    private func read(_ request: StaffRequest) throws -> Response {
        let asked = try request.decode(LineToRead.self)
        let now = asked.at.map { min($0, request.receivedAt) } ?? request.receivedAt
        let context = DeskLine.Context(vocabulary: setting().vocabulary, clock: register.clock, now: now)
        return .json(ReadLine(asked, in: context, told: request.language))
    }
}
