import MicroHTTP
import Reception
import Register
import Reports

/// `/api/v1/till/…`: the shop's tills, for its page and for desks on other machines.
struct TillRoutes: Sendable {
    let register: Register

    /// The most days of entries that one call gives.
    private static let listedDays = 31

    var all: [Routes.Route] { ofTheOffice + ofATill + baskets }

    /// A route whose refusals are told as the till's.
    private func route(
        _ method: Request.Method, _ path: RoutePath, _ answer: @escaping Routes.Route.StaffAnswer
    ) -> Routes.Route {
        .staff(.desk, method, path) { request in
            do {
                return try answer(request)
            } catch let refusal as Reception.Refusal {
                throw Failure(refusal, status: refusal.code.tillStatus)
            }
        }
    }

    /// What every till of the office shares.
    private var ofTheOffice: [Routes.Route] {
        [
            route(.get, "/api/v1/till/setting") { _ in .json(try till().setting) },
            route(.get, "/api/v1/till/products") { request in
                let till = try till()
                return .json(
                    Products(
                        products: try till.products(archived: request.flag("archived")), stock: try till.stock()
                    ))
            },
            route(.get, "/api/v1/till/stock") { request in
                let codes = (request.query["products"] ?? "").split(separator: ",", omittingEmptySubsequences: false)
                guard codes.count <= 40, codes.allSatisfy({ Names.isSlug(String($0)) }) else {
                    throw Failure.badQuery("products", "miel-500,guide")
                }
                return .json(Stock(stock: try till().stock(of: Set(codes.map(String.init)))))
            },
            route(.get, "/api/v1/till/depositors") { _ in .json(Depositors(depositors: try till().depositors()))
            },
            route(.get, "/api/v1/till/rates") { _ in .json(Rates(rates: try till().rates())) },
            route(.get, "/api/v1/till/entries") { try entries($0, of: till().officeEntries) },
        ]
    }

    private var ofATill: [Routes.Route] {
        [
            route(.post, "/api/v1/till/{till}/orders") { try perform($0) },
            route(.get, "/api/v1/till/{till}/status") { .json(try till($0).status()) },
            route(.get, "/api/v1/till/{till}/tickets/{ticket}") { request in
                let number = request.names["ticket"] == "last" ? nil : try request.ticket()
                return .json(try till(request).ticket(number, training: request.flag("training")))
            },
            route(.get, "/api/v1/till/{till}/tickets/{ticket}/refunds") { request in
                let refunds = try till(request).refunds(of: request.ticket(), training: request.flag("training"))
                return .json(Entries(entries: refunds))
            },
            route(.get, "/api/v1/till/{till}/entries") { try entries($0, of: till($0).entries) },
            route(.get, "/api/v1/till/{till}/receipt/{ticket}") { try receipt($0) },
            route(.get, "/api/v1/till/{till}/closures/{period}") { .json(try till($0).closure(of: $0.period())) },
            route(.get, "/api/v1/till/{till}/closures/{period}/preview") {
                .json(try till($0).preview(of: $0.period()))
            },
        ]
    }

    /// Baskets that wait; no facts.
    private var baskets: [Routes.Route] {
        [
            route(.get, "/api/v1/till/{till}/parked") { .json(Baskets(baskets: try till($0).parked())) },
            route(.post, "/api/v1/till/{till}/parked") { request in
                let basket = try request.decode(ParkedBasket.self, limit: 65_536).checked()
                try till(request).park(basket)
                return .json(basket, status: 201)
            },
            route(.delete, "/api/v1/till/{till}/parked/{id}") { request in
                guard let id = FactID(request.names["id"] ?? "") else { throw Failure.notFound }
                return .json(try till(request).unpark(id))
            },
        ]
    }

    /// A till by its code; without one, what its office shares.
    private func till(_ code: String = "caisse") throws -> RegisterTill { try register.till(code) }

    private func till(_ request: StaffRequest) throws -> RegisterTill { try till(request.names["till"] ?? "") }

    private func entries(
        _ request: StaffRequest, of read: (OfficeDay, OfficeDay, Set<TillContent.Kind>) throws -> [TillEntry]
    ) throws -> Response {
        let (from, to) = try request.days(limit: Self.listedDays)
        return .json(Entries(entries: try read(from, to, request.kinds(TillContent.Kind.self, "sale,refund"))))
    }

    /// 201 when it was sealed now, 200 when it was before.
    private func perform(_ request: StaffRequest) throws -> Response {
        var asked = try request.decode(TillRequest.self, limit: 262_144)
        guard request.session.user.role >= asked.order.role else { throw Failure.forbidden }
        asked.counsellor = request.user
        let (entry, isNew) = try till(request).performed(asked)
        return .json(entry, status: isNew ? 201 : 200)
    }

    /// `form` is `text42`, `text80` or `html`; `copy`: which DUPLICATA it is, one that the till has sealed.
    private func receipt(_ request: StaffRequest) throws -> Response {
        let till = try till(request)
        let (number, training) = (try request.ticket(), try request.flag("training"))
        let entry = try till.ticket(number, training: training)
        guard let copy = Int(request.query["copy"] ?? "0"), 0...9_999 ~= copy else {
            throw Failure.badQuery("copy", "1")
        }
        let copies = try till.copies(of: number, training: training)
        guard copy <= copies else { throw Failure.notFound }
        guard
            let receipt = Receipt(
                of: entry, setting: till.setting, clock: till.clock, software: Software.name, copies: copy)
        else { throw Failure.notFound }
        switch request.query["form"] ?? "text42" {
        case "text42": return .paper(receipt.text(columns: 42), "text/plain")
        case "text80": return .paper(receipt.text(columns: 80), "text/plain")
        case "html": return .paper(receipt.html, "text/html")
        default: throw Failure.badQuery("form", "text42")
        }
    }

    /// `TillProducts` in docs/openapi.yaml, and so on.
    private struct Products: Encodable {
        let products: [Product]
        let stock: [String: Int]
    }
    private struct Stock: Encodable { let stock: [String: Int] }
    private struct Depositors: Encodable { let depositors: [Depositor] }
    private struct Rates: Encodable { let rates: [RateChange] }
    private struct Entries: Encodable { let entries: [TillEntry] }
    private struct Baskets: Encodable { let baskets: [ParkedBasket] }
}

extension TillOrder {
    /// The least role that may ask for it: what is sold and the day belong to the desk, what things cost and the books to the manager.
    var role: Role {
        switch self {
        case .sale, .refund, .opening, .count, .movement, .reprint, .closure(.day): .desk
        case .stock(let move): move.kind == .stockTake ? .manager : .desk
        case .closure, .product, .depositor, .rate, .totals: .manager
        }
    }
}

extension Reception.Refusal.Code {
    /// 404: there is nothing of that name; 409: not as the till stands now; 422: never.
    fileprivate var tillStatus: Int {
        switch self {
        case .tillCodeInvalid, .ticketUnknown, .basketUnknown, .periodOpen: 404
        case .ticketRefunded, .dayClosed, .periodClosed, .tillExternal, .tillKeyMissing, .tillKeyWrong,
            .tillHeadMissing, .tillIsOlder,
            .tillIsBroken:
            409
        default: 422
        }
    }
}

extension StaffRequest {
    /// A ticket's number, in the path.
    fileprivate func ticket() throws -> Int {
        guard let number = Int(names["ticket"] ?? ""), number > 0 else { throw Failure.notFound }
        return number
    }

    /// A day, a month or a year, in the path.
    fileprivate func period() throws -> ClosurePeriod {
        guard let period = ClosurePeriod(names["period"] ?? "") else { throw Failure.notFound }
        return period
    }
}

extension Response {
    /// What is for a printer, and may be kept by nobody.
    fileprivate static func paper(_ text: String, _ type: String) -> Response {
        Response(
            status: 200,
            headers: SecurityHeaders.media + [
                ("Content-Type", "\(type); charset=utf-8"), ("Cache-Control", "no-store"),
            ], body: Body(text))
    }
}
