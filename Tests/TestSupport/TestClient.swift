import Glibc
import Synchronization

/// One HTTP/1.1 connection of a test: a blocking socket, and just enough of the protocol to hold the server to it.
public final class TestClient: Sendable {
    private let descriptor: Int32
    private let buffer = Mutex<[UInt8]>([])

    /// Connects to a port of this machine.
    ///
    /// No wait on the socket lasts longer than the given seconds.
    public init(port: Int, patienceSeconds: Int = 60) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw TestClientError.system(errno) }
        var patience = timeval(tv_sec: patienceSeconds, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        if result != 0 { throw TestClientError.system(errno) }
    }

    deinit { close(descriptor) }

    /// Sends a request and reads its answer.
    public func request(
        _ method: String, _ target: String, headers: [(String, String)] = [], body: [UInt8]? = nil
    ) throws -> TestResponse {
        var text = "\(method) \(target) HTTP/1.1\r\n"
        if !headers.contains(where: { $0.0.lowercased() == "host" }) { text += "Host: localhost\r\n" }
        for (name, value) in headers { text += "\(name): \(value)\r\n" }
        if let body { text += "Content-Length: \(body.count)\r\n" }
        try send(Array((text + "\r\n").utf8) + (body ?? []))
        return try response(toHead: method == "HEAD")
    }

    /// Sends bytes as they are.
    public func send(_ bytes: [UInt8]) throws {
        var sent = 0
        while sent < bytes.count {
            // Without MSG_NOSIGNAL a connection that the server has closed would kill the test process.
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw TestClientError.system(errno) }
            sent += count
        }
    }

    /// Reads one answer.
    public func response(toHead: Bool = false) throws -> TestResponse {
        try buffer.withLock { buffer in
            let end = Array("\r\n\r\n".utf8)
            while buffer.firstRange(of: end) == nil { try receive(into: &buffer) }
            guard let range = buffer.firstRange(of: end) else { throw TestClientError.malformed }
            var response = try TestResponse(head: String(decoding: buffer[..<range.lowerBound], as: UTF8.self))
            buffer.removeSubrange(..<range.upperBound)
            let hasBody = !toHead && response.status != 204
            let length = hasBody ? Int(response.headers["content-length"] ?? "") ?? 0 : 0
            while buffer.count < length { try receive(into: &buffer) }
            response.body = Array(buffer.prefix(length))
            buffer.removeFirst(length)
            return response
        }
    }

    /// Reads what comes, up to the first place where `text` has come with it.
    public func read(until text: String) throws -> String {
        try buffer.withLock { buffer in
            let end = Array(text.utf8)
            while buffer.firstRange(of: end) == nil { try receive(into: &buffer) }
            guard let range = buffer.firstRange(of: end) else { throw TestClientError.malformed }
            defer { buffer.removeSubrange(..<range.upperBound) }
            return String(decoding: buffer[..<range.upperBound], as: UTF8.self)
        }
    }

    /// Whether the server ends the connection, other bytes than those of an answer before it counting as no.
    public func isClosedByServer() -> Bool {
        var byte: UInt8 = 0
        let count = recv(descriptor, &byte, 1, 0)
        return count == 0 || (count < 0 && errno == ECONNRESET)
    }

    private func receive(into buffer: inout [UInt8]) throws {
        var chunk = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &chunk, chunk.count, 0)
        guard count > 0 else { throw count == 0 ? TestClientError.closed : TestClientError.system(errno) }
        buffer += chunk.prefix(count)
    }

    /// The head of a request to localhost, for tests that send the rest by hand.
    public static func head(_ request: String, _ fields: String...) -> [UInt8] {
        let lines = ["\(request) HTTP/1.1", "Host: localhost"] + fields
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
    }
}

/// Why an answer could not be had.
public enum TestClientError: Error {
    /// A socket call failed with this `errno`.
    case system(Int32)
    /// The server ended the connection, or what it sent is no HTTP.
    case closed, malformed
}
