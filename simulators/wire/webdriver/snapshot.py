"""What a phone shows at one moment, indexed once and kept for as long as the phone shows the same."""

from collections.abc import Mapping
from functools import cached_property

from simulators.wire.webdriver.dialect import UIAUTOMATOR2, Dialect
from simulators.wire.webdriver.document import Document
from simulators.wire.webdriver.views import Key, Scene, View


class Snapshot:
    """One scene as the views of a dialect, and on demand as XML."""

    def __init__(self, scene: Scene, dialect: Dialect = UIAUTOMATOR2) -> None:
        self.scene, self.dialect = scene, dialect
        self.root = dialect.views(scene)

    def is_of(self, scene: Scene) -> bool:
        """Whether the phone still shows this."""
        known = self.scene
        return known[1:] == scene[1:] and (known.tree is scene.tree or known.tree == scene.tree)

    @cached_property
    def by_key(self) -> Mapping[Key, View]:
        return {view.key: view for view in self.root.walk()}

    @cached_property
    def document(self) -> Document:
        return self.dialect.document(self.root)

    @cached_property
    def source(self) -> str:
        return self.dialect.source(self.root)
