"""What made-up teams write to the panel and to social care, and what comes back."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from ehdesk.demo.families import MadeUpFamily
from ehdesk.kernel.ids import new_id

Answers = dict[str, Any]


def masp(family: MadeUpFamily, day: date, panel_on: date) -> Answers:
    """A whole referral to the Multi Agency Support Panel."""
    return {
        "why.harm": "no",
        "why.triggers": ["no_improvement", "escalation"],
        "why.explained": "No improvement after two reviews, and a third move of home.",
        "history.more": "The move in spring undid what had been gained.",
        "tried.tried": "Family support each week, the school’s own group, and help with the rent.",
        "tried.not_done": "The parenting group was full until the summer.",
        "tried.barriers": "Evening hours, and a bus that does not run.",
        "tried.working": "The meeting at the gate.",
        "ask.wanted": ["susd", "new_agency"],
        "ask.words": "A family worker for 10 weeks of evenings, and housing at the next meeting.",
        "ask.resource": "Evening family worker",
        "ask.how_long": "10 weeks",
        "ask.team_says": "All agree. Health would like the youngest to be seen first.",
        "ask.if_no": "Back to the plan, and a meeting within two weeks.",
        "family.knows": "yes",
        "family.agreed": "yes",
        "family.told_on": (day - timedelta(days=2)).isoformat(),
        "family.told_how": "By the lead practitioner, at home",
        "family.parents": family.parent_words,
        "family.child_told": "agrees",
        "send.panel_on": panel_on.isoformat(),
        "send.papers_by": (panel_on - timedelta(days=7)).isoformat(),
        "send.sent_on": day.isoformat(),
        "send.sent_how": "Secure email to the panel’s secretary",
        "agree.manager": "Dev Mistry",
        "agree.on": day.isoformat(),
        "agree.line": "Read and agreed.",
    }


def panel(day: date, *codes: str) -> Answers:
    """What the panel decided, with who does what."""
    resources = []
    if {"susd", "larp"} & set(codes):
        resources.append(
            {
                "id": str(new_id()),
                "what": "Evening family worker",
                "who": "Step Up Step Down",
                "cost": "Within the budget",
                "starts": (day + timedelta(days=10)).isoformat(),
                "how_long": "10 weeks",
            }
        )
    return {
        "held.on": day.isoformat(),
        "held.chair": "Ruth Hallam",
        "held.attendees": [
            {"id": str(new_id()), "name": "Ruth Hallam", "role": "Chair, early help"},
            {"id": str(new_id()), "name": "Imran Sadiq", "role": "Housing"},
        ],
        "held.family_there": "Their words were read out.",
        "held.discussion": "The team has worked hard. Evenings are what is missing.",
        "decision.codes": list(codes),
        "decision.why": "The plan is right and needs more hands.",
        "decision.resources": resources,
        "decision.needs_to_know": "What housing can offer.",
        "follow.actions": [
            {
                "id": str(new_id()),
                "what": "Ask housing for a date",
                "by_when": (day + timedelta(days=14)).isoformat(),
            }
        ],
        "follow.review_on": (day + timedelta(days=70)).isoformat(),
        "follow.family_told": "The lead practitioner, the day after",
        "follow.letter_sent": day.isoformat(),
        "follow.team_told": day.isoformat(),
    }


def step_up(family: MadeUpFamily, day: date) -> Answers:
    """A whole step up to social care."""
    child = family.children[0].first_name
    return {
        "why.harm": "no",
        "why.trigger": "level_risen",
        "why.concern": f"{child} was twice left alone until late this month. {family.worry}",
        "why.if_nothing": f"{child} may be hurt at home with nobody there.",
        "why.safe_now": "An aunt comes by after school until this is settled.",
        "history.tried": "Family support each week, and two extra meetings.",
        "history.plan_first": "Yes, with an evening worker added.",
        "family.agreement": "agrees",
        "family.parents": family.parent_words,
        "family.child_told": "agrees",
        "agree.dsl": "Ms Kaur",
        "agree.dsl_on": day.isoformat(),
        "agree.dsl_says": "Agrees that it is time.",
        "agree.manager": "Dev Mistry",
        "agree.on": day.isoformat(),
        "agree.line": "Agreed. Keep visiting until they answer.",
        "send.sent_on": day.isoformat(),
        "send.sent_at": "11:05",
        "send.sent_how": "Rung, then the online form",
        "send.who_took_it": "Duty worker",
        "send.case_meanwhile": "goes_on",
        "send.meanwhile": "The lead practitioner sees the children twice a week.",
        "send.chase_on": (day + timedelta(days=3)).isoformat(),
    }


def step_down(family: MadeUpFamily, day: date) -> Answers:
    """What social care hands on, without the people: those are rows of the family's own."""
    return {
        "plan.type": "cin",
        "plan.began": (day - timedelta(days=200)).isoformat(),
        "plan.ends": (day + timedelta(days=30)).isoformat(),
        "plan.meeting_on": (day - timedelta(days=3)).isoformat(),
        "plan.meeting_who": "The family, the social worker, school and health.",
        "plan.reason": family.worry,
        "plan.changed": family.going_well,
        "consent.explained": "yes",
        "consent.how": "written",
        "consent.given_on": day.isoformat(),
        "consent.covers": ["school", "health_visitor"],
        "consent.parents_view": family.parent_words,
        "needs.analysis": "Safer at home. Mornings and money are still hard.",
        "needs.would_step_up": "If the children are left alone again.",
        "team.stays_open": "yes",
        "team.joint_visit": (day + timedelta(days=6)).isoformat(),
        "team.manager": "Dev Mistry",
        "team.manager_on": day.isoformat(),
    }
