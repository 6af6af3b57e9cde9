/// The figures of the shop, and those of sites, tastings and exhibitions. Training tickets count nowhere.
extension Measure {
    var shopDefinition: Definition? {
        switch self {
        case .turnover:
            .sum(
                .cents, of: .line, "chiffre d’affaires TTC", "turnover incl. VAT",
                fr: "Les ventes moins les remboursements, TVA comprise, dépôt-vente compris.",
                en: "Sales less refunds, VAT and consignment included.",
                leftOut: "Les tickets d’entraînement ; les mouvements de caisse.",
                "Training tickets; cash movements.")
        case .turnoverNet:
            .sum(
                .cents, of: .line, "chiffre d’affaires HT", "turnover excl. VAT",
                fr: "Les ventes moins les remboursements, hors TVA, dépôt-vente compris.",
                en: "Sales less refunds, without VAT, consignment included.",
                leftOut: "Les tickets d’entraînement ; les mouvements de caisse.",
                "Training tickets; cash movements.")
        case .tickets:
            .sum(
                of: .ticket, "tickets", "tickets", fr: "Les ventes.", en: "Sales.",
                leftOut: "Les remboursements, qui ne retirent pas la vente ; les tickets d’entraînement.",
                "Refunds, which don’t take the sale away; training tickets.")
        case .averageBasket:
            .ratio(
                .turnover, per: .tickets, of: .line, "panier moyen", "average basket",
                fr: "Le chiffre d’affaires TTC pour un ticket.",
                en: "Turnover incl. VAT for one ticket.")
        case .conversion:
            .share(
                .tickets, of: .counterContacts, "conversion", "conversion",
                fr: "Les tickets, pour cent contacts au comptoir.",
                en: "Tickets, for a hundred counter contacts.")
        case .turnoverPerVisitor:
            .ratio(
                .turnover, per: .visitors, of: .line, "chiffre d’affaires par visiteur", "turnover per visitor",
                fr: "Le chiffre d’affaires TTC pour un visiteur.", en: "Turnover incl. VAT for one visitor.")
        case .depositorSales:
            .sum(
                .cents, of: .line, "ventes en dépôt", "consignment sales",
                fr: "Les ventes d’articles confiés par un déposant, TVA comprise.",
                en: "Sales of products that belong to a depositor, VAT included.", leftOut: "Les articles de l’office.",
                "The office’s own products.")
        case .depositorShare:
            .share(
                .depositorSales, of: .turnover, "part du dépôt-vente", "consignment share",
                fr: "Les ventes en dépôt, parmi le chiffre d’affaires TTC.",
                en: "Consignment sales, among turnover incl. VAT.")
        case .ownTakings:
            .sum(
                .cents, of: .line, "recettes propres", "own takings",
                fr:
                    "Ce que l’office garde de ses ventes : le chiffre d’affaires hors TVA, moins ce qui est dû aux déposants ; de ce qu’il vend au nom d’un déposant, sa commission.",
                en:
                    "What the office keeps of its sales: turnover excl. VAT, less what is due to depositors; of what it sells in a depositor’s name, its commission.",
                leftOut: "Les autres recettes de l’office : subvention, taxe de séjour, adhésions.",
                "The office’s other income: subsidy, tourist tax, memberships.")
        case .budget:
            .sum(
                .cents, of: .day, "budget", "budget", fr: "Le budget de l’année, saisi avec sa source.",
                en: "The year’s budget, entered with its source.",
                leftOut: "Les années dont le budget n’est pas saisi.", "Years whose budget wasn’t entered.")
        case .selfFinancing:
            .share(
                .ownTakings, of: .budget, "autofinancement", "self-financing share",
                fr: "Les recettes propres de la boutique, parmi le budget de l’année.",
                en: "The shop’s own takings, among the year’s budget.")
        default: nil
        }
    }

    /// The rest.
    var siteDefinition: Definition {
        switch self {
        case .tastings:
            .sum(
                of: .attendance, "dégustations", "tastings", fr: "Les dégustations comptées.", en: "Tastings counted.",
                leftOut: "Celles que personne n’a saisies.", "Those that nobody recorded.")
        case .tasters:
            .sum(
                of: .attendance, "personnes aux dégustations", "people at tastings",
                fr: "Les adultes et les enfants aux dégustations.",
                en: "Adults and children at tastings.", leftOut: "Les entrées des sites et les expositions.",
                "Admissions to sites and exhibitions.")
        case .exhibitionVisitors:
            .sum(
                of: .attendance, "personnes aux expositions", "people at exhibitions",
                fr: "Les adultes et les enfants aux expositions.",
                en: "Adults and children at exhibitions.", leftOut: "Les entrées des sites et les dégustations.",
                "Admissions to sites and tastings.")
        default:
            .sum(
                of: .attendance, "entrées", "admissions",
                fr: "Les adultes et les enfants entrés sur les sites, payants ou non.",
                en: "Adults and children admitted to sites, paying or not.",
                leftOut: "Les dégustations et les expositions.", "Tastings and exhibitions.")
        }
    }
}
