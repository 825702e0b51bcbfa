"""The build script: the same as `showcase build`."""

from showcase.doors.cli import main

if __name__ == "__main__":
    import sys

    main(["build", *sys.argv[1:]])
