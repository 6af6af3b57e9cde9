extension TillEntry {
    /// The version of the bytes that are sealed.
    public static let version = 1
    /// What stands for the seal before a till's first entry.
    public static let noSeal = String(repeating: "0", count: 64)

    /// The bytes that a key seals: each field after its number of bytes, so that no two entries have the same ones. All that a row says is in
    /// them, and the seal before it. `docs/till-format.md` has them one by one.
    ///
    /// - `previous`: the seal of the till's entry before this one, in 64 hexadecimal digits; `noSeal` before the first.
    public func sealedMessage(previous: String) -> [UInt8] {
        SealedFields.message([
            "vitrine-till", "\(Self.version)", office, till, "\(number)", content.kind.rawValue, id.description,
            at.description, day.description, counsellor ?? "", training ? "1" : "0", "\(key)", text, previous,
        ])
    }
}

/// Fields one after the other, each after its number of UTF-8 bytes in four bytes, the highest first.
public enum SealedFields {
    /// The fields as bytes.
    public static func message(_ fields: [String]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(fields.reduce(0) { $0 + 4 + $1.utf8.count })
        for field in fields {
            let count = UInt32(field.utf8.count)
            for shift: UInt32 in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: count >> shift)) }
            bytes.append(contentsOf: field.utf8)
        }
        return bytes
    }
}
