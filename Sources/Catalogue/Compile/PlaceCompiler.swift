import Native

/// Makes the bodies of one place.
struct PlaceCompiler {
    /// The widths of a photograph's copies, in pixels: a list, a page, a kiosk's whole screen.
    static let photographWidths = [480, 960, 1920]

    let content: PlaceContent
    let office: OfficeContent
    let effort: Effort
    let previous: Snapshot?
    /// For what is wrong with a photograph.
    let folder: String

    private var id: String { content.place.id }

    func compile(into compiled: inout CompiledPlace) {
        var pictures: [ServedPicture] = []
        for file in content.pictures {
            switch file.kind {
            case .drawing: pictures.append(file.served(folder: id, effort, into: &compiled.resources))
            case .photograph:
                guard let served = photograph(file, into: &compiled) else { return }
                pictures.append(served)
            }
        }
        if pictures.isEmpty, let stand = office.pictures[content.place.kind.rawValue] { pictures = [stand] }
        let json = PlaceJSON(content, office: office, pictures: pictures, version: String(content.hash.hex.prefix(16)))
        for language in office.office.languages {
            let localizer = Localizer(language: language, fallbacks: office.office.fallbacks)
            let summary = json.summary(localizer)
            compiled.summaries.append(summary)
            let whole = json.whole(localizer, summary: summary)
            let path = "/api/v1/\(language)/places/\(id)"
            compiled.resources.append(Resource(path: path, kind: .json, text: whole, effort: effort))
            let calendar = PlaceCalendar(office: office.office, localizer: localizer)
            if let file = calendar.file(content.place, commune: office.communeNames[content.place.commune] ?? "") {
                compiled.resources.append(
                    Resource(path: "\(path)/calendar.ics", kind: .calendar, text: file, effort: effort))
            }
        }
        if let gpx = RouteGPX(office: office.office).file(content) {
            compiled.resources.append(
                Resource(path: "/api/v1/places/\(id)/track.gpx", kind: .gpx, text: gpx, effort: effort))
        }
    }

    /// Nil, and reported, when it can't be decoded.
    private func photograph(_ file: PictureFile, into compiled: inout CompiledPlace) -> ServedPicture? {
        let addresses = Self.photographWidths.map {
            ServedPicture.address(folder: id, name: "\(file.name)-\($0)", hash: file.hash, ending: "jpg")
        }
        guard let bodies = held(addresses) ?? shrunk(file) else {
            compiled.outcome.problems.append(
                Problem(
                    file: "\(folder)/\(file.picture?.file ?? file.name)", line: nil, severity: .error,
                    finding: .unreadablePhotograph))
            return nil
        }
        var copies: [ServedPicture.Copy] = []
        for (address, body) in zip(addresses, bodies) {
            compiled.resources.append(Resource(path: address, kind: .jpeg, incompressible: body, hash: Hash.of(body)))
            let size = Photograph.size(of: body)
            copies.append(
                .init(address: address, width: size?.width ?? file.width, height: size?.height ?? file.height))
        }
        return ServedPicture(main: copies[1], copies: copies, picture: file.picture)
    }

    private func held(_ addresses: [String]) -> [[UInt8]]? {
        guard let previous else { return nil }
        let bodies = addresses.compactMap { previous.entry(path: $0) }.compactMap { previous.bytes(of: $0) }
        return bodies.count == addresses.count ? bodies : nil
    }

    private func shrunk(_ file: PictureFile) -> [[UInt8]]? {
        guard let photograph = try? Photograph(file.bytes) else { return nil }
        let copies = Self.photographWidths.compactMap { try? photograph.copy(width: $0).bytes }
        return copies.count == Self.photographWidths.count ? copies : nil
    }
}

extension PictureFile {
    /// Puts a drawing among the bodies and tells its address.
    func served(folder: String, _ effort: Effort, into resources: inout [Resource]) -> ServedPicture {
        let address = ServedPicture.address(folder: folder, name: name, hash: hash, ending: "svg")
        resources.append(Resource(path: address, kind: .svg, cachePolicy: .immutable, text: bytes, effort: effort))
        return ServedPicture(main: .init(address: address, width: width, height: height), picture: picture)
    }
}

extension OfficeContent {
    /// Puts the drawings of themes among the bodies, and remembers their addresses.
    mutating func servePictures(_ effort: Effort) -> [Resource] {
        var resources: [Resource] = []
        for (name, drawing) in drawings.sorted(by: { $0.key < $1.key }) {
            pictures[name] = drawing.served(folder: "themes", effort, into: &resources)
        }
        return resources
    }
}
