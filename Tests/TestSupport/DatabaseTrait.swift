public import Testing

/// Gives a suite or a test a migrated database of its own, to be had from ``TestDatabase/current``.
///
/// ```swift
/// @Suite(.database) struct ListTests { … }           // one database for the suite
/// @Suite(.databaseForEachTest) struct PlaceTests { … }  // one for each of its tests
/// @Test(.database) func cancels() async throws { … }   // one for this test
/// ```
public struct DatabaseTrait: SuiteTrait, TestTrait, TestScoping {
    /// Whether each test of a suite has a database of its own.
    public let isRecursive: Bool

    /// Makes the database, runs the test or suite with it, and drops it.
    @concurrent
    public func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable @concurrent () async throws -> Void
    ) async throws {
        try await withDatabase { _ in try await function() }
    }
}

extension Trait where Self == DatabaseTrait {
    /// One database for the suite or the test that has the trait.
    public static var database: Self { DatabaseTrait(isRecursive: false) }

    /// One database for each test of the suite that has the trait.
    public static var databaseForEachTest: Self { DatabaseTrait(isRecursive: true) }
}
