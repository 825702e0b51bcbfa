"""The build script: the same as `showcase build`."""

from showcase.cli.commands import main

if __name__ == "__main__":
    import sys

    main(["build", *sys.argv[1:]])
