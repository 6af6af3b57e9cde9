import Reception
import Testing

@Suite struct DeskLineTests {
    @Test(arguments: [
        ("34 2+2 famille rando caveau", "Hérault · 2 adultes, 2 enfants · famille · randonnée, caveaux"),
        ("nl 2 couple vv en", "Pays-Bas · 2 adultes · couple · voie verte · en anglais"),
        ("30250 1 resident agenda", "Sommières (Gard), du territoire · 1 adulte · agenda"),
        ("tel be ? heb @14:30", "téléphone · Belgique · nombre inconnu · hébergement · 14 h 30"),
    ])
    func `a line is echoed in words`(line: String, words: String) {
        #expect(DeskOffice.read(line).problems.isEmpty)
        #expect(DeskOffice.words(line) == words)
    }
}
