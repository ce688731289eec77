package dev.lightfoot.probe;

/// Which addresses of a host are tried.
public enum AddressFamily {
  ANY,
  IPV4,
  IPV6
}
