"""The Leicester pack holds what the two Leicester documents say."""

from __future__ import annotations

from datetime import date
from time import perf_counter

import pytest

from ehdesk.authority.items import Status
from ehdesk.authority.load import installed_packs, load_pack
from ehdesk.authority.pack import NotInPack, Pack
from ehdesk.forms.conditions import holds
from ehdesk.services.forms import pack_form

PHONES = {
    "0116 454 5899",
    "0116 454 1694",
    "0116 373 7350",
    "0116 292 4580",
    "0116 373 7150",
    "0116 292 4590",
    "0116 373 7130",
    "0116 222 1810",
    "0116 454 1120",
    "0116 454 1004",
}
EMAILS = {
    "early-help@leicester.gov.uk",
    "Early-Help-Queries@leicester.gov.uk",
    "Early-Help@leicester.gcsx.gov.uk",
}
GLOSSARY = {
    "CDI": "Cluster Data Integration",
    "DAS": "Duty & Advice Service",
    "EH": "Early Help",
    "EHA": "Early Help Assessment",
    "EHDAS": "Early Help in Duty & Advice",
    "FSM": "Family Support Manager",
    "LARP": "Leicester Access to Resource Panel",
    "LCC": "Leicester City Council",
    "MASP": "Multi Agency Support Panel",
    "SCLF": "Senior Childcare Learning Facilitator",
    "SFSF": "Senior Family Support Facilitator",
    "SUSD": "Step Up Step Down",
    "TAF": "Team Around The Family",
    "TYS": "Targeted Youth Support",
}
ADVICE_POINTS = {
    "North West": "0116 373 7350",
    "North": "0116 292 4580",
    "West": "0116 373 7150",
    "East": "0116 292 4590",
    "Central": "0116 373 7130",
    "South": "0116 222 1810",
}
PRINCIPLES = (
    "Consent gained",
    "An assessment of need is undertaken with an action plan in place",
    "A focus on outcomes for children and their families",
    "A team around the family approach (whole family work) must be in place",
    "Regular review of the plan at least every 3 months",
    "Management oversight must be in place",
)
DUTIES = (
    "To be the most appropriate identified lead for the family who have an Early Help Assessment",
    "To co-ordinate and chair meetings",
    "To ensure the action plan is on track and progressing",
    "To update case records and action plans",
    "To ensure minutes of meetings and action plans are disseminated in a timely way",
)
SECTIONS = (
    "terms",
    "glossary",
    "contacts",
    "teams",
    "roles",
    "case_roles",
    "localities",
    "clusters",
    "clocks",
    "offers",
    "routes",
    "referrers",
    "request_outcomes",
    "ehc_rules",
    "principles",
    "lp_duties",
    "lp_support",
    "masp_triggers",
    "masp_outcomes",
    "closure_reasons",
    "sign_offs",
    "escalation",
    "sending_routes",
    "agencies",
    "services",
    "areas",
    "headlines",
    "catalogue",
    "needs",
)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack("leicester")


def names(pack: Pack, section: str) -> list[str]:
    return [item.name for item in pack.section(section)]


def test_leicester_is_installed() -> None:
    assert [(p.code, p.name) for p in installed_packs()] == [
        ("leicester", "Leicester City Council")
    ]


def test_every_telephone_number_of_the_two_documents_is_held(pack: Pack) -> None:
    held = {c.phone for c in pack.contacts} | {place.phone for place in pack.localities}
    assert held >= PHONES


def test_every_address_of_the_two_documents_is_held(pack: Pack) -> None:
    assert {c.email for c in pack.contacts if c.email} == EMAILS
    assert "www.leicester.gov.uk/earlyhelp" in {c.website for c in pack.contacts}


def test_every_glossary_term_is_held_in_its_words(pack: Pack) -> None:
    held = {term.code: term.name for term in pack.glossary}
    assert held.items() >= GLOSSARY.items()
    assert held["LP"] == "Lead Practitioner"
    assert {"MARF", "EHC plan", "One Number"} <= held.keys()


def test_each_locality_has_its_advice_point_number_and_a_cluster(pack: Pack) -> None:
    assert {place.name: place.phone for place in pack.localities} == ADVICE_POINTS
    assert [c.locality for c in pack.clusters] == [place.code for place in pack.localities]


def test_the_newer_number_is_used_and_the_older_kept_and_marked(pack: Pack) -> None:
    for code in ("one_number", "das", "ehdas"):
        assert pack.contact(code).phone == "0116 454 1004"
        assert pack.contact(code).status is Status.CURRENT
    assert pack.contact("emergency").phone == "999"
    older = pack.contact("ehdas_2015")
    assert (older.phone, older.email) == ("0116 454 5899", "early-help@leicester.gov.uk")
    assert older.status is Status.SUPERSEDED
    assert older.replaced_by == "one_number"
    gcsx = pack.contact("ehdas_gcsx")
    assert gcsx.email == "Early-Help@leicester.gcsx.gov.uk"
    assert gcsx.status is Status.RETIRED
    offered = dict(pack.options("contacts"))
    assert "ehdas_2015" not in offered
    assert "ehdas_gcsx" not in offered


def test_no_address_that_is_not_current_is_offered_for_sending(pack: Pack) -> None:
    for route in pack.sending_routes:
        assert not route.contact or pack.contact(route.contact).usable
    by_code = {route.code: route.for_whom for route in pack.sending_routes}
    assert by_code["anycomms"] == "Schools use this"
    assert by_code["secure_email"] == "Other agencies"


def test_thresholds_and_clocks_are_the_leaflets(pack: Pack) -> None:
    assert (pack.thresholds.targeted_up_to, pack.thresholds.assessment_from) == (2, 3)
    assert pack.thresholds.source == "leaflet: three offers, Who"
    said = {code: pack.clock(code).words for code in ("review", "targeted_support")}
    assert said == {"review": "3 months", "targeted_support": "3 months"}
    assert pack.clock("review").months == 3
    assert pack.clock("under_6_weeks").weeks == 6
    assert pack.clock("twelve_weeks").weeks == 12
    assert pack.clock("eha").months == 12
    assert pack.clock("review").after(date(2026, 11, 30)) == date(2027, 2, 28)
    assert "longer" in pack.clock("eha").note


def test_limits_that_leicester_does_not_give_are_marked_as_assumptions(pack: Pack) -> None:
    sure = {clock.code for clock in pack.clocks if clock.status is Status.CURRENT}
    assert sure == {"review", "targeted_support", "under_6_weeks", "twelve_weeks", "eha"}


def test_roles_duties_and_principles_are_complete(pack: Pack) -> None:
    assert [role.short for role in pack.roles] == ["FSM", "SFSF", "SCLF", "TYS"]
    assert [role.short for role in pack.roles if role.chairs_first_taf] == ["FSM", "SFSF"]
    assert tuple(duty.text for duty in pack.lp_duties) == DUTIES
    assert tuple(names(pack, "principles")) == PRINCIPLES
    assert len(pack.lp_support) == 4


def test_the_panel_has_five_triggers_and_two_ways_to_agree_resources(pack: Pack) -> None:
    assert names(pack, "masp_triggers") == [
        "No improvement",
        "Escalation",
        "High cost",
        "History of re-referrals",
        "At risk of becoming accommodated",
    ]
    assert [o.code for o in pack.masp_outcomes if o.source_code == "leaflet"] == ["susd", "larp"]


def test_three_offers_and_three_routes(pack: Pack) -> None:
    assert names(pack, "offers") == ["Advice Point", "Targeted Support", "Early Help Assessment"]
    assert [(r.code, r.taf, r.allocated) for r in pack.routes] == [
        ("under_6_weeks", False, False),
        ("twelve_weeks", False, True),
        ("eha", True, True),
    ]


def test_four_kinds_of_referrer_and_two_kinds_of_request(pack: Pack) -> None:
    assert names(pack, "referrers") == ["Young person over 16", "Parent", "Carer", "Professional"]
    assert [code for code, _ in pack.options("request_entry")][:2] == ["new_eha", "existing_eha"]


def test_closure_reasons_say_which_are_the_leaflets(pack: Pack) -> None:
    assert [r.code for r in pack.closure_reasons if r.source_code == "leaflet"] == ["NM", "DE"]
    assert [r.code for r in pack.closure_reasons if r.masp_first] == ["DE"]
    asked = pack_form(pack, "closure").field("why.masp_asked").show_if
    assert asked is not None
    for reason in pack.closure_reasons:
        shown = holds(asked, {"why.reason": reason.code}.__getitem__, {})
        assert shown == reason.masp_first, "the form asks where the rule looks"
    assert all(reason.family_words for reason in pack.closure_reasons)


def test_teams_and_services_of_both_documents_are_there(pack: Pack) -> None:
    assert {
        "Duty and Advice Service",
        "Early Help in Duty and Advice",
        "Early Help Partnership Allocations Hub",
        "Advice Point",
        "Multi Agency Support Panel",
    } <= set(names(pack, "teams"))
    assert {
        "Family Support",
        "Targeted Youth Support",
        "Child Learning and Development",
        "Children’s Centres",
        "Youth Service",
        "Connexions",
        "Family Information website",
        "MyChoice website",
    } <= set(names(pack, "services"))


def test_needs_have_ten_headlines_and_plain_labels(pack: Pack) -> None:
    assert len(pack.headlines) == 10
    assert len(pack.catalogue) == 34
    labels = names(pack, "needs")
    assert {"School attendance", "Feelings", "Home and money", "Parent’s health"} <= set(labels)
    assert pack.need("attendance").text
    assert pack.need("1.1").name == "Missing school"
    covered = {code for need in pack.needs for code in need.covers}
    assert covered == {need.code for need in pack.catalogue}
    assert all("based on" in need.source for need in pack.catalogue)
    assert len(pack.catalogue_under("6")) == 6


def test_seven_areas_with_prompts_are_marked_as_an_assumption(pack: Pack) -> None:
    assert names(pack, "areas") == [
        "Health",
        "Learning",
        "Feelings",
        "Family and friends",
        "Home",
        "Parenting",
        "Safety",
    ]
    assert all(area.status is Status.ASSUMPTION for area in pack.areas)
    assert all(area.prompts_well and area.prompts_worry for area in pack.areas)


def test_every_entry_says_where_it_comes_from_and_since_when(pack: Pack) -> None:
    known = {source.code for source in pack.sources}
    for section in SECTIONS:
        items = pack.section(section)
        assert items, section
        for item in items:
            document, colon, place = item.source.partition(":")
            assert document in known
            assert colon
            assert place.strip()
            assert item.since
    for item in (*pack.terms, *pack.contacts, *pack.clocks):
        if item.source_code in ("domain", "assumption") and item.code != "emergency":
            assert item.status is Status.ASSUMPTION


def test_words_for_pages_come_from_the_pack(pack: Pack) -> None:
    assert pack.term("lead_practitioner") == "Lead practitioner"
    assert pack.short("taf") == "TAF"
    assert pack.short("closure") == "Closure form"
    assert pack.first_use("taf") == "Team Around the Family (TAF)"
    assert pack.first_use("cluster") == "Cluster"


def test_a_code_that_a_record_holds_is_shown_even_when_the_pack_dropped_it(pack: Pack) -> None:
    assert pack.label("needs", "attendance") == "School attendance"
    assert pack.label("needs", "old_need") == "old_need"


def test_asking_for_what_a_pack_does_not_have_is_a_mistake_in_the_program(pack: Pack) -> None:
    with pytest.raises(NotInPack):
        pack.contact("nobody")
    with pytest.raises(NotInPack):
        pack.need("nothing")
    with pytest.raises(NotInPack):
        pack.section("nowhere")


def test_the_pack_is_ready_in_the_time_of_a_blink() -> None:
    took = []
    for _ in range(3):
        start = perf_counter()
        load_pack("leicester")
        took.append(perf_counter() - start)
    assert min(took) < 0.15


def test_the_forms_of_the_journey_come_with_the_pack(pack: Pack) -> None:
    codes = {form.code for form in pack.forms}
    assert codes >= {"request", "decision", "eha", "taf_meeting", "review", "closure"}
    assert pack.forms is pack.forms


def test_a_pack_cannot_be_changed_once_loaded(pack: Pack) -> None:
    with pytest.raises(AttributeError):
        pack.contact("das").phone = "1"  # type: ignore[misc]
