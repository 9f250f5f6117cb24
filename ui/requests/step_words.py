"""What each step without a form means, in one line for its card."""

from __future__ import annotations

STEP_LINES = {
    "withdraw": "The family or the referrer no longer wants it",
    "refer_to_das": "A child may be at risk of harm: ring first, write afterwards",
    "escalate": "Needs turned out to be more than short-term support can meet",
    "refer_to_masp": "{masp.name}: needs are not met, or the family stepped back",
    "resources_agreed": "The plan goes on, with what the panel agreed",
    "back_to_request": "{das} takes no further action; the request is decided as usual",
    "back_to_draft": "{das} takes no further action; the request can be written and sent",
    "back_to_plan": "{das} takes no further action; the plan goes on",
    "taken_by_das": "Children’s social care leads from here; this case closes",
}

FORM_STEPS = {
    "decide": ("Decide the request", "Checks, threshold, help and who gets it"),
    "close": ("Fill in the closure form", "Reason, what changed, signposting, manager’s line"),
}
"""Title and line of the steps that have a form of their own."""
