import Domain
import HTTPTypes
import JSON
import Services

/// The tokens that people make for their programs.
enum TokenEndpoints {
    static let all = [list, create, revoke]

    private static let list = Endpoint(
        .get, "/auth/tokens", .permitted(.listTokens), "The tokens of whoever asks, the latest first.", tag: .auth,
        answers: [Answer(.ok, "At most 50 tokens.", .list(AccessToken.shape))]
    ) { call in
        .secret(rows: try await call.services.auth.tokens(as: call.principal))
    }

    private static let create = Endpoint(
        .post, "/auth/tokens", .permitted(.createToken),
        "Makes a token for a program; its text is shown in this answer only.", tag: .auth,
        body: .json(
            Shape(
                "NewToken",
                [
                    .required("name", .string(.line(1...200)), "What the token is for.", example: "till in the yard"),
                    .required(
                        "scope", .string(TextRule(1...2000, pattern: scopePattern)),
                        "What it may be used for: read, write, accounts, or names of operations, parted by blanks.",
                        example: "read placeOrder"),
                    .optional("days", .whole(1...366), "How many days it lives; 90 unless given.", example: 90),
                ])),
        answers: [
            Answer(
                .created, "The token with its text.",
                .object(
                    Shape(
                        "CreatedToken",
                        AccessToken.shape.fields + [
                            .required("token", .text, "The text that is sent after Bearer.", example: "oblik_pat_…")
                        ])))
        ], refusals: [.notFound]
    ) { call in
        let new = try call.body.checked { body throws(InvalidInput) in
            try NewAccessToken(
                name: body.text("name") ?? "", scope: body.text("scope") ?? "", days: body.integer("days") ?? 90)
        }
        let (token, text) = try await call.services.auth.createToken(new, as: call.principal)
        return .secret(.created) { writer in
            writer.object { writer in
                writer.fields(of: token, AccessToken.members)
                writer.field("token", text)
            }
        }
    }

    private static let revoke = Endpoint(
        .delete, "/auth/tokens/{id}", .permitted(.revokeToken), "Revokes a token.", tag: .auth,
        path: [.id("The number of the token.", example: 5)],
        answers: [Answer(.noContent, "The token is revoked.")], refusals: [.notFound]
    ) { call in
        try await call.services.auth.revokeToken(call.identifier(), as: call.principal)
        return .silence
    }

    /// A scope, or several: the names are those of ``TokenScope``.
    private static let scopePattern: String = {
        let words = OperationID.Kind.allCases.map(\.rawValue) + OperationID.allCases.map(\.rawValue)
        let word = "(\(words.joined(separator: "|")))"
        return "^\(word)( \(word)){0,49}$"
    }()
}
