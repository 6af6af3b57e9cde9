import Reception

/// Chooses texts for one language of the screen, falling back as the office's languages say.
struct Localizer {
    let language: Language
    let fallbacks: [Language]

    func plain(_ text: Translated) -> String {
        text.text(in: language, fallbacks: fallbacks).text
    }

    /// `{"lang", "text"}`
    func write(_ key: StaticString, _ text: Translated?, to json: inout JSONWriter) {
        guard let text else { return }
        let localized = text.text(in: language, fallbacks: fallbacks)
        json.object(key) {
            $0.field("lang", localized.language)
            $0.field("text", localized.text)
        }
    }
}
