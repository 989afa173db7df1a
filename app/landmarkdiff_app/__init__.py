"""The window: PySide6 only, never torch, diffusers or mediapipe."""
