"""prose.py BYTES FILE [FOLDER]: prose of about so many bytes, in which dates stand as thick as in histories: the texts
(*.txt) of a folder again and again, or else invented ones that never come again.  The same call writes the same bytes."""

import glob
import itertools
import os
import random
import sys

MONTHS = ("January February March April May June July August September October November December").split()
PLACES = "Arvel Brenmark Corvath Dunholt Estrova Farnel Grenmoor Halmeer Istra Jorvenna".split()
PEOPLE = "the envoy,the governor,the second fleet,the council,a deputation,the harbour guard,the ministers".split(",")
DEEDS = ("left the city,signed the agreement,closed the port,was recalled,met the delegates,refused to pay the tolls,"
         "moved its stores inland,gave way").split(",")
REST = ("Nothing of it was known in the capital, where people spoke of the price of grain and of little else. "
        "The roads were bad, and those who travelled on them complained of it to whoever would listen. "
        "It was said that the old treaty had never been meant to last, though nobody could name who had said so. "
        "Of the letters that were written at the time most are lost; what is left gives no clear picture. ")


def when(r):
    day, month, year = r.randint(1, 28), r.choice(MONTHS), r.randint(1780, 1960)
    return r.choice((f"On {day} {month} {year}", f"On {month} {day}, {year}", f"In {month} {year}", f"In {year}",
                     f"In early {month}", f"Two weeks later", f"On {month} {day}", f"The next day",
                     f"Between {year} and {year + 3}", f"By the end of {month}"))


def paragraph(r):
    sentences = []
    for _ in range(r.randint(3, 7)):
        sentences.append(f"{when(r)}, {r.choice(PEOPLE)} of {r.choice(PLACES)} {r.choice(DEEDS)}.")
        if r.random() < 0.75:
            sentences.append(r.choice(REST.split(". "))[:-1].strip() + ".")
    return " ".join(sentences)


def texts(folder):
    if folder:
        for name in sorted(glob.glob(os.path.join(folder, "*.txt"))):
            with open(name, encoding="utf-8") as file:
                yield file.read()
        return
    r = random.Random(1962)
    for chapter in itertools.count():
        yield f"Chapter {chapter + 1}\n\n" + "\n\n".join(paragraph(r) for _ in range(120)) + "\n\n"


def again_and_again(folder):
    whole = "\n\n".join(texts(folder)).encode()
    if not whole:
        sys.exit(f"{folder}: no *.txt in it")
    return itertools.repeat(whole)


def main():
    size, path, folder = int(sys.argv[1]), sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else None
    written = 0
    with open(path, "wb") as file:
        for piece in again_and_again(folder) if folder else (text.encode() for text in texts(None)):
            written += file.write(piece)
            if written + len(piece) > size:
                break


main()
