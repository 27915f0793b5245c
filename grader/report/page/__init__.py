"""The parts of the HTML report: prose in both languages, code, values, curves, tasks."""
