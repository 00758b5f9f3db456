"""How lists behave as a shop grows."""
