import Domain
import HTTPTypes
import Synchronization

/// The installed files of pages, read once when they are first asked for.
package final class PageFiles: Sendable {
    private let read: @Sendable (PageFile) -> [UInt8]?
    private let loaded = Mutex<[PageToolkit: [PageFile: [UInt8]]]>([:])

    /// `read` gives the bytes of a file, or nil where it is not installed.
    package init(_ read: @escaping @Sendable (PageFile) -> [UInt8]?) { self.read = read }

    /// Nothing is installed.
    package static let none = PageFiles { _ in nil }

    /// All files of a toolkit, or nil where one is missing.
    func all(of toolkit: PageToolkit) -> [PageFile: [UInt8]]? {
        loaded.withLock { loaded in
            if let files = loaded[toolkit] { return files }
            var files: [PageFile: [UInt8]] = [:]
            for file in toolkit.files {
                guard let bytes = read(file) else { return nil }
                files[file] = bytes
            }
            loaded[toolkit] = files
            return files
        }
    }

    /// The file of that name among those of a toolkit, as an answer.
    func reply(_ name: String, of toolkit: PageToolkit) -> Reply? {
        guard let file = PageFile(rawValue: name), let bytes = all(of: toolkit)?[file] else { return nil }
        return .pageFile(bytes, file.type)
    }
}

extension Reply {
    /// What a page is made of: browsers may keep it for a day.
    static func pageFile(_ bytes: [UInt8], _ type: MediaType) -> Reply {
        Reply(
            .ok,
            headers: [
                .contentType: "\(type); charset=utf-8", .cacheControl: "public, max-age=86400",
                .eTag: "\"\(Checksum.text(of: bytes))\"",
            ], body: bytes)
    }
}
