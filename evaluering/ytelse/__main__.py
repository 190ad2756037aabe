"""``python -m evaluering.ytelse`` is ``python -m evaluering ytelse``."""

from __future__ import annotations

import sys

from evaluering.__main__ import main

if __name__ == "__main__":
    sys.exit(main(["ytelse", *sys.argv[1:]]))
