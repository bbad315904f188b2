"""Ships that satellites saw: radar and optical detections, matched to what ships sent."""
