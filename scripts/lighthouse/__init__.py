"""Lighthouse reads the real catalogue's site as a phone would; run with `make lighthouse`."""
