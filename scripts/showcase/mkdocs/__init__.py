"""The host is MkDocs with Material: it renders the pages of docs/ and the frame; nothing else imports it."""
