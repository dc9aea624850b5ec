"""What a person does, done by tests and by the web chat, and what the person then sees.

Addresses and bodies are in `routes`; refusals are `application/problem+json`.
"""
