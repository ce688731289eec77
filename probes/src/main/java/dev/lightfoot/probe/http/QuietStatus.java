package dev.lightfoot.probe.http;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.Optional;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// Shows the library no status but 200: by itself it asks again after 408, 421 and 503, and objects
/// to a 407 that comes without a proxy. What an answer means is not for it to say.
final class QuietStatus implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    CallContext call = CallContext.current();
    Request request = prioritised(chain.request(), chain.connection(), call.priority());
    call.sending(request.headers());
    Response received = chain.proceed(request);
    call.received(received);
    return received.newBuilder().code(HttpURLConnection.HTTP_OK).build();
  }

  /// Browsers send the field where the server can act on it: on a connection that many share.
  private static Request prioritised(
      Request request, @Nullable Connection connection, Optional<String> priority) {
    boolean shared = connection != null && connection.protocol() == Protocol.HTTP_2;
    return shared && priority.isPresent()
        ? request.newBuilder().header("Priority", priority.get()).build()
        : request;
  }
}
