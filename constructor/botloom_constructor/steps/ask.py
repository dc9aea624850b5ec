from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any

from botloom_contracts.errors import FieldProblem
from botloom_contracts.telegram import BUTTON_LABEL_MAX, TEXT_MAX, check_length
from msgspec import Meta

from ..answers import AnswerKind
from ..effects import Question
from . import nesting
from .base import Place, Step
from .fields import check_variable

if TYPE_CHECKING:
    from ..run import Run

CHOICES_MAX = 50
CHOICES_IN_ROW = 2


class Ask(Step, frozen=True, tag="ask"):
    """Ask a question and go on with the person's next message in this chat.

    The answer is checked and kept in a variable. A command ends the question and is answered
    itself; so does the word or button `cancel`, and too many answers that do not fit.
    """

    variable: str
    question: str = ""
    """Empty where a step before has asked already."""
    answer: AnswerKind = "text"
    choices: tuple[str, ...] = ()
    """Of the kind `choice`: shown as buttons."""
    retry: str | None = None
    """What an answer that does not fit gets."""
    cancel: str | None = None
    attempts: Annotated[int, Meta(ge=1, le=20)] = 5
    timeout_seconds: Annotated[int, Meta(ge=10, le=7 * 24 * 3600)] = 24 * 3600
    on_cancel: "nesting.Steps" = ()
    on_timeout: "nesting.Steps" = ()

    def check(self, place: Place) -> Iterable[FieldProblem]:
        yield from check_variable(place, "variable", self.variable)
        yield from place.text("question", self.question, TEXT_MAX, least=0)
        if not self.question and (self.choices or self.cancel or self.answer == "phone"):
            yield place.problem("question", "required", "is empty; the buttons need a message")
        if self.retry is not None:
            yield from place.text("retry", self.retry, TEXT_MAX)
        if self.cancel is not None:
            yield from check_length(place.at("cancel"), self.cancel, 1, BUTTON_LABEL_MAX)
        if (self.answer == "choice") != bool(self.choices):
            rule = "required" if self.answer == "choice" else "unused"
            yield place.problem("choices", rule, "go with the kind of answer `choice`")
        if len(self.choices) > CHOICES_MAX:
            detail = f"has {len(self.choices)} choices; at most {CHOICES_MAX} are allowed"
            yield place.problem("choices", "length", detail)
        for index, choice in enumerate(self.choices):
            yield from check_length(place.at(f"choices[{index}]"), choice, 1, BUTTON_LABEL_MAX)

    def branches(self) -> "Iterable[tuple[str, nesting.Steps]]":
        yield "on_cancel", self.on_cancel
        yield "on_timeout", self.on_timeout

    def run(self, run: "Run") -> Question:
        text = run.text(self.question)
        if text.strip():
            run.call("sendMessage", chat_id=run.trigger.chat.id, text=text, **self._markup())
        return Question(self)

    def _markup(self) -> dict[str, Any]:
        """https://core.telegram.org/bots/api#replykeyboardmarkup"""
        buttons: list[dict[str, Any]] = [{"text": choice} for choice in self.choices]
        rows = [buttons[i : i + CHOICES_IN_ROW] for i in range(0, len(buttons), CHOICES_IN_ROW)]
        if self.answer == "phone":
            rows.append([{"text": "📱", "request_contact": True}])
        if self.cancel is not None:
            rows.append([{"text": self.cancel}])
        if not rows:
            return {}
        keyboard = {"keyboard": rows, "resize_keyboard": True, "one_time_keyboard": True}
        return {"reply_markup": keyboard}
