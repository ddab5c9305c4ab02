/** The service did not answer. */
public final class Unavailable extends RuntimeException { }
