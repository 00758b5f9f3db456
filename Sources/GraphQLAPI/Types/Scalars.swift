package import Domain
package import GraphQL
package import JSON

/// An amount of money is a `Decimal`: a string, so that no client's floating point comes near it.
extension Money: GraphQLScalar {
    package static let graphQL = ScalarDefinition(
        "Decimal",
        """
        A decimal number with two places, written as a string such as "12.50"; its text is that of a JSON number. \
        Also read from numbers, and with fewer places.
        """, specifiedBy: "https://www.rfc-editor.org/rfc/rfc8259#section-6")

    package var graphQLValue: JSONValue { .string(description) }

    package init(graphQLValue: JSONValue) throws {
        let number = graphQLValue.numberValue ?? graphQLValue.stringValue.flatMap { JSONNumber($0) }
        guard let minor = number?.scaled(to: 2), minor.magnitude <= Money.maximum.minor.magnitude else {
            throw GraphQLError.invalidArgument("A decimal has two places at most, and 12 digits before the point.")
        }
        self.init(minor: minor)
    }
}

/// A percentage is written as a `Decimal`.
extension Percent: GraphQLOutput, GraphQLInput {
    package static func outputType(in types: inout TypeCollector) -> DeclaredType { Money.outputType(in: &types) }

    package static func inputType(in types: inout TypeCollector) -> DeclaredType { Money.inputType(in: &types) }

    package var resolvedValue: ResolvedValue { .json(.string(description)) }

    package init(graphQLInput value: JSONValue?) throws {
        let number = try Money(graphQLInput: value)
        guard let points = Int(exactly: number.minor), let percent = Percent(basisPoints: points) else {
            throw GraphQLError.invalidArgument("A percentage is from 0 to 100.")
        }
        self = percent
    }
}

extension Moment: GraphQLScalar {
    package static let graphQL = ScalarDefinition(
        "DateTime",
        "A point in time, written in UTC with milliseconds: \"2026-01-01T00:00:00.000Z\". Any offset is read.",
        specifiedBy: "https://www.rfc-editor.org/rfc/rfc3339")

    package var graphQLValue: JSONValue { .string(description) }

    package init(graphQLValue: JSONValue) throws {
        guard let moment = graphQLValue.stringValue.flatMap({ Moment($0) }) else {
            throw GraphQLError.invalidArgument("A time is written as 2026-01-01T00:00:00Z.")
        }
        self = moment
    }
}

extension CivilDay: GraphQLScalar {
    package static let graphQL = ScalarDefinition(
        "Date", "A day of the calendar: \"2026-01-01\".",
        specifiedBy: "https://www.rfc-editor.org/rfc/rfc3339#section-5.6")

    package var graphQLValue: JSONValue { .string(description) }

    package init(graphQLValue: JSONValue) throws {
        let text = graphQLValue.stringValue ?? ""
        guard text.utf8.count == 10, let midnight = Moment(text) else {
            throw GraphQLError.invalidArgument("A day is written as 2026-01-01.")
        }
        self.init(midnight, offsetSeconds: 0)
    }
}

/// The number of a row is an `ID`, since `Int` has 32 bits only.
extension Identifier: GraphQLOutput, GraphQLInput {
    package static func outputType(in types: inout TypeCollector) -> DeclaredType { GraphQLID.outputType(in: &types) }

    package static func inputType(in types: inout TypeCollector) -> DeclaredType { GraphQLID.inputType(in: &types) }

    package var resolvedValue: ResolvedValue { .json(.string(description)) }

    package init(graphQLInput value: JSONValue?) throws {
        let text = try GraphQLID(graphQLInput: value).text
        guard let number = Int64(text), number > 0, String(number) == text else {
            throw GraphQLError.invalidArgument("Nothing here can have the id \"\(text.prefix(32))\".")
        }
        self.init(number)
    }
}
