"""Where and when: places, disputed areas, dates."""

from dragoman.where_when.dates import DateFinder, TimeExpression, parse_day
from dragoman.where_when.places import Location, locate

__all__ = ["DateFinder", "Location", "TimeExpression", "locate", "parse_day"]
