/// The file a visitor takes away on a telephone, in the office's own language: one file serves all.
struct RouteGPX {
    let office: Office

    /// The recorded track; failing that, a route through the steps that have a position; nil when there are fewer than two.
    func file(_ content: PlaceContent) -> [UInt8]? {
        let localizer = Localizer(language: office.languages.first ?? .french, fallbacks: office.fallbacks)
        let name = localizer.plain(content.place.names)
        if let track = content.track { return GPXWriter.file(track, name: name) }
        let steps = (content.place.trail?.steps ?? []).compactMap { step in
            step.position.map {
                Track.Waypoint(
                    name: localizer.plain(step.name), point: .init(latitude: $0.latitude, longitude: $0.longitude))
            }
        }
        guard steps.count > 1 else { return nil }
        return GPXWriter.schematicFile(steps: steps, name: name, description: schematic)
    }

    private var schematic: String {
        office.languages.first == .french
            ? "Tracé schématique : il relie les étapes et ne suit pas le chemin. Fiez-vous au balisage."
            : "Schematic line: it joins the steps and does not follow the path. Trust the waymarks."
    }
}
