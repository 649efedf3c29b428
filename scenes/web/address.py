"""A scene and its settings in the address of the page: `?scene=spine&multifidus=0.3&lang=nl`."""


def query_of(shared: str, language: str) -> str:
    """The query that shows what a share string says, in a language."""
    scene, _, settings = shared.partition("?")
    return "?" + "&".join(filter(None, (f"scene={scene}", settings, f"lang={language}")))


def shared_in(address: str) -> str | None:
    """The share string that an address or its query stands for, None if it names no scene.

    Whatever stands there, it is only read: what is no address names no scene either.
    """
    whole = "".join(address.split())  # a mail may have broken it
    fields = whole.partition("#")[0].partition("?")[2].split("&")
    scene = next((field[6:] for field in fields if field.startswith("scene=")), None)
    if scene is None:
        return None
    rest = [field for field in fields if field and not field.startswith(("scene=", "lang="))]
    return f"{scene}?{'&'.join(rest)}"
