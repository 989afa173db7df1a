"""A camera in the network, on this computer: sends numbered pictures as MJPEG until it is told to stop."""

from __future__ import annotations

import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import cv2
import numpy as np

BOUNDARY = "frame"


class StreamServer:
    """Use as a context; `hang_up` ends every connection, as when the camera is switched off."""

    def __init__(self, picture: Callable[[int], np.ndarray], frames_per_s: float = 30.0) -> None:
        self._stopping = threading.Event()
        self.sent = 0
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(200)
                self.send_header("Content-Type", f"multipart/x-mixed-replace; boundary={BOUNDARY}")
                self.end_headers()
                while not server._stopping.wait(1 / frames_per_s):
                    _, jpeg = cv2.imencode(".jpg", cv2.cvtColor(picture(server.sent), cv2.COLOR_RGB2BGR))
                    head = f"--{BOUNDARY}\r\nContent-Type: image/jpeg\r\nContent-Length: {len(jpeg)}\r\n\r\n"
                    try:
                        self.wfile.write(head.encode() + jpeg.tobytes() + b"\r\n")
                    except OSError:
                        return
                    server.sent += 1

            def log_message(self, *arguments: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/video"

    def hang_up(self) -> None:
        self._stopping.set()

    def __enter__(self) -> StreamServer:
        self._thread.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self.hang_up()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
