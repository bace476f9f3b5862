# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Draws the growth series of bench.py as an SVG file, on two logarithmic axes.

The same figures give the same text, so that a change of the figures is all that
a diff of two plots shows.
"""

import math
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 760, 420
LEFT, RIGHT, TOP, BOTTOM = 70, 190, 20, 50
COLOURS = ["#1b6ca8", "#c1440e", "#2e7d32", "#7b3fa0", "#8a6d00", "#00796b",
           "#ad1457", "#455a64"]


def decades(values):
    """The powers of ten that enclose the values."""
    low = math.floor(math.log10(min(values)))
    high = math.ceil(math.log10(max(values)))
    return low, max(high, low + 1)


def number(power):
    return f"{10 ** power:g}" if -3 <= power <= 4 else f"1e{power}"


def lines(rows, key, unit):
    """One line for each series of `rows`; what is not positive is left out."""
    series = {}
    for row in rows:
        if row.get(key, 0) > 0:
            series.setdefault(row["series"], []).append((row["size"], row[key]))
    points = [point for line in series.values() for point in line]
    if not points:
        points = [(1, 1)]
    x0, x1 = decades([p[0] for p in points])
    y0, y1 = decades([p[1] for p in points])

    def place(x, y):
        across = (math.log10(x) - x0) / (x1 - x0)
        up = (math.log10(y) - y0) / (y1 - y0)
        return (LEFT + across * (WIDTH - LEFT - RIGHT),
                HEIGHT - BOTTOM - up * (HEIGHT - TOP - BOTTOM))

    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        'font-family="sans-serif" font-size="12">',
        f'<title>{escape(unit)}, by size</title>',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
    ]
    for power in range(x0, x1 + 1):
        x, bottom = place(10.0 ** power, 10.0 ** y0)
        out.append(f'<path d="M{x:.1f} {TOP}V{bottom:.1f}" stroke="#dddddd"/>')
        out.append(f'<text x="{x:.1f}" y="{bottom + 16:.1f}" text-anchor="middle">'
                   f'{number(power)}</text>')
    for power in range(y0, y1 + 1):
        left, y = place(10.0 ** x0, 10.0 ** power)
        out.append(f'<path d="M{left:.1f} {y:.1f}H{WIDTH - RIGHT}" stroke="#dddddd"/>')
        out.append(f'<text x="{left - 6:.1f}" y="{y + 4:.1f}" text-anchor="end">'
                   f'{number(power)}</text>')
    out.append(f'<text x="{(LEFT + WIDTH - RIGHT) / 2:.1f}" y="{HEIGHT - 12}" '
               'text-anchor="middle">size</text>')
    out.append(f'<text x="14" y="{(TOP + HEIGHT - BOTTOM) / 2:.1f}" text-anchor="middle" '
               f'transform="rotate(-90 14 {(TOP + HEIGHT - BOTTOM) / 2:.1f})">'
               f'{escape(unit)}</text>')
    for index, (name, line) in enumerate(series.items()):
        colour = COLOURS[index % len(COLOURS)]
        where = [place(x, y) for x, y in line]
        path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in where)
        out.append(f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        out += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>'
                for x, y in where]
        y = TOP + 14 + 20 * index
        out.append(f'<path d="M{WIDTH - RIGHT + 14} {y - 4}h18" stroke="{colour}" '
                   'stroke-width="2"/>')
        out.append(f'<text x="{WIDTH - RIGHT + 38}" y="{y}">{escape(name)}</text>')
    return "\n".join(out + ["</svg>"]) + "\n"
