/// What a picture file says of itself before anything is decoded.
struct PictureHeader: Equatable {
    var format: Photograph.Format
    var width: Int
    var height: Int
    /// EXIF orientation, 1 (upright) to 8; 1 when the file does not say.
    var orientation = 1
    /// Stored lying on a side, so that width and height change places.
    var isSideways: Bool { orientation >= 5 }

    /// Nil when `bytes` are not a JPEG, PNG or WebP picture, or stop inside the header.
    init?(_ bytes: [UInt8]) {
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self.init(jpeg: Bytes(bytes))
        } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self.init(png: Bytes(bytes))
        } else if bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: Array("WEBP".utf8)) {
            self.init(webp: Bytes(bytes))
        } else {
            return nil
        }
    }

    private init(_ format: Photograph.Format, _ width: Int, _ height: Int) {
        self.format = format
        self.width = width
        self.height = height
    }

    /// PNG (ISO/IEC 15948): the first chunk is IHDR, with width and height.
    private init?(png bytes: Bytes) {
        guard bytes.text(12, 4) == "IHDR", let width = bytes.big(16, 4), let height = bytes.big(20, 4) else {
            return nil
        }
        self.init(.png, width, height)
    }

    /// WebP (RFC 9649): the first chunk is lossy, lossless or extended, each with its own way to give the size.
    private init?(webp bytes: Bytes) {
        switch bytes.text(12, 4) {
        case "VP8 ":
            guard bytes.big(23, 3) == 0x9D012A, let width = bytes.little(26, 2), let height = bytes.little(28, 2)
            else { return nil }
            self.init(.webp, width & 0x3FFF, height & 0x3FFF)
        case "VP8L":
            guard bytes.big(20, 1) == 0x2F, let bits = bytes.little(21, 4) else { return nil }
            self.init(.webp, (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
        case "VP8X":
            guard let width = bytes.little(24, 3), let height = bytes.little(27, 3) else { return nil }
            self.init(.webp, width + 1, height + 1)
        default: return nil
        }
    }

    /// JPEG (ITU-T T.81): segments up to the frame header; EXIF, if any, is in an APP1 segment before it.
    private init?(jpeg bytes: Bytes) {
        var orientation = 1
        var at = 2
        while let marker = bytes.big(at, 2), marker >> 8 == 0xFF {
            let isPadding = marker == 0xFFFF
            let standsAlone = (0xFFD0...0xFFD8).contains(marker) || marker == 0xFF01
            if isPadding || standsAlone {
                at += isPadding ? 1 : 2
                continue
            }
            guard let length = bytes.big(at + 2, 2), length >= 2 else { return nil }
            let isFrame = (0xFFC0...0xFFCF).contains(marker) && ![0xFFC4, 0xFFC8, 0xFFCC].contains(marker)
            if isFrame {
                guard let height = bytes.big(at + 5, 2), let width = bytes.big(at + 7, 2) else { return nil }
                self.init(.jpeg, width, height)
                self.orientation = orientation
                return
            }
            if marker == 0xFFE1, bytes.text(at + 4, 4) == "Exif" {
                orientation = bytes.exifOrientation(tiff: at + 10, end: at + 2 + length) ?? orientation
            }
            at += 2 + length
        }
        return nil
    }
}

/// Numbers inside a file, nil when they are not there.
private struct Bytes {
    let all: [UInt8]

    init(_ all: [UInt8]) { self.all = all }

    func big(_ at: Int, _ count: Int) -> Int? {
        guard at >= 0, at + count <= all.count else { return nil }
        return all[at..<at + count].reduce(0) { $0 << 8 | Int($1) }
    }

    func little(_ at: Int, _ count: Int) -> Int? {
        guard at >= 0, at + count <= all.count else { return nil }
        return all[at..<at + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    func text(_ at: Int, _ count: Int) -> String? {
        guard at >= 0, at + count <= all.count else { return nil }
        return String(decoding: all[at..<at + count], as: UTF8.self)
    }

    /// TIFF 6.0, first directory: entries of 12 bytes, tag 0x0112 is a 16-bit orientation.
    func exifOrientation(tiff: Int, end: Int) -> Int? {
        let isLittle = text(tiff, 2) == "II"
        guard isLittle || text(tiff, 2) == "MM" else { return nil }
        let number = { (at: Int, count: Int) in isLittle ? little(at, count) : big(at, count) }
        guard let directory = number(tiff + 4, 4), let count = number(tiff + directory, 2) else { return nil }
        for index in 0..<count {
            let entry = tiff + directory + 2 + 12 * index
            guard entry + 12 <= end, let tag = number(entry, 2) else { return nil }
            if tag == 0x0112, let value = number(entry + 8, 2) { return (1...8).contains(value) ? value : nil }
        }
        return nil
    }
}
