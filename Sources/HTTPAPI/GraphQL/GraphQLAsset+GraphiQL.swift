extension GraphQLAsset {
    static let graphiQLCSS = """
        body { margin: 0; height: 100vh; display: flex; flex-direction: column; }
        header { display: flex; gap: .75rem; align-items: baseline; padding: .4rem 1rem; }
        header, input { font: 14px system-ui, sans-serif; }
        header input { width: 24rem; }
        main { flex: 1; min-height: 0; }
        /* The head follows the theme that is chosen in the settings of GraphiQL, or that of the system. */
        .graphiql-dark { color-scheme: dark; background: hsl(219, 29%, 18%); color: hsl(219, 29%, 78%); }
        @media (prefers-color-scheme: dark) {
          body:not(.graphiql-light) { color-scheme: dark; background: hsl(219, 29%, 18%); color: hsl(219, 29%, 78%); }
        }

        """

    /// The token stays in the page: it is sent with every request, and kept nowhere.
    static let bootScript = """
        "use strict";
        const token = document.getElementById("token"), given = new URLSearchParams(location.search);
        const start = `query Orders($first: Int = 10) {
          orders(first: $first) {
            nodes {
              id
              total
              customer { name }
              lines { quantity product { sku stock } }
            }
          }
        }
        `;

        function ask(request, more, accept, signal) {
          const headers = { "Content-Type": "application/json", Accept: accept };
          if (token.value) headers.Authorization = "Bearer " + token.value;
          return fetch("/graphql", {
            method: "POST", headers: { ...headers, ...more }, signal, body: JSON.stringify(request),
          });
        }

        // Whether the operation that is asked for is a subscription, after the document as GraphiQL has read it.
        function subscribes(request, document) {
          return (document?.definitions ?? []).some((one) => one.operation === "subscription" &&
            (!request.operationName || one.name?.value === request.operationName));
        }

        // Events until the server ends them, or GraphiQL stops listening.
        function follow(request, more) {
          const stopped = new AbortController();
          async function* responses() {
            try {
              const response = await ask(request, more, "text/event-stream", stopped.signal);
              if (!(response.headers.get("Content-Type") ?? "").startsWith("text/event-stream")) {
                yield await response.json();
                return;
              }
              const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
              let rest = "";
              for (;;) {
                const { done, value } = await reader.read();
                if (done) return;
                const events = (rest + value).split("\\n\\n");
                rest = events.pop();
                for (const event of events) {
                  const data = /^data: (.*)$/m.exec(event);
                  if (data) yield JSON.parse(data[1]);
                }
              }
            } catch (error) {
              if (error.name !== "AbortError") throw error;
            }
          }
          const events = responses();
          return {
            [Symbol.asyncIterator]() { return this; },
            next: () => events.next(),
            return: () => { stopped.abort(); return events.return(); },
          };
        }

        // A fetcher of its own for every token: GraphiQL asks a new one for the schema.
        function show() {
          const fetcher = async (request, options) => subscribes(request, options?.documentAST)
            ? follow(request, options?.headers)
            : (await ask(request, options?.headers, "application/json")).json();
          ReactDOM.render(React.createElement(GraphiQL, {
            fetcher, defaultQuery: start, query: given.get("query") ?? undefined,
            variables: given.get("variables") ?? undefined, shouldPersistHeaders: false,
          }), document.getElementById("graphiql"));
        }

        token.addEventListener("change", show);
        show();

        """
}
