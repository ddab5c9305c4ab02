"""Documents from outside, read in a process that may not do harm; and the technology list from disk.

`limited` starts `child`, which confines itself and lets `reading` choose between `pdf`, `docx` and `text`.
Nothing is imported here, so that the child starts quickly.
"""
