import JSON

/// Brings the variables of a request into the form that the operation declares (section 6.1.2).
struct VariableCoercion {
    let schema: Schema
    let document: Document

    /// The coerced values; a variable that was not given and has no default is absent.
    func values(of operation: Operation, from given: JSONObject) throws(RequestFailure) -> [String:
        JSONValue]
    {
        guard !operation.variables.isEmpty else { return [:] }
        let supplied = Dictionary(given.members.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        var values: [String: JSONValue] = [:]
        var errors: [GraphQLError] = []
        for variable in operation.variables {
            do throws(GraphQLError) {
                values[variable.name.text] = try value(of: variable, supplied[variable.name.text])
            } catch {
                errors.append(error)
            }
        }
        guard errors.isEmpty else { throw RequestFailure(.variables, errors) }
        return values
    }

    private func value(of variable: VariableDefinition, _ json: JSONValue?) throws(GraphQLError)
        -> JSONValue?
    {
        let name = variable.name.text
        guard let type = schema.resolve(variable.type), schema[type.named].kind.isInput else {
            throw error(
                "Variable \"$\(name)\" expected value of type \"\(Printer.text(of: variable.type))\" "
                    + "which cannot be used as an input type.", at: variable.type.start)
        }
        let coercion = Coercion(schema: schema)
        guard let json else {
            if let literal = variable.defaultValue {
                return coercion.value(of: literal, as: type, variables: [:])
            }
            guard type.isNonNull else { return nil }
            throw error(
                "Variable \"$\(name)\" of required type \"\(schema.name(of: type))\" was not provided.",
                at: variable.start)
        }
        if json == .null, type.isNonNull {
            throw error(
                "Variable \"$\(name)\" of non-null type \"\(schema.name(of: type))\" must not be null.",
                at: variable.start)
        }
        do throws(InputFault) {
            return try coercion.value(json, as: type)
        } catch {
            let place =
                error.path.isEmpty ? "" : " at \"\(([name] + error.path).joined(separator: "."))\""
            throw self.error(
                "Variable \"$\(name)\" got invalid value\(place); \(error.message)", at: variable.start)
        }
    }

    private func error(_ message: String, at start: Int) -> GraphQLError {
        GraphQLError(message, locations: document.locations([start]))
    }
}
