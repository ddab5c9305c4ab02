"""The fifteen hours, each as a protocol: the minute, who does what, and which card should stand up."""

from collections.abc import Callable

from otherside.live import decide
from tests.support.hours import ALICE, DANA, QUESTION, Script

HOURS: dict[str, Callable[[Script], None]] = {}
WELCOMED = ("s1:0", "s1:1")
READ = ("s2:0", "s2:1")


def hour(about: str, minutes: int = 60, stretch: int = 100) -> Callable[[Callable[[Script], None]], None]:
    def keep(write: Callable[[Script], None]) -> None:
        name = write.__name__.replace("_", "-")

        def written(script: Script) -> None:
            script.about, script.minutes, script.stretch = about, minutes, stretch
            write(script)

        HOURS[name] = written

    return keep


def script(name: str) -> Script:
    made = Script(name, "")
    HOURS[name](made)
    return made


def welcomed(h: Script, at: float = 0) -> Script:
    """Lobby, hello, five minutes of welcome, and the problem on the screen."""
    h.opens().moment("alone in the lobby", "lobby")
    h.at(at - 1).joins(DANA)
    h.at(at).begins().part("s1")
    h.at(at + 0.5).add(decide.heard(h.hour, ALICE))
    h.at(at + 3).types().runs(0, of=0)
    h.at(at + 5).part("s2").shows()
    return h


@hour("All tests green six minutes after the problem was shown; made harder on the spot.")
def finished_in_six_minutes(h: Script) -> None:
    welcomed(h).at(7).types()
    h.at(9).types().runs(4, of=6)
    h.at(9.5).moment("four of six pass", "step")
    h.at(11).types().runs(6, of=6)
    h.at(11.2).moment("green after six minutes", "early")
    h.at(12).takes("escalate").shows(revision=1)
    h.at(13).types()
    h.at(13.2).moment("the harder one is being read", "step")
    h.at(19).types().runs(8, of=8)
    h.at(27).part("s3").add(decide.moment(h.hour, ALICE, "disagree", "", 0, on=True))
    h.at(33).part("s4").shows("calendar")
    h.at(50).types().runs(3, of=3)
    h.at(50.5).moment("the second half is solved", "second-half")
    h.at(55).part("s5")
    h.at(60).ends().moment("after the hour", "ended")


@hour("Four hints within fifteen minutes, and still not green.")
def hint_heavy(h: Script) -> None:
    welcomed(h).at(8).types().runs(0, of=6)
    for minute, step in ((10, 1), (14, 2), (18, 3), (22, 4)):
        h.at(minute).hint(step, said=step % 2 == 0)
        h.at(minute + 1).types().runs(step - 1, of=6)
    h.at(23.5).moment("after the last hint", "step")
    h.at(26).types().moment("the time for it is all but over", "second-half")
    h.at(27).takes("ease").shows(revision=-1)
    h.at(31).types().runs(2, of=2)
    h.at(32).part("s3")
    h.at(38).part("s4")
    h.at(55).part("s5")
    h.at(60).ends()


@hour("The candidate came ten minutes late, said sorry and why; the interviewer has to go on time.")
def ten_late(h: Script) -> None:
    h.opens()
    h.at(2).moment("nobody is there", "lobby")
    h.at(3).has_to_go(60)
    h.at(10).joins(DANA).begins()
    h.at(10.2).add(decide.lateness(h.hour, ALICE, "candidate", "The train stood.", apology=True))
    h.moment("begun, no part yet", "begin-first")
    h.at(10.5).part("s1").moment("fifty minutes are left", "step")
    h.at(14).part("s2").shows()
    h.at(20).types().runs(6, of=6)
    h.at(20.2).moment("green", "early")
    h.at(32).part("s3")
    h.at(36).part("s4").shows("calendar")
    h.at(55).part("s5")
    h.at(60).ends()


@hour("Green in time, then made harder twice, once shown and once said aloud.")
def two_escalations(h: Script) -> None:
    welcomed(h).at(10).types().runs(3, of=6)
    h.at(17).types().runs(6, of=6)
    h.at(17.2).moment("green after twelve minutes", "early")
    h.at(18).takes("escalate").shows(revision=1)
    h.at(24).types().runs(8, of=8)
    h.at(25).says_change(2, "And now two servers share the limit.")
    h.at(25.5).moment("the second change was said aloud", "step", said=())
    h.at(30).types().runs(7, of=10)
    h.at(33).part("s3")
    h.at(39).part("s4").shows("calendar")
    h.at(55).part("s5")
    h.at(60).ends()


@hour("The sound of the call was lost for four minutes; the interviewer has to go on time.")
def sound_lost_four_minutes(h: Script) -> None:
    welcomed(h).at(6).has_to_go(60)
    h.at(13).types()
    h.at(14).add(decide.trouble(h.hour, DANA, "I cannot hear you."))
    h.at(14.2).moment("the candidate cannot hear", "trouble")
    h.at(14.5).pauses("trouble", "The sound is gone")
    h.at(16).moment("the clock stands", "trouble")
    h.at(18.5).resumes().moment("heard again, and dealt out anew", "step")
    h.at(22).types().runs(6, of=6)
    h.at(30).part("s3").moment("disagreeing", "step")
    h.at(36).part("s4").shows("calendar")
    h.at(52.5).types().moment("two and a half minutes before the last", "last-part")
    h.at(55).part("s5").moment("the candidate asks", "step")
    h.at(60).ends()


@hour("Five minutes into the problem the candidate asked for the solution.")
def asked_for_the_solution(h: Script) -> None:
    welcomed(h).at(8).types().runs(0, of=6)
    h.at(10).add(decide.asked_solution(h.hour, ALICE, QUESTION))
    h.at(10.2).moment("asked for the solution", "asked")
    h.at(11).types().hint(1, said=True).moment("given the smallest hint", "step")
    h.at(16).types().runs(2, of=6)
    h.at(20).takes("second-problem")
    h.at(21).part("s3")
    h.at(27).part("s4").shows("calendar")
    h.at(48).types().runs(2, of=3)
    h.at(55).part("s5")
    h.at(60).ends()


@hour("Gave up, was given a smaller task, and went on to solve it.")
def gave_up_and_went_on(h: Script) -> None:
    welcomed(h).at(9).types().runs(1, of=6)
    h.at(11).add(decide.asked_solution(h.hour, ALICE, QUESTION)).moment("gave up", "asked")
    h.at(12).says_change(-1, "Let us say there is one customer.")
    h.at(18).types().runs(2, of=2)
    h.at(18.5).moment("solved what was made smaller", "second-half")
    h.at(19).takes("second-problem")
    h.at(27).part("s3")
    h.at(33).part("s4").shows("calendar")
    h.at(55).part("s5")
    h.at(60).ends()


@hour("Two minutes of silence, then the way was found without help.")
def quiet_then_found_it(h: Script) -> None:
    welcomed(h).at(8).types().runs(1, of=6)
    h.at(9).types()
    h.at(10).moment("a minute without a key", "step")
    h.at(10.6).moment("a minute and a half and more", "quiet")
    h.at(11).types().moment("typing again", "step")
    h.at(16).types().runs(5, of=6)
    h.at(23).types().runs(6, of=6)
    h.at(23.2).moment("green in good time", "second-half")
    h.at(27).part("s3")
    h.at(33).part("s4").shows("calendar")
    h.at(55).part("s5")
    h.at(60).ends()


@hour("The task was made easier after two hints.")
def eased(h: Script) -> None:
    welcomed(h).at(9).types().runs(0, of=6)
    h.at(12).hint(1).at(16).hint(2, said=True)
    h.at(18).types().runs(0, of=6)
    h.at(19).shows(revision=-1)
    h.at(24).types().runs(2, of=2)
    h.at(24.2).moment("the easier one is solved", "second-half")
    h.at(25).takes("second-problem")
    h.at(27).part("s3")
    h.at(33).part("s4").shows("calendar")
    h.at(55).part("s5")
    h.at(60).ends()


@hour("Code was typed and never run.")
def never_ran(h: Script) -> None:
    welcomed(h)
    for minute in range(7, 27, 2):
        h.at(minute).types()
    h.at(26).types().moment("nothing was run, the time is over", "second-half")
    h.at(27).part("s3")
    h.at(33).part("s4").shows("calendar")
    h.at(55).part("s5")
    h.at(60).ends()


@hour("A language that does not run here: written without running.")
def without_running(h: Script) -> None:
    welcomed(h).at(6).add(decide.running(h.hour, DANA, on=False))
    for minute in range(7, 26, 3):
        h.at(minute).types()
    h.at(26).types().moment("its time is over, nothing was measured", "second-half")
    h.at(27).takes("second-problem")
    h.at(27.5).part("s3")
    h.at(33).part("s4").shows("calendar")
    h.at(55).part("s5")
    h.at(60).ends()


@hour("A quarter more time for everything: 75 minutes, and every threshold stretched.", 75, 125)
def extra_time(h: Script) -> None:
    h.opens().at(-1).joins(DANA)
    h.at(0).begins().part("s1")
    h.at(6).part("s2").shows()
    h.at(10).types()
    h.at(11.7).moment("102 seconds without a key", "step")
    h.at(12).moment("two minutes without a key", "quiet")
    h.at(21).types().runs(6, of=6)
    h.at(21.1).moment("green after 15 of 28 minutes", "early")
    h.at(34).part("s3")
    h.at(42).part("s4").shows("calendar")
    h.at(70).part("s5")
    h.at(75).ends()


@hour("Asked for every withheld fact before typing, and stood the questions on each choice.")
def insightful_questions(h: Script) -> None:
    welcomed(h)
    for minute, fact in ((6, "refused"), (6.5, "process"), (7, "keys"), (8, "clock")):
        h.at(minute).clarifies(fact, said=fact != "keys")
    h.at(9).add(decide.choice(h.hour, ALICE, QUESTION, "said", "A queue of times a key"))
    h.at(10).types()
    h.at(12).add(decide.choice(h.hour, ALICE, QUESTION, "coded", "Drops while counting"))
    h.at(13).add(
        decide.challenge(h.hour, ALICE, QUESTION, "c1", "mid-senior", "What does a busy key cost?", said=True)
    )
    h.at(19).types().runs(6, of=6)
    h.at(19.5).moment("solved, one choice open", "second-half")
    h.at(20).add(decide.settle_choice(h.hour, ALICE, "c2", "waived"))
    h.at(21).moment("both choices settled", "second-half")
    h.at(27).part("s3")
    h.at(33).part("s4").shows("calendar")
    h.at(55).part("s5")
    h.at(60).ends()


@hour("The first problem went on until nothing else would fit.")
def ran_out_before_the_second_half(h: Script) -> None:
    welcomed(h)
    for minute in range(7, 50, 3):
        h.at(minute).types().runs(minute // 12, of=6)
    h.at(50).moment("45 minutes on one problem", "second-half")
    h.at(52).types().moment("the last part is near", "last-part")
    h.at(56).types().moment("eating the candidate's minutes", "last-part")
    h.at(57).part("s5").moment("late, but theirs", "step")
    h.at(60).ends()


@hour("Everything at its time.")
def everything_on_time(h: Script) -> None:
    h.opens().at(-2).joins(DANA).moment("both are in the lobby", "lobby")
    h.at(0).begins().part("s1").moment("welcome", "step")
    h.at(1).add(decide.heard(h.hour, ALICE)).at(3).types().runs(0, of=0)
    h.at(4.5).moment("welcome is said", "move-on", said=WELCOMED)
    h.at(5).part("s2").shows().moment("the problem is shown", "step")
    h.at(6).add(decide.moment(h.hour, ALICE, "explain", "", 120, on=True))
    h.at(8).add(decide.moment(h.hour, ALICE, "explain", "", 0, on=False)).types()
    h.at(9).clarifies("refused")
    h.at(9.4).moment("at work, everything said", "move-on", said=READ)
    h.at(20).types().runs(6, of=6)
    h.at(21).add(decide.moment(h.hour, ALICE, "tidy", "", 120, on=True)).types()
    h.at(23).add(decide.moment(h.hour, ALICE, "tidy", "", 0, on=False)).runs(6, of=6)
    h.at(26.5).moment("done in time", "second-half")
    h.at(27).takes("second-problem").part("s3").moment("disagreeing", "step")
    h.at(33).part("s4").shows("calendar")
    h.at(40).pauses("break", "A glass of water")
    h.at(40.5).moment("a short break", "paused")
    h.at(41).resumes()
    h.at(50).types().runs(3, of=3)
    h.at(53.5).moment("soon the candidate's turn", "last-part")
    h.at(56).part("s5").add(decide.candidate_asks(h.hour, ALICE, "", "Who is on call?", answered=True))
    h.at(58).add(decide.candidate_asks(h.hour, ALICE, "", "Is there a budget for courses?", answered=False))
    h.at(61).ends().moment("after the hour", "ended")
