def more(words, ring):
    match words:
        case ["zone", node, zone]:
            ring.set_zone(node, zone)
        case ["copies", key, copies]:
            print(f"=> {key} {' '.join(ring.owners(key, int(copies))) or 'none'}")
        case _:
            raise SystemExit(f"unknown command: {' '.join(words)}")
