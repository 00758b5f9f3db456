"""What a terminal answers when a program asks it something: as xterm does, and "not known" to what it hasn't."""

import re

CURSOR_AND_STATUS = {b"5": b"\x1b[0n", b"6": b"\x1b[1;1R"}
COLORS = {b"10": b"d8d8/dede/e9e9", b"11": b"1010/1414/1818"}
SYNCHRONIZED_OUTPUT = b"2026"

QUERY = re.compile(
    rb"\x1b\[0?(?P<attributes>c)"
    rb"|\x1b\[>0?(?P<secondary>c)"
    rb"|\x1b\[>0?(?P<version>q)"
    rb"|\x1b\[(?P<status>[56])n"
    rb"|\x1b\](?P<color>1[01]);\?(?:\x07|\x1b\\)"
    rb"|\x1b\[\?(?P<keyboard>u)"
    rb"|\x1b\[\?(?P<mode>\d+)\$p"
)
# No query is longer; one that is cut by a read is found when its rest has come.
LONGEST = 32


class Answers:
    """Reads along with what a program writes and finds the questions in it."""

    def __init__(self):
        self.tail = b""

    def to(self, output: bytes) -> bytes:
        """The answers to the questions that `output` completes."""
        text = self.tail + output
        found, end = [], 0
        for match in QUERY.finditer(text):
            found.append(self._one(match))
            end = match.end()
        self.tail = text[max(end, len(text) - LONGEST):]
        return b"".join(found)

    @staticmethod
    def _one(match: re.Match) -> bytes:
        kind = match.lastgroup
        value = match[kind]
        if kind == "attributes":
            return b"\x1b[?62;22c"
        if kind == "secondary":
            return b"\x1b[>41;379;0c"
        if kind == "version":
            return b"\x1bP>|XTerm(379)\x1b\\"
        if kind == "status":
            return CURSOR_AND_STATUS[value]
        if kind == "color":
            return b"\x1b]%s;rgb:%s\x1b\\" % (value, COLORS[value])
        if kind == "keyboard":
            return b"\x1b[?0u"
        return b"\x1b[?%s;%d$y" % (value, 2 if value == SYNCHRONIZED_OUTPUT else 0)
