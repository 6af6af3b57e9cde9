/// The head of the catalogue: office, themes and labels in one language.
struct OfficeJSON {
    let content: OfficeContent
    let localizer: Localizer

    /// The fields of `Catalogue` in `docs/openapi.yaml`; `places` holds one summary each, already written.
    func catalogue(version: String, places: [[UInt8]]) -> [UInt8] {
        let size = places.reduce(16_384) { $0 + $1.count + 1 }
        var json = JSONWriter(capacity: size)
        json.object {
            labels("appellations", content.appellations, to: &$0)
            labels("labels", content.labels, to: &$0)
            $0.field("lang", localizer.language)
            $0.field("languages", content.office.languages)
            office(to: &$0)
            $0.array("places", places) { $0.raw($1) }
            $0.array("themes", content.themes) { theme($1, to: &$0) }
            $0.field("version", version)
            $0.field("welcome", content.pictures["welcome"]?.address)
        }
        return json.bytes
    }

    private func office(to json: inout JSONWriter) {
        let office = content.office
        json.object("office") {
            $0.field("code", office.code)
            $0.field("contact", office.contact)
            $0.field("currency", office.currency)
            $0.field("name", localizer.plain(office.name))
            if let night = office.night {
                $0.object("night") {
                    $0.field("from", night.from)
                    $0.field("to", night.to)
                }
            }
            $0.field("position", office.position)
            $0.array("screens", office.screens) { screen($1, to: &$0) }
            $0.object("territory") {
                $0.field("bounds", office.territory.bounds)
                $0.array("communes", office.territory.communes) { commune($1, to: &$0) }
                $0.field("name", localizer.plain(office.territory.name))
            }
            $0.field("time_zone", office.timeZone)
            $0.field("to_check", office.toCheck, in: localizer)
        }
    }

    private func screen(_ screen: Screen, to json: inout JSONWriter) {
        json.object {
            $0.field("id", screen.id)
            $0.field("name", screen.name.map { localizer.plain($0) })
            $0.field("position", screen.position)
        }
    }

    private func commune(_ commune: Commune, to json: inout JSONWriter) {
        json.object {
            $0.field("insee", commune.insee)
            $0.field("name", commune.name)
            $0.field("position", commune.position)
            $0.field("postcode", commune.postcode)
        }
    }

    private func theme(_ theme: Theme, to json: inout JSONWriter) {
        json.object {
            $0.field("icon", theme.icon)
            $0.field("id", theme.kind)
            $0.field("name", localizer.plain(theme.name))
            $0.field("picture", content.pictures[theme.kind.rawValue]?.address)
            $0.field("teaser", localizer.plain(theme.teaser))
        }
    }

    private func labels(_ key: StaticString, _ labels: [Label], to json: inout JSONWriter) {
        json.array(key, labels) { json, label in
            json.object {
                $0.field("id", label.id)
                $0.field("meaning", localizer.plain(label.meaning))
                $0.field("name", localizer.plain(label.name))
            }
        }
    }
}
