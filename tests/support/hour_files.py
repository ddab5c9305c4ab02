"""Writes contracts/hours anew from the scripts: `python -m tests.support.hour_files`. Review reads the diff."""

import json

from tests.support.hour_scripts import HOURS, script
from tests.support.hours import FOLDER, expected, log_lines


def main() -> None:
    for name in HOURS:
        made = script(name)
        (FOLDER / f"{name}.jsonl").write_text(log_lines(made))
        told = json.dumps(expected(made), ensure_ascii=False, indent=1)
        (FOLDER / f"{name}.expected.json").write_text(told + "\n")


if __name__ == "__main__":
    main()
