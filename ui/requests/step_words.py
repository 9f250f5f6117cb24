"""What each step without a form means, in one line for its card."""

from __future__ import annotations

STEP_LINES = {
    "withdraw": "The family or the referrer no longer wants it",
    "refer_to_das": "A child may be at risk of harm: ring first, write afterwards",
    "social_care_told": "The social worker knows that early help works with the family",
    "back_to_request": "{das} takes no further action; the request is decided as usual",
    "back_to_draft": "{das} takes no further action; the request can be written and sent",
    "back_to_returned": "{das} takes no further action; the request can be completed",
    "back_to_accepted": "{das} takes no further action; the checks go on",
    "back_to_hub": "{das} takes no further action; the {hub} allocates",
    "back_to_under_6_weeks": "{das} takes no further action; the work goes on",
    "back_to_twelve_weeks": "{das} takes no further action; the support goes on",
    "back_to_assessment": "{das} takes no further action; the assessment goes on",
    "back_to_panel": "{das} takes no further action; the panel still has the case",
    "back_to_plan": "{das} takes no further action; the plan goes on",
    "taken_by_das": "Children’s social care leads from here; this case closes",
}

FORM_STEPS = (
    "decision",
    "hub_decision",
    "short_review",
    "masp",
    "panel",
    "step_up",
    "step_down",
    "closure",
)
"""Forms whose finishing is a step of the pathway."""
