extension Receipt {
    /// As a receipt printer takes it (ESC/POS): reset, code page 858 (the one with é and €), the text, room to tear, and a cut.
    ///
    /// `ESC @`, `ESC t 19`, `LF`…, `GS V 66 0`: Epson's commands, which others took over.
    public func printerBytes(columns: Int) -> [UInt8] {
        [0x1B, 0x40, 0x1B, 0x74, 19] + CodePage858.bytes(text(columns: columns)) + [
            0x0A, 0x0A, 0x0A, 0x1D, 0x56, 66, 0,
        ]
    }
}

/// IBM's code page 858: code page 850 with the euro, the one that Western receipt printers share.
enum CodePage858 {
    /// The text, with what the page lacks written otherwise or as `?`.
    static func bytes(_ text: String) -> [UInt8] { text.unicodeScalars.flatMap(bytes) }

    private static func bytes(_ scalar: Unicode.Scalar) -> [UInt8] {
        if scalar.isASCII {
            return [scalar == "\n" || scalar.value >= 32 && scalar.value < 127 ? UInt8(scalar.value) : 63]
        }
        if let byte = places[scalar] { return [byte] }
        return (substitutes[scalar] ?? "?").utf8.map(\.self)
    }

    private static let places = Dictionary(
        uniqueKeysWithValues: zip(upperHalf.unicodeScalars, UInt8(0x80)...UInt8(0xFF)))

    private static let upperHalf =
        "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤"
        + "ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}"

    private static let substitutes: [Unicode.Scalar: String] = [
        "œ": "oe", "Œ": "OE", "’": "'", "‘": "'", "“": "\"", "”": "\"", "–": "-", "—": "-", "…": "...", "\u{202F}": " ",
        "−": "-", "Ÿ": "Y",
    ]
}
