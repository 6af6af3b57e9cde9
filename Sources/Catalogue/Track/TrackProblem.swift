import Native

/// Something wrong or doubtful in a GPX file, for the person who can mend it.
public struct TrackProblem: Equatable, Sendable {
    /// Whether the track can be shown all the same.
    public enum Severity: String, Sendable {
        /// The file is not used.
        case error
        /// The file is used without what is doubtful.
        case warning
    }

    /// What is wrong.
    public enum Kind: Equatable, Sendable {
        /// More than `TrackReader.maximumBytes`.
        case tooLarge(bytes: Int)
        /// Not XML, or cut; see `XMLReader.Failure`.
        case xml(XMLReader.Failure.Kind, detail: String)
        /// XML, but its first element is not `<gpx>`.
        case notGPX
        /// Neither a track nor a route with two points.
        case noLine
        /// A point without a latitude or longitude, or with one that is no number.
        case noPosition
        /// A latitude beyond 90° or a longitude beyond 180°.
        case outOfRange(latitude: Double, longitude: Double)
        /// A segment without points.
        case emptySegment
        /// A segment of one point (or of the same point repeated).
        case onePointSegment
        /// An elevation that is no number, or not between -450 m and 9,000 m; the first, and how many there are.
        case absurdElevation(count: Int)
        /// Fewer than half of the points have an elevation: it is not used.
        case fewElevations(known: Int, of: Int)
        /// All elevations are exactly 0: the recorder had none.
        case zeroElevations
        /// Further problems of this severity in the same file, not listed.
        case more(Severity, count: Int)
    }

    /// The line of the file, from 1.
    public let line: Int
    /// What is wrong.
    public let kind: Kind

    /// Errors keep the file off the screens, warnings don't.
    public var severity: Severity {
        switch kind {
        case .emptySegment, .onePointSegment, .absurdElevation, .fewElevations, .zeroElevations: .warning
        case .more(let severity, _): severity
        default: .error
        }
    }
}

extension TrackProblem {
    /// What is wrong, one sentence in French without the final point.
    public var message: String {
        switch kind {
        case .tooLarge(let bytes):
            "le fichier fait \(bytes / 1_048_576) Mio, plus que les \(TrackReader.maximumBytes / 1_048_576) permis"
        case .xml(.empty, _): "le fichier est vide"
        case .xml(.truncated, _): "le fichier s'arrête avant sa fin, il est incomplet"
        case .xml(.encoding, _): "le fichier n'est pas dans l'encodage qu'il annonce"
        case .xml(.documentType, _): "le fichier contient une déclaration <!DOCTYPE>, qui n'est pas acceptée"
        case .xml(.tooDeep, _): "les éléments sont emboîtés trop profondément"
        case .xml(.tagTooLong, _): "une balise dépasse \(XMLReader.maximumTagBytes / 1_024) Kio"
        case .xml(.malformed, let detail): detail.isEmpty ? "le XML est mal formé" : "le XML est mal formé (\(detail))"
        case .notGPX: "le fichier n'est pas un GPX, son premier élément n'est pas <gpx>"
        case .noLine: "le fichier ne contient ni trace ni route d'au moins deux points"
        case .noPosition: "un point n'a pas de latitude ou de longitude lisible"
        case .outOfRange(let latitude, let longitude):
            "le point \(latitude), \(longitude) n'existe pas : latitude de -90 à 90, longitude de -180 à 180"
        case .emptySegment: "un segment ne contient aucun point, il est ignoré"
        case .onePointSegment: "un segment n'a qu'un seul point, il est ignoré"
        case .absurdElevation(let count):
            count == 1
                ? "une altitude est invraisemblable, elle est ignorée"
                : "\(count) altitudes sont invraisemblables, elles sont ignorées"
        case .fewElevations(let known, let all):
            "seuls \(known) points sur \(all) ont une altitude : pas de profil ni de montée"
        case .zeroElevations: "toutes les altitudes sont à 0 : pas de profil ni de montée"
        case .more(.error, let count): "\(count) autres erreurs dans ce fichier"
        case .more(.warning, let count): "\(count) autres remarques sur ce fichier"
        }
    }

    /// What to do next, one sentence in French without the final point.
    public var remedy: String {
        switch kind {
        case .tooLarge: "Simplifier la trace (5 000 points suffisent) puis l'exporter de nouveau"
        case .xml(.empty, _), .xml(.truncated, _), .notGPX, .noLine:
            "Exporter de nouveau la trace au format GPX depuis l'appareil ou le logiciel d'origine"
        case .xml(.encoding, _): "Enregistrer le fichier en UTF-8"
        case .xml(.documentType, _): "Supprimer la ligne <!DOCTYPE …>"
        case .xml: "Corriger cette ligne, ou exporter de nouveau la trace"
        case .noPosition, .outOfRange: "Corriger lat et lon sur cette ligne, ou supprimer ce point"
        case .emptySegment, .onePointSegment: "Supprimer ce segment, ou le laisser : le reste de la trace est utilisé"
        case .absurdElevation: "Corriger <ele> sur cette ligne (de -450 à 9 000 m)"
        case .fewElevations, .zeroElevations: "Compléter les altitudes avec un logiciel de tracé si l'on veut un profil"
        case .more: "Corriger les premières, puis relancer la vérification"
        }
    }
}
