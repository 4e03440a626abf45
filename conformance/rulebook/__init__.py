"""The catalogue to be read: in the terminal, as a page, and as letters about what the document leaves open."""
