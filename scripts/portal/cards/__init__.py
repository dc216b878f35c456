"""Field cards: six cards of two pages, pictures with few words, for people at work.

`portal.cards.card.read_cards` is the way in.
"""
