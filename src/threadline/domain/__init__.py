"""What a skilled reviewer could do with paper and scissors: pure Python, no Django."""
