# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A client of the Language Server Protocol, as small as the tests need it.

    with Server(folder) as server:
        file = server.open("a.c", text)
        for d in file.diagnostics(): ...
        file.change(text)
        file.diagnostics()      # those of the text of the last change

Everything waits for an answer, at most TIMEOUT seconds, and raises LspError if
the server dies or is silent.
"""

import json
import os
import queue
import subprocess
import sys
import threading
from pathlib import Path

TIMEOUT = 60


class LspError(Exception):
    pass


def clangd_path():
    return os.path.join(os.environ["SEMTIDY_BUILD"], "bin", "semtidy-clangd")


class File:
    def __init__(self, server, path, text):
        self.server = server
        self.path = Path(path)
        self.uri = self.path.as_uri()
        self.version = 0
        self.text = text
        language = "c" if self.path.suffix in (".c", ".h") else "cpp"
        server.notify(
            "textDocument/didOpen",
            textDocument={
                "uri": self.uri,
                "languageId": language,
                "version": self.version,
                "text": text,
            },
        )

    def change(self, text):
        """Replaces the whole text, as an editor does while somebody types.
        clangd does not answer a change that changes nothing."""
        if text == self.text:
            return
        self.text = text
        self.version += 1
        self.server.notify(
            "textDocument/didChange",
            textDocument={"uri": self.uri, "version": self.version},
            contentChanges=[{"text": text}],
        )

    def diagnostics(self):
        """All that the server publishes for the current version."""
        return self.server.wait_for_diagnostics(self.uri, self.version)

    def findings(self):
        return [d for d in self.diagnostics() if is_finding(d)]

    def close(self):
        self.server.notify("textDocument/didClose", textDocument={"uri": self.uri})


def is_finding(diagnostic):
    return str(diagnostic.get("code", "")).startswith("semaphore-")


def steps(diagnostic):
    """(line from 1, message) of the notes, in the order in which they came.
    clangd writes the first letter of a message large."""
    return [
        (
            r["location"]["range"]["start"]["line"] + 1,
            r["message"][0].lower() + r["message"][1:],
        )
        for r in diagnostic.get("relatedInformation", [])
    ]


class Server:
    def __init__(self, folder, *options, command=None):
        self.folder = Path(folder).resolve()
        # Otherwise clangd takes the flags of the build that the test runs in.
        flags = self.folder / "compile_flags.txt"
        if not flags.exists() and not (self.folder / "build").exists():
            flags.write_text("-Wall\n")
        self.log = open(self.folder / "clangd.log", "w+", encoding="utf-8")
        self.process = subprocess.Popen(
            [command or clangd_path(), "--background-index=false", *options],
            cwd=self.folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.log,
        )
        self.inbox = queue.Queue()
        self.published = {}
        self.last_id = 0
        threading.Thread(target=self.read_all, daemon=True).start()

    def __enter__(self):
        self.capabilities = self.request(
            "initialize",
            processId=os.getpid(),
            rootUri=self.folder.as_uri(),
            capabilities={
                "textDocument": {
                    "publishDiagnostics": {"relatedInformation": True}
                }
            },
        )["capabilities"]
        self.notify("initialized")
        return self

    def __exit__(self, kind, value, traceback):
        if kind is not None:
            self.process.kill()
            self.process.wait()
            print(self.read_log()[-3000:], file=sys.stderr)
            return
        self.request("shutdown")
        self.notify("exit")
        status = self.process.wait(TIMEOUT)
        if status != 0:
            raise LspError(f"the server ended with status {status}")

    def read_log(self):
        self.log.seek(0)
        return self.log.read()

    # --- Messages -----------------------------------------------------------

    def send(self, **message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def notify(self, method, **parameters):
        self.send(method=method, params=parameters)

    def request(self, method, **parameters):
        self.last_id += 1
        wanted = self.last_id
        self.send(id=wanted, method=method, params=parameters)
        while True:
            message = self.receive()
            if message.get("id") == wanted and "method" not in message:
                if "error" in message:
                    raise LspError(f"{method}: {message['error']}")
                return message["result"]

    def read_all(self):
        stream = self.process.stdout
        while True:
            length = None
            while line := stream.readline().strip():
                name, value = line.split(b":", 1)
                if name.lower() == b"content-length":
                    length = int(value)
            if length is None:
                self.inbox.put(None)
                return
            self.inbox.put(json.loads(stream.read(length)))

    def receive(self):
        try:
            message = self.inbox.get(timeout=TIMEOUT)
        except queue.Empty:
            raise LspError(f"the server was silent for {TIMEOUT} s") from None
        if message is None:
            raise LspError(f"the server ended, status {self.process.wait(TIMEOUT)}")
        if message.get("method") == "textDocument/publishDiagnostics":
            parameters = message["params"]
            self.published[parameters["uri"]] = parameters
        elif "method" in message and "id" in message:
            self.send(id=message["id"], result=None)
        return message

    def wait_for_diagnostics(self, uri, version):
        while self.published.get(uri, {}).get("version") != version:
            self.receive()
        return self.published[uri]["diagnostics"]

    def open(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return File(self, path, text)
