/** The carrier was not asked, because it is known to be down. Nothing throws this yet. */
public class NotAsked extends Exception {}
