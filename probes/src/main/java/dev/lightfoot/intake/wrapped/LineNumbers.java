package dev.lightfoot.intake.wrapped;

import java.util.Arrays;

/// Which lines of a file the lines of one service are: of the last that were given to its reader,
/// which is never further behind.
public final class LineNumbers {
  /// More than lie between a reader and what it reads: some blocks of 64 KiB, and its longest
  /// entry.
  public static final int REMEMBERED = 1 << 20;

  private long[] numbers = new long[1 << 10];
  private long count;

  /// The next line of the service is that line of the file.
  public synchronized void add(long number) {
    if (count == numbers.length && numbers.length < REMEMBERED) {
      numbers = Arrays.copyOf(numbers, 2 * numbers.length);
    }
    numbers[(int) (count++ % numbers.length)] = number;
  }

  /// The line of the file; that of the service where it is too long ago.
  ///
  /// @param line of the service, from 1 on
  public synchronized long inFile(long line) {
    boolean known = line >= 1 && line <= count && line > count - numbers.length;
    return known ? numbers[(int) ((line - 1) % numbers.length)] : line;
  }
}
