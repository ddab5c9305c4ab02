#pragma once

/// From the UTC minute `since` on, local time is UTC plus `offset` minutes.
struct Zone {
    int since;
    int offset;
};
