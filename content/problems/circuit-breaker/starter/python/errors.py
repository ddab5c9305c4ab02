class RemoteDown(Exception):
    """The carrier did not answer."""


class BadParcel(Exception):
    """The carrier answered that there is no such parcel."""


class NotAsked(Exception):
    """The carrier was not asked, because it is known to be down. Nothing raises this yet."""
