from botloom_admin_api.describe import description
from botloom_local.admin_ui.client_types import FILE, client_types


def test_the_panel_knows_the_admin_api_as_it_is() -> None:
    is_fresh = FILE.read_text() == client_types(description())
    assert is_fresh, f"{FILE.name} is not of this description: run `just client`"
