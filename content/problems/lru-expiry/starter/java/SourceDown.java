/** The database cannot be reached. */
public final class SourceDown extends RuntimeException { }
