"""What schemathesis has to know of /graphql: literals for its scalars, and what an error of the server is there.

Refusals of arguments are errors of their fields, which schemathesis takes for the server's own; those have codes of
their own, which are told from refusals here.
"""

import schemathesis
from hypothesis import strategies
from schemathesis.graphql import nodes

DEFECTS = {"INTERNAL_ERROR", "UNAVAILABLE", "EXECUTION_FAILED"}

schemathesis.graphql.scalar("Decimal", strategies.decimals(0, 99, places=2).map(lambda value: nodes.String(str(value))))
schemathesis.graphql.scalar("DateTime", strategies.datetimes().map(lambda at: nodes.String(at.isoformat() + "Z")))
schemathesis.graphql.scalar("Date", strategies.dates().map(lambda day: nodes.String(day.isoformat())))


@schemathesis.check
def graph_defect(ctx, response, case):
    """No answer is a defect of the server, whatever was asked for."""
    assert response.status_code < 500, f"status {response.status_code}"
    for error in response.json().get("errors") or []:
        code = error.get("extensions", {}).get("code")
        assert code is not None and code not in DEFECTS, error
