import ArgumentParser
import Glibc
import HTTPAPI
import Settings
import Sodium

/// `oblik docs …`: what the page `/docs` is made of.
struct DocsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "docs", abstract: "Install what the page /docs is made of.", subcommands: [Install.self])

    /// `oblik docs install`: fetches Swagger UI, and keeps the files that are the ones expected.
    struct Install: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Fetch Swagger UI from PyPI with pip, check it, and put it where /docs finds it.")
        @OptionGroup var options: GlobalOptions
        @Option(help: "A wheel that is at hand already, in the place of fetching one.") var wheel: String?

        func run() async throws {
            let context = try CommandContext(options, log: .quiet)
            let work = try TemporaryDirectory()
            defer { work.remove() }
            try unpack(wheel ?? fetch(into: work.path), into: work.path)
            // All are checked before the first is kept.
            let files = try SwaggerFile.allCases.map { ($0, try checked($0, in: work.path)) }
            try Folder.make(context.docsDirectory)
            for (file, bytes) in files { try Folder.write(bytes, to: "\(context.docsDirectory)/\(file.rawValue)") }
            Console.print("Swagger UI is in \(context.docsDirectory); /docs shows it from the next start on.")
        }

        /// Downloads the package; its file is found by the name that its version gives it.
        private func fetch(into directory: String) throws -> String {
            let (name, version) = SwaggerFile.package
            let arguments = [
                "-m", "pip", "download", "--quiet", "--no-deps", "--dest", directory, "\(name)==\(version)",
            ]
            guard try ChildProcess.run("python3", arguments) == 0 else {
                throw ValidationError("pip could not fetch \(name) \(version); --wheel takes one that is at hand.")
            }
            let stem = String(name.map { $0 == "-" ? "_" : $0 })
            return "\(directory)/\(stem)-\(version)-py3-none-any.whl"
        }

        private func unpack(_ wheel: String, into directory: String) throws {
            guard try ChildProcess.run("python3", ["-m", "zipfile", "-e", wheel, directory]) == 0 else {
                throw ValidationError("\(wheel) could not be unpacked.")
            }
        }

        private func checked(_ file: SwaggerFile, in directory: String) throws -> [UInt8] {
            let bytes = try Folder.read("\(directory)/\(file.path)")
            guard SHA256.hexadecimal(bytes) == file.checksum else {
                throw ValidationError("\(file.rawValue) is not the file that is expected; nothing was installed.")
            }
            return bytes
        }
    }
}
