"""Canada's consolidated list of autonomous sanctions, XML."""
