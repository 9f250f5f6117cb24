"""The house keeps its walls."""

from __future__ import annotations

import subprocess
import sys


def test_the_core_loads_without_qt() -> None:
    program = (
        "import ehdesk.desk, ehdesk.cli, ehdesk.demo.make, sys;"
        "print([name for name in sys.modules if name.split('.')[0] in ('PySide6', 'ui')])"
    )
    told = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "[]"
