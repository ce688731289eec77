package dev.lightfoot.probe.page;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.page.Priority;
import dev.lightfoot.model.page.PriorityChange;
import dev.lightfoot.model.page.Resource;
import dev.lightfoot.probe.page.request.Need;
import dev.lightfoot.probe.trace.ExchangeTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/// One exchange of a load, from the moment when it is asked for.
final class Row {
  private final int index;
  private final HttpUrl url;
  private final Need need;
  private final Initiator initiator;
  private final ExchangeTrace trace;
  private final Optional<HttpUrl> redirectedFrom;
  private final List<PriorityChange> changes = new ArrayList<>();
  private Optional<Exchange> made = Optional.empty();
  private Optional<String> delivery = Optional.empty();

  Row(int index, Need need, ExchangeTrace trace) {
    this.index = index;
    this.url = need.url();
    this.need = need;
    this.initiator = need.initiator();
    this.trace = trace;
    this.redirectedFrom = Optional.empty();
  }

  private Row(int index, HttpUrl url, Row before, Initiator initiator, ExchangeTrace trace) {
    this.index = index;
    this.url = url;
    this.need = before.need;
    this.initiator = initiator;
    this.trace = trace;
    this.redirectedFrom = Optional.of(before.url);
  }

  /// The hop that a redirect leads to.
  Row next(int nextIndex, HttpUrl target, Initiator why, ExchangeTrace nextTrace) {
    return new Row(nextIndex, target, this, why, nextTrace);
  }

  /// Its index in the run.
  int index() {
    return index;
  }

  HttpUrl url() {
    return url;
  }

  Need need() {
    return need;
  }

  Initiator initiator() {
    return initiator;
  }

  ExchangeTrace trace() {
    return trace;
  }

  Optional<HttpUrl> redirectedFrom() {
    return redirectedFrom;
  }

  /// It is of another priority from now on.
  void change(Priority priority) {
    changes.add(new PriorityChange(Math.max(0, trace.clock().now()), priority));
  }

  /// How urgent it is now.
  Priority priority() {
    return changes.isEmpty() ? need.priority() : changes.getLast().priority();
  }

  /// It came so, not over the network.
  void deliveredBy(String how) {
    delivery = Optional.of(how);
  }

  /// Its part in the page, as far as it is known.
  Resource resource() {
    return new Resource(
        Optional.of(need.purpose().type()),
        Optional.of(need.priority()),
        changes,
        Optional.of(need.renderBlocking()),
        Optional.empty(),
        delivery);
  }

  /// What came of it.
  void made(Exchange exchange) {
    made = Optional.of(exchange);
  }

  /// What came of it; empty before.
  Optional<Exchange> made() {
    return made;
  }
}
