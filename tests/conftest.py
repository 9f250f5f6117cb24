"""For every test: Qt draws into memory, with no display."""

from __future__ import annotations

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_configure(config: pytest.Config) -> None:
    # Said by the platform without a display each time a window is shown; true and harmless.
    config.addinivalue_line("qt_log_ignore", r"does not support propagateSizeHints")
