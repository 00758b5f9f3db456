// swift-tools-version: 6.2
import PackageDescription

// A package of its own, over the product's sources by a link: swift build --sanitize=fuzzer --package-path fuzz
let house: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let package = Package(
    name: "fuzz",
    dependencies: [.package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0")],
    targets: [
        .target(name: "Wording", swiftSettings: house),
        .target(name: "Domain", dependencies: ["Wording"], swiftSettings: house),
        .target(
            name: "TerminalUI", dependencies: ["Wording", .product(name: "TOMLKit", package: "TOMLKit")],
            swiftSettings: house),
        .target(name: "JSON", swiftSettings: house),
        .target(name: "GraphQL", dependencies: ["JSON"], swiftSettings: house),
        .executableTarget(
            name: "graphql-fuzz", dependencies: ["GraphQL", "JSON"], path: "GraphQLFuzz",
            swiftSettings: house + [.unsafeFlags(["-parse-as-library"])]),
        .executableTarget(
            name: "parser-fuzz", dependencies: ["Domain", "JSON", "TerminalUI"], path: "ParserFuzz",
            swiftSettings: house + [.unsafeFlags(["-parse-as-library"])]),
    ],
    swiftLanguageModes: [.v6]
)
