"""The columns of every repeating answer. Screens draw them, services bind them, lists name them."""

from __future__ import annotations

from typing import Final

from ehdesk.forms.spec import Field, Option


def _text(key: str, label: str) -> Field:
    return Field(key, label, "short_text")


def _long(key: str, label: str, *, voice: bool = False) -> Field:
    return Field(key, label, "long_text", voice=voice)


def _date(key: str, label: str) -> Field:
    return Field(key, label, "date")


def _choice(key: str, label: str, **options: str) -> Field:
    return Field(
        key, label, "choice", options=tuple(Option(value, text) for value, text in options.items())
    )


PEOPLE: Final = (
    _choice("kind", "Child or adult", child="Child", adult="Adult"),
    _text("given_name", "First name"),
    _text("family_name", "Family name"),
    _text("relationship", "Relationship"),
    _date("date_of_birth", "Date of birth"),
    Field("date_of_birth_not_known", "Date of birth not known", "tick"),
    _text("school", "School or setting"),
    _text("year_group", "Year group"),
    _choice(
        "lives",
        "Lives here",
        here="Lives here",
        part="Here part of the week",
        elsewhere="Lives elsewhere",
    ),
    _choice(
        "parental_responsibility",
        "Parental responsibility",
        yes="Has parental responsibility",
        no="No parental responsibility",
        not_known="Parental responsibility not known",
    ),
    _text("phone", "Phone"),
)

PROFESSIONALS: Final = (
    _text("name", "Name"),
    _text("role", "Role"),
    _text("agency", "Agency"),
    _text("phone", "Phone"),
    _text("email", "Email"),
    _long("involvement", "What they do with the family"),
)

NEEDS: Final = (
    Field("code", "Need", "choice", options_from="needs"),
    _text("note", "What it looks like for this family"),
)

VOICES: Final = (
    Field("person_id", "Who said it", "choice", options_from="people"),
    _long("words", "Their own words", voice=True),
    _text("how", "How they told us"),
    _date("on", "When"),
    _text("gathered_by", "Who they told"),
)

FILES: Final = (
    Field("name", "Name", "short_text", required=True, missing="Enter a name for this file"),
    Field("what", "What it is", "choice", options_from="file_kinds", look="select"),
    Field("person_id", "Whose it is", "choice", options_from="people", look="select"),
    _text("note", "Note"),
)
"""What is said of a file. Beside these a row tells ``media_type``, ``size``, ``sha256``, ``width``
and ``height``, which the file itself says."""

SCORES: Final = (
    _choice(
        "kind",
        "Whose number",
        child="Their own number",
        parent="Parent or carer",
        professional="Professional",
    ),
    _text("name", "Name"),
    Field("value", "Number", "scale"),
)

AREAS: Final = (
    Field("area", "Area", "choice", options_from="areas"),
    _long("going_well", "What is going well?"),
    _long("worries", "What are we worried about?"),
    Field("need", "Is this a need for the plan to work on?", "yes_no"),
    Field("scores", "On a scale of 0 to 10, where are things now?", "rows", fields=SCORES),
)

ATTENDANCE: Final = (
    _text("name", "Name"),
    _text("role", "Role"),
    _choice("kind", "Family or professional", family="Family", professional="Professional"),
    _choice("came", "Came", came="Came", apologies="Sent apologies", absent="Did not come"),
)

PROGRESS_WORDS: Final = {
    "not_started": "Not started",
    "started": "Started",
    "done": "Done",
    "dropped": "Dropped",
}

ACTIONS: Final = (
    _text("what", "What will happen"),
    _text("who", "Who will do it"),
    _date("by_when", "By when"),
    _text("by_words", "By when, in words"),
    _choice("progress", "How far it got", **PROGRESS_WORDS),
)

PLAN: Final = (
    _text("title", "What we want"),
    _long("words", "In the family’s words", voice=True),
    _text("words_by", "Whose words"),
    Field("start", "Number at the start", "scale"),
    Field("hoped", "Number hoped for", "scale"),
    Field("actions", "Actions", "rows", fields=ACTIONS),
)

PROGRESS: Final = (
    _text("label", "Action"),
    _text("outcome", "For"),
    _choice("progress", "How far it got", **PROGRESS_WORDS),
    _long("note", "What happened"),
)

THEN_AND_NOW: Final = (
    _text("title", "What we want"),
    _text("whose", "Whose number"),
    Field("start", "At the start", "scale"),
    Field("hoped", "Hoped for", "scale"),
    _long("last_words", "Last time"),
    Field("last_score", "Number last time", "scale"),
    _long("words", "This time"),
    Field("score", "Number this time", "scale"),
)

NEED_OUTCOMES: Final = (
    Field("code", "Need code", "choice", options_from="needs"),
    _text("label", "Need"),
    _choice(
        "outcome",
        "How it ended",
        met="Met",
        partly="Partly met",
        not_met="Not met",
        no_longer="No longer a need",
    ),
    _long("evidence", "How we know"),
)

CHECKS: Final = (
    _text("name", "Who or what was asked"),
    _date("asked_on", "Asked on"),
    _long("result", "What came back"),
    Field("back", "Answer is back", "tick"),
)

SIGNPOSTS: Final = (
    _text("service", "Service"),
    _long("detail", "What it offers and how to reach it"),
)
