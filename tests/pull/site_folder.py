"""The folders that the portals of portals_test.py are built in, and the program that works in them."""

import json
import os
import shutil
import subprocess

SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TODAY = "2025-12-31T08:00"


def program(root, command, *args, today=TODAY):
    return subprocess.run(
        [os.environ["THIDUA_PROGRAM"], command, "--root", root, "--today", today, "--lang", "en", *args],
        capture_output=True, text=True, timeout=60, cwd=root, env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"})


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def new_root(parent, name, overlays, renamed=()):
    """A site of its own: the smallest one and what lies over it, with other ids."""
    root = os.path.join(parent, name)
    for overlay in ("tests/cases/base", *overlays):
        shutil.copytree(os.path.join(SOURCE, overlay, "content"), os.path.join(root, "content"), dirs_exist_ok=True)
    os.symlink(os.path.join(SOURCE, "themes"), os.path.join(root, "themes"))
    for folder, folders, files in os.walk(os.path.join(root, "content"), topdown=False):
        for file in files:
            path = os.path.join(folder, file)
            text = read(path)
            for old, new in renamed:
                text = text.replace(old, new)
            write(path, text)
        for entry in files + folders:
            changed = entry
            for old, new in renamed:
                changed = changed.replace(old, new)
            os.rename(os.path.join(folder, entry), os.path.join(folder, changed))
    return root


def change(path, edit):
    value = json.loads(read(path))
    edit(value)
    write(path, json.dumps(value, ensure_ascii=False, indent=1))
