/// How this computer is set up to look names up: resolv.conf, hosts, limits.
package dev.lightfoot.probe.dns.system;
