import Synchronization

/// Keeps documents that were found sound, so that a request that comes again is neither parsed nor validated.
///
/// It belongs to one schema and one set of limits. Of more documents than it holds, it drops the one that was not
/// asked for the longest; a long document is not kept at all, so that its size is bounded.
public final class DocumentCache: Sendable {
    private struct Entry {
        let document: Document
        var lastUse: Int
    }

    private struct State {
        var entries: [String: Entry] = [:]
        var uses = 0
    }

    private let capacity: Int
    private let maximumBytes: Int
    private let state = Mutex(State())

    /// Creates an empty cache.
    ///
    /// - Parameters:
    ///   - capacity: The number of documents it holds.
    ///   - maximumBytes: The length of the longest text that is kept.
    public init(capacity: Int = 256, maximumBytes: Int = 16_384) {
        precondition(capacity > 0, "A cache holds one document at least.")
        self.capacity = capacity
        self.maximumBytes = maximumBytes
    }

    /// The number of documents in it.
    public var count: Int { state.withLock { $0.entries.count } }

    func document(for text: String) -> Document? {
        state.withLock { state in
            state.uses += 1
            state.entries[text]?.lastUse = state.uses
            return state.entries[text]?.document
        }
    }

    func keep(_ document: Document, for text: String) {
        guard text.utf8.count <= maximumBytes else { return }
        state.withLock { state in
            state.uses += 1
            state.entries[text] = Entry(document: document, lastUse: state.uses)
            guard state.entries.count > capacity else { return }
            let oldest = state.entries.min { $0.value.lastUse < $1.value.lastUse }
            if let oldest { state.entries[oldest.key] = nil }
        }
    }
}
