"""What reports are drawn with: lines of text, numbers, curves."""
