/// The words of an attribution, which many makers of tiles write as HTML: screens show text, never somebody's markup.
func plainText(_ markup: String) -> String {
    var text = ""
    var isInTag = false
    for character in markup.prefix(2000) {
        switch character {
        case "<": isInTag = true
        case ">" where isInTag: isInTag = false
        default: if !isInTag { text.append(character) }
        }
    }
    for (entity, character) in [("&copy;", "©"), ("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")] {
        text = text.split(separator: entity, omittingEmptySubsequences: false).joined(separator: character)
    }
    return String(text.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(300))
}
