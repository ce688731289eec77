package dev.lightfoot.analysis.assets;

import dev.lightfoot.analysis.measured.MeasuredExchange;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.page.ResourceType;
import java.util.Optional;

/// Which style sheet or script names a resource that the document does not.
final class Naming {
  private Naming() {}

  /// Empty where the document names it, or where it is not known.
  static Optional<MeasuredExchange> by(MeasuredExchange exchange) {
    return exchange
        .exchange()
        .initiator()
        .filter(it -> it.type() == Initiator.Type.CSS || it.type() == Initiator.Type.SCRIPT)
        .filter(it -> it.exchange().isPresent())
        .map(it -> it.exchange().getAsInt())
        .filter(at -> at < exchange.run().exchanges().size() && at != exchange.at())
        .map(at -> exchange.run().exchanges().get(at))
        .filter(by -> by.type().filter(Naming::names).isPresent());
  }

  private static boolean names(ResourceType type) {
    return type == ResourceType.STYLESHEET || type == ResourceType.SCRIPT;
  }

  /// Images that a script asks for, and what it fetches, may hang on what the person does.
  static boolean couldBeEarlier(MeasuredExchange exchange) {
    boolean byStyle =
        exchange.exchange().initiator().filter(it -> it.type() == Initiator.Type.CSS).isPresent();
    return exchange
        .type()
        .filter(
            type ->
                switch (type) {
                  case STYLESHEET, SCRIPT, FONT -> true;
                  case IMAGE -> byStyle;
                  case DOCUMENT, MEDIA, FETCH, MANIFEST, OTHER -> false;
                })
        .isPresent();
  }

  /// How many resources that the document does not name led to it, itself among them.
  static int depth(MeasuredExchange exchange) {
    int depth = 0;
    Optional<MeasuredExchange> at = by(exchange);
    while (at.isPresent() && depth < exchange.run().exchanges().size()) {
      depth++;
      at = by(at.get());
    }
    return depth;
  }
}
