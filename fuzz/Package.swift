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
    targets: [
        .target(name: "JSON", swiftSettings: house),
        .target(name: "GraphQL", dependencies: ["JSON"], swiftSettings: house),
        .executableTarget(
            name: "graphql-fuzz", dependencies: ["GraphQL", "JSON"], path: "GraphQLFuzz",
            swiftSettings: house + [.unsafeFlags(["-parse-as-library"])]),
    ],
    swiftLanguageModes: [.v6]
)
