import ArgumentParser
import Reception
import Terminal

/// Methods of payment as they are typed and told.
enum PaymentWords {
    /// `espèces`, `carte`…
    static func name(_ method: Payment.Method) -> String { method.name(in: speech) }

    /// What a method is typed as at the prompt: French, English and shorter.
    static func spellings(_ method: Payment.Method) -> [String] {
        switch method {
        case .cash: ["especes", "cash", "esp"]
        case .card: ["carte", "card", "cb"]
        case .cheque: ["cheque", "check", "chq"]
        case .holidayVoucher: ["ancv", "cheques-vacances", "vouchers"]
        case .giftVoucher: ["bon", "gift", "cadeau"]
        case .transfer: ["virement", "transfer"]
        }
    }

    /// Its option: `--cash`.
    static func option(_ method: Payment.Method) -> String {
        switch method {
        case .cash: "--cash"
        case .card: "--card"
        case .cheque: "--cheque"
        case .holidayVoucher: "--ancv"
        case .giftVoucher: "--gift"
        case .transfer: "--transfer"
        }
    }

    /// `--cash 20`, `--card` (the rest): an amount is at most six digits of euros, so that a barcode is never one.
    static func amount(_ typed: String) -> Money? {
        guard typed.prefix(while: { $0.isNumber }).count <= 6 else { return nil }
        return Money(typed: typed)
    }
}

/// How much of a method is handed over.
struct TenderAmount: ExpressibleByArgument {
    /// Nil: what is left to pay.
    let amount: Money?

    init?(argument: String) {
        if Self.rest.contains(argument) {
            amount = nil
        } else if let typed = PaymentWords.amount(argument) {
            amount = typed
        } else {
            return nil
        }
    }

    /// What says "the rest".
    static let rest = ["reste", "rest"]
}

/// How a basket is paid, in options.
struct TenderOptions: ParsableArguments {
    @Option(
        help: .init(
            say(
                "En espèces : ce qui est donné ; seul, le compte juste.",
                "In cash: what is handed over; alone, the exact amount."),
            valueName: "amount"))
    var cash: [TenderAmount] = []

    @Option(help: .init(say("Par carte ; seul, le reste.", "By card; alone, the rest."), valueName: "amount"))
    var card: [TenderAmount] = []

    @Option(help: .init(say("Par chèque ; seul, le reste.", "By cheque; alone, the rest."), valueName: "amount"))
    var cheque: [TenderAmount] = []

    @Option(
        help: .init(
            say("En chèques-vacances ; seul, le reste.", "In holiday vouchers; alone, the rest."), valueName: "amount"))
    var ancv: [TenderAmount] = []

    @Option(
        help: .init(
            say("En bon cadeau ; seul, le reste.", "With a gift voucher; alone, the rest."), valueName: "amount"))
    var gift: [TenderAmount] = []

    @Option(help: .init(say("Par virement ; seul, le reste.", "By transfer; alone, the rest."), valueName: "amount"))
    var transfer: [TenderAmount] = []

    /// What gives no change first, cash last, and whatever takes the rest behind the others.
    var tenders: [Tender] {
        let all: [(Payment.Method, [TenderAmount])] = [
            (.giftVoucher, gift), (.holidayVoucher, ancv), (.cheque, cheque), (.transfer, transfer), (.card, card),
            (.cash, cash),
        ]
        return Tender.ordered(
            all.flatMap { method, amounts in amounts.map { Tender(method: method, amount: $0.amount) } })
    }
}

extension Tender {
    /// The same, those that take the rest behind the others.
    static func ordered(_ tenders: [Tender]) -> [Tender] {
        tenders.filter { $0.amount != nil } + tenders.filter { $0.amount == nil }
    }
}
