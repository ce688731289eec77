package dev.lightfoot.analysis.database;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.served.Call;
import dev.lightfoot.analysis.served.CallFacts;
import dev.lightfoot.analysis.served.CallGroup;
import dev.lightfoot.analysis.served.ServedRequest;
import dev.lightfoot.analysis.served.ServedRule;
import dev.lightfoot.analysis.served.ServedTraces;
import dev.lightfoot.analysis.served.Showing;
import dev.lightfoot.analysis.served.SpanPart;
import dev.lightfoot.analysis.served.Verdict;
import dev.lightfoot.analysis.statement.Verb;
import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// BEGIN, COMMIT, SAVEPOINT, SET, pings: trips without work. Those around reads only are too many,
/// and five of them in a request whatever they are around; one transaction around writes is as it
/// should be, and so is what a driver asks once when it connects. The variant is `reads` or `many`.
public final class TransactionTrips implements ServedRule {
  private static final int ENOUGH = 5;

  @Override
  public Rule rule() {
    return Rule.TRANSACTION_TRIPS;
  }

  @Override
  public RuleAnswer judge(ServedTraces traces) {
    Verdict verdict = new Verdict(rule());
    for (ServedRequest request : traces.calling(Layer.DATABASE)) {
      List<Call> calls = new ArrayList<>();
      for (Call call : request.calls()) {
        if (call.layer() == Layer.DATABASE) {
          verdict.looked();
          calls.add(call);
        }
      }
      if (calls.stream().anyMatch(call -> call.text().verb().isOverhead())) {
        judge(request, calls, traces, verdict);
      }
    }
    return verdict.answer(traces.without(Layer.DATABASE));
  }

  private static void judge(
      ServedRequest request, List<Call> calls, ServedTraces traces, Verdict verdict) {
    Sorted sorted = sort(request, calls);
    boolean many = sorted.idle.size() + sorted.writing.size() >= ENOUGH;
    boolean works = calls.stream().anyMatch(call -> !call.text().verb().isOverhead());
    List<Call> waste = new ArrayList<>(works || many ? sorted.idle : List.of());
    if (many) {
      waste.addAll(sorted.writing);
      waste.sort(Comparator.comparingInt(Call::number));
    }
    if (waste.isEmpty()) {
      return;
    }
    CallGroup group = new CallGroup(request, waste);
    if (group.passesSmall() || group.isMany()) {
      long floor = traces.floors().nanos(request, waste.getFirst());
      verdict.show(
          new Showing(
              request,
              Showing.subject(request, Layer.DATABASE, ""),
              group.trips(),
              Optional.of(group.dropped(floor)),
              traces.grade(request),
              waste.stream().map(Call::span).toList(),
              CallFacts.of(group, traces, List.of(Fact.word("variant", many ? "many" : "reads")))));
    }
  }

  /// Trips without work.
  private static final class Sorted {
    /// Around reads only, or around nothing.
    final List<Call> idle = new ArrayList<>();

    /// Around writes, the first transaction's begin and end left out.
    final List<Call> writing = new ArrayList<>();
  }

  private static Sorted sort(ServedRequest request, List<Call> calls) {
    Sorted sorted = new Sorted();
    List<Call> open = new ArrayList<>();
    boolean inside = false;
    boolean written = false;
    boolean settled = false;
    boolean connecting = connects(request);
    for (Call call : calls) {
      Verb verb = call.text().verb();
      if (connecting && (verb == Verb.PING || verb == Verb.SESSION)) {
        continue; // what a driver asks of a new connection
      }
      connecting = false;
      if (!verb.isOverhead()) {
        written |= changes(call);
        continue;
      }
      if (verb == Verb.BEGIN && !inside) {
        written = false; // what was written before it is no part of it
      }
      inside |= verb == Verb.BEGIN;
      open.add(call);
      if (verb == Verb.END || !inside) {
        settled = settle(sorted, open, written, settled);
        open.clear();
        inside = false;
        written = false;
      }
    }
    settle(sorted, open, written, settled);
    return sorted;
  }

  /// One transaction, or one word outside of any.
  ///
  /// @return whether a transaction with writes has been seen
  private static boolean settle(Sorted sorted, List<Call> open, boolean written, boolean settled) {
    if (!written) {
      sorted.idle.addAll(open);
      return settled;
    }
    for (Call call : open) {
      Verb verb = call.text().verb();
      boolean frame = verb == Verb.BEGIN || verb == Verb.END;
      if (settled || !frame) {
        sorted.writing.add(call);
      }
    }
    return true;
  }

  private static boolean connects(ServedRequest request) {
    for (int i = 0; i < request.size(); i++) {
      if (request.part(request.position(i)) == SpanPart.CONNECT) {
        return true;
      }
    }
    return false;
  }

  /// Whether a transaction around it is there for a reason: it writes, or keeps rows locked.
  private static boolean changes(Call call) {
    Verb verb = call.text().verb();
    if (verb.changes() || verb == Verb.LOCK) {
      return true;
    }
    String template = call.text().template().toUpperCase(Locale.ROOT);
    return template.contains(" FOR UPDATE")
        || template.contains(" FOR SHARE")
        || template.contains(" FOR NO KEY UPDATE");
  }
}
