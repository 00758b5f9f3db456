"""Oblik in a pseudoterminal beside tig, htop and a Textual DataTable: `script/bench tui`."""
