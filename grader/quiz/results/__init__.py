"""What learners handed in, and what a class knows: answers and marks as files, tables, figures."""
