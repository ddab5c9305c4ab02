#pragma once

#include <cstdint>
#include <map>
#include <string>

/// The places that a test gives.
inline std::map<std::string, std::uint32_t> places;

/// The place of a text on the ring: as the test says, else one that looks random but is always the same.
inline std::uint32_t hash_of(const std::string& text) {
    if (auto given = places.find(text); given != places.end()) return given->second;
    std::uint32_t place = 2166136261u;
    for (unsigned char byte : text) place = (place ^ byte) * 16777619u;
    place = (place ^ place >> 16) * 0x85ebca6bu;
    place = (place ^ place >> 13) * 0xc2b2ae35u;
    return place ^ place >> 16;
}
