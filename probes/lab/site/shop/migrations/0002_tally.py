import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [('shop', '0001_initial')]

    operations = [
        migrations.CreateModel(
            name='Tally',
            fields=[
                ('supplier', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, serialize=False, to='shop.supplier')),
                ('products', models.IntegerField()),
            ],
        ),
    ]
