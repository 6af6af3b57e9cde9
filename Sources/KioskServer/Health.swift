import MicroHTTP
import Reception
import Register
import Synchronization

/// `/healthz`, `/readyz`, `/metrics`: what a person, a supervisor and a graph want to know.
struct Health: Sendable {
    let content: ContentKeeper
    let register: Register
    let events: EventHub
    let notices: NoticeBoard
    let troubles: TroubleRoute
    let traffic: Traffic
    let listener: Listener

    func alive() throws -> Response {
        guard !traffic.isStopping else { throw Failure.stopping }
        return .json(Alive(status: "ok"))
    }

    func ready() -> Response {
        let content = content.status
        let register = register.health()
        let writing = !register.counters.isFailing && !traffic.isStopping
        let status = !writing ? "not-ready" : content.problems > 0 ? "degraded" : "ready"
        return .json(
            Readiness(
                status: status,
                content: .init(
                    version: content.site.snapshot.version, places: content.site.snapshot.placeCount,
                    loadedAt: content.loadedAt.description, problems: content.problems),
                register: .init(
                    writing: writing, queued: register.queued, lastCommitAt: register.counters.lastCommit?.description)),
            status: writing ? 200 : 503)
    }

    private struct Alive: Encodable {
        let status: String
    }

    private struct Readiness: Encodable {
        struct Content: Encodable {
            let version: String
            let places: Int
            let loadedAt: String
            let problems: Int
        }
        struct Register: Encodable {
            let writing: Bool
            let queued: Int
            let lastCommitAt: String?
        }
        let status: String
        let content: Content
        let register: Register
    }
}
