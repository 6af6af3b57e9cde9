/// What browsers are told not to do. Deny by default: only what the screens need is allowed.
enum SecurityHeaders {
    typealias Headers = [(name: String, value: String)]

    /// For documents that a browser never renders.
    static let api: Headers = [("X-Content-Type-Options", "nosniff")]

    /// For the web app: everything comes from here, no inline code, nobody frames it, no sensors.
    static let app: Headers =
        api + [
            (
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                    + "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; "
                    + "form-action 'none'; frame-ancestors 'none'"
            ),
            ("Referrer-Policy", "no-referrer"),
            ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
        ]

    /// For a file of the web app. What isn't a document and isn't a worker takes its rules from the page that asks for it: two thirds of
    /// a phone's page would otherwise be headers.
    static func webApp(_ file: String) -> Headers {
        switch file {
        // It stands beside the phone page's files and looks after `/p/` and `/d/`.
        // And the desk's looks after `/desk`.
        case "phone/sw.js", "desk/sw.js": app + [("Service-Worker-Allowed", "/")]
        case _ where [".html", ".svg", "sw.js"].contains(where: file.hasSuffix): app
        default: api + [("Cross-Origin-Resource-Policy", "same-origin")]
        }
    }

    /// For pictures: an SVG opened by itself must stay a picture.
    static let media: Headers =
        api + [("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")]
}
