"""What responses show of rows."""

from botloom_contracts.database.models import Account
from msgspec import convert

from ..schemas.accounts import AccountView


def account_view(account: Account) -> AccountView:
    return convert(account, AccountView, from_attributes=True)
