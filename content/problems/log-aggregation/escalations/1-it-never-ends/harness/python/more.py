from log_stats import LiveStats

live = None


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
        case _:
            raise SystemExit(f"unknown command: {' '.join(words)}")
