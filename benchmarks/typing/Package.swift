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
    name: "typing",
    dependencies: [
        .package(url: "https://github.com/apple/swift-log", from: "1.10.0"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    ],
    targets: [
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq"),
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium"),
        .target(name: "Reactor", swiftSettings: house),
        .target(name: "Wording", swiftSettings: house),
        .target(name: "Domain", dependencies: ["Wording"], swiftSettings: house),
        .target(name: "JSON", swiftSettings: house),
        .target(name: "Sodium", dependencies: ["CSodium"], swiftSettings: house),
        .target(name: "Postgres", dependencies: ["CLibPQ", "Reactor"], swiftSettings: house),
        .target(
            name: "TerminalUI", dependencies: ["Wording", .product(name: "TOMLKit", package: "TOMLKit")],
            swiftSettings: house),
        // Seeding and importing have no part in this.
        .target(
            name: "Repositories", dependencies: ["Domain", "Postgres"], exclude: ["Data"], swiftSettings: house),
        .target(
            name: "Services",
            dependencies: ["Domain", "Postgres", "Reactor", "Repositories", "Sodium", "Wording", logging],
            exclude: ["Data"], swiftSettings: house),
        .target(
            name: "Screens", dependencies: ["Domain", "JSON", "Services", "TerminalUI", "Wording"],
            swiftSettings: house),
        .executableTarget(
            name: "typing", dependencies: ["Domain", "Screens", "TerminalUI"], path: "Typing", swiftSettings: house),
    ],
    swiftLanguageModes: [.v6]
)
