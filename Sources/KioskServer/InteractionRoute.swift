import MicroHTTP
import Reception
import Register

/// `POST /api/v1/interactions`: answered when the events are on disk, and not before.
struct InteractionRoute: Sendable {
    let register: Register

    private static let allKept = Response(status: 204, headers: SecurityHeaders.api, shared: true)

    func answer(_ request: borrowing Request) throws -> Outcome {
        try request.requireJSON()
        let receivedAt = Instant.now
        let batch = try InteractionBatch(body: request.body, receivedAt: receivedAt)
        guard !batch.accepted.isEmpty else { return .reply(Self.response(to: batch, refusedByRegister: [])) }
        let reply = PendingReply()
        let id = request.id
        register.record(batch.accepted, receivedAt: receivedAt) { result in
            switch result {
            case .success(let recorded):
                reply.send(Self.response(to: batch, refusedByRegister: recorded.rejected))
            case .failure(let error):
                reply.send(Failure(error, unexpected: { _ in }).response(id: id))
            }
        }
        return .later(reply)
    }

    /// 204 when all are on disk, 207 naming those that are not.
    private static func response(to batch: InteractionBatch, refusedByRegister: [Recorded.Rejected]) -> Response {
        let unreadable = batch.rejected.map { Rejected($0.index, $0.id, $0.refusal) }
        let unwritable = refusedByRegister.map {
            Rejected(batch.positions[$0.index], batch.accepted[$0.index].id, $0.refusal)
        }
        let rejected = (unreadable + unwritable).sorted { $0.index < $1.index }
        if rejected.isEmpty { return allKept }
        return .json(
            PartlyRefused(accepted: batch.accepted.count - unwritable.count, rejected: rejected), status: 207)
    }

    private struct PartlyRefused: Encodable {
        let accepted: Int
        let rejected: [Rejected]
    }

    private struct Rejected: Encodable {
        let index: Int
        let id: String?
        let code: String
        let message: String
        let hint: String

        init(_ index: Int, _ id: FactID?, _ refusal: Reception.Refusal) {
            self.index = index
            self.id = id?.description
            code = refusal.code.rawValue
            message = refusal.message
            hint = refusal.hint
        }
    }
}
