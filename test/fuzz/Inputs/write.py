#!/usr/bin/env python3
# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Prints generated programs of one interface: write.py FIRST COUNT INTERFACE."""

import sys

import generator


def main():
    first, count, api = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    programs = [generator.program(seed) for seed in range(first, first + count)]
    for index, made in enumerate(made for made in programs if made["api"] == api):
        print("\n".join(generator.written(made, index)))


if __name__ == "__main__":
    main()
