"""A TLS server that answers in steps: /hints (103, then 200) and /parts (five parts of a body).

Usage: steps.py PORT CHAIN KEY   (SSLKEYLOGFILE is honoured)
"""
import os
import socket
import ssl
import sys
import threading
import time

PART_SECONDS = 0.05
HINT_SECONDS = 0.03


def answer(connection, path):
    if path == "/hints":
        connection.sendall(b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload; as=style\r\n\r\n")
        time.sleep(HINT_SECONDS)
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nok\n")
    elif path == "/parts":
        connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\n" + b"a" * 100 + b"\r\n")
        for _ in range(4):
            time.sleep(PART_SECONDS)
            connection.sendall(b"64\r\n" + b"a" * 100 + b"\r\n")
        connection.sendall(b"0\r\n\r\n")
    else:
        connection.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")


def serve(raw, context):
    raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    try:
        with context.wrap_socket(raw, server_side=True) as connection:
            head = b""
            while True:
                received = connection.recv(65536)
                if not received:
                    return
                head += received
                while b"\r\n\r\n" in head:
                    request, head = head.split(b"\r\n\r\n", 1)
                    answer(connection, request.split(b" ")[1].decode("ascii", "replace"))
    except (OSError, IndexError):
        raw.close()


def main(port, chain, key):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(chain, key)
    if os.environ.get("SSLKEYLOGFILE"):
        context.keylog_filename = os.environ["SSLKEYLOGFILE"]
    with socket.create_server(("", int(port)), backlog=64) as listening:
        while True:
            raw, _ = listening.accept()
            threading.Thread(target=serve, args=(raw, context), daemon=True).start()


if __name__ == "__main__":
    main(*sys.argv[1:])
