/** The carrier did not answer. */
public class RemoteDown extends Exception {}
