"""`grader watch`: saved answers, keys and verdicts become the next screen."""
