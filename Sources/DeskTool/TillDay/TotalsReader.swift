import Reception
import Terminal

/// Totals of another till, typed or in a file: the words of a line, and whether a day holds together.
struct TotalsReader {
    let currency: String
    let today: OfficeDay

    /// Something that can't be understood, in words that say why.
    struct Wrong: Error {
        let why: String
        init(_ french: String, _ english: String) { why = say(french, english) }
    }

    /// `guide 3 15.00 20%`: a name of one word or more, then number, amount, rate.
    func line(_ typed: String) throws -> ExternalTotals.Line {
        let words = typed.split(whereSeparator: \.isWhitespace).map(String.init)
        do throws(Wrong) {
            guard words.count >= 4 else {
                throw Wrong(
                    "« \(typed) » : il faut un nom, un nombre, un montant et un taux, par exemple \"guide 3 15.00 20%\".",
                    "“\(typed)”: there must be a name, a number, an amount and a rate, such as \"guide 3 15.00 20%\".")
            }
            return try line(
                words.dropLast(3).joined(separator: " "), number: words[words.count - 3],
                amount: words[words.count - 2],
                rate: words[words.count - 1])
        } catch {
            throw Self.refused(error)
        }
    }

    /// `carte 15.00`
    func payment(_ typed: String) throws -> Payment {
        let words = typed.split(whereSeparator: \.isWhitespace).map(String.init)
        do throws(Wrong) {
            guard words.count >= 2 else {
                throw Wrong(
                    "« \(typed) » : il faut un moyen de paiement et un montant, par exemple \"carte 15.00\".",
                    "“\(typed)”: there must be a method of payment and an amount, such as \"card 15.00\".")
            }
            return try payment(words.dropLast().joined(separator: " "), amount: words[words.count - 1])
        } catch {
            throw Self.refused(error)
        }
    }

    func line(_ name: String, number: String, amount: String, rate: String) throws(Wrong) -> ExternalTotals.Line {
        guard !name.isEmpty else { throw Wrong("le nom du produit manque.", "the product's name is missing.") }
        guard number.utf8.count <= 7, let quantity = Int(number) else {
            throw Wrong("« \(number) » n'est pas un nombre entier.", "“\(number)” isn't a whole number.")
        }
        guard let rate = VATRate(typed: rate) else {
            throw Wrong(
                "« \(rate) » n'est pas un taux de TVA ; écrivez 20 ou 5,5.",
                "“\(rate)” isn't a rate of VAT; write 20 or 5.5.")
        }
        return ExternalTotals.Line(product: name, quantity: quantity, gross: try self.amount(amount), rate: rate)
    }

    func payment(_ name: String, amount: String) throws(Wrong) -> Payment {
        guard let method = PaymentWords.method(named: name) else {
            let known = Payment.Method.allCases.map(PaymentWords.name).joined(separator: ", ")
            throw Wrong(
                "« \(name) » n'est pas un moyen de paiement : \(known).",
                "“\(name)” isn't a method of payment: \(known).")
        }
        return Payment(method: method, amount: try self.amount(amount))
    }

    private func amount(_ typed: String) throws(Wrong) -> Money {
        guard let amount = Money(typed: typed, currency: currency) else {
            throw Wrong("« \(typed) » n'est pas un montant.", "“\(typed)” isn't an amount.")
        }
        return amount
    }

    /// Why a day's totals can't be; nil when they can.
    func wrong(_ totals: ExternalTotals) -> String? {
        do throws(Refusal) {
            try totals.checked(today: today)
            return nil
        } catch {
            let wording = error.wording(in: speech)
            return "\(wording.message) \(wording.hint)"
        }
    }

    private static func refused(_ wrong: Wrong) -> Refused {
        .byPerson(wrong.why + say(" Rien n'a été enregistré.", " Nothing was recorded."))
    }
}
