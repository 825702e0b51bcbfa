"""A proposal is what a revision changes below models/, read out of git, laid beside the base, judged and shown; nothing else of it is used."""
