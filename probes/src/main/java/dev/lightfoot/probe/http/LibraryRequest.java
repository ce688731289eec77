package dev.lightfoot.probe.http;

import dev.lightfoot.probe.http.wire.BodyDecoder;
import dev.lightfoot.probe.proxy.ProxyServer;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/// A request as the HTTP library takes it.
final class LibraryRequest {
  /// The proxy's password is kept nowhere, not even in the store.
  static final String PROXY_AUTHORIZATION = "Proxy-Authorization";

  private LibraryRequest() {}

  static Request of(ExchangeRequest asked, Optional<ProxyServer> proxy) {
    Headers.Builder headers = new Headers.Builder();
    asked.headers().forEach(header -> headers.addUnsafeNonAscii(header.name(), header.value()));
    if (asked.headers().stream().noneMatch(header -> header.named("accept-encoding"))) {
      headers.add("Accept-Encoding", BodyDecoder.ACCEPTED);
    }
    if (!asked.url().isHttps()) {
      proxy
          .flatMap(ProxyServer::authorization)
          .ifPresent(value -> headers.set(PROXY_AUTHORIZATION, value));
    }
    return new Request.Builder()
        .url(asked.url())
        .headers(headers.build())
        .method(asked.method(), body(asked))
        .build();
  }

  private static @Nullable RequestBody body(ExchangeRequest asked) {
    if (asked.body().isPresent()) {
      ExchangeRequest.Body sent = asked.body().get();
      return new SentBody(sent.bytes(), MediaType.parse(sent.contentType()));
    }
    return switch (asked.method()) {
      case "POST", "PUT", "PATCH" -> RequestBody.create(new byte[0]);
      default -> null;
    };
  }
}
