"""What the office counts each month: who is looked for, what found nothing, what was met, and what has changed."""
