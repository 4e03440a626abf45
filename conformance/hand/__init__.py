"""The hand lane: what people do at two phones and a platform, sentence by sentence, and what they say of it."""
