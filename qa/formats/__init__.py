"""File formats, one a module: reading units with their places, writing changed targets back."""
