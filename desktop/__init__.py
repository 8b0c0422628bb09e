"""Amparo: what a person's custody means under city, state and federal rules."""

NAME = "Amparo"
VERSION = "0.1.0"
