"""The program `showcase` is the command line, and then an end at once."""

import os
import signal
import sys
from threading import Timer
from typing import NoReturn

from showcase.cli.interruption import INTERRUPTED, STOPPED, is_interruption


def run(arguments: list[str] | None = None) -> NoReturn:
    """Run the command line; what was read is left to the system, since to take it apart takes 0.25 s at 13,663 models."""
    sys.unraisablehook = _interrupt_again
    try:
        code = _run(arguments)
    except (KeyboardInterrupt, RuntimeError) as error:  # while the commands are loaded, or when all was said
        if not is_interruption(error):
            raise
        code = INTERRUPTED
        _complain(STOPPED)
    os._exit(code)


def _run(arguments: list[str] | None) -> int:
    from showcase.cli.commands import main  # noqa: PLC0415 - to load it takes a moment, in which Ctrl+C may come

    code: object = 0
    try:
        main(arguments)
    except SystemExit as end:
        code = end.code
    try:
        if sys.stdout:  # it may be closed
            sys.stdout.flush()
    except BrokenPipeError:  # whoever reads our words has heard enough
        pass
    except OSError:
        _complain("Không ghi được hết lời ra nơi đã chọn.")
        return 2
    _complain("")
    return code if isinstance(code, int) else int(code is not None)


def _interrupt_again(thrown_away: "sys.UnraisableHookArgs") -> None:
    """Let Ctrl+C come once more where Python threw it away, as it does with what is raised while it forgets a value.

    Its import forgets a lock for each module, so one press of Ctrl+C in some hundred came to nothing.
    """
    if isinstance(thrown_away.exc_value, KeyboardInterrupt):
        Timer(0.01, signal.raise_signal, [signal.SIGINT]).start()  # raised here, it would be thrown away again
    else:
        sys.__unraisablehook__(thrown_away)


def _complain(sentence: str) -> None:
    """Say a sentence, and all that waits to be said; where it is not taken, nobody hears it."""
    try:
        if sys.stderr:
            sys.stderr.write(f"{sentence}\n" if sentence else "")
            sys.stderr.flush()
    except OSError:
        pass
