import Foundation

/// What every page of a demonstration says, whatever it shows: put into the page itself, so that no page can forget it.
enum DemonstrationBanner {
    /// Where its stylesheet is: pages take styles from files only.
    static let stylesheetPath = "/demonstration.css"

    /// A page with the banner in it; as it was when it isn't one.
    static func added(to page: [UInt8]) -> [UInt8] {
        let text = String(decoding: page, as: UTF8.self)
        guard let head = text.range(of: "</head>"), let body = text.range(of: "</body>", options: .backwards) else {
            return page
        }
        return Array(
            (text[..<head.lowerBound] + "<link rel=\"stylesheet\" href=\"\(stylesheetPath)\">\n  "
                + text[head.lowerBound..<body.lowerBound]
                + banner + text[body.lowerBound...]).utf8)
    }

    private static let banner = """
        <aside class="demonstration" lang="fr" aria-label="Démonstration">DÉMONSTRATION <small>chiffres inventés</small></aside>

        """

    /// Over everything and in nobody's way: it lets touches through.
    static let stylesheet = Array(
        """
        .demonstration {
          position: fixed;
          inset-block-start: 0;
          inset-inline: 0;
          inline-size: fit-content;
          margin-inline: auto;
          z-index: 2147483647;
          padding: 0.15rem 0.9rem;
          border-radius: 0 0 0.6rem 0.6rem;
          background: #8a1538;
          color: #fff;
          font: 700 0.95rem/1.5 system-ui, sans-serif;
          letter-spacing: 0.06em;
          white-space: nowrap;
          pointer-events: none;
          print-color-adjust: exact;
        }

        .demonstration small {
          font-weight: 400;
          letter-spacing: 0;
        }

        """.utf8)
}
