"""What a playing process says to the run that started it: JSON lines on its standard output."""

import json
from typing import Any


def say(**line: Any) -> None:
    print(json.dumps(line), flush=True)
