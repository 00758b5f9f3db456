// swift-tools-version: 6.2
import PackageDescription

// A package of its own, over the product's sources by a link: whoever builds the product does not build benchmarks.
let house: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

let package = Package(
    name: "placing",
    dependencies: [.package(url: "https://github.com/apple/swift-log", from: "1.10.0")],
    targets: [
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq"),
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium"),
        .target(
            name: "CTerminal",
            cSettings: [.define("_GNU_SOURCE"), .define("NCURSES_WIDECHAR", to: "1")],
            linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
        .target(name: "Reactor", swiftSettings: house),
        .target(name: "Wording", swiftSettings: house),
        .target(name: "Domain", dependencies: ["Wording"], swiftSettings: house),
        .target(name: "Sodium", dependencies: ["CSodium"], swiftSettings: house),
        .target(name: "Postgres", dependencies: ["CLibPQ", "Reactor"], swiftSettings: house),
        .target(name: "EmbeddedPostgres", dependencies: ["CTerminal"], swiftSettings: house),
        .target(name: "Migrations", dependencies: ["Postgres", "Sodium"], swiftSettings: house),
        // Seeding and importing have no part in this.
        .target(
            name: "Repositories", dependencies: ["Domain", "Postgres"], exclude: ["Data"], swiftSettings: house),
        .target(
            name: "Services", dependencies: ["Domain", "Postgres", "Reactor", "Repositories", "Sodium", "Wording", logging],
            exclude: ["Data"], swiftSettings: house),
        .executableTarget(
            name: "placing",
            dependencies: [
                "Domain", "EmbeddedPostgres", "Migrations", "Postgres", "Reactor", "Services", logging,
            ],
            path: "Placing", swiftSettings: house),
    ],
    swiftLanguageModes: [.v6]
)
