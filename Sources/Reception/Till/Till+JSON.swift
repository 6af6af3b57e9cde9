extension TillOrder: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case sale, refund, opening, count, movement, closure, reprint, product, depositor, rate, stock, totals
    }

    /// Out of an object with one known key.
    public init(from decoder: any Decoder) throws {
        let object = try decoder.container(keyedBy: CodingKeys.self)
        guard let key = object.allKeys.first, object.allKeys.count == 1 else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "an order is an object with one key"))
        }
        func of<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
            try object.decode(type, forKey: key)
        }
        self =
            switch key {
            case .sale: .sale(try of())
            case .refund: .refund(try of())
            case .opening: .opening(float: try of(TillOpening.self).float)
            case .count: .count(try of())
            case .movement: .movement(try of())
            case .closure: .closure(try of())
            case .reprint: .reprint(ticket: try of())
            case .product: .product(try of())
            case .depositor: .depositor(try of())
            case .rate: .rate(try of())
            case .stock: .stock(try of())
            case .totals: .totals(try of())
            }
    }

    /// As an object with one key.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .sale(let order): try object.encode(order, forKey: .sale)
        case .refund(let order): try object.encode(order, forKey: .refund)
        case .opening(let float): try object.encode(TillOpening(float: float), forKey: .opening)
        case .count(let count): try object.encode(count, forKey: .count)
        case .movement(let movement): try object.encode(movement, forKey: .movement)
        case .closure(let period): try object.encode(period, forKey: .closure)
        case .reprint(let ticket): try object.encode(ticket, forKey: .reprint)
        case .product(let product): try object.encode(product, forKey: .product)
        case .depositor(let depositor): try object.encode(depositor, forKey: .depositor)
        case .rate(let change): try object.encode(change, forKey: .rate)
        case .stock(let move): try object.encode(move, forKey: .stock)
        case .totals(let totals): try object.encode(totals, forKey: .totals)
        }
    }
}

extension TillContent {
    /// Its kind.
    public var kind: Kind {
        switch self {
        case .setup: .setup
        case .sale: .sale
        case .refund: .refund
        case .opening: .opening
        case .count: .count
        case .movement: .movement
        case .closure: .closure
        case .reprint: .reprint
        case .archive: .archive
        case .product: .product
        case .depositor: .depositor
        case .rate: .rate
        case .stock: .stock
        case .totals: .totals
        case .key: .key
        case .restore: .restore
        }
    }

    /// Its ticket: of a sale or a refund.
    public var ticket: Ticket? {
        switch self {
        case .sale(let ticket), .refund(let ticket): ticket
        default: nil
        }
    }

    /// What it says, for an encoder.
    public var value: any Encodable {
        switch self {
        case .setup(let value): value
        case .sale(let value), .refund(let value): value
        case .opening(let value): value
        case .count(let value): value
        case .movement(let value): value
        case .closure(let value): value
        case .reprint(let value): value
        case .archive(let value): value
        case .product(let value): value
        case .depositor(let value): value
        case .rate(let value): value
        case .stock(let value): value
        case .totals(let value): value
        case .key(let value): value
        case .restore(let value): value
        }
    }

    /// Reads what an entry of a kind says.
    public init(_ kind: Kind, from decode: (any Decodable.Type) throws -> any Decodable) throws {
        func of<Value: Decodable>() throws -> Value {
            guard let value = try decode(Value.self) as? Value else {
                throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "not of the kind asked for"))
            }
            return value
        }
        self =
            switch kind {
            case .setup: .setup(try of())
            case .sale: .sale(try of())
            case .refund: .refund(try of())
            case .opening: .opening(try of())
            case .count: .count(try of())
            case .movement: .movement(try of())
            case .closure: .closure(try of())
            case .reprint: .reprint(try of())
            case .archive: .archive(try of())
            case .product: .product(try of())
            case .depositor: .depositor(try of())
            case .rate: .rate(try of())
            case .stock: .stock(try of())
            case .totals: .totals(try of())
            case .key: .key(try of())
            case .restore: .restore(try of())
            }
    }
}

/// A value whose type is known when the program runs.
struct Anything: Encodable {
    let value: any Encodable
    func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
}

extension TillEntry: Codable {
    private enum CodingKeys: String, CodingKey {
        case id, office, till, number, kind, at, day, counsellor, training, key, content, text, seal
    }

    /// Out of what `encode` writes.
    public init(from decoder: any Decoder) throws {
        let object = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try object.decode(FactID.self, forKey: .id), office: try object.decode(String.self, forKey: .office),
            till: try object.decode(String.self, forKey: .till), number: try object.decode(Int.self, forKey: .number),
            at: try object.decode(Instant.self, forKey: .at), day: try object.decode(OfficeDay.self, forKey: .day),
            counsellor: try object.decodeIfPresent(String.self, forKey: .counsellor),
            training: try object.decode(Bool.self, forKey: .training), key: try object.decode(Int.self, forKey: .key),
            content: try TillContent(object.decode(TillContent.Kind.self, forKey: .kind)) { type in
                try object.decode(type, forKey: .content)
            },
            text: try object.decode(String.self, forKey: .text), seal: try object.decode(String.self, forKey: .seal))
    }

    /// With its kind beside what it says; nothing left out.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: CodingKeys.self)
        try object.encode(id, forKey: .id)
        try object.encode(office, forKey: .office)
        try object.encode(till, forKey: .till)
        try object.encode(number, forKey: .number)
        try object.encode(content.kind, forKey: .kind)
        try object.encode(at, forKey: .at)
        try object.encode(day, forKey: .day)
        try object.encode(counsellor, forKey: .counsellor)
        try object.encode(training, forKey: .training)
        try object.encode(key, forKey: .key)
        try object.encode(Anything(value: content.value), forKey: .content)
        try object.encode(text, forKey: .text)
        try object.encode(seal, forKey: .seal)
    }
}

extension ClosurePeriod: Codable, CustomStringConvertible {
    /// `2026-07-14`, `2026-07` or `2026`.
    public var description: String {
        switch self {
        case .day(let day): day.description
        case .month(let year, let month):
            String((OfficeDay(year: year, month: month, day: 1)?.description ?? "").prefix(7))
        case .year(let year): String((OfficeDay(year: year, month: 1, day: 1)?.description ?? "").prefix(4))
        }
    }

    /// Reads `2026-07-14`, `2026-07` or `2026`; nil when there is no such period.
    public init?(_ text: some StringProtocol) {
        if let day = OfficeDay(text) {
            self = .day(day)
        } else if let first = OfficeDay(text + "-01") {
            self = .month(year: first.parts.year, month: first.parts.month)
        } else if let first = OfficeDay(text + "-01-01") {
            self = .year(first.parts.year)
        } else {
            return nil
        }
    }

    /// Out of its text.
    public init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        guard let period = ClosurePeriod(try value.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: value, debugDescription: "not a day, a month or a year")
        }
        self = period
    }

    /// As its text.
    public func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        try value.encode(description)
    }
}

extension OfficeDay: Codable {
    /// Out of `2026-07-14`.
    public init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        guard let day = OfficeDay(try value.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: value, debugDescription: "not a day of the calendar")
        }
        self = day
    }

    /// As `2026-07-14`.
    public func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        try value.encode(description)
    }
}
