import Catalogue
import Foundation
import Logging
import MicroHTTP
import Reception
import Synchronization

/// Keeps the site that is served, and replaces it whole when the content has changed. Broken content replaces nothing.
final class ContentKeeper: Sendable {
    /// What a reload made of the folder.
    struct State: Sendable {
        var site: Site
        var loadedAt: Instant
        /// The problems of the last reload; when there are any, `site` is of an earlier one.
        var problems: Int = 0
        var reloads = 0
        var failedReloads = 0
    }

    private let content: String
    private let cache: String
    private let publicAddress: @Sendable () -> String
    private let web: WebApp
    private let logger: Logger
    private let state: Mutex<State>
    private let reloading = Mutex(())
    private let replaced: @Sendable (Site) -> Void

    /// Loads the content.
    /// - Parameter replaced: called after a reload has changed what is served.
    /// - Throws: `ContentError` with every problem, when the content can't be served.
    init(
        options: Options, web: WebApp, publicAddress: @escaping @Sendable () -> String, logger: Logger,
        replaced: @escaping @Sendable (Site) -> Void
    ) throws {
        content = options.content
        cache = options.data
        self.web = web
        self.publicAddress = publicAddress
        self.logger = logger
        self.replaced = replaced
        let snapshot = try CatalogueLoader.load(content: content, cache: cache, today: .today)
        let site = try Site(snapshot: snapshot, web: web, publicAddress: publicAddress)
        state = Mutex(State(site: site, loadedAt: .now))
    }

    /// What is served now.
    var site: Site { state.withLock { $0.site } }

    /// For `/readyz` and `/metrics`.
    var status: State { state.withLock { $0 } }

    /// Reads the folder again, on the caller's thread. Requests go on meanwhile.
    func reload() {
        reloading.withLock { _ in
            do {
                let snapshot = try CatalogueLoader.load(content: content, cache: cache, today: .today)
                let isNew = snapshot.version != site.snapshot.version
                let site = isNew ? try Site(snapshot: snapshot, web: web, publicAddress: publicAddress) : site
                state.withLock { state in
                    state.site = site
                    state.loadedAt = .now
                    state.problems = 0
                    state.reloads += 1
                }
                guard isNew else { return }
                logger.info("content reloaded: \(snapshot.placeCount) places, version \(snapshot.version)")
                replaced(site)
            } catch {
                let lines = (error as? ContentError)?.lines(in: .english) ?? ["\(error)"]
                state.withLock { state in
                    state.problems = lines.count
                    state.failedReloads += 1
                }
                logger.error("content not reloaded, the last good one stays:")
                for line in lines { logger.error("\(line)") }
            }
        }
    }
}
