"""How pages are sent: compressed, to those who can read it."""

import gzip

from django.test import Client

from tests.cast import Cast


def test_a_page_is_compressed_for_who_asks_for_it(reader: Client, cast: Cast) -> None:
    plain = reader.get("/statements/")
    packed = reader.get("/statements/", headers={"accept-encoding": "gzip"})
    assert "Content-Encoding" not in plain
    assert packed["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed["Vary"]
    assert b"</html>" in gzip.decompress(packed.content)
    assert len(packed.content) < len(plain.content) / 2
