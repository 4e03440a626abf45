"""`python -m conformance.load.result load > contracts/load.schema.json` writes a published schema anew; so does `comparison`."""

import json
import sys

from conformance.load.result import comparing, files

SCHEMAS = {"load": files.schema, "comparison": comparing.schema}

sys.stdout.write(json.dumps(SCHEMAS[sys.argv[1]](), indent=1, ensure_ascii=False) + "\n")
