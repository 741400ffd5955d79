"""Read a pack's folder into a Pack, or say everything that is wrong with it, each mistake with its file and line."""

from threadline.domain.framework.load.folder import Examined, examine, load

__all__ = ["Examined", "examine", "load"]
