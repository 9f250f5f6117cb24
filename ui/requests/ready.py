"""Whether a request is ready to be sent, in three lines (picture 05)."""

from __future__ import annotations

from ehdesk.forms.session import FormSession


def ready_lines(session: FormSession) -> list[tuple[str, bool]]:
    """Words and whether it is so. Guidance to the eye only: the service decides when it is sent."""
    consent = session.form.bound_to("consent.how")
    written = consent is not None and session.value(consent.key) == "written"
    called = session.value("before_you_start.called") == "yes"
    return [
        ("Written consent recorded", written),
        ("One Number called first", called),
        ("Every required question answered", session.is_ready()),
    ]
