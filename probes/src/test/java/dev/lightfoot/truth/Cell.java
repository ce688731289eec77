package dev.lightfoot.truth;

import dev.lightfoot.model.RunState;
import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.probe.http.HttpChoice;
import java.util.ArrayList;
import java.util.List;

/// One cell of the accuracy matrix: what is asked of which server, over which link.
///
/// @param name as the table shows it
/// @param url served by the lab, see `lab/matrix.sh`
/// @param state of the run that is compared; resumed and warm ones have a cold one before them
/// @param curl how curl is told to do the same; empty where it cannot
/// @param http which version is asked for
/// @param lossFree whether counted trips must equal the capture's in every run
record Cell(
    String name, WebUrl url, RunState state, List<String> curl, HttpChoice http, boolean lossFree) {
  Cell {
    curl = List.copyOf(curl);
  }

  private static Cell of(String name, String url, RunState state) {
    List<String> curl = new ArrayList<>();
    switch (state) {
      case COLD -> curl.add(url);
      case RESUMED -> curl.addAll(List.of("-H", "Connection: close", url, url));
      case WARM -> curl.addAll(List.of(url, url));
    }
    return new Cell(name, WebUrl.of(url), state, curl, HttpChoice.ANY, true);
  }

  private Cell withoutCurl() {
    return new Cell(name, url, state, List.of(), http, lossFree);
  }

  /// Over HTTP/3, which the curl of this system was built without.
  private Cell overHttp3() {
    return new Cell(name, url, state, List.of(), HttpChoice.HTTP_3, lossFree);
  }

  private Cell withLoss() {
    return new Cell(name, url, state, curl, http, false);
  }

  /// Every cell, the nearest servers first.
  static List<Cell> matrix() {
    List<Cell> cells = new ArrayList<>();
    for (int rtt : List.of(1, 5, 20, 80)) {
      String at = "//r" + rtt + ".shop.test:";
      String behind = " at " + rtt + " ms";
      cells.add(of("http/1.1 plain" + behind, "http:" + at + "8080/ok", RunState.COLD));
      cells.add(of("TLS 1.2 full" + behind, "https:" + at + "8412/ok", RunState.COLD));
      cells.add(of("TLS 1.2 resumed" + behind, "https:" + at + "8412/ok", RunState.RESUMED));
      cells.add(of("TLS 1.3 full" + behind, "https:" + at + "8413/ok", RunState.COLD));
      cells.add(of("TLS 1.3 resumed" + behind, "https:" + at + "8413/ok", RunState.RESUMED));
      cells.add(of("HelloRetryRequest" + behind, "https:" + at + "8414/ok", RunState.COLD));
      cells.add(of("h2" + behind, "https:" + at + "8420/ok", RunState.COLD));
      cells.add(of("h3" + behind, "https:" + at + "8440/ok", RunState.COLD).overHttp3());
    }
    String at = "https://r20.shop.test:";
    cells.add(of("two redirects", at + "8420/one", RunState.COLD).withoutCurl());
    cells.add(of("300 kB body", at + "8420/300k", RunState.COLD));
    cells.add(of("h3, 300 kB body", at + "8440/300k", RunState.COLD).overHttp3());
    cells.add(of("h3 keep-alive", at + "8440/ok", RunState.WARM).overHttp3());
    cells.add(of("five parts", at + "8450/parts", RunState.COLD));
    cells.add(of("1 % loss", "https://loss.shop.test:8420/300k", RunState.COLD).withLoss());
    cells.add(of("IPv6 dead", "https://v6dead.shop.test:8420/ok", RunState.COLD));
    cells.add(of("IPv4 dead", "https://v4dead.shop.test:8420/ok", RunState.COLD));
    cells.add(of("CNAME chain, no AAAA", "https://chain.shop.test:8420/ok", RunState.COLD));
    cells.add(of("103 before 200", at + "8450/hints", RunState.COLD));
    cells.add(of("long chain", at + "8430/ok", RunState.COLD));
    cells.add(of("Django page of 51 queries", "https://www.shop.test/nplus1/?n=50", RunState.COLD));
    cells.add(of("keep-alive", at + "8420/ok", RunState.WARM));
    return cells;
  }
}
