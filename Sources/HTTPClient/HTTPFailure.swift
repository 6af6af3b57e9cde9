import CCurl

/// Why there was no reply.
public enum HTTPFailure: Error, Hashable, Sendable {
    /// libcurl isn't installed.
    case libraryMissing
    /// That is no address of the web.
    case notAnAddress
    /// Its name isn't known, it refuses connections, or it hung up: libcurl's words.
    case unreachable(String)
    /// It didn't answer in time.
    case silent
    /// Its certificate isn't to be trusted: libcurl's words.
    case certificate(String)
    /// The certificate authorities given can't be read.
    case authorities

    init(_ code: CURLcode, _ words: String) {
        switch code {
        case CURLE_OPERATION_TIMEDOUT: self = .silent
        case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: self = .notAnAddress
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS:
            self = .certificate(words)
        case CURLE_SSL_CACERT_BADFILE: self = .authorities
        default: self = .unreachable(words)
        }
    }
}
