package dev.lightfoot.codec.snapshot;

import dev.lightfoot.codec.snapshot.JsonSource.Value;
import dev.lightfoot.model.Initiator;
import java.util.Map;
import java.util.Optional;

/// Reads what caused a request. Old files hold a string there: one that is the name of a type means
/// that type. What is of no type that this version knows is kept as it stands.
final class InitiatorReader {
  private static final Map<String, Value<?>> SHAPE =
      Map.of(
          "type", JsonSource::string,
          "exchange", JsonSource::integer,
          "line", JsonSource::integer);

  /// What was read.
  ///
  /// @param known empty where the type is not known
  record Read(Optional<Initiator> known) {}

  private InitiatorReader() {}

  static Read read(JsonSource in) throws SnapshotFormatException {
    int offset = in.offset();
    Optional<Initiator> known =
        in.isObject()
            ? object(in.object(SHAPE))
            : Initiator.Type.ofLabel(in.string()).map(Initiator::of);
    if (known.isEmpty()) {
      in.keepUnknown(offset);
    }
    return new Read(known);
  }

  private static Optional<Initiator> object(Members members) throws SnapshotFormatException {
    Optional<Initiator.Type> type = Initiator.Type.ofLabel(members.text("type"));
    if (type.isEmpty()) {
      return Optional.empty();
    }
    if (members.optionalInteger("exchange").orElse(0) < 0) {
      throw members.invalid("exchange", "the index of an exchange is expected, from 0");
    }
    if (members.optionalInteger("line").orElse(1) < 1) {
      throw members.invalid("line", "the number of a line is expected, from 1");
    }
    return Optional.of(
        new Initiator(
            type.get(), members.optionalInteger("exchange"), members.optionalInteger("line")));
  }
}
