"""The build brings a site to what its sources say: scan, check, what changed, make, publish."""
