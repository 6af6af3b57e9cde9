import ArgumentParser
import Terminal

/// `desk till open …` and its like: the till's day, its closures and its proofs.
struct TillCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "till",
        abstract: say(
            "La journée de la caisse, ses clôtures et ses preuves.", "The till's day, its closures and its proofs."),
        discussion: say(
            """
            Exemples :
              desk till open --float 50                     50 € dans le tiroir, ce matin
              desk till count 312.40                        ce qui s'y trouve, ce soir
              desk till close                               clôt la journée (Z)
              desk till status                              où en est la caisse, et ce qui manque
              desk till verify                              tout est-il encore comme scellé ?
            """,
            """
            Examples:
              desk till open --float 50                     €50 in the drawer, this morning
              desk till count 312.40                        what is in it, this evening
              desk till close                               closes the day (Z)
              desk till status                              how the till stands, and what is missing
              desk till verify                              is everything still as it was sealed?
            """),
        subcommands: [
            TillOpen.self, TillCount.self, TillMove.self, TillClose.self, TillZ.self, TillStatusCommand.self,
            TillVerify.self,
            TillArchiveCommand.self,
            TillExport.self, TillImport.self, TillRotate.self, TillBackupKey.self, TillRestore.self,
        ])
}
