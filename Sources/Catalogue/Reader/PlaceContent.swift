import Native

/// A place as its folder has it, checked.
struct PlaceContent: Sendable {
    var place: Place
    /// The text, as safe HTML.
    var body: Translated?
    var track: Track?
    var shape: TrackShape?
    /// Empty: the theme's picture stands in.
    var pictures: [PictureFile]
    /// Of all that was read.
    var hash: Hash
}

/// A picture of the content folder, with its bytes.
struct PictureFile: Sendable {
    enum Kind: Sendable {
        case drawing
        case photograph
    }

    var kind: Kind
    /// Its file name without its ending.
    var name: String
    var bytes: [UInt8]
    var hash: Hash
    /// Pixels, or units of the view box; upright.
    var width: Int
    var height: Int
    /// How `place.yaml` names it; nil for `picture.svg`.
    var picture: PlacePicture?
}
