package dev.lightfoot.probe.peer;

import java.util.List;
import java.util.stream.IntStream;

/// One of the resources of a scripted page. All differ in how long they take, how large they are
/// and how long their header lines are; their answers come in another order than their requests.
///
/// @param number from 0
public record Resource(int number) {
  public static final int COUNT = 30;
  public static final int SLICES = 4;
  public static final long SLICE_MILLIS = 7;

  /// All of them.
  public static List<Resource> all() {
    return IntStream.range(0, COUNT).mapToObj(Resource::new).toList();
  }

  /// The one of that path.
  public static Resource of(String path) {
    return new Resource(Integer.parseInt(path.substring(1)));
  }

  public String path() {
    return "/" + number;
  }

  /// From the request to the first byte of the final answer: no two are within 2 ms.
  public long delayMillis() {
    return 30 + number * 11 % COUNT * 3L;
  }

  /// Whether a 103 comes half way there.
  public boolean isHinted() {
    return number % 5 == 3;
  }

  public int bytes() {
    return SLICES * (500 + 37 * number);
  }

  public byte[] slice() {
    return new byte[bytes() / SLICES];
  }

  /// The value of a header line.
  public String mark() {
    return "m".repeat(10 + number);
  }
}
