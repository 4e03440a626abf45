"""The ways in to the simulated phones. A wire translates; what a phone is and does lives in the phone."""
