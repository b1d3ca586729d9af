#!/usr/bin/env python3
"""bench.py - what rendering one letter costs, as ratios within one run.

    bench.py [LETTER]

Without a LETTER one of 12 kB with 60 signatories is made, by the generator in
../shared/bench where that is there.  Times are medians of commands run in turn
on a tmpfs: on a shared machine only their ratios mean something.  pandoc makes
one page, whatever it is compared with.  Instructions are counted by callgrind
and repeat exactly; starting the program is part of them.
"""
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.path.abspath(os.environ.get("BUILD", os.path.join(SOURCE, "build")))
LETTERCTL = os.path.join(BUILD, "letterctl")
GENERATOR = os.path.join(SOURCE, "..", "shared", "bench", "gen.py")
ROUNDS = 101
PANDOC_ROUNDS = 5
TIMES_CMARK, PART_OF_PANDOC = 5, 1 / 20
INSTRUCTIONS = {"html": 8e6, "html,text,email": 9e6}

WORDS = ("we ask the town to keep its library open in the evening because people who work by day have "
         "no other hour to read and every street that loses its lamp loses its walkers too").split()

MARKS = ["*{}*", "**{}**", "`{}`", "[{}](https://example.org/)"]


def paragraph(chance, words):
    chosen = [chance.choice(WORDS) for _ in range(words)]
    for mark in chance.sample(MARKS, 2):
        place = chance.randrange(words)
        chosen[place] = mark.format(chosen[place].strip("*`[]()"))
    lines, line = [], ""
    for word in chosen:
        if len(line) + len(word) > 75:
            lines.append(line)
            line = ""
        line = (line + " " + word).strip()
    return "\n".join(lines + [line])


def make_letter(path):
    chance = random.Random(1)
    with open(path, "w", encoding="utf-8") as file:
        file.write("---\ntitle: For the evening hours\ndate: 2026-03-01\nfrom: Evening Readers "
                   "<letters@example.org>\naddressees:\n  - name: The Mayor\n    email: "
                   "mayor@example.org\nsignatories:\n")
        for number in range(60):
            file.write(f"  - name: Jørgen {chance.choice(WORDS).title()} {number}\n    role: Reader\n"
                       f"    organization: Friends of House {number}\n    location: København\n")
        file.write("---\n\n")
        for number in range(11):
            if number % 4 == 1:
                file.write(f"## Our demand no. {number}\n\n")
            file.write(("> " if number % 5 == 3 else "") + paragraph(chance, 90) + "\n\n")
        file.writelines(f"{number}. {' '.join(WORDS[:12])}\n" for number in range(1, 5))


def prepare(folder, given):
    """Puts the letter and its body into the folder."""
    letter, body = os.path.join(folder, "letter.md"), os.path.join(folder, "body.md")
    if given:
        shutil.copy(given, letter)
    elif os.path.exists(GENERATOR):
        subprocess.run([sys.executable, GENERATOR, "letters", folder, "1"], check=True)
        os.rename(os.path.join(folder, "l00000.md"), letter)
    else:
        make_letter(letter)
    with open(letter, encoding="utf-8") as file:
        text = file.read()
    with open(body, "w", encoding="utf-8") as file:
        file.write(text.split("\n---\n", 1)[1])
    return letter, body, len(text.encode())


def in_turn(folder, rounds, commands):
    """Microseconds and KiB of each command."""
    program = os.path.join(folder, "in_turn")
    if not os.path.exists(program):
        source = os.path.join(SOURCE, "tests", "bench", "in_turn.c")
        subprocess.run(["cc", "-O2", "-o", program, source], check=True)
    arguments = [part for command in commands for part in ["--", *command]][1:]
    done = subprocess.run([program, str(rounds), os.path.join(folder, "stdout"), *arguments],
                          check=True, capture_output=True, text=True)
    return [tuple(map(float, line.split())) for line in done.stdout.splitlines()]


def count_instructions(folder, command):
    log = os.path.join(folder, "callgrind.log")
    subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null",
                    "--log-file=" + log, *command], check=True, stdout=subprocess.DEVNULL)
    with open(log, encoding="utf-8") as file:
        return int(re.search(r"Collected : (\d+)", file.read())[1])


def judge(value, goal):
    return "" if value <= goal else "   over its goal"


def measure_ratios(folder, renders, body, letter):
    commands = list(renders.values())
    others = {"cmark": ["cmark", body],
              "pandoc": ["pandoc", "-s", "-f", "markdown", "-t", "html", letter]}
    if not shutil.which("cmark"):
        print("without cmark there is nothing to compare with")
        return
    *found, cmark = in_turn(folder, ROUNDS, commands + [others["cmark"]])
    pandoc = None
    if shutil.which("pandoc"):
        pandoc = in_turn(folder, PANDOC_ROUNDS, [others["pandoc"]])[0]
    print(f"{'cmark, its body alone':28} {cmark[0] / 1e3:8.2f} ms                 {cmark[1] / 1024:6.1f} MiB")
    for name, (time, peak) in zip(renders, found):
        print(f"{name:28} {time / 1e3:8.2f} ms {time / cmark[0]:6.2f} x cmark  {peak / 1024:6.1f} MiB"
              f"{judge(time / cmark[0], TIMES_CMARK)}")
    if pandoc is None:
        print("pandoc is not installed")
        return
    print(f"{'pandoc, to a page':28} {pandoc[0] / 1e3:8.2f} ms                 {pandoc[1] / 1024:6.1f} MiB")
    for name, (time, _) in zip(renders, found):
        print(f"{name:28} 1/{pandoc[0] / time:.0f} of pandoc{judge(time / pandoc[0], PART_OF_PANDOC)}")


def main(given=None):
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="letterctl-bench-", dir=memory) as folder:
        letter, body, size = prepare(folder, given)
        renders = {formats: [LETTERCTL, "render", "-q", "-t", formats, "-o",
                             os.path.join(folder, "out/"), letter] for formats in INSTRUCTIONS}
        print(f"a letter of {size} bytes" + ("" if memory else ", not on a tmpfs"))
        measure_ratios(folder, renders, body, letter)
        if not shutil.which("valgrind"):
            print("without valgrind no instructions are counted")
            return
        for formats, goal in INSTRUCTIONS.items():
            count = count_instructions(folder, renders[formats])
            print(f"{formats:28} {count / 1e6:8.2f} million instructions{judge(count, goal)}")


if __name__ == "__main__":
    main(*sys.argv[1:2])
