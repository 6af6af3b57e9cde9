// swift-tools-version: 6.2
// The house: each folder of Sources/ is a target, so that the compiler keeps the arrows one-way.
import PackageDescription

let package = Package(
    name: "vitrine",
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "CMicroHTTPD", pkgConfig: "libmicrohttpd", providers: [.apt(["libmicrohttpd-dev"])]),
        .target(name: "MicroHTTP", dependencies: ["CMicroHTTPD"]),
        .testTarget(name: "MicroHTTPTests", dependencies: ["MicroHTTP"]),
    ],
    swiftLanguageModes: [.v6]
)

// `make test-tsan` only: the thread sanitizer looks at the wrapper alone, or building for it would take minutes.
if Context.environment["VITRINE_TSAN"] != nil {
    package.targets.removeAll { !["CMicroHTTPD", "MicroHTTP", "MicroHTTPTests"].contains($0.name) }
    package.dependencies = []
    package.products = []
}
