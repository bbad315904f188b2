"""One module for each page, with its ``ROUTES``; a module that is put here is found by itself."""
