from log_stats import LiveStats, Sketch

live = None
sketches = {}


def sketch(server):
    return sketches.setdefault(server, Sketch())


def gathered():
    everything = Sketch()
    for one in sketches.values():
        numbers = [int(number) for number in one.pack()]
        if len(numbers) > 24:
            raise SystemExit(f"{len(numbers)} numbers are too many to send")
        everything.merge(Sketch.unpack(numbers))
    return everything


def more(words, stats, listed, shown):
    global live
    match words:
        case ["|", line]:
            if live is None:
                stats.add(line)
                return
            for start, pages in live.add(line):
                print(f"=> {start}: {listed(pages)}")
        case ["live", window_ms, late_ms, n]:
            live = LiveStats(int(window_ms), int(late_ms), int(n))
        case ["late"]:
            print(f"=> late {live.late()}")
        case ["took", server, took_ms]:
            sketch(server).add(int(took_ms))
        case ["range", server, first, last]:
            for took_ms in range(int(first), int(last) + 1):
                sketch(server).add(took_ms)
        case ["all", p]:
            print(f"=> p{p} {shown(gathered().percentile(int(p)))}")
        case _:
            raise SystemExit(f"unknown command: {' '.join(words)}")
