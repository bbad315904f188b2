"""Travel to the target country: who may still go, under which exception, at what risk of detention."""
