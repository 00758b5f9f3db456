import HTTPTypes

/// The page for trying the graph in a browser: it works with nothing installed.
enum GraphQLPage {
    static var reply: Reply {
        var reply = Reply.text(html, contentType: "text/html")
        reply.headers[.contentSecurityPolicy] =
            "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        reply.headers[.vary] = "Accept"
        return reply
    }

    /// Without a script it still says where the schema is.
    private static let html = """
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
