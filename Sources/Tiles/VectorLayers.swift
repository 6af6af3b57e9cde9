import Foundation

/// The part of a map's JSON metadata (TileJSON's `vector_layers`) that says which layers its tiles have.
struct VectorLayers: Decodable {
    struct Layer: Decodable {
        let id: String
    }
    let layers: [Layer]
    let attribution: String?

    private enum CodingKeys: String, CodingKey {
        case layers = "vector_layers"
        case attribution
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        layers = (try? values.decode([Layer].self, forKey: .layers)) ?? []
        attribution = try? values.decode(String.self, forKey: .attribution)
    }

    /// Nil when it isn't a JSON object.
    static func read(_ json: [UInt8]) -> VectorLayers? {
        try? JSONDecoder().decode(VectorLayers.self, from: Data(json))
    }

    /// Their names, 200 at most.
    var names: [String] { layers.prefix(200).map { String($0.id.prefix(100)) } }
}
