"""What a virus scanner has said of a file. Those received before there was one are plainly not scanned."""

from django.db import migrations, models

import threadline.documents.models

CHOICES = [
    ("waiting", "Waiting for the virus check. Nobody can open it until then."),
    ("clean", "Checked: no virus found"),
    ("infected", "A virus was found. It is locked away and nobody can open it."),
    ("not_scanned", "Not scanned: no virus scanner is set up"),
    ("failed", "The virus scanner could not check it. It is locked away and nobody can open it."),
]


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="document",
            name="scan",
            field=models.CharField(choices=CHOICES, default="not_scanned", max_length=12),
        ),
        migrations.AlterField(
            model_name="document",
            name="scan",
            field=models.CharField(choices=CHOICES, default=threadline.documents.models.scan_at_first, max_length=12),
        ),
    ]
