"""Faces: detection, the 478 landmarks, topology, pose and scale."""
