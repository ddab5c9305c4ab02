/** The carrier did not answer. */
export class RemoteDown extends Error {}

/** The carrier answered that there is no such parcel. */
export class BadParcel extends Error {}

/** The carrier was not asked, because it is known to be down. Nothing throws this yet. */
export class NotAsked extends Error {}
