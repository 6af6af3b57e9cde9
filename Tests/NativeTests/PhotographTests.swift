import CGD
import Glibc
import Testing

@testable import Native

private func fixture(_ name: String) throws -> [UInt8] {
    let folder = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    let file = try #require(fopen("/\(folder)/Fixtures/pictures/\(name)", "rb"))
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    return Array(bytes.prefix(count))
}

/// The colour a JPEG shows at a place, as red, green, blue with a letter: R, G, B or W, or ? when it is none of them.
private func colours(_ jpeg: [UInt8], at places: [(Int, Int)]) throws -> String {
    var jpeg = jpeg
    let image = try #require(gdImageCreateFromJpegPtr(Int32(jpeg.count), &jpeg))
    defer { gdImageDestroy(image) }
    return String(
        places.map { x, y in
            let pixel = gdImageGetTrueColorPixel(image, Int32(x), Int32(y))
            switch (pixel >> 16 & 0xFF > 128, pixel >> 8 & 0xFF > 128, pixel & 0xFF > 128) {
            case (true, false, false): return "R"
            case (false, true, false): return "G"
            case (false, false, true): return "B"
            case (true, true, true): return "W"
            default: return "?"
            }
        })
}

@Suite struct PhotographTests {
    @Test(arguments: [("quarters.jpg", Photograph.Format.jpeg), ("quarters.png", .png), ("quarters.webp", .webp)])
    func readsEachFormatAndShrinksItUnchanged(_ name: String, _ format: Photograph.Format) throws {
        let bytes = try fixture(name)
        let size = try #require(Photograph.size(of: bytes))
        #expect((size.format, size.width, size.height) == (format, 60, 40))
        let photograph = try Photograph(bytes)
        #expect(photograph.width == 60 && photograph.height == 40)
        let copy = try photograph.copy(width: 30)
        #expect(copy.width == 30 && copy.height == 20)
        #expect(try colours(copy.bytes, at: [(4, 4), (25, 4), (4, 15), (25, 15)]) == "RGBW")
    }

    @Test func isNeverEnlarged() throws {
        let copy = try Photograph(fixture("quarters.jpg")).copy(width: 1920)
        #expect(copy.width == 60 && copy.height == 40)
    }

    @Test(arguments: 1...8) func standsUprightAndForgetsWhereItWasTaken(_ orientation: Int) throws {
        let bytes = try fixture("orientation-\(orientation).jpg")
        let size = try #require(Photograph.size(of: bytes))
        #expect(size.width == 60 && size.height == 40)
        let copy = try Photograph(bytes).copy(width: 30)
        #expect(copy.width == 30 && copy.height == 20)
        #expect(try colours(copy.bytes, at: [(4, 4), (25, 4), (4, 15), (25, 15)]) == "RGBW")
        let text = String(decoding: copy.bytes, as: UTF8.self)
        #expect(!text.contains("Exif") && !text.contains("Taken at home"))
    }

    @Test func transparencyTurnsWhite() throws {
        let copy = try Photograph(fixture("transparent.png")).copy(width: 40)
        #expect(try colours(copy.bytes, at: [(5, 10), (35, 10)]) == "RW")
    }

    @Test func anAbsurdSizeIsRefusedBeforeAnythingIsDecoded() throws {
        var png = try fixture("quarters.png")
        png.replaceSubrange(16..<24, with: [0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30])
        #expect(throws: Photograph.Failure.tooLarge(width: 30_000, height: 30_000)) { _ = try Photograph(png) }
        png.replaceSubrange(16..<24, with: [0, 0, 0x1F, 0x40, 0, 0, 0x1F, 0x40])
        #expect(throws: Photograph.Failure.tooLarge(width: 8_000, height: 8_000)) { _ = try Photograph(png) }
    }

    @Test(arguments: ["quarters.jpg", "quarters.png", "quarters.webp", "orientation-6.jpg"])
    func aCutFileIsRefusedOrReadButNeverMore(_ name: String) throws {
        let bytes = try fixture(name)
        for count in stride(from: 0, to: bytes.count, by: 7) {
            let cut = Array(bytes.prefix(count))
            do {
                let photograph = try Photograph(cut)
                #expect(photograph.width == 60)
            } catch {
                #expect(error == .unknownFormat || error == .damaged)
            }
        }
    }

    @Test func whatIsNoPictureIsRefused() {
        #expect(throws: Photograph.Failure.unknownFormat) { _ = try Photograph([]) }
        #expect(throws: Photograph.Failure.unknownFormat) { _ = try Photograph(Array("<svg/>".utf8)) }
        #expect(throws: Photograph.Failure.unknownFormat) { _ = try Photograph(Array("GIF89a".utf8)) }
    }
}
