import Reception
import Terminal

/// A column of a file of products.
enum ProductColumn: Hashable {
    case code
    /// The name in a language.
    case label(String)
    case price, vat, stock, supplier, depositor, barcode, archived

    /// As it may be headed, in French or English; nil when it is none of them.
    init?(heading: String) {
        let heading = Vocabulary.comparable(CSVFile.trimmed(heading))
        switch heading {
        case "code", "produit", "product": self = .code
        case "libelle", "nom", "label", "name", "libelle fr", "label fr": self = .label("fr")
        case "prix", "prix ttc", "price", "price incl vat": self = .price
        case "tva", "vat", "categorie", "category": self = .vat
        case "stock", "suivi", "stocked": self = .stock
        case "fournisseur", "supplier": self = .supplier
        case "deposant", "depositor": self = .depositor
        case "code barres", "codebarres", "barcode", "ean": self = .barcode
        case "archive", "archived": self = .archived
        default:
            let parts = heading.split(separator: " ").map(String.init)
            guard parts.count == 2, ["libelle", "nom", "label", "name"].contains(parts[0]),
                Language.isKnown(parts[1])
            else { return nil }
            self = .label(parts[1])
        }
    }

    /// How a file that is made here is headed.
    var heading: String {
        switch self {
        case .code: "code"
        case .label("fr"): say("libellé", "label_fr")
        case .label(let language): say("libellé_\(language)", "label_\(language)")
        case .price: say("prix", "price")
        case .vat: say("tva", "vat")
        case .stock: "stock"
        case .supplier: say("fournisseur", "supplier")
        case .depositor: say("déposant", "depositor")
        case .barcode: say("code-barres", "barcode")
        case .archived: say("archivé", "archived")
        }
    }
}

/// What stands in the fields of a file of products, both ways.
enum ProductField {
    /// `oui`, `non`, `1`, `x`…; nil when it is neither.
    static func yes(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "oui", "o", "yes", "y", "1", "x", "true", "vrai": true
        case "", "non", "n", "no", "0", "false", "faux": false
        default: nil
        }
    }

    static func words(_ yes: Bool) -> String { yes ? say("oui", "yes") : say("non", "no") }

    /// A category by its name, in French or English, or by the rate it has: `réduite`, `reduced`, `5,5`, `20 %`.
    static func category(_ text: String, rates: [VATCategory: VATRate]) -> VATCategory? {
        if let rate = Money(typed: text.filter { $0 != "%" }) {
            let named = rates.filter { $0.value.basisPoints == rate.cents && $0.key != .none }
            return rate == .zero ? VATCategory.none : named.count == 1 ? named.first?.key : nil
        }
        switch Vocabulary.comparable(text) {
        case "", "standard", "normal", "normale": return .standard
        case "intermediate", "intermediaire": return .intermediate
        case "reduced", "reduit", "reduite": return .reduced
        case "super reduced", "super reduit", "super reduite": return .superReduced
        case "none", "aucune", "aucun", "sans": return VATCategory.none
        default: return nil
        }
    }
}
