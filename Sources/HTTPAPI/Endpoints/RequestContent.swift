/// The body that an endpoint reads.
package struct RequestContent: Sendable, Hashable {
    /// What is done with the bytes before the endpoint sees them.
    package enum Reading: Sendable, Hashable {
        /// A JSON object, held against the shape.
        case object
        /// A JSON object, or an array of up to 1,000 of them, or CSV with as many rows.
        case objectOrMany
        /// Nothing: the endpoint reads them itself, from `Body.bytes`.
        ///
        /// The shape then is what the documents say of them.
        case raw
    }

    /// The size that the body may have.
    package enum Size: Sendable, Hashable {
        /// `HTTPLimits.body`.
        case usual
        /// `HTTPLimits.bulkBody`.
        case bulk
    }

    package let shape: Shape
    package let reading: Reading
    /// Whether the request may come without a body.
    package let isOptional: Bool
    /// The media types that it may have.
    package let types: [MediaType]

    package var size: Size { reading == .objectOrMany ? .bulk : .usual }

    /// Rows that one request may create.
    static let maximumRows = 1000

    private init(_ shape: Shape, _ reading: Reading, isOptional: Bool = false, types: [MediaType]) {
        (self.shape, self.reading, self.isOptional, self.types) = (shape, reading, isOptional, types)
    }

    /// One JSON object.
    package static func json(_ shape: Shape, isOptional: Bool = false) -> Self {
        Self(shape, .object, isOptional: isOptional, types: [.json])
    }

    /// What a merge patch may hold (RFC 7396).
    package static func patch(_ shape: Shape) -> Self { Self(shape, .object, types: [.mergePatch, .json]) }

    /// One object, or many.
    package static func oneOrMany(_ shape: Shape) -> Self { Self(shape, .objectOrMany, types: [.json, .csv]) }

    /// Bytes that the endpoint reads itself.
    package static func raw(_ shape: Shape, types: [MediaType]) -> Self { Self(shape, .raw, types: types) }
}
