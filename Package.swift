// swift-tools-version: 6.2
// The house: each folder of Sources/ is a target, so that the compiler keeps the arrows one-way.
import PackageDescription

let package = Package(
    name: "vitrine",
    products: [
        .executable(name: "vitrine", targets: ["vitrine"]),
        .executable(name: "desk", targets: ["desk"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // C libraries, as Debian's -dev packages.
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CBrotli", pkgConfig: "libbrotlienc", providers: [.apt(["libbrotli-dev"])]),
        .systemLibrary(name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
        .systemLibrary(name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CYAJL", pkgConfig: "yajl", providers: [.apt(["libyajl-dev"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CGD", providers: [.apt(["libgd-dev"])]),
        .systemLibrary(name: "CXXHash", pkgConfig: "libxxhash", providers: [.apt(["libxxhash-dev"])]),
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        // Only its header: HTTPClient loads the library when a server is spoken to.
        .systemLibrary(name: "CCurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        // The same: Spreadsheet loads the library when a workbook is written.
        .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CLibEdit", providers: [.apt(["libedit-dev"])]),
        .systemLibrary(name: "CMicroHTTPD", pkgConfig: "libmicrohttpd", providers: [.apt(["libmicrohttpd-dev"])]),

        .target(
            name: "Native",
            dependencies: ["CZlib", "CBrotli", "CCMark", "CQREncode", "CYAJL", "CLibXML2", "CGD", "CXXHash", "CMalloc"]),
        .target(name: "HTTPClient", dependencies: ["CCurl"]),
        .target(name: "Spreadsheet", dependencies: ["CXLSXWriter"]),
        .target(name: "LineEditor", dependencies: ["CLibEdit"]),
        .target(name: "MicroHTTP", dependencies: ["CMicroHTTPD"]),
        .target(name: "Reception"),
        .target(
            name: "Catalogue",
            dependencies: ["Reception", "Native", .product(name: "Yams", package: "Yams")]),
        .target(
            name: "Register",
            dependencies: ["Reception", "CSodium", .product(name: "GRDB", package: "GRDB.swift")]),
        .target(name: "Reports", dependencies: ["Reception", "Spreadsheet"]),
        // What `vitrine demo` makes up; nothing that serves or records for real may import it.
        .target(name: "Demonstration", dependencies: ["Reception", "Register"]),
        .target(
            name: "Tiles",
            dependencies: ["Native", .product(name: "GRDB", package: "GRDB.swift")]),
        .target(
            name: "KioskServer",
            dependencies: [
                "Catalogue", "Register", "Reports", "MicroHTTP", "Native", "Tiles",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ]),
        .target(
            name: "Terminal",
            dependencies: ["Reception", .product(name: "ArgumentParser", package: "swift-argument-parser")]),
        // Without the server and its libraries: a command typed at the desk starts in milliseconds.
        .target(
            name: "DeskTool",
            dependencies: [
                "HTTPClient", "LineEditor", "Reception", "Register", "Reports", "Spreadsheet",
                "Terminal",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .executableTarget(name: "desk", dependencies: ["DeskTool", "Terminal"]),
        .executableTarget(
            name: "vitrine",
            dependencies: [
                "Catalogue", "Demonstration", "KioskServer", "Register", "Terminal", "Tiles",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        .testTarget(name: "NativeTests", dependencies: ["Native", "CZlib", "CBrotli", "CGD"]),
        .testTarget(name: "MicroHTTPTests", dependencies: ["MicroHTTP"]),
        .testTarget(name: "ReceptionTests", dependencies: ["Reception"]),
        .testTarget(
            name: "RegisterTests",
            dependencies: ["Register", "Reception", .product(name: "GRDB", package: "GRDB.swift")]),
        .testTarget(name: "ReportsTests", dependencies: ["Reports", "Reception", "Native"], exclude: ["Golden"]),
        .testTarget(name: "DemonstrationTests", dependencies: ["Demonstration", "Register", "Reception"]),
        .testTarget(name: "CatalogueTests", dependencies: ["Catalogue"]),
        .testTarget(
            name: "TilesTests",
            dependencies: ["Tiles", "Native", .product(name: "GRDB", package: "GRDB.swift")]),
        .testTarget(name: "KioskServerTests", dependencies: ["KioskServer", "Reception"]),
        .testTarget(name: "DeskToolTests", dependencies: ["DeskTool"]),
    ],
    swiftLanguageModes: [.v6]
)

// `make fuzz` only: it links libFuzzer, which brings a main of its own.
if Context.environment["VITRINE_FUZZ"] != nil {
    package.targets += [
        .systemLibrary(name: "CLibFuzzer", path: "Tests/Fuzz/CLibFuzzer"),
        .executableTarget(
            name: "fuzz", dependencies: ["CLibFuzzer", "Catalogue", "KioskServer", "Native", "Reception", "Tiles"],
            path: "Tests/Fuzz/Readers"),
    ]
}

// `make test-tsan` only: the thread sanitizer looks at the wrapper alone, or building for it would take minutes.
if Context.environment["VITRINE_TSAN"] != nil {
    package.targets.removeAll { !["CMicroHTTPD", "MicroHTTP", "MicroHTTPTests"].contains($0.name) }
    package.dependencies = []
    package.products = []
}
