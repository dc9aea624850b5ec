"""Telegram's Bot API as far as the simulator answers it: https://core.telegram.org/bots/api

Each method is a plain function of the world, the bot and the call's parameters; `methods` lists
them, `calls` runs one, and `routes` serves them over HTTP.
"""
