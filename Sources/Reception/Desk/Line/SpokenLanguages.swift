/// The languages held at a desk by name; any other of ISO 639-1 is typed as its code and a colon.
enum SpokenLanguages {
    /// A language's names, in lower case as they stand in a sentence in French.
    struct Named: Sendable {
        /// ISO 639-1.
        var code: String
        var fr: String
        var en: String
    }

    /// `anglais`, `English`; the code when it has no name here.
    static func name(of code: String, in language: MessageLanguage) -> String {
        guard let named = byCode[code] else { return code }
        return language == .french ? named.fr : named.en
    }

    static let all: [Named] = Table.rows(of: table).map { Named(code: $0[0], fr: $0[1], en: $0[2]) }

    private static let byCode = Dictionary(all.map { ($0.code, $0) }) { first, _ in first }

    private static let table = """
        ar;arabe;Arabic
        be;biélorusse;Belarusian
        bg;bulgare;Bulgarian
        br;breton;Breton
        ca;catalan;Catalan
        co;corse;Corsican
        cs;tchèque;Czech
        da;danois;Danish
        de;allemand;German
        el;grec;Greek
        en;anglais;English
        eo;espéranto;Esperanto
        es;espagnol;Spanish
        et;estonien;Estonian
        eu;basque;Basque
        fa;persan;Persian
        fi;finnois;Finnish
        fr;français;French
        ga;irlandais;Irish
        gl;galicien;Galician
        he;hébreu;Hebrew
        hi;hindi;Hindi
        hr;croate;Croatian
        hu;hongrois;Hungarian
        hy;arménien;Armenian
        id;indonésien;Indonesian
        is;islandais;Icelandic
        it;italien;Italian
        ja;japonais;Japanese
        ka;géorgien;Georgian
        ko;coréen;Korean
        lb;luxembourgeois;Luxembourgish
        lt;lituanien;Lithuanian
        lv;letton;Latvian
        mk;macédonien;Macedonian
        mt;maltais;Maltese
        nl;néerlandais;Dutch
        no;norvégien;Norwegian
        oc;occitan;Occitan
        pl;polonais;Polish
        pt;portugais;Portuguese
        ro;roumain;Romanian
        ru;russe;Russian
        sk;slovaque;Slovak
        sl;slovène;Slovenian
        sq;albanais;Albanian
        sr;serbe;Serbian
        sv;suédois;Swedish
        th;thaï;Thai
        tr;turc;Turkish
        uk;ukrainien;Ukrainian
        vi;vietnamien;Vietnamese
        yi;yiddish;Yiddish
        zh;chinois;Chinese
        """
}
