import Reception
import Testing

@Suite struct TillMoneyWordsTests {
    @Test(arguments: [
        ("12,50", 1_250), ("12.50", 1_250), ("12", 1_200), ("12,5", 1_250), ("0,05", 5), ("1 250,00 €", 125_000),
        ("1\u{A0}250,00\u{A0}€", 125_000), ("1\u{202F}250", 125_000), ("€3", 300), ("3€", 300), ("-200", -20_000),
        ("\u{2212}1,00", -100), ("+5", 500), (" 7 ", 700), ("12 EUR", 1_200), ("999999999,99", 99_999_999_999),
    ])
    func `an amount is read as people write it`(text: String, cents: Int) {
        #expect(Money(typed: text) == Money(cents: cents))
    }

    @Test(arguments: [
        "", " ", "€", "12.505", "12,", ",50", "1,250.00", "1.2.3", "12 50", "1 25 000", "douze", "1e3", "0x10", "١٢",
        "--1",
        "12-", "1000000000", "99999999999999999999", "12 $", "NaN", "+", "12\n50",
    ])
    func `what isn't an amount to the cent is none`(text: String) {
        #expect(Money(typed: text) == nil)
    }

    @Test(arguments: [
        (1_250, "EUR", "12,50\u{A0}€", "€12.50"), (5, "EUR", "0,05\u{A0}€", "€0.05"),
        (0, "EUR", "0,00\u{A0}€", "€0.00"),
        (-1_250, "EUR", "-12,50\u{A0}€", "-€12.50"), (125_000, "EUR", "1\u{A0}250,00\u{A0}€", "€1,250.00"),
        (123_456_789, "EUR", "1\u{A0}234\u{A0}567,89\u{A0}€", "€1,234,567.89"),
        (1_200, "CHF", "12,00\u{A0}CHF", "CHF\u{A0}12.00"), (100_000, "GBP", "1\u{A0}000,00\u{A0}£", "£1,000.00"),
    ])
    func `an amount is told in the person's language`(cents: Int, currency: String, french: String, english: String) {
        let money = Money(cents: cents)
        #expect(money.wording(in: .french, currency: currency) == french)
        #expect(money.wording(in: .english, currency: currency) == english)
        #expect(Money(typed: french, currency: currency) == money, "what is told can be typed")
    }

    @Test func `a program reads plain decimals`() {
        #expect(Money(cents: -123_405).decimal() == "-1234.05" && Money(cents: 7).decimal(point: ",") == "0,07")
    }

    @Test(arguments: [
        (550, "5,5\u{A0}%", "5.5%"), (2_000, "20\u{A0}%", "20%"), (210, "2,1\u{A0}%", "2.1%"),
        (1_025, "10,25\u{A0}%", "10.25%"),
        (5, "0,05\u{A0}%", "0.05%"), (0, "0\u{A0}%", "0%"),
    ])
    func `a rate is told without needless zeros, and read back`(points: Int, french: String, english: String) {
        let rate = VATRate(basisPoints: points)
        #expect(rate.wording(in: .french) == french && rate.wording(in: .english) == english)
        #expect(VATRate(typed: french) == rate && VATRate(typed: english) == rate)
    }

    @Test(arguments: ["-1", "100,01", "5,555", "%", "cinq"])
    func `what isn't a rate is none`(text: String) {
        #expect(VATRate(typed: text) == nil)
    }

    /// Half-up, and mirrored below zero.
    @Test(arguments: [
        (1_200, 2_000, 1_000), (1_999, 2_000, 1_666), (3, 2_000, 3), (1_055, 550, 1_000), (999, 210, 978),
        (500, 0, 500),
        (-1_200, 2_000, -1_000), (-1_999, 2_000, -1_666), (15, 10_000, 8), (-15, 10_000, -8),
    ])
    func `the net of an amount is rounded half up`(gross: Int, points: Int, net: Int) {
        #expect(VATRate(basisPoints: points).net(of: Money(cents: gross)) == Money(cents: net))
    }
}
