"""Looking at what could not be consumed, and bringing it back."""
