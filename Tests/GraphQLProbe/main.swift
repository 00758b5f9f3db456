import GraphQL
import JSON

// Answers conformance cases: one JSON object a line in, one a line out, in order, whatever the line holds.
while let line = readLine() {
    print(await Probe.answer(line))
}
