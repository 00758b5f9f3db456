extension ProblemKind {
    /// The same few words for every problem of this kind.
    package var title: String {
        switch self {
        case .malformedRequest: "Malformed request"
        case .malformedJSON: "Malformed JSON"
        case .malformedCSV: "Malformed CSV"
        case .malformedQuery: "Malformed query"
        case .unknownParameter: "Unknown parameter"
        case .duplicateParameter: "Duplicate parameter"
        case .invalidCursor: "Invalid cursor"
        case .idempotencyKeyMismatch: "Two idempotency keys"
        case .authenticationRequired: "Login required"
        case .invalidToken: "Invalid token"
        case .invalidCredentials: "Wrong login or password"
        case .forbidden: "Not permitted"
        case .insufficientScope: "Beyond the token's scopes"
        case .crossOrigin: "Request of another site"
        case .notFound: "Not found"
        case .unknownReference: "Unknown reference"
        case .methodNotAllowed: "Method not allowed"
        case .notAcceptable: "Not acceptable"
        case .requestTimeout: "Request too slow"
        case .insufficientStock: "Insufficient stock"
        case .priceChanged: "Price changed"
        case .emailTaken: "E-mail address taken"
        case .skuTaken: "Code taken"
        case .barcodeTaken: "Barcode taken"
        case .loginTaken: "Login taken"
        case .lastAdministrator: "Last administrator"
        case .orderClosed: "Order closed"
        case .lastItem: "Last line"
        case .preconditionFailed: "Precondition failed"
        case .invalidTransition: "No such step"
        case .eventsExpired: "Events expired"
        case .contentTooLarge: "Content too large"
        case .unsupportedMediaType: "Unsupported media type"
        case .misdirectedRequest: "Misdirected request"
        case .validationFailed: "Validation failed"
        case .idempotencyKeyReused: "Idempotency key reused"
        case .tooManyAttempts: "Too many tries"
        case .internalError: "Internal error"
        case .quotaExceeded: "Too many requests"
        case .busy: "Busy"
        case .overloaded: "Overloaded"
        case .unavailable: "Unavailable"
        }
    }

    /// What has happened and what the caller can do about it, for the page of this kind.
    package var explanation: String {
        switch self {
        case .malformedRequest:
            "The request breaks the rules of HTTP, for instance in its Host header or in the framing of its body."
        case .malformedJSON:
            """
            The body is not JSON as RFC 8259 defines it. Names that occur twice, half surrogate pairs, a byte order \
            mark and more than 32 levels are refused as well. The detail names the line and the column.
            """
        case .malformedCSV:
            """
            The body is no table: its first line names the members, each further line has as many cells, and a cell \
            with commas, quotes or line ends stands in quotes (RFC 4180). The detail names the line.
            """
        case .malformedQuery: "The query string holds an escape that is not one, or bytes that are not UTF-8."
        case .unknownParameter:
            "The query has a parameter that this address does not know. Nothing is ignored silently."
        case .duplicateParameter: "The query names one parameter twice. Several values go into one, parted by commas."
        case .invalidCursor:
            """
            The cursor is damaged, or it was made for another list, filter or sort. Cursors are opaque: take them from \
            the Link header, and start again without one.
            """
        case .idempotencyKeyMismatch: "The header Idempotency-Key and the member idempotencyKey name different keys."
        case .authenticationRequired:
            """
            This address is for people who have logged in. Send POST /auth/login, and the token of its answer in the \
            header Authorization, after the word Bearer.
            """
        case .invalidToken:
            """
            The token in the header Authorization is damaged, has ended, or was revoked; or the account that it \
            belongs to was disabled. Log in again.
            """
        case .invalidCredentials:
            "There is no account with this login and this password. Which of the two is wrong is not told."
        case .forbidden: "The role of whoever asks does not permit this operation."
        case .insufficientScope:
            "The role of whoever asks permits this operation, but the token was made for others only."
        case .crossOrigin: "A page of another site has sent this request; changes are accepted from here only."
        case .notFound: "There is nothing at this address, or nothing with this number."
        case .unknownReference:
            "The body names a customer or a product that is not there or is archived. The pointer says which."
        case .methodNotAllowed: "The address exists, but not for this method. The Allow header lists those it has."
        case .notAcceptable: "The Accept header excludes every form in which this address can answer."
        case .requestTimeout: "The body did not arrive in time. The connection is closed."
        case .insufficientStock:
            """
            Some lines want more pieces than there are: items lists every one of them, with what was requested and \
            what is available. Nothing was written, and the idempotency key is still free.
            """
        case .priceChanged:
            """
            A price in the body is not the price of the product any more: items lists what was told and what it is \
            now. Nothing was written. Show the new price, and ask again.
            """
        case .emailTaken: "Another customer has this e-mail address."
        case .skuTaken: "Another product has this code, perhaps in other capitals."
        case .barcodeTaken: "Another product has this barcode."
        case .loginTaken: "Somebody else logs in with this name."
        case .lastAdministrator:
            "The change would leave nobody who may administer the shop. Make another administrator first."
        case .orderClosed: "The order is paid, shipped or cancelled: its lines stand."
        case .lastItem: "An order keeps at least one line. Cancel the order instead."
        case .preconditionFailed:
            """
            The row is in another state than If-Match or If-None-Match want: it has been changed since it was read. \
            Read it again and repeat the edit.
            """
        case .invalidTransition: "The life cycle of an order has no step from its status to the requested one."
        case .eventsExpired:
            """
            Events are kept for three days, and those behind the given id are gone, or the id belongs to another \
            database. Read the rows that matter anew, and follow without an id.
            """
        case .contentTooLarge: "The body is larger than 1 MiB. The connection is closed."
        case .unsupportedMediaType: "The body has a media type that this address does not read. JSON is expected."
        case .misdirectedRequest: "The Host header names another server than this one."
        case .validationFailed: "Members or parameters break rules; errors lists every one of them with its place."
        case .idempotencyKeyReused:
            "The key was used before for an order with another meaning. A new order needs a new key."
        case .tooManyAttempts:
            """
            Somebody has tried too often to log in with this name, or from this address. After the seconds in \
            Retry-After the next try is let through; nobody is ever locked out for longer than a minute.
            """
        case .internalError:
            """
            Something went wrong that is not the caller's doing. Nothing was written. The log tells more under the \
            reference.
            """
        case .quotaExceeded:
            """
            The client has asked for more than its quota. The headers RateLimit-Policy and RateLimit tell how much it \
            has and when it has it again, Retry-After when the next request is answered.
            """
        case .overloaded:
            "More is under way than the server can answer in time. Nothing was done; ask again after Retry-After."
        case .busy: "Others hold what is needed. Nothing was written; ask again after the seconds in Retry-After."
        case .unavailable:
            """
            The database can't be reached or did not answer in time. Whether a change was written may be unknown: ask \
            again with the same idempotency key, which is always safe.
            """
        }
    }
}
