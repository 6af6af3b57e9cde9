/// A language by its ISO 639-1 code, of which the standard has 183.
public struct Language: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
    /// `fr`, `en`…
    public let rawValue: String

    /// Nil unless the text is one of the standard's codes, in lower case.
    public init?(rawValue: String) {
        guard Language.isKnown(rawValue) else { return nil }
        self.rawValue = rawValue
    }

    private init(known code: String) {
        self.rawValue = code
    }

    /// The last resort, when a text is neither in the language asked for nor in the office's.
    public static let english = Language(known: "en")
    /// The language of an office whose `office.yaml` can't be read.
    public static let french = Language(known: "fr")

    /// Whether `code` is one of the standard's, in lower case.
    public static func isKnown(_ code: String) -> Bool { codes.contains(code) }

    /// The code.
    public var description: String { rawValue }

    /// By code.
    public static func < (left: Language, right: Language) -> Bool {
        left.rawValue < right.rawValue
    }

    private static let codes = Set(
        """
        aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en \
        eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja \
        jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb \
        nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq \
        sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
        """.split(separator: " ").map(String.init))
}

extension Language: Codable {}
