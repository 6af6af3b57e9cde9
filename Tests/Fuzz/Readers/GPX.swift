import Catalogue

/// Whatever the file, a track that comes out can be measured, drawn, written and read again.
func readGPX(_ bytes: [UInt8]) {
    let result = TrackReader.read(bytes)
    precondition(result.problems.allSatisfy { $0.line >= 1 && !$0.message.isEmpty })
    precondition((result.track == nil) == result.problems.contains { $0.severity == .error })
    guard let track = result.track, let shape = TrackShape(track) else { return }
    precondition(shape.length.isFinite && shape.length >= 0)
    precondition((shape.ascent ?? 0).isFinite && (shape.ascent ?? 0) >= 0)
    precondition(shape.profile.count <= TrackShape.maximumSamples)
    precondition(shape.profile.allSatisfy { (-450.1...9_000.1).contains($0.elevation) && $0.distance.isFinite })
    precondition(shape.lines.count == track.segments.count && shape.lines.allSatisfy { $0.count >= 2 })
    let again = TrackReader.read(GPXWriter.file(track, name: track.name ?? "x"))
    precondition(!again.problems.contains { if case .xml = $0.kind { true } else { false } })
}
