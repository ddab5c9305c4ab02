import check
from deploy import affected, waves


def deployed(services, changed):
    names = affected(services, changed)
    check.shown("order", names)
    what = f"deploy {' '.join(sorted(names)) or 'none'}" if len(names) <= 50 else f"{len(names)} to deploy"
    return f"{what}: {check.of_order(names, services, set(names) & set(services))}"


def more(words, services, answer):
    match words:
        case ["waves", width]:
            answer(lambda: f"waves {' | '.join(' '.join(wave) for wave in waves(services, int(width))) or 'none'}")
        case ["changed", *changed]:
            answer(lambda: deployed(services, changed))
        case _:
            raise SystemExit(f"unknown command: {' '.join(words)}")
