import Reception

import Glibc

/// Why no catalogue could be made.
public enum ContentError: Error, Sendable {
    /// The content has errors; warnings are listed too.
    case refused([Problem])
    /// The cache folder can't be written: full disk, or no right to.
    case cache(path: String, errno: Int32)

    /// What is wrong and what to do, one line each.
    public func lines(in language: MessageLanguage) -> [String] {
        switch self {
        case .refused(let problems):
            return problems.map { $0.text(in: language) }
        case .cache(let path, let code):
            let reason = String(cString: strerror(code))
            return [
                language == .french
                    ? "\(path): le catalogue compilé ne peut pas s'écrire (\(reason)). Libérez de la place ou vérifiez les droits."
                    : "\(path): the compiled catalogue can't be written (\(reason)). Make room or check the rights."
            ]
        }
    }
}
