"""The EU's financial sanctions file, CSV and XML."""
