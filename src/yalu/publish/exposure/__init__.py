"""What banks carried, for a supervisor: a report as PDF, a workbook, tables and JSON."""

from yalu.publish.exposure.files import FILES, report_pdf, write

__all__ = ["FILES", "report_pdf", "write"]
