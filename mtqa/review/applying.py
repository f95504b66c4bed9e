"""A run of ``mtqa apply``: file by file, whole or not at all, and the rest still done."""

from __future__ import annotations

from collections.abc import Sequence

from mtqa.config.discovery import Configs
from mtqa.document.readers import read_file
from mtqa.errors import MtqaError
from mtqa.fixing.files import unified_diff, with_text, write_back
from mtqa.output.wording import plural
from mtqa.review.confining import Confines
from mtqa.review.decisions import Decision
from mtqa.review.planning import Plan, corrected, plan


class Application:
    """Puts decisions into files that lie in ``confines``. With ``show`` nothing is written, and ``diff`` gathers what
    would change."""

    def __init__(self, configs: Configs, confines: Confines, *, show: bool = False) -> None:
        self._configs = configs
        self._confines = confines
        self._show = show
        self.diff: list[str] = []
        self.made = self.files = self.present = self.skipped = 0

    def correct(self, path: str, decisions: Sequence[Decision]) -> list[str]:
        """Correct one file; a line for each decision, or for the file, that could not be carried out."""
        try:
            made = self._corrected(path, decisions)
        except MtqaError as error:
            self.skipped += len(decisions)
            return [str(error)]
        self.made += len(made.done)
        self.files += bool(made.edits)
        self.present += len(made.present)
        self.skipped += len(made.skipped)
        return made.skipped

    def summary(self, *, alarms: int, of: str) -> str:
        """How it went, in a line."""
        parts = [f"corrected {plural(self.made, 'finding')} in {plural(self.files, 'file')}"]
        if self.present:
            parts.append(f"{self.present} corrected already")
        if self.skipped:
            parts.append(f"{self.skipped} left alone")
        if alarms:
            parts.append(f"{plural(alarms, 'false alarm')} for 'mtqa baseline import {of}'")
        return ", ".join(parts)

    def _corrected(self, path: str, decisions: Sequence[Decision]) -> Plan:
        if not self._confines.hold(path):
            raise MtqaError(f"{path}: not corrected: lies outside of the folder; name it after the file of decisions")
        config = self._configs.of(path)
        document = read_file(path, encoding=config["encoding"], max_size=int(config["max-size"] * 1e6))
        made = plan(document, decisions)
        if made.edits:
            after = with_text(document, corrected(document, made))
            if self._show:
                self.diff += unified_diff(document, after)
            else:
                write_back(document, after)
        return made
