"""The front page's example is run as it stands, by the client that it names."""

import os
import re
import subprocess
import sys
from pathlib import Path


def test_the_example_for_the_simulated_phones_works(root: Path, tmp_path: Path) -> None:
    page = (root / "README.md").read_text(encoding="utf-8")
    example = re.findall(r"^```python\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    assert len(example) == 1
    launcher = f"#!{sys.executable}\nimport sys\nfrom conformance.cli import main\nsys.exit(main())\n"
    (tmp_path / "examgate").write_text(launcher, encoding="utf-8")
    (tmp_path / "examgate").chmod(0o755)
    path = {"PYTHONPATH": str(root), "PYTHONSAFEPATH": "1"}
    run = subprocess.run(
        [sys.executable, "-c", example[0]],
        cwd=tmp_path,
        env=os.environ | path,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert run.returncode == 0, run.stderr
    assert "android.widget" in run.stdout
    assert (tmp_path / "phone.png").read_bytes().startswith(b"\x89PNG")
