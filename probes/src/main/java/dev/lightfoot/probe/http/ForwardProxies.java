package dev.lightfoot.probe.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;

/// Makes the library write the whole URL into the request line, as a proxy needs it to forward a
/// plain http request. Tunnels are ours, so that their round trip is seen.
final class ForwardProxies extends ProxySelector {
  @Override
  public List<Proxy> select(URI url) {
    return List.of(
        CallContext.current()
            .proxy()
            .filter(_ -> "http".equals(url.getScheme()))
            .map(
                each ->
                    new Proxy(
                        Proxy.Type.HTTP,
                        InetSocketAddress.createUnresolved(each.host(), each.port())))
            .orElse(Proxy.NO_PROXY));
  }

  @Override
  public void connectFailed(URI url, SocketAddress address, IOException error) {
    // noted by the socket
  }
}
