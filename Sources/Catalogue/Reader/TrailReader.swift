import Yams

/// Reads `trail` of a `place.yaml`.
struct TrailReader {
    static let keys = [
        "practices", "shape", "length_km", "ascent_m", "descent_m", "duration", "difficulty", "waymarking", "surface",
        "steps",
    ]

    let known: PlaceContext

    func read(_ fields: Fields) -> Trail {
        let practices = fields.choices("practices", of: Trail.Practice.self)
        if fields.required("practices") != nil, practices.isEmpty {
            fields.report.error(.emptyText("practices"), line: fields.line(of: "practices"))
        }
        return Trail(
            practices: practices,
            shape: fields.choice("shape", of: Trail.Shape.self),
            length: fields.number("length_km", in: 0.05...1000).map(metres),
            ascent: fields.integer("ascent_m", in: 0...20_000),
            descent: fields.integer("descent_m", in: 0...20_000),
            duration: fields.value("duration", .duration, minutes),
            difficulty: fields.choice("difficulty", of: Trail.Difficulty.self),
            waymarking: fields.choice("waymarking", of: Trail.Waymarking.self),
            surface: fields.choices("surface", of: Trail.Surface.self),
            steps: steps(fields))
    }

    private func steps(_ trail: Fields) -> [Step] {
        var furthest = 0
        return trail.groups("steps", keys: ["name", "position", "km", "commune", "services", "note"]).compactMap {
            fields in
            _ = fields.required("name")
            let name = fields.translated("name", properName: true)
            let position = fields.position("position")
            let distance = fields.number("km", in: 0...1000).map(metres)
            if let distance {
                if distance < furthest { fields.report.error(.stepsBackwards, line: fields.line(of: "km")) }
                furthest = max(furthest, distance)
            }
            let commune = known.commune(fields)
            let services = fields.choices("services", of: Step.Service.self)
            let note = fields.translated("note")
            return name.map {
                Step(name: $0, position: position, distance: distance, commune: commune, services: services, note: note)
            }
        }
    }

    private func metres(_ kilometres: Double) -> Int {
        Int((kilometres * 1000).rounded())
    }

    /// `2:40` is 160.
    private func minutes(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...3).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
            let hours = decimal(parts[0]), let minutes = decimal(parts[1]), minutes < 60, hours + minutes > 0
        else { return nil }
        return hours * 60 + minutes
    }
}
