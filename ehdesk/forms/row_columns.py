"""The columns of every repeating answer. Screens draw them, services bind them, lists name them."""

from __future__ import annotations

from typing import Final

from ehdesk.forms.spec import Field, Option


def _text(key: str, label: str, offers: str = "") -> Field:
    return Field(key, label, "short_text", offers=offers)


def _long(key: str, label: str, *, voice: bool = False) -> Field:
    return Field(key, label, "long_text", voice=voice)


def _date(key: str, label: str) -> Field:
    return Field(key, label, "date")


def _choice(key: str, label: str, **options: str) -> Field:
    return Field(
        key, label, "choice", options=tuple(Option(value, text) for value, text in options.items())
    )


def _from(key: str, label: str, source: str, hint: str = "") -> Field:
    """One of a list that the pack or the same form gives."""
    return Field(key, label, "choice", hint, options_from=source)


def _several(key: str, label: str, source: str) -> Field:
    return Field(key, label, "choices", options_from=source)


def _yes_no(key: str, label: str) -> Field:
    return Field(key, label, "yes_no")


PARENTAL_RESPONSIBILITY: Final = _choice(
    "parental_responsibility",
    "Parental responsibility",
    yes="Has parental responsibility",
    no="No parental responsibility",
    not_known="Parental responsibility not known",
)

PEOPLE: Final = (
    _choice("kind", "Child or adult", child="Child", adult="Adult"),
    _text("given_name", "First name"),
    _text("family_name", "Family name"),
    _text("known_as", "Known as"),
    _text("other_names", "Other or earlier names"),
    _text("relationship", "Relationship"),
    _yes_no("in_request", "Is the help for this child?"),
    Field("unborn", "Not born yet", "tick"),
    _date("due_date", "Expected date of birth"),
    _date("date_of_birth", "Date of birth"),
    Field("date_of_birth_not_known", "Date of birth not known", "tick"),
    _from("sex", "Sex", "sex"),
    _from("gender", "Gender", "gender"),
    _text("gender_words", "Gender, in their own words"),
    _from("ethnicity", "Ethnicity", "ethnicity"),
    _text("religion", "Religion or belief"),
    _text("first_language", "First language"),
    _yes_no("interpreter", "Needs an interpreter or signer"),
    _text("communication", "How they like to be told things"),
    _text("nationality", "Nationality"),
    _text("immigration", "Immigration status"),
    _several("disability", "Disability", "disability"),
    _text("diagnosis", "Diagnosis or health condition"),
    _text("upn", "Unique pupil number (UPN)"),
    _from("upn_unknown", "Why there is no UPN", "upn_unknown"),
    _text("nhs_number", "NHS number"),
    _text("uln", "Unique learner number (ULN)"),
    _text("la_id", "Council’s number for the person"),
    _text("school", "School or setting"),
    _text("year_group", "Year group"),
    _text("school_contact", "Who to ask for at the school"),
    Field("attendance", "Attendance this year, in %", "number"),
    Field("suspensions", "Suspensions this year", "number"),
    _yes_no("exclusion_risk", "At risk of exclusion"),
    _from("sen", "Special educational needs", "sen_provision"),
    _from("sen_primary", "Main special educational need", "sen_types"),
    _from("sen_secondary", "Second special educational need", "sen_types"),
    _text("gp", "GP and practice"),
    _text("health_visitor", "Health visitor or school nurse", "professionals"),
    _yes_no("young_carer", "Young carer"),
    _from("looked_after", "Looked after by a council", "looked_after"),
    _from("social_work", "Social work plan", "social_work"),
    _yes_no("service_child", "Parent in the armed forces"),
    _yes_no("private_fostering", "Privately fostered"),
    _choice(
        "lives",
        "Where they live",
        here="Lives here",
        part="Here part of the week",
        elsewhere="Lives elsewhere",
    ),
    _from("other_home", "Other home", "homes"),
    _text("nights", "Which nights"),
    PARENTAL_RESPONSIBILITY,
    _text("phone", "Phone"),
    _text("email", "Email"),
    _text("occupation", "Occupation"),
    _from("employment", "Work", "employment"),
    _long("safe_contact", "How to contact them safely"),
    _yes_no("staff_risk", "Is there a risk to anyone who visits?"),
    _text("staff_risk_note", "What a visitor should know"),
)

HOMES: Final = (
    _from("kind", "Kind of home", "address_types"),
    _text("address", "Street address"),
    _text("postcode", "Postcode"),
    _yes_no("confidential", "Keep this address confidential"),
    _text("reason", "Why there is this address"),
)

RELATIONSHIPS: Final = (
    _from("person_id", "Person", "people"),
    _from("kind", "Is the", "relationships"),
    _from("to_id", "Of", "people"),
    PARENTAL_RESPONSIBILITY,
)

RESTRICTIONS: Final = (
    _from("person_id", "Who is restricted", "people"),
    _text("name", "Their name, if they are not in the list"),
    _several("protects", "Who it protects", "people"),
    _long("what", "What they must not do, or must not be told"),
    _text("order", "Court order, or why"),
    _date("until", "Until"),
    _text("seen_by", "Who saw the order", "professionals"),
    _date("seen_on", "When it was seen"),
)

PROFESSIONALS: Final = (
    _text("name", "Name"),
    _text("role", "Role"),
    _text("agency", "Agency"),
    _from("agency_type", "Kind of agency", "agency_types"),
    _text("phone", "Phone"),
    _text("email", "Email"),
    _text("address", "Address"),
    _long("involvement", "What they do with the family"),
    _choice("involved", "Involved now or before", now="Involved now", before="Involved before"),
    _date("since", "Since"),
    _date("until", "Until"),
    _yes_no("aware", "Knows of this request"),
    _yes_no("taf", "In the family’s team"),
)

NEEDS: Final = (
    Field("code", "Need", "choice", options_from="needs"),
    _several("people", "Who it is about", "people"),
    _text("note", "What it looks like for this family"),
    _text("known_from", "How we know"),
)

VOICES: Final = (
    Field("person_id", "Who said it", "choice", options_from="people"),
    _yes_no("seen", "Was the child seen?"),
    _yes_no("alone", "Were they seen alone?"),
    _from("method", "How we listened", "voice_methods"),
    _text("place", "Where"),
    _long("words", "Their own words", voice=True),
    _text("how", "How they told us"),
    _date("on", "When"),
    _text("gathered_by", "Who they told", "everyone"),
    _long("good", "What is good", voice=True),
    _long("worries", "What worries them", voice=True),
    _long("better", "What would make it better", voice=True),
    _long("day_home", "What a day at home is like", voice=True),
    _long("day_school", "What a day at school is like", voice=True),
    _long("important_people", "People who matter to them", voice=True),
    _long("wishes", "What they wish for", voice=True),
    _long("help_views", "What they think of the help so far", voice=True),
    _long("observed", "What we saw, for a baby or a child who does not use words"),
    _yes_no("told_outcome", "Has the child been told what came of it?"),
)

AGREEMENTS: Final = (
    _from("person_id", "Who", "people"),
    _choice(
        "answer",
        "Their answer",
        signed="Signed",
        said_yes="Said yes",
        said_no="Said no",
        told="Told about it",
        not_asked="Not asked yet",
    ),
    _text("how", "How it was talked through"),
    _long("words", "What they said", voice=True),
    _date("on", "When"),
    _yes_no("competent", "Under 16: do they understand what it means?"),
    _text("witness", "Who witnessed it, or who interpreted", "everyone"),
)

SHARING: Final = (
    _text("who", "Who", "helpers"),
    _from("kind", "Kind of information", "information_kinds"),
    _from("choice", "May it be shared?", "sharing_choices"),
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
    _several("about", "Who is it about?", "people"),
    _text("known_from", "How we know"),
    Field("need", "Is this a need for the plan to work on?", "yes_no"),
    Field("scores", "On a scale of 0 to 10, where are things now?", "rows", fields=SCORES),
)

ATTENDANCE: Final = (
    _text("name", "Name"),
    _text("role", "Role"),
    _choice(
        "kind",
        "Family or professional",
        family="Family",
        professional="Professional",
        advocate="Advocate",
        friend="Friend or supporter",
    ),
    _text("invited", "Invited how, and when"),
    _choice("came", "Came", came="Came", apologies="Sent apologies", absent="Did not come"),
    _yes_no("report", "Sent a report"),
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
    _text("support", "Help they need to do it"),
    _date("by_when", "By when"),
    _text("by_words", "By when, in words"),
    _text("measure", "How we will know"),
    _choice("progress", "How far it got", **PROGRESS_WORDS),
)

PLAN: Final = (
    _text("title", "What we want"),
    _long("words", "In the family’s words", voice=True),
    _text("words_by", "Whose words"),
    _several("needs", "Needs it answers", "family_needs"),
    _several("people", "Who it helps", "people"),
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

FACTS: Final = (
    _text("about", "About"),
    _text("says", "What the record says"),
    _text("source", "Where it is from"),
)
