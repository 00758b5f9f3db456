/// What our own pages are drawn and driven by.
///
/// Scripts stand in files of their own, so that the content security policy can forbid all others.
enum PageAsset: String, CaseIterable {
    case style = "reference.css"
    case script = "reference.js"
    /// Opens Swagger UI on our document.
    case boot = "swagger-boot.js"

    var type: MediaType { self == .style ? .css : .javaScript }

    var text: String {
        switch self {
        case .style: Self.css
        case .script: Self.javaScript
        case .boot: Self.bootScript
        }
    }

    private static let css = """
        :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
        body { max-width: 60rem; margin: 0 auto; padding: 1rem; }
        h2 { margin-top: 2rem; text-transform: capitalize; }
        summary { cursor: pointer; padding: .3rem; border-bottom: 1px solid #8884; }
        summary b { display: inline-block; width: 4.5rem; }
        .post b, .put b, .patch b { color: #b35900; } .delete b { color: #c0143c; } .get b { color: #0b6bcb; }
        summary span, small, dd { opacity: .75; }
        form { padding: .5rem 1rem; }
        label { display: grid; grid-template-columns: 12rem 14rem 1fr; gap: .5rem; align-items: baseline; }
        label.body { grid-template-columns: 12rem 1fr; }
        input, textarea, button, pre { font: 14px/1.4 ui-monospace, monospace; }
        pre { overflow: auto; max-height: 30rem; padding: .5rem; border: 1px solid #8888; white-space: pre-wrap; }
        dl { display: grid; grid-template-columns: 12rem 1fr; margin: 0; } dd { margin: 0; }
        """

    private static let javaScript = """
        "use strict";
        // Sends the request that a form describes, and shows the answer below it.
        async function send(event) {
          event.preventDefault();
          const form = event.target, output = form.querySelector("output"), pre = form.querySelector("pre");
          let path = form.dataset.path;
          const query = new URLSearchParams(), headers = {};
          for (const input of form.querySelectorAll("input[name]")) {
            if (input.value === "") continue;
            if (input.dataset.in === "path") path = path.replace(`{${input.name}}`, encodeURIComponent(input.value));
            if (input.dataset.in === "query") query.append(input.name, input.value);
            if (input.dataset.in === "header") headers[input.name] = input.value;
          }
          const token = document.getElementById("token").value, body = form.querySelector("textarea");
          if (token) headers.Authorization = `Bearer ${token}`;
          if (body) headers["Content-Type"] = body.dataset.type;
          const target = path + (query.size ? `?${query}` : "");
          output.textContent = "…";
          try {
            const options = { method: form.dataset.method, headers, body: body ? body.value : undefined };
            const answer = await fetch(target, options);
            const text = await answer.text();
            output.textContent = `${form.dataset.method} ${target}: ${answer.status} ${answer.statusText}`;
            let shown = text;
            if ((answer.headers.get("Content-Type") || "").includes("json")) {
              try { shown = JSON.stringify(JSON.parse(text), null, 2); } catch { shown = text; }
            }
            pre.textContent = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join("\\n") + "\\n\\n" + shown;
          } catch (failure) {
            output.textContent = "No answer.";
            pre.textContent = String(failure);
          }
          pre.hidden = false;
        }
        for (const form of document.querySelectorAll("form")) form.addEventListener("submit", send);
        if (location.hash) document.querySelector(location.hash)?.setAttribute("open", "");
        """

    private static let bootScript = """
        "use strict";
        SwaggerUIBundle({
          url: "/openapi.json", dom_id: "#swagger", deepLinking: true, validatorUrl: null, docExpansion: "list",
          presets: [SwaggerUIBundle.presets.apis], layout: "BaseLayout",
        });
        """
}
