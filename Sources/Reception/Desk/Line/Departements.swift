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

    static let all: [(code: String, name: String, words: [String], chiefTown: String)] = Table.rows(of: table).map {
        ($0[0], $0[1], Table.words($0[2]), $0[3])
    }

    private static let names = Dictionary(all.map { ($0.code, $0.name) }) { first, _ in first }

    /// Code, name, other words, prefecture. `corse` is said of two, and so refused; Saint-Denis of La Réunion is left out for the one by Paris.
    private static let table = """
        01;Ain;;Bourg-en-Bresse
        02;Aisne;;Laon
        03;Allier;;Moulins
        04;Alpes-de-Haute-Provence;;Digne-les-Bains
        05;Hautes-Alpes;;Gap
        06;Alpes-Maritimes;;Nice
        07;Ardèche;;Privas
        08;Ardennes;;Charleville-Mézières
        09;Ariège;;Foix
        10;Aube;;Troyes
        11;Aude;;Carcassonne
        12;Aveyron;;Rodez
        13;Bouches-du-Rhône;;Marseille
        14;Calvados;;Caen
        15;Cantal;;Aurillac
        16;Charente;;Angoulême
        17;Charente-Maritime;;La Rochelle
        18;Cher;;Bourges
        19;Corrèze;;Tulle
        2A;Corse-du-Sud;corse;Ajaccio
        2B;Haute-Corse;corse;Bastia
        21;Côte-d'Or;;Dijon
        22;Côtes-d'Armor;;Saint-Brieuc
        23;Creuse;;Guéret
        24;Dordogne;;Périgueux
        25;Doubs;;Besançon
        26;Drôme;;Valence
        27;Eure;;Évreux
        28;Eure-et-Loir;;Chartres
        29;Finistère;;Quimper
        30;Gard;;Nîmes
        31;Haute-Garonne;;Toulouse
        32;Gers;;Auch
        33;Gironde;;Bordeaux
        34;Hérault;;Montpellier
        35;Ille-et-Vilaine;;Rennes
        36;Indre;;Châteauroux
        37;Indre-et-Loire;;Tours
        38;Isère;;Grenoble
        39;Jura;;Lons-le-Saunier
        40;Landes;;Mont-de-Marsan
        41;Loir-et-Cher;;Blois
        42;Loire;;Saint-Étienne
        43;Haute-Loire;;Le Puy-en-Velay
        44;Loire-Atlantique;;Nantes
        45;Loiret;;Orléans
        46;Lot;;Cahors
        47;Lot-et-Garonne;;Agen
        48;Lozère;;Mende
        49;Maine-et-Loire;;Angers
        50;Manche;;Saint-Lô
        51;Marne;;Châlons-en-Champagne
        52;Haute-Marne;;Chaumont
        53;Mayenne;;Laval
        54;Meurthe-et-Moselle;;Nancy
        55;Meuse;;Bar-le-Duc
        56;Morbihan;;Vannes
        57;Moselle;;Metz
        58;Nièvre;;Nevers
        59;Nord;;Lille
        60;Oise;;Beauvais
        61;Orne;;Alençon
        62;Pas-de-Calais;;Arras
        63;Puy-de-Dôme;;Clermont-Ferrand
        64;Pyrénées-Atlantiques;;Pau
        65;Hautes-Pyrénées;;Tarbes
        66;Pyrénées-Orientales;;Perpignan
        67;Bas-Rhin;;Strasbourg
        68;Haut-Rhin;;Colmar
        69;Rhône;;Lyon
        70;Haute-Saône;;Vesoul
        71;Saône-et-Loire;;Mâcon
        72;Sarthe;;Le Mans
        73;Savoie;;Chambéry
        74;Haute-Savoie;;Annecy
        75;Paris;;
        76;Seine-Maritime;;Rouen
        77;Seine-et-Marne;;Melun
        78;Yvelines;;Versailles
        79;Deux-Sèvres;;Niort
        80;Somme;;Amiens
        81;Tarn;;Albi
        82;Tarn-et-Garonne;;Montauban
        83;Var;;Toulon
        84;Vaucluse;;Avignon
        85;Vendée;;La Roche-sur-Yon
        86;Vienne;;Poitiers
        87;Haute-Vienne;;Limoges
        88;Vosges;;Épinal
        89;Yonne;;Auxerre
        90;Territoire de Belfort;;Belfort
        91;Essonne;;Évry-Courcouronnes
        92;Hauts-de-Seine;;Nanterre
        93;Seine-Saint-Denis;;Bobigny
        94;Val-de-Marne;;Créteil
        95;Val-d'Oise;;Cergy
        971;Guadeloupe;;Basse-Terre
        972;Martinique;;Fort-de-France
        973;Guyane;french guiana;Cayenne
        974;La Réunion;reunion;
        976;Mayotte;;Mamoudzou
        """
}
