"""A release is compared with the one before, and what it publishes is written into the ledgers."""
