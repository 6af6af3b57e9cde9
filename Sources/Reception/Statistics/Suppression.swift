/// Chooses which counts of a table to hide besides the small ones.
///
/// A table that adds up is a flow: every count goes from one sum to another, and in each sum as much arrives as leaves. What somebody can compute of
/// hidden counts is how far each of them can rise and fall with the flow still in balance. So a small count is safe once a round trip leads through
/// it over hidden counts only, on which it can rise to five: those that are passed forwards rise with it, those that are passed backwards fall, and have
/// enough to fall and still be one. The round trip that loses least is found as the shortest way.
struct Suppression {
    /// A count that isn't zero.
    struct Flow {
        let from: Int
        let to: Int
        let value: Int
        /// What hiding it costs.
        let loss: Int
    }

    private let flows: [Flow]
    /// The flows that each sum is in.
    private let touching: [[Int]]
    /// What is hidden, by position in `flows`.
    private(set) var hidden: Set<Int>

    init(flows: [Flow], nodes: Int) {
        self.flows = flows
        var touching = [[Int]](repeating: [], count: nodes)
        for (index, flow) in flows.enumerated() {
            touching[flow.from].append(index)
            touching[flow.to].append(index)
        }
        self.touching = touching
        let small = flows.indices.filter { flows[$0].value < Answer.smallCount }
        hidden = Set(small)
        // Hiding more never tells more: what is safe stays safe.
        for flow in small { hidden.formUnion(roundTrip(through: flow)) }
    }

    /// The other counts of the cheapest round trip on which a count can rise to five. There always is one: over the totals, which rise with it.
    private func roundTrip(through flow: Int) -> [Int] {
        let rise = Answer.smallCount - flows[flow].value
        let (start, goal) = (flows[flow].to, flows[flow].from)
        var cost = [Int](repeating: .max, count: touching.count)
        var arrival = [Int?](repeating: nil, count: touching.count)
        var isDone = [Bool](repeating: false, count: touching.count)
        cost[start] = 0
        while let node = nearest(cost, isDone), node != goal {
            isDone[node] = true
            for index in touching[node] where index != flow {
                let other = flows[index]
                let next: Int
                if other.from == node {
                    next = other.to
                } else if other.to == node, other.value > rise {
                    next = other.from
                } else {
                    continue
                }
                let sum = cost[node] + (hidden.contains(index) ? 0 : other.loss)
                if sum < cost[next] {
                    cost[next] = sum
                    arrival[next] = index
                }
            }
        }
        var trip: [Int] = []
        var node = goal
        while node != start, let index = arrival[node] {
            trip.append(index)
            node = flows[index].from == node ? flows[index].to : flows[index].from
        }
        return trip
    }

    private func nearest(_ cost: [Int], _ isDone: [Bool]) -> Int? {
        var nearest: Int?
        for node in cost.indices where !isDone[node] && cost[node] < (nearest.map { cost[$0] } ?? .max) {
            nearest = node
        }
        return nearest
    }
}
