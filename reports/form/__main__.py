"""``python -m reports.form > contracts/results.schema.json`` writes the published schema anew."""

import json
import sys

from reports.form import schema

sys.stdout.write(json.dumps(schema(), indent=1, ensure_ascii=False) + "\n")
