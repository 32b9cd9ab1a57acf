"""One reader who asks for pages over one connection that is kept open."""

import gzip
import re
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from http.cookies import SimpleCookie
from pathlib import Path
from time import perf_counter
from urllib.parse import urlencode

from bench.serving import HOST

# Seconds.
PATIENCE = 900.0
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Answer:
    """A page, and the seconds from when it was asked for until all of it was there.

    `size` is in bytes, as sent: compressed, where the server does that for the reader.
    """

    seconds: float
    status: int
    text: str
    size: int


@dataclass
class Client:
    """A reader of the server on a port, with the cookies that it set."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._connection = HTTPConnection(HOST, self.port, timeout=PATIENCE)

    def get(self, path: str, headers: dict[str, str] | None = None) -> Answer:
        """Ask for a page; any status but 200 is an error."""
        answer = self.ask("GET", path, headers=headers)
        if answer.status != 200:
            raise RuntimeError(f"{path}: status {answer.status}")
        return answer

    def ask(
        self, method: str, path: str, body: str | None = None, headers: dict[str, str] | None = None
    ) -> Answer:
        """Ask for anything, and keep the cookies of the answer."""
        sent = {"Accept-Encoding": "gzip", **(headers or {})}
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        began = perf_counter()
        response = self._answered(method, path, body, sent)
        content = response.read()
        seconds = perf_counter() - began
        for line in response.headers.get_all("Set-Cookie", []):
            self.cookies |= {name: one.value for name, one in SimpleCookie(line).items()}
        return Answer(seconds, response.status, _decoded(response, content), len(content))

    def _answered(
        self, method: str, path: str, body: str | None, headers: dict[str, str]
    ) -> HTTPResponse:
        """Ask once more where the server has closed a connection that nobody used for a while."""
        try:
            self._connection.request(method, path, body, headers)
            return self._connection.getresponse()
        except ConnectionError:
            self._connection.close()
            self._connection.request(method, path, body, headers)
            return self._connection.getresponse()

    def another(self) -> "Client":
        """Give the same reader with another connection."""
        return Client(self.port, dict(self.cookies))

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


def _decoded(response: HTTPResponse, content: bytes) -> str:
    compressed = response.headers.get("Content-Encoding") == "gzip"
    return (gzip.decompress(content) if compressed else content).decode()


def signed_in(port: int, folder: Path) -> Client:
    """Sign in as the reader whose password `make_sign_ins` left in the folder."""
    kept = dict(line.split() for line in (folder / "sign-ins.txt").read_text().splitlines())
    client = Client(port)
    found = TOKEN.search(client.get("/sign-in/").text)
    form = {
        "username": "reader",
        "password": kept["reader"],
        "csrfmiddlewaretoken": found[1] if found else "",
    }
    answer = client.ask("POST", "/sign-in/", urlencode(form), {"Content-Type": FORM})
    if answer.status != 302:
        raise RuntimeError(f"signing in: status {answer.status}")
    return client
