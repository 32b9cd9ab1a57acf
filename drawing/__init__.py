"""Pictures as numbers: where each mark stands. Knows dates, and nothing of records or requests.

Places are in hundredths of the picture's width or height. An SVG takes them as percentages, so that
it needs no stretching, and neither text nor patterns are ever out of shape.
"""
