"""The only code of ours that runs in the student's process, and all that can be found there."""
