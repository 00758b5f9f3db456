import CZlib
import HTTPTypes
import TestSupport
import Testing

@testable import HTTPAPI

@Suite struct PackingTests {
    @Test("What is packed can be unpacked", arguments: [0, 1, 1024, 3_000_000])
    func roundTrip(count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 / 7 ^ $0) }
        let packed = try #require(Gzip.pack(bytes))
        #expect(try unpack(packed, into: count) == bytes)
    }

    @Test("Long texts are packed for clients that take gzip, and only for those")
    func negotiates() async throws {
        try await API.open { api in
            for _ in 0..<20 { _ = try await api.customer() }
            let plain = try await api.get("/users")
            #expect(plain.headers["content-encoding"] == nil)
            #expect(plain.headers["vary"]?.contains("Accept-Encoding") == true)
            for accepted in ["gzip", "br, gzip;q=0.5", "*"] {
                let packed = try await api.get("/users", headers: [("Accept-Encoding", accepted)])
                #expect(packed.headers["content-encoding"] == "gzip")
                #expect(packed.body.count * 4 < plain.body.count)
                #expect(try unpack(packed.body, into: plain.body.count) == plain.body)
            }
            for refused in ["gzip;q=0", "br", "*;q=0", "identity"] {
                let answer = try await api.get("/users", headers: [("Accept-Encoding", refused)])
                #expect(answer.headers["content-encoding"] == nil)
            }
            let short = try await api.get("/health/live", headers: [("Accept-Encoding", "gzip")])
            #expect(short.headers["content-encoding"] == nil)
        }
    }

    @Test("A packed answer has a weak ETag; what is edited by a strong one stays plain")
    func tags() {
        var request = HTTPRequestFixture.get
        request.headerFields[.acceptEncoding] = "gzip"
        let text = [UInt8](repeating: 0x61, count: 2000)
        let headers = Reply.text("", contentType: "application/json").headers
        var list = Reply(.ok, headers: headers, body: text)
        list.headers[.eTag] = "\"x\""
        var row = list
        list.pack(for: request, isEditable: false)
        #expect(list.headers[.eTag] == "W/\"x\"")
        row.pack(for: request, isEditable: true)
        #expect(row.headers[.eTag] == "\"x\"")
        #expect(row.headers[.contentEncoding] == nil)
    }

    private func unpack(_ bytes: [UInt8], into count: Int) throws -> [UInt8] {
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        try #require(inflateInit2_(&stream, 31, ZLIB_VERSION, size) == Z_OK)
        defer { inflateEnd(&stream) }
        var input = bytes
        return input.withUnsafeMutableBufferPointer { input in
            stream.next_in = input.baseAddress
            stream.avail_in = UInt32(input.count)
            return [UInt8](unsafeUninitializedCapacity: count + 1) { output, written in
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                #expect(inflate(&stream, Z_FINISH) == Z_STREAM_END)
                written = Int(stream.total_out)
            }
        }
    }
}
