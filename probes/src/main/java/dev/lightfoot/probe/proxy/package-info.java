/// Proxies on the way: which one a URL goes through, and the tunnel through it.
package dev.lightfoot.probe.proxy;
