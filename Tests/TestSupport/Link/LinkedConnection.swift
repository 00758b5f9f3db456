import Glibc

/// One connection through a ``FaultLink``: bytes go both ways, a round trip at a time towards the server.
final class LinkedConnection {
    private let client: Int32
    private let server: Int32
    private let next: () -> LinkFault?
    /// What the client has sent of its next round trip, and how much of that has been read.
    private var group: [UInt8] = []
    private var read = 0
    private var isStarting = true
    /// What the server has sent of its next message.
    private var answer: [UInt8] = []
    /// Round trips that the server has not answered yet.
    private var pending = 0
    /// The transaction's status in the latest ReadyForQuery: `I`, `T` or `E`.
    private var status = UInt8(ascii: "I")
    /// What becomes of what the server says.
    private var mood = Mood.faithful

    private enum Mood: Equatable {
        case faithful, silent, slow
        /// As many more bytes, then the end.
        case short(Int)
    }

    init(client: Int32, server: Int32, next: @escaping () -> LinkFault?) {
        (self.client, self.server, self.next) = (client, server, next)
    }

    /// Carries bytes until one end is gone, or a fault ends it.
    func run() {
        while true {
            let ready = UnixSocket.wait(for: [client, server])
            if ready[1], !takeAnswer() { return }
            if ready[0], !takeRequest() { return }
        }
    }

    private func takeRequest() -> Bool {
        let bytes = UnixSocket.receive(from: client)
        guard !bytes.isEmpty else { return false }
        group += bytes
        while let end = WireMessage.end(of: group, from: read, hasLetter: !isStarting) {
            let letter = isStarting ? 0 : group[read]
            read = end
            let isWhole = letter == UInt8(ascii: "S") || letter == UInt8(ascii: "Q")
            let isUncounted = isStarting || [UInt8]("XHpdcf".utf8).contains(letter)
            isStarting = false
            guard isWhole || isUncounted else { continue }
            let part = group[..<end]
            (group, read) = (Array(group[end...]), 0)
            let goesOn = isWhole ? carry(part) : UnixSocket.send(part, to: server)
            if !goesOn { return false }
        }
        return true
    }

    /// Carries one round trip to the server, or does to it what the plan says.
    private func carry(_ part: ArraySlice<UInt8>) -> Bool {
        switch next() {
        case nil: return forward(part)
        case .cutBefore?: return false
        case .cutAfter?:
            mood = .silent
            guard forward(part) else { return false }
            while pending > 0 { guard takeAnswer() else { return false } }
            return false
        case .cutReply(let count)?:
            mood = .short(count)
            return forward(part)
        case .stall?:
            mood = .silent
            return forward(part)
        case .trickle?:
            mood = .slow
            return forward(part)
        case .refuse(let state)?:
            while pending > 0 { guard takeAnswer() else { return false } }
            // As after a real error, an open transaction is a failed one to the client, who rolls it back.
            let told = status == UInt8(ascii: "I") ? status : UInt8(ascii: "E")
            return UnixSocket.send(WireMessage.refusal(state, status: told)[...], to: client)
        }
    }

    private func forward(_ part: ArraySlice<UInt8>) -> Bool {
        pending += 1
        return UnixSocket.send(part, to: server)
    }

    private func takeAnswer() -> Bool {
        let bytes = UnixSocket.receive(from: server)
        guard !bytes.isEmpty else { return false }
        let goesOn = pass(bytes)
        answer += bytes
        var start = 0
        while let end = WireMessage.end(of: answer, from: start, hasLetter: true) {
            if answer[start] == UInt8(ascii: "Z") {
                status = answer[start + 5]
                pending = max(0, pending - 1)
                if mood == .slow, pending == 0 { mood = .faithful }
            }
            start = end
        }
        answer.removeFirst(start)
        return goesOn
    }

    /// Passes what the server has said to the client, as the mood has it.
    private func pass(_ bytes: [UInt8]) -> Bool {
        switch mood {
        case .faithful: return UnixSocket.send(bytes[...], to: client)
        case .silent: return true
        case .slow:
            for place in bytes.indices {
                guard UnixSocket.send(bytes[place...place], to: client) else { return false }
                sched_yield()
            }
            return true
        case .short(let count):
            mood = .short(max(0, count - bytes.count))
            return UnixSocket.send(bytes.prefix(count), to: client) && bytes.count < count
        }
    }
}
