"""Long lists of phrases written as text, so that a reader who is no programmer can read and mend them."""


def listed(text: str) -> tuple[str, ...]:
    """The phrases of a text, set apart by commas; line ends and double spaces count as one space."""
    return tuple(phrase for phrase in (" ".join(piece.split()) for piece in text.split(",")) if phrase)
