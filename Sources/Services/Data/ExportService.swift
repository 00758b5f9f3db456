package import Domain

/// Writes the rows of a list, all of them and not a page, into a file.
///
/// They are read page by page as lists are, so that an export needs no more memory than a page and holds nothing up.
/// What others change meanwhile may or may not be in it.
package struct ExportService: Sendable {
    private let services: ServiceCatalog

    package init(_ services: ServiceCatalog) { self.services = services }

    /// Writes the file; there is none before all of it is.
    ///
    /// `progress` hears after each page how many rows there are so far.
    /// - Returns: how many rows were written.
    /// - Throws: ``DataError/refused(_:)``, ``DataError/file(path:problem:)``, ``DataError/cancelled``.
    package func export(
        _ request: ExportRequest, as format: ExportFormat, to path: String, by principal: Principal,
        progress: @Sendable (Int) -> Void = { _ in }
    ) async throws(DataError) -> Int {
        switch request {
        case .users(let request):
            try await write(.users, request, format, path, progress) { request throws(ServiceError) in
                try await services.users.list(request, as: principal)
            }
        case .products(let request):
            try await write(.products, request, format, path, progress) { request throws(ServiceError) in
                try await services.products.list(request, as: principal)
            }
        case .orders(let request):
            try await write(.orders, request, format, path, progress) { request throws(ServiceError) in
                try await services.orders.list(request, as: principal)
            }
        case .moves(let request):
            try await write(.moves, request, format, path, progress) { request throws(ServiceError) in
                try await services.stock.moves(request, as: principal)
            }
        case .audit(let request):
            try await write(.audit, request, format, path, progress) { request throws(ServiceError) in
                try await services.audit.list(request, as: principal)
            }
        }
    }

    private func write<Item, Filter, Sort>(
        _ table: ExportTable<Item>, _ request: ListRequest<Filter, Sort>, _ format: ExportFormat, _ path: String,
        _ progress: @Sendable (Int) -> Void,
        page: (ListRequest<Filter, Sort>) async throws(ServiceError) -> Page<Item>
    ) async throws(DataError) -> Int {
        let file = try OutputFile(path: path)
        var writer = ExportWriter(format, names: table.names)
        var request = request
        (request.limit, request.position) = (ListRequest<Filter, Sort>.limits.upperBound, .first)
        var count = 0
        while true {
            if Task.isCancelled { throw .cancelled }
            let rows: Page<Item>
            do { rows = try await page(request) } catch { throw Task.isCancelled ? .cancelled : .refused(error) }
            for row in rows.items { writer.write(table.values(row)) }
            count += rows.items.count
            progress(count)
            guard let next = rows.next, !rows.items.isEmpty else { break }
            request.position = .after(next)
            if writer.bytes.count >= OutputFile.chunkSize { try file.append(writer.take()) }
        }
        writer.end()
        try file.append(writer.take())
        try file.complete()
        return count
    }
}
