/// The language in which whoever types or writes content is spoken to.
public enum MessageLanguage: String, Sendable, CaseIterable {
    case french = "fr"
    case english = "en"

    /// What `LC_ALL`, `LC_MESSAGES` or `LANG` asks for, the first that is set; French unless that is English.
    ///
    /// - `environment`: the value of a variable; nil when it isn't set.
    public init(environment: (String) -> String?) {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty }
        self = locale?.hasPrefix("en") == true ? .english : .french
    }
}
