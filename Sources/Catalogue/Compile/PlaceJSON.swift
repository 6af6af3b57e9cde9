/// A place as JSON, in any of the office's languages. What is the same in all of them is written once.
struct PlaceJSON {
    private let content: PlaceContent
    private let office: OfficeContent
    private let pictures: [ServedPicture]
    private let version: String
    private let line: [UInt8]?
    private let profile: [UInt8]?
    private let bounds: GeographicBounds?

    /// - Parameter pictures: at least one; the first is the place's face in lists.
    init(_ content: PlaceContent, office: OfficeContent, pictures: [ServedPicture], version: String) {
        self.content = content
        self.office = office
        self.pictures = pictures
        self.version = version
        let route = RouteJSON(content)
        self.line = route.line
        self.profile = route.profile
        self.bounds = route.bounds
    }

    private var place: Place { content.place }

    /// `PlaceSummary` of `docs/openapi.yaml`.
    func summary(_ localizer: Localizer) -> [UInt8] {
        var json = JSONWriter(capacity: 1536)
        json.object { summary(localizer, to: &$0) }
        return json.bytes
    }

    /// `Place` of `docs/openapi.yaml`: the summary and all the rest.
    func whole(_ localizer: Localizer, summary: [UInt8]) -> [UInt8] {
        var json = JSONWriter(capacity: 8192 + (line?.count ?? 0) + (profile?.count ?? 0))
        json.object(extending: summary) {
            body(localizer, to: &$0)
            if let bounds { $0.field("bounds", bounds) }
            cellar(to: &$0)
            $0.field("contact", place.contact)
            heritage(localizer, to: &$0)
            $0.field("lang", localizer.language)
            $0.object("last_check") {
                $0.field("by", place.lastCheck.by)
                $0.field("date", place.lastCheck.date.description)
            }
            $0.raw("line", line)
            $0.array("pictures", pictures) { $1.write(alt: place.names, localizer, to: &$0) }
            prices(localizer, to: &$0)
            $0.raw("profile", profile)
            sources(to: &$0)
            if let steps = place.trail?.steps, !steps.isEmpty {
                $0.array("steps", steps) { step($1, localizer, to: &$0) }
            }
            $0.field("to_check", place.toCheck, in: localizer)
            $0.field("version", version)
        }
        return json.bytes
    }

    private func summary(_ localizer: Localizer, to json: inout JSONWriter) {
        json.field("code", place.code)
        json.object("commune") {
            $0.field("insee", place.commune)
            $0.field("name", office.communeNames[place.commune] ?? place.commune)
        }
        json.field("drinking_water", place.drinkingWater)
        json.field("free", place.prices?.free)
        json.field("id", place.id)
        if !place.keywords.isEmpty { json.field("keywords", place.keywords) }
        json.field("kind", place.kind)
        if !place.labels.isEmpty { json.field("labels", place.labels) }
        localizer.write("name", place.names, to: &json)
        json.field("opening", place.opening, in: localizer)
        if let face = pictures.first {
            json.key("picture")
            face.write(alt: place.names, localizer, to: &json)
        }
        json.field("position", place.position)
        json.field("shade", place.shade)
        json.field("suits", place.suits)
        localizer.write("teaser", place.teasers, to: &json)
        json.field("to_check_fields", place.toCheck.map(\.field))
        if let trail = place.trail { write(trail, to: &json) }
        localizer.write("without_car", place.withoutCar, to: &json)
    }

    /// What a track measures goes before what `place.yaml` says.
    private func write(_ trail: Trail, to json: inout JSONWriter) {
        let shape = content.shape
        json.object("trail") {
            $0.field("ascent_m", shape?.ascent.map { Int($0.rounded()) } ?? trail.ascent)
            $0.field("descent_m", shape?.descent.map { Int($0.rounded()) } ?? trail.descent)
            $0.field("difficulty", trail.difficulty)
            $0.field("duration_min", trail.duration)
            $0.field("length_m", shape.map { Int($0.length.rounded()) } ?? trail.length)
            $0.field("practices", trail.practices)
            $0.field("shape", trail.shape)
            if !trail.surface.isEmpty { $0.field("surface", trail.surface) }
            $0.field("waymarking", trail.waymarking)
        }
    }

    private func body(_ localizer: Localizer, to json: inout JSONWriter) {
        guard let text = content.body else { return }
        let localized = text.text(in: localizer.language, fallbacks: localizer.fallbacks)
        json.object("body") {
            $0.field("html", localized.text)
            $0.field("lang", localized.language)
        }
    }

    private func cellar(to json: inout JSONWriter) {
        guard let cellar = place.cellar else { return }
        json.object("cellar") {
            if !cellar.appellations.isEmpty { $0.field("appellations", cellar.appellations) }
            if !cellar.grapes.isEmpty { $0.field("grapes", cellar.grapes) }
            $0.field("since", cellar.since)
            $0.field("type", cellar.kind)
            if let vineyard = cellar.vineyard {
                $0.key("vineyard_ha")
                $0.decimal(vineyard, places: 2)
            }
        }
    }

    private func heritage(_ localizer: Localizer, to json: inout JSONWriter) {
        guard let heritage = place.heritage else { return }
        json.object("heritage") {
            localizer.write("period", heritage.period, to: &$0)
            if let protection = heritage.protection {
                $0.object("protection") {
                    $0.field("date", protection.date?.description)
                    $0.field("level", protection.level)
                    $0.field("reference", protection.reference)
                }
            }
            $0.field("visit", heritage.visit)
        }
    }

    private func prices(_ localizer: Localizer, to json: inout JSONWriter) {
        guard let prices = place.prices else { return }
        json.object("prices") {
            $0.field("free", prices.free)
            if !prices.rates.isEmpty { $0.array("rates", prices.rates) { rate($1, localizer, to: &$0) } }
        }
    }

    private func rate(_ rate: Rate, _ localizer: Localizer, to json: inout JSONWriter) {
        json.object {
            $0.field("amount", rate.amount)
            $0.field("currency", office.office.currency)
            localizer.write("note", rate.note, to: &$0)
            $0.field("who", rate.who)
        }
    }

    private func sources(to json: inout JSONWriter) {
        json.array("sources", place.sources) { json, source in
            json.object {
                $0.field("date", source.date?.description)
                $0.field("name", source.name)
                $0.field("url", source.url)
            }
        }
    }

    private func step(_ step: Step, _ localizer: Localizer, to json: inout JSONWriter) {
        json.object {
            $0.field("commune", step.commune.map { office.communeNames[$0] ?? $0 })
            $0.field("distance_m", step.distance)
            localizer.write("name", step.name, to: &$0)
            localizer.write("note", step.note, to: &$0)
            $0.field("position", step.position)
            if !step.services.isEmpty { $0.field("services", step.services) }
        }
    }
}
