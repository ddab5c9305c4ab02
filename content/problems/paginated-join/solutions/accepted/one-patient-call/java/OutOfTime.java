/** A wait would end too late. */
final class OutOfTime extends RuntimeException { }
