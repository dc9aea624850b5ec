"""Drafts: changes that are collected, tried and published at once."""
