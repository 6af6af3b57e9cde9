/// The parts that several bodies share, as `docs/openapi.yaml` has them; keys in alphabetical order.
extension JSONWriter {
    /// Five decimals of a degree are one metre.
    static let degreePlaces = 5

    mutating func field(_ key: StaticString, _ position: Position?) {
        guard let position else { return }
        object(key) {
            $0.field("accuracy", position.accuracy)
            $0.key("lat")
            $0.decimal(position.latitude, places: Self.degreePlaces)
            $0.key("lon")
            $0.decimal(position.longitude, places: Self.degreePlaces)
        }
    }

    mutating func field(_ key: StaticString, _ bounds: GeographicBounds) {
        object(key) {
            $0.key("east")
            $0.decimal(bounds.east, places: Self.degreePlaces)
            $0.key("north")
            $0.decimal(bounds.north, places: Self.degreePlaces)
            $0.key("south")
            $0.decimal(bounds.south, places: Self.degreePlaces)
            $0.key("west")
            $0.decimal(bounds.west, places: Self.degreePlaces)
        }
    }

    mutating func field(_ key: StaticString, _ contact: Contact?) {
        guard let contact else { return }
        object(key) {
            $0.field("address", contact.address)
            $0.field("email", contact.email)
            $0.field("phone", contact.phone)
            $0.field("website", contact.website)
        }
    }

    mutating func field(_ key: StaticString, _ toCheck: [ToCheck], in localizer: Localizer) {
        array(key, toCheck) { json, item in
            json.object {
                $0.field("field", item.field)
                localizer.write("note", item.note, to: &$0)
            }
        }
    }

    mutating func field(_ key: StaticString, _ opening: Opening, in localizer: Localizer) {
        object(key) {
            if !opening.closed.isEmpty { $0.field("closed", opening.closed.map(\.description)) }
            $0.field("kind", opening.kind)
            $0.field("known_until", opening.knownUntil?.description)
            $0.field("last_entry_min", opening.lastEntry)
            localizer.write("note", opening.note, to: &$0)
            if opening.kind == .periods { $0.array("periods", opening.periods) { $0.period($1) } }
        }
    }

    private mutating func period(_ period: OpeningPeriod) {
        object {
            if period.byAppointment { $0.field("by_appointment", true) }
            if let days = period.days { $0.array("days", days) { $0.integer($1) } }
            $0.field("from", period.from?.description)
            if !period.hours.isEmpty {
                $0.array("hours", period.hours) { json, range in
                    json.array([range.start, range.end]) { $0.integer($1) }
                }
            }
            $0.field("to", period.to?.description)
        }
    }

    mutating func field(_ key: StaticString, _ suits: Suits) {
        guard !suits.isEmpty else { return }
        object(key) {
            $0.field("children", suits.children)
            $0.field("dog", suits.dog)
            $0.field("pushchair", suits.pushchair)
            $0.field("wheelchair", suits.wheelchair)
        }
    }
}
