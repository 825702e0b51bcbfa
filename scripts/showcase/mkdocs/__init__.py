"""The host is MkDocs with Material: it renders the pages of docs/ and the frame; no other folder imports MkDocs itself."""
