"""What the service tells people, on their page and by e-mail, and never anything of a case."""
