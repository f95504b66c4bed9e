"""``python -m mtqa``."""

from mtqa.cli.main import main

main()
