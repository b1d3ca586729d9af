"""The manual, the program and the catalogue of rules say the same."""
import glob
import os
import re
import subprocess

import lint

CATALOGUE = "src/base/rules.def"
RULES_PAGE = "src/cli/letterctl-rules.7"
COMMAND_PAGE = "src/cli/letterctl.1"


def help_of(*command):
    done = subprocess.run([os.environ["LETTERCTL"], *command, "--help"], capture_output=True,
                          text=True, check=True)
    return done.stdout


def commands():
    return re.findall(r"^  ([a-z]+)  ", help_of(), re.MULTILINE)


def options_of_help():
    pages = [help_of()] + [help_of(command) for command in commands()]
    return set(re.findall(r"(?<![\w-])--([a-z][a-z-]+)", "\n".join(pages)))


def options_of_manual():
    names = set()
    for line in lint.read(COMMAND_PAGE).splitlines():
        if line.startswith(".It"):
            names |= set(re.findall(r"Fl -([a-z][a-z-]+)", line))
    return names


def slugs():
    return set(re.findall(r'^RULE\(\w+,\s*"([a-z0-9-]+)"', lint.read(CATALOGUE), re.MULTILINE))


def differ(one, one_name, other, other_name):
    for name in sorted(one - other):
        yield f"{name} is in {one_name} but not in {other_name}"
    for name in sorted(other - one):
        yield f"{name} is in {other_name} but not in {one_name}"


def check_rules():
    "the manual has every rule of the catalogue"
    documented = set(re.findall(r"^\.It (?:[A-Z][a-z] )?([a-z0-9-]+)\b", lint.read(RULES_PAGE),
                                re.MULTILINE))
    yield from differ(slugs(), CATALOGUE, documented, RULES_PAGE)


def check_cases():
    "every rule has a test, and every rule case a rule"
    cases = {re.sub(r"-\d+$", "", name) for name in lint.tracked()
             if name.startswith("tests/rules/") for name in [name.split("/")[2]]}
    scripts = "".join(lint.read(name) for name in lint.tracked() if name.startswith("tests/cli/"))
    tested = cases | {slug for slug in slugs() if f"[{slug}]" in scripts}
    yield from differ(slugs(), CATALOGUE, tested, "tests/rules")


def check_options():
    "--help and the manual have the same options"
    yield from differ(options_of_help(), "--help", options_of_manual(), COMMAND_PAGE)


def check_commands():
    "the manual has every command"
    page = lint.read(COMMAND_PAGE)
    for command in commands():
        if not re.search(rf"^\.(It|Ss|Sh) (Cm |Ic )?{command}\b", page, re.MULTILINE):
            yield command


def check_mandoc():
    "mandoc finds nothing to say about the manual pages"
    pages = sorted(glob.glob(os.path.join(lint.SOURCE, "src/cli/*.[1-9]")))
    done = subprocess.run(["mandoc", "-T", "lint", *pages], capture_output=True, text=True,
                          check=False)
    for line in (done.stdout + done.stderr).splitlines():
        # Whether other packages' pages are installed says nothing about ours.
        if "referenced manual not found" not in line:
            yield line.replace(lint.SOURCE + "/", "")


lint.main(check_rules, check_cases, check_options, check_commands, check_mandoc)
