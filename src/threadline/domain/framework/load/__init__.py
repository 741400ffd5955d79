"""Read a pack's folder into a Pack, or say everything that is wrong with it, each mistake with its file and line."""

from threadline.domain.framework.load.folder import Examined, examine, examine_texts, load, texts_of

__all__ = ["Examined", "examine", "examine_texts", "load", "texts_of"]
