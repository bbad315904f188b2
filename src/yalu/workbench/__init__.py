"""Faces for programs and browsers: the HTTP API. It asks the packages below and holds no logic of its own."""
