extension Receipt {
    /// As plain text of so many columns (42 and 80 are those of receipt printers), each line ended by a line feed and none wider.
    public func text(columns: Int) -> String {
        let rule = String(repeating: "-", count: columns)
        var page = TextPage(columns: columns)
        for banner in banners { page.centred("*** \(banner) ***") }
        for line in seller { page.centred(line) }
        page.add(rule)
        for line in heading { page.wrapped(line) }
        page.add(rule)
        for line in lines {
            page.wrapped(line.label)
            page.pair("  " + line.terms, line.amount)
            if let discount = line.discount { page.pair("  " + discount.words, discount.amount) }
        }
        page.add(rule)
        page.pair(total.words.uppercased(), total.amount)
        for payment in payments { page.pair(payment.words, payment.amount) }
        page.add(rule)
        if let vatNote { page.centred(vatNote) }
        if !vat.isEmpty {
            for row in [Self.vatHeadings] + vat { page.columns(row) }
        }
        page.add(rule)
        for line in foot { page.centred(line) }
        for banner in banners { page.centred("*** \(banner) ***") }
        return page.text
    }
}
