import Glibc
import Logging
import Reactor
import Screens
import TerminalUI

/// Tells the screens which theme files are saved while the program runs.
///
/// A theme that is a link to a file elsewhere is seen too: the folder that holds the file is watched as well.
struct ThemeWatcher: Sendable {
    let directory: String
    let logger: Logger

    /// Runs until it is cancelled; where nothing can be watched, themes are as they were at the start.
    func run(on loop: PollLoop, _ sink: MessageSink<Message>) async {
        do {
            let watch = try DirectoryWatch(on: loop)
            try await watch.add(directory)
            while !Task.isCancelled {
                await follow(watch)
                let changes = try await watch.changes()
                let names = ThemeFile.names(in: directory)
                let changed = changes.contains(.anything) ? names : names.filter { holds(changes, $0) }
                await sink.deliver(.themeFilesChanged(Set(changed), names: names))
                if changes.contains(.gone(directory)) { return logger.warning("themes", metadata: ["gone": "true"]) }
            }
        } catch {
            // The end of the program cancels the wait.
            if !Task.isCancelled { logger.warning("themes", metadata: ["cause": "\(error)"]) }
        }
    }

    /// Watches the folders that links lead to, now that there may be other links.
    private func follow(_ watch: DirectoryWatch) async {
        for name in ThemeFile.names(in: directory) {
            guard let file = Self.resolved(path(name)), let slash = file.lastIndex(of: "/") else { continue }
            do {
                try await watch.add(String(file[..<slash]))
            } catch {
                logger.warning("themes", metadata: ["cause": "\(error)"])
            }
        }
    }

    private func holds(_ changes: Set<DirectoryChange>, _ name: String) -> Bool {
        let file = Self.resolved(path(name))
        return file != nil
            && changes.contains { change in
                if case .file(let path) = change { Self.resolved(path) == file } else { false }
            }
    }

    private func path(_ name: String) -> String { "\(directory)/\(name).toml" }

    private static func resolved(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
