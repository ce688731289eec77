"""A TLS 1.2 server that knows no session of an earlier connection, as several that share no keys for tickets; with the file it knows them.

Usage: forgetful.py PORT CHAIN KEY FILE
"""
import os
import socket
import ssl
import sys
import threading

ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nConnection: close\r\n\r\nok\n"


def fresh(chain, key):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.load_cert_chain(chain, key)
    return context


def serve(raw, context):
    try:
        with context.wrap_socket(raw, server_side=True) as connection:
            if connection.recv(65536):
                connection.sendall(ANSWER)
    except OSError:
        raw.close()


def main(port, chain, key, file):
    kept = fresh(chain, key)
    with socket.create_server(("", int(port)), backlog=64) as listening:
        while True:
            raw, _ = listening.accept()
            raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            context = kept if os.path.exists(file) else fresh(chain, key)  # a context has keys for tickets of its own
            threading.Thread(target=serve, args=(raw, context), daemon=True).start()


if __name__ == "__main__":
    main(*sys.argv[1:])
