"""Report → text, one output form a file; nothing here opens a file or prints."""
