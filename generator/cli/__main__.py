"""`python -m generator.cli`: the same as the command `hiroba`."""

from generator.cli import run

run()
