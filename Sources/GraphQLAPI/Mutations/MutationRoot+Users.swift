import Domain
import GraphQL
import Services

extension MutationRoot {
    private enum CreateUser: Outcome {
        static let operation = OperationID.createUser
        static let members: [any GraphQLObject.Type] = [
            User.self, InvalidInputRefusal.self, AlreadyTakenRefusal.self,
        ]
    }

    private enum EditUser: Outcome {
        static let operation = OperationID.editUser
        static let members: [any GraphQLObject.Type] = [
            User.self, InvalidInputRefusal.self, NotFoundRefusal.self, AlreadyTakenRefusal.self,
            VersionMismatchRefusal.self,
        ]
    }

    private enum ArchiveUser: Outcome {
        static let operation = OperationID.archiveUser
        static let members: [any GraphQLObject.Type] = [User.self, NotFoundRefusal.self]
    }

    private enum RestoreUser: Outcome {
        static let operation = OperationID.restoreUser
        static let members: [any GraphQLObject.Type] = [User.self, NotFoundRefusal.self, AlreadyTakenRefusal.self]
    }

    /// How a mutation is told which version of a row it starts from.
    static let version = Argument(
        "version", Int?.self,
        description: "The version that the change starts from; without one it is made whatever was done meanwhile.")

    @FieldBuilder<MutationRoot, Caller> static var users: [Field<MutationRoot, Caller>] {
        Field("createUser", Argument("input", NewUserInput.self), description: "Creates a customer.") {
            _, caller, input in
            try await MutationResult<CreateUser>(caller) {
                try await caller.services.users.create(
                    NewUser(name: input.name, email: input.email, phone: input.phone, note: input.note),
                    as: caller.principal)
            }
        }
        Field(
            "editUser", Argument("id", Identifier<User>.self), Argument("input", UserPatch.self), version,
            description: "Changes fields of a person; those that are not given stay as they are."
        ) { _, caller, id, patch, version in
            try await MutationResult<EditUser>(caller) {
                let edit = try UserEdit(
                    name: patch.name.edit, email: patch.email.optionalEdit, phone: patch.phone.optionalEdit,
                    note: patch.note.optionalEdit)
                return try await caller.services.users.edit(id, edit, version: version, as: caller.principal)
            }
        }
        Field(
            "archiveUser", Argument("id", Identifier<User>.self),
            description: "Takes a person out of lists and searches; orders keep them. Twice is once."
        ) { _, caller, id in
            try await MutationResult<ArchiveUser>(caller) {
                try await caller.services.users.archive(id, as: caller.principal)
            }
        }
        Field(
            "restoreUser", Argument("id", Identifier<User>.self),
            description: "Brings an archived person back. Twice is once."
        ) { _, caller, id in
            try await MutationResult<RestoreUser>(caller) {
                try await caller.services.users.restore(id, as: caller.principal)
            }
        }
    }
}

/// A customer to be created, as it was typed.
private struct NewUserInput: GraphQLInputObject {
    let name: String
    let email, phone, note: String?

    static let graphQL = InputDefinition(
        "NewUserInput", Argument("name", String.self, description: "The full name, 1 to 200 characters."),
        Argument("email", String?.self, description: "An e-mail address that no other customer has."),
        Argument("phone", String?.self, description: "A telephone number, 3 to 20 digits."),
        Argument("note", String?.self, description: "A note of up to 2,000 characters."),
        description: "A customer to be created."
    ) { NewUserInput(name: $0, email: $1, phone: $2, note: $3) }
}

/// Fields of a person to be changed, as they were typed.
private struct UserPatch: GraphQLInputObject {
    let name, email, phone, note: Change<String>

    static let graphQL = InputDefinition(
        "UserPatch", Argument("name", Change<String>.self), Argument("email", Change<String>.self),
        Argument("phone", Change<String>.self), Argument("note", Change<String>.self),
        description: "Fields of a person to be changed; null empties one."
    ) { UserPatch(name: $0, email: $1, phone: $2, note: $3) }
}
