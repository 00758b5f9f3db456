/// Gives the next event; it belongs to one reader.
struct EventPull {
    let next: () async throws -> ResolvedValue?
}
