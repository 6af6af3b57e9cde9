import Reception

extension PaymentWords {
    /// A method by what it is called, in either language, by its code, or shorter; nil when nothing is called so.
    static func method(named name: String) -> Payment.Method? {
        let typed = folded(name)
        return Payment.Method.allCases.first { method in
            folded(self.name(method)) == typed || method.rawValue == typed || spellings(method).contains(typed)
        }
    }

    private static func folded(_ text: String) -> String {
        String(text.lowercased().map { ["é": "e", "è": "e", "ê": "e", " ": "-"][$0] ?? $0 })
    }
}
