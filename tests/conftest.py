"""What every claim that is tried on many cases has in common."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# How fast a machine is says nothing of a claim: the suite runs on every core at once.
settings.register_profile(
    "every core busy", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("every core busy")
