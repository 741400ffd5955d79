"""All the strange cases."""

from tests.domain.chronology.strange.documents import DOCUMENTS
from tests.domain.chronology.strange.harder import HARDER
from tests.domain.chronology.strange.rows import ROWS
from tests.domain.chronology.strange.templates import TEMPLATES

EVERYTHING = (*TEMPLATES, *ROWS, *DOCUMENTS, *HARDER)
