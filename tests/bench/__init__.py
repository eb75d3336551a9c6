"""What things cost, as ratios between things measured side by side in one run: `make bench`."""
