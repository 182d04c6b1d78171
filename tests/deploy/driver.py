"""The other side of host_driver/main.cpp: any kind of host of the program, as Python's tests drive it against real servers."""

import json
import os
import subprocess
from pathlib import Path

BUILD = Path(os.environ.get("THIDUA_BUILD", Path(__file__).resolve().parents[2] / "build"))
PROGRAM = BUILD / "host_driver"


class NotBuilt(Exception):
    """The driver, or this kind of host in it, is not there."""


class Failed(Exception):
    """The host has failed. kind: as in deploy/failure.hpp."""

    def __init__(self, failure: dict):
        super().__init__(f"{failure['kind']}: {failure['operation']} {failure['path']}: {failure['words']}")
        self.kind, self.operation, self.path, self.words = (failure[key] for key in ("kind", "operation", "path", "words"))


class Driver:
    """A host of the program, opened. `target` holds the fields of deploy::Target by their names, and jobs, connect and silence."""

    def __init__(self, target: dict, user: str = "", password: str = "", token: str = ""):
        if not PROGRAM.exists():
            raise NotBuilt(f"{PROGRAM} is not there: cmake --build {BUILD} --target host_driver")
        environment = {**os.environ, "DRIVER_USER": user, "DRIVER_PASSWORD": password, "DRIVER_TOKEN": token}
        target = {key: str(value) if isinstance(value, Path) else value for key, value in target.items()}
        self.process = subprocess.Popen([PROGRAM, json.dumps(target)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment)
        self.said = ""  # every answer, to look for secrets in

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self) -> None:
        self.process.stdin.close()
        self.process.wait(60)
        self.process.stdout.close()

    def send(self, what: str, **more) -> None:
        """Gives an order without waiting for the answer."""
        try:
            self.process.stdin.write(json.dumps({"do": what, **more}) + "\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            raise self.end() from None

    def answer(self) -> dict:
        line = self.process.stdout.readline()
        if not line:
            raise self.end()
        self.said += line
        answer = json.loads(line)
        if "error" in answer:
            raise ValueError(answer["error"])
        if "failed" in answer:
            raise Failed(answer["failed"])
        return answer

    def end(self) -> Exception:
        code = self.process.wait(60)
        return NotBuilt("this kind of host is not built") if code == 3 else RuntimeError(f"the driver ended with {code}")

    def ask(self, what: str, **more) -> dict:
        self.send(what, **more)
        return self.answer()

    def connect(self) -> dict:
        """What the host can do: headers, replaces_at_once, locks."""
        return self.ask("connect")

    def put(self, *files: dict, **more) -> list:
        """Each file has path and bytes or file, and may have type, cache, encoding, and the size that it is said to have. Gives None or a Failed for each. stop_after: as many are taken up no more."""
        return outcomes(self.ask("put", files=[{key: str(value) if isinstance(value, Path) else value for key, value in file.items()} for file in files], **more))

    def put_tree(self, folder: Path) -> tuple[list, float]:
        """All files below a folder. Gives the failures, and the seconds that it took."""
        answer = self.ask("put", tree=str(folder))
        return outcomes(answer), answer["seconds"]

    def list(self) -> dict[str, int]:
        """Sizes by path. Fails where the paths are not in byte order or one comes twice."""
        files = self.ask("list")["files"]
        paths = [path.encode() for path, _ in files]
        if paths != sorted(set(paths)):
            raise AssertionError(f"not in order: {paths}")
        return dict(map(tuple, files))

    def read(self, path: str, limit: int = 1 << 30, to: Path | None = None) -> str | None:
        """The text of a file; with `to` it is written there, and the path given. None where there is none."""
        answer = self.ask("read", path=path, limit=limit, **({"to": str(to)} if to else {}))
        return answer.get("bytes", str(to)) if answer["there"] else None

    def remove(self, *paths: str) -> list:
        return outcomes(self.ask("remove", paths=paths))

    def lock(self, text: str = "") -> bool:
        return self.ask("lock", text=text)["ours"]

    def read_lock(self) -> str | None:
        return self.ask("read_lock").get("bytes")

    def renew_lock(self, text: str) -> None:
        self.ask("renew_lock", text=text)

    def unlock(self) -> None:
        self.ask("unlock")


def outcomes(answer: dict) -> list:
    """None for each that was done, a Failed for each other."""
    for outcome in answer["outcomes"]:
        if isinstance(outcome, str):
            raise AssertionError(outcome)
    return [outcome and Failed(outcome) for outcome in answer["outcomes"]]
