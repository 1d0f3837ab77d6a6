"""Check what the code host reads in `.github`: workflows by zizmor, each file by its schema. Nothing goes online."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOSTED = Path(".github")
# The schemas that check-jsonschema brings along, by the files they are for.
SCHEMAS = (
    ("vendor.github-workflows", "workflows/*.yml"),
    ("custom.github-workflows-require-timeout", "workflows/*.yml"),
    ("vendor.github-issue-forms", "ISSUE_TEMPLATE/[!c]*.yml"),
    ("vendor.github-issue-config", "ISSUE_TEMPLATE/config.yml"),
    ("vendor.dependabot", "dependabot.yml"),
)


def commands(folder: Path = ROOT) -> Iterator[list[str]]:
    """The checks as commands, to be run in the project's folder."""
    zizmor = Path(sys.executable).with_name("zizmor")
    yield [str(zizmor), "--offline", "--quiet", "--no-progress", "--persona=pedantic", str(HOSTED)]
    for schema, pattern in SCHEMAS:
        files = sorted(str(path.relative_to(folder)) for path in (folder / HOSTED).glob(pattern))
        yield [sys.executable, "-m", "check_jsonschema", "--quiet", "--builtin-schema", schema, *files]


def main() -> int:
    """Run all checks, also after one that fails; 1 if any did."""
    codes = [subprocess.run(command, cwd=ROOT, check=False).returncode for command in commands()]
    return int(any(codes))


if __name__ == "__main__":
    sys.exit(main())
