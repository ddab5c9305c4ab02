from deploy import waves


def more(words, services, answer):
    match words:
        case ["waves", width]:
            answer(lambda: f"waves {' | '.join(' '.join(wave) for wave in waves(services, int(width))) or 'none'}")
        case _:
            raise SystemExit(f"unknown command: {' '.join(words)}")
