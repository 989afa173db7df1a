"""What happens to a painted picture before it may stand in the photo: restoring, tone, sharpness, identity.

Every step can be left out, and every step says what it changed.
"""
