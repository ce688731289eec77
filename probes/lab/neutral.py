#!/usr/bin/python3
"""neutral.py FILE...: takes the names of the recording computer out of snapshots: its kernel's build, host name and folders; writes the checksum anew."""
import hashlib
import re
import socket
import sys

SUM = re.compile(rb'"checksum":"sha256:[0-9a-f]{64}"\}\s*$')
NAMES = [
    (re.compile(rb'"os":"Linux (\d+\.\d+)[^" ]* '), rb'"os":"Linux \1 '),
    (re.compile(rb'"(host\.name|lightfoot\.clock|clock)":"' + re.escape(socket.gethostname().encode()) + rb'"'), rb'"\1":"web-1"'),
    (re.compile(rb'"/[^"]*/probes/lab/site/'), rb'"/srv/shop/'),
]


def neutral(data):
    at = SUM.search(data)
    end = data[at.end(0):]
    before = data[:at.start()]
    for name, instead in NAMES:
        before = name.sub(instead, before)
    return before + b'"checksum":"sha256:' + digest(before) + b'"}' + end


def digest(before):
    return hashlib.sha256(before).hexdigest().encode()


for path in sys.argv[1:]:
    with open(path, "rb") as file:
        data = file.read()
    with open(path, "wb") as file:
        file.write(neutral(data))
