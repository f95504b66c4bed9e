"""A session: the queue of stories, linted again when they change, and the decisions on them."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from mtqa.errors import MtqaError
from mtqa.output.places import slashed
from mtqa.review.decisions import Decision
from mtqa.review.live.article import Article, Shown, shown, stamps_of
from mtqa.review.live.carrying import moves, on_lost_files
from mtqa.review.live.desk import Desk
from mtqa.review.live.spoken import Spoken
from mtqa.review.live.verdicts import RefusedError, as_data, decisions_on
from mtqa.review.page.data import rules_data
from mtqa.review.page.model import VERSION, DecisionData, FindingData
from mtqa.review.store import Store


class Session:
    """A review of files. Its methods may be called from several threads. ``find`` names the files that there are now.

    ``revision`` grows with every change of what the page shows: a story, a decision, whoever made it.
    """

    def __init__(
        self,
        paths: Sequence[str],
        desk: Desk,
        store: Store,
        *,
        project: str,
        title: str = "",
        editor: str = "",
        find: Callable[[], Sequence[str]] = list,
    ) -> None:
        self.desk = desk
        self.store = store
        self.editor = editor
        self._project = project
        self._title = title
        self._find = find
        self._articles: list[Article] = []
        self._by_path: dict[str, Article] = {}
        self._open(paths)
        self._spoken = Spoken(store)
        self._spoken.renew()
        self._lost = on_lost_files(self._spoken.all(), project)
        self._lock = threading.RLock()
        self._linting = threading.Lock()
        self.first = threading.Event()
        """Set when the first story has been linted."""
        self._revision = self._content = 1  # the second: of the last change of a story

    # What is shown ------------------------------------------------------------------------------------------------

    @property
    def revision(self) -> int:
        """The number of the present state, others' decisions in the same store included."""
        with self._lock:
            self._revision += self._spoken.renew()
            return self._revision

    @property
    def pending(self) -> int:
        """How many stories have not been linted yet."""
        return sum(not article.checked for article in self._articles)

    def state(self, since: int) -> dict[str, Any]:
        """The revision; and when it is another than ``since`` the decisions, or, where stories have changed since then,
        all of the page's data."""
        with self._lock:
            revision = self.revision
            changed = since != revision
            whole = changed and not self._content <= since <= revision
            return {
                "revision": revision,
                "changed": changed,
                "pending": self.pending,
                "data": self.data() if whole else None,
                "decisions": self.decisions() if changed and not whole else None,
            }

    def data(self) -> dict[str, Any]:
        """The page's data: that of a report, with the revision, the editor's name and how many stories are pending."""
        with self._lock:
            findings = [finding for article in self._articles for finding in article.findings.values()]
            return {
                "version": VERSION,
                "kind": "review",
                "signature": self.desk.signature() if self.pending < len(self._articles) else "",
                "generated": "",
                "project": self._title,
                "rules": rules_data({finding["code"] for finding in findings}),
                "articles": [data for article in self._articles for data in article.data],
                "findings": findings,
                "problems": [article.problem for article in self._articles if article.problem],
                "decisions": self.decisions(),
                "revision": self.revision,
                "pending": self.pending,
                "editor": self.editor,
            }

    def decisions(self) -> dict[str, DecisionData]:
        """The decisions on the findings that are shown, by their keys."""
        with self._lock:
            self.revision  # noqa: B018 - takes in what others have said
            found = {key: self._now(article, key) for article in self._articles for key in article.findings}
            return {key: data for key, data in found.items() if data}

    def exported(self) -> list[tuple[Decision, bool]]:
        """The decisions on the opened files, on findings that are present or not, with their paths as they were named;
        and whether they are in the copy."""
        from mtqa.review.exporting import named

        with self._lock:
            self._spoken.renew()
            places = [place for article in self._articles for place in self._places(article)]
            return named((word for place in places for word in self._spoken.of(place).values()), self._project)

    # What is done -------------------------------------------------------------------------------------------------

    def decide(
        self, keys: Iterable[str], decision: str | None, replacement: str | None, reason: str, by: str
    ) -> dict[str, DecisionData | None]:
        """Decide on findings, all or none; what is stored of each. Raises RefusedError."""
        with self._lock:
            wanted = {}
            for key in keys:
                article, finding = self._finding(key)
                wanted[key] = (self._home(article, finding), finding)
            self.store.decide(decisions_on(wanted, decision, replacement, reason), by)
            return self._told(wanted)

    def undo(self, by: str) -> dict[str, DecisionData | None]:
        """Take back an editor's last act on the opened files; the state of its findings after that."""
        with self._lock:
            places = {place for article in self._articles for place in self._places(article)}
            ids = {(each.path, each.id) for each in self.store.undo(by, places)}
            return self._told(
                key
                for article in self._articles
                for key, finding in article.findings.items()
                if (self._home(article, finding), finding["id"]) in ids
            )

    def article(self, path: str) -> Article:
        """The story that the page calls so. Raises RefusedError for what was not opened."""
        if path not in self._by_path:
            raise RefusedError(f"{path}: is not one of the files that were opened")
        return self._by_path[path]

    def corrections(self, article: Article) -> list[Decision]:
        """The decisions that correct something in a story, at the places that the last lint has found."""
        with self._lock:
            self._spoken.renew()
            words = self._spoken.of(article.place)
            found = []
            for finding in article.own():
                word = words.get(finding["id"])
                if word and word.holds and word.decision.corrects:
                    start, end = finding["start"], finding["end"]
                    found.append(replace(word.decision, path=article.path, start=start, end=end))
            return found

    def applied(self, article: Article, done: Sequence[Decision], by: str) -> None:
        """Note that decisions are in a story's file now, and lint it."""
        self.store.apply([replace(decision, path=article.place) for decision in done], by)
        self.refresh(article)

    # What has changed on disk -------------------------------------------------------------------------------------

    def search(self) -> None:
        """Open files that were added to the folders that were named."""
        found = self._find()
        with self._lock:
            self._open(found)

    def look(self) -> bool:
        """Lint the stories that have changed, or were never linted, one after the other; whether there were any."""
        changed = False
        for article in list(self._articles):
            if article.has_changed(self.desk.beside(article.path)):
                self.refresh(article)
                changed = True
        return changed

    def refresh(self, article: Article) -> None:
        """Lint a story now; decisions go with their findings."""
        with self._linting:  # a linter serves one at a time; decisions need not wait for it
            stamps = stamps_of(article.path, self.desk.beside(article.path))
            name = f"a{self._articles.index(article) + 1}"
            try:
                results = self.desk.lint(article.path)
            except MtqaError as error:
                self._take(article, shown(name, []), str(error), stamps)
                return
            found, problem = shown(name, results), ""
            try:
                own = [finding for finding in found.findings.values() if finding["article"] == name]
                if results:
                    found.data[0]["source"] = self.desk.source(results[0].document, own)
            except MtqaError as error:
                problem = str(error)
            self._take(article, found, problem, stamps)

    def _take(self, article: Article, found: Shown, problem: str, stamps: list[Any]) -> None:
        with self._lock:
            article.take(found, problem)
            article.stamps = stamps
            self._spoken.renew()
            words = self._spoken.of(article.place).values()
            if carried := moves(article.place, article.own(), words, self._lost):
                self.store.carry(carried)
            self._revision = self._content = self.revision + 1
            self.first.set()

    def _open(self, paths: Iterable[str]) -> None:
        for path in paths:
            if slashed(path) not in self._by_path:
                article = Article(path, self._place(path), os.path.realpath(path))
                self._articles.append(article)
                self._by_path[slashed(path)] = article

    # Names --------------------------------------------------------------------------------------------------------

    def _finding(self, key: str) -> tuple[Article, FindingData]:
        for article in self._articles:
            if key in article.findings:
                return article, article.findings[key]
        raise RefusedError(f"{key.rpartition('#')[0]}: the story has changed; look again", changed=True)

    def _told(self, keys: Iterable[str]) -> dict[str, DecisionData | None]:
        """The decisions on some findings as they are now."""
        self.revision  # noqa: B018 - takes in what was just said
        return {key: self._now(self._finding(key)[0], key) for key in keys}

    def _now(self, article: Article, key: str) -> DecisionData | None:
        finding = article.findings[key]
        word = self._spoken.of(self._home(article, finding)).get(finding["id"])
        return as_data(word, key.rpartition("#")[0]) if word else None

    def _place(self, path: str) -> str:
        return os.path.relpath(os.path.abspath(path), self._project).replace(os.sep, "/")

    def _places(self, article: Article) -> list[str]:
        return [article.place, *(self._place(data["path"]) for data in article.data[1:])]

    def _home(self, article: Article, finding: FindingData) -> str:
        """The file of a finding as the store has it: the story's, or its sidecar's."""
        if finding["article"] == article.data[0]["id"]:
            return article.place
        return next(self._place(data["path"]) for data in article.data if data["id"] == finding["article"])

