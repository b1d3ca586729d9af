"""sink.py - a mail server on loopback that keeps what it is given."""
import asyncio
import threading

from aiosmtpd.smtp import SMTP


class Keeper:
    def __init__(self):
        self.messages = []

    async def handle_DATA(self, _server, _session, envelope):
        self.messages.append((envelope.mail_from, sorted(envelope.rcpt_tos), envelope.original_content))
        return "250 OK"


class Server:
    """Listens on a port of its own while the `with` block runs."""

    def __enter__(self):
        self.keeper = Keeper()
        self.loop = asyncio.new_event_loop()
        started = threading.Event()
        self.thread = threading.Thread(target=self.run, args=(started,), daemon=True)
        self.thread.start()
        if not started.wait(20):
            raise RuntimeError("the mail server did not start")
        return self

    def run(self, started):
        asyncio.set_event_loop(self.loop)
        listening = self.loop.create_server(lambda: SMTP(self.keeper, hostname="localhost", loop=self.loop),
                                            "127.0.0.1", 0)
        self.server = self.loop.run_until_complete(listening)
        self.port = self.server.sockets[0].getsockname()[1]
        started.set()
        self.loop.run_forever()

    def __exit__(self, *_):
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(20)
        self.server.close()
        self.loop.close()
