"""What stands around the apps: the school's registration site, the vendor's official site, support desk, post."""

from simulators.around.town import School, Town

__all__ = ["School", "Town"]
