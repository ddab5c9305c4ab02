from collections import Counter

from ring import Placement

placement = None


def more(words, ring):
    global placement
    match words:
        case ["zone", node, zone]:
            ring.set_zone(node, zone)
        case ["copies", key, copies]:
            print(f"=> {key} {' '.join(ring.owners(key, int(copies))) or 'none'}")
        case ["bounded", percent]:
            placement = Placement(ring, int(percent))
        case ["place", key]:
            print(f"=> {key} {placement.place(key) or 'none'}")
        case ["drop", key]:
            placement.drop(key)
        case ["fill", count]:
            counts = Counter(placement.place(f"k{n}") or "none" for n in range(int(count)))
            print(f"=> {' '.join(f'{name} {count}' for name, count in sorted(counts.items()))}")
        case _:
            raise SystemExit(f"unknown command: {' '.join(words)}")
