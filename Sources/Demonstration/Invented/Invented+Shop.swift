import Reception

// MARK: What the shop sells. Invented, prices and names too, as all of this folder.

extension Invented {
    /// Of the contacts at the counter whose party is known, those that buy something, by season; and tickets that come from no contact.
    static let buyers = [0.26, 0.36, 0.42]
    static let ticketsOfOthers = 0.18

    /// The share of tickets with another line, and another.
    static let anotherLine = 0.32
    static let mostLines = 5

    static let depositors = [
        Depositor(
            code: "atelier-demo", name: "Atelier de démonstration", mandate: .depositor, commission: 2_500,
            isTaxed: false),
        Depositor(
            code: "domaine-demo", name: "Domaine de démonstration", mandate: .office, commission: 2_000, isTaxed: true),
    ]

    /// A product, how much likelier it is to be bought by season, and how many at once at most.
    static let products: [(product: Product, seasons: [Double], most: Int)] = [
        (item("carte-postale", "Carte postale", "Postcard", 100), [10, 14, 24], 6),
        (item("timbre", "Timbre à l'unité", "Stamp", 160, .none), [6, 8, 12], 4),
        (item("carte-randonnee", "Carte de randonnée", "Walking map", 1_290, .reduced), [5, 9, 8], 1),
        (item("topoguide", "Topoguide des sentiers", "Walking guide", 890, .reduced), [4, 8, 6], 1),
        (item("plan-ville", "Plan de ville illustré", "Illustrated town plan", 250), [5, 6, 6], 2),
        (item("magnet", "Magnet", "Magnet", 450), [4, 6, 9], 3),
        (item("tote-bag", "Sac en toile", "Cotton bag", 1_200), [3, 5, 7], 2),
        (item("gourde", "Gourde", "Water bottle", 1_450), [1, 3, 5], 2),
        (item("livre-patrimoine", "Livre sur le patrimoine", "Book on heritage", 2_200, .reduced), [5, 4, 3], 1),
        (
            item("visite-guidee", "Visite guidée, adulte", "Guided tour, adult", 800, .none, stocked: false),
            [1, 8, 14], 4
        ),
        (
            item("visite-enfant", "Visite guidée, enfant", "Guided tour, child", 400, .none, stocked: false),
            [0, 3, 7], 3
        ),
        (item("savon", "Savon artisanal", "Hand-made soap", 650, depositor: "atelier-demo"), [5, 6, 6], 3),
        (item("bol-ceramique", "Bol en céramique", "Ceramic bowl", 1_800, depositor: "atelier-demo"), [3, 3, 3], 2),
        (item("vin-rouge", "Vin rouge, 75 cl", "Red wine, 75 cl", 950, depositor: "domaine-demo"), [6, 7, 8], 6),
        (
            item("jus-raisin", "Jus de raisin, 1 l", "Grape juice, 1 l", 420, .reduced, depositor: "domaine-demo"),
            [2, 3, 5], 3
        ),
    ]

    /// How a ticket is paid, below and above the amount in cents from which few pay cash.
    static let paidInCashBelow = 1_500
    static let smallPayments: [(Payment.Method, Double)] = [(.cash, 52), (.card, 46), (.cheque, 2)]
    static let largePayments: [(Payment.Method, Double)] = [
        (.cash, 16), (.card, 74), (.cheque, 6), (.holidayVoucher, 3), (.giftVoucher, 1),
    ]
    /// Of those who pay cash, those who have it to the cent.
    static let exactCash = 0.35

    /// The share of tickets with something off, by so many hundredths of a percent, and why.
    static let discounts = (share: 0.015, percent: 1_000, reason: "carte d'hôte")
    /// The share of the days' last tickets that are given back, and why.
    static let refunds = (share: 0.09, reason: "article abîmé")
    /// Cash in the drawer each morning, in cents; what is more goes to the bank on that weekday.
    static let float = 10_000
    static let bankWeekday = 5
    /// The share of counts that are a few coins off.
    static let wrongCounts = 0.06
    /// Delivered of each stocked product on the first open day of each month, at scale 1.
    static let delivery = 40

    private static func item(
        _ code: String, _ french: String, _ english: String, _ cents: Int, _ category: VATCategory = .standard,
        stocked: Bool = true,
        depositor: String? = nil
    ) -> Product {
        Product(
            code: code, labels: ["fr": french, "en": english], price: Money(cents: cents), category: category,
            stocked: stocked,
            depositor: depositor)
    }
}
