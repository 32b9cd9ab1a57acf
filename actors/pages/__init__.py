"""The pages on who speaks. An actor's own page stands with what they said, in `statements`."""
