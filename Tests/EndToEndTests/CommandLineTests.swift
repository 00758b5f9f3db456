import Glibc
import TestSupport
import Testing

extension EndToEnd {
    @Suite struct CommandLineTests {
        @Test("Options that don't exist and settings that can't be are refused, all at once and by name")
        func refusals() async throws {
            try await Shop.open { shop in
                let unknown = try await shop.oblik("--colour")
                #expect(unknown.code == 64)
                #expect(unknown.errors.contains("--colour"))
                let wrong = try await shop.oblik(
                    "config", "--http-port", "70000", "--log-level", "loud",
                    with: ["OBLIK_CURRENCY": "money", "OBLIK_HTTP_HOST": "two words"])
                #expect(wrong.code != 0)
                for key in ["http.port", "log.level", "OBLIK_CURRENCY", "OBLIK_HTTP_HOST"] {
                    #expect(wrong.errors.contains(key), "\(wrong.errors)")
                }
                #expect(!Files.exists(shop.dataDirectory))
            }
        }

        @Test("The settings are shown with their sources, and a password is never among them")
        func settings() async throws {
            try await Shop.open { shop in
                let shown = try await shop.oblik(
                    "config", "--theme", "mono", with: ["OBLIK_DATABASE_URL": "postgresql://u:pAsSwOrD@h/d"])
                #expect(shown.code == 0)
                #expect(!(shown.output + shown.errors).contains("pAsSwOrD"))
                let theme = try #require(shown.output.split(separator: "\n").first { $0.contains("theme") })
                #expect(theme.contains("mono") && theme.contains("command line"), "\(shown.output)")
                #expect(shown.output.contains(shop.dataDirectory))
            }
        }

        @Test("The commands for the database say how it is, and their exit codes say it too")
        func database() async throws {
            try await Shop.open { shop in
                let absent = try await shop.oblik("db", "status")
                #expect(absent.code == 3)
                #expect(absent.output.contains("state      absent\n"))
                #expect(try await shop.oblik("db", "start").code == 0)
                let running = try await shop.oblik("db", "status")
                #expect(running.code == 0)
                #expect(running.output.contains("state      running"))
                let steps = try await shop.oblik("migrate", "status")
                #expect(steps.code == 0)
                let names = Files.names(in: Repository.path("migrations")).filter { $0.hasSuffix(".sql") }
                #expect(steps.output.split(separator: "\n").filter { $0.hasPrefix("applied ") }.count == names.count)
                #expect(try await shop.psql("SELECT count(*) FROM site.s_order") == "0")
                #expect(try await shop.oblik("verify").code == 0)
                #expect(try await shop.oblik("db", "stop").code == 0)
                let stopped = try await shop.oblik("db", "status")
                #expect(stopped.code == 3)
                #expect(stopped.output.contains("state      stopped\n"))
                try await shop.waitUntilNothingRuns()
            }
        }

        @Test("Where no data can be kept, the program says so and where, and does not crash")
        func readOnlyDirectory() async throws {
            try await Shop.open { shop in
                // A file in the place of a directory stops root too, whom permissions do not.
                let file = shop.folder + "/data"
                close(open(file, O_CREAT | O_WRONLY, 0o600))
                for arguments in [["serve"], ["db", "start"]] {
                    let outcome = try await shop.run(Shop.program, arguments)
                    #expect((1...100).contains(outcome.code), "\(outcome.code)")
                    #expect(outcome.errors.contains(file), "\(outcome.errors)")
                }
                unlink(file)
            }
        }
    }
}
