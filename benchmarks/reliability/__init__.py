"""How the project file is tortured: power cuts, kills, damage, full disks, and how fast it is."""
