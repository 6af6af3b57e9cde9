extension CouncilReport {
    /// Stone, ink and tile; on paper two pages of A4 that are full, then the annex. What a printer leaves out (grounds) carries no meaning.
    static let style = """
        html { background: #f3ead8; color: #2b211b; font-family: "Atkinson Hyperlegible", "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", sans-serif; font-size: 10.5pt; }
        main { background: none; max-width: 210mm; }
        h1, h2 { font-family: Marcellus, "Liberation Serif", Georgia, serif; font-weight: 400; line-height: 1.15; margin: 0; }
        h1 { font-size: 2.5em; color: #a5432a; }
        h2 { font-size: 1.5em; margin: 1.1em 0 .5em; }
        h3 { font-size: .86em; font-weight: 400; margin: 0; color: #5f5045; }
        p { margin: .2em 0; }
        small { color: #5f5045; font-size: .85em; font-weight: 400; }
        section { background: #fffdf8; padding: 12mm 14mm; margin: 0 0 1rem; }
        .demonstration { background: #7a4f06; color: #fff; font-weight: 700; padding: .4em .8em; margin: 0 0 1em; }
        .office { color: #5f5045; font-size: 1.05em; }
        .days { color: #5f5045; margin-top: .5em; }
        .findings { list-style: none; margin: 1.1em 0 0; padding: 0; }
        .findings li { font-size: 1.18em; line-height: 1.4; margin: .55em 0; padding-left: .9em; border-left: 1.2mm solid #a5432a; }
        .sheet { margin: -2mm -3mm 0; }
        .tiles { display: table; table-layout: fixed; border-spacing: 3mm; width: 100%; }
        .row { display: table-row; break-inside: avoid; }
        .row > div { display: table-cell; }
        .tile { padding: 2.2mm 3.5mm 2.6mm; background: #faf4e8; border-top: .6mm solid #cbb794; }
        .tile p { font-size: .86em; }
        .tile .value { font-size: 1.75em; font-weight: 700; line-height: 1.25; font-variant-numeric: tabular-nums; }
        .tile .none { font-size: 1.1em; font-weight: 400; }
        .tile .base { color: #5f5045; }
        footer { color: #5f5045; border-top: .2mm solid #cbb794; margin-top: 1em; padding-top: .5em; font-size: .8em; }
        figure { margin: 0 0 5mm; break-inside: avoid; }
        figcaption { font-weight: 700; margin-bottom: 1.5mm; }
        figure svg { display: block; width: 100%; height: auto; }
        .beside { display: table; width: 100%; table-layout: fixed; margin-bottom: 5mm; }
        .beside figure { display: table-cell; vertical-align: top; }
        .beside figure + figure { padding-left: 6mm; }
        .annex table { margin: 0 0 6mm; font-size: .9em; }
        caption { font-weight: 700; padding-bottom: 1mm; }
        .annex th, .annex td { padding: .7mm 0 .7mm 4mm; border-bottom: .1mm solid #cbb794; }
        .annex th:first-child { padding-left: 0; }
        .annex td, .annex thead th { text-align: right; font-variant-numeric: tabular-nums; }
        .annex thead th { color: #5f5045; vertical-align: bottom; }
        .annex thead th:first-child { text-align: left; }
        .annex tfoot th, .annex tfoot td { border-bottom: none; }
        .words th, .words td, .annex .words td, .annex .words thead th { text-align: left; vertical-align: top; }
        .words th:first-child { width: 24%; }
        .notes li { margin: .35em 0; }
        tr { break-inside: avoid; }
        thead { display: table-header-group; }
        tfoot { display: table-row-group; }
        @page { size: A4; margin: 13mm 15mm; }
        @media screen and (max-width: 640px) {
          main { margin: 0; }
          section { padding: 6vw 5vw; }
          h1 { font-size: 1.9em; }
          .sheet { margin: 0; }
          .tiles, .row, .row > div { display: block; }
          .tile { margin-bottom: 3vw; }
          .beside, .beside figure { display: block; }
          .beside figure + figure { padding-left: 0; }
          .wide .drawing, .annex { overflow-x: auto; }
          .wide svg { min-width: 560px; }
        }
        @media print {
          html { background: none; font-size: 10pt; }
          main { margin: 0; max-width: none; }
          section { padding: 0; margin: 0; background: none; }
          .page { break-after: page; }
          .tile, rect { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        }
        """
}
