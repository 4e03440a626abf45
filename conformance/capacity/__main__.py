"""`python -m conformance.capacity > contracts/capacity.schema.json` writes the published schema anew."""

import json
import sys

from conformance.capacity.form import schema

sys.stdout.write(json.dumps(schema(), indent=1, ensure_ascii=False) + "\n")
