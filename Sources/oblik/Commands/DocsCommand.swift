import ArgumentParser
import Glibc
import HTTPAPI
import Settings
import Sodium

/// `oblik docs …`: what the pages `/docs` and `/graphql` are made of.
struct DocsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "docs", abstract: "Install what the pages /docs and /graphql are made of.",
        subcommands: [Install.self])

    /// `oblik docs install`: fetches Swagger UI and GraphiQL, and keeps the files that are the ones expected.
    struct Install: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Fetch Swagger UI and GraphiQL from PyPI with pip, check them, and put them where they are found."
        )
        @OptionGroup var options: GlobalOptions
        @Option(help: "A wheel that is at hand already; nothing is fetched then. May be given for each of the two.")
        var wheel: [String] = []

        func run() async throws {
            let context = try CommandContext(options, log: .quiet)
            let work = try TemporaryDirectory()
            defer { work.remove() }
            let wheels = try atHand()
            var files: [(file: PageFile, bytes: [UInt8])] = []
            for toolkit in PageToolkit.allCases where wheels.isEmpty || wheels[toolkit] != nil {
                try unpack(wheels[toolkit] ?? fetch(toolkit, into: work.path), into: work.path)
                files += try toolkit.files.map { ($0, try checked($0, in: work.path)) }
            }
            // All are checked before the first is kept.
            let directory = context.docsDirectory
            try Folder.make(directory)
            for (file, bytes) in files { try Folder.write(bytes, to: "\(directory)/\(file.rawValue)") }
            for toolkit in PageToolkit.allCases where files.contains(where: { $0.file.toolkit == toolkit }) {
                Console.print(
                    "\(toolkit.rawValue) is in \(directory); \(toolkit.page) shows it from the next start on.")
            }
        }

        /// The wheels that were given, each told by its name, which begins with that of the package.
        private func atHand() throws -> [PageToolkit: String] {
            var wheels: [PageToolkit: String] = [:]
            for path in wheel {
                let name = path.split(separator: "/").last ?? ""
                let toolkit = PageToolkit.allCases.first { name.hasPrefix("\(stem($0))-") }
                guard let toolkit else {
                    throw ValidationError("\(path) is neither Swagger UI's wheel nor GraphiQL's.")
                }
                wheels[toolkit] = path
            }
            return wheels
        }

        /// The name of a package as that of its file has it.
        private func stem(_ toolkit: PageToolkit) -> String {
            String(toolkit.package.name.map { $0 == "-" ? "_" : $0 })
        }

        /// Downloads the package; its file is found by the name that its version gives it.
        private func fetch(_ toolkit: PageToolkit, into directory: String) throws -> String {
            let (name, version) = toolkit.package
            let arguments = [
                "-m", "pip", "download", "--quiet", "--no-deps", "--dest", directory, "\(name)==\(version)",
            ]
            guard try ChildProcess.run("python3", arguments) == 0 else {
                throw ValidationError("pip could not fetch \(name) \(version); --wheel takes one that is at hand.")
            }
            return "\(directory)/\(stem(toolkit))-\(version)-py3-none-any.whl"
        }

        private func unpack(_ wheel: String, into directory: String) throws {
            guard try ChildProcess.run("python3", ["-m", "zipfile", "-e", wheel, directory]) == 0 else {
                throw ValidationError("\(wheel) could not be unpacked.")
            }
        }

        private func checked(_ file: PageFile, in directory: String) throws -> [UInt8] {
            let bytes = try Folder.read("\(directory)/\(file.path)")
            guard SHA256.hexadecimal(bytes) == file.checksum else {
                throw ValidationError("\(file.rawValue) is not the file that is expected; nothing was installed.")
            }
            return bytes
        }
    }
}
