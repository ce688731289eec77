package dev.lightfoot.codec.har;

import dev.lightfoot.codec.capture.CaptureTime;
import java.util.Optional;
import java.util.OptionalInt;

/// One entry as it stands in the file. Texts are empty and numbers negative or not a number where
/// the file does not say.
final class EntryDraft {
  final int index;
  String page = "";
  Optional<CaptureTime> started = Optional.empty();
  double time = Double.NaN;
  boolean requested;
  final MessageDraft request = new MessageDraft();
  Optional<MessageDraft> response = Optional.empty();
  final TimingsDraft timings = new TimingsDraft();
  String address = "";
  int port = -1;
  String connection = "";
  Optional<Boolean> reused = Optional.empty();
  String protocol = "";
  String priority = "";
  String initialPriority = "";
  String resourceType = "";
  String renderBlocking = "";
  String error = "";
  String delivery = "";
  final InitiatorDraft initiator = new InitiatorDraft();
  final OwnFields own = new OwnFields();
  final Kept kept = new Kept();

  EntryDraft(int index) {
    this.index = index;
  }

  /// Where it stands, for people.
  String place() {
    return "/log/entries/" + index;
  }

  /// Characters of what may be long.
  long chars() {
    long chars = request.url.length() + kept.chars();
    chars += request.chars();
    return chars + response.map(MessageDraft::chars).orElse(0L);
  }

  /// Gives up what may be long and is not needed for a waterfall.
  void forget() {
    request.headers.clear();
    response.ifPresent(each -> each.headers.clear());
    kept.clear();
  }

  /// What caused the request, as a writer names it.
  static final class InitiatorDraft {
    String type = "";
    String url = "";
    OptionalInt line = OptionalInt.empty();

    /// Keeps what our model cannot say.
    ///
    /// @param typed whether it knows the type
    /// @param found whether the URL is that of another entry
    void keep(Kept kept, boolean typed, boolean found) {
      if (!typed && !type.isEmpty()) {
        kept.in("_initiator").text("type", type);
      }
      if (!(typed && found) && !url.isEmpty()) {
        kept.in("_initiator").text("url", url);
      }
    }
  }
}
