"""A disk that is full."""

from pathlib import Path


def fill(disk: Path) -> Path:
    """Not a byte is left; who removes what this returns makes room again."""
    ballast = disk / "ballast"
    with open(ballast, "wb", buffering=0) as file:
        for size in (65_536, 4_096, 1):
            try:
                while True:
                    file.write(b"x" * size)
            except OSError:
                pass
    return ballast
