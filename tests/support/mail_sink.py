#!/usr/bin/env python3
"""A mail server for the tests: takes every mail on loopback and keeps it as a file, or refuses as it is told.

    mail_sink.py FOLDER [--tls CERT KEY] [--user NAME --password WORD] [--refuse CODE [TIMES]]

Prints the port as its first line and ends when its standard input does. Mails are FOLDER/0001.eml and so on; the
envelope stands beside each as 0001.json.
"""
import argparse
import asyncio
import json
import ssl
import sys
from pathlib import Path

from aiosmtpd.smtp import SMTP, AuthResult


class Sink:
    def __init__(self, folder, refuse, times):
        self.folder = folder
        self.refuse = refuse
        self.left = times
        self.count = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.refuse and self.left != 0:
            self.left -= 1
            return f"{self.refuse} refused for a test"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.count += 1
        name = f"{self.count:04d}"
        (self.folder / f"{name}.json").write_text(json.dumps({
            "from": envelope.mail_from, "to": envelope.rcpt_tos, "tls": session.ssl is not None,
            "authenticated": session.authenticated}))
        (self.folder / f"{name}.part").write_bytes(envelope.content)
        (self.folder / f"{name}.part").rename(self.folder / f"{name}.eml")
        return "250 kept"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--tls", nargs=2)
    parser.add_argument("--user")
    parser.add_argument("--password")
    parser.add_argument("--refuse", nargs="+")
    arguments = parser.parse_args()
    options = {}
    if arguments.tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*arguments.tls)
        options["tls_context"] = context
        options["require_starttls"] = True
    if arguments.user:
        def check(server, session, envelope, mechanism, data):
            right = data.login == arguments.user.encode() and data.password == arguments.password.encode()
            return AuthResult(success=right)
        options.update(authenticator=check, auth_required=True, auth_require_tls=bool(arguments.tls))
    refuse = arguments.refuse or [None]
    sink = Sink(arguments.folder, refuse[0], int(refuse[1]) if len(refuse) > 1 else -1)
    asyncio.run(serve(lambda: SMTP(sink, hostname="127.0.0.1", **options)))


async def serve(make):
    loop = asyncio.get_running_loop()
    server = await loop.create_server(make, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


if __name__ == "__main__":
    main()
