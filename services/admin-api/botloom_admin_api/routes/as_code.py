"""The whole configuration as one document: export it, plan and apply a changed one."""

from collections import Counter
from dataclasses import dataclass
from typing import Annotated

from litestar import Response, get, post
from litestar.datastructures import ResponseHeader
from litestar.handlers import HTTPRouteHandler
from litestar.openapi.spec import (
    OpenAPIMediaType,
    OpenAPIResponse,
    Operation,
    RequestBody,
    Schema,
)
from litestar.openapi.spec.enums import OpenAPIType
from litestar.params import QueryParameter

from ..as_code.applying import ConfigurationAsCode, Proposal
from ..as_code.document import DOCUMENT_MAX, Format
from ..auth import EDITOR, VIEWER, AuthRequest
from ..errors import UnsupportedMediaType
from ..idempotency import NO_KEY
from ..openapi_examples import DOCUMENT_EXAMPLE
from ..problems import documented
from ..schemas.as_code import Applied, Counts, Plan
from .headers import SEQ, SEQ_HEADER, header

MEDIA_TYPES: dict[Format, str] = {"yaml": "application/yaml", "json": "application/json"}
"""https://www.rfc-editor.org/rfc/rfc9512"""
_FORMATS: dict[str, Format] = {
    "application/json": "json",
    **dict.fromkeys(("application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml"), "yaml"),
}

FormatParameter = Annotated[
    Format | None,
    QueryParameter(
        name="format", description="Default: what `Accept` likes better, and YAML if all the same."
    ),
]
Delete = Annotated[
    bool,
    QueryParameter(
        name="delete", description="Whether what the document does not have is deleted."
    ),
]
PlanId = Annotated[
    str, QueryParameter(description="Required: that of the plan which is to be carried out.")
]

_VARY: ResponseHeader = header("Vary", "`Accept`: it decides where no format is given.")
_EXPORT_SEQ: ResponseHeader = header(SEQ_HEADER, "The last change that the document has.")


def _document_content() -> dict[str, OpenAPIMediaType]:
    document = Schema(
        type=OpenAPIType.OBJECT,
        description=(
            "`version` and, where they are not empty, `keyboards`, `handlers` and `callbacks` by "
            "name, and `buttons`."
        ),
        required=["version"],
    )
    return {
        media_type: OpenAPIMediaType(schema=document, example=DOCUMENT_EXAMPLE)
        for media_type in MEDIA_TYPES.values()
    }


@dataclass
class _TakesDocument(Operation):
    """Litestar describes bodies that it decodes itself; this one has two media types."""

    def __post_init__(self) -> None:
        self.request_body = RequestBody(content=_document_content(), required=True)


@dataclass
class _AnswersDocument(Operation):
    def __post_init__(self) -> None:
        described = (self.responses or {})["200"]
        if isinstance(described, OpenAPIResponse):
            described.content = _document_content()


def as_code_routes(as_code: ConfigurationAsCode) -> list[HTTPRouteHandler]:
    @get(
        "/export",
        operation_id="exportConfiguration",
        summary="Export the configuration",
        description=(
            "All of it as one document, with names in place of ids, and without what is at its "
            "default. The same configuration gives the same document."
        ),
        response_headers=[_EXPORT_SEQ, _VARY],
        responses=documented(422),
        operation_class=_AnswersDocument,
        tags=["config as code"],
        opt=VIEWER,
    )
    async def export(request: AuthRequest, form: FormatParameter = None) -> Response[bytes]:
        form = form or _liked(request)
        document, seq = await as_code.export(form)
        return Response(
            document,
            media_type=MEDIA_TYPES[form],
            headers={SEQ_HEADER: str(seq), "Vary": "Accept"},
        )

    @post(
        "/plan",
        operation_id="planConfiguration",
        summary="Plan what a document would change",
        description=(
            "What would be created, changed and deleted so that the configuration is what the "
            "document says. All rules are checked, and nothing is changed."
        ),
        status_code=200,
        request_max_body_size=DOCUMENT_MAX,
        responses=documented(409, 413, 415, 422),
        operation_class=_TakesDocument,
        tags=["config as code"],
        opt=VIEWER | NO_KEY,
    )
    async def plan(request: AuthRequest, delete_rest: Delete = True) -> Plan:
        body, form = await request.body(), _given(request)
        proposal = await as_code.plan(body, form, delete_rest, request.auth.actor)
        return Plan(
            plan_id=proposal.plan_id,
            base_seq=proposal.base_seq,
            counts=_counts(proposal),
            changes=proposal.planned.changes,
        )

    @post(
        "/apply",
        operation_id="applyConfiguration",
        summary="Carry out a plan",
        description=(
            "Exactly what was planned, in one transaction; or 409 with the code `plan_outdated`, "
            "because the configuration was changed since. `delete` must be that of the plan."
        ),
        status_code=200,
        request_max_body_size=DOCUMENT_MAX,
        response_headers=[SEQ],
        responses=documented(409, 413, 415, 422),
        operation_class=_TakesDocument,
        tags=["config as code"],
        opt=EDITOR | NO_KEY,
    )
    async def apply(
        request: AuthRequest, plan_id: PlanId = "", delete_rest: Delete = True
    ) -> Response[Applied]:
        body, form = await request.body(), _given(request)
        proposal, seq = await as_code.apply(body, form, delete_rest, plan_id, request.auth.actor)
        applied = Applied(seq=seq, base_seq=proposal.base_seq, counts=_counts(proposal))
        return Response(applied, headers={SEQ_HEADER: str(seq)})

    return [export, plan, apply]


def _liked(request: AuthRequest) -> Format:
    best = request.accept.best_match(list(MEDIA_TYPES.values()))
    return _FORMATS.get(best or "", "yaml")


def _given(request: AuthRequest) -> Format:
    media_type, _ = request.content_type
    form = _FORMATS.get(media_type)
    if form is None:
        known = " or ".join(MEDIA_TYPES.values())
        raise UnsupportedMediaType(f"Content-Type must be {known}, not {media_type or 'missing'}.")
    return form


def _counts(proposal: Proposal) -> Counts:
    counted = Counter(change.change for change in proposal.planned.changes)
    return Counts(
        created=counted["created"],
        updated=counted["updated"],
        deleted=counted["deleted"],
        unchanged=proposal.planned.unchanged,
    )
