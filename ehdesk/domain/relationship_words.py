"""What somebody is called in a family, read as a code of the list "relationships".

Only where it is obvious: "Mum" is a mother, but "Nan" may be on either side, so nothing is read
from it. It is a suggestion and never more.
"""

from __future__ import annotations

import re
from typing import Final

from ehdesk.kernel.words import plain

_CODES: Final[dict[str, str]] = {
    **dict.fromkeys(("mum", "mother", "mom", "mam", "mummy", "ma", "birth mother"), "mother"),
    **dict.fromkeys(("dad", "father", "daddy", "pa", "birth father"), "father"),
    **dict.fromkeys(("stepmum", "stepmother", "stepmom"), "step_mother"),
    **dict.fromkeys(("stepdad", "stepfather"), "step_father"),
    **dict.fromkeys(("adoptive mum", "adoptive mother"), "adoptive_mother"),
    **dict.fromkeys(("adoptive dad", "adoptive father"), "adoptive_father"),
    **dict.fromkeys(("foster mum", "foster mother"), "foster_mother"),
    **dict.fromkeys(("foster dad", "foster father"), "foster_father"),
    **dict.fromkeys(("aunt", "auntie", "aunty", "uncle"), "aunt_uncle"),
    **dict.fromkeys(("cousin",), "cousin"),
    **dict.fromkeys(("guardian", "special guardian"), "guardian"),
    **dict.fromkeys(("family friend", "friend of the family"), "family_friend"),
    **{
        f"{whose} {who}": "parents_partner"
        for whose in ("mum's", "mother's", "dad's", "father's")
        for who in ("partner", "boyfriend", "girlfriend")
    },
}


def suggested_relationship(said: str) -> str:
    """The code for what an adult is to the children, such as ``mother`` for "Mum"; "" when it is
    not obvious."""
    words = re.sub(r"[.,]", "", plain(said)).strip()
    words = re.sub(r"\bstep[\s-]+", "step", words)
    return _CODES.get(" ".join(words.split()), "")
