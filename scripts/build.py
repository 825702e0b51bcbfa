"""The build script: the same as `showcase build`."""

import sys

from showcase.cli.program import run

if __name__ == "__main__":
    run(["build", *sys.argv[1:]])
