"""The people who use a store: who they are, what they may do, and what a manager signs."""
