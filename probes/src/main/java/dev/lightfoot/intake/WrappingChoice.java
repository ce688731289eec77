package dev.lightfoot.intake;

import dev.lightfoot.codec.lines.Newlines;
import dev.lightfoot.intake.wrapped.WrappedLine;
import dev.lightfoot.intake.wrapped.Wrapping;
import java.io.ByteArrayOutputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Whether the lines of a file are taken out of a wrapping. Where it may be a part of the log, only
/// if more is recognised without it: HAProxy's lines say more with the head of syslog than without.
///
/// @param wrapping of the lines
/// @param whole services whose lines are better understood with it
record WrappingChoice(Wrapping wrapping, Set<Optional<String>> whole) {
  /// Where there is one.
  static Optional<WrappingChoice> of(byte[] sample, FormatChoice formats, Optional<String> named) {
    Optional<Wrapping> wrapping = Wrapping.of(sample, sample.length == FormatChoice.SAMPLE);
    if (wrapping.isEmpty() || !wrapping.get().isDoubtful()) {
      return wrapping.map(known -> new WrappingChoice(known, Set.of()));
    }
    return new Trial(wrapping.get(), formats, named).choice(sample);
  }

  /// Takes a beginning apart to see.
  private record Trial(Wrapping wrapping, FormatChoice formats, Optional<String> named) {
    private Optional<WrappingChoice> choice(byte[] sample) {
      Map<Optional<String>, Both> services = apart(sample);
      Set<Optional<String>> whole = new HashSet<>();
      Set<String> formatsWithin = new HashSet<>();
      int surest = 0;
      for (Map.Entry<Optional<String>, Both> each : services.entrySet()) {
        FormatChoice.Found within = formats.find(each.getValue().within.toByteArray(), named);
        FormatChoice.Found outside = formats.find(each.getValue().outside.toByteArray(), named);
        if (outside.sure() > 0 && outside.sure() >= within.sure()) {
          whole.add(each.getKey());
        }
        surest = Math.max(surest, within.sure());
        within.reader().ifPresent(reader -> formatsWithin.add(reader.format().name()));
      }
      boolean better = surest > formats.find(sample, named).sure() || formatsWithin.size() > 1;
      return better
          ? Optional.of(new WrappingChoice(wrapping, Set.copyOf(whole)))
          : Optional.empty();
    }

    private Map<Optional<String>, Both> apart(byte[] sample) {
      Map<Optional<String>, Both> services = new LinkedHashMap<>();
      WrappedLine line = new WrappedLine();
      int start = 0;
      while (start < sample.length) {
        int at = Newlines.find(sample, start, sample.length, (byte) '\n');
        int end = at < 0 ? sample.length : at;
        if (wrapping.read(sample, start, end, line)) {
          Both both = services.computeIfAbsent(line.service(), _ -> new Both());
          both.within.write(line.text(), 0, line.length());
          both.within.write('\n');
          both.outside.write(sample, start, end - start);
          both.outside.write('\n');
        }
        start = end + 1;
      }
      return services;
    }
  }

  /// The lines of a service as they are, and taken out.
  private static final class Both {
    private final ByteArrayOutputStream within = new ByteArrayOutputStream();
    private final ByteArrayOutputStream outside = new ByteArrayOutputStream();
  }
}
