"""When scheduled work is next due."""

from django.db import models


class Due(models.Model):
    """One piece of work that comes round, and when it is next due."""

    name = models.CharField(max_length=80, primary_key=True)
    at = models.DateTimeField()
    began_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name
