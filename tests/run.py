#!/usr/bin/env python3
"""run.py - run the tests and count them.

    run.py core|full [PATTERN...]

Each test is a program that prints TAP; what belongs to which suite is said in
README.md beside this file.  With PATTERNs only the tests run whose name matches
one of them.  Failures are printed with all that their program said, skipped tests
by name, and the last line is `N passed, N failed`.
"""
import collections
import concurrent.futures
import glob
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile

SOURCE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUILD = os.path.abspath(os.environ.get("BUILD", os.path.join(SOURCE, "build")))
SANITIZED = os.path.join(BUILD, "asan")

# Debian's own Python sees Debian's modules; another one first in PATH may not.
PYTHON = "/usr/bin/python3" if os.path.exists("/usr/bin/python3") else sys.executable
INTERPRETERS = {".sh": ["sh"], ".py": [PYTHON], ".mjs": ["node"]}

TIMEOUT_SECONDS = {"core": 180, "full": 600}
RESULT = re.compile(r"^(not )?ok\b\s*\d*\s*-?\s*([^#]*)(#\s*SKIP.*)?", re.IGNORECASE)
PLAN = re.compile(r"^1\.\.(\d+)")

Test = collections.namedtuple("Test", "name command build")
Result = collections.namedtuple("Result", "test passed failed skipped output")


def script(path, build=BUILD, prefix="", arguments=()):
    stem, extension = os.path.splitext(path)
    name = prefix + os.path.relpath(stem, os.path.join(SOURCE, "tests"))
    return Test(" ".join([name, *arguments]), [*INTERPRETERS[extension], path, *arguments], build)


def scripts(folder, build=BUILD, prefix=""):
    paths = glob.glob(os.path.join(SOURCE, "tests", folder, "*_test.*"))
    return [script(path, build, prefix) for path in sorted(paths)
            if os.path.splitext(path)[1] in INTERPRETERS]


def is_full(test):
    return "_full_test" in test.name or test.name.startswith("web/")


def programs(build, prefix=""):
    """The unit tests that were built for sources that still stand."""
    sources = glob.glob(os.path.join(SOURCE, "tests/unit/*/*_test.c"))
    stems = sorted(os.path.relpath(source[:-2], SOURCE) for source in sources)
    return [Test(prefix + stem[len("tests/"):], [os.path.join(build, stem), "--tap"], build)
            for stem in stems]


def cases(build, prefix=""):
    path = os.path.join(SOURCE, "tests", "cases.py")
    return [script(path, build, prefix, [kind]) for kind in ("golden", "rules")]


def find_tests(suite):
    if suite == "full":
        return [test for test in scripts("*") if is_full(test)]
    asan = programs(SANITIZED, "asan/") + cases(SANITIZED, "asan/") + \
        scripts("cli", SANITIZED, "asan/")
    return programs(BUILD) + cases(BUILD) + \
        [test for test in scripts("*") + asan if not is_full(test)]


def environment(test, folder):
    keep = {name: os.environ[name] for name in ("PATH", "CI", "HOME", "MUSTACHE_SPEC") if name in os.environ}
    keep.update(LC_ALL="C.UTF-8", TZ="UTC", TMPDIR=folder, SRCDIR=SOURCE, BUILD=BUILD,
                LETTERCTL=os.path.join(test.build, "letterctl"), PYTHON=PYTHON,
                NODE_PATH=os.path.join(BUILD, "node_modules"), PYTHONDONTWRITEBYTECODE="1",
                G_DEBUG="fatal-criticals")
    if test.build == SANITIZED:
        keep["SANITIZED"] = "1"
    return keep


def execute(test, seconds):
    """Returns the program's output and what went wrong with it as a whole."""
    folder = tempfile.mkdtemp(prefix="letterctl-test-")
    log = os.path.join(folder, ".log")
    try:
        with open(log, "wb") as output:
            process = subprocess.Popen(test.command, stdin=subprocess.DEVNULL, stdout=output,
                                       stderr=subprocess.STDOUT, cwd=SOURCE,
                                       env=environment(test, folder), start_new_session=True)
            try:
                status = process.wait(timeout=seconds)
                fault = "" if status == 0 else f"ended with status {status}"
            except subprocess.TimeoutExpired:
                fault = f"took more than {seconds} s"
            finally:
                # What a test left running ends with it.
                try:
                    os.killpg(process.pid, signal.SIGKILL)
                except ProcessLookupError:
                    pass
                process.wait()
        with open(log, encoding="utf-8", errors="backslashreplace") as text:
            return text.read(), fault
    except OSError as error:
        return "", str(error)
    finally:
        subprocess.run(["chmod", "-R", "u+rwX", folder], check=False, stderr=subprocess.DEVNULL)
        shutil.rmtree(folder, ignore_errors=True)


def run(test, seconds):
    output, fault = execute(test, seconds)
    passed, failed, skipped, planned = [], [], [], None
    for line in output.splitlines():
        result, plan = RESULT.match(line), PLAN.match(line)
        if plan:
            planned = int(plan[1])
        elif result:
            name = f"{test.name}: {result[2].strip()}"
            (skipped if result[3] else failed if result[1] else passed).append(name)
    count = len(passed) + len(failed) + len(skipped)
    if not fault and planned != count:
        fault = f"planned {planned} tests and ran {count}"
    if fault and not failed:
        failed.append(f"{test.name}: {fault}")
    return Result(test, passed, failed, skipped, output)


def report(result):
    counts = [f"{len(result.passed)} passed"]
    counts += [f"{len(names)} {word}" for names, word in
               ((result.failed, "failed"), (result.skipped, "skipped")) if names]
    print(f"  {result.test.name:44} {', '.join(counts)}", flush=True)
    if result.failed:
        lines = result.output.splitlines()
        shown = lines[-400:]
        print(f"--- {result.test.name}: the last {len(shown)} of {len(lines)} lines")
        print("\n".join("    " + line for line in shown))
        print("---", flush=True)


def main(suite, patterns):
    tests = [test for test in find_tests(suite)
             if not patterns or any(re.search(pattern, test.name) for pattern in patterns)]
    results = []
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        waiting = [pool.submit(run, test, TIMEOUT_SECONDS[suite]) for test in tests]
        for future in concurrent.futures.as_completed(waiting):
            results.append(future.result())
            report(results[-1])
    results.sort(key=lambda result: result.test.name)
    for word in ("failed", "skipped"):
        for result in results:
            for name in getattr(result, word):
                print(f"{word}: {name}")
    passed, failed, skipped = (sum(len(getattr(result, word)) for result in results)
                               for word in ("passed", "failed", "skipped"))
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in TIMEOUT_SECONDS:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2:]))
