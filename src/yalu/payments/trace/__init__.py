"""Money followed through payments: where it went, or came from, by several methods.

    book = Book()
    for message in read("2016/"): book.take(message)
    found = trace(book.closed(), "Example Trading", methods=METHODS)

The methods answer different questions and differ many times over: they stand side by side.
"""

from yalu.payments.trace.book import Book, Closed
from yalu.payments.trace.following import METHODS, Flow, Trace, trace

__all__ = ["METHODS", "Book", "Closed", "Flow", "Trace", "trace"]
