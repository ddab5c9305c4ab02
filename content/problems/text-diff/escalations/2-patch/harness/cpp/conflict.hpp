#pragma once

// A hunk fits nowhere. `hunk` counts from 1. It is thrown.
struct Conflict {
    int hunk;
};
