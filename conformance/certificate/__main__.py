"""``python -m conformance.certificate > contracts/certificate.schema.json`` writes the published schema anew."""

import json
import sys

from conformance.certificate.statement import schema

sys.stdout.write(json.dumps(schema(), indent=1, ensure_ascii=False) + "\n")
