"""Which page a record opens on: the wizard, or a page that is made for its form."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from ehdesk.desk import Desk
from ui.app.wizard_place import WizardPlace
from ui.kit.navigation import Navigator, Page
from ui.notes.contact_page import ContactPage
from ui.panel.referral_page import PanelReferralPage

RECORD_PAGES: dict[str, Callable[..., Page]] = {"contact": ContactPage, "masp": PanelReferralPage}
"""By the form. A finished one is read in the wizard, but a referral shows where it stands."""
_STAYS_WHEN_FINISHED = frozenset({"masp"})


def record_page(desk: Desk, navigator: Navigator, *, record_id: UUID, steps: bool = False) -> Page:
    """The page of a record.

    :param steps: in the wizard, step by step, whatever the form.
    :raises EhdeskError: when the record cannot be opened.
    """
    opened = desk.forms.glance(record_id)
    makes = None if steps else RECORD_PAGES.get(opened.form)
    # Only the wizard takes an open form on in a newer version, and tells what an older one said.
    stays = not opened.finished or opened.form in _STAYS_WHEN_FINISHED
    if makes is None or opened.versions or not stays:
        return WizardPlace(desk, navigator, record_id=record_id)
    return makes(desk, navigator, record_id=record_id)
