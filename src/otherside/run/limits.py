"""What a run may use, and how many runs there may be."""

from otherside.kernel.limits import Limit

WALL = Limit("run.wall_ms_max", 10_000, "ms", "the run is ended and its outcome is wall-limit.")
CPU = Limit("run.cpu_ms_max", 5_000, "ms", "the run is ended and its outcome is cpu-limit.")
MEMORY = Limit(
    "run.memory_mb_max", 2048, "MB", "no language may have more; at its own figure: memory-limit."
)  # fmt: skip
OUTPUT = Limit(
    "run.output_bytes_max", 1 << 20, "bytes", "the run is ended: output-limit; head and tail are kept."
)  # fmt: skip
TASKS = Limit("run.tasks_max", 512, "processes", "starting another fails; the outcome may be process-limit.")
DISK = Limit("run.disk_bytes_max", 64 << 20, "bytes", "writing fails; the outcome may be file-limit.")
NAMES = Limit("run.names_max", 4096, "files", "making another fails; the outcome may be file-limit.")
COMPILE_WALL = Limit("run.compile_wall_ms_max", 30_000, "ms", "the compiler is ended: compile-error.")
COMPILE_CPU = Limit("run.compile_cpu_ms_max", 30_000, "ms", "the compiler is ended: compile-error.")
COMPILE_OUTPUT = Limit(
    "run.compile_output_bytes_max", 256 << 10, "bytes", "the compiler is ended: compile-error."
)
JOB_WALL = Limit(
    "run.job_wall_ms_max", 120_000, "ms", "the tests that are left are not run and count as failed."
)

FILES = Limit("run.files_max", 64, "files", "nothing is run; remove files.")
FILE_BYTES = Limit("run.file_bytes_max", 256 << 10, "bytes", "nothing is run; make the file shorter.")
ALL_FILES_BYTES = Limit(
    "run.all_files_bytes_max", 1 << 20, "bytes", "nothing is run; make the files shorter."
)
REQUEST_STDIN_BYTES = Limit(
    "run.request_stdin_bytes_max", 256 << 10, "bytes", "nothing is run; shorten the input."
)
STDIN_BYTES = Limit("run.stdin_bytes_max", 16 << 20, "bytes", "nothing is run; shorten the input.")
PATH_CHARS = Limit("run.path_chars_max", 200, "characters", "nothing is run; take a shorter name.")
TESTS = Limit("run.tests_per_job_max", 200, "tests", "nothing is run; split the tests.")
WAITING = Limit(
    "run.waiting_per_interview_max", 8, "runs waiting", "wait for one to end, then run again."
)  # fmt: skip
RUNS = Limit("run.runs_per_interview_max", 1_000, "runs", "no more are taken in this interview.")
LOGGED_OUTPUT = Limit(
    "run.logged_chars_max", 64_000, "characters", "the log keeps beginning and end of each stream."
)  # fmt: skip
STREAMED = Limit(
    "run.streamed_chars_max", 64_000, "characters", "no more is shown until the run ends, with head and tail."
)  # fmt: skip
