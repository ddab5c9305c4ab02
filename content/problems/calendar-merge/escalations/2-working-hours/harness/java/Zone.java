/** From the UTC minute "since" on, local time is UTC plus "offset" minutes. */
public record Zone(int since, int offset) { }
