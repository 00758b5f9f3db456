import HTTPTypes

/// The page for trying the graph in a browser: GraphiQL where it is installed, else one of our own.
enum GraphQLPage {
    static func reply(_ files: PageFiles) -> Reply {
        let hasGraphiQL = files.all(of: .graphiQL) != nil
        var reply = Reply.text(hasGraphiQL ? graphiQL : own, contentType: "text/html")
        reply.headers[.contentSecurityPolicy] = hasGraphiQL ? graphiQLPolicy : ownPolicy
        reply.headers[.vary] = "Accept"
        return reply
    }

    private static let ownPolicy = "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

    /// Nothing but our own files, and the fonts and pictures that the style sheet of GraphiQL carries within itself.
    ///
    /// The one style that its dialogs put into the page, which keeps what is behind them from scrolling, is refused:
    /// this page does not scroll.
    private static let graphiQLPolicy = """
        default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; \
        font-src data:; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'
        """

    private static let graphiQL = """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>GraphQL</title>
        <link rel="stylesheet" href="/graphql/assets/graphiql.min.css">
        <link rel="stylesheet" href="/graphql/assets/graphiql-page.css">
        <script src="/graphql/assets/react.production.min.js" defer></script>
        <script src="/graphql/assets/react-dom.production.min.js" defer></script>
        <script src="/graphql/assets/graphiql.min.js" defer></script>
        <script src="/graphql/assets/graphiql-boot.js" defer></script>
        <header>
        <label for="token">Token</label>
        <input id="token" type="password" autocomplete="off">
        <a href="/graphql/schema">Schema</a>
        <noscript>This page needs its script; the schema does not.</noscript>
        </header>
        <main id="graphiql"></main>
        </html>

        """

    /// Without a script it still says where the schema is.
    private static let own = """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>GraphQL</title>
        <link rel="stylesheet" href="/graphql/assets/page.css">
        <script src="/graphql/assets/page.js" defer></script>
        <header>
        <h1>GraphQL</h1>
        <button id="run" title="Ctrl+Enter">Run</button>
        <button id="stop" hidden>Stop</button>
        <a href="/graphql/schema">Schema</a>
        <noscript>This page needs its script; the schema does not.</noscript>
        </header>
        <main>
        <section>
        <label for="query">Document</label>
        <textarea id="query" spellcheck="false" rows="20">
        query Orders($first: Int!) {
          orders(first: $first) {
            nodes { id total customer { name } lines { quantity product { sku stock } } }
          }
        }
        </textarea>
        <label for="variables">Variables</label>
        <textarea id="variables" spellcheck="false" rows="4">{"first": 10}</textarea>
        <label for="token">Token</label>
        <input id="token" type="password" autocomplete="off">
        </section>
        <section>
        <label for="answer">Answer</label>
        <pre id="answer" tabindex="0"></pre>
        </section>
        <nav aria-label="Schema"><label>Types</label><div id="types"></div></nav>
        </main>
        </html>

        """
}
