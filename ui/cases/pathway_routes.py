"""The ways of the arrows on the pathway map: corners in pixels, from box to box.

Where two arrows are near one another each has a lane of its own, so that none crosses another or
runs over a box; ``tests/ui/test_pathway_map.py`` measures it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRectF

Boxes = Mapping[str, QRectF]
Lanes = Mapping[str, float]
"""Where the lanes between the boxes lie, by name: a height, or for ``right`` how far across."""
Way = list[QPointF]
_Route = Callable[[QRectF, QRectF, Lanes], Way]


def way(start: str, end: str, boxes: Boxes, lanes: Lanes) -> Way:
    """The corners of an arrow, from the box it leaves to the box it enters."""
    routes = _FOLDED if "right" in lanes else _WIDE
    route = routes.get((start, end)) or _BOTH.get((start, end), _straight)
    return route(boxes[start], boxes[end], lanes)


def _at(box: QRectF, share: float) -> float:
    """How far across, with 0 its left and 1 its right side."""
    return box.left() + share * box.width()


def _straight(start: QRectF, end: QRectF, _lanes: Lanes) -> Way:
    """Along the row, or up or down to the box above or below."""
    if abs(start.center().y() - end.center().y()) < 1:
        y = start.center().y()
        return [QPointF(start.right(), y), QPointF(end.left(), y)]
    down = end.top() > start.top()
    x = start.center().x()
    return [
        QPointF(x, start.bottom() if down else start.top()),
        QPointF(x, end.top() if down else end.bottom()),
    ]


def _out_and_across(start: QRectF, end: QRectF, _lanes: Lanes) -> Way:
    """Straight up or down out of the first box, then along the row of the other."""
    x, y = start.center().x(), end.center().y()
    leaves = start.bottom() if y > start.bottom() else start.top()
    return [QPointF(x, leaves), QPointF(x, y), QPointF(end.left(), y)]


def _by(lane: str, out: float, into: float, *, up: bool, then_up: bool) -> _Route:
    """Out of the first box up or down to a lane, along it, and up or down into the other."""

    def route(start: QRectF, end: QRectF, lanes: Lanes) -> Way:
        left, arrives, y = _at(start, out), _at(end, into), lanes[lane]
        return [
            QPointF(left, start.top() if up else start.bottom()),
            QPointF(left, y),
            QPointF(arrives, y),
            QPointF(arrives, end.bottom() if then_up else end.top()),
        ]

    return route


def _beside_checks(start: QRectF, end: QRectF, _lanes: Lanes) -> Way:
    x = _at(start, 0.35)
    return [QPointF(x, start.top()), QPointF(x, end.bottom())]


def _hub_wide(start: QRectF, end: QRectF, _lanes: Lanes) -> Way:
    """Along its own row, and up into the box from below: the main road stays free."""
    x, y = _at(end, 0.3), start.center().y()
    return [QPointF(start.right(), y), QPointF(x, y), QPointF(x, end.bottom())]


def _over_to_close(start: QRectF, end: QRectF, _lanes: Lanes) -> Way:
    x, y = _at(end, 0.88), start.center().y()
    return [QPointF(start.right(), y), QPointF(x, y), QPointF(x, end.top())]


def _past_hub(start: QRectF, end: QRectF, lanes: Lanes) -> Way:
    if "beside hub" not in lanes:
        return _by("hub", 0.5, 0.35, up=False, then_up=False)(start, end, lanes)
    out, x, into = _at(start, 0.2), lanes["beside hub"], _at(end, 0.35)
    return [
        QPointF(out, start.bottom()),
        QPointF(out, lanes["over hub"]),
        QPointF(x, lanes["over hub"]),
        QPointF(x, lanes["hub"]),
        QPointF(into, lanes["hub"]),
        QPointF(into, end.top()),
    ]


def _round_to_close(start: QRectF, end: QRectF, lanes: Lanes) -> Way:
    out, into, x = start.center().y(), end.center().y(), lanes["right"]
    return [
        QPointF(start.right(), out),
        QPointF(x, out),
        QPointF(x, into),
        QPointF(end.right(), into),
    ]


def _round_to_assessment(start: QRectF, end: QRectF, lanes: Lanes) -> Way:
    out, x, along, into = start.center().y(), lanes["right"], lanes["escalate"], _at(end, 0.65)
    return [
        QPointF(start.right(), out),
        QPointF(x, out),
        QPointF(x, along),
        QPointF(into, along),
        QPointF(into, end.top()),
    ]


_BOTH: Mapping[tuple[str, str], _Route] = {
    ("request", "safeguarding"): _out_and_across,
    ("request", "below_threshold"): _out_and_across,
    ("resources", "review"): _by("lower", 0.5, 0.8, up=True, then_up=True),
}
_WIDE: Mapping[tuple[str, str], _Route] = {
    ("checks", "under_six_weeks"): _beside_checks,
    ("checks", "twelve_weeks"): _by("upper", 0.7, 0.3, up=True, then_up=True),
    ("hub", "assessment"): _hub_wide,
    ("under_six_weeks", "work_no_taf"): _by("above", 0.5, 0.5, up=True, then_up=False),
    ("work_no_taf", "close"): _over_to_close,
    ("work_no_taf", "assessment"): _by("upper", 0.3, 0.7, up=False, then_up=False),
}
_FOLDED: Mapping[tuple[str, str], _Route] = {
    ("checks", "assessment"): _past_hub,
    ("hub", "assessment"): _by("hub", 0.5, 0.35, up=False, then_up=False),
    ("work_no_taf", "close"): _round_to_close,
    ("work_no_taf", "assessment"): _round_to_assessment,
}
