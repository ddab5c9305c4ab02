"""Looks whether an answer is right; several may be."""


def shown(what, names):
    """For the reader only, so without the '=> '."""
    print(f"{what}: {' '.join(names) if len(names) <= 50 else f'{len(names)} names'}")


def of_order(order, services, wanted):
    place = {}
    for name in order:
        if name in place:
            return f"{name} comes twice"
        if name not in wanted:
            return f"{name} does not belong here"
        place[name] = len(place)
    for name in sorted(wanted):
        if name not in place:
            return f"{name} is missing"
        for need in services[name]:
            if place.get(need, -1) > place[name]:
                return f"{name} comes before {need}"
    return f"a good order of {len(order)}"


def of_cycle(names, services):
    if not names:
        return "no cycle: no service is named"
    if len(set(names)) < len(names):
        return "no cycle: a service comes twice"
    for name, following in zip(names, [*names[1:], names[0]]):
        if following not in services.get(name, []):
            return f"no cycle: {name} does not need {following}"
    return "a real cycle"
