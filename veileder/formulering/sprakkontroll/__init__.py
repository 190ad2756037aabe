"""Whether a sentence that a language model wrote says only what its passages say."""
