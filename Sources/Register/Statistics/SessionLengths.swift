/// How long sessions lasted, counted by second: most last minutes, so that nothing has to be sorted.
struct SessionLengths {
    private var short = [Int](repeating: 0, count: 3_600)
    private var long: [Int] = []
    private(set) var count = 0

    /// Adds the numbers of a text, between spaces.
    mutating func add(_ text: inout String) {
        text.withUTF8 { bytes in
            var number = 0
            for byte in bytes {
                if byte == UInt8(ascii: " ") {
                    add(number)
                    number = 0
                } else {
                    number = number * 10 + Int(byte) - 48
                }
            }
            if !bytes.isEmpty { add(number) }
        }
    }

    private mutating func add(_ seconds: Int) {
        count += 1
        if seconds < short.count { short[seconds] += 1 } else { long.append(seconds) }
    }

    /// The shortest that at least so many percent don't exceed. There must be one.
    func percentile(_ percent: Int) -> Int {
        var left = max(1, (percent * count + 99) / 100)
        for (seconds, times) in short.enumerated() {
            if times >= left { return seconds }
            left -= times
        }
        return long.sorted()[left - 1]
    }
}
