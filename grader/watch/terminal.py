"""The terminal: its modes, its size, its signals. It is left as it was found, on every way out."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import termios
from collections.abc import Iterator, Sequence
from types import FrameType, TracebackType
from typing import Self

DEFAULT_SIZE = os.terminal_size((80, 24))
# The other screen, no line breaks of the terminal's own, no cursor; and all that undone.
ENTER = "\x1b[?1049h\x1b[?7l\x1b[?25l\x1b[H\x1b[2J"
LEAVE = "\x1b[0m\x1b[?25h\x1b[?7h\x1b[?1049l"
ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
NOTED = (signal.SIGWINCH, signal.SIGTSTP, signal.SIGCONT)
# Places of the lists that `termios.tcgetattr` gives.
INPUT, LOCAL = 0, 3


class Terminated(BaseException):
    """A signal asks the process to end; `number` is its number."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def is_usable() -> bool:
    """Whether standard input and output are a terminal that can show a screen."""
    with contextlib.suppress(AttributeError, ValueError):
        return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    return False


class Terminal:
    """The screen and keyboard of a `with` block.

    In it, single keys can be read, Ctrl-C raises `KeyboardInterrupt`, and other signals that end a
    process raise `Terminated`, so that everything is taken down in order.
    """

    def __init__(self) -> None:
        self._input, self._output = sys.stdin.fileno(), sys.stdout.fileno()
        self._found = termios.tcgetattr(self._input)
        self._handlers: dict[int, object] = {}
        self._drawn: list[str] = []
        self._wake, self._woken = os.pipe()
        for descriptor in (self._wake, self._woken):
            os.set_blocking(descriptor, False)
        self._former_wakeup = -1

    @property
    def descriptors(self) -> tuple[int, int]:
        """What becomes readable when there are keys, and when there are signals."""
        return self._input, self._wake

    @property
    def spoilt(self) -> bool:
        """Whether what was drawn is not there any more, or does not fit."""
        return not self._drawn

    @property
    def size(self) -> os.terminal_size:
        """Columns and lines, as they are now."""
        try:
            found = os.get_terminal_size(self._output)
        except OSError:
            return DEFAULT_SIZE
        return found if all(found) else DEFAULT_SIZE

    def __enter__(self) -> Self:
        try:
            self._former_wakeup = signal.set_wakeup_fd(self._woken, warn_on_full_buffer=False)
            for number in ENDING:
                self._handlers[number] = signal.signal(number, _end)
            for number in NOTED:
                self._handlers[number] = signal.signal(number, _note)
            self._occupy()
        except BaseException:
            self._restore()
            raise
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        self._restore()

    def read(self) -> bytes | None:
        """Read what was typed; None when the terminal is gone."""
        try:
            return os.read(self._input, 4096) or None
        except OSError:
            return None

    def attend_to_signals(self) -> None:
        """Do what the signals since last time ask for: to stop, or to draw everything anew."""
        with contextlib.suppress(BlockingIOError):
            numbers = os.read(self._wake, 4096)
            if signal.SIGTSTP in numbers:
                self._stop()
            elif signal.SIGCONT in numbers:
                self._occupy()
            self._drawn = []

    def draw(self, lines: Sequence[str]) -> None:
        """Show these lines; only those that differ from what is shown are written."""
        if len(lines) != len(self._drawn):
            written = ["\x1b[2J"]
            self._drawn = [""] * len(lines)
        else:
            written = []
        for row, (line, before) in enumerate(zip(lines, self._drawn, strict=True), start=1):
            if line != before:
                # Erased first: after a full line the cursor still stands on its last character.
                written.append(f"\x1b[{row};1H\x1b[2K{line}")
        self._drawn = list(lines)
        if written:
            self._write("".join(written))

    def _occupy(self) -> None:
        modes = list(self._found)
        # No echo, no waiting for whole lines; and Ctrl-S, typed out of habit, freezes nothing.
        modes[LOCAL] &= ~(termios.ICANON | termios.ECHO)
        modes[INPUT] &= ~termios.IXON
        termios.tcsetattr(self._input, termios.TCSADRAIN, modes)
        self._drawn = []
        self._write(ENTER)

    def _leave(self) -> None:
        with contextlib.suppress(OSError):
            self._write(LEAVE)
        with contextlib.suppress(termios.error):
            termios.tcsetattr(self._input, termios.TCSANOW, self._found)

    def _stop(self) -> None:
        """Give the terminal back, stop as Ctrl-Z does, and take it again afterwards."""
        self._leave()
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, _note)
        self._occupy()

    def _restore(self) -> None:
        with _undisturbed():
            self._leave()
            signal.set_wakeup_fd(self._former_wakeup)
            for number, handler in self._handlers.items():
                signal.signal(number, handler)  # type: ignore[arg-type]  # as `signal` gave it
            os.close(self._wake)
            os.close(self._woken)

    def _write(self, text: str) -> None:
        left = text.encode(sys.stdout.encoding or "utf-8", errors="replace")
        while left:
            left = left[os.write(self._output, left) :]


@contextlib.contextmanager
def _undisturbed() -> Iterator[None]:
    """Let whoever presses Ctrl-C twice wait for the terminal, too."""
    signals = {signal.SIGINT, *ENDING}
    before = signal.pthread_sigmask(signal.SIG_BLOCK, signals)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end(number: int, _frame: FrameType | None) -> None:
    raise Terminated(number)


def _note(_number: int, _frame: FrameType | None) -> None:
    """The byte that Python writes for the signal is enough."""
