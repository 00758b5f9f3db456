import CLibPQ
import Glibc

/// The steps of COPY. ``beginCopy(_:_:_:)`` takes the turn of the connection and leaves pipeline mode;
/// ``leaveCopy()`` ends both, whatever happened in between.
extension PostgresConnection {
    /// The size from which a chunk of rows is handed on.
    private static let chunkSize = 65_536

    func beginCopy(_ sql: SQL, _ direction: ExecStatusType, _ limit: Duration) async throws {
        guard sql.parameters.isEmpty else {
            throw PostgresError(.unencodable, "COPY takes no parameters.", statement: sql.text)
        }
        let text = try checked(sql.text)
        try await takeTurn()
        do {
            let patience = Patience(limit)
            try await beginIfDue(patience)
            try Task.checkCancellation()
            guard PQsendQuery(try leavePipeline(), text) == 1 else { throw lose() }
            try await awaitCopy(direction, text, patience)
        } catch {
            leaveCopy()
            throw error
        }
    }

    /// Waits until the server is ready to copy.
    private func awaitCopy(_ direction: ExecStatusType, _ text: String, _ patience: Patience) async throws {
        var failure: PostgresError?
        var isReady = false
        let interruption = try await settle(patience, isUncertain: isUncertain([])) { patience in
            while !isReady, let result = try await nextPlainResult(patience, failure) {
                defer { PQclear(result) }
                isReady = PQresultStatus(result) == direction
                if isError(result), failure == nil { failure = PostgresError(result, statement: text) }
            }
        }
        if let failure { throw outcome(failure, interruption) }
        guard isReady, interruption == nil else {
            // Something else than this COPY has run, or may still run: there is no orderly way back.
            let error = PostgresError(.closed, "The statement is no COPY in this direction.", statement: text)
            shut(error)
            throw interruption == .cancelled ? CancellationError() as any Error : error
        }
    }

    /// Hands `chunk` to the server and waits until it is on its way.
    func putCopy(_ chunk: [UInt8], _ limit: Duration) async throws {
        let patience = Patience(limit)
        do {
            var rest = chunk[...]
            while !rest.isEmpty {
                // The protocol counts the bytes of a message in 31 bits; smaller ones leave sooner.
                let part = rest.prefix(1_048_576)
                try await put(part, patience)
                rest = rest.dropFirst(part.count)
            }
        } catch let interruption as Interruption {
            throw interruption.error
        }
    }

    private func put(_ bytes: ArraySlice<UInt8>, _ patience: Patience) async throws {
        while true {
            let handle = try live()
            let status = bytes.withUnsafeBytes { bytes in
                PQputCopyData(handle, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count))
            }
            guard status >= 0 else { throw lose() }
            try await flush(patience)
            if status == 1 { return }
        }
    }

    /// The next rows, `nil` at the end.
    func nextCopy(_ limit: Duration) async throws -> [UInt8]? {
        let patience = Patience(limit)
        var chunk: [UInt8] = []
        do {
            while chunk.count < Self.chunkSize {
                var row: UnsafeMutablePointer<CChar>?
                let count = PQgetCopyData(try live(), &row, 1)
                if let row, count > 0 {
                    chunk.append(contentsOf: UnsafeRawBufferPointer(start: row, count: Int(count)))
                    PQfreemem(row)
                } else if count == 0 {
                    if isLost { throw lose() }
                    guard chunk.isEmpty else { return chunk }
                    try await awaitServer(patience)
                } else {
                    // The end, or an error, which the results then tell.
                    return chunk.isEmpty ? nil : chunk
                }
            }
        } catch let interruption as Interruption {
            throw interruption.error
        }
        return chunk
    }

    /// Ends a copy in order.
    /// - Returns: how many rows were copied.
    func endCopy(_ limit: Duration) async throws -> Int {
        defer { leaveCopy() }
        var failure: PostgresError?
        var rows = 0
        let interruption = try await settle(Patience(limit), isUncertain: isUncertain([])) { patience in
            while let result = try await nextPlainResult(patience, failure) {
                defer { PQclear(result) }
                rows = Int(String(cString: PQcmdTuples(result))) ?? rows
                if isError(result), failure == nil { failure = PostgresError(result, statement: nil) }
            }
        }
        if let failure { throw outcome(failure, interruption) }
        return rows
    }

    /// Tells the server that there is no more, and ends the copy.
    func endCopyIn(_ limit: Duration) async throws -> Int {
        if let handle, PQputCopyEnd(handle, nil) < 0 { _ = lose() }
        return try await endCopy(limit)
    }

    /// Has the server undo a copy that failed here, and waits for that.
    func abandonCopyIn() async {
        if let handle, PQputCopyEnd(handle, "the client gave up") < 0 { _ = lose() }
        await drain()
    }

    /// Has the server stop a copy that nobody wants any more, and drops what is on its way.
    func abandonCopyOut() async {
        if let handle, let request = CancelRequest(handle) {
            let grace = Patience.grace
            await drain(grace)
            if self.handle != nil, (try? await request.delivered(on: loop, until: grace.deadline)) == nil {
                shut(PostgresError(.connectionLost, "The server could not be told to stop a copy."))
            }
        } else {
            shut(PostgresError(.connectionLost, "The server could not be told to stop a copy."))
            leaveCopy()
        }
    }

    private func drain(_ patience: Patience = .grace) async {
        do {
            while let result = try await nextPlainResult(patience, nil) {
                defer { PQclear(result) }
                if PQresultStatus(result) == PGRES_COPY_OUT { try await skipRows(patience) }
            }
        } catch {
            shut(PostgresError(.connectionLost, "The session could not be freed from a copy that failed."))
        }
        leaveCopy()
    }

    private func skipRows(_ patience: Patience) async throws {
        while true {
            var row: UnsafeMutablePointer<CChar>?
            let count = PQgetCopyData(try live(), &row, 1)
            PQfreemem(row)
            guard count >= 0 else { return }
            if count == 0 { try await awaitServer(patience) }
        }
    }

    /// Goes back to pipeline mode and lets the next call in.
    private func leaveCopy() {
        if let handle, PQpipelineStatus(handle) == PQ_PIPELINE_OFF, PQenterPipelineMode(handle) != 1 { _ = lose() }
        endTurn()
    }
}

extension Interruption {
    /// What a caller of COPY gets to see.
    var error: any Error {
        switch self {
        case .cancelled: CancellationError()
        case .deadline: PostgresError(.deadlineExceeded, "The server did not go on with the copy in time.")
        }
    }
}
