import re
from pathlib import Path

from botloom_admin_api.as_code.document import decode_document, encode_document

from .test_round_trips import EMPTY, applied, exported

PAGE = Path(__file__).parents[4] / "docs/admin-api/config-as-code.md"


def test_the_document_of_the_page_is_exported_as_it_stands_there():
    text = re.search(r"```yaml\n(version: 1\n.*?)```", PAGE.read_text("utf-8"), re.DOTALL)[1]
    document = decode_document(text.encode(), "yaml")
    assert encode_document(exported(applied(document, EMPTY)), "yaml").decode() == text
