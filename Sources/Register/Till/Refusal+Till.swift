import Reception

// What the register refuses of a till: each is about its chain, its days or its keys, never about one order alone.

extension Refusal {
    static func tillCodeInvalid(_ code: String) -> Refusal {
        Refusal(
            .tillCodeInvalid,
            fr: (
                "« \(code) » ne peut pas nommer une caisse.",
                "1 à 32 lettres, chiffres, points ou tirets, sans espace ni accent."
            ),
            en: ("“\(code)” can't name a till.", "1 to 32 letters, digits, dots, hyphens, without spaces or accents."))
    }

    static func tillUnknown(_ code: String) -> Refusal {
        Refusal(
            .tillUnknown,
            fr: (
                "La caisse « \(code) » n'a encore rien scellé.",
                "Elle commence avec sa première vente ou son premier produit."
            ),
            en: ("Till “\(code)” has sealed nothing yet.", "It begins with its first sale or product."))
    }

    static func counsellorOfTillInvalid(_ counsellor: String) -> Refusal {
        Refusal(
            .counsellorInvalid,
            fr: (
                "« \(counsellor) » ne peut pas nommer une personne.",
                "1 à 64 lettres, chiffres, points ou tirets : « marie »."
            ),
            en: ("“\(counsellor)” can't name a person.", "1 to 64 letters, digits, dots or hyphens: “marie”."))
    }

    static var restoreNotNeeded: Refusal {
        Refusal(
            .restoreNotNeeded,
            fr: (
                "Il n'y a rien à reprendre : le registre et le repère de la caisse vont ensemble.",
                "Vendez comme d'habitude."
            ),
            en: ("There is nothing to restore: the register and the till's head record agree.", "Sell as usual."))
    }

    static var tillExternal: Refusal {
        Refusal(
            .tillExternal,
            fr: (
                "L'office vend avec une autre caisse (« till: external » dans content/office.yaml) : rien ne se vend ici.",
                "« desk till import » reprend les totaux de cette caisse."
            ),
            en: (
                "The office sells with another till (“till: external” in content/office.yaml): nothing is sold here.",
                "“desk till import” takes that till's totals."
            ))
    }

    static var trainingInvalid: Refusal {
        Refusal(
            .trainingInvalid,
            fr: (
                "On s'entraîne à vendre, à rembourser et à réimprimer, rien d'autre.",
                "Recommencez sans le mode d'entraînement."
            ),
            en: ("Practice is for selling, refunding and reprinting, nothing else.", "Try again without training."))
    }

    static func ticketUnknown(_ number: Int?) -> Refusal {
        Refusal(
            .ticketUnknown,
            fr: (
                number.map { "Cette caisse n'a pas de ticket n° \($0)." } ?? "Cette caisse n'a pas encore de ticket.",
                "« desk ticket » montre le dernier."
            ),
            en: (
                number.map { "This till has no ticket \($0)." } ?? "This till has no ticket yet.",
                "“desk ticket” shows the last one."
            ))
    }

    static var basketUnknown: Refusal {
        Refusal(
            .basketUnknown,
            fr: (
                "Ce panier n'est plus en attente.",
                "Quelqu'un l'a peut-être repris : « desk sell --resume » montre ceux qui attendent."
            ),
            en: (
                "This basket isn't waiting any more.",
                "Somebody may have taken it back: “desk sell --resume” shows those that wait."
            ))
    }
}

// Days, months and years.

extension Refusal {
    static func dayClosed(_ day: OfficeDay, _ period: ClosurePeriod) -> Refusal {
        let (inFrench, inEnglish) = (day.wording(in: .french), day.wording(in: .english))
        let (fr, en) =
            switch period {
            case .day: ("La journée du \(inFrench) est clôturée", "\(inEnglish) is closed")
            default:
                (
                    "Le \(inFrench) est dans une période clôturée (\(period.wording(in: .french)))",
                    "\(inEnglish) is in a closed period (\(period.wording(in: .english)))"
                )
            }
        return Refusal(
            .dayClosed,
            fr: (
                "\(fr) : plus rien n'y entre.",
                "La prochaine vente se fera un autre jour ; si l'horloge de la machine n'est pas à l'heure, réglez-la."
            ),
            en: (
                "\(en): nothing more enters it.",
                "The next sale is for another day; if this machine's clock is wrong, set it right."
            ))
    }

    static func periodClosed(_ period: ClosurePeriod) -> Refusal {
        let (subject, e) = period.inFrench
        return Refusal(
            .periodClosed,
            fr: (
                "\(subject) est déjà clôturé\(e).",
                "Une clôture ne se refait pas : « desk till z \(period.option) » la montre."
            ),
            en: (
                "\(period.wording(in: .english)) is closed already.",
                "A closure is made once: “desk till z \(period.option)” shows it."
            ))
    }

    static func periodOpen(_ period: ClosurePeriod) -> Refusal {
        let (subject, e) = period.inFrench
        return Refusal(
            .periodOpen,
            fr: ("\(subject) n'est pas clôturé\(e).", "« desk till close \(period.option) » fait la clôture."),
            en: (
                "\(period.wording(in: .english)) isn't closed.", "“desk till close \(period.option)” closes it."
            ))
    }

    static func countOfTomorrow(_ day: OfficeDay) -> Refusal {
        Refusal(
            .countInvalid,
            fr: (
                "Le \(day.wording(in: .french)) n'est pas encore là.",
                "Donnez le jour que vous avez compté, ou aucun : c'est aujourd'hui."
            ),
            en: ("\(day.wording(in: .english)) hasn't come yet.", "Give the day you counted, or none: it is today."))
    }

    static var totalsOfOwnTill: Refusal {
        Refusal(
            .totalsInvalid,
            fr: (
                "L'office vend avec cette caisse : les totaux d'une autre ne s'y ajoutent pas.",
                "Si l'office a une autre caisse, dites-le dans content/office.yaml : « till: external »."
            ),
            en: (
                "The office sells with this till: another's totals aren't added to it.",
                "If the office has another till, say so in content/office.yaml: “till: external”."
            ))
    }

    static func nothingToArchive(_ period: ClosurePeriod) -> Refusal {
        Refusal(
            .periodInvalid,
            fr: ("La caisse n'a rien scellé en \(period.wording(in: .french)).", "Donnez une année où elle a servi."),
            en: ("The till sealed nothing in \(period.wording(in: .english)).", "Give a year in which it was used."))
    }

    static func unclosed(_ period: ClosurePeriod, _ open: [ClosurePeriod]) -> Refusal {
        func list(_ language: MessageLanguage) -> String {
            open.prefix(5).map { $0.wording(in: language) }.joined(separator: ", ") + (open.count > 5 ? "…" : "")
        }
        let command = open.first.map { "desk till close \($0.option)" } ?? "desk till status"
        return Refusal(
            .periodInvalid,
            fr: (
                "\(period.inFrench.subject) ne peut pas encore être clôturé\(period.inFrench.e) : reste ouvert \(list(.french)).",
                "Clôturez d'abord ce qui reste ouvert : « \(command) »."
            ),
            en: (
                "\(period.wording(in: .english)) can't be closed before \(list(.english)).",
                "Close first what is still open: “\(command)”."
            ))
    }
}

extension ClosurePeriod {
    /// As `desk till close` is told of it.
    fileprivate var option: String {
        switch self {
        case .day: "--day \(self)"
        case .month: "--month \(self)"
        case .year: "--year \(self)"
        }
    }
}

// Keys and head record.

extension Refusal {
    static func keyMissing(path: String) -> Refusal {
        Refusal(
            .tillKeyMissing,
            fr: (
                "La clé de la caisse manque : \(path). Rien ne se vend sans elle, et elle ne se refait pas.",
                "Remettez la copie que vous en avez faite (« desk till backup-key »), à la même place."
            ),
            en: (
                "The till's key is missing: \(path). Nothing is sold without it, and it is never made again.",
                "Put the copy you made (“desk till backup-key”) in the same place."
            ))
    }

    static func keyUnreadable(path: String, _ error: RegisterError) -> Refusal {
        let reason = if case .cannotOpen(_, let reason) = error { reason } else { "\(error.code)" }
        return Refusal(
            .tillKeyMissing,
            fr: (
                "La clé de la caisse ne peut pas être lue : \(path) (\(reason)). Rien ne se vend sans elle.",
                "Rendez ce fichier lisible par l'utilisateur qui fait tourner vitrine, et par lui seul."
            ),
            en: (
                "The till's key can't be read: \(path) (\(reason)). Nothing is sold without it.",
                "Let the user that runs vitrine read this file, and nobody else."
            ))
    }

    static func keyWrong(path: String) -> Refusal {
        Refusal(
            .tillKeyWrong,
            fr: (
                "Cette clé n'est pas celle de la caisse : \(path). Rien ne se vend avec une autre.",
                "Remettez à cette place la copie que vous avez faite de la bonne clé (« desk till backup-key »)."
            ),
            en: (
                "This isn't the till's key: \(path). Nothing is sold with another.",
                "Put the copy you made of the right key (“desk till backup-key”) in this place."
            ))
    }

    static func headMissing(till: String, path: String) -> Refusal {
        Refusal(
            .tillHeadMissing,
            fr: (
                "Le repère de la caisse \(till) manque ou a été changé : \(path). Sans lui, on ne sait pas si le registre est complet.",
                "« desk till verify » dit ce qui tient ; « desk till restore --because … » reprend, et le note dans la caisse."
            ),
            en: (
                "The head record of till \(till) is missing or was changed: \(path). Without it nobody knows whether the register is complete.",
                "“desk till verify” says what holds; “desk till restore --because …” goes on, and seals that it did."
            ))
    }

    static func isOlder(till: String, known: Int, found: Int) -> Refusal {
        Refusal(
            .tillIsOlder,
            fr: (
                "Le registre est une copie plus ancienne, ou un autre : la caisse \(till) avait scellé l'entrée \(known), il s'arrête à la \(found) ou en contient une autre.",
                "Remettez le bon fichier. S'il est perdu, « desk till restore --because … » reprend, et le note dans la caisse."
            ),
            en: (
                "The register is an older copy, or another one: till \(till) had sealed entry \(known), this one ends with \(found) or holds another.",
                "Put the right file back. If it is lost, “desk till restore --because …” goes on, and seals that it did."
            ))
    }

    static func entryInvalid(till: String, number: Int) -> Refusal {
        Refusal(
            .tillIsBroken,
            fr: (
                "L'entrée \(number) de la caisse \(till) ne tient pas.",
                "« desk till verify » dit pourquoi ; rien ne se vend à la suite."
            ),
            en: (
                "Entry \(number) of till \(till) doesn't hold.",
                "“desk till verify” says why; nothing is sold after it."
            ))
    }
}
