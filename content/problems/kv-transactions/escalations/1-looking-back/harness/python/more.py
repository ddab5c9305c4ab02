taken = {}


def more(words, store, shown):
    match words:
        case ["snapshot", name]:
            taken[name] = store.snapshot()
        case ["snapshots", count]:
            for n in range(int(count)):
                store.snapshot()
                store.set("k0", str(n))
        case ["then", name, key]:
            print(f"=> {key} {shown(store.get_at(taken[name], key))} at {name}")
        case ["release", name]:
            store.release(taken[name])
        case _:
            raise SystemExit(f"unknown command: {' '.join(words)}")
