extension Server {
    /// How a server listens and what it bears.
    public struct Configuration: Sendable {
        /// A numeric IPv4 or IPv6 address; `0.0.0.0` or `::` for all.
        public var address = "127.0.0.1"
        /// 0 lets the system choose: read `Server.port` after `start`.
        public var port = 0
        /// Threads that read, answer and write. 0: one per processor, at least 2.
        public var threads = 0
        /// Longest request body, in bytes; more is answered 413.
        public var maxBodyBytes = 262_144
        /// Longest request line and headers, in bytes, each header counting 64 more and cookies twice; more is answered
        /// 431 (or 414, a long path). A connection takes this much memory, and 2 KiB for the answer's headers; bodies
        /// are read through it too.
        public var maxHeaderBytes = 8192
        /// Connections open at once; further ones wait in the system's queue. Lowered to what the system's limit of
        /// open files allows. libmicrohttpd gives each thread its equal share of it.
        public var connectionLimit = 8192
        /// Connections open at once from one address; further ones are closed. 0: no such limit.
        public var perAddressLimit = 0
        /// Seconds after which a connection on which nothing moves is closed.
        public var idleTimeout = 15
        /// Seconds within which a whole request must have come, counted from the connection or the answer before; so
        /// that a client that sends a byte now and then is dropped too.
        public var requestTimeout = 30
        /// Serve HTTPS with this certificate.
        public var tls: TLS?
        /// Where each request's line goes.
        public var accessLog: AccessLog?

        /// Defaults: 127.0.0.1, any port, 256 KiB bodies, no TLS, no log.
        public init() {}
    }

    /// A certificate and its key.
    public struct TLS: Sendable {
        /// The certificate in PEM, followed by the intermediate ones if there are any.
        public var certificatePEM: String
        /// The private key in PEM, not encrypted.
        public var keyPEM: String

        /// Both are the contents of the files, not their paths.
        public init(certificatePEM: String, keyPEM: String) {
            self.certificatePEM = certificatePEM
            self.keyPEM = keyPEM
        }
    }
}
