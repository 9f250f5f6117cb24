"""Whether a request is ready to be sent, in three lines (picture 05)."""

from __future__ import annotations

from ehdesk.authority.pack import Pack
from ehdesk.forms.session import FormSession

_CALLED = "before_you_start.called"


def ready_lines(session: FormSession, pack: Pack) -> list[tuple[str, bool]]:
    """Words and whether it is so. Guidance to the eye only: the service decides when it is sent."""
    consent = session.form.bound_to("consent.how")
    written = consent is not None and session.value(consent.key) == "written"
    lines = [("Written consent recorded", written)]
    if any(field.key == _CALLED for field in session.form.fields()):
        called = session.value(_CALLED) == "yes"
        lines.append((pack.say("{one_number.name} called first"), called))
    return [*lines, ("Every required question answered", session.is_ready())]
