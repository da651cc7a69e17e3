"""Who: mentions, coreference inside the document, resolution to country, sector, role and identity."""

from dragoman.actors.discourse import Discourse
from dragoman.actors.entities import Entity, Mention
from dragoman.actors.offices import phrase_text
from dragoman.actors.setting import Setting
from dragoman.actors.table import NO_STATE, EntityTable, TableBuilder

__all__ = ["NO_STATE", "Discourse", "Entity", "EntityTable", "Mention", "Setting", "TableBuilder", "phrase_text"]
