"""How records are asked for, whatever they are about."""
