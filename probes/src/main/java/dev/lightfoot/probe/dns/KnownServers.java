package dev.lightfoot.probe.dns;

import dev.lightfoot.probe.wire.Addresses;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/// What the runs of a series have learnt of the name servers, so that a fault of one costs one run
/// its time and not all of them: those that gave no answer while another did are asked after the
/// others, those that refuse EDNS (RFC 6891) are asked without it.
public final class KnownServers {
  /// Divides by every number of servers that there can be, so that no server is skipped.
  private static final int TURNS = 6;

  private final Set<InetSocketAddress> silent = new LinkedHashSet<>();
  private final Set<String> speakEdns = new LinkedHashSet<>();
  private final Map<String, String> refuseEdns = new LinkedHashMap<>();
  private final Set<String> remarks = new LinkedHashSet<>();
  private int turn = RandomGenerator.getDefault().nextInt(TURNS);

  synchronized void silent(InetSocketAddress server) {
    silent.add(server);
  }

  synchronized void spoke(InetSocketAddress server) {
    silent.remove(server);
  }

  /// It answered a question with EDNS: a later silence is a lost packet.
  synchronized void speaksEdns(String server) {
    speakEdns.add(server);
    refuseEdns.remove(server);
  }

  synchronized boolean isKnownToSpeakEdns(String server) {
    return speakEdns.contains(server);
  }

  /// It answered a question without EDNS after it had refused the same with it.
  ///
  /// @param how what it did with EDNS, such as `answered FORMERR to`
  synchronized void refusesEdns(String server, String how) {
    if (!speakEdns.contains(server)) {
      refuseEdns.putIfAbsent(server, how);
    }
  }

  synchronized boolean isKnownToRefuseEdns(String server) {
    return refuseEdns.containsKey(server);
  }

  /// Something about the computer's settings that people should know once they are used.
  synchronized void remark(List<String> sentences) {
    remarks.addAll(sentences);
  }

  /// Whose turn it is to be asked first, where the servers take turns: the next one's each time,
  /// from one on that nobody chose, as in the C library.
  synchronized int nextTurn() {
    turn = (turn + 1) % TURNS;
    return turn;
  }

  /// Those servers, the silent ones last.
  synchronized List<InetSocketAddress> inOrder(List<InetSocketAddress> servers) {
    List<InetSocketAddress> order = new ArrayList<>(servers);
    order.removeAll(silent);
    servers.stream().filter(silent::contains).forEach(order::add);
    return order;
  }

  /// What people should know of them, as sentences.
  public synchronized List<String> warnings() {
    List<String> warnings = new ArrayList<>(remarks);
    for (InetSocketAddress server : silent) {
      warnings.add(
          "The name server "
              + Addresses.text(server)
              + " did not answer; another one did. Most programs wait seconds for it at every"
              + " lookup.");
    }
    refuseEdns.forEach(
        (server, how) ->
            warnings.add(
                "The name server "
                    + server
                    + " "
                    + how
                    + " questions with EDNS (RFC 6891) and was asked again without it, which cost"
                    + " one more trip. DNSSEC and long answers need EDNS."));
    return warnings;
  }
}
