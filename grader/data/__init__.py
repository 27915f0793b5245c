"""What labs train on: named arrays, ready to be used."""
