/// The forms that several files share.
extension Fields {
    /// `{lat: 43.77722, lon: 4.15944, accuracy: village}`
    func position(_ key: String) -> Position? {
        guard let point = fields(key, keys: ["lat", "lon", "accuracy"]) else { return nil }
        _ = point.required("lat")
        _ = point.required("lon")
        let accuracy = point.choice("accuracy", of: Position.Accuracy.self)
        guard let latitude = point.number("lat", in: -90...90), let longitude = point.number("lon", in: -180...180)
        else {
            return nil
        }
        return Position(latitude: latitude, longitude: longitude, accuracy: accuracy)
    }

    func contact(_ key: String) -> Contact? {
        guard let contact = fields(key, keys: ["phone", "email", "website", "address"]) else { return nil }
        return Contact(
            phone: contact.value("phone", .phone) { Fields.isPhone($0) ? $0 : nil },
            email: contact.value("email", .email) { Fields.isEmail($0) ? $0 : nil },
            website: contact.webAddress("website"),
            address: contact.text("address"))
    }

    func webAddress(_ key: String) -> String? {
        value(key, .webAddress) { Fields.isWebAddress($0) ? $0 : nil }
    }

    func toCheck(_ key: String) -> [ToCheck] {
        groups(key, keys: ["field", "note"]).compactMap { item in
            _ = item.required("field")
            let note = item.translated("note")
            return item.choice("field", of: ToCheck.Field.self).map { ToCheck(field: $0, note: note) }
        }
    }

    /// Lower-case letters, digits and single hyphens, 80 at most.
    static func isSlug(_ text: String) -> Bool {
        let words = text.split(separator: "-", omittingEmptySubsequences: false)
        return text.utf8.count <= 80
            && words.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isLowerCaseOrDigit) }
    }

    /// A place's code: 2 to 6 lower-case letters or digits.
    func code() -> String? {
        value("code", .code) {
            (2...6).contains($0.utf8.count) && $0.utf8.allSatisfy(Self.isLowerCaseOrDigit) ? $0 : nil
        }
    }

    private static func isLowerCaseOrDigit(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (48...57).contains(byte)
    }

    /// E.164 in digits only.
    private static func isPhone(_ text: String) -> Bool {
        text.hasPrefix("+") && (7...16).contains(text.utf8.count) && decimal(text.dropFirst()) != nil
    }

    private static func isEmail(_ text: String) -> Bool {
        let halves = text.split(separator: "@", omittingEmptySubsequences: false)
        return halves.count == 2 && !halves[0].isEmpty && halves[1].contains(".") && isOneWord(text)
    }

    private static func isWebAddress(_ text: String) -> Bool {
        ["https://", "http://"].contains { text.hasPrefix($0) && text.utf8.count > $0.utf8.count } && isOneWord(text)
    }

    /// No spaces, quotes or angle brackets: fit for an attribute of a page.
    private static func isOneWord(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0.value > 32 && $0 != "\"" && $0 != "<" && $0 != ">" && $0 != "\u{7f}" }
    }
}
