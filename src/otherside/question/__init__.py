"""The bank: problems with variants, hint ladders and tests; packages on disk; case verify.

Nouns: Package, Problem, Variant, Hint, Fact, Solution. Must never know who was asked what.
"""
