"""`python -m conformance.load.result > contracts/load.schema.json` writes the published schema anew."""

import json
import sys

from conformance.load.result.files import schema

sys.stdout.write(json.dumps(schema(), indent=1, ensure_ascii=False) + "\n")
