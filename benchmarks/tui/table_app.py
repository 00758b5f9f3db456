"""The peer in Python: orders in a Textual DataTable, all in memory, columns of fixed width."""

import sys

from textual.app import App, ComposeResult
from textual.widgets import DataTable

COLUMNS = {"No.": 9, "Placed": 16, "Customer": 48, "Lines": 5, "Total": 13, "Status": 9}
NAMES = ["Олена Іваненко", "Тарас Лисенко", "Renée de Vries", "Oliver Novák", "Sofia Smith"]


class Orders(App):
    """A table and nothing else; its cursor is a row, as in the other programs."""

    def compose(self) -> ComposeResult:
        yield DataTable(cursor_type="row")

    def on_mount(self):
        table = self.query_one(DataTable)
        for name, width in COLUMNS.items():
            table.add_column(name, width=width)
        count = int(sys.argv[1])
        table.add_rows(
            (f"{count - n}", f"2026-11-21 {n // 60 % 24:02}:{n % 60:02}", NAMES[n % len(NAMES)], f"{n % 5 + 1}",
             f"{n * 37 % 9973}.50", "placed")
            for n in range(count)
        )


Orders().run()
