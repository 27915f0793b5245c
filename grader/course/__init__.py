"""The course: course.toml and folders become exercises, blanks, case tables and mistakes."""
