/** The carrier answered that there is no such parcel. */
public class BadParcel extends Exception {}
