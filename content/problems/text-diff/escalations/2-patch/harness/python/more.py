from conflict import Conflict
from edits import diff, hunks, patch


def more(words, before, after, shown):
    match words:
        case ["hunks", context]:
            found = hunks(diff(list(before), list(after)), int(context))
            for h in found:
                where = f"{h.before_start},{h.before_count} {h.after_start},{h.after_count}"
                print(f"=> {where}: {shown(h.edits)}")
            if not found:
                print("=> no hunks")
        case ["patch", context, *lines]:
            try:
                patched = patch(list(lines), hunks(diff(list(before), list(after)), int(context)))
                print(f"=> {' '.join(patched) or 'nothing'}")
            except Conflict as conflict:
                print(f"=> conflict in hunk {conflict.hunk}")
        case _:
            raise SystemExit(f"unknown command: {' '.join(words)}")
