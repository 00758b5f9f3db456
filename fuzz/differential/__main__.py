"""Holds the GraphQL library against graphql-core: the same documents on the same roots, the same answers.

Documents come from hypothesis-graphql, roots from the schema: every second one whole, the others with null, wrong and
missing values among theirs. Compared are the data with the order of its keys, and of each error its places and its
path. Before that the introspection of the schema has to build it anew.
"""

import argparse
import json
import random
import subprocess
import sys

from graphql import (
    build_client_schema, build_schema, execute_sync, get_introspection_query, get_named_type, is_abstract_type,
    is_composite_type, is_list_type, is_non_null_type, is_scalar_type, is_specified_scalar_type, parse, print_schema,
    validate,
)
from hypothesis import HealthCheck, Phase, given, seed, settings, strategies
from hypothesis_graphql import from_schema, nodes

LEAVES = {
    "Int": [0, 1, -5, 2147483647],
    "Float": [0, 1.5, -2, 1e10],
    "String": ["", "a", "b c", "ї"],
    "ID": ["1", 7, "x"],
    "Boolean": [True, False],
}
WRONG = [None, 5, -1.5, "s", True, 2**31, "A", {"x": 1}, [1], "12"]


class Roots:
    """Makes JSON values of the types of a schema; whole ones have a value of its kind in every place."""

    def __init__(self, schema, chance):
        self.schema, self.chance, self.is_whole = schema, chance, True

    def value(self, kind, depth):
        dice = 1 if self.is_whole else self.chance.random()
        if is_non_null_type(kind):
            return None if dice < 0.02 else self.value(kind.of_type, depth)
        if dice < 0.1:
            return None
        if is_list_type(kind):
            if dice < 0.13:
                return self.chance.choice([5, {}, True])
            # Below the depth of every document nothing is asked for: there a list is empty.
            return [self.value(kind.of_type, depth) for _ in range(self.chance.randrange(3) if depth > 0 else 0)]
        if dice < 0.15:
            return self.chance.choice(WRONG)
        if is_composite_type(kind):
            return self.composite(kind, depth) if depth > 0 else None
        return self.chance.choice(LEAVES.get(kind.name) or list(getattr(kind, "values", {"x": None})))

    def composite(self, kind, depth):
        if not is_abstract_type(kind):
            return self.object(kind, depth - 1)
        member = self.chance.choice(list(self.schema.get_possible_types(kind)))
        value = self.object(member, depth - 1)
        # Names of types that are none, or not among the possible ones, have errors of their own.
        odd = ["Nowhere", kind.name, self.schema.query_type.name]
        is_right = self.is_whole or self.chance.random() < 0.95
        value["__typename"] = member.name if is_right else self.chance.choice(odd)
        return value

    def object(self, kind, depth):
        return {
            name: self.value(field.type, depth) for name, field in kind.fields.items()
            if self.is_whole or self.chance.random() < 0.97
        }


def scalars(schema):
    """Literals for the scalars that a schema has of its own; without code behind them any literal will do."""
    literal = strategies.sampled_from([nodes.String("12.50"), nodes.String("ї"), nodes.Int(7), nodes.Boolean(True)])
    return {
        name: literal for name, kind in schema.type_map.items()
        if is_scalar_type(kind) and not is_specified_scalar_type(kind)
    }


def documents(sdl, own, count, number):
    """As many documents as asked for, the same for the same number."""
    found = []

    @seed(number)
    @settings(
        max_examples=count, suppress_health_check=list(HealthCheck), deadline=None, database=None,
        phases=[Phase.generate])
    @given(from_schema(sdl, custom_scalars=own))
    def collect(text):
        found.append(text)

    collect()
    return found


def places(errors):
    return [
        ([(place["line"], place["column"]) for place in error.get("locations") or []], error.get("path"))
        for error in errors or []
    ]


def ordered(value):
    """The value with its keys in their order, numbers equal as numbers."""
    if isinstance(value, dict):
        return [(key, ordered(item)) for key, item in value.items()]
    return [ordered(item) for item in value] if isinstance(value, list) else value


def expected(schema, text, root):
    document = parse(text)
    errors = validate(schema, document)
    if errors:
        return {"data": None, "errors": [error.formatted for error in errors]}
    return execute_sync(schema, document, root).formatted


def answers_of(probe, cases):
    lines = "".join(json.dumps(case) + "\n" for case in cases)
    run = subprocess.run([probe], input=lines.encode(), stdout=subprocess.PIPE, check=True)
    return [json.loads(line).get("result") or {} for line in run.stdout.decode().splitlines()]


def introspection_differs(probe, sdl):
    """Whether a client that knows the introspection alone would print another schema."""
    query = get_introspection_query(
        specified_by_url=True, directive_is_repeatable=True, schema_description=True, input_value_deprecation=True,
        one_of=True)
    case = {"kind": "graphql", "sdl": sdl, "query": query, "variables": {}, "operation": None, "root": {}}
    [answer] = answers_of(probe, [case])
    printed = print_schema(build_client_schema(answer["data"]))
    if printed.strip() == sdl.strip():
        return False
    print(json.dumps({"case": case, "built from the introspection": printed}, ensure_ascii=False))
    return True


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("probe")
    arguments.add_argument("schema")
    arguments.add_argument("--count", type=int, default=1000)
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    with open(options.schema, encoding="utf-8") as file:
        sdl = file.read()
    schema = build_schema(sdl)
    differences = int(introspection_differs(options.probe, sdl))
    roots = Roots(schema, random.Random(options.seed))
    cases, answers = [], []
    for text in documents(sdl, scalars(schema), options.count, options.seed):
        roots.is_whole = len(cases) % 2 == 0
        is_mutation = text.lstrip().startswith("mutation")
        root = roots.object(get_named_type(schema.mutation_type if is_mutation else schema.query_type), 4)
        cases.append({"kind": "graphql", "sdl": sdl, "query": text, "variables": {}, "operation": None, "root": root})
        answers.append(expected(schema, text, root))
    for case, answer, result in zip(cases, answers, answers_of(options.probe, cases), strict=True):
        same = ordered(result.get("data")) == ordered(answer.get("data"))
        if same and places(result.get("errors")) == places(answer.get("errors")):
            continue
        differences += 1
        print(json.dumps({"case": case, "graphql-core": answer, "probe": result}, ensure_ascii=False))
    failed = sum(1 for answer in answers if answer.get("errors"))
    print(f"{len(cases)} documents, {failed} of them with errors: {differences} differences", file=sys.stderr)
    sys.exit(1 if differences else 0)


main()
