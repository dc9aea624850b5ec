"""What the log tells of the configuration: who changed what, what it was, and the way back."""
