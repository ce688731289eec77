package dev.lightfoot.analysis.audit;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Severity;
import dev.lightfoot.analysis.served.ServedRequest;
import dev.lightfoot.analysis.served.ServedRule;
import dev.lightfoot.analysis.served.ServedTraces;
import dev.lightfoot.analysis.served.Verdict;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Span;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A recorder says that it recorded only some requests: numbers over several of them are shares,
/// never sums. Fact: `sampled`, the share that it records.
public final class SampledTrace implements ServedRule {
  @Override
  public Rule rule() {
    return Rule.SAMPLED_TRACE;
  }

  @Override
  public RuleAnswer judge(ServedTraces traces) {
    Verdict verdict = new Verdict(rule(), Optional.of(Severity.LOW));
    for (ServedRequest request : traces.requests()) {
      Optional<Span> own = request.span().filter(Audit::isTraced);
      if (own.isPresent()) {
        OptionalDouble share = share(own.get().attributes());
        if (share.isPresent()) {
          verdict.show(
              Audit.ofService(
                  request,
                  Optional.empty(),
                  List.of(own.get()),
                  List.of(Fact.share("sampled", share.getAsDouble()))));
        } else {
          verdict.looked();
        }
      }
    }
    return verdict.answer(Reason.Kind.NOTHING_TO_LOOK_AT);
  }

  /// The share of requests that are recorded, where that is less than all.
  private static OptionalDouble share(Attributes attributes) {
    for (int i = 0; i < attributes.size(); i++) {
      String value = attributes.value(i);
      OptionalDouble share =
          switch (attributes.name(i)) {
            case "sampler.param", "sampling.probability", "sampling.ratio" -> number(value);
            case "SampleRate" -> inverse(number(value));
            case "tracestate", AttributeNames.TRACE_STATE -> ofState(value);
            default -> OptionalDouble.empty();
          };
      if (share.isPresent() && share.getAsDouble() > 0 && share.getAsDouble() < 1) {
        return share;
      }
    }
    return OptionalDouble.empty();
  }

  private static OptionalDouble inverse(OptionalDouble rate) {
    return rate.isPresent() && rate.getAsDouble() > 0
        ? OptionalDouble.of(1 / rate.getAsDouble())
        : OptionalDouble.empty();
  }

  private static OptionalDouble number(String text) {
    try {
      return OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /// OpenTelemetry's member `ot`: `p:8` is 2⁻⁸, `th:c` rejects the lower 0xc of every 0x10.
  private static OptionalDouble ofState(String state) {
    for (String member : state.split(",", -1)) {
      if (member.strip().startsWith("ot=")) {
        for (String field : member.strip().substring(3).split(";", -1)) {
          if (field.startsWith("p:")) {
            OptionalDouble power = number(field.substring(2));
            return power.isPresent()
                ? OptionalDouble.of(Math.pow(2, -power.getAsDouble()))
                : OptionalDouble.empty();
          }
          if (field.startsWith("th:")) {
            return ofThreshold(field.substring(3));
          }
        }
      }
    }
    return OptionalDouble.empty();
  }

  private static OptionalDouble ofThreshold(String digits) {
    try {
      return OptionalDouble.of(1 - Long.parseLong(digits, 16) / Math.pow(16, digits.length()));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
