import GraphQL
import JSON

/// One conformance case: parse, validate or execute, and say what came out.
enum Probe {
    static func answer(_ line: String) async -> String {
        let answer: JSONObject
        do {
            let json = try JSONValue(parsing: line, maximumDepth: 512)
            answer = try await Case(json).run()
        } catch let error as GraphQLError {
            answer = failure([error])
        } catch let error as SchemaError {
            answer = failure(error.errors)
        } catch {
            answer = failure([GraphQLError("The case cannot be read: \(error)")])
        }
        return JSONValue.object(answer).description
    }

    static func failure(_ errors: [GraphQLError]) -> JSONObject {
        JSONObject([("ok", .bool(errors.isEmpty)), ("errors", .array(errors.map(\.json)))])
    }
}
