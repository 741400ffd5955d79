"""Editions of framework packs; every review there is stays with the method that it was opened under."""

import django.db.models.deletion
from django.db import migrations, models

from threadline.domain.framework.bundled import bundled, bundled_texts

FIRST = "greater-manchester-2016"


def pin_those_there_are(apps, schema_editor):
    """Pin them to the only pack there has been."""
    reviews = apps.get_model("reviews", "Review").objects
    if reviews.exists():
        pack = bundled(FIRST)
        edition, _ = apps.get_model("reviews", "PackEdition").objects.get_or_create(
            digest=pack.digest,
            defaults={
                "name": pack.about.id,
                "version": pack.about.version,
                "title": pack.about.title,
                "texts": bundled_texts(FIRST),
            },
        )
        reviews.update(pack=edition)


def pinned(**options):
    """The field, as it is for reviews to come or with `null` for those there are."""
    return models.ForeignKey(
        help_text="The method it is pinned to (W.a)",
        on_delete=django.db.models.deletion.PROTECT,
        related_name="+",
        to="reviews.packedition",
        **options,
    )


class Migration(migrations.Migration):
    dependencies = [
        ("reviews", "0002_period_reason"),
    ]

    operations = [
        migrations.CreateModel(
            name="PackEdition",
            fields=[
                ("digest", models.CharField(max_length=71, primary_key=True, serialize=False)),
                ("name", models.CharField(help_text="The pack's own id", max_length=60)),
                ("version", models.CharField(max_length=20)),
                ("title", models.TextField()),
                ("texts", models.JSONField(help_text="The text of each file, by its name")),
                ("kept_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ["name", "version"],
            },
        ),
        migrations.AddField(model_name="review", name="pack", field=pinned(null=True)),
        migrations.RunPython(pin_those_there_are, migrations.RunPython.noop, elidable=True),
        migrations.AlterField(model_name="review", name="pack", field=pinned()),
    ]
