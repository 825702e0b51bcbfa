"""The hands: the only floor that touches disks, processes, clocks and other programs."""
