"""The brief on the workbench: made behind the page, shown with its evidence, compared with others."""
