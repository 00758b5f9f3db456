// swift-tools-version: 6.2
import PackageDescription

/// The settings of every target: Swift 6 mode, the features that make imports and existentials visible, and an async
/// function runs where its caller runs.
let house: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdHTTP2 = Target.Dependency.product(name: "HummingbirdHTTP2", package: "hummingbird")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

/// The tests of a target, one test target each.
func tests(of target: String, with others: [Target.Dependency] = [], besides pictures: [String] = []) -> Target {
    .testTarget(
        name: "\(target)Tests", dependencies: [.byName(name: target)] + others, exclude: pictures,
        swiftSettings: house)
}

let package = Package(
    name: "oblik",
    products: [
        .executable(name: "oblik", targets: ["oblik"]),
        .executable(name: "graphql-probe", targets: ["GraphQLProbe"]),
    ],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: []),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.7.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.100.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.34.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: []),
        .package(url: "https://github.com/apple/swift-log", from: "1.10.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.10.0"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    ],
    targets: [
        // Floor 0: the C doors and the loop.
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(
            name: "CTerminal",
            cSettings: [
                .define("_GNU_SOURCE"), .define("NCURSES_WIDECHAR", to: "1"),
            ],
            linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
        .target(name: "Reactor", swiftSettings: house),
        .target(name: "Wording", swiftSettings: house),
        // Floor 1: libraries that know nothing of the shop, and the Domain that knows nothing else.
        .target(name: "Domain", dependencies: ["Wording"], swiftSettings: house),
        .target(name: "JSON", swiftSettings: house),
        .target(name: "GraphQL", dependencies: ["JSON"], swiftSettings: house),
        .target(name: "Sodium", dependencies: ["CSodium"], swiftSettings: house),
        .target(name: "Postgres", dependencies: ["CLibPQ", "Reactor"], swiftSettings: house),
        .target(name: "EmbeddedPostgres", dependencies: ["CTerminal"], swiftSettings: house),
        .target(
            name: "TerminalUI", dependencies: ["Wording", .product(name: "TOMLKit", package: "TOMLKit")],
            swiftSettings: house),
        .target(
            name: "Settings",
            dependencies: [.product(name: "Configuration", package: "swift-configuration")], swiftSettings: house),
        // Floor 2: SQL.
        .target(name: "Repositories", dependencies: ["Domain", "Postgres"], swiftSettings: house),
        .target(name: "Migrations", dependencies: ["Postgres", "Sodium"], swiftSettings: house),
        // Floor 3: the operations.
        .target(
            name: "Services",
            dependencies: ["Domain", "JSON", "Postgres", "Reactor", "Repositories", "Sodium", "Wording", logging],
            swiftSettings: house),
        // Floor 4: the faces.
        .target(
            name: "GraphQLAPI", dependencies: ["Domain", "GraphQL", "JSON", "Services", "Sodium", "Wording", logging],
            swiftSettings: house),
        .target(name: "Curses", dependencies: ["CTerminal", "Reactor", "TerminalUI"], swiftSettings: house),
        .target(
            name: "Screens", dependencies: ["Domain", "JSON", "Services", "TerminalUI", "Wording"],
            swiftSettings: house),
        .target(
            name: "HTTPAPI",
            dependencies: [
                "CZlib", "Domain", "GraphQL", "GraphQLAPI", "JSON", "Services", "Wording", hummingbirdCore,
                hummingbirdHTTP2, httpTypes, lifecycle, logging,
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ],
            swiftSettings: house),
        // Floor 5: the program.
        .executableTarget(
            name: "oblik",
            dependencies: [
                "Curses", "CTerminal", "Domain", "EmbeddedPostgres", "GraphQL", "GraphQLAPI", "HTTPAPI", "JSON",
                "Migrations", "Postgres", "Reactor", "Screens", "Services", "Settings", "TerminalUI", "Wording",
                logging,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: house),
        // What the tests stand on: a cluster of their own, and a program that paints in a pseudo terminal.
        .target(
            name: "TestSupport", dependencies: ["CTerminal", "EmbeddedPostgres", "Migrations", "Postgres", "Reactor"],
            path: "Tests/TestSupport", swiftSettings: house),
        .executableTarget(
            name: "CursesProbe", dependencies: ["CTerminal", "Curses", "Reactor", "TerminalUI"],
            path: "Tests/CursesProbe", swiftSettings: house),
        // Answers conformance cases, one a line.
        .executableTarget(
            name: "GraphQLProbe", dependencies: ["GraphQL", "JSON"], path: "Tests/GraphQLProbe", swiftSettings: house),
        .testTarget(name: "TidyTests", swiftSettings: house),
        // What must hold of every text from outside, shared with the fuzzer.
        .testTarget(name: "ParserTests", dependencies: ["Domain", "JSON", "TerminalUI"], swiftSettings: house),
        tests(of: "Reactor"),
        tests(of: "Wording"),
        tests(of: "Domain"),
        tests(of: "JSON"),
        tests(of: "GraphQL", with: ["GraphQLProbe", "JSON"]),
        tests(of: "Sodium"),
        tests(of: "Settings"),
        tests(of: "EmbeddedPostgres"),
        tests(of: "TerminalUI"),
        tests(of: "Postgres", with: ["Reactor", "TestSupport"]),
        tests(of: "Repositories", with: ["Domain", "Postgres", "TestSupport"]),
        tests(of: "Migrations", with: ["Postgres", "TestSupport"]),
        tests(of: "Services", with: ["Domain", "Postgres", "Repositories", "TestSupport", logging]),
        tests(of: "Curses", with: ["CTerminal", "CursesProbe", "Reactor", "TerminalUI", "TestSupport"]),
        tests(
            of: "Screens", with: ["Domain", "Postgres", "Services", "TerminalUI", "TestSupport", "Wording", logging],
            besides: ["Golden"]),
        tests(
            of: "GraphQLAPI",
            with: ["Domain", "GraphQL", "JSON", "Postgres", "Services", "TestSupport", logging]),
        tests(
            of: "HTTPAPI",
            with: ["CZlib", "Domain", "JSON", "Postgres", "Services", "TestSupport", httpTypes, lifecycle, logging]),
        // The built program, in tmux and over sockets; not the tests of one target.
        .testTarget(
            name: "EndToEndTests",
            dependencies: ["CTerminal", "JSON", "Reactor", "Screens", "TerminalUI", "TestSupport", "oblik"],
            swiftSettings: house),
    ],
    swiftLanguageModes: [.v6]
)
