/** The database did not take the row. Nothing of it was written. */
public final class StoreDown extends RuntimeException { }
