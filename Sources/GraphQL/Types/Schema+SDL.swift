extension Schema {
    /// Makes a schema of its definition language; fields are read from JSON objects by their names.
    ///
    /// - Throws: ``SchemaError`` with every fault of syntax, of the definitions, and of the types they make.
    public convenience init(sdl: String) throws(SchemaError) {
        let document: Document
        do throws(GraphQLError) {
            document = try Document(parsing: sdl, limits: .trusted)
        } catch {
            throw SchemaError(errors: [error])
        }
        let faults = SDLValidator.validate(document, extending: nil)
        guard faults.isEmpty else { throw SchemaError(errors: faults) }
        try self.init(document)
        let typeFaults = SchemaValidator.validate(self, in: document.source)
        guard typeFaults.isEmpty else { throw SchemaError(errors: typeFaults) }
    }

    /// Makes a schema of definitions that are taken to be sound.
    package convenience init(_ document: Document) throws(SchemaError) {
        self.init(
            try SchemaBuilder.parts(of: document.definitions, source: document.source, behaviour: SchemaBehaviour()))
    }

    /// The definitions as text, without what every schema has anyway.
    public var sdl: String {
        var printer = Printer()
        for (place, definition) in definitions.enumerated() {
            if place > 0 { printer.write("\n\n") }
            printer.definition(definition)
        }
        printer.write("\n")
        return printer.text
    }
}
