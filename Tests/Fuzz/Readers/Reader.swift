import CLibFuzzer
import Glibc

/// Which reader this process feeds, by the name `run.sh` gives it.
///
/// A reader takes any bytes at all. It may refuse them; it must not trap, hang, leak, or break what it promises, which
/// is checked with `precondition`. A new one is a file beside this one, a case here and its examples in `run.sh`.
enum Reader: String {
    case interactions, gpx, markdown, place, drawing, pmtiles

    /// The reader the process was started for.
    static let chosen = getenv("FUZZ_READER").flatMap { Reader(rawValue: String(cString: $0)) }

    func read(_ bytes: [UInt8]) {
        switch self {
        case .gpx: readGPX(bytes)
        case .markdown: readMarkdown(bytes)
        case .interactions: readInteractions(bytes)
        case .place: readPlace(bytes)
        case .drawing: readDrawing(bytes)
        case .pmtiles: readPMTiles(bytes)
        }
    }
}

/// What libFuzzer calls, from one thread. It also looks for it under this name, though `startFuzzer` hands it over.
@_cdecl("LLVMFuzzerTestOneInput")
public func feed(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    guard let reader = Reader.chosen else { fatalError("FUZZ_READER names no reader") }
    reader.read(Array(UnsafeBufferPointer(start: data, count: size)))
    return 0
}

/// Runs libFuzzer with the arguments of the process; returns its exit code.
func startFuzzer() -> CInt {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    return LLVMFuzzerRunDriver(&count, &arguments, feed)
}
