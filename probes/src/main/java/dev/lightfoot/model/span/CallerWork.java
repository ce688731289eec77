package dev.lightfoot.model.span;

/// For how long the caller itself worked during a call, where its recorder says so: packing,
/// sending, unpacking. Neither the way nor the called machine took that time.
public final class CallerWork {
  private CallerWork() {}

  /// In nanoseconds, at most the call's length; 0 where it is not known.
  public static long nanos(Span call) {
    long most = call.time().durationNanos();
    return Math.clamp(call.attributes().number(AttributeNames.CPU_NANOS).orElse(0), 0, most);
  }
}
