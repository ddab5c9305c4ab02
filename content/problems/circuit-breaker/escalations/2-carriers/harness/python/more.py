from errors import BadParcel, NotAsked, RemoteDown


def more(words, quotes, clock):
    match words:
        case ["cheapest", parcel, *carriers]:
            try:
                carrier, cents = quotes.cheapest(parcel, carriers)
                print(f"=> {clock.ms} {parcel} {carrier} {cents}")
            except RemoteDown:
                print(f"=> {clock.ms} {parcel} down")
            except NotAsked:
                print(f"=> {clock.ms} {parcel} not asked")
            except BadParcel:
                print(f"=> {clock.ms} no such parcel")
        case _:
            raise SystemExit(f"unknown command: {' '.join(words)}")
