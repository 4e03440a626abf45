"""The lab: a target that runs, looked over before anything is judged, with a stagehand for each scenario."""
