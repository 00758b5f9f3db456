"""script/bench graphql: a query of three levels beside the same content over REST, and beside Strawberry."""
