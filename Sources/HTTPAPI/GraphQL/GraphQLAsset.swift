/// What the page for trying is made of; scripts stand in files of their own, so that all others can be forbidden.
enum GraphQLAsset: String, CaseIterable {
    case style = "page.css"
    case script = "page.js"
    case graphiQLStyle = "graphiql-page.css"
    /// Opens GraphiQL on our graph.
    case graphiQLBoot = "graphiql-boot.js"

    var type: MediaType { rawValue.hasSuffix(".css") ? .css : .javaScript }

    var text: String {
        switch self {
        case .style: Self.css
        case .script: Self.javaScript
        case .graphiQLStyle: Self.graphiQLCSS
        case .graphiQLBoot: Self.bootScript
        }
    }

    private static let css = """
        :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
        body { margin: 0; height: 100vh; display: flex; flex-direction: column; }
        header { display: flex; gap: 1rem; align-items: baseline; padding: .5rem 1rem; border-bottom: 1px solid #8886; }
        h1 { font-size: 1.1rem; margin: 0; }
        main { flex: 1; display: grid; grid-template-columns: 1fr 1fr 20rem; min-height: 0; }
        section, nav { padding: .5rem 1rem; overflow: auto; display: flex; flex-direction: column; }
        textarea, pre, input, code { font: 13px/1.5 ui-monospace, monospace; }
        textarea { resize: vertical; }
        pre { flex: 1; margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
        label { font-weight: 600; margin-top: .5rem; }
        details { padding-left: .75rem; } details p { margin: 0; opacity: .75; }
        @media (max-width: 60rem) { main { grid-template-columns: 1fr; overflow: auto; } }

        """

    private static let javaScript = """
        "use strict";
        const [query, variables, token, answer, run, stop, types] =
          ["query", "variables", "token", "answer", "run", "stop", "types"].map((id) => document.getElementById(id));
        let following = null;

        for (const field of [query, variables]) {
          field.value = localStorage.getItem("oblik." + field.id) ?? field.value;
          field.addEventListener("input", () => localStorage.setItem("oblik." + field.id, field.value));
        }

        function ask(text, values, accept, signal) {
          const headers = { "Content-Type": "application/json", Accept: accept };
          if (token.value) headers.Authorization = "Bearer " + token.value;
          return fetch("/graphql", {
            method: "POST", headers, signal, body: JSON.stringify({ query: text, variables: values }),
          });
        }

        const pretty = (text) => { try { return JSON.stringify(JSON.parse(text), null, 2); } catch { return text; } };

        async function go() {
          following?.abort();
          let values = {};
          try { values = variables.value.trim() ? JSON.parse(variables.value) : {}; }
          catch (error) { answer.textContent = "The variables are no JSON: " + error.message; return; }
          following = new AbortController();
          const streams = /^\\s*subscription\\b/m.test(query.value);
          stop.hidden = !streams;
          answer.textContent = "…";
          try {
            const accept = streams ? "text/event-stream" : "application/graphql-response+json, application/json;q=0.9";
            const response = await ask(query.value, values, accept, following.signal);
            if (!streams) { answer.textContent = pretty(await response.text()); return; }
            answer.textContent = "";
            const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
            let rest = "";
            for (;;) {
              const { done, value } = await reader.read();
              if (done) break;
              const events = (rest + value).split("\\n\\n");
              rest = events.pop();
              for (const event of events) {
                const data = /^data: (.*)$/m.exec(event);
                if (data) answer.textContent = (pretty(data[1]) + "\\n\\n" + answer.textContent).slice(0, 100000);
              }
            }
          } catch (error) {
            if (error.name !== "AbortError") answer.textContent = String(error);
          } finally { stop.hidden = true; }
        }

        function typeName(type) {
          if (type.kind === "NON_NULL") return typeName(type.ofType) + "!";
          return type.kind === "LIST" ? "[" + typeName(type.ofType) + "]" : type.name;
        }

        function entry(title, description, inner) {
          const node = document.createElement(inner.length ? "details" : "div");
          const name = document.createElement(inner.length ? "summary" : "code");
          name.textContent = title;
          node.append(name);
          if (description) { const text = document.createElement("p"); text.textContent = description; node.append(text); }
          node.append(...inner);
          return node;
        }

        async function showTypes() {
          const reference = "kind name ofType { kind name ofType { kind name ofType { kind name } } }";
          const response = await ask(`{ __schema { types { name kind description
            fields { name description type { ${reference} } args { name type { ${reference} } } }
            inputFields { name description type { ${reference} } } enumValues { name description } } } }`, {},
            "application/json");
          const schema = (await response.json()).data?.__schema;
          if (!schema) return;
          for (const type of schema.types.filter((type) => !type.name.startsWith("__"))) {
            const fields = [...(type.fields ?? []), ...(type.inputFields ?? [])].map((field) => {
              const given = (field.args ?? []).map((one) => one.name + ": " + typeName(one.type));
              const inputs = given.length ? "(" + given.join(", ") + ")" : "";
              return entry(field.name + inputs + ": " + typeName(field.type), field.description, []);
            });
            const values = (type.enumValues ?? []).map((value) => entry(value.name, value.description, []));
            types.append(entry(type.name, type.description, [...fields, ...values]));
          }
        }

        run.addEventListener("click", go);
        stop.addEventListener("click", () => following?.abort());
        document.addEventListener("keydown", (event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); go(); }
        });
        showTypes().catch((error) => { types.textContent = String(error); });

        """
}
