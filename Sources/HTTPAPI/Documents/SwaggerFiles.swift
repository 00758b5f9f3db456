import Glibc
import Synchronization

/// The installed files of Swagger UI, read once when they are first asked for.
package final class SwaggerFiles: Sendable {
    private let directory: String?
    private let loaded = Mutex<[SwaggerFile: [UInt8]]?>(nil)

    /// The largest file that is read.
    private static let maximumSize = 8 << 20

    /// `directory` is where they were installed to; nil for none.
    package init(directory: String?) { self.directory = directory }

    /// All of them, or nil where one is missing.
    var all: [SwaggerFile: [UInt8]]? {
        loaded.withLock { loaded in
            if let loaded { return loaded }
            guard let directory else { return nil }
            var files: [SwaggerFile: [UInt8]] = [:]
            for file in SwaggerFile.allCases {
                guard let bytes = Self.read("\(directory)/\(file.rawValue)") else { return nil }
                files[file] = bytes
            }
            loaded = files
            return files
        }
    }

    private static func read(_ path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= maximumSize {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            if count < 0 { return nil }
            if count == 0 { return bytes }
            bytes += chunk.prefix(count)
        }
        return nil
    }
}
