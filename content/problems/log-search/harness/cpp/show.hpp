#pragma once
#include <iostream>
#include <vector>

inline void show(const std::vector<int>& numbers) {
    std::cout << "=>";
    for (int number : numbers) std::cout << " " << number;
    std::cout << (numbers.empty() ? " nothing\n" : "\n");
}
