"""The port that Verbatim is served on."""

import socket

import pytest

from config.port import chosen_port, refuse_taken
from config.trouble import Trouble


@pytest.mark.parametrize(
    ("text", "port"), [("", 8000), (" 8001 ", 8001), ("1", 1), ("65535", 65535)]
)
def test_a_port_is_chosen(text: str, port: int) -> None:
    assert chosen_port(text) == port


@pytest.mark.parametrize("text", ["abc", "0", "65536", "-1", "80.5", "٨٠", "1e3", "9" * 5000])
def test_what_is_no_port_is_refused(text: str) -> None:
    with pytest.raises(Trouble, match="it is a number from 1 to 65535"):
        chosen_port(text)


def test_a_port_in_use_is_refused() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(Trouble, match=f"Another program uses port {port}. Choose another"):
            refuse_taken(port)
    refuse_taken(port)
