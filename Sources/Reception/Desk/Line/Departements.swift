/// The 101 French départements, INSEE's codes (Code officiel géographique, 2024), with their names and how postcodes lead to them.
public enum Departements {
    /// Whether it is the code of one: `01`–`95` with `2A` and `2B` but without `20`, `971`–`974`, `976`.
    public static func isKnown(_ code: String) -> Bool { names[code] != nil }

    /// `Hérault`; the code when nobody knows.
    public static func name(of code: String) -> String { names[code] ?? code }

    /// The département of a postcode; nil when no postcode is written so. Corsica's begin with 20, by the ranges of La Poste: 200 and 201 in the
    /// south, 202 and 206 in the north. Paris has its twenty and 75116.
    public static func code(ofPostcode postcode: String) -> String? {
        let digits = Array(postcode.utf8)
        guard digits.count == 5, digits.allSatisfy({ 48...57 ~= $0 }) else { return nil }
        switch postcode.prefix(2) {
        case "20": return ["200": "2A", "201": "2A", "202": "2B", "206": "2B"][postcode.prefix(3)]
        case "75": return postcode == "75116" || ("75001"..."75020").contains(postcode) ? "75" : nil
        case "97": return isKnown(String(postcode.prefix(3))) ? String(postcode.prefix(3)) : nil
        default:
            guard !isINSEEOfCity(postcode), isKnown(String(postcode.prefix(2))) else { return nil }
            return String(postcode.prefix(2))
        }
    }

    /// The two other cities with arrondissements have INSEE codes that look like postcodes and aren't.
    private static func isINSEEOfCity(_ code: String) -> Bool {
        code == "69123" || code == "13055" || ("69381"..."69389").contains(code) || ("13201"..."13216").contains(code)
    }

    /// The postcode of the city or arrondissement whose INSEE code was typed instead; the city's first for a city.
    static func postcode(ofCityCode code: String) -> String? {
        switch code {
        case "75056": "75001"
        case "69123": "69001"
        case "13055": "13001"
        case "75101"..."75120": "750" + code.suffix(2)
        case "69381"..."69389": "6900" + code.suffix(1)
        case "13201"..."13216": "130" + code.suffix(2)
        default: nil
        }
    }

    /// Overseas départements have an ISO country code too; here they are départements of France, or they would be counted in two places.
    static let ofCountry = ["GP": "971", "MQ": "972", "GF": "973", "RE": "974", "YT": "976"]
    /// Overseas France that isn't a département: what a postcode begins with, and the country it is counted as.
    static let countryOfPrefix = [
        "975": "PM", "977": "BL", "978": "MF", "980": "MC", "984": "TF", "986": "WF", "987": "PF", "988": "NC",
    ]

    static let all: [(code: String, name: String, words: [String])] = Table.rows(of: table).map {
        ($0[0], $0[1], Table.words($0[2]))
    }

    private static let names = Dictionary(all.map { ($0.code, $0.name) }) { first, _ in first }

    /// Code, name, other words. `corse` is said of two, and so refused.
    private static let table = """
        01;Ain;
        02;Aisne;
        03;Allier;
        04;Alpes-de-Haute-Provence;
        05;Hautes-Alpes;
        06;Alpes-Maritimes;
        07;Ardèche;
        08;Ardennes;
        09;Ariège;
        10;Aube;
        11;Aude;
        12;Aveyron;
        13;Bouches-du-Rhône;
        14;Calvados;
        15;Cantal;
        16;Charente;
        17;Charente-Maritime;
        18;Cher;
        19;Corrèze;
        2A;Corse-du-Sud;corse
        2B;Haute-Corse;corse
        21;Côte-d'Or;
        22;Côtes-d'Armor;
        23;Creuse;
        24;Dordogne;
        25;Doubs;
        26;Drôme;
        27;Eure;
        28;Eure-et-Loir;
        29;Finistère;
        30;Gard;
        31;Haute-Garonne;
        32;Gers;
        33;Gironde;
        34;Hérault;
        35;Ille-et-Vilaine;
        36;Indre;
        37;Indre-et-Loire;
        38;Isère;
        39;Jura;
        40;Landes;
        41;Loir-et-Cher;
        42;Loire;
        43;Haute-Loire;
        44;Loire-Atlantique;
        45;Loiret;
        46;Lot;
        47;Lot-et-Garonne;
        48;Lozère;
        49;Maine-et-Loire;
        50;Manche;
        51;Marne;
        52;Haute-Marne;
        53;Mayenne;
        54;Meurthe-et-Moselle;
        55;Meuse;
        56;Morbihan;
        57;Moselle;
        58;Nièvre;
        59;Nord;
        60;Oise;
        61;Orne;
        62;Pas-de-Calais;
        63;Puy-de-Dôme;
        64;Pyrénées-Atlantiques;
        65;Hautes-Pyrénées;
        66;Pyrénées-Orientales;
        67;Bas-Rhin;
        68;Haut-Rhin;
        69;Rhône;
        70;Haute-Saône;
        71;Saône-et-Loire;
        72;Sarthe;
        73;Savoie;
        74;Haute-Savoie;
        75;Paris;
        76;Seine-Maritime;
        77;Seine-et-Marne;
        78;Yvelines;
        79;Deux-Sèvres;
        80;Somme;
        81;Tarn;
        82;Tarn-et-Garonne;
        83;Var;
        84;Vaucluse;
        85;Vendée;
        86;Vienne;
        87;Haute-Vienne;
        88;Vosges;
        89;Yonne;
        90;Territoire de Belfort;belfort
        91;Essonne;
        92;Hauts-de-Seine;
        93;Seine-Saint-Denis;
        94;Val-de-Marne;
        95;Val-d'Oise;
        971;Guadeloupe;
        972;Martinique;
        973;Guyane;french guiana
        974;La Réunion;reunion
        976;Mayotte;
        """
}
