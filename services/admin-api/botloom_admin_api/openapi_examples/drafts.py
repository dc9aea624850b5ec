"""Drafts, and the resources in one."""

import re

from .bot import explanation, findings
from .example import AT, LATER, OperationExample
from .resources import EXAMPLES as RESOURCES

_DRAFT = {
    "id": 1,
    "name": "summer",
    "version": 1,
    "testers": [7000000001],
    "changes": 0,
    "created_by": "token:admin",
    "created_by_name": "BOTLOOM_ADMIN_TOKEN",
    "created_at": AT,
    "updated_at": AT,
}
_RENAMED = {**_DRAFT, "name": "autumn", "version": 2, "updated_at": LATER}

_OF_RESOURCE = re.compile(
    r"(create|list|update|get|bulk)((?:Button|Keyboard|Handler|Callback)(?:s|Uses)?)"
)
"""Ids of the operations that a draft has too."""

_BUTTON = {**RESOURCES["getButton"].answer, "label": "Autumn prices", "version": 3}

EXAMPLES: dict[str, OperationExample] = {
    **{
        _OF_RESOURCE.sub(r"\1Draft\2", operation_id): example
        for operation_id, example in RESOURCES.items()
        if _OF_RESOURCE.fullmatch(operation_id)
    },
    "createDraft": OperationExample({"name": "summer", "testers": [7000000001]}, _DRAFT),
    "listDrafts": OperationExample(None, {"items": [_DRAFT], "next_cursor": None}),
    "updateDraft": OperationExample({"name": "autumn"}, _RENAMED),
    "updateDraftButton": OperationExample({"label": "Autumn prices"}, _BUTTON),
    "getDraftButton": OperationExample(None, _BUTTON),
    "diffDraft": OperationExample(
        None,
        {
            "version": 3,
            "items": [
                {
                    "entity": "button",
                    "id": 1,
                    "name": "Autumn prices",
                    "change": "updated",
                    "fields": [
                        {"field": "label", "before": "Our prices", "after": "Autumn prices"}
                    ],
                }
            ],
            "conflicts": [],
        },
    ),
    "getDraft": OperationExample(None, {**_RENAMED, "version": 3, "changes": 1, "conflicts": []}),
    "explainDraft": OperationExample({"text": "/start"}, explanation("Autumn prices")),
    "lintDraft": OperationExample(None, findings("Autumn prices")),
    "publishDraft": OperationExample({"overwrite": True}, {"seq": 17, "changes": 1}),
}
