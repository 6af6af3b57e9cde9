import CGD

/// A photograph, decoded, upright, to be copied at the widths screens need.
///
/// Copies carry no metadata: where and with which telephone a picture was taken stays in the office's file.
/// A colour profile is dropped too: pictures are taken to be sRGB.
public struct Photograph: ~Copyable {
    /// The formats read.
    public enum Format: String, Sendable {
        case jpeg, png, webp
    }

    /// Why a file is not shown.
    public enum Failure: Error, Equatable, Sendable {
        /// Neither JPEG, PNG nor WebP, or cut within its header.
        case unknownFormat
        /// More than `maximumSide` on a side or `maximumPixels` in all; nothing was decoded.
        case tooLarge(width: Int, height: Int)
        /// The header is right, the rest is not.
        case damaged
    }

    /// A copy, ready to be served.
    public struct Copy: Equatable, Sendable {
        /// A JPEG file.
        public let bytes: [UInt8]
        /// Pixels.
        public let width: Int
        /// Pixels.
        public let height: Int
    }

    /// Pixels on a side.
    public static let maximumSide = 12_000
    /// Pixels in all: 50 million take 200 MiB decoded, more than any office's camera gives.
    public static let maximumPixels = 50_000_000
    /// JPEG quality of copies, on libjpeg's scale of 100.
    public static let quality = 82

    private let image: gdImagePtr
    private let orientation: Int
    /// The file's format.
    public let format: Format
    /// Pixels, upright.
    public let width: Int
    /// Pixels, upright.
    public let height: Int

    /// gd's handler of messages is one for the whole process: set once.
    private static let silenced: Void = vitrine_gd_silence()

    /// The size of the picture in `bytes`, upright, without decoding it; nil when the format is unknown.
    public static func size(of bytes: [UInt8]) -> (format: Format, width: Int, height: Int)? {
        guard let header = PictureHeader(bytes) else { return nil }
        return (
            header.format, header.isSideways ? header.height : header.width,
            header.isSideways ? header.width : header.height
        )
    }

    /// Decodes `bytes`, after making sure from the header that the picture is of a sensible size.
    public init(_ bytes: [UInt8]) throws(Failure) {
        guard let header = PictureHeader(bytes), header.width > 0, header.height > 0 else { throw .unknownFormat }
        guard max(header.width, header.height) <= Self.maximumSide, header.width * header.height <= Self.maximumPixels
        else { throw .tooLarge(width: header.width, height: header.height) }
        _ = Self.silenced
        guard let image = Self.decode(bytes, header.format) else { throw .damaged }
        guard Int(image.pointee.sx) == header.width, Int(image.pointee.sy) == header.height else {
            gdImageDestroy(image)
            throw .damaged
        }
        self.image = image
        orientation = header.orientation
        format = header.format
        width = header.isSideways ? header.height : header.width
        height = header.isSideways ? header.width : header.height
    }

    deinit { gdImageDestroy(image) }

    /// A copy `width` pixels wide, or as wide as the original when that is smaller: nothing is ever enlarged.
    public func copy(width wanted: Int) throws(Failure) -> Copy {
        let newWidth = min(max(wanted, 1), width)
        let newHeight = max(1, (height * newWidth + width / 2) / width)
        let isSideways = orientation >= 5
        // Turned after shrinking: there is less to turn.
        guard let scaled = shrunk(isSideways ? newHeight : newWidth, isSideways ? newWidth : newHeight) else {
            throw .damaged
        }
        defer { gdImageDestroy(scaled) }
        guard let upright = Self.turned(scaled, orientation) else { throw .damaged }
        defer { if upright != scaled { gdImageDestroy(upright) } }
        // Progressive: a large picture on a slow phone is there at once, then sharpens.
        gdImageInterlace(upright, 1)
        var size: Int32 = 0
        guard let data = gdImageJpegPtr(upright, &size, Int32(Self.quality)) else { throw .damaged }
        defer { gdFree(data) }
        return Copy(
            bytes: [UInt8](UnsafeRawBufferPointer(start: data, count: Int(size))), width: newWidth, height: newHeight)
    }

    /// JPEG knows no transparency: what shows through is white.
    private func shrunk(_ newWidth: Int, _ newHeight: Int) -> gdImagePtr? {
        guard let scaled = gdImageCreateTrueColor(Int32(newWidth), Int32(newHeight)) else { return nil }
        let white: Int32 = 0xFFFFFF
        gdImageFilledRectangle(scaled, 0, 0, Int32(newWidth), Int32(newHeight), white)
        // Averages every source pixel that a new one covers, which is what shrinking needs.
        gdImageCopyResampled(
            scaled, image, 0, 0, 0, 0, Int32(newWidth), Int32(newHeight), image.pointee.sx, image.pointee.sy)
        return scaled
    }

    /// EXIF orientations in their order: 1 upright, 2 mirrored, 3 upside down, 4 both, 5 to 8 the same lying on a side.
    /// gd turns against the clock.
    private static func turned(_ image: gdImagePtr, _ orientation: Int) -> gdImagePtr? {
        let turn: Float = orientation == 3 ? 180 : orientation == 8 ? 90 : orientation >= 5 ? 270 : 0
        guard let turned = turn == 0 ? image : gdImageRotateInterpolated(image, turn, 0) else { return nil }
        switch orientation {
        case 2, 5: gdImageFlipHorizontal(turned)
        case 4, 7: gdImageFlipVertical(turned)
        default: break
        }
        return turned
    }

    private static func decode(_ bytes: [UInt8], _ format: Format) -> gdImagePtr? {
        bytes.withUnsafeBytes { buffer in
            // gd's readers take a pointer they may not write through, but don't say so.
            let data = UnsafeMutableRawPointer(mutating: buffer.baseAddress)
            let size = Int32(clamping: buffer.count)
            switch format {
            case .jpeg: return gdImageCreateFromJpegPtr(size, data)
            case .png: return gdImageCreateFromPngPtr(size, data)
            case .webp: return gdImageCreateFromWebpPtr(size, data)
            }
        }
    }
}
