"""What can be wrong with a file that was sent, in words. None of them names a family."""

from __future__ import annotations

from ehdesk.kernel.errors import EhdeskError

_ASK = "Ask the sender to send it again."


class NotSealed(EhdeskError):
    """The file is no sealed packet at all."""

    def __init__(self) -> None:
        super().__init__(
            "This is not a sealed packet",
            "It was not made by Early Help Desk, or its beginning is missing.",
            "Choose the file that ends in .ehpacket.",
        )


class NewerSeal(EhdeskError):
    """A newer version of the program sealed it."""

    def __init__(self) -> None:
        super().__init__(
            "This packet was made by a newer version",
            "This version cannot read it. Nothing has been changed.",
            "Bring Early Help Desk up to date and open it again.",
        )


class WrongKey(EhdeskError):
    """The password or key does not open it."""

    def __init__(self) -> None:
        super().__init__(
            "That does not open this packet",
            "The password is another one, or the packet was sealed for someone else.",
            "Ask the sender for the password by telephone and type it again.",
        )


class Altered(EhdeskError):
    """It opens, but its content is not what was sealed."""

    def __init__(self) -> None:
        super().__init__(
            "This packet was changed or damaged on its way",
            "Nothing in it can be relied on, so nothing was taken from it.",
            _ASK,
        )


class Incomplete(EhdeskError):
    """Its end is missing."""

    def __init__(self) -> None:
        super().__init__(
            "Part of this packet is missing",
            "It was cut off on its way, so nothing was taken from it.",
            _ASK,
        )


class NotAPacket(EhdeskError):
    """The seal is whole but what is inside is not a packet that this version reads."""

    def __init__(self) -> None:
        super().__init__(
            "What is in this packet cannot be read",
            "Its seal is whole, but its content is not laid out as a packet.",
            _ASK,
        )
