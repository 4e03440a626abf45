"""What a phone shows at one moment, indexed once and kept for as long as the phone shows the same."""

from collections.abc import Mapping
from functools import cached_property

from simulators.wire.webdriver.ports import Element
from simulators.wire.webdriver.source import Document
from simulators.wire.webdriver.views import Key, View, views


class Snapshot:
    """One tree as views, and on demand as XML."""

    def __init__(self, tree: Element, package: str, focus: Key | None = None) -> None:
        self._of = (tree, package, focus)
        self.root = views(tree, package, focus)

    def is_of(self, tree: Element, package: str, focus: Key | None) -> bool:
        """Whether the phone still shows this."""
        known_tree, *known = self._of
        return known == [package, focus] and (known_tree is tree or known_tree == tree)

    @cached_property
    def by_key(self) -> Mapping[Key, View]:
        return {view.key: view for view in self.root.walk()}

    @cached_property
    def document(self) -> Document:
        return Document(self.root)
