"""The port that Verbatim is served on."""

import errno
import socket
from typing import Final

from config.trouble import Trouble

HOST: Final = "127.0.0.1"
USUAL: Final = "8000"
HIGHEST: Final = 65535


def chosen_port(text: str) -> int:
    """Give the port that the text names, or the usual one for an empty text.

    Raises Trouble where it names none.
    """
    text = text.strip() or USUAL
    is_port = text.isascii() and text.isdigit() and len(text) <= len(str(HIGHEST))
    if not is_port or not 1 <= int(text) <= HIGHEST:
        raise Trouble(f"PORT={text} is no port: it is a number from 1 to {HIGHEST}.")
    return int(text)


def refuse_taken(port: int) -> None:
    """Raise Trouble where this machine does not let us listen on the port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            other = port + 1 if port < HIGHEST else int(USUAL)
            line = f"{_reason(port, error)} Choose another: PORT={other} make run"
            raise Trouble(line) from error


def address(port: int) -> str:
    """Give the address to open in a browser."""
    return f"http://{HOST}:{port}"


def _reason(port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Another program uses port {port}."
    return f"Port {port} cannot be used: {error.strerror}."
