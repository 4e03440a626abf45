"""What a target file declares of its bench, its phones and its apps, and how that is held against what a run finds."""
