"""What a draft changes, held against what is live. Pure."""

from collections.abc import Sequence
from typing import NamedTuple

from botloom_contracts.events import Entity

from ..history.differences import ObjectChange, differences, object_change
from ..operations import Delete, Operation, Put
from ..repository import Row
from ..resources import RESOURCES
from ..schemas.problems import Reference


class DraftedChange(NamedTuple):
    entity: Entity
    entity_id: int
    base_version: int | None
    """Of the live row when the draft first changed it; None where the draft creates it."""
    live: Row | None
    drafted: Row | None

    @property
    def reference(self) -> Reference:
        return Reference(self.entity, self.entity_id)

    @property
    def is_conflict(self) -> bool:
        """That it was changed live since, to something else than the draft makes of it."""
        if self.live is None:
            return self.base_version is not None and self.drafted is not None
        if self.live["version"] == self.base_version:
            return False
        return self.drafted is None or bool(differences(self.live, self.drafted))


def conflicts_of(changes: Sequence[DraftedChange]) -> list[Reference]:
    return [change.reference for change in changes if change.is_conflict]


def object_changes_of(changes: Sequence[DraftedChange]) -> list[ObjectChange]:
    """Without those that come to nothing."""
    found = (object_change(one.entity, one.entity_id, one.live, one.drafted) for one in changes)
    return [change for change in found if change is not None]


def operations_of(changes: Sequence[DraftedChange]) -> tuple[list[Operation], list[str]]:
    """What makes them live, and what each is called in a refusal."""
    operations: list[Operation] = []
    places: list[str] = []
    for change in changes:
        resource = RESOURCES[change.entity]
        if change.drafted is not None:
            fields = resource.fields_of(change.drafted)
            operations.append(Put(resource, change.entity_id, fields))
        elif change.live is not None:
            operations.append(Delete(resource, change.entity_id))
        else:
            continue  # both deleted it
        places.append(str(change.reference))
    return operations, places
