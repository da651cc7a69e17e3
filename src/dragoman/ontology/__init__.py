"""PLOVER and CAMEO as data with typed access: event types, modes, contexts, sectors, countries, scores.

Nothing is read before it is asked for. A name or code that does not exist raises :class:`UnknownCodeError`.
"""

from __future__ import annotations

from dragoman.ontology.cameo import (
    CameoCode,
    GoldsteinTable,
    PloverReading,
    cameo_codes,
    cameo_for,
    goldstein,
    legacy_code,
    plover_for,
)
from dragoman.ontology.contexts import Context, canonical_context, context, contexts, valid_context
from dragoman.ontology.countries import (
    Country,
    System,
    convert,
    countries,
    country_codes,
    country_name,
    fold_dependency,
    from_system,
    non_state_codes,
    valid_country,
)
from dragoman.ontology.sectors import Sector, sector, sector_problems, sectors, valid_sector
from dragoman.ontology.tables import UnknownCodeError
from dragoman.ontology.types import (
    EVENT_TYPES,
    EventType,
    Mode,
    Quad,
    canonical_mode,
    canonical_type,
    event_type,
    future_type,
    implied_contexts,
    leading_mode,
    quad,
    quad_name,
    score,
    valid_mode,
)

__all__ = [
    "EVENT_TYPES",
    "CameoCode",
    "Context",
    "Country",
    "EventType",
    "GoldsteinTable",
    "Mode",
    "PloverReading",
    "Quad",
    "Sector",
    "System",
    "UnknownCodeError",
    "cameo_codes",
    "cameo_for",
    "canonical_context",
    "canonical_mode",
    "canonical_type",
    "context",
    "contexts",
    "convert",
    "countries",
    "country_codes",
    "country_name",
    "event_type",
    "fold_dependency",
    "from_system",
    "future_type",
    "goldstein",
    "implied_contexts",
    "leading_mode",
    "legacy_code",
    "non_state_codes",
    "plover_for",
    "quad",
    "quad_name",
    "score",
    "sector",
    "sector_problems",
    "sectors",
    "valid_context",
    "valid_country",
    "valid_mode",
    "valid_sector",
]
