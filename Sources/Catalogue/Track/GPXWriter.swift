import Native

/// Writes GPX 1.1 for a visitor's telephone: the line and its name, no times, nothing of who recorded it.
public enum GPXWriter {
    /// A recorded line, as `<trk>`.
    public static func file(_ track: Track, name: String, description: String? = nil) -> [UInt8] {
        var text = opening("trk", name, description)
        text.reserveCapacity(text.count + 72 * track.segments.reduce(0) { $0 + $1.count })
        for segment in track.segments {
            text += "<trkseg>\n".utf8
            for point in segment { append(point, as: "trkpt", to: &text) }
            text += "</trkseg>\n".utf8
        }
        text += "</trk>\n</gpx>\n".utf8
        return text
    }

    /// Steps in their order, as `<rte>`, for a route of which only the steps are known.
    /// - Parameter description: says, in the visitor's language, that the line is schematic and not for finding one's way.
    public static func schematicFile(steps: [Track.Waypoint], name: String, description: String) -> [UInt8] {
        var text = opening("rte", name, description)
        for step in steps { append(step.point, as: "rtept", name: step.name, to: &text) }
        text += "</rte>\n</gpx>\n".utf8
        return text
    }

    private static func opening(_ element: String, _ name: String, _ description: String?) -> [UInt8] {
        let description = description.map { "<desc>\(Markup.escaped($0))</desc>\n" } ?? ""
        return Array(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <gpx xmlns="http://www.topografix.com/GPX/1/1" version="1.1" creator="Vitrine">
            <\(element)>
            <name>\(Markup.escaped(name))</name>
            \(description)
            """.utf8)
    }

    private static func append(_ point: Track.Point, as element: String, name: String = "", to text: inout [UInt8]) {
        text += "<".utf8
        text += element.utf8
        // A millionth of a degree is 11 cm, a tenth of a metre of height more than any recorder knows.
        text += " lat=\"".utf8
        append(point.latitude, places: 6, to: &text)
        text += "\" lon=\"".utf8
        append(point.longitude, places: 6, to: &text)
        text += "\">".utf8
        if let elevation = point.elevation {
            text += "<ele>".utf8
            append(elevation, places: 1, to: &text)
            text += "</ele>".utf8
        }
        if !name.isEmpty { text += "<name>\(Markup.escaped(name))</name>".utf8 }
        text += "</".utf8
        text += element.utf8
        text += ">\n".utf8
    }

    /// `value` rounded to `places` decimals, never in exponent form, which GPX does not allow.
    private static func append(_ value: Double, places: Int, to text: inout [UInt8]) {
        let scale = (0..<places).reduce(1) { scale, _ in scale * 10 }
        var rest = Int((abs(value) * Double(scale)).rounded())
        if value < 0, rest > 0 { text.append(UInt8(ascii: "-")) }
        let start = text.count
        var written = 0
        repeat {
            if written == places { text.append(UInt8(ascii: ".")) }
            text.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
            written += 1
        } while rest > 0 || written <= places
        text[start...].reverse()
    }
}
