package dev.lightfoot.report.drawing;

import dev.lightfoot.model.Phase;
import dev.lightfoot.model.span.Layer;
import java.util.Locale;

/// How a kind of time is filled: a colour token, its border's token and a texture.
///
/// @param token the fill's colour token
/// @param borderToken the border's
/// @param texture what is drawn over the fill
public record Ink(String token, String borderToken, Texture texture) {

  /// What is drawn over a fill, so that hue never stands alone.
  public enum Texture {
    SOLID,
    HOLLOW,
    UPRIGHT,
    RISING,
    CROSSED,
    LEVEL,
    DOTTED,
    DASHED,
    HATCHED
  }

  public static final Ink DISTANCE = new Ink("distance", "distance", Texture.SOLID);
  public static final Ink WORK = new Ink("work", "work-border", Texture.SOLID);
  public static final Ink TRANSFER = new Ink("receive", "receive-border", Texture.DOTTED);
  public static final Ink QUEUE = new Ink("surface", "text-2", Texture.DASHED);
  public static final Ink UNEXPLAINED = new Ink("surface", "text-3", Texture.HATCHED);

  /// Time in which a certificate holds, and in which it would have held.
  public static final Ink VALID = new Ink("app", "app-border", Texture.SOLID);

  public static final Ink INVALID = new Ink("danger-ground", "danger", Texture.RISING);

  /// The ink of a phase.
  public static Ink of(Phase phase) {
    return switch (phase) {
      case BLOCKED -> named("blocked", Texture.HOLLOW);
      case DNS -> named("dns", Texture.UPRIGHT);
      case TCP -> named("tcp", Texture.RISING);
      case PROXY -> named("proxy", Texture.LEVEL);
      case TLS -> named("tls", Texture.CROSSED);
      case QUIC -> named("quic", Texture.CROSSED);
      case SEND -> named("send", Texture.SOLID);
      case WAIT -> named("wait", Texture.SOLID);
      case RECEIVE -> named("receive", Texture.DOTTED);
    };
  }

  /// The ink of a layer.
  public static Ink of(Layer layer) {
    return switch (layer) {
      case DNS -> of(Phase.DNS);
      case TCP -> of(Phase.TCP);
      case TLS -> of(Phase.TLS);
      case QUIC -> of(Phase.QUIC);
      case REQUEST, EXTERNAL -> of(Phase.WAIT);
      case RESPONSE -> of(Phase.RECEIVE);
      case QUEUE -> QUEUE;
      case BROWSER -> WORK;
      case CACHE -> named("cache", Texture.LEVEL);
      case PROXY, APP, MIDDLEWARE, TEMPLATE, DATABASE ->
          named(layer.name().toLowerCase(Locale.ROOT), Texture.SOLID);
    };
  }

  private static Ink named(String token, Texture texture) {
    return new Ink(token, token + "-border", texture);
  }
}
