/// An answer as it came.
public struct TestResponse: Sendable {
    /// The code of the status line.
    public let status: Int
    /// The header fields, names in lower case.
    public let headers: [String: String]
    /// The bytes behind the header.
    public internal(set) var body: [UInt8] = []

    /// Reads the status line and the header fields.
    init(head: String) throws {
        let lines = head.split(separator: "\r\n")
        guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
            throw TestClientError.malformed
        }
        self.status = status
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1).map { $0.drop { $0 == " " } }
            headers[parts[0].lowercased()] = String(parts.count > 1 ? parts[1] : "")
        }
        self.headers = headers
    }

    /// The body as text.
    public var text: String { String(decoding: body, as: UTF8.self) }

    /// The target of a relation in the `Link` header.
    public func link(_ relation: String) -> String? {
        // A target may hold commas itself.
        for part in (headers["link"] ?? "").split(separator: ", <") where part.contains("rel=\"\(relation)\"") {
            guard let end = part.firstIndex(of: ">") else { return nil }
            return String(part[..<end].drop { $0 == "<" })
        }
        return nil
    }
}
