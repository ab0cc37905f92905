"""same_picture.py ONE.png TWO.png: both show the same, but for the edges of what is drawn: each part of ONE, some letters
large, is as dark as that of TWO.  8 bits a channel, not interlaced (PNG, third edition, 9)."""

import struct
import sys
import zlib

PART = 24  # pixels
MOST = 12  # of 255, that the mean of a part may differ by


def read(path):
    """Width and rows of brightness."""
    data, at, packed = open(path, "rb").read(), 8, b""
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        if kind == b"IHDR":
            width, height, depth, colour = struct.unpack(">IIBB", data[at + 8:at + 18])
        packed += data[at + 8:at + 8 + length] if kind == b"IDAT" else b""
        at += length + 12
    channels, flat = {2: 3, 6: 4}[colour], zlib.decompress(packed)
    assert depth == 8
    rows, above = [], bytes(width * channels)
    for y in range(height):
        line = flat[y * (len(above) + 1):(y + 1) * (len(above) + 1)]
        above = unfiltered(line[0], bytearray(line[1:]), above, channels)
        rows.append([sum(above[x:x + 3]) // 3 for x in range(0, len(above), channels)])
    return width, rows


def unfiltered(kind, line, above, step):
    for i, value in enumerate(line):
        left, corner = (line[i - step], above[i - step]) if i >= step else (0, 0)
        up = above[i]
        guess = left + up - corner
        nearest = min((left, up, corner), key=lambda v: abs(guess - v))
        line[i] = (value + (0, left, up, (left + up) // 2, nearest)[kind]) & 255
    return bytes(line)


def parts(path):
    width, rows = read(path)
    for y in range(0, len(rows) - PART, PART):
        for x in range(0, width - PART, PART):
            yield sum(sum(row[x:x + PART]) for row in rows[y:y + PART]) / PART ** 2


one, two = list(parts(sys.argv[1])), list(parts(sys.argv[2]))
far = sum(1 for a, b in zip(one, two) if abs(a - b) > MOST)
if len(one) != len(two) or far:
    sys.exit(f"{far} of {len(two)} parts differ")
