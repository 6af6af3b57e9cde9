import MicroHTTP
import Register

/// `/metrics`, in Prometheus' text format (https://prometheus.io/docs/instrumenting/exposition_formats/).
struct Metrics {
    private var text = ""

    static func response(for health: Health) -> Response {
        Response(
            status: 200,
            headers: SecurityHeaders.api + [
                ("Content-Type", "text/plain; version=0.0.4; charset=utf-8"), ("Cache-Control", "no-store"),
            ],
            body: Body(Metrics(health).text))
    }

    private init(_ health: Health) {
        let content = health.content.status
        let register = health.register.health()
        let counters = register.counters
        metric("content_places", "Places served.", .gauge, content.site.snapshot.placeCount)
        metric(
            "content_problems", "Problems of the last reload; an older catalogue is served while there are any.",
            .gauge, content.problems)
        metric("content_reloads_total", "Reloads that worked.", .counter, content.reloads)
        metric("content_failed_reloads_total", "Reloads refused.", .counter, content.failedReloads)
        metric("http_requests_total", "Requests that reached a handler.", .counter, health.traffic.requests)
        family("http_errors_total", "Requests answered with an error.", .counter)
        for (status, count) in health.traffic.failures.sorted(by: { $0.key < $1.key }) {
            sample("http_errors_total{status=\"\(status)\"}", count)
        }
        metric("http_connections", "Connections open.", .gauge, health.listener.connectionCount)
        metric("event_streams", "Screens listening to live events.", .gauge, health.events.count)
        metric("notices", "Notices announced at this moment.", .gauge, health.notices.count)
        metric("screen_troubles_total", "Troubles that screens told of.", .counter, health.troubles.count)
        metric("interactions_recorded_total", "Interactions put on disk.", .counter, counters.recorded)
        metric("interactions_duplicate_total", "Interactions that were there already.", .counter, counters.duplicates)
        metric("interactions_rejected_total", "Interactions the database refused.", .counter, counters.rejected)
        metric(
            "register_commit_failures_total", "Transactions that failed for all in them.", .counter, counters.failures)
        metric("register_busy_total", "Calls refused because too much was waiting.", .counter, counters.busy)
        metric("register_queued", "Interactions waiting to be written.", .gauge, register.queued)
        metric("register_writing", "1 while the register can write.", .gauge, counters.isFailing ? 0 : 1)
        metric("register_database_bytes", "Size of vitrine.sqlite.", .gauge, Int(register.databaseBytes))
        metric("register_wal_bytes", "Size of its write-ahead log.", .gauge, Int(register.walBytes))
        if let free = register.diskFreeBytes {
            metric("disk_free_bytes", "Room on the disk of the data folder.", .gauge, Int(free))
        }
        family("register_commit_size", "Interactions in a commit.", .histogram)
        var below = 0
        for (bound, count) in zip(Counters.groupSizeBounds, counters.groupSizes) {
            below += count
            sample("register_commit_size_bucket{le=\"\(bound)\"}", below)
        }
        sample("register_commit_size_bucket{le=\"+Inf\"}", counters.commits)
        sample("register_commit_size_sum", counters.grouped)
        sample("register_commit_size_count", counters.commits)
    }

    private enum Kind: String {
        case counter, gauge, histogram
    }

    private mutating func metric(_ name: String, _ help: String, _ kind: Kind, _ value: Int) {
        family(name, help, kind)
        sample(name, value)
    }

    private mutating func family(_ name: String, _ help: String, _ kind: Kind) {
        text += "# HELP vitrine_\(name) \(help)\n# TYPE vitrine_\(name) \(kind.rawValue)\n"
    }

    private mutating func sample(_ name: String, _ value: Int) {
        text += "vitrine_\(name) \(value)\n"
    }
}
