import Foundation
import Reception

/// What a till on a server was asked and didn't answer, on this desk: the same asked again within the hour goes with the same id, so that it
/// is done once whatever the server had made of it.
struct UnansweredRequest {
    private let folder: String
    private let path: String

    private static let lifetime = TimeInterval(3_600)

    init(of till: String, at server: ServerAddress) {
        folder = Spool(of: server).folder
        path = "\(folder)/till-\(till).json"
    }

    /// The request that waits, when it asks for the same as this one.
    func same(as request: TillRequest) -> TillRequest? {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            let written = attributes[.modificationDate] as? Date, -written.timeIntervalSinceNow < Self.lifetime,
            let data = FileManager.default.contents(atPath: path),
            let kept = try? JSONDecoder().decode(TillRequest.self, from: data),
            kept.order == request.order, kept.training == request.training
        else { return nil }
        return kept
    }

    /// On disk when it returns.
    func keep(_ request: TillRequest) throws {
        try UserFolder.make(folder)
        try DurableFile.write(Array(JSONEncoder().encode(request)), to: path)
    }

    /// It was answered.
    func forget() { unlink(path) }
}
