"""A form described for scripts: what ``ehdesk forms --json`` prints."""

from __future__ import annotations

from typing import Any

from ehdesk.forms.kinds import dotted
from ehdesk.forms.spec import Form


def describe(form: Form) -> dict[str, Any]:
    """``code``, ``version``, ``title`` and ``sections``, each with its questions.

    The columns of a repeating question stand flat beside it, once each, with dotted keys.
    ``required`` is true when the question must always be answered; one that must be answered
    only sometimes says false.
    """
    return {
        "code": form.code,
        "version": form.version,
        "title": form.title,
        "sections": [
            {
                "key": section.key,
                "title": section.title,
                "fields": [
                    {
                        "key": key,
                        "label": field.label,
                        "kind": field.kind,
                        "required": field.required is True,
                    }
                    for question in section.fields
                    for key, field in dotted(question)
                ],
            }
            for section in form.sections
        ],
    }
