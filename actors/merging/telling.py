"""What a merge did, in words and numbers, as its log says it."""

from collections.abc import Iterator

from django.apps import apps
from django.db.models import Model

from actors.merging.relations import PLAIN, Reference
from actors.models.merge import Merge, MergeStep, StepAction

HEADINGS = {
    StepAction.MOVED: "moved",
    StepAction.DROPPED: "dropped, as the kept one had it already",
    StepAction.FILLED: "filled in where the kept one said nothing",
    StepAction.MADE: "made",
}


def told(merge: Merge) -> Iterator[str]:
    """Give a line for each step: "statements (speaker): 3 moved"."""
    for step in merge.steps.defer("rows"):
        if step.action in HEADINGS:
            yield f"{_what(step)}: {step.number} {HEADINGS[StepAction(step.action)]}"


def _what(step: MergeStep) -> str:
    model = model_of(step.model)
    if model is None:
        return step.model
    if step.field:
        return Reference(model._meta.get_field(step.field)).words  # type: ignore[arg-type]
    return PLAIN.get(step.model, str(model._meta.verbose_name_plural))


def model_of(label: str) -> type[Model] | None:
    """Give the model of a label as the log has it, None where there is none any more."""
    models = apps.get_models(include_auto_created=True)
    return next((one for one in models if one._meta.label_lower == label), None)
