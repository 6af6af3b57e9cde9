"""No call to a browser lasts for ever.

`evaluate` waits for a promise without a limit, whatever time-out a page was given; and a test that is ended from outside while it waits leaves playwright
unable to close anything, so that the whole run stands still."""

import asyncio
import contextlib

from playwright._impl._sync_base import SyncBase

SECONDS = 120


async def _limited(call):
    try:
        async with asyncio.timeout(SECONDS):
            return await call
    except TimeoutError:
        raise TimeoutError(f"the browser didn't answer within {SECONDS} s") from None


def lose_patience() -> None:
    """From now on a call that the browser doesn't answer raises `TimeoutError` where it was made."""
    wait = SyncBase._sync
    SyncBase._sync = lambda self, call: wait(self, _limited(call))


@contextlib.contextmanager
def at_most(seconds: float):
    """Less patience with what should be done at once."""
    global SECONDS
    usual, SECONDS = SECONDS, seconds
    try:
        yield
    finally:
        SECONDS = usual
