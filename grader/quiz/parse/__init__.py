"""Quiz files become quizzes: tokens, drafts in one language, questions in both."""
