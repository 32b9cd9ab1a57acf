"""Small maps of where an exchange took place."""

from drawing.world.maps import PlaceMap, place_map

__all__ = ["PlaceMap", "place_map"]
