"""Tokens that forms carry: signed for a cookie that no other site's page can send or read."""

from __future__ import annotations

import hashlib
import hmac
import os
import re
import secrets
from urllib.parse import urlsplit

from starlette.requests import Request

COOKIE = "yalu_form"
FIELD = "token"
VARIABLE = "YALU_SERVE_SECRET"
"""Where several workers of one server have their common secret."""
_COOKIE = re.compile(r"[A-Za-z0-9_-]{43}")


class Tokens:
    """Makes and checks tokens. The secret lives as long as the server: older forms are refused."""

    def __init__(self) -> None:
        given = os.environ.get(VARIABLE, "")
        self._secret = bytes.fromhex(given) if given else secrets.token_bytes(32)

    def cookie(self, request: Request) -> str:
        """The reader's cookie, or a new one."""
        held = request.cookies.get(COOKIE, "")
        return held if _COOKIE.fullmatch(held) else secrets.token_urlsafe(32)

    def token(self, cookie: str) -> str:
        """The token that goes with a cookie."""
        return hmac.new(self._secret, cookie.encode(), hashlib.sha256).hexdigest()

    def fault(self, request: Request, given: str) -> str:
        """Why a form is refused, or ``""``."""
        if foreign(request):
            return "The form was sent from a page of another site."
        cookie = request.cookies.get(COOKIE, "")
        if not _COOKIE.fullmatch(cookie):
            return "The form came without its cookie."
        if not hmac.compare_digest(self.token(cookie).encode(), given.encode("utf-8", "replace")):
            return "The form's token is not of this server: it may have been started anew since."
        return ""


def foreign(request: Request) -> bool:
    """Whether a browser says that another site's page sent the request."""
    origin = request.headers.get("origin")
    if origin is not None:
        return urlsplit(origin).netloc.lower() != request.headers.get("host", "").lower()
    return request.headers.get("sec-fetch-site", "none") not in ("none", "same-origin")
