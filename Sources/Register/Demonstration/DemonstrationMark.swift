import Foundation
import GRDB
import Reception

/// What a demonstration is made from: with the same content, the same makes the same rows.
public struct DemonstrationMark: Hashable, Sendable {
    /// Of its chance.
    public var seed: Int
    /// How many years it goes back.
    public var years: Int
    /// Its last day.
    public var until: OfficeDay
    /// How busy its office is: 1 is a small one.
    public var scale: Double

    /// A mark out of its parts.
    public init(seed: Int, years: Int, until: OfficeDay, scale: Double) {
        self.seed = seed
        self.years = years
        self.until = until
        self.scale = scale
    }
}

extension DemonstrationMark {
    /// Says it in a new register: nothing takes it back.
    func insert(into database: Database, office: String) throws {
        try database.execute(
            sql: "INSERT INTO demonstration (only, office, seed, years, until, scale) VALUES (1, ?, ?, ?, ?, ?)",
            arguments: [office, seed, years, until.description, scale])
    }

    /// The code that the facts of a demonstration bear; nil of a real register, and of one from before there were demonstrations.
    static func office(_ database: Database) throws -> String? {
        let canBe = try Bool.fetchOne(
            database, sql: "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'demonstration')")
        guard canBe == true else { return nil }
        return try String.fetchOne(database, sql: "SELECT office FROM demonstration")
    }
}

extension Register {
    /// Whether a folder says that all that is in it was made up.
    public static func isMarkedAsDemonstration(_ folder: String) -> Bool {
        DataFolder(path: folder).isMarkedAsDemonstration
    }

    /// Makes the register of a demonstration in a new folder, and opens it for its server.
    ///
    /// Its keys follow from its seed, so that its seals are the same each time: they protect nothing.
    ///
    /// Throws a `RegisterError`, as `open` does.
    public static func makeDemonstration(
        at dataFolder: String, office: String, timeZone: String, mark: DemonstrationMark
    ) throws(RegisterError) -> Register {
        guard let clock = OfficeClock(timeZone: timeZone) else { throw .unknownTimeZone(timeZone) }
        let folder = DataFolder(path: dataFolder)
        guard !folder.hasDatabase else { throw .mixedWithDemonstration(folder: dataFolder) }
        do {
            // Marked before anything else is in it: whatever is left half-made can be told from somebody's data.
            try FileManager.default.createDirectory(
                atPath: dataFolder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try TillFolder.write(notice, to: folder.demonstrationMark, new: false)
            try mark.writeKeys(in: folder)
        } catch let error as RegisterError {
            throw error
        } catch {
            throw .cannotOpen(path: dataFolder, reason: "\(error)")
        }
        let code = OfficeCode.ofDemonstration(office)
        let opened = try Opening(folder: folder, mode: .server, making: (mark, code)).run()
        return Register(folder: folder, office: code, clock: clock, opened: opened, queueLimit: .max)
    }

    /// What somebody reads who finds the folder.
    private static let notice = """
        DÉMONSTRATION. Tout ce qui est dans ce dossier est inventé par « vitrine demo » : ni visiteur, ni vente, ni chiffre n'est réel.
        N'y copiez rien, n'en copiez rien. Le dossier peut être effacé.

        DEMONSTRATION. All that is in this folder was made up by “vitrine demo”: no visitor, no sale and no figure is real.
        Copy nothing into it, and nothing out of it. The folder may be deleted.

        """
}

extension DemonstrationMark {
    fileprivate func writeKeys(in folder: DataFolder) throws {
        let till = TillFolder(dataFolder: folder.path)
        try till.prepare()
        try TillFolder.write(Hex.text(bytes("till")) + "\n", to: till.key(1), new: true)
        try TillFolder.write(Hex.text(bytes("archive")) + "\n", to: till.archiveKey, new: true)
        guard
            FileManager.default.createFile(
                atPath: folder.searchKey, contents: Data(bytes("search")), attributes: [.posixPermissions: 0o600])
        else { throw TillFolder.failure(at: folder.searchKey) }
    }

    private func bytes(_ purpose: String) -> [UInt8] { SHA256.hash(Array("vitrine demo \(purpose) \(seed)".utf8)) }
}
