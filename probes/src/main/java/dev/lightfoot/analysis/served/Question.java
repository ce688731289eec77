package dev.lightfoot.analysis.served;

import dev.lightfoot.analysis.ledger.Peer;
import dev.lightfoot.model.span.Layer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What calls of one template to one machine have in common: the same text asked of two databases
/// is two questions.
///
/// @param template of what is asked
/// @param peer the machine; empty where its recorder does not name it
public record Question(Layer layer, String template, Optional<Peer> peer) {

  /// By hand, for all rules group by it: what a record gets by itself is slow until it is compiled,
  /// which in a program that judges once is most of the time.
  @Override
  public int hashCode() {
    return 31 * template.hashCode() + layer.hashCode();
  }

  @Override
  public boolean equals(Object other) {
    return other == this
        || (other instanceof Question that
            && layer == that.layer
            && template.equals(that.template)
            && peer.equals(that.peer));
  }

  /// One object for each, so that they are the same to the eye.
  static final class Pool {
    private final Map<Question, Question> known = new HashMap<>();
    private final Map<Optional<Peer>, Optional<Peer>> peers = new HashMap<>();

    Question of(Layer layer, String template, Optional<Peer> peer) {
      Optional<Peer> same = peers.putIfAbsent(peer, peer);
      Question question = new Question(layer, template, same == null ? peer : same);
      Question first = known.putIfAbsent(question, question);
      return first == null ? question : first;
    }
  }
}
