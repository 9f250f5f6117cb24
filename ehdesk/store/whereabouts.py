"""Whether a folder is a good place for a store: this computer's own drive, copied by nobody."""

from __future__ import annotations

import sys
from pathlib import Path

_SYNCHRONISED = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud": "iCloud",
    "iclouddrive": "iCloud",
    "mobile documents": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
}
_NETWORK = ("nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "9p", "fuse.sshfs", "davfs")
_MOUNTS = Path("/proc/mounts")
_REMOTE_DRIVE = 4  # DRIVE_REMOTE of GetDriveTypeW


def where_it_lives(path: Path, mounts: str | None = None) -> str | None:
    """A warning in words when the folder is on a network or is copied to other computers.

    :param mounts: the text of ``/proc/mounts``; read from the system when not given.
    :returns: None when nothing speaks against the place.
    """
    text = str(path)
    if text.startswith(("\\\\", "//")):
        return _network()
    place = path.expanduser().resolve()
    for part in place.parts:
        service = _service(part.casefold())
        if service:
            return (
                f"{service} copies this folder to other computers. Two copies can overwrite each "
                "other and records be lost. Choose a folder that stays on this computer."
            )
    if mounts is None:
        mounts = _MOUNTS.read_text(errors="replace") if _MOUNTS.exists() else ""
    return _network() if _on_network_mount(place, mounts) or _on_mapped_drive(place) else None


def _service(part: str) -> str | None:
    for name, service in _SYNCHRONISED.items():
        # "OneDrive - Larkmoor School", "Dropbox (Team)", "GoogleDrive-someone@example.org"
        if part == name or part.startswith((f"{name} ", f"{name}-", f"{name}~")):
            return service
    return None


def _network() -> str:
    return (
        "This folder is on another computer. When the network drops in the middle of saving, "
        "records can be damaged. Choose a folder on this computer and keep backups there instead."
    )


def _on_network_mount(place: Path, mounts: str) -> bool:
    kind, longest = "", -1
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = Path(fields[1].replace("\\040", " "))
        if place.is_relative_to(point) and len(point.parts) >= longest:
            kind, longest = fields[2], len(point.parts)
    return kind in _NETWORK


def _on_mapped_drive(place: Path) -> bool:
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(place.anchor) == _REMOTE_DRIVE)
    return False
