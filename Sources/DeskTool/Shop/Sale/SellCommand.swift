import ArgumentParser
import Reception
import Terminal

struct SellCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sell",
        abstract: say(
            "Vend à la boutique ; sans rien, ouvre la caisse.", "Sells in the shop; by itself, opens the till."),
        discussion: say(
            """
            Exemples :
              desk sell miel-500 2 carte-postale 3 --cash 20
              desk sell 3760123450018 --card                    un code-barres, tout par carte
              desk sell guide --ancv 10 --cash 5                chèques-vacances, et le reste en espèces
              desk sell guide affiche --discount 10% --because fidèle --card    sur le tout
              desk sell guide -10% affiche --because corné --card               sur le guide
              desk sell guide --cash 20 --visit last            liée à la visite qui vient d'être notée
              desk sell guide 2 --park chapeau                  met de côté ; puis : desk sell --resume chapeau --card
            """,
            """
            Examples:
              desk sell honey-500 2 postcard 3 --cash 20
              desk sell 3760123450018 --card                    a barcode, all of it by card
              desk sell guide --ancv 10 --cash 5                holiday vouchers, and the rest in cash
              desk sell guide poster --discount 10% --because regular --card    off all of it
              desk sell guide -10% poster --because dog-eared --card            off the guide
              desk sell guide --cash 20 --visit last            linked to the visit that was just recorded
              desk sell guide 2 --park hat                      puts aside; then: desk sell --resume hat --card
            """))

    @Argument(
        parsing: .allUnrecognized,
        help: .init(
            say(
                "Des produits, par code ou code-barres, chacun suivi de sa quantité s'il y en a plusieurs, et de sa remise : -10% ou -2.00.",
                "Products, by code or barcode, each followed by its quantity when there are several, and by its discount: -10% or -2.00."
            ),
            valueName: "product"),
        completion: .custom(WordCompletion.products))
    var words: [String] = []

    @OptionGroup var tenders: TenderOptions

    @Option(
        help: .init(
            say(
                "Une remise sur le tout : 10% ou 2.00. Sur un produit : -10% ou -2.00 après lui.",
                "A discount on all of it: 10% or 2.00. On one product: -10% or -2.00 behind it."),
            valueName: "discount"))
    var discount: String?

    @Option(help: .init(say("La raison de la remise.", "Why there is a discount."), valueName: "text"))
    var because: String?

    @Option(
        help: .init(
            say(
                "La visite dont vient la vente : last, ou son numéro.",
                "The visit that the sale came from: last, or its id."),
            valueName: "visit"))
    var visit: String?

    @Option(
        help: .init(
            say("Met de côté sous ce nom, sans rien vendre.", "Puts aside under that name, and sells nothing."),
            valueName: "name"))
    var park: String?

    @Option(
        help: .init(
            say(
                "Reprend ce qui a été mis de côté ; seul, le seul panier.",
                "Takes back what was put aside; alone, the only basket."),
            valueName: "name"))
    var resume: String?

    @Flag(
        help: .init(
            say("Pour s'exercer : FACTICE, hors de tous les totaux.", "For practice: FACTICE, out of every total.")))
    var training = false

    @Flag(
        name: .customLong("print"),
        help: .init(say("Imprime le reçu.", "Prints the receipt.")))
    var prints = false

    @OptionGroup var outcome: OutcomeOptions
    @OptionGroup var till: TillOptions
    @OptionGroup var options: DeskOptions

    func validate() throws {
        if discount == nil, because != nil, !words.contains(where: { DiscountWords.offLine($0) != nil }) {
            throw ValidationError(
                say(
                    "--because dit la raison d'une remise : ajoutez --discount, ou -10% après un produit.",
                    "--because says why there is a discount: add --discount, or -10% behind a product."))
        }
        if park != nil, !tenders.tenders.isEmpty || resume != nil {
            throw ValidationError(
                say(
                    "--park met de côté sans rien vendre : gardez-le sans paiement ni --resume.",
                    "--park puts aside and sells nothing: keep it without payments and --resume."))
        }
    }

    func run() throws {
        let words = try LineWords.checked(words)
        var sale = SaleToRecord(words: words, tenders: tenders.tenders, till: till, options: options)
        (sale.discount, sale.reason, sale.visit) = (discount, because, visit)
        (sale.parkedAs, sale.resumed) = (park, resume)
        (sale.training, sale.prints) = (training, prints)
        (sale.isTrial, sale.isJSON) = (outcome.dryRun, outcome.json)
        try sale.run()
    }

    /// The same command line with what an option left unsaid: `--card` alone is the rest, `--resume` alone the only basket.
    static func spelledOut(_ arguments: some Sequence<String>) -> [String] {
        var spelled: [String] = []
        var bare: String?
        var isSale = false
        for argument in arguments {
            if let option = bare,
                option == "--resume"
                    ? argument.hasPrefix("--")
                    : PaymentWords.amount(argument) == nil && !TenderAmount.rest.contains(argument)
            {
                spelled.append(option == "--resume" ? "" : TenderAmount.rest[0])
            }
            spelled.append(argument)
            isSale = isSale || argument == configuration.commandName
            bare = isSale && (methods[argument] != nil || argument == "--resume") ? argument : nil
        }
        if let bare { spelled.append(bare == "--resume" ? "" : TenderAmount.rest[0]) }
        return spelled
    }

    /// By option.
    static let methods = Dictionary(
        uniqueKeysWithValues: Payment.Method.allCases.map { (PaymentWords.option($0), $0) })
}
