taken = {}
opened = {}


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
        case ["open", name]:
            opened[name] = store.transaction()
        case [name, "get", key]:
            print(f"=> {name} {key} {shown(opened[name].get(key))}")
        case [name, "set", key, value]:
            opened[name].set(key, value)
        case [name, "remove", key]:
            opened[name].remove(key)
        case [name, "commit"]:
            print(f"=> {name} {'committed' if opened[name].commit() else 'refused'}")
        case [name, "rollback"]:
            opened[name].rollback()
        case _:
            raise SystemExit(f"unknown command: {' '.join(words)}")
