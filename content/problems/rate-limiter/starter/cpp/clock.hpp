#pragma once

/// The time, as the rest of the program knows it. Tests set it by hand.
struct Clock {
    long long ms = 0;

    long long now_ms() const { return ms; }
};
