import CQREncode

/// QR codes (ISO/IEC 18004) as small SVG pictures.
public enum QRCode {
    /// Why a text has no code.
    public enum Failure: Error, Equatable {
        /// Level M holds 2,331 bytes at most.
        case tooLong(bytes: Int)
        /// Nothing to encode.
        case empty
    }

    /// Modules left white on each side, as the standard asks.
    public static let quietZone = 4

    /// `text` in UTF-8 at error correction level M (15 % may be hidden), as an SVG document with one path.
    ///
    /// One unit of the view box is one module; it takes the size its page gives it and stays sharp at any.
    /// - Parameters:
    ///   - title: what a screen reader says, for example "Open this walk on your phone".
    ///   - foreground: the colour of dark modules, any SVG colour; the background is always white, as cameras expect.
    public static func svg(_ text: String, title: String, foreground: String = "#000") throws(Failure) -> String {
        let bytes = [UInt8](text.utf8)
        guard !bytes.isEmpty else { throw .empty }
        let smallestVersion: Int32 = 0
        guard bytes.count <= 2331,
            let code = QRcode_encodeData(Int32(bytes.count), bytes, smallestVersion, QR_ECLEVEL_M)
        else { throw .tooLong(bytes: bytes.count) }
        defer { QRcode_free(code) }

        let width = Int(code.pointee.width)
        let modules = UnsafeBufferPointer(start: code.pointee.data, count: width * width)
        let size = width + 2 * quietZone
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size) \(size)" role="img" \
            shape-rendering="crispEdges"><title>\(Markup.escaped(title))</title>\
            <path fill="#fff" d="M0 0h\(size)v\(size)H0z"/>\
            <path stroke="\(Markup.escaped(foreground))" d="\(path(modules, width: width))"/></svg>
            """
    }

    /// Each run of dark modules is one horizontal stroke, one unit thick: about six characters a run.
    private static func path(_ modules: UnsafeBufferPointer<UInt8>, width: Int) -> String {
        var path = ""
        for row in 0..<width {
            var pen: Int?
            var column = 0
            while column < width {
                let start = column
                while column < width, modules[row * width + column] & 1 == 1 { column += 1 }
                if column > start {
                    if let pen {
                        path += "m\(start - pen) 0h\(column - start)"
                    } else {
                        path += "M\(start + quietZone) \(row + quietZone).5h\(column - start)"
                    }
                    pen = column
                }
                column += 1
            }
        }
        return path
    }
}
