import Reception
import Yams

extension Fields {
    /// A text in several languages, the office's own among them.
    /// - Parameters:
    ///   - properName: may it be a plain text instead, the same in all languages?
    ///   - limit: how many characters the screen has room for.
    func translated(_ key: String, properName: Bool = false, limit: Int? = nil) -> Translated? {
        guard let node = node(key) else { return nil }
        if properName, node.plainText != nil {
            guard let name = text(node, named: key) else { return nil }
            return Translated(properName: name, language: context.ownLanguage)
        }
        guard case .mapping(let mapping) = node else {
            report.error(.wrongType(key, properName ? .nameOrTranslations : .translations), line: node.line)
            return nil
        }
        var texts: [Language: String] = [:]
        for (keyNode, value) in mapping {
            guard let language = language(keyNode), let text = text(value, named: key) else { continue }
            if let limit, text.count > limit {
                report.error(.tooLong(key, length: text.count, limit: limit), line: value.line)
            }
            texts[language] = text
        }
        if texts[context.ownLanguage] == nil {
            report.error(.missingText(context.ownLanguage), line: node.line)
        }
        context.coverage.count(texts.keys)
        return Translated(texts)
    }

    /// A key that must be one of the office's languages.
    private func language(_ node: Node) -> Language? {
        let code = node.plainText ?? "?"
        if let language = Language(rawValue: code), context.mayHave(language) { return language }
        report.error(.unknownLanguage(code, among: context.languages), line: node.line)
        return nil
    }
}
