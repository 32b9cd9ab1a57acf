"""What is concluded about a topic from the postings: who speaks of it, since when, beside what."""
