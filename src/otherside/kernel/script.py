"""Values that a page carries for its script."""

import msgspec


def script_json(value: msgspec.Struct) -> str:
    """JSON that may stand inside a `<script>`: no character of it can end the element or begin a comment."""
    text = msgspec.json.encode(value).decode()
    return text.replace("<", "\\u003C").replace(">", "\\u003E").replace("&", "\\u0026")
