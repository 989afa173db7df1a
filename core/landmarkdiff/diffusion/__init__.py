"""The photorealistic modes: the plan as Stable Diffusion would photograph it, inside the mask and nowhere else.

torch lives in a child process; importing this package loads none of it.
"""
