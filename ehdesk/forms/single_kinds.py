"""Kinds of question with one answer, or one list of choices."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, Final

from ehdesk.forms.checks import iso_date
from ehdesk.forms.kind import Fault, Kind, Words, WrongShape
from ehdesk.forms.spec import Field, Value
from ehdesk.kernel.dates import NotADate, read_date, say_full_date

YES_NO: Final = {"yes": "Yes", "no": "No"}


def text_of(value: Any, question: Field) -> str:
    """The text as typed, with one kind of line end and no half characters."""
    if not isinstance(value, str):
        raise WrongShape(f"{question.key} takes text, not {type(value).__name__}")
    whole = value.replace("\r\n", "\n").replace("\r", "\n")
    return whole.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _text(value: Any, question: Field, _today: date) -> str:
    return text_of(value, question)


def _is_written(value: Any, _question: Field) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _nothing_wrong(_value: Any, _question: Field, _today: date) -> Iterator[Fault]:
    return iter(())


def split_lines(text: str) -> tuple[str, ...]:
    """The text line by line; an empty line in the middle stays."""
    return tuple(text.split("\n")) if text else ()


def _show_text(value: Any, question: Field, _words: Words) -> tuple[str, ...]:
    if question.voice and value:
        return split_lines(quoted(value))
    return split_lines(value)


def quoted(text: str) -> str:
    """Somebody's own words between quotation marks, once."""
    return text if text.lstrip().startswith(("“", '"')) else f"“{text}”"


def _date(value: Any, question: Field, today: date) -> str:
    typed = text_of(value, question)
    if iso_date(typed) or not typed.strip():
        return typed.strip()
    try:
        return read_date(typed, today).isoformat()
    except (NotADate, OverflowError):
        return typed


def _date_faults(value: Any, _question: Field, today: date) -> Iterator[Fault]:
    if iso_date(value) is None:
        try:
            read_date(value, today)
        except NotADate as wrong:
            yield None, str(wrong)


def _show_date(value: Any, _question: Field, _words: Words) -> tuple[str, ...]:
    day = iso_date(value)
    return (say_full_date(day),) if day else split_lines(value)


_CLOCK = re.compile(r"(\d{1,2})(?:[:. ]?(\d{2}))? ?([ap]\.?m\.?)?", re.IGNORECASE)


def read_time(typed: str) -> str | None:
    """``2:30pm``, ``2.30 pm``, ``1430`` or ``14:30`` as ``14:30``; None if it is no time."""
    match = _CLOCK.fullmatch(typed.strip())
    if not match or not (match[2] or match[3]):
        return None
    hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def _time(value: Any, question: Field, _today: date) -> str:
    typed = text_of(value, question)
    return read_time(typed) or typed


def _time_faults(value: Any, _question: Field, _today: date) -> Iterator[Fault]:
    if read_time(value) is None:
        yield None, "Enter a time like 9:20am or 14:30"


def _show_time(value: Any, _question: Field, _words: Words) -> tuple[str, ...]:
    if read_time(value) != value:  # "25:61" is no time: it is told as it was typed
        return split_lines(value)
    hour, minute = int(value[:2]), value[3:]
    return (f"{hour % 12 or 12}:{minute}{'am' if hour < 12 else 'pm'}",)


def _number(value: Any, question: Field, _today: date) -> Value:
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    typed = text_of(value, question)
    plain = typed.strip()
    if not plain:
        return None
    return int(plain) if re.fullmatch(r"-?[0-9]{1,9}", plain) else typed


def _has_number(value: Any, _question: Field) -> bool:
    return value is not None


def _number_faults(value: Any, _question: Field, _today: date) -> Iterator[Fault]:
    if not isinstance(value, int):
        yield None, "Enter a whole number, like 12"


def _scale_faults(value: Any, _question: Field, _today: date) -> Iterator[Fault]:
    if not isinstance(value, int) or not 0 <= value <= 10:
        yield None, "Choose a number from 0 to 10"


def _show_number(value: Any, _question: Field, _words: Words) -> tuple[str, ...]:
    return () if value is None else split_lines(str(value))


def _show_scale(value: Any, _question: Field, _words: Words) -> tuple[str, ...]:
    if isinstance(value, int):
        return (f"{value} out of 10",)
    return () if value is None else split_lines(str(value))


def _show_choice(value: Any, question: Field, words: Words) -> tuple[str, ...]:
    return split_lines(words.label(question, value))


def _yes_no(value: Any, question: Field, _today: date) -> str:
    """``yes``, ``no`` or empty; a screen may hand over True, False or None for them."""
    if value is None or isinstance(value, bool):
        return {True: "yes", False: "no", None: ""}[value]
    return text_of(value, question)


def _show_yes_no(value: Any, _question: Field, _words: Words) -> tuple[str, ...]:
    return split_lines(YES_NO.get(value, value))


def _tick(value: Any, question: Field, _today: date) -> Value:
    if not isinstance(value, bool):
        raise WrongShape(f"{question.key} takes true or false, not {type(value).__name__}")
    return value


def _is_ticked(value: Any, _question: Field) -> bool:
    return value is True


def _show_tick(value: Any, question: Field, _words: Words) -> tuple[str, ...]:
    return (question.label,) if value else ()


def _list_of_texts(value: Any, question: Field, _today: date) -> Value:
    if not isinstance(value, list | tuple):
        raise WrongShape(f"{question.key} takes a list, not {type(value).__name__}")
    return list(dict.fromkeys(text_of(item, question) for item in value))


def _has_items(value: Any, _question: Field) -> bool:
    return bool(value)


def _show_choices(value: Any, question: Field, words: Words) -> tuple[str, ...]:
    return tuple(line for item in value for line in split_lines(words.label(question, item)))


def _texty(
    name: str,
    *,
    normalise: Callable[[Any, Field, date], Value] = _text,
    faults: Callable[[Any, Field, date], Iterator[Fault]] = _nothing_wrong,
    display: Callable[[Any, Field, Words], tuple[str, ...]] = _show_text,
    has_options: bool = False,
) -> Kind:
    return Kind(name, str, normalise, _is_written, faults, display, has_options=has_options)


def _none() -> Value:
    return None


def _no_items() -> Value:
    return []


SINGLE_KINDS: Final[tuple[Kind, ...]] = (
    _texty("short_text"),
    _texty("long_text"),
    _texty("yes_no", normalise=_yes_no, display=_show_yes_no),
    _texty("choice", display=_show_choice, has_options=True),
    Kind(
        "choices",
        _no_items,
        _list_of_texts,
        _has_items,
        _nothing_wrong,
        _show_choices,
        has_options=True,
    ),
    _texty("date", normalise=_date, faults=_date_faults, display=_show_date),
    _texty("time", normalise=_time, faults=_time_faults, display=_show_time),
    Kind("tick", bool, _tick, _is_ticked, _nothing_wrong, _show_tick),
    Kind("number", _none, _number, _has_number, _number_faults, _show_number),
    Kind("scale", _none, _number, _has_number, _scale_faults, _show_scale),
)
