/// Words that somebody may have meant.
public enum NearWords {
    /// The words nearest to what is typed by slips of the hand, the nearest first, four at most; none that is far.
    public static func nearest(_ typed: String, among words: [String]) -> [String] {
        let bytes = Array(typed.utf8)
        let limit = limit(bytes.count)
        guard limit > 0, bytes.count <= longest else { return [] }
        return words.enumerated()
            .map { (slips: slips(bytes, Array($0.element.utf8)), place: $0.offset, word: $0.element) }
            .filter { $0.slips <= limit }
            .sorted { ($0.slips, $0.place) < ($1.slips, $1.place) }
            .prefix(4).map(\.word)
    }

    /// How many slips are forgiven in so many bytes.
    private static func limit(_ bytes: Int) -> Int { bytes < 3 ? 0 : bytes < 6 ? 1 : bytes < 10 ? 2 : 3 }

    /// Bytes of a word beyond which nothing is near.
    private static let longest = 40

    /// The words nearest to `key` by slips of the hand, the nearest first, each value once, four at most.
    static func near(_ key: String, in indexes: [WordIndex]) -> [WordIndex.Word] {
        let typed = Array(key.utf8)
        let limit = limit(typed.count)
        guard limit > 0, typed.count <= longest else { return [] }
        let typedLetters = letters(key)
        var found: [(slips: Int, word: WordIndex.Word)] = []
        for index in indexes {
            for word in index.words where !word.isSqueezed && abs(word.key.utf8.count - typed.count) <= limit {
                // Each slip brings at most one letter that wasn't there, and takes one away: most words are passed over by that.
                let others = letters(word.key)
                guard (typedLetters & ~others).nonzeroBitCount <= limit,
                    (others & ~typedLetters).nonzeroBitCount <= limit
                else { continue }
                let slips = slips(typed, Array(word.key.utf8))
                // The first letter is rarely wrong in a short word, and three letters are near to everything.
                if slips <= limit, typed.count > 4 || word.key.utf8.first == typed.first || slips == 0 {
                    found.append((slips, word))
                }
            }
        }
        // Stable: at the same distance the office's words, whose index comes first, come first.
        let ordered = found.enumerated().sorted { ($0.element.slips, $0.offset) < ($1.element.slips, $1.offset) }
        var values: Set<LineValue> = []
        return Array(ordered.map(\.element.word).filter { values.insert($0.value).inserted }.prefix(4))
    }

    /// The letters it has, a bit each.
    private static func letters(_ key: String) -> UInt32 {
        key.utf8.reduce(0) { bits, byte in 97...122 ~= byte ? bits | 1 << UInt32(byte - 97) : bits }
    }

    /// Damerau and Levenshtein's distance (optimal string alignment): letters put in, left out, changed, or two that changed places.
    static func slips(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for i in 0..<left.count {
            var row = [i + 1]
            row.reserveCapacity(right.count + 1)
            for j in 0..<right.count {
                var least = min(last[j + 1] + 1, row[j] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                    least = min(least, beforeLast[j - 1] + 1)
                }
                row.append(least)
            }
            (beforeLast, last) = (last, row)
        }
        return last[right.count]
    }
}
