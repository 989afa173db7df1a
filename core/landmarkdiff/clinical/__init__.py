"""Clinical flags and what each one does to deformation, mask and compositing."""
