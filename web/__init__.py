"""HTTP and terminal around the engine."""
