import Catalogue
import Foundation
import Logging
import MicroHTTP
import Native
import Reception
import Register
import ServiceLifecycle
import UnixSignals

/// The whole server: content, register and HTTP, put together. `vitrine serve` and the tests run the same one.
public final class KioskServer: Service {
    private let options: Options
    private let logger: Logger
    private let content: ContentKeeper
    private let map: MapKeeper
    private let register: Register
    private let events: EventHub
    private let notices: NoticeBoard
    private let traffic: Traffic
    private let logins: LoginRoutes
    private let server: Server
    private let listener: Listener
    let routes: Routes
    private let accessLog: AccessLog?
    private let ready: @Sendable (KioskServer) -> Void

    /// The address it answers on, once it runs.
    public var address: String { listener.address }

    /// Whether all that it keeps was made up.
    public var isDemonstration: Bool { register.isDemonstration }

    /// How many places are shown.
    public var placeCount: Int { content.site.snapshot.placeCount }

    /// Checks the content, opens the register, prepares everything; nothing listens yet.
    /// - Parameter ready: called when requests are answered.
    /// - Throws: `ContentError`, `RegisterError`, `StartError`: each says what is wrong and what to do.
    public init(
        _ options: Options, logger: Logger, ready: @escaping @Sendable (KioskServer) -> Void = { _ in }
    ) throws {
        self.options = options
        self.logger = logger
        self.ready = ready
        let isDemonstration = Register.isMarkedAsDemonstration(options.data)
        let web = try WebApp(folder: options.web, isDemonstration: isDemonstration)
        // Made before anything writes there: what is recorded is nobody else's to read.
        try FileManager.default.createDirectory(
            atPath: options.data, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let events = EventHub()
        let listener = Listener(options)
        let publicAddress = try options.checkedPublicAddress()
        let content = try ContentKeeper(
            options: options, web: web, publicAddress: { publicAddress ?? listener.address }, logger: logger
        ) { site in
            events.publish(event: site.changed.name, id: site.changed.id, data: site.changed.data)
        }
        let map = MapKeeper(content: options.content, logger: logger)
        let snapshot = content.site.snapshot
        let register = try Register.open(at: options.data, office: snapshot.officeCode, timeZone: snapshot.timeZone) {
            logger.notice("bringing \(options.data) up to this version, which may take minutes, once")
        }
        try register.remember(snapshot)
        if isDemonstration { logger.warning("DÉMONSTRATION: everything in \(options.data) is made up") }
        let notices = try NoticeBoard(register: register, events: events, logger: logger) { slug in
            content.site.snapshot.entry(path: "/api/v1/\(snapshot.languages.first ?? "fr")/places/\(slug)") != nil
        }
        accessLog = try options.openAccessLog()
        var configuration = Server.Configuration()
        configuration.address = options.bind
        configuration.port = options.port
        configuration.accessLog = accessLog
        // Enough for every screen behind one router; an address that opens more keeps nobody else out.
        configuration.perAddressLimit = 512
        configuration.tls = try options.readTLS()
        let traffic = Traffic()
        let failures = FailureAnswers(traffic: traffic, logger: logger)
        let logins = LoginRoutes(register: register, failures: failures, logger: logger)
        let setting: @Sendable () -> DeskSetting = { content.site.snapshot.deskSetting(of: register) }
        let desk =
            DeskRoutes(register: register, setting: setting).all
            + FactRoutes(register: register, setting: setting).all
            + DeskNoticeRoutes(register: register, board: notices).all
            + TillRoutes(register: register).all
            + StrategyRoutes(register: register).all
        let health = Health(
            content: content, register: register, events: events, notices: notices,
            troubles: TroubleRoute(logger: logger),
            traffic: traffic, listener: listener)
        let routes = Routes(
            routes: Self.routes(content: content, web: web, register: register, notices: notices, health: health)
                + MapRoute(map: map).routes + logins.all + desk,
            site: { content.site }, gate: Gate(register: register, failures: failures))
        server = Server(
            configuration,
            mapError: { error, id in failures.response(to: error, id: id) },
            handler: { request in
                traffic.countRequest()
                return try routes.answer(request)
            })
        self.routes = routes
        self.traffic = traffic
        self.logins = logins
        listener.listens(server)
        self.listener = listener
        self.content = content
        self.map = map
        self.register = register
        self.events = events
        self.notices = notices
    }

    /// Serves until a graceful shutdown is asked for, then stops in order: health says 503, no more connections, the
    /// requests in progress end, the register writes what it has and closes.
    public func run() async throws {
        // From here on a signal reloads rather than ends the process.
        let reloadSignals = await UnixSignalsSequence(trapping: .sighup)
        let watch = try FolderWatch(options.content) { self.reload() }
        try server.start()
        ready(self)
        await withTaskGroup(of: Void.self) { group in
            group.addTask { for await _ in reloadSignals { self.reload() } }
            group.addTask { await self.notices.watch() }
            group.addTask { await self.forgetOldInteractions() }
            try? await gracefulShutdown()
            group.cancelAll()
        }
        logger.info("stopping")
        traffic.stop()
        watch.stop()
        server.drain(deadline: .seconds(2))
        routes.gate.finish()
        logins.finish()
        register.shutdown()
        accessLog?.close()
    }

    /// Reads the content again, and leaves word of what desks on this machine must know of it.
    private func reload() {
        content.reload()
        map.reload()
        do {
            try register.remember(content.site.snapshot)
        } catch {
            logger.error("desks on this machine keep the words they had: \(error)")
        }
    }

    /// Once a day, lets go of raw interactions that are older than may be kept, and of the hashes of searches that too few
    /// sessions made; the hourly counts and the terms stay. Then leaves word of the content again.
    private func forgetOldInteractions() async {
        while !Task.isCancelled {
            do {
                let limit = Instant.now.subtracting(months: ScreenClock.monthsKept)
                let forgotten = try register.forgetRawInteractions(before: limit)
                if forgotten > 0 { logger.info("\(forgotten) raw interactions from before \(limit) forgotten") }
                let today = register.clock.dayAndHour(at: .now).day
                try register.forgetSearchCandidates(before: today.adding(days: -30))
                // A new year's figures begin with what the catalogue has on its first day.
                try register.remember(content.site.snapshot)
            } catch {
                logger.error("what is done once a day was not finished, trying again tomorrow: \(error)")
            }
            try? await Task.sleep(for: .seconds(86_400))
        }
    }

    private static func routes(
        content: ContentKeeper, web: WebApp, register: Register, notices: NoticeBoard, health: Health
    ) -> [Routes.Route] {
        let interactions = InteractionRoute(register: register)
        let signs = ScreenSigns(register: register)
        return [
            .everybody(.post, "/api/v1/interactions") { try interactions.answer($0) },
            .everybody(.get, "/api/v1/events") { request in
                request.query("screen").map { signs.called($0, at: .now) }
                return .stream(notices.subscribe(first: [content.site.changed, web.changed]))
            },
            .everybody(.get, "/api/v1/notices") { _ in .reply(notices.response) },
            .everybody(.post, "/api/v1/troubles") { .reply(try health.troubles.answer($0)) },
            .everybody(.get, "/healthz") { _ in .reply(try health.alive()) },
            .everybody(.get, "/readyz") { _ in .reply(health.ready()) },
            .everybody(.get, "/metrics") { _ in .reply(Metrics.response(for: health)) },
        ] + PhoneRoutes(site: { content.site }).all
    }
}

extension Snapshot {
    /// What a desk must know of the office whose facts a register keeps.
    func deskSetting(of register: Register) -> DeskSetting {
        DeskSetting(
            office: register.office, timeZone: timeZone, languages: languages.compactMap(Language.init),
            vocabulary: desk)
    }
}

extension Register {
    /// The register keeps the office and the time zone that it was opened with: another office needs another data folder.
    fileprivate func remember(_ content: Snapshot) throws {
        let setting = content.deskSetting(of: self)
        try remember(
            languages: setting.languages, vocabulary: setting.vocabulary, till: content.till,
            statistics: content.statistics)
        try remember(content.strategy, counted: content.counted, at: .now)
    }
}
