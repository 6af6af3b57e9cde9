/// Reads the words of a question one after another.
struct QuestionReader {
    let today: OfficeDay
    let seasons: [Season]

    private(set) var measure: Measure?
    private(set) var period: Period?
    private(set) var breakdown: Facet?
    private(set) var comparison: Comparison?
    private(set) var filters: [Facet: [String]] = [:]

    init(today: OfficeDay, seasons: [Season]) {
        self.today = today
        self.seasons = seasons
    }

    /// Throws the refusal of the first word that can't stand.
    mutating func read(_ text: String) throws(Refusal) {
        let words = text.split { $0 == "&" || $0.isWhitespace }
        var index = 0
        while index < words.count {
            let word = words[index]
            index += 1
            if let sign = word.firstIndex(of: "=") {
                try pair(String(word[..<sign]), String(word[word.index(after: sign)...]))
            } else if Self.breakdownKeys.union(Self.comparisonKeys).contains(Folding.key(word)), index < words.count {
                // `by origin` is what a person types; `by=origin` is what is written.
                try pair(String(word), String(words[index]))
                index += 1
            } else {
                try bare(String(word))
            }
        }
    }

    private static let breakdownKeys: Set = ["by", "par"]
    private static let comparisonKeys: Set = ["vs", "against", "contre"]
    private static let measureKeys: Set = ["measure", "chiffre"]
    private static let periodKeys: Set = ["period", "periode"]

    private mutating func pair(_ name: String, _ value: String) throws(Refusal) {
        let key = Folding.key(name)
        if Self.breakdownKeys.contains(key) {
            guard let facet = Self.facet(value) else { throw .unknownBreakdown(value) }
            try Self.set(&breakdown, to: facet, word: value)
        } else if Self.comparisonKeys.contains(key) {
            guard let comparison = Self.comparison(value) else { throw .unknownComparison(value) }
            try Self.set(&self.comparison, to: comparison, word: value)
        } else if Self.measureKeys.contains(key) {
            guard let measure = Self.measure(value) else { throw .unknownWord(value) }
            try Self.set(&self.measure, to: measure, word: value)
        } else if Self.periodKeys.contains(key) {
            try Self.set(&period, to: try Period(value, today: today, seasons: seasons), word: value)
        } else if let facet = Self.facet(name) {
            guard filters[facet] == nil else { throw .saidTwice(name) }
            filters[facet] = value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        } else {
            throw .unknownWord(name)
        }
    }

    /// Periods begin with a digit; but for a few words, which no figure is called.
    private mutating func bare(_ word: String) throws(Refusal) {
        if word.utf8.first.map({ 48...57 ~= $0 }) == true {
            try Self.set(&period, to: try Period(word, today: today, seasons: seasons), word: word)
        } else if let found = Self.measure(word) {
            try Self.set(&measure, to: found, word: word)
        } else if let found = try? Period(word, today: today, seasons: seasons) {
            try Self.set(&period, to: found, word: word)
        } else {
            throw .unknownWord(word)
        }
    }

    private static func set<Value>(_ place: inout Value?, to value: Value, word: String) throws(Refusal) {
        guard place == nil else { throw .saidTwice(word) }
        place = value
    }

    /// By its code or its name in either language; else by the beginning that only one has.
    private static func measure(_ word: String) -> Measure? {
        if let measure = Measure(rawValue: word) { return measure }
        let key = Folding.key(word)
        let named = Measure.allCases.map { ($0, keys: [Folding.key($0.rawValue)] + names($0.name)) }
        if let exact = named.first(where: { $0.keys.contains(key) }) { return exact.0 }
        let beginning = key.utf8.count < 3 ? [] : named.filter { $0.keys.contains { $0.hasPrefix(key) } }
        return beginning.count == 1 ? beginning[0].0 : nil
    }

    private static func facet(_ word: String) -> Facet? {
        if let facet = Facet(rawValue: word) { return facet }
        let key = Folding.key(word)
        return Facet.allCases.first { Folding.key($0.rawValue) == key || names($0.name).contains(key) }
    }

    private static func comparison(_ word: String) -> Comparison? {
        let key = Folding.key(word)
        return Comparison.all.first { Folding.key($0.code) == key || $0.typedFrench == key }
    }

    private static func names(_ name: (MessageLanguage) -> String) -> [String] {
        MessageLanguage.allCases.map { Folding.key(name($0)) }
    }
}

extension Refusal {
    fileprivate static func unknownWord(_ word: String) -> Refusal {
        let typed = Folding.oneWord(Folding.key(word))
        func near(_ language: MessageLanguage) -> [String] {
            let names = Measure.allCases.map { Folding.oneWord(Folding.key($0.name(in: language))) }
            let beginning = [names, Measure.allCases.map(\.rawValue)].lazy
                .map { $0.filter { typed.utf8.count > 2 && $0.hasPrefix(typed) } }.first { !$0.isEmpty }
            return Array((beginning ?? NearWords.nearest(typed, among: names)).prefix(6))
        }
        let (fr, en) = (near(.french), near(.english))
        return Refusal(
            .questionWordUnknown,
            fr: (
                "\(word.quotedForMessage) n'est ni un chiffre, ni une période, ni un filtre.",
                fr.isEmpty
                    ? "Par exemple : visiteurs 2026-07 par=origine profil=family."
                    : "Vouliez-vous écrire : \(fr.joined(separator: ", ")) ?"
            ),
            en: (
                "\(word.quotedForMessage) is neither a figure, nor a period, nor a filter.",
                en.isEmpty
                    ? "For example: visitors 2026-07 by=origin profile=family."
                    : "Did you mean: \(en.joined(separator: ", "))?"
            ))
    }

    fileprivate static func saidTwice(_ word: String) -> Refusal {
        Refusal(
            .questionWordTwice,
            fr: (
                "\(word.quotedForMessage) vient en plus : cela est déjà dit.",
                "Une question a un chiffre, une période, un détail, une comparaison, et chaque filtre une fois."
            ),
            en: (
                "\(word.quotedForMessage) comes on top: that is said already.",
                "A question has one figure, one period, one breakdown, one comparison, and each filter once."
            ))
    }

    fileprivate static func unknownBreakdown(_ word: String) -> Refusal {
        Refusal(
            .breakdownUnknown,
            fr: (
                "On ne détaille rien par \(word.quotedForMessage).",
                "Par exemple : par=origine, par=profil, par=heure, par=mois."
            ),
            en: (
                "Nothing is broken down by \(word.quotedForMessage).",
                "For example: by=origin, by=profile, by=hour, by=month."
            ))
    }

    fileprivate static func unknownComparison(_ word: String) -> Refusal {
        let codes = Comparison.all.map(\.code).joined(separator: ", ")
        return Refusal(
            .comparisonUnknown,
            fr: ("\(word.quotedForMessage) n'est pas une comparaison.", "Les comparaisons : \(codes)."),
            en: ("\(word.quotedForMessage) isn't a comparison.", "The comparisons: \(codes)."))
    }
}
