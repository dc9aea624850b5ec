"""What the constructor's language means: which rule takes an update, and which calls answer it.

Pure: nothing here reads a clock, a socket or a file. What a step needs from outside it asks for by
an effect, which the gateway performs and `explain` describes.
"""
