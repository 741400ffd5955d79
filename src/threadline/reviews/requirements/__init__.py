"""What the review's own records tell of the method's requirements. Importing it registers the checks."""

from threadline.reviews.requirements import commissioning, method

__all__ = ["commissioning", "method"]
