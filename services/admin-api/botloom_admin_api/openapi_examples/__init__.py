"""An example of every operation that has a body or an answer, by its id.

They are one story: sent to an empty database, they are answered as they say. A test sends them.
"""

from .accounts import EXAMPLES as ACCOUNTS
from .bot import EXAMPLES as BOT
from .documents import DOCUMENT_EXAMPLE
from .documents import EXAMPLES as DOCUMENTS
from .drafts import EXAMPLES as DRAFTS
from .example import OperationExample
from .history import EXAMPLES as HISTORY
from .log_in import EXAMPLES as LOG_IN
from .operations import EXAMPLES as OPERATIONS
from .resources import EXAMPLES as RESOURCES
from .webhooks import EXAMPLES as WEBHOOKS

__all__ = ["DOCUMENT_EXAMPLE", "EXAMPLES", "OperationExample"]

EXAMPLES: dict[str, OperationExample] = {
    **RESOURCES,
    **BOT,
    **OPERATIONS,
    **DRAFTS,
    **HISTORY,
    **DOCUMENTS,
    **LOG_IN,
    **ACCOUNTS,
    **WEBHOOKS,
}
"""Another topic is a module with `EXAMPLES` of its own, and a line here."""
