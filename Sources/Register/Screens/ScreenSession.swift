import Reception

/// What is known of a session on a screen, out of what has come of it so far, in any order.
struct ScreenSession: Equatable, Sendable {
    /// Where and when it began.
    struct Beginning: Equatable, Sendable {
        let day: OfficeDay
        let hour: Int
        let screen: String
        let at: Instant
    }

    /// When it ended, and whether it was the screen that ended it.
    struct End: Equatable, Sendable {
        let at: Instant
        let isIdle: Bool
    }

    /// What an interaction says of its session.
    enum Step: Sendable {
        case began(Beginning, lang: String)
        case spoke(lang: String)
        case askedForFamily
        case ended(End)
    }

    var beginning: Beginning?
    var end: End?
    /// That of its beginning and those chosen afterwards.
    var langs: Set<String> = []
    var isFamily = false

    /// Of a beginning or an end that comes twice, the first counts.
    mutating func add(_ step: Step) {
        switch step {
        case .began(let beginning, let lang):
            guard self.beginning == nil else { return }
            self.beginning = beginning
            langs.insert(lang)
        case .spoke(let lang): langs.insert(lang)
        case .askedForFamily: isFamily = true
        case .ended(let end): self.end = self.end ?? end
        }
    }

    /// From its beginning to its end.
    var seconds: Int? {
        guard let beginning, let end else { return nil }
        return max(0, Int((end.at.milliseconds - beginning.at.milliseconds) / 1_000))
    }

    /// What it counts as: nothing before its beginning has come.
    var counts: [ScreenCount] {
        guard beginning != nil else { return [] }
        return [.session] + (end?.isIdle == true ? [.idleSession] : []) + (isFamily ? [.familySession] : [])
    }
}

extension ScreenSession.Step {
    /// Filters that are asked for children.
    private static let family: Set = ["children", "pushchair"]

    /// What an interaction says of its session; nil for most, which leave it as it was.
    init?(_ interaction: Interaction, day: OfficeDay, hour: Int) {
        switch interaction.kind {
        case .sessionStart:
            self = .began(
                .init(day: day, hour: hour, screen: interaction.screen, at: interaction.at), lang: interaction.lang)
        case .sessionEnd: self = .ended(.init(at: interaction.at, isIdle: interaction.value == "idle"))
        case .language: self = .spoke(lang: interaction.lang)
        case .filter where interaction.value.map(Self.family.contains) == true: self = .askedForFamily
        default: return nil
        }
    }
}
