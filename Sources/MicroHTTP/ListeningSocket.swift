import Glibc

/// A socket that listens. Made here rather than by libmicrohttpd, so that a failure has a cause that can be told.
struct ListeningSocket {
    let descriptor: Int32
    let port: Int

    init(address: String, port: Int) throws(ServerError) {
        guard let wanted = UInt16(exactly: port) else {
            throw ServerError(code: .badAddress, message: "\(port) isn't a port.", hint: "Choose one from 1 to 65535.")
        }
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = AI_NUMERICHOST | AI_PASSIVE | AI_NUMERICSERV
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(address, String(wanted), &hints, &found) == 0, let info = found?.pointee else {
            throw ServerError(
                code: .badAddress, message: "“\(address)” isn't a numeric address.",
                hint: "Use 127.0.0.1 for this machine alone, 0.0.0.0 or :: for the network.")
        }
        defer { freeaddrinfo(found) }
        let flags = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
        let descriptor = socket(info.ai_family, flags, 0)
        guard descriptor >= 0 else { throw ListeningSocket.error(address, port) }
        // A restarted server binds at once, although connections of the one before linger in TIME_WAIT. Not
        // SO_REUSEPORT: two servers on one port would share its clients without a word.
        var yes: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        guard bind(descriptor, info.ai_addr, info.ai_addrlen) == 0, listen(descriptor, 4096) == 0 else {
            let error = ListeningSocket.error(address, port)
            close(descriptor)
            throw error
        }
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        withUnsafeMutableBytes(of: &storage) { bytes in
            if let base = bytes.baseAddress {
                _ = getsockname(descriptor, base.assumingMemoryBound(to: sockaddr.self), &length)
            }
        }
        // The port is at the same place in sockaddr_in and sockaddr_in6, in network order.
        let bound = withUnsafeBytes(of: &storage) { $0.loadUnaligned(fromByteOffset: 2, as: UInt16.self) }
        self.descriptor = descriptor
        self.port = Int(UInt16(bigEndian: bound))
    }

    /// What `errno` means here.
    private static func error(_ address: String, _ port: Int) -> ServerError {
        switch errno {
        case EADDRINUSE:
            ServerError(
                code: .addressInUse, message: "Another program already listens on \(address) port \(port).",
                hint: "Stop it (`ss -ltnp` shows which it is), or choose another port.")
        case EACCES:
            ServerError(
                code: .notAllowed, message: "This user may not listen on port \(port).",
                hint: "Choose a port above 1023, or give the program CAP_NET_BIND_SERVICE.")
        case EADDRNOTAVAIL:
            ServerError(
                code: .badAddress, message: "\(address) isn't an address of this machine.",
                hint: "`ip address` lists them; 0.0.0.0 stands for all.")
        case let number:
            ServerError(
                code: .system, message: "Listening on \(address) port \(port) failed: \(systemMessage(number)).",
                hint: "See the system's log.")
        }
    }
}
