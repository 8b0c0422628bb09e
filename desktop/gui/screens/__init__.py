"""One folder a screen: presenter.py decides without Qt, view.py shows without deciding."""
