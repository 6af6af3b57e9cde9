/// How things are named between screens, desk and server: ASCII, so that a name is the same in every encoding, log and address.
public enum Names {
    /// 1–64 of `A–Z a–z 0–9 . _ -`: what an office calls a screen, and a screen a session.
    public static func isCode(_ text: String) -> Bool {
        1...64 ~= text.utf8.count
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }

    /// 1–32 of `A–Z a–z 0–9 . _ -`: what an office calls a till.
    public static func isTill(_ text: String) -> Bool { isCode(text) && text.utf8.count <= 32 }

    /// 1–80 of `a–z 0–9 -`: what a place or a theme is called in addresses.
    public static func isSlug(_ text: String) -> Bool {
        1...80 ~= text.utf8.count
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }
}
