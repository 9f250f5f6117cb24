"""The tests themselves are strict: whatever warns, fails."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize(
    "body",
    [
        "import logging; logging.getLogger('ehdesk').warning('look out')",
        "import warnings; warnings.warn('look out', stacklevel=1)",
        "from PySide6.QtCore import qWarning; qWarning('look out')",
    ],
    ids=["a logged warning", "a Python warning", "a Qt warning"],
)
def test_a_test_fails_when_anything_warns(body: str, tmp_path: Path) -> None:
    probe = tmp_path / "test_probe.py"
    probe.write_text(f"def test_warns(qapp):\n    {body}\n", "utf-8")
    ours = ["-c", str(ROOT / "pyproject.toml"), "--rootdir", str(ROOT), "-p", "tests.conftest"]
    told = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *ours, str(probe)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 1, told.stdout
    assert "look out" in told.stdout
