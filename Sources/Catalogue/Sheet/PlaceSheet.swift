import Reception

/// One place as a terminal shows it, at one moment: what a visitor would be told then.
public struct PlaceSheet: Sendable {
    /// Why there is no sheet.
    public enum Failure: Error, Sendable {
        /// No place of that slug; perhaps this one was meant.
        case unknown(meant: String?)
        /// The place, or the office, has errors.
        case refused([Problem])
    }

    private let place: Place
    private let office: Office

    /// Reads the place of that slug, and nothing else of the places.
    public init(slug: String, in folder: ContentFolder, today: OfficeDay) throws(Failure) {
        guard let root = ContentRoot(folder.path) else {
            throw .refused(CheckReport(missingFolder: folder.path).problems)
        }
        var reader = ContentReader(root: root, today: today)
        let office = reader.office()
        let folders = ContentReader.placeFolders(root).folders
        guard let found = folders.first(where: { $0.id == slug }) else {
            throw .unknown(meant: Finding.closest(to: slug, among: folders.map(\.id)))
        }
        let outcome = ContentFolder.read(found, root: root, known: office.known, decodesPhotographs: false)
        guard let content = outcome.content, let officeContent = office.content else {
            throw .refused((office.problems + outcome.problems).filter { $0.severity == .error })
        }
        place = content.place
        self.office = officeContent.office
    }

    /// The sheet, a few lines.
    /// - Parameter moment: on the office's wall clock.
    public func text(in language: MessageLanguage, at moment: LocalMoment) -> String {
        let french = language == .french
        func read(_ text: Translated) -> String {
            text.text(in: french ? .french : .english, fallbacks: office.fallbacks).text
        }
        let commune = office.territory.communes.first { $0.insee == place.commune }?.name ?? place.commune
        var lines = [read(place.names), "\(place.kind.rawValue) · \(commune) · \(place.code)", "", read(place.teasers)]
        if let trail = place.trail { lines.append(trail.figures) }
        let status = place.opening.status(on: moment.date, minute: moment.minute)
        lines += ["", status.sentence(in: language, phone: place.contact?.phone)]
        if let note = place.opening.note { lines.append(read(note)) }
        if !place.toCheck.isEmpty {
            lines += ["", french ? "À vérifier par l'office :" : "To be checked by the office:"]
            lines += place.toCheck.map { item in
                "  \(item.field.rawValue)\(item.note.map { (french ? " : " : ": ") + read($0) } ?? "")"
            }
        }
        return lines.joined(separator: "\n")
    }
}

extension Trail {
    /// What is known of length, ascent and duration: `9.4 km · +120 m · 2 h 40`.
    fileprivate var figures: String {
        [
            length.map { "\(Double($0) / 1_000) km" },
            ascent.map { "+\($0) m" },
            duration.map { "\($0 / 60) h \(padded($0 % 60, 2))" },
        ].compactMap(\.self).joined(separator: " · ")
    }
}

extension OpeningStatus {
    /// What the door says, in one sentence.
    func sentence(in language: MessageLanguage, phone: String?) -> String {
        let french = language == .french
        let call = phone.map { (french ? " : appelez le " : ": call ") + $0 } ?? ""
        func next(_ moment: LocalMoment?) -> String {
            moment.map { french ? ", ouvre le \($0.date) à \($0.time)" : ", opens on \($0.date) at \($0.time)" } ?? ""
        }
        switch self {
        case .always: return french ? "Accessible à toute heure." : "Open at any hour."
        case .unknown: return (french ? "Horaires inconnus" : "Hours unknown") + call + "."
        case .byAppointment: return (french ? "Sur rendez-vous" : "By appointment") + call + "."
        case .outOfDate: return (french ? "Horaires à confirmer" : "Hours out of date") + call + "."
        case .open(let until, let lastEntry):
            let last = lastEntry.map { french ? ", dernière entrée à \($0.time)" : ", last entry at \($0.time)" } ?? ""
            return (french ? "Ouvert jusqu'à \(until.time)" : "Open until \(until.time)") + last + "."
        case .opens(let moment):
            return french ? "Ouvre à \(moment.time)." : "Opens at \(moment.time)."
        case .closed(let moment): return (french ? "Fermé" : "Closed") + next(moment) + "."
        case .outOfSeason(let moment): return (french ? "Hors saison" : "Out of season") + next(moment) + "."
        }
    }
}

extension LocalMoment {
    /// `10:05`.
    fileprivate var time: String { "\(padded(minute / 60, 2)):\(padded(minute % 60, 2))" }
}
