/// Where they come from, in digits: a département of two or three, a postcode of five.
enum OriginToken {
    /// Nil when it isn't digits of that many.
    static func read(_ piece: LinePiece) -> LineOutcome? {
        if piece.folded == "2b" || piece.text == "2A" { return .says(.departement(piece.folded.uppercased())) }
        let digits = piece.folded
        guard digits.utf8.allSatisfy({ 48...57 ~= $0 }) else { return nil }
        switch digits.utf8.count {
        case 2, 3: return departement(piece)
        case 5: return postcode(piece)
        default: return .refused(.digits(piece))
        }
    }

    private static func departement(_ piece: LinePiece) -> LineOutcome {
        let code = piece.folded
        if Departements.isKnown(code) { return .says(.departement(code)) }
        if code == "20" { return .refused(.corsica(piece)) }
        if let country = Departements.countryOfPrefix[code] { return .refused(.overseas(piece, country: country)) }
        return .refused(.departementUnknown(piece))
    }

    private static func postcode(_ piece: LinePiece) -> LineOutcome {
        let code = piece.folded
        if Departements.code(ofPostcode: code) != nil { return .says(.postcode(code, commune: nil)) }
        if let meant = Departements.postcode(ofCityCode: code) { return .refused(.inseeCode(piece, meant: meant)) }
        if let country = Departements.countryOfPrefix[String(code.prefix(3))] {
            return .refused(.overseas(piece, country: country))
        }
        if code.hasPrefix("20") { return .refused(.corsica(piece)) }
        let departement = String(code.prefix(2))
        return .refused(.postcodeUnknown(piece, departement: Departements.isKnown(departement) ? departement : nil))
    }
}
