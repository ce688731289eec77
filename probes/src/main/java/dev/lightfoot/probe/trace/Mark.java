package dev.lightfoot.probe.trace;

/// The instants of an exchange from which its phases are computed.
public enum Mark {
  DNS_START,
  DNS_END,
  TCP_START,
  TCP_END,
  PROXY_START,
  PROXY_END,
  TLS_START,
  TLS_END,
  QUIC_START,
  QUIC_END,
  SEND_FIRST_BYTE,
  SEND_LAST_BYTE,
  FIRST_BYTE,
  FINAL_FIRST_BYTE,
  HEADERS_COMPLETE,
  BODY_FIRST_BYTE,
  LAST_BYTE
}
