/// The countries and territories of ISO 3166-1, all 249 (its state of 2024), with the names that people type.
public enum Countries {
    /// A country's names.
    struct Country: Sendable {
        /// ISO 3166-1 alpha-2, upper case.
        var code: String
        var fr: String
        var en: String
        /// What it may be typed as besides: usual short names, who comes from there.
        var words: [String]
    }

    /// Whether it is one of the standard's two-letter codes, in upper case.
    public static func isKnown(_ code: String) -> Bool { byCode[code] != nil }

    /// What a country is called; its code when nobody knows.
    public static func name(of code: String, in language: MessageLanguage) -> String {
        guard let country = byCode[code] else { return code }
        return language == .french ? country.fr : country.en
    }

    static let all: [Country] = Table.rows(of: table).map { row in
        Country(code: row[0], fr: row[1], en: row[2], words: Table.words(row[3]))
    }

    private static let byCode = Dictionary(all.map { ($0.code, $0) }) { first, _ in first }

    /// Code, French name, English name, other words.
    private static let table = """
        AD;Andorre;Andorra;andorran,andorrans
        AE;Émirats arabes unis;United Arab Emirates;emirats,emirates,dubai,abu dhabi
        AF;Afghanistan;Afghanistan;
        AG;Antigua-et-Barbuda;Antigua and Barbuda;antigua
        AI;Anguilla;Anguilla;
        AL;Albanie;Albania;albanais
        AM;Arménie;Armenia;armenien,armeniens
        AO;Angola;Angola;
        AQ;Antarctique;Antarctica;
        AR;Argentine;Argentina;argentin,argentins
        AS;Samoa américaines;American Samoa;
        AT;Autriche;Austria;autrichien,autrichienne,autrichiens,austrian,austrians
        AU;Australie;Australia;australien,australienne,australiens,australian,australians
        AW;Aruba;Aruba;
        AX;Îles Åland;Åland Islands;aland
        AZ;Azerbaïdjan;Azerbaijan;
        BA;Bosnie-Herzégovine;Bosnia and Herzegovina;bosnie,bosnia
        BB;Barbade;Barbados;la barbade
        BD;Bangladesh;Bangladesh;
        BE;Belgique;Belgium;belge,belges,belgian,belgians
        BF;Burkina Faso;Burkina Faso;
        BG;Bulgarie;Bulgaria;bulgare,bulgares
        BH;Bahreïn;Bahrain;
        BI;Burundi;Burundi;
        BJ;Bénin;Benin;
        BL;Saint-Barthélemy;Saint Barthélemy;saint barth,st barth,st barthelemy
        BM;Bermudes;Bermuda;
        BN;Brunei;Brunei;
        BO;Bolivie;Bolivia;
        BQ;Pays-Bas caribéens;Caribbean Netherlands;bonaire
        BR;Brésil;Brazil;bresilien,bresilienne,bresiliens,brazilian,brazilians
        BS;Bahamas;Bahamas;
        BT;Bhoutan;Bhutan;
        BV;Île Bouvet;Bouvet Island;
        BW;Botswana;Botswana;
        BY;Biélorussie;Belarus;belarus
        BZ;Belize;Belize;
        CA;Canada;Canada;canadien,canadienne,canadiens,canadian,canadians,quebec,quebecois,quebecoise
        CC;Îles Cocos;Cocos (Keeling) Islands;cocos islands
        CD;Congo (République démocratique);Congo (Democratic Republic);rdc,congo kinshasa,republique democratique du congo
        CF;République centrafricaine;Central African Republic;centrafrique
        CG;Congo;Congo;congo brazzaville
        CH;Suisse;Switzerland;suisses,suissesse,swiss
        CI;Côte d'Ivoire;Ivory Coast;cote d'ivoire
        CK;Îles Cook;Cook Islands;
        CL;Chili;Chile;chilien,chiliens
        CM;Cameroun;Cameroon;
        CN;Chine;China;chinois,chinoise,chinese
        CO;Colombie;Colombia;colombien,colombiens
        CR;Costa Rica;Costa Rica;
        CU;Cuba;Cuba;
        CV;Cap-Vert;Cape Verde;cabo verde
        CW;Curaçao;Curaçao;
        CX;Île Christmas;Christmas Island;
        CY;Chypre;Cyprus;
        CZ;Tchéquie;Czechia;republique tcheque,tcheque,tcheques,czech,czech republic
        DE;Allemagne;Germany;allemand,allemande,allemands,allemandes,german,germans,deutschland
        DJ;Djibouti;Djibouti;
        DK;Danemark;Denmark;danois,danoise,danish,dane,danes
        DM;Dominique;Dominica;
        DO;République dominicaine;Dominican Republic;saint domingue
        DZ;Algérie;Algeria;algerien,algerienne,algeriens
        EC;Équateur;Ecuador;
        EE;Estonie;Estonia;estonien,estoniens
        EG;Égypte;Egypt;egyptien,egyptiens
        EH;Sahara occidental;Western Sahara;
        ER;Érythrée;Eritrea;
        ES;Espagne;Spain;espagnol,espagnole,espagnols,espagnoles,spanish,spaniard,catalogne,catalunya
        ET;Éthiopie;Ethiopia;
        FI;Finlande;Finland;finlandais,finlandaise,finnish
        FJ;Fidji;Fiji;
        FK;Îles Malouines;Falkland Islands;malouines,falkland
        FM;Micronésie;Micronesia;
        FO;Îles Féroé;Faroe Islands;feroe
        FR;France;France;francais,francaise,francaises,french
        GA;Gabon;Gabon;
        GB;Royaume-Uni;United Kingdom;uk,angleterre,england,anglais,anglaise,anglaises,english,britannique,britanniques,british,brit,brits,grande bretagne,great britain,ecosse,ecossais,scotland,scottish,pays de galles,gallois,wales,welsh,irlande du nord,northern ireland
        GD;Grenade;Grenada;
        GE;Géorgie;Georgia;
        GG;Guernesey;Guernsey;
        GH;Ghana;Ghana;
        GI;Gibraltar;Gibraltar;
        GL;Groenland;Greenland;
        GM;Gambie;Gambia;
        GN;Guinée;Guinea;
        GP;Guadeloupe;Guadeloupe;
        GQ;Guinée équatoriale;Equatorial Guinea;
        GR;Grèce;Greece;grec,grecque,grecs,greek,greeks
        GS;Géorgie du Sud et îles Sandwich du Sud;South Georgia and the South Sandwich Islands;
        GT;Guatemala;Guatemala;
        GU;Guam;Guam;
        GW;Guinée-Bissau;Guinea-Bissau;
        GY;Guyana;Guyana;
        GF;Guyane;French Guiana;
        HK;Hong Kong;Hong Kong;
        HM;Îles Heard-et-MacDonald;Heard Island and McDonald Islands;
        HN;Honduras;Honduras;
        HR;Croatie;Croatia;croate,croates,croatian
        HT;Haïti;Haiti;
        HU;Hongrie;Hungary;hongrois,hongroise,hungarian
        ID;Indonésie;Indonesia;bali
        IE;Irlande;Ireland;irlandais,irlandaise,irish,eire
        IL;Israël;Israel;israelien,israeliens
        IM;Île de Man;Isle of Man;
        IN;Inde;India;indien,indienne,indiens,indian,indians
        IO;Territoire britannique de l'océan Indien;British Indian Ocean Territory;
        IQ;Irak;Iraq;
        IR;Iran;Iran;iranien,iraniens
        IS;Islande;Iceland;islandais
        IT;Italie;Italy;italien,italienne,italiens,italiennes,italian,italians
        JE;Jersey;Jersey;
        JM;Jamaïque;Jamaica;
        JO;Jordanie;Jordan;
        JP;Japon;Japan;japonais,japonaise,japanese
        KE;Kenya;Kenya;
        KG;Kirghizistan;Kyrgyzstan;
        KH;Cambodge;Cambodia;
        KI;Kiribati;Kiribati;
        KM;Comores;Comoros;
        KN;Saint-Christophe-et-Niévès;Saint Kitts and Nevis;
        KP;Corée du Nord;North Korea;
        KR;Corée du Sud;South Korea;sud coreen,sud coreens,south korean
        KW;Koweït;Kuwait;
        KY;Îles Caïmans;Cayman Islands;caimans
        KZ;Kazakhstan;Kazakhstan;
        LA;Laos;Laos;
        LB;Liban;Lebanon;libanais,libanaise
        LC;Sainte-Lucie;Saint Lucia;
        LI;Liechtenstein;Liechtenstein;
        LK;Sri Lanka;Sri Lanka;
        LR;Liberia;Liberia;
        LS;Lesotho;Lesotho;
        LT;Lituanie;Lithuania;lituanien,lituaniens
        LU;Luxembourg;Luxembourg;luxembourgeois,luxembourgeoise
        LV;Lettonie;Latvia;letton,lettons
        LY;Libye;Libya;
        MA;Maroc;Morocco;marocain,marocaine,marocains
        MC;Monaco;Monaco;monegasque
        MD;Moldavie;Moldova;
        ME;Monténégro;Montenegro;
        MF;Saint-Martin;Saint Martin;st martin
        MG;Madagascar;Madagascar;malgache,malgaches
        MH;Îles Marshall;Marshall Islands;
        MK;Macédoine du Nord;North Macedonia;macedoine
        ML;Mali;Mali;
        MM;Birmanie;Myanmar;burma
        MN;Mongolie;Mongolia;
        MO;Macao;Macao;
        MP;Îles Mariannes du Nord;Northern Mariana Islands;
        MQ;Martinique;Martinique;
        MR;Mauritanie;Mauritania;
        MS;Montserrat;Montserrat;
        MT;Malte;Malta;maltais
        MU;Maurice;Mauritius;ile maurice,mauricien,mauriciens
        MV;Maldives;Maldives;
        MW;Malawi;Malawi;
        MX;Mexique;Mexico;mexicain,mexicaine,mexicains,mexican
        MY;Malaisie;Malaysia;
        MZ;Mozambique;Mozambique;
        NA;Namibie;Namibia;
        NC;Nouvelle-Calédonie;New Caledonia;noumea
        NE;Niger;Niger;
        NF;Île Norfolk;Norfolk Island;
        NG;Nigeria;Nigeria;
        NI;Nicaragua;Nicaragua;
        NL;Pays-Bas;Netherlands;hollande,holland,hollandais,hollandaise,neerlandais,neerlandaise,dutch
        NO;Norvège;Norway;norvegien,norvegienne,norvegiens,norwegian
        NP;Népal;Nepal;
        NR;Nauru;Nauru;
        NU;Niue;Niue;
        NZ;Nouvelle-Zélande;New Zealand;neo zelandais,kiwi
        OM;Oman;Oman;
        PA;Panama;Panama;
        PE;Pérou;Peru;peruvien,peruviens
        PF;Polynésie française;French Polynesia;tahiti,polynesie
        PG;Papouasie-Nouvelle-Guinée;Papua New Guinea;
        PH;Philippines;Philippines;
        PK;Pakistan;Pakistan;
        PL;Pologne;Poland;polonais,polonaise,polish,pole,poles
        PM;Saint-Pierre-et-Miquelon;Saint Pierre and Miquelon;
        PN;Îles Pitcairn;Pitcairn Islands;
        PR;Porto Rico;Puerto Rico;
        PS;Palestine;Palestine;
        PT;Portugal;Portugal;portugais,portugaise,portuguese
        PW;Palaos;Palau;
        PY;Paraguay;Paraguay;
        QA;Qatar;Qatar;
        RE;La Réunion;Réunion;ile de la reunion
        RO;Roumanie;Romania;roumain,roumaine,roumains,romanian
        RS;Serbie;Serbia;serbe,serbes
        RU;Russie;Russia;russe,russes,russian,russians
        RW;Rwanda;Rwanda;
        SA;Arabie saoudite;Saudi Arabia;
        SB;Îles Salomon;Solomon Islands;
        SC;Seychelles;Seychelles;
        SD;Soudan;Sudan;
        SE;Suède;Sweden;suedois,suedoise,swedish,swede,swedes
        SG;Singapour;Singapore;
        SH;Sainte-Hélène;Saint Helena;
        SI;Slovénie;Slovenia;slovene,slovenes
        SJ;Svalbard et Jan Mayen;Svalbard and Jan Mayen;
        SK;Slovaquie;Slovakia;slovaque,slovaques
        SL;Sierra Leone;Sierra Leone;
        SM;Saint-Marin;San Marino;
        SN;Sénégal;Senegal;senegalais
        SO;Somalie;Somalia;
        SR;Suriname;Suriname;
        SS;Soudan du Sud;South Sudan;
        ST;Sao Tomé-et-Principe;Sao Tome and Principe;
        SV;Salvador;El Salvador;
        SX;Saint-Martin (partie néerlandaise);Sint Maarten;
        SY;Syrie;Syria;
        SZ;Eswatini;Eswatini;swaziland
        TC;Îles Turques-et-Caïques;Turks and Caicos Islands;
        TD;Tchad;Chad;
        TF;Terres australes françaises;French Southern Territories;
        TG;Togo;Togo;
        TH;Thaïlande;Thailand;thailandais
        TJ;Tadjikistan;Tajikistan;
        TK;Tokelau;Tokelau;
        TL;Timor oriental;Timor-Leste;timor
        TM;Turkménistan;Turkmenistan;
        TN;Tunisie;Tunisia;tunisien,tunisienne,tunisiens
        TO;Tonga;Tonga;
        TR;Turquie;Türkiye;turkey,turc,turque,turcs,turkish
        TT;Trinité-et-Tobago;Trinidad and Tobago;
        TV;Tuvalu;Tuvalu;
        TW;Taïwan;Taiwan;taiwanais
        TZ;Tanzanie;Tanzania;
        UA;Ukraine;Ukraine;ukrainien,ukrainienne,ukrainiens,ukrainian
        UG;Ouganda;Uganda;
        UM;Îles mineures éloignées des États-Unis;United States Minor Outlying Islands;
        US;États-Unis;United States;usa,etats unis d'amerique,united states of america,americain,americaine,americains,americaines,american,americans
        UY;Uruguay;Uruguay;
        UZ;Ouzbékistan;Uzbekistan;
        VA;Vatican;Holy See;
        VC;Saint-Vincent-et-les-Grenadines;Saint Vincent and the Grenadines;
        VE;Venezuela;Venezuela;
        VG;Îles Vierges britanniques;British Virgin Islands;iles vierges,virgin islands
        VI;Îles Vierges des États-Unis;U.S. Virgin Islands;iles vierges,virgin islands
        VN;Vietnam;Vietnam;viet nam,vietnamien,vietnamiens
        VU;Vanuatu;Vanuatu;
        WF;Wallis-et-Futuna;Wallis and Futuna;
        WS;Samoa;Samoa;
        YE;Yémen;Yemen;
        YT;Mayotte;Mayotte;
        ZA;Afrique du Sud;South Africa;sud africain,sud africaine,sud africains,south african
        ZM;Zambie;Zambia;
        ZW;Zimbabwe;Zimbabwe;
        """
}
