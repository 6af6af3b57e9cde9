import MicroHTTP
import Reception
import Register

/// `/api/v1/desk/notices`: what is announced or will be, and announcing.
struct DeskNoticeRoutes: Sendable {
    let register: Register
    let board: NoticeBoard

    var all: [Routes.Route] {
        [
            .staff(.desk, .get, "/api/v1/desk/notices") { request in
                let notices = try register.noticesToCome(at: request.receivedAt)
                return .json(NoticeList(notices: notices.map { NoticeDocument($0, forDesk: true) }))
            },
            .staff(.desk, .post, "/api/v1/desk/notices") { try announce($0) },
        ]
    }

    /// 201 when it is new, 200 when it was known.
    private func announce(_ request: StaffRequest) throws -> Response {
        let told = try request.decode(ToldNotice.self, limit: 65_536)
        if let known = try register.notice(told.id) {
            return .json(NoticeDocument(known, forDesk: true))
        }
        let notice = try read(told, at: request.receivedAt)
        try register.announce(notice, recordedAt: request.receivedAt)
        // Screens are told at once rather than at the board's next look.
        board.look(at: .now)
        return .json(NoticeDocument(notice, forDesk: true), status: 201)
    }

    /// One that is over when it is written ends the notice it supersedes, and says what that one said.
    private func read(_ told: ToldNotice, at now: Instant) throws -> Notice {
        let at = told.at ?? now
        guard at <= now.advanced(byMilliseconds: DeskFact.futureLimit) else { throw Failure.noticeFromTheFuture }
        if let superseded = told.supersedes, told.endsAt <= max(at, told.startsAt ?? at) {
            guard let notice = try register.notice(superseded) else { throw Failure.unknownNotice }
            return try notice.ended(at: at, id: told.id)
        }
        var texts: [Language: String] = [:]
        for (code, text) in told.texts {
            guard let language = Language(rawValue: code) else { throw Failure.unknownLanguage(code) }
            texts[language] = text
        }
        return try Notice(
            id: told.id, level: told.level, hazard: told.hazard, texts: texts, places: told.places ?? [],
            startsAt: told.startsAt, endsAt: told.endsAt, at: at, supersedes: told.supersedes)
    }

    /// `NoticeToAnnounce` in docs/openapi.yaml.
    private struct ToldNotice: Decodable {
        let id: FactID
        let level: Notice.Level
        let hazard: Notice.Hazard?
        let texts: [String: String]
        let places: [String]?
        let startsAt: Instant?
        let endsAt: Instant
        let at: Instant?
        let supersedes: FactID?

        private enum CodingKeys: String, CodingKey {
            case id, level, hazard, texts, places, at, supersedes
            case startsAt = "starts_at"
            case endsAt = "ends_at"
        }
    }
}

extension Notice.Level: Decodable {}
extension Notice.Hazard: Decodable {}

extension Failure {
    fileprivate static let noticeFromTheFuture = Failure(
        status: 422, code: "at_in_future", message: "The notice was written later than now.",
        hint: "Check this machine's clock.",
        french: ("L’avis aurait été écrit plus tard que maintenant.", "Vérifiez l’horloge de cet ordinateur."))

    fileprivate static let unknownNotice = Failure(
        status: 404, code: "notice_unknown", message: "No notice has this id.", hint: "Look at those there are again.",
        french: ("Aucun avis n’a ce numéro.", "Regardez de nouveau ceux qu’il y a."))

    fileprivate static func unknownLanguage(_ code: String) -> Failure {
        Failure(
            status: 422, code: "notice_text_invalid", message: "A text is in no known language.",
            hint: "Name its language by its ISO 639-1 code, such as fr.",
            french: ("Un texte n’est dans aucune langue connue.", "Nommez sa langue par son code ISO 639-1, comme fr."))
    }
}
