package dev.lightfoot.analysis.served;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.FindingSubject;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.model.span.Evidence;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// That one request shows what a rule looks for. The same of several requests of a route becomes
/// one finding.
///
/// @param request which
/// @param subject what it is about
/// @param count how often
/// @param saving what its removal brings this request
/// @param grade inferred where something had to be assumed
/// @param evidence what shows it
/// @param words makes the facts that the words speak of; asked only of the request that stands for
///   all that show the same
public record Showing(
    ServedRequest request,
    FindingSubject subject,
    int count,
    Optional<Saving> saving,
    Evidence grade,
    List<Span> evidence,
    Supplier<List<Fact>> words) {
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
    return words.get();
  }

  /// That of calls of one template, with the facts that all such findings have.
  ///
  /// @param saving what it would bring to do otherwise
  /// @param more facts of the rule's own
  public static Showing of(CallGroup group, ServedTraces traces, Saving saving, List<Fact> more) {
    Call first = group.calls().getFirst();
    return new Showing(
        group.request(),
        subject(group.request(), first.layer(), traces.name(first.question())),
        group.trips(),
        Optional.of(saving),
        traces.grade(group.request()),
        spans(group.calls()),
        () -> CallFacts.of(group, traces, more));
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
    return new Showing(request, other, count, saving, grade, evidence, words);
  }

  /// The same, counted otherwise.
  public Showing times(int count) {
    return new Showing(request, subject, count, saving, grade, evidence, words);
  }

  /// The same with that evidence.
  public Showing by(List<Call> calls) {
    return new Showing(request, subject, count, saving, grade, spans(calls), words);
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
