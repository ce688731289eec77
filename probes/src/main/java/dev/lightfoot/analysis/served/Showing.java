package dev.lightfoot.analysis.served;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.FindingSubject;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.model.span.Evidence;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// That one request shows what a rule looks for. The same of several requests of a route becomes
/// one finding.
///
/// @param request which
/// @param subject what it is about
/// @param count how often
/// @param saving what its removal brings this request
/// @param grade inferred where something had to be assumed
/// @param evidence what shows it
/// @param words makes the facts that the words speak of
public record Showing(
    ServedRequest request,
    FindingSubject subject,
    int count,
    Optional<Saving> saving,
    Evidence grade,
    List<Span> evidence,
    Words words) {
  public Showing {
    evidence = List.copyOf(evidence);
  }

  /// With facts that are known already.
  public Showing(
      ServedRequest request,
      FindingSubject subject,
      int count,
      Optional<Saving> saving,
      Evidence grade,
      List<Span> evidence,
      List<Fact> facts) {
    this(request, subject, count, saving, grade, evidence, () -> facts);
  }

  /// What the words speak of.
  public List<Fact> facts() {
    return words.facts();
  }

  /// That of calls of one template, with the facts that all such findings have.
  ///
  /// @param saving what it would bring to do otherwise
  /// @param more facts of the rule's own
  public static Showing of(CallGroup group, ServedTraces traces, Saving saving, List<Fact> more) {
    return of(group, traces, saving, _ -> more);
  }

  /// The same with facts of the rule's own that are made of the calls.
  public static Showing of(
      CallGroup group, ServedTraces traces, Saving saving, Function<CallGroup, List<Fact>> more) {
    Call first = group.calls().getFirst();
    return new Showing(
        group.request(),
        subject(group.request(), first.layer(), first.text().template()),
        group.trips(),
        Optional.of(saving),
        traces.grade(group.request()),
        spans(group.calls()),
        new CallWords(group, traces, more, false, false));
  }

  /// What is about calls of that layer.
  public static FindingSubject subject(ServedRequest request, Layer layer, String text) {
    return new FindingSubject(request.service(), request.route(), Optional.of(layer), text);
  }

  /// The same, inferred.
  public Showing inferred() {
    return new Showing(request, subject, count, saving, Evidence.INFERRED, evidence, words);
  }

  /// The same about something else than the calls' template.
  public Showing about(String text) {
    FindingSubject other =
        new FindingSubject(subject.service(), subject.route(), subject.layer(), text);
    return new Showing(request, other, count, saving, grade, evidence, words.alone());
  }

  /// The same, counted otherwise.
  public Showing times(int count) {
    return new Showing(request, subject, count, saving, grade, evidence, words);
  }

  /// The same with that evidence.
  public Showing by(List<Call> calls) {
    return new Showing(request, subject, count, saving, grade, spans(calls), words.alone());
  }

  /// These of one subject, those of one request that differ by the machine that was asked in one:
  /// which machine it is changes with each start of a container, the cause does not.
  static List<Showing> joined(List<Showing> showings) {
    List<Showing> joined = new ArrayList<>(showings.size());
    Map<ServedRequest, Integer> places = new HashMap<>();
    for (Showing showing : showings) {
      Integer place = places.putIfAbsent(showing.request, joined.size());
      Optional<Showing> both =
          place == null ? Optional.empty() : joined.get(place).withAnotherMachine(showing);
      if (place != null && both.isPresent()) {
        joined.set(place, both.get());
      } else {
        joined.add(showing);
      }
    }
    return joined;
  }

  private Optional<Showing> withAnotherMachine(Showing other) {
    Optional<CallWords> own = words.ofCalls();
    Optional<CallWords> others = other.words.ofCalls();
    if (own.isEmpty() || others.isEmpty() || !own.get().isOfOther(others.get())) {
      return Optional.empty();
    }
    List<Span> spans = new ArrayList<>(evidence);
    spans.addAll(other.evidence);
    return Optional.of(
        new Showing(
            request,
            subject,
            count + other.count,
            saving.flatMap(it -> other.saving.map(it::and)),
            grade == Evidence.INFERRED ? grade : other.grade,
            spans,
            own.get().with(others.get())));
  }

  private static List<Span> spans(List<Call> calls) {
    List<Span> spans = new ArrayList<>(calls.size());
    for (Call call : calls) {
      spans.add(call.span());
    }
    return spans;
  }

  long savedNanos() {
    return saving.map(Saving::nanos).orElse(0L);
  }
}
