"""How soon Oblik is there, and what it takes."""
