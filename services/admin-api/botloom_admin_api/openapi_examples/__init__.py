"""An example of every operation that has a body or an answer, by its id.

They are one story: sent to an empty database, they are answered as they say. A test sends them.
"""

from .accounts import EXAMPLES as ACCOUNTS
from .bot import EXAMPLES as BOT
from .documents import DOCUMENT_EXAMPLE
from .documents import EXAMPLES as DOCUMENTS
from .drafts import EXAMPLES as DRAFTS
from .example import OperationExample
from .figures import EXAMPLES as FIGURES
from .history import EXAMPLES as HISTORY
from .log_in import EXAMPLES as LOG_IN
from .operations import EXAMPLES as OPERATIONS
from .people import EXAMPLES as PEOPLE
from .resources import EXAMPLES as RESOURCES
from .tops import EXAMPLES as TOPS
from .webhooks import EXAMPLES as WEBHOOKS

__all__ = ["DOCUMENT_EXAMPLE", "EXAMPLES", "OperationExample"]

EXAMPLES: dict[str, OperationExample] = {
    **RESOURCES,
    **BOT,
    **PEOPLE,
    **FIGURES,
    **TOPS,
    **OPERATIONS,
    **DRAFTS,
    **HISTORY,
    **DOCUMENTS,
    **LOG_IN,
    **ACCOUNTS,
    **WEBHOOKS,
}
"""Another topic is a module with `EXAMPLES` of its own, and a line here."""
