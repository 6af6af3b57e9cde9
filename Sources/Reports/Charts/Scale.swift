/// Where an axis ends and how it is divided: in steps of 1, 2 or 5 with zeros, so that a reader can count along.
struct Scale {
    let step: Int
    let end: Int

    /// At most five steps, at least one; nothing is below 0.
    init(upTo largest: Int) {
        let largest = max(largest, 1)
        var step = 1
        search: while true {
            for factor in [1, 2, 5] where largest <= step * factor * 4 {
                step *= factor
                break search
            }
            step *= 10
        }
        self.step = step
        end = (largest + step - 1) / step * step
    }

    var steps: [Int] { Array(stride(from: 0, through: end, by: step)) }
}
