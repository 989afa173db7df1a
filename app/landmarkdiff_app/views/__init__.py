"""One file per step; views show states and announce wishes, and never import workers."""
