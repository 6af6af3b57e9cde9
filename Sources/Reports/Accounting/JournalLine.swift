import Reception

/// A line of an accountant's journal: so much on one side of one account.
public struct JournalLine: Hashable, Sendable {
    /// `CA`
    public var journal: String
    /// `Caisse`
    public var journalName: String
    /// Of the entry it is a line of: the lines of one number balance.
    public var number: String
    /// The day it is booked on, and that of its piece.
    public var day: OfficeDay
    /// By the accountant's number.
    public var account: String
    /// `Ventes 20 %`
    public var accountName: String
    /// Whose it is among those that share an account: a depositor's code and name.
    public var auxiliary: Auxiliary?
    /// What proves it: `Z 12`.
    public var piece: String
    /// In words.
    public var label: String
    /// 0 or more; one of both is 0.
    public var debit: Money
    /// 0 or more; one of both is 0.
    public var credit: Money

    /// Somebody whose account is among those that share one.
    public struct Auxiliary: Hashable, Sendable {
        /// By code.
        public var code: String
        /// As a statement says it.
        public var name: String

        /// Somebody out of their parts.
        public init(code: String, name: String) {
            self.code = code
            self.name = name
        }
    }
}

extension JournalLine {
    /// The columns, in their order; the last five are the accountant's to fill.
    static let headings = [
        "JournalCode", "JournalLib", "EcritureNum", "EcritureDate", "CompteNum", "CompteLib", "CompAuxNum",
        "CompAuxLib", "PieceRef", "PieceDate", "EcritureLib", "Debit", "Credit", "EcritureLet", "DateLet", "ValidDate",
        "Montantdevise", "Idevise",
    ]

    /// What stands in each column.
    var fields: [String] {
        let day = day.description.filter { $0 != "-" }
        return [
            journal, journalName, number, day, account, accountName, auxiliary?.code ?? "", auxiliary?.name ?? "",
            piece,
            day, label, Self.decimal(debit), Self.decimal(credit), "", "", "", "", "",
        ].map(Self.plain)
    }

    /// `1234,50`
    static func decimal(_ money: Money) -> String {
        let rest = money.cents.magnitude % 100
        return "\(money.cents < 0 ? "-" : "")\(money.cents.magnitude / 100),\(rest < 10 ? "0" : "")\(rest)"
    }

    /// A field that no separator can break.
    private static func plain(_ text: String) -> String {
        String(text.map { $0 == "\t" || $0 == "\u{A0}" || $0.isNewline ? " " : $0 })
    }
}
