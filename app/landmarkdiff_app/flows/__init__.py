"""What follows what: a flow connects states, view and workers of one step. Decides nothing clinical, draws nothing."""
