"""Sentences of the features, in two languages, and the people, screens and checks behind them."""
