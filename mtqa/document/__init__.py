"""What is checked: documents, their blocks, sentences and tokens, and the readers that make them."""

from mtqa.document.model import Block, Document, Sentence, Span, Token

__all__ = ["Block", "Document", "Sentence", "Span", "Token"]
