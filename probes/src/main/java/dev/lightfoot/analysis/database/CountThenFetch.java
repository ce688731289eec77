package dev.lightfoot.analysis.database;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.served.Call;
import dev.lightfoot.analysis.served.CallGroup;
import dev.lightfoot.analysis.served.Question;
import dev.lightfoot.analysis.served.ServedRequest;
import dev.lightfoot.analysis.served.ServedRule;
import dev.lightfoot.analysis.served.ServedTraces;
import dev.lightfoot.analysis.served.Showing;
import dev.lightfoot.analysis.served.Verdict;
import dev.lightfoot.analysis.statement.Statement;
import dev.lightfoot.analysis.statement.ValuesSeen;
import dev.lightfoot.analysis.statement.Verb;
import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Asks whether there are rows, or how many, and then asks for the same rows, which would have
/// told. The variant is `count` or `exists`.
public final class CountThenFetch implements ServedRule {
  @Override
  public Rule rule() {
    return Rule.COUNT_THEN_FETCH;
  }

  /// A question whose answer the rows would have given.
  private record Asked(int number, Call count) {}

  @Override
  public RuleAnswer judge(ServedTraces traces) {
    Verdict verdict = new Verdict(rule());
    for (ServedRequest request : traces.calling(Layer.DATABASE)) {
      List<Call> open = Queries.open(request, traces, verdict);
      if (isAnyQuestion(open)) {
        for (List<Call> questions : superfluous(request, open).values()) {
          CallGroup group = new CallGroup(request, questions);
          if (group.passesSmall() || group.isMany()) {
            verdict.show(showing(group, traces));
            traces.claims().take(rule(), questions);
          }
        }
      }
    }
    return verdict.answer(traces.without(Layer.DATABASE));
  }

  private static boolean isAnyQuestion(List<Call> open) {
    for (Call call : open) {
      if (isQuestion(call)) {
        return true;
      }
    }
    return false;
  }

  /// Questions that were not needed, by template and database.
  private static Map<Question, List<Call>> superfluous(ServedRequest request, List<Call> open) {
    Set<Call> looked = new HashSet<>(open);
    Freshness freshness = new Freshness();
    Map<List<Object>, Asked> asked = new HashMap<>();
    Map<Question, List<Call>> found = new LinkedHashMap<>();
    List<Call> calls = request.calls();
    for (int i = 0; i < calls.size(); i++) {
      Call call = calls.get(i);
      if (call.layer() != Layer.DATABASE) {
        continue;
      }
      freshness.note(i, call);
      if (looked.contains(call) && isQuestion(call)) {
        asked.put(rows(call), new Asked(i, call));
      } else if (isFetch(call)) {
        Asked before = asked.get(rows(call));
        if (before != null && answers(call, before.count())) {
          asked.remove(rows(call));
          if (freshness.isSame(call, before.number())) {
            found
                .computeIfAbsent(before.count().question(), _ -> new ArrayList<>())
                .add(before.count());
          }
        }
      }
    }
    return found;
  }

  private static boolean isQuestion(Call call) {
    return call.text().verb() == Verb.READ
        && !call.text().isCut()
        && call.text()
            .statement()
            .filter(text -> !text.selection().source().isEmpty())
            .filter(text -> text.selection().isExistence() || isCount(text))
            .isPresent();
  }

  private static boolean isCount(Statement text) {
    return text.selection().isAggregate()
        && text.template().toUpperCase(Locale.ROOT).startsWith("SELECT COUNT");
  }

  /// Asks for all the rows, or the first one; a page of many comes with a total.
  private static boolean isFetch(Call call) {
    return call.text().verb() == Verb.READ
        && !call.text().isCut()
        && call.text()
            .statement()
            .map(Statement::selection)
            .filter(it -> !it.source().isEmpty() && !it.isAggregate() && !it.isExistence())
            .filter(it -> !it.isPaged() && (!it.isLimited() || it.limit().orElse(0) == 1))
            .isPresent();
  }

  /// Whether those rows tell what was asked: the first one tells that there is one, not how many.
  private static boolean answers(Call fetch, Call question) {
    return isExistence(question)
        || fetch.text().statement().filter(text -> text.selection().isLimited()).isEmpty();
  }

  private static boolean isExistence(Call call) {
    return call.text().statement().filter(text -> text.selection().isExistence()).isPresent();
  }

  /// Of which rows of which database, with the values where these are known.
  private static List<Object> rows(Call call) {
    Statement.Selection selection = call.text().statement().orElseThrow().selection();
    String exact = call.text().exact();
    int parameters = exact.indexOf('\n');
    return List.of(
        selection.exactSource(), parameters < 0 ? "" : exact.substring(parameters), call.peer());
  }

  private static Showing showing(CallGroup group, ServedTraces traces) {
    Call first = group.calls().getFirst();
    boolean exists = isExistence(first);
    long floor = traces.floors().nanos(group.request(), first);
    Showing showing =
        Showing.of(
            group,
            traces,
            group.dropped(floor),
            List.of(Fact.word("variant", exists ? "exists" : "count")));
    boolean known =
        group.calls().stream().noneMatch(call -> call.text().values() == ValuesSeen.HIDDEN);
    return known ? showing : showing.inferred();
  }
}
