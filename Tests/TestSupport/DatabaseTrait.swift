public import Postgres
public import Testing

/// Gives a suite or a test a migrated database of its own, to be had from ``TestDatabase/current``.
///
/// ```swift
/// @Suite(.database) struct ListTests { … }           // one database for the suite
/// @Suite(.databaseForEachTest) struct PlaceTests { … }  // one for each of its tests
/// @Test(.database) func cancels() async throws { … }   // one for this test
/// @Suite(.database(filledBy: rows)) struct PlanTests { … }  // one for the suite, with rows in it
/// ```
public struct DatabaseTrait: SuiteTrait, TestTrait, TestScoping {
    /// Whether each test of a suite has a database of its own.
    public let isRecursive: Bool
    /// What is run in the new database before the tests.
    let filling: [SQL]

    /// Makes the database, runs the test or suite with it, and drops it.
    @concurrent
    public func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable @concurrent () async throws -> Void
    ) async throws {
        try await withDatabase { database in
            for statement in filling { _ = try await database.pool.query(statement) }
            try await function()
        }
    }
}

extension Trait where Self == DatabaseTrait {
    /// One database for the suite or the test that has the trait.
    public static var database: Self { DatabaseTrait(isRecursive: false, filling: []) }

    /// One database for each test of the suite that has the trait.
    public static var databaseForEachTest: Self { DatabaseTrait(isRecursive: true, filling: []) }

    /// One database for the suite or the test that has the trait, in which the statements have been run: for tests
    /// that only read, and need so many rows that each of them could not make its own.
    public static func database(filledBy statements: [SQL]) -> Self {
        DatabaseTrait(isRecursive: false, filling: statements)
    }
}
