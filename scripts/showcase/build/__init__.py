"""The build brings a site to what its sources say: what changed, make, publish."""
