"""`python -m conformance.release > contracts/comparison.schema.json` writes the published schema anew."""

import json
import sys

from conformance.release.forms import schema

sys.stdout.write(json.dumps(schema(), indent=1, ensure_ascii=False) + "\n")
