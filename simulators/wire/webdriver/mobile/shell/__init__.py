"""Android's shell as a cable reaches it: what is typed is read as a shell reads it, answers come from the phone."""
