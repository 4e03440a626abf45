"""All screens of both apps on one page: the real apps are walked through worlds of their own, and photographed on the way."""
