"""What a package may hold. Packages come from disk, but people exchange them."""

from otherside.kernel.limits import Limit

PACKAGE_FILES = Limit(
    "question.package_files_max",
    800,
    "files",
    "the package is refused; split it, or drop what is not needed.",
)
PACKAGE_BYTES = Limit(
    "question.package_bytes_max",
    4_000_000,
    "bytes",
    "the package is refused; large data belongs in a generator.",
)
FILE_BYTES = Limit("question.file_bytes_max", 256_000, "bytes", "the package is refused; shorten the file.")
TESTS = Limit("question.tests_max", 80, "tests", "the package is refused; each test is a process of its own.")
TEST_BYTES = Limit(
    "question.test_bytes_max", 64_000, "bytes", "the package is refused; shorten the test's input."
)
STATEMENT_BYTES = Limit(
    "question.statement_bytes_max",
    20_000,
    "bytes",
    "the package is refused; nobody reads that in an interview.",
)
BANK_PACKAGES = Limit(
    "question.bank_packages_max", 2_000, "packages", "the bank is not read; move some away."
)
CHANGE_LINES = Limit(
    "question.change_lines_max",
    1_200,
    "lines",
    "the package is refused; comparing two files costs the square of their length.",
)
RUN_FILES = Limit("question.run_files_max", 60, "files", "the run is refused; put the work into fewer files.")

LIMITS = (
    PACKAGE_FILES, PACKAGE_BYTES, FILE_BYTES, TESTS, TEST_BYTES, STATEMENT_BYTES,
    BANK_PACKAGES, CHANGE_LINES, RUN_FILES,
)  # fmt: skip
