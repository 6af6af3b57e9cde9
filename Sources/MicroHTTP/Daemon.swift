import CMicroHTTPD
import Glibc

/// libmicrohttpd, running: started by `init`, stopped by `stop`, which is called once. The listening socket is given to
/// libmicrohttpd, which closes it when it stops or doesn't start.
///
/// `@unchecked Sendable`: all fields are constants; libmicrohttpd's functions on a daemon are safe between threads, and
/// `Server` calls `stop` under its lock.
final class Daemon: @unchecked Sendable {
    /// The port it listens on.
    let port: Int
    private let core: ServerCore
    private let handle: OpaquePointer
    private let watchdog: BackgroundThread
    private let wakeUp = WakeUp()

    init(_ core: ServerCore) throws(ServerError) {
        let configuration = core.configuration
        let processors = Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        let threads = configuration.threads > 0 ? configuration.threads : max(2, processors)
        let limit = max(threads, min(configuration.connectionLimit, Daemon.raiseDescriptorLimit() - 64))
        signal(SIGPIPE, SIG_IGN)
        MHD_set_panic_func(panic, nil)

        let socket = try ListeningSocket(address: configuration.address, port: configuration.port)
        var options = [
            MHD_OptionItem(.LISTEN_SOCKET, Int(socket.descriptor)),
            MHD_OptionItem(.CONNECTION_LIMIT, limit),
            MHD_OptionItem(.CONNECTION_MEMORY_LIMIT, configuration.maxHeaderBytes + 2048),
            MHD_OptionItem(.CONNECTION_TIMEOUT, max(1, configuration.idleTimeout)),
            // Refuses what a strict reader of RFC 9112 refuses, HTTP/1.1 without Host for instance.
            MHD_OptionItem(.STRICT_FOR_CLIENT, 1),
            MHD_OptionItem(.SIGPIPE_HANDLED_BY_APP, 1),
        ]
        if threads > 1 { options.append(MHD_OptionItem(.THREAD_POOL_SIZE, threads)) }
        if configuration.perAddressLimit > 0 {
            options.append(MHD_OptionItem(.PER_IP_CONNECTION_LIMIT, configuration.perAddressLimit))
        }
        var flags = MHD_USE_EPOLL_INTERNAL_THREAD.rawValue | MHD_ALLOW_SUSPEND_RESUME.rawValue
        if configuration.tls != nil { flags |= MHD_USE_TLS.rawValue }

        let context = Unmanaged.passUnretained(core).toOpaque()
        let handle = Daemon.withTLS(configuration.tls) { tls in
            options += tls + [MHD_OptionItem(.END, 0)]
            return cmhd_start(
                flags, mayConnect, access, completed, connectionChanged, opened, leaveEscaped, context, &options)
        }
        guard let handle else {
            throw configuration.tls == nil
                ? ServerError(
                    code: .system, message: "libmicrohttpd didn't start: \(systemMessage(errno)).",
                    hint: "The system may lack memory, threads or open files.")
                : ServerError(
                    code: .badCertificate, message: "HTTPS didn't start with this certificate and key.",
                    hint: "Check that both are PEM, that the key isn't encrypted and belongs to the certificate.")
        }
        self.core = core
        port = socket.port
        self.handle = handle
        let wakeUp = wakeUp
        watchdog = BackgroundThread {
            while !core.isDraining {
                wakeUp.wait(milliseconds: 1000)
                let now = monotonicNanoseconds()
                core.connections.shutDown(SHUT_RDWR) {
                    $0.progress.isLate(
                        now: now, idleTimeout: configuration.idleTimeout, requestTimeout: configuration.requestTimeout)
                }
            }
        }
    }

    /// See `Server.drain`.
    func stop(within deadline: Duration) {
        core.drain()
        wakeUp.wake()
        watchdog.join()
        let clock = ContinuousClock()
        let end = clock.now + deadline
        repeat {
            // What a client has sent already is still read and answered; then libmicrohttpd meets the end and closes.
            core.connections.shutDown(SHUT_RD) { $0.progress.phase == .idle }
            for connection in core.connections.all { connection.closeStream() }
            if core.connections.count == 0 { break }
            usleep(2000)
        } while clock.now < end
        core.stop()
        for connection in core.connections.all { connection.wakeStopping() }
        // Time for those last answers to be written; a client that doesn't read them can't hold the end up.
        let last = clock.now + .milliseconds(250)
        while clock.now < last, core.connections.all.contains(where: { $0.progress.phase == .answering }) {
            usleep(2000)
        }
        MHD_stop_daemon(handle)
        core.configuration.accessLog?.flush()
    }

    /// Each connection is an open file: raises the soft limit to the hard one, and returns it.
    private static func raiseDescriptorLimit() -> Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 1024 }
        if limit.rlim_cur < limit.rlim_max {
            limit.rlim_cur = limit.rlim_max
            setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
            getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        }
        return Int(clamping: limit.rlim_cur)
    }

    /// libmicrohttpd reads the two texts while it starts.
    private static func withTLS(
        _ tls: Server.TLS?, _ body: ([MHD_OptionItem]) -> OpaquePointer?
    ) -> OpaquePointer? {
        guard let tls else { return body([]) }
        return tls.certificatePEM.withCString { certificate in
            tls.keyPEM.withCString { key in
                "NORMAL:-VERS-TLS1.0:-VERS-TLS1.1".withCString { priorities in
                    body([
                        MHD_OptionItem(.HTTPS_MEM_CERT, 0, certificate), MHD_OptionItem(.HTTPS_MEM_KEY, 0, key),
                        MHD_OptionItem(.HTTPS_PRIORITIES, 0, priorities),
                    ])
                }
            }
        }
    }
}

extension MHD_OptionItem {
    fileprivate init(_ option: MHD_OPTION, _ value: Int, _ pointer: UnsafePointer<CChar>? = nil) {
        self.init(option: option, value: value, ptr_value: UnsafeMutableRawPointer(mutating: pointer))
    }
}

// The callbacks: each finds its connection and hands over.

/// A draining server closes what connects. Not MHD_quiesce_daemon: in 0.9.75 it and a busy worker of the pool may both
/// take the listening socket out of the worker's epoll set, and whoever comes second stops the process.
private let mayConnect: MHD_AcceptPolicyCallback = { server, _, _ in
    guard let server else { return .NO }
    return Unmanaged<ServerCore>.fromOpaque(server).takeUnretainedValue().isDraining ? .NO : .YES
}

private let opened:
    @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?, OpaquePointer?) -> UnsafeMutableRawPointer? = {
        _, target, handle in
        guard let target, let context = cmhd_socket_context(handle) else { return nil }
        Unmanaged<Connection>.fromOpaque(context).takeUnretainedValue().open(target)
        return context
    }

private let access: MHD_AccessHandlerCallback = { _, _, _, method, version, data, count, context in
    guard let context = context?.pointee, let method, let version, let count else { return .NO }
    return Unmanaged<Connection>.fromOpaque(context).takeUnretainedValue()
        .access(method: method, version: version, data: data, count: count)
}

private let completed: MHD_RequestCompletedCallback = { _, _, context, reason in
    guard let context = context?.pointee else { return }
    Unmanaged<Connection>.fromOpaque(context).takeUnretainedValue().complete(reason)
}

private let connectionChanged: MHD_NotifyConnectionCallback = { server, handle, context, change in
    guard let server, let handle, let context else { return }
    let core = Unmanaged<ServerCore>.fromOpaque(server).takeUnretainedValue()
    if change == .CONNECTION_NOTIFY_STARTED {
        let connection = Connection(core: core, handle: handle, number: core.connections.nextNumber())
        core.connections.insert(connection)
        context.pointee = Unmanaged.passRetained(connection).toOpaque()
    } else if let pointer = context.pointee {
        let connection = Unmanaged<Connection>.fromOpaque(pointer).takeRetainedValue()
        core.connections.remove(connection)
    }
}

/// Paths reach the handler as received; query values are decoded by `QueryString`.
private let leaveEscaped:
    @convention(c) (UnsafeMutableRawPointer?, OpaquePointer?, UnsafeMutablePointer<CChar>?) -> Int = { _, _, text in
        text.map { strlen($0) } ?? 0
    }

/// libmicrohttpd found itself misused or the system failing: it can't go on.
private let panic: MHD_PanicCallback = { _, file, line, reason in
    let place = file.map { String(cString: $0) } ?? "?"
    let reason = reason.map { String(cString: $0) } ?? "no reason given"
    let message = "libmicrohttpd can't go on, the process stops: \(reason) (\(place):\(line))\n"
    _ = message.withCString { write(STDERR_FILENO, $0, strlen($0)) }
    abort()
}
