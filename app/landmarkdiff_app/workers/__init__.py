"""The only place where threads are started; what is in here is reached through bridges that live in the GUI thread."""
