"""Pages of the hour and what their buttons ask for. They parse, call one action or one access, and answer."""
