import Reception
import Reports
import Terminal

/// Something that the office should say of its till, and hasn't.
struct SettingGap: Encodable {
    /// Where in `content/office.yaml`: `till: seller: siret`.
    let key: String
    /// What it is for.
    let words: String

    enum CodingKeys: String, CodingKey {
        case key
        case words = "why"
    }

    /// Every gap of a setting.
    static func all(in setting: TillSetting, rates: [RateChange]) -> [SettingGap] {
        var gaps: [SettingGap] = []
        if setting.seller.siret == nil {
            gaps.append(
                SettingGap(
                    key: "till: seller: siret",
                    words: say("le SIRET, que chaque ticket doit porter", "the SIRET, which every ticket must show")))
        }
        if setting.seller.address.isEmpty {
            gaps.append(
                SettingGap(
                    key: "till: seller: address",
                    words: say("l'adresse, que chaque ticket doit porter", "the address, which every ticket must show"))
            )
        }
        if setting.seller.vatNumber == nil {
            gaps.append(
                SettingGap(
                    key: "till: seller: vat_number",
                    words: say(
                        "le numéro de TVA ; sans lui, aucun ticket ne porte de TVA",
                        "the VAT number; without it no ticket carries VAT")))
        }
        let missing = Journal.accounts(of: setting, rates: rates).filter { (setting.accounts[$0] ?? "").isEmpty }
        if setting.mode == .builtin, !missing.isEmpty {
            gaps.append(
                SettingGap(
                    key: "till: accounts:",
                    words: say("les comptes de l'expert-comptable : ", "the accountant's accounts: ")
                        + missing.joined(separator: ", ")))
        }
        return gaps
    }
}
